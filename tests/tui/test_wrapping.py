"""Where lines break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.printable import cells
from tui.widgets.wrapping import wrapped


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrapped(text, width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("the harbour is closed", 11, ["the harbour", "is closed"]),
        ("  spaces   around  ", 8, ["spaces", "around"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("20\u00a0ships left", 8, ["20\u00a0ships", "left"]),
        ("漢字かな交じり文", 6, ["漢字か", "な交じ", "り文"]),
        ("cafe\u0301 cafe\u0301", 4, ["cafe\u0301", "cafe\u0301"]),
        ("", 10, []),
        (" \n ", 10, []),
    ],
)
def test_lines_break_at_spaces_and_by_cells(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


WORDS = st.text(st.sampled_from("ab’ \n漢字é\u0301\u200b🌍"), max_size=80)


@given(WORDS, st.integers(2, 20))
def test_every_line_fits_and_no_word_is_lost(text: str, width: int) -> None:
    shown = lines(text, width)

    assert all(0 < cells(line) <= width or not cells(line) for line in shown)
    assert "".join("".join(shown).split()) == "".join(text.split())


@given(st.text(st.sampled_from("abc de"), min_size=1, max_size=80), st.integers(2, 20))
def test_both_ways_of_wrapping_agree_on_plain_text(text: str, width: int) -> None:
    with_a_mark = lines(f"{text}e\u0301", width)

    assert [line.replace("\u0301", "") for line in with_a_mark] == lines(f"{text}e", width)


def test_a_very_long_word_is_cut_into_lines() -> None:
    assert [len(line) for line in lines("x" * 10_000, 60)] == [60] * 166 + [40]
