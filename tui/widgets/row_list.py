"""A list of rows of one or more lines each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.reactive import var

from tui.widgets.line_view import LineView
from tui.widgets.lines import RowLines
from tui.widgets.painted import segments, style_of
from tui.widgets.rows import Row

BAR, LINKED_BAR = "▌", "▎"


class RowList(LineView):
    """Rows with a cursor; headings among them are passed over."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lines--heading",
        "lines--cursor",
        "lines--cursor-bar",
        "lines--resting-bar",
        "lines--linked-bar",
    }
    DEFAULT_CSS = """
    RowList {
        & > .lines--heading { color: $muted; text-style: bold; }
        & > .lines--cursor { background: $cursor-row; }
        & > .lines--cursor-bar { color: $accent; background: $cursor-row; }
        & > .lines--resting-bar { color: $muted; }
        & > .lines--linked-bar { color: $accent; }
    }
    """

    linked: var[frozenset[str]] = var(frozenset(), init=False)
    """The ids of the rows that belong to what is lit elsewhere; marked by a bar."""

    @dataclass
    class RowHighlighted(Message):
        """The cursor came to a row."""

        rows: RowList
        row_id: str

        @property
        def control(self) -> RowList:
            """The list."""
            return self.rows

    @dataclass
    class RowChosen(Message):
        """A row was chosen, by key or double click."""

        rows: RowList
        row_id: str

        @property
        def control(self) -> RowList:
            """The list."""
            return self.rows

    def __init__(
        self, *, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._model = RowLines()

    @property
    def row_id(self) -> str:
        """The id of the row under the cursor; empty if there is none."""
        rows = self._model.rows
        return rows[self.cursor].id if 0 <= self.cursor < len(rows) else ""

    @property
    def is_active(self) -> bool:
        """Whether the keys that are pressed move the cursor of this list."""
        return self.has_focus

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the cursor stays on the row with the same id, else goes to the first."""
        before = self.row_id
        self._model = RowLines(rows)
        self.show(self._model, self._model.index.get(before, 0))

    def has(self, row_id: str) -> bool:
        """Whether there is a row with this id."""
        return row_id in self._model.index

    def move_to(self, row_id: str) -> bool:
        """Move the cursor to a row; whether there is one with this id."""
        if row_id not in self._model.index:
            return False
        self.cursor = self._model.index[row_id]
        self.show_cursor()
        return True

    def watch_linked(self, before: frozenset[str], linked: frozenset[str]) -> None:
        """Mark the linked rows and, while the reader is elsewhere, bring the first into sight."""
        index = self._model.index
        self.refresh_items({index[row_id] for row_id in before ^ linked if row_id in index})
        numbers = [index[row_id] for row_id in linked if row_id in index]
        if numbers and not self.has_focus:
            self.show_lines(self._model.lines_of(min(numbers)))

    @property
    def margin_width(self) -> int:
        """The bar."""
        return 1

    def lines_width(self, width: int) -> int:
        """A cell is kept for the bar, and one as a margin."""
        return width - 2

    def paint(self, line: int, width: int) -> Iterable[Segment]:
        """A line of a row, after the bar of the cursor or of a link."""
        number = self._model.item_at(line, 0)
        background: Style | None = None
        bar = Segment(" ", self.base)
        if number is not None and number == self.cursor and self.is_active:
            background = Style(bgcolor=style_of(self, "cursor").bgcolor)
            bar = Segment(BAR, style_of(self, "cursor-bar"))
        elif number is not None and number == self.cursor:
            bar = Segment(BAR, style_of(self, "resting-bar"))
        elif number is not None and self._model.rows[number].id in self.linked:
            bar = Segment(LINKED_BAR, style_of(self, "linked-bar"))
        yield bar
        used = 1
        for segment in segments(self, self._model.pieces(line), background):
            used += segment.cell_length
            yield segment
        if background:
            yield Segment(" " * max(0, width - used), background)

    def post_highlighted(self, item: int) -> None:
        """Tell of the row."""
        self.post_message(self.RowHighlighted(self, self._model.rows[item].id))

    def post_chosen(self, item: int) -> None:
        """Tell of the row."""
        self.post_message(self.RowChosen(self, self._model.rows[item].id))
