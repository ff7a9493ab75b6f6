"""How a briefing stands in the list at a width: columns where there is room, else two lines.

Takes an entry and what is known of it, gives pieces that fill the line exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefings.library.listing import Sort
from briefings.library.values import Entry
from tui.panes.facts import counted
from tui.screens.dialog import lit
from tui.screens.narrowing import fitting_positions
from tui.widgets.printable import cells, fitted
from tui.widgets.rows import Piece, Pieces, cut

MARKED, UNREAD, STARRED, ALIKE = "✓", "●", "★", "≈"
"""The signs before a title; each has its own cell."""

GAP = "  "
SIGNS = 5
"""The cells of the signs, and one after them."""

ARROWS = {True: "↓", False: "↑"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        sort: What clicking its head sorts by; None for tags.
        head: What stands above it.
        width: Its cells; 0 for all that is left.
        is_number: Whether it is set to the right.
    """

    sort: Sort | None
    head: str
    width: int
    is_number: bool = False


_TITLE = Column(Sort.TITLE, "title", 0)
_PUBLISHED = Column(Sort.PUBLISHED, "published", 10)
_ADDED = Column(Sort.ADDED, "added", 10)
_COUNTS = (
    Column(Sort.ACTORS, "actors", 7, is_number=True),
    Column(Sort.POSITIONS, "positions", 10, is_number=True),
    Column(Sort.QUESTIONS, "questions", 10, is_number=True),
)
_SHORT_COUNTS = (
    Column(Sort.ACTORS, "act.", 5, is_number=True),
    Column(Sort.POSITIONS, "pos.", 5, is_number=True),
    Column(Sort.QUESTIONS, "que.", 5, is_number=True),
)

_LAYOUTS: tuple[tuple[int, tuple[Column, ...]], ...] = (
    (
        130,
        (
            _TITLE,
            Column(None, "tags", 16),
            Column(Sort.PUBLISHER, "publisher", 20),
            _PUBLISHED,
            _ADDED,
            *_COUNTS,
        ),
    ),
    (90, (_TITLE, Column(Sort.PUBLISHER, "publisher", 16), _PUBLISHED, *_SHORT_COUNTS)),
    (64, (_TITLE, _PUBLISHED, *_SHORT_COUNTS)),
)


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a row besides its entry.

    Attributes:
        is_marked: Whether the reader has marked it.
        is_open: Whether it is the briefing that is open.
        is_alike: Whether another one is much the same.
        words: The folded words that are looked for.
    """

    is_marked: bool = False
    is_open: bool = False
    is_alike: bool = False
    words: Sequence[str] = ()


def columns_for(width: int) -> tuple[Column, ...]:
    """The columns that have room; none where a row takes two lines."""
    return next((columns for least, columns in _LAYOUTS if width >= least), ())


def lines_of(entry: Entry, told: Told, width: int) -> list[Pieces]:
    """The lines of a row: one if there are columns, else two."""
    columns = columns_for(width)
    signs = _signs(entry, told)
    if not columns:
        return [cut((*signs, *_title(entry, told, width - SIGNS)), width), _facts(entry, width)]
    pieces: list[Piece] = [*signs]
    for column, room in zip(columns, widths(columns, width), strict=True):
        if column is _TITLE:
            pieces += _title(entry, told, room)
        else:
            text = _value(entry, column)
            is_lit = bool(text) and column.head == "publisher" and told.words
            look = "text match" if is_lit and fitting_positions(told.words, text) else _look(column)
            pieces.append(Piece(_set(text, room, column.is_number), look))
        pieces.append(Piece(GAP))
    return [tuple(pieces[:-1])]


def heads(columns: Sequence[Column], width: int, sort: Sort, *, is_descending: bool) -> Pieces:
    """The heads of the columns, an arrow at the one that the list is sorted by."""
    pieces: list[Piece] = [Piece(" " * SIGNS)]
    for column, room in zip(columns, widths(columns, width), strict=True):
        is_sorted = column.sort is sort
        head = f"{column.head}{ARROWS[is_descending] if is_sorted else ''}"
        pieces += (Piece(_set(head, room, column.is_number), _head_look(is_sorted)), Piece(GAP))
    return tuple(pieces[:-1])


def column_at(columns: Sequence[Column], width: int, cell: int) -> Column | None:
    """The column at a cell; None before the first one."""
    end = SIGNS
    for column, room in zip(columns, widths(columns, width), strict=True):
        end += room + len(GAP)
        if SIGNS <= cell < end:
            return column
    return None


def widths(columns: Sequence[Column], width: int) -> list[int]:
    """The cells of each column, so that all together fill the width."""
    fixed = sum(column.width for column in columns) + len(GAP) * (len(columns) - 1) + SIGNS
    return [column.width or max(1, width - fixed) for column in columns]


def _signs(entry: Entry, told: Told) -> tuple[Piece, ...]:
    shown = (
        (MARKED, told.is_marked, "accent"),
        (UNREAD, not entry.is_read, "accent"),
        (STARRED, entry.is_starred, "star"),
        (ALIKE, told.is_alike, "muted"),
    )
    return (*(Piece(sign if is_so else " ", look) for sign, is_so, look in shown), Piece(" "))


def _title(entry: Entry, told: Told, room: int) -> tuple[Piece, ...]:
    title = " ".join(entry.title.split()) or "Untitled"
    look = "text" if entry.is_read else "strong"
    after = (Piece("  open", "accent"),) if told.is_open and room > 30 else ()
    left = room - sum(cells(piece.text) for piece in after)
    shown = cut(lit(title, fitting_positions(told.words, title), look), left)
    blank = room - sum(cells(piece.text) for piece in (*shown, *after))
    return (*shown, *after, Piece(" " * blank))


def _facts(entry: Entry, width: int) -> Pieces:
    """The second line of a narrow row: as many facts as have room, the date first."""
    counts = (
        counted(entry.actors, "actor"),
        counted(entry.positions, "position"),
        counted(entry.questions, "question"),
    )
    date, room = _date(entry), width - SIGNS
    known = (date, entry.publisher)
    for facts in ((*known, *counts), (*known, *counts[:1]), known, (date, *counts[:1]), (date,)):
        line = " · ".join(fact for fact in facts if fact)
        if cells(line) <= room:
            break
    return (Piece(" " * SIGNS), Piece(fitted(line, room), "muted"))


def _value(entry: Entry, column: Column) -> str:
    match column.sort:
        case None:
            return " ".join(f"#{tag}" for tag in entry.tags)
        case Sort.PUBLISHER:
            return entry.publisher
        case Sort.PUBLISHED:
            return _date(entry)
        case Sort.ADDED:
            return entry.added[:10]
        case Sort.ACTORS:
            return f"{entry.actors:,}"
        case Sort.POSITIONS:
            return f"{entry.positions:,}"
    return f"{entry.questions:,}"


def _date(entry: Entry) -> str:
    return entry.published.date if entry.published else "undated"


def _set(text: str, width: int, is_number: bool) -> str:
    shown = fitted(text, width)
    blank = " " * (width - cells(shown))
    return f"{blank}{shown}" if is_number else f"{shown}{blank}"


def _look(column: Column) -> str:
    return "text" if column.is_number else "muted"


def _head_look(is_sorted: bool) -> str:
    return "accent" if is_sorted else "muted"
