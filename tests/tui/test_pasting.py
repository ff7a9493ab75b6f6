"""What a paste is: paths in all the forms that terminals give them, an article, or neither."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

import pytest

from tui.pasting import is_article, paths_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("talks.html", "the talks.md", "it's.txt", 'the "deal".txt', "Łódź.txt", "50%.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / "two  spaces $HOME `id`.txt").write_text("x")
    (tmp_path / "articles").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("pasted", "names"),
    [
        ("{}/talks.html", ["talks.html"]),
        ("  {}/talks.html \r\n", ["talks.html"]),
        ("{}/articles/", ["articles"]),
        ("{}/the talks.md", ["the talks.md"]),
        ("{}/the\\ talks.md ", ["the talks.md"]),
        ("'{}/the talks.md'", ["the talks.md"]),
        ('"{}/the talks.md"', ["the talks.md"]),
        ("{}/it's.txt", ["it's.txt"]),
        ("'{}/it'\\''s.txt'", ["it's.txt"]),
        ("'{}/the \"deal\".txt'", ['the "deal".txt']),
        ("{}/Łódź.txt", ["Łódź.txt"]),
        ("{}/talks.html {}/the\\ talks.md", ["talks.html", "the talks.md"]),
        ("'{}/talks.html' '{}/the talks.md'", ["talks.html", "the talks.md"]),
        ("{}/talks.html\n{}/the talks.md\n", ["talks.html", "the talks.md"]),
        ("{}/talks.html\r\n{}/articles\r\n", ["talks.html", "articles"]),
        ("{}/talks.html\n{}/talks.html", ["talks.html"]),
        ("file://{}/talks.html", ["talks.html"]),
        ("file://localhost{}/talks.html", ["talks.html"]),
        ("file://{}/the%20talks.md", ["the talks.md"]),
        ("file://{}/%C5%81%C3%B3d%C5%BA.txt\nfile://{}/50%25.txt", ["Łódź.txt", "50%.txt"]),
        ("'{}/two  spaces $HOME `id`.txt'", ["two  spaces $HOME `id`.txt"]),
    ],
)
def test_dropped_files_are_recognised_in_every_form(
    folder: Path, pasted: str, names: list[str]
) -> None:
    assert [path.name for path in paths_in(pasted.replace("{}", str(folder)))] == names


@pytest.mark.parametrize(
    "pasted",
    [
        "",
        " \n ",
        "talks",
        "a sentence with {}/talks.html in it",
        "{}/talks.html is what she said",
        "{}/missing.txt",
        "{}/talks.html {}/missing.txt",
        "file://elsewhere{}/talks.html",
        "https://example.org{}/talks.html",
        "/" + "x" * 5000,
        "/\0x",
        "'/",
        '"/never closed',
        "~nobodyofthisname/x",
        "file://[::1",
        "/ and / or",
        "\x1b[200~/",
    ],
)
def test_what_is_no_list_of_files_is_none(folder: Path, pasted: str) -> None:
    assert paths_in(pasted.replace("{}", str(folder))) == ()


def test_a_home_is_expanded_and_nothing_else(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    assert paths_in("~/talks.html") == (folder / "talks.html",)
    assert paths_in("$HOME/talks.html") == ()


def test_names_that_are_no_text_are_found_by_their_url(folder: Path) -> None:
    name = os.fsdecode(b"broken-\xff.txt")
    (folder / name).write_text("x")
    url = f"file://{folder}/{quote(b'broken-' + bytes([255]))}.txt"
    assert paths_in(url) == (folder / name,)


def test_a_name_with_a_line_end_in_it(folder: Path) -> None:
    (folder / "two\nlines.txt").write_text("x")
    assert paths_in(f"'{folder}/two\nlines.txt'") == (folder / "two\nlines.txt",)


def test_a_long_text_of_several_lines_may_be_an_article() -> None:
    assert is_article("A headline\n\n" + "Somebody said something. " * 10)
    assert not is_article("Somebody said something. " * 100)
    assert not is_article("A headline\n\nOne line.")
