"""Text from outside as the terminal may show it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.widgets.printable import cells, character_cells, fitted, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("a\x9b2Jb", "a\ufffd2Jb"),
        ("two\nlines\tand\u2028three", "two lines and three"),
        ("user\u202egnp.exe", "user\ufffdgnp.exe"),
        ("zero\u200bwidth\u00ad\ufeff", "zerowidth"),
        ("a\ud800b", "a\ufffdb"),
        ("café, cafe\u0301, 漢字", "café, cafe\u0301, 漢字"),
    ],
)
def test_nothing_in_a_text_acts(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text(st.characters(codec=None)))
def test_what_is_shown_holds_no_control_and_can_be_written(text: str) -> None:
    shown = printable(text)

    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs")]
    assert not set(shown) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200b\u200d\u2028")
    shown.encode("utf-8")


@given(st.text(st.characters(codec=None)))
def test_the_width_is_the_sum_of_the_characters(text: str) -> None:
    assert cells(text) == sum(map(character_cells, text)) == cell_len(printable(text))


@given(st.text(), st.integers(0, 12))
def test_a_cut_is_never_wider_than_asked(text: str, width: int) -> None:
    assert cell_len(fitted(text, width)) <= width


def test_a_cut_is_marked() -> None:
    assert fitted("Prime Minister", 8) == "Prime M…"
    assert fitted("漢字漢字", 4) == "漢…"
    assert fitted("short", 5) == "short"
