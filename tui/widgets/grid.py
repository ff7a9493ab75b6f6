"""A table whose cursor moves from cell to cell; names and heads stay in sight when it scrolls.

Only the cells that are in sight are painted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.actions import Place, bindings
from tui.widgets.painted import LOOKS, LOOKS_CSS, segments, style_of
from tui.widgets.printable import cells, printable
from tui.widgets.row_list import BAR
from tui.widgets.rows import Line, Piece, Pieces, cut, laid_out
from tui.widgets.wrapping import wrapped

ROOMY = 76
"""From so many cells on there is room for words in the cells."""

LOW, TALL = 10, 16
"""From so many lines on there is room for heads of two lines, and of three."""

WIDE_COLUMN, SMALL_COLUMN = 14, 8
LEAST_NAMES, MOST_NAMES = 12, 26


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        id: Unique among the columns.
        head: What it is about.
        count: What stands below the head.
    """

    id: str
    head: str
    count: Pieces = ()


@dataclass(frozen=True, slots=True)
class GridCell:
    """What stands in a cell.

    Attributes:
        words: Where there is room.
        sign: Where there is little.
    """

    words: Pieces
    sign: Pieces


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row.

    Attributes:
        id: Unique among the rows.
        name: Whose it is.
        cells: What stands in it, by the ids of the columns.
    """

    id: str
    name: str
    cells: Mapping[str, GridCell] = field(default_factory=dict)


class Grid(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows and columns with a cursor."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.LIST), *bindings(Place.GRID)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {*LOOKS, "lines--cursor", "lines--cursor-bar"}
    DEFAULT_CSS = (
        """
    Grid {
        background: $background;
        color: $foreground;
        overflow-x: auto;
        overflow-y: auto;
        scrollbar-size: 1 1;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
        scrollbar-corner-color: $background;
        scrollbar-color: $muted 30%;
        scrollbar-color-hover: $muted;
        scrollbar-color-active: $accent;
        & > .lines--cursor { background: $cursor-row; }
        & > .lines--cursor-bar { color: $accent; background: $cursor-row; }
    """
        + LOOKS_CSS
        + "}"
    )

    cursor: var[Offset] = var(Offset(0, 0), init=False)
    """Column and row of the cell under the cursor."""

    note: var[tuple[Line, ...]] = var((), init=False)
    """What is read in place of the table while it is empty."""

    @dataclass
    class CellHighlighted(Message):
        """The cursor came to a cell."""

        grid: Grid

    @dataclass
    class CellChosen(Message):
        """A cell was chosen, by key or double click."""

        grid: Grid

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.columns: Sequence[Column] = ()
        self.rows: Sequence[GridRow] = ()

    def show(self, columns: Sequence[Column], rows: Sequence[GridRow]) -> None:
        """Show another table; the cursor stays on its cell, else it goes to the first one."""
        before = self.place
        self.columns, self.rows = columns, rows
        self._lay_out()
        self.cursor = self._cell_of(*before)
        self.show_cursor()
        self.refresh()
        self.post_message(self.CellHighlighted(self))

    @property
    def place(self) -> tuple[str, str]:
        """The ids of the row and the column under the cursor; empty if there is none."""
        if not self.rows or not self.columns:
            return "", ""
        return self.rows[self.cursor.y].id, self.columns[self.cursor.x].id

    def move_to(self, row: str, column: str) -> None:
        """Move the cursor to a cell, if it is there."""
        self.cursor = self._cell_of(row, column)

    def _cell_of(self, row: str, column: str) -> Offset:
        columns = [one.id for one in self.columns]
        rows = [one.id for one in self.rows]
        if row in rows and column in columns:
            return Offset(columns.index(column), rows.index(row))
        first = (
            Offset(x, y)
            for x, one in enumerate(columns)
            for y, each in enumerate(self.rows)
            if one in each.cells
        )
        return next(first, Offset(0, 0))

    # How it is laid out.

    @property
    def column_width(self) -> int:
        """The cells of a column, the one that keeps it apart from the next included."""
        return WIDE_COLUMN if self.size.width >= ROOMY else SMALL_COLUMN

    @property
    def names_width(self) -> int:
        """The cells of the names, the bar included."""
        longest = max((cells(row.name) for row in self.rows), default=0)
        return max(LEAST_NAMES, min(longest + 2, MOST_NAMES, self.size.width // 3))

    @property
    def head_lines(self) -> int:
        """How many lines the heads take, the counts below them included."""
        return 4 if self.size.height >= TALL else 3 if self.size.height >= LOW else 2

    def _in_sight(self) -> range:
        """The numbers of the columns that are in sight as a whole."""
        first = round(self.scroll_x) // self.column_width
        room = self.scrollable_content_region.width - self.names_width
        return range(first, min(len(self.columns), first + max(1, room // self.column_width)))

    def _lay_out(self) -> None:
        if not self.columns:
            self.virtual_size = Size(0, 0)
            return
        # So wide that the last column can be scrolled to as a whole.
        room = self.size.width - self.names_width
        rest = room % self.column_width if len(self.columns) * self.column_width > room else 0
        width = self.names_width + len(self.columns) * self.column_width + rest
        self.virtual_size = Size(width, self.head_lines + len(self.rows))

    def on_resize(self) -> None:
        """Other columns have room; the cursor stays in sight."""
        self._lay_out()
        self.show_cursor()

    def watch_note(self) -> None:
        """Show the new note."""
        self.refresh()

    # How it is painted.

    def render_line(self, y: int) -> Strip:
        """One line of what is in sight."""
        width = self.size.width
        painted: Iterator[Segment] = iter(())
        row = y - self.head_lines + round(self.scroll_y)
        if not self.rows:
            note = laid_out(self.note, width - 2)
            painted = segments(self, note[y]) if y < len(note) else painted
        elif y < self.head_lines:
            painted = self._head(y)
        elif row < len(self.rows):
            painted = self._row(row)
        return Strip(painted).crop_extend(0, width, self.rich_style)

    def _head(self, y: int) -> Iterator[Segment]:
        yield from segments(self, (Piece(" " * self.names_width),))
        last = self.head_lines - 1
        for number in self._in_sight():
            column = self.columns[number]
            look = "accent" if number == self.cursor.x else "muted"
            if y == last:
                yield from segments(self, _filled(column.count, self.column_width))
                continue
            label = _broken(column.head, self.column_width - 1, last)
            words = label[y - last + len(label)] if y >= last - len(label) else ""
            yield from segments(self, _filled((Piece(words, look),), self.column_width))

    def _row(self, number: int) -> Iterator[Segment]:
        row = self.rows[number]
        is_here = number == self.cursor.y
        yield Segment(BAR if is_here else " ", style_of(self, "accent" if is_here else "text"))
        name = (Piece(row.name, "strong" if is_here else "text"),)
        yield from segments(self, _filled(cut(name, self.names_width - 2), self.names_width - 1))
        is_roomy = self.column_width == WIDE_COLUMN
        for column in self._in_sight():
            cell = row.cells.get(self.columns[column].id)
            pieces = () if cell is None else cell.words if is_roomy else cell.sign
            background = None
            if is_here and column == self.cursor.x and self.has_focus:
                background = Style(bgcolor=style_of(self, "cursor").bgcolor)
                if cell is None:
                    pieces = (Piece("─", "muted"),)
            filled = _filled(pieces, self.column_width - 1)
            yield from segments(self, filled, background)
            yield from segments(self, (Piece(" "),))

    # How it is moved in.

    def _validate_cursor(self, cursor: Offset) -> Offset:
        return Offset(
            max(0, min(cursor.x, len(self.columns) - 1)), max(0, min(cursor.y, len(self.rows) - 1))
        )

    def _watch_cursor(self) -> None:
        self.show_cursor()
        self.refresh()
        self.post_message(self.CellHighlighted(self))

    def show_cursor(self) -> None:
        """Scroll so that the cell under the cursor is in sight."""
        seen = self._in_sight()
        x, y = round(self.scroll_x), round(self.scroll_y)
        if self.cursor.x < seen.start:
            x = self.cursor.x * self.column_width
        elif self.cursor.x >= seen.stop:
            x = (self.cursor.x - len(seen) + 1) * self.column_width
        room = max(1, self.scrollable_content_region.height - self.head_lines)
        y = max(self.cursor.y - room + 1, min(y, self.cursor.y))
        self.scroll_to(x=x, y=y, animate=False, force=True)

    def action_move(self, where: str) -> None:
        """Move the cursor up or down: a cell, a screenful, or to the end."""
        page = max(1, self.size.height - self.head_lines - 1)
        last = len(self.rows)
        by = {
            "up": -1, "down": 1, "page_up": -page, "page_down": page, "first": -last, "last": last,
        }  # fmt: skip
        self.cursor = Offset(self.cursor.x, self.cursor.y + by[where])

    def action_aside(self, by: int) -> None:
        """Move the cursor to the left or right."""
        self.cursor = Offset(self.cursor.x + by, self.cursor.y)

    def action_filled(self, by: int) -> None:
        """To the next cell of the column that has something, then of the next column."""
        filled = [
            Offset(x, y)
            for x, column in enumerate(self.columns)
            for y, row in enumerate(self.rows)
            if column.id in row.cells
        ]
        ahead = [one for one in filled if (one > self.cursor if by > 0 else one < self.cursor)]
        if ahead:
            self.cursor = ahead[0] if by > 0 else ahead[-1]

    def action_choose(self) -> None:
        """Open what stands in the cell."""
        if self.rows:
            self.post_message(self.CellChosen(self))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a double click opens."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < self.head_lines:
            return
        row = offset.y - self.head_lines + round(self.scroll_y)
        if row >= len(self.rows):
            return
        beside = (offset.x - self.names_width) // self.column_width
        column = self._in_sight().start + beside if beside >= 0 else self.cursor.x
        self.cursor = Offset(column, row)
        if event.chain == 2:
            self.action_choose()


def _filled(pieces: Pieces, width: int) -> Pieces:
    """Pieces cut or filled up to a width in cells."""
    shown = cut(pieces, width)
    used = sum(cells(piece.text) for piece in shown)
    return (*shown, Piece(" " * max(0, width - used)))


def _broken(head: str, width: int, most: int) -> list[str]:
    """A head in at most so many lines; what has no room is cut."""
    shown = printable(head)
    lines = [shown[start:end] for start, end in wrapped(shown, width)]
    if len(lines) > most:
        kept = cut((Piece(" ".join(lines[most - 1 :])),), width)
        lines = [*lines[: most - 1], "".join(piece.text for piece in kept)]
    return lines
