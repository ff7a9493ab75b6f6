"""File names that every system takes."""

from __future__ import annotations

import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.export import note_name
from briefings.export.names import LONGEST
from tests.export.examples import DOCUMENT, titled


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Norrland weighs a second harbour", "Norrland weighs a second harbour.md"),
        ("Talks: what next?", "Talks what next.md"),
        ("Norrland/Varda [update] #3 | *live*", "Norrland Varda update 3 live.md"),
        ("50% more, 100%% sure", "50% more, 100 sure.md"),
        ("../../etc/passwd", "etc passwd.md"),
        ("..\\..\\windows", "windows.md"),
        (".hidden", "hidden.md"),
        ("-rf", "rf.md"),
        ("The end...", "The end.md"),
        ("CON", "_CON.md"),
        ("nul.tar.gz", "_nul.tar.gz.md"),
        ("Com1", "_Com1.md"),
        ("Console", "Console.md"),
        ("Cafe\u0301 co\u00adoperative\n\x1b[31m\u202e", "Café cooperative 31m.md"),
        ("二" * 200, "二" * 65 + ".md"),
        ("", f"briefing {DOCUMENT.id[:8]}.md"),
        ("???", f"briefing {DOCUMENT.id[:8]}.md"),
    ],
)
def test_a_title_as_a_file_name(title: str, name: str) -> None:
    assert note_name(titled(title)) == name


@given(st.text(max_size=300) | st.text('./\\:*?"<>|#^[]% CONcon', max_size=20))
def test_any_title_gives_a_safe_name(title: str) -> None:
    name = note_name(titled(title))
    assert name.endswith(".md")
    assert name == unicodedata.normalize("NFC", name)
    assert len(name) <= LONGEST
    assert len(name.encode()) <= 255
    assert not set(name) & set('\\/:*?"<>|#^[]')
    assert "%%" not in name
    assert not any(unicodedata.category(letter) in ("Cc", "Cf", "Cs") for letter in name)
    stem = name.removesuffix(".md")
    assert stem.strip(" .") == stem != ""
    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    assert not PureWindowsPath(name).is_reserved()
    assert (Path("folder") / name).parent == Path("folder")
