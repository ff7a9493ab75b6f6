"""What a line view shows, as a model: items that stand on lines.

The model knows words and cells; the widget knows the terminal. `RowLines` is the model of lists.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Protocol

from textual.cache import LRUCache

from tui.widgets.rows import Pieces, Row, laid_out

WRAPPING_LIMIT = 600
"""From so many rows on no line wraps: the height of a row is then known without measuring its
words, which keeps the first paint of a very long list as quick as that of a short one."""


class Lines(Protocol):
    """Items that stand on lines; the cursor of a line view moves from item to item."""

    def __len__(self) -> int:
        """How many items there are, those the cursor passes over included."""

    def can_rest(self, item: int) -> bool:
        """Whether the cursor can rest on an item."""

    def begins_group(self, item: int) -> bool:
        """Whether an item is the first of its group: of rows below a heading, of a paragraph."""

    def lay_out(self, width: int) -> int:
        """Prepare for a width in cells; how many lines there are now."""

    def lines_of(self, item: int) -> range:
        """The lines to bring into sight for an item; none before all is laid out."""

    def item_at(self, line: int, column: int) -> int | None:
        """The item at a cell, or None."""

    def pieces(self, line: int) -> Pieces:
        """What is read on a line, printable, at most as wide as the width laid out for."""


class RowLines:
    """Rows below each other.

    Args:
        rows: The rows, headings among them.
    """

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        self.rows = rows
        self.index = {row.id: number for number, row in enumerate(rows) if row.id}
        self._tops: list[int] = [0]
        self._width = 0
        self._laid: LRUCache[int, list[Pieces]] = LRUCache(1024)

    def __len__(self) -> int:
        return len(self.rows)

    def can_rest(self, item: int) -> bool:
        """The cursor passes over headings."""
        return not self.rows[item].is_heading

    def begins_group(self, item: int) -> bool:
        """The first row, and every first row below a heading."""
        return not self.rows[item].is_heading and (item == 0 or self.rows[item - 1].is_heading)

    def lay_out(self, width: int) -> int:
        """Measure the rows at a width."""
        self._width = width
        self._laid.clear()
        if self._wraps:
            heights: Iterable[int] = (len(self._laid_row(i)) for i in range(len(self.rows)))
        else:
            heights = (len(row.lines) for row in self.rows)
        self._tops = [0, *accumulate(heights)]
        return self._tops[-1]

    def lines_of(self, item: int) -> range:
        """The lines of a row; with the heading above it, if it is the first below one."""
        if len(self._tops) <= len(self.rows):
            return range(0)
        top = item
        while top > 0 and self.rows[top - 1].is_heading:
            top -= 1
        return range(self._tops[top], self._tops[item + 1])

    def item_at(self, line: int, column: int) -> int | None:
        """The row at a line."""
        if not 0 <= line < self._tops[-1]:
            return None
        return bisect_right(self._tops, line) - 1

    def pieces(self, line: int) -> Pieces:
        """One line of the row that stands there."""
        number = bisect_right(self._tops, line) - 1
        return self._laid_row(number)[line - self._tops[number]]

    @property
    def _wraps(self) -> bool:
        return len(self.rows) < WRAPPING_LIMIT

    def _laid_row(self, number: int) -> list[Pieces]:
        laid = self._laid.get(number)
        if laid is None:
            laid = laid_out(self.rows[number].lines, self._width, wraps=self._wraps)
            self._laid[number] = laid
        return laid
