"""What stands around the list: its head, the heads of its columns, more on the row in front."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.message import Message
from textual.reactive import reactive

from briefings.library.listing import Listing, Sort
from tui.panes.facts import counted
from tui.panes.header import NARROW, PROGRAM, SEPARATOR
from tui.screens.library.asking import is_filtered, order_of
from tui.screens.library.columns import ALIKE, column_at, columns_for, heads
from tui.widgets.painted import PaintedLines
from tui.widgets.rows import Line, Piece

if TYPE_CHECKING:
    from briefings.library import Entry

BESIDE = 2
"""Cells beside the columns: the bar of the list and its scrollbar."""


class LibraryHead(PaintedLines):
    """How many briefings are listed, in which order, and how many are marked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--program"}
    DEFAULT_CSS = """
    LibraryHead {
        height: 1;
        padding: 0 1;
        background: $background;
        & > .lines--program { color: $accent; text-style: bold; }
    }
    """

    listing: reactive[Listing] = reactive(Listing)
    count: reactive[int] = reactive(0)
    total: reactive[int] = reactive(0)
    marked: reactive[int] = reactive(0)
    aside: reactive[str] = reactive("")
    """What else there is to say, such as that the library can only be read."""

    def lines(self, width: int) -> Iterator[Line]:
        """One line; the order gives way where there is no room."""
        name = (Piece(f"{PROGRAM}   ", "program"),) if width >= NARROW else ()
        facts = [self.counted]
        if self.marked:
            facts.append(f"{self.marked:,} marked")
        if self.aside:
            facts.append(self.aside)
        left = (*name, Piece("Library", "strong"), Piece(f"   {SEPARATOR.join(facts)}", "muted"))
        order = order_of(self.listing).told(is_descending=self.listing.is_descending)
        yield Line(left, extra=(Piece(order, "muted"),))

    @property
    def counted(self) -> str:
        """How many briefings there are, and how many of them are listed."""
        if self.listing.is_removed:
            return f"{self.count:,} removed"
        if is_filtered(self.listing):
            return f"{self.count:,} of {self.total:,}"
        return counted(self.total, "briefing")


class Heads(PaintedLines):
    """The heads of the columns; a click on one sorts by it."""

    DEFAULT_CSS = """
    Heads { height: 1; background: $background; padding: 0 0 0 1; }
    """

    listing: reactive[Listing] = reactive(Listing)

    @dataclass
    class SortChosen(Message):
        """The list is to be sorted by a column."""

        sort: Sort

    def lines(self, width: int) -> Iterator[Line]:
        """The heads; where there are no columns the order in words."""
        room = width - BESIDE
        columns = columns_for(room)
        if columns:
            sort, turn = self.listing.sort, self.listing.is_descending
            yield Line(heads(columns, room, sort, is_descending=turn))
        else:
            order = order_of(self.listing).told(is_descending=self.listing.is_descending)
            yield Line((Piece(order, "muted"),), indent=5)

    def on_click(self, event: events.Click) -> None:
        """Sort by the column that was clicked."""
        offset = event.get_content_offset(self)
        room = self.size.width - BESIDE
        column = column_at(columns_for(room), room, offset.x) if offset else None
        if column is not None and column.sort:
            self.post_message(self.SortChosen(column.sort))


class Details(PaintedLines):
    """What the row under the cursor has no room for: tags, notes, what it is much the same as."""

    DEFAULT_CSS = """
    Details { height: 1; padding: 0 1; background: $background; }
    """

    entry: reactive[Entry | None] = reactive(None)
    twin: reactive[str] = reactive("")

    def lines(self, width: int) -> Iterator[Line]:
        """One line; what is most wanted stands first."""
        entry = self.entry
        if entry is None:
            return
        facts = [
            "" if entry.is_read else "unread",
            "starred" if entry.is_starred else "",
            " ".join(f"#{tag}" for tag in entry.tags),
            counted(entry.notes, "note") if entry.notes else "",
            f"{ALIKE} much the same as “{' '.join(self.twin.split())}”" if self.twin else "",
            counted(entry.words, "word"),
            f"added {entry.added[:10]}",
        ]
        yield Line((Piece(SEPARATOR.join(fact for fact in facts if fact), "muted"),), indent=5)
