"""The list itself: rows that are read from the library as they come into sight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.message import Message

from tui.screens.library.columns import Told, columns_for, lines_of
from tui.shelf import PAGE, Page
from tui.widgets.line_view import LineView
from tui.widgets.painted import segments, style_of
from tui.widgets.row_list import BAR
from tui.widgets.rows import Piece, Pieces

if TYPE_CHECKING:
    from briefings.library import Entry
    from tui.shelf import View

MOST_PAGES = 20
"""Pages that are held; of more, those read longest ago are given up."""


class Rows:
    """The model: the rows of a list, of which some pages have been read.

    Args:
        count: How many rows there are.
        pages: The pages that have been read, by their numbers.
    """

    def __init__(self, count: int = 0, pages: Mapping[int, Page] | None = None) -> None:
        self._count = count
        self._pages = dict(pages or {})
        self._width = 0
        self._height = 1
        self._laid: LRUCache[tuple[int, bool], list[Pieces]] = LRUCache(1024)
        self.missing: set[int] = set()
        self.marked: Mapping[str, Entry] = {}
        self.opened = ""
        self.words: Sequence[str] = ()

    def __len__(self) -> int:
        return self._count

    def can_rest(self, item: int) -> bool:
        """The cursor rests on every row."""
        return 0 <= item < self._count

    def begins_group(self, item: int) -> bool:
        """There are no groups."""
        return False

    def lay_out(self, width: int) -> int:
        """Every row has the same height, so nothing is measured."""
        self._width = width
        self._laid.clear()
        self._height = 1 if columns_for(width) else 2
        return self._count * self._height

    def lines_of(self, item: int) -> range:
        """The lines of a row."""
        return range(item * self._height, (item + 1) * self._height)

    def item_at(self, line: int, column: int) -> int | None:
        """The row at a line."""
        item = line // self._height
        return item if 0 <= item < self._count else None

    def pieces(self, line: int) -> Pieces:
        """A line of a row; of one that has not been read a sign that it is being read."""
        item, part = divmod(line, self._height)
        entry = self.entry(item)
        if entry is None:
            self.missing.add(item // PAGE)
            return (Piece("     ·", "faint"),) if part == 0 else ()
        is_marked = entry.id in self.marked
        laid = self._laid.get((item, is_marked))
        if laid is None:
            told = Told(
                is_marked=is_marked,
                is_open=entry.id == self.opened,
                is_alike=entry.id in self._pages[item // PAGE].alike,
                words=self.words,
            )
            laid = self._laid[item, is_marked] = lines_of(entry, told, self._width)
        return laid[part]

    def entry(self, item: int) -> Entry | None:
        """The briefing of a row; None if it has not been read."""
        page = self._pages.get(item // PAGE)
        at = item % PAGE
        return page.entries[at] if page is not None and at < len(page.entries) else None

    def twin(self, item: int) -> str:
        """The title of another briefing that is much the same as that of a row, or empty."""
        entry, page = self.entry(item), self._pages.get(item // PAGE)
        return page.alike.get(entry.id, "") if entry and page else ""

    def take(self, number: int, page: Page) -> None:
        """Take in a page that was read."""
        self.missing.discard(number)
        self._laid.clear()
        self._pages[number] = page
        for old in list(self._pages)[:-MOST_PAGES]:
            del self._pages[old]


class LibraryTable(LineView):
    """All briefings of a list, one below the other."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lines--cursor",
        "lines--cursor-bar",
        "lines--resting-bar",
        "lines--match",
        "lines--star",
    }
    DEFAULT_CSS = """
    LibraryTable {
        height: 1fr;
        & > .lines--cursor { background: $cursor-row; }
        & > .lines--cursor-bar { color: $accent; background: $cursor-row; }
        & > .lines--resting-bar { color: $muted; }
        & > .lines--match { color: $match; text-style: bold underline; }
        & > .lines--star { color: $accent; }
    }
    """

    @dataclass
    class Highlighted(Message):
        """The cursor came to a row."""

        item: int

    @dataclass
    class Chosen(Message):
        """A row is to be opened."""

        item: int

    @dataclass
    class PagesMissed(Message):
        """Rows that have not been read came into sight."""

        numbers: frozenset[int]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows = Rows()

    @property
    def entry(self) -> Entry | None:
        """The briefing under the cursor."""
        return self.rows.entry(self.cursor) if self.cursor >= 0 else None

    def show_view(self, view: View, words: Sequence[str], opened: str) -> None:
        """Show a list; the row under the cursor stays where it is on the screen."""
        before, top = self.cursor, round(self.scroll_y)
        rows = Rows(view.count, view.pages)
        rows.words, rows.opened, rows.marked = words, opened, self.rows.marked
        self.rows = rows
        self.show(rows, view.place)
        if before >= 0 and view.count:
            moved = (self.cursor - before) * len(rows.lines_of(0))
            self.scroll_to(y=max(0, top + moved), animate=False, force=True)
            self.show_cursor()

    def mark(self, marked: Mapping[str, Entry]) -> None:
        """Show which rows the reader has marked."""
        self.rows.marked = marked
        self.refresh()

    def take(self, number: int, page: Page) -> None:
        """Show a page that was read."""
        self.rows.take(number, page)
        self.refresh()
        if self.cursor // PAGE == number:
            self.post_highlighted(self.cursor)

    @property
    def margin_width(self) -> int:
        """The bar."""
        return 1

    def lines_width(self, width: int) -> int:
        """A cell is kept for the bar, and one as a margin."""
        return width - 2

    def paint(self, line: int, width: int) -> Iterable[Segment]:
        """A line of a row, after the bar of the cursor."""
        pieces = self.rows.pieces(line)
        if self.rows.missing:
            self.post_message(self.PagesMissed(frozenset(self.rows.missing)))
            self.rows.missing.clear()
        background: Style | None = None
        bar = Segment(" ", self.rich_style)
        if self.rows.item_at(line, 0) == self.cursor:
            bar = Segment(BAR, style_of(self, "cursor-bar" if self.has_focus else "resting-bar"))
            background = Style(bgcolor=style_of(self, "cursor").bgcolor) if self.has_focus else None
        yield bar
        used = 1
        for segment in segments(self, pieces, background):
            used += segment.cell_length
            yield segment
        if background:
            yield Segment(" " * max(0, width - used), background)

    def on_focus(self) -> None:
        """The bar says whether keys move the cursor."""
        self.refresh_items({self.cursor})

    def on_blur(self) -> None:
        """The same."""
        self.refresh_items({self.cursor})

    def post_highlighted(self, item: int) -> None:
        """Tell of the row."""
        self.post_message(self.Highlighted(item))

    def post_chosen(self, item: int) -> None:
        """Tell of the row."""
        self.post_message(self.Chosen(item))
