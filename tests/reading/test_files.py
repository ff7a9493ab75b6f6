"""Files and folders: how they are decoded and cleaned, and what is said if they cannot be read."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.errors import ReadingError
from briefings.reading import MAX_BYTES, find_sources, read, read_bytes

TEXT = "Café talks stall\n\nThe minister’s “no” – said in Málaga – was final.\n"

NOT_TEXT = "save its text as .txt, .md or .html and try again"
AS_UTF8 = "save it as UTF-8 and try again"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
)
def test_any_usual_encoding_gives_the_same_text(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "talks.txt"
    path.write_bytes(data)

    document = read(path)

    assert document.text == TEXT
    assert document.origin.path == str(path)
    assert document.published is None


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b[31m",
        "\x1b]0;owned\x07",
        "\x1b]8;;file:///\x1b\\",
        "\x9b2J",
        "\x1bP1;1|17/ab\x1b\\",
        "\x1b7",
        "\x1b(0",
        "\x1b",
        "\x07\x08\x7f",
        "\u202e",
        "\u2066",
        "\ufeff",
    ],
)
def test_nothing_in_a_text_can_act(hostile: str) -> None:
    text = read_bytes(f"The talks {hostile}went on.".encode(), name="a.txt").text

    assert text == "The talks went on."


@settings(deadline=None)
@given(st.text())
def test_a_clean_text_is_read_the_same_again(text: str) -> None:
    try:
        once = read_bytes(text.encode("utf-8", "replace"), name="a.txt").text
    except ReadingError:
        return
    assert read_bytes(once.encode(), name="a.txt").text == once
    assert not any(character < " " and character != "\n" for character in once)


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for name in ("a.txt", "a.md", "a.html", "standard input"):
        try:
            document = read_bytes(data, name=name)
        except ReadingError:
            continue
        assert document.paragraphs


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "a.txt is empty: there is nothing to read."),
        ("a.txt", b" \n\t\r\n", "a.txt is blank: there is nothing to read."),
        ("a.md", b"---\ntitle:\n---\n", "a.md is blank: there is nothing to read."),
        (
            "a.txt",
            b"\x7fELF\x00\x00\x01",
            f"a.txt is a binary file, not a text: {NOT_TEXT}.",
        ),
        (
            "a.txt",
            bytes(range(1, 32)) * 9,
            f"a.txt is a binary file, not a text: {NOT_TEXT}.",
        ),
        (
            "a.txt",
            b"%PDF-1.7 ...",
            f"a.txt is a PDF, which is not read yet: {NOT_TEXT}.",
        ),
        (
            "a.txt",
            "Los señores de Málaga\nse fueron\n".encode() + b"\xff",
            f"a.txt is damaged: line 3 is not valid UTF-8: {AS_UTF8}.",
        ),
        (
            "a.txt",
            codecs.BOM_UTF16_LE + b"a\x00b",
            f"a.txt says that it is UTF-16 but is damaged at byte 4: {AS_UTF8}.",
        ),
        (
            "a.docx",
            b"text",
            "a.docx is in a format that is not read yet: the formats that can be read are .txt "
            ".text .md .markdown .html .htm.",
        ),
        ("a.txt", b"a" * (MAX_BYTES + 1), "a.txt is too large: over 5 MB: split it."),
        ("a.txt", b"a " * 500_001, "a.txt is too long: over 1,000,000 characters: split it."),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(
    name: str, data: bytes, message: str
) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, name=name)

    assert str(caught.value) == message


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    missing = tmp_path / "gone.txt"

    for door in (read, find_sources):
        with pytest.raises(ReadingError, match=r"there is no file .*gone\.txt: check the name"):
            door(missing)
    with pytest.raises(ReadingError, match="is a folder: name a file in it"):
        read(tmp_path)
    with pytest.raises(ReadingError, match="is no file name"):
        read(Path("a\x00.txt"))


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(TEXT)
    path.chmod(0)

    with pytest.raises(ReadingError, match="may not be read"):
        read(path)


def test_a_file_name_that_is_no_text_is_still_a_name(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"talks\xff.txt")
    path.write_text(TEXT)

    assert read(path).origin.path.endswith("talks\ufffd.txt")


def test_a_folder_gives_its_documents_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.MD", "sub/c.html", ".hidden.txt", ".git/d.txt", "e.pdf", "f.txt.bak"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")

    assert find_sources(tmp_path) == [tmp_path / name for name in ("a.MD", "b.txt", "sub/c.html")]
    assert find_sources(tmp_path / "b.txt") == [tmp_path / "b.txt"]


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    (tmp_path / "e.pdf").write_bytes(b"%PDF")

    with pytest.raises(ReadingError, match=r"holds no document: the formats .* \.htm\."):
        find_sources(tmp_path)
