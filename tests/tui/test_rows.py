"""Rows as lines of pieces."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.lines import WRAPPING_LIMIT, RowLines
from tui.widgets.printable import cells
from tui.widgets.rows import Line, Piece, Pieces, Row, laid_out


def text(pieces: Pieces) -> str:
    return "".join(piece.text for piece in pieces)


def shown(lines: Sequence[Line], width: int, *, wraps: bool = True) -> list[str]:
    return [text(pieces) for pieces in laid_out(lines, width, wraps=wraps)]


def test_right_parts_stand_at_the_right_edge() -> None:
    line = Line((Piece("Ada Okafor", "strong"),), right=(Piece("━━━"),))

    assert shown([line], 20) == ["Ada Okafor       ━━━"]


def test_the_left_part_is_cut_to_leave_room_for_the_right_one() -> None:
    line = Line((Piece("Republic of Sella and others"),), right=(Piece("¶12"),))

    assert shown([line], 24) == ["Republic of Sella a… ¶12"]


def test_the_right_part_goes_where_there_is_no_room_for_both() -> None:
    line = Line((Piece("Republic of Sella and others"),), right=(Piece("tentative ¶12"),))

    assert shown([line], 20) == ["Republic of Sella a…"]


def test_a_heading_is_filled_with_a_rule() -> None:
    line = Line((Piece("tolls"),), right=(Piece("4"),), fill="─")

    assert shown([line], 14) == ["tolls ────── 4"]


def test_lines_wrap_with_a_hanging_indent_and_end_in_an_ellipsis() -> None:
    line = Line((Piece("↳ if the talks stall before the winter"),), indent=2, hanging=2, most=2)

    assert shown([line], 18) == ["  ↳ if the talks", "    stall before…"]
    assert shown([line], 18, wraps=False) == ["  ↳ if the talks…"]


def test_the_first_line_is_filled_before_the_indented_ones() -> None:
    line = Line(
        (Piece("+ commits    Norvik, Sella  ← Ruiz"),), right=(Piece("¶2"),), hanging=13, most=2
    )

    assert shown([line], 31) == ["+ commits    Norvik, Sella   ¶2", "             ← Ruiz"]


@given(st.text(st.sampled_from("ab 漢\u0301\u200b\n"), max_size=60), st.integers(1, 30))
def test_no_line_is_wider_than_the_screen_and_a_row_has_a_line(words: str, width: int) -> None:
    line = Line((Piece(words), Piece("!")), right=(Piece("¶2"),), indent=1, hanging=2, most=3)

    laid = shown([line], width)

    assert 1 <= len(laid) <= 3
    assert all(cells(text) <= max(width, 4) for text in laid)


def test_looks_stay_on_their_words() -> None:
    line = Line((Piece("commits ", "for"), Piece("Okafor", "strong")), most=2)

    assert laid_out([line], 8) == [
        (Piece("commits", "for"),),
        (Piece(" " * 0), Piece("Okafor", "strong")),
    ]


def test_hostile_words_are_shown_and_do_not_widen_a_line() -> None:
    line = Line((Piece("a\x1b[2Jb\u202ec"),), right=(Piece("漢字"),))

    assert shown([line], 14) == ["a␛[2Jb\ufffdc  漢字"]


def row(number: int) -> Row:
    return Row(f"r{number}", (Line((Piece(f"row {number}"),)), Line((Piece("words"),))))


def test_headings_are_passed_over_and_come_into_sight_with_their_first_row() -> None:
    lines = RowLines([Row("", (Line((Piece("heading"),)),)), row(1), row(2)])
    lines.lay_out(20)

    assert [lines.can_rest(item) for item in range(3)] == [False, True, True]
    assert (lines.lines_of(1), lines.lines_of(2)) == (range(3), range(3, 5))
    assert [lines.item_at(line, 0) for line in range(6)] == [0, 1, 1, 2, 2, None]


def test_a_very_long_list_wraps_no_line() -> None:
    long = Line((Piece("words " * 20),), most=5)
    few, many = RowLines([Row("a", (long,))]), RowLines([Row("a", (long,))] * WRAPPING_LIMIT)

    assert few.lay_out(30) == 4
    assert many.lay_out(30) == WRAPPING_LIMIT
