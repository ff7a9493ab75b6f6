"""A page whose contents are rows, with the sentence behind the one under the cursor.

The dossier, the timeline and the list of open questions are such pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.getters import query_one

from tui.across import Going
from tui.actions import Place, bindings
from tui.panes.looks import FindingList
from tui.screens.page import BELOW_LINES, Behind, PageScreen
from tui.widgets.line_view import LineView
from tui.widgets.row_list import RowList
from tui.widgets.rows import Line, Piece, Row


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a page, and what it stands for.

    Attributes:
        row: The row; a heading has no id.
        searched: What it is found by; of a heading, of what level it is.
        going: Where `enter` leads; None if nowhere.
        passage: The sentence behind it, or empty.
        where: The briefing that the sentence stands in.
        actor: The key of the actor that the row is about, or empty.
        item: The number of a position that says more about it; 0 if there is none.
    """

    row: Row
    searched: str = ""
    going: Going | None = None
    passage: str = ""
    where: str = ""
    actor: str = ""
    item: int = 0


class PageRows(FindingList):
    """The rows of a page."""

    DEFAULT_CSS = "PageRows { height: 1fr; }"


class RowsPage(PageScreen):
    """Gives back the place to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.PAGE)]
    AUTO_FOCUS = "PageRows"
    PLACES: ClassVar[tuple[Place, ...]] = (Place.PAGE, Place.LIST, Place.APP)
    """The places whose keys are in force, the nearest first: what the help lists."""

    DEFAULT_CSS = """
    RowsPage {
        &.-beside PageRows { width: 8fr; height: 1fr; }
        &.-beside Behind { width: 5fr; }
    }
    """

    rows = query_one(PageRows)
    behind = query_one(Behind)

    def __init__(self) -> None:
        super().__init__()
        self.shown: dict[str, Entry] = {}

    def contents(self) -> Iterable[LineView]:
        """The rows, and the sentence behind the cursor's."""
        yield PageRows()
        yield Behind()

    @property
    def focus_target(self) -> PageRows:
        """The rows."""
        return self.rows

    @property
    def has_contents(self) -> bool:
        """Whether there are rows already."""
        return bool(self.shown)

    def show_entries(self, entries: Iterable[Entry], nothing: tuple[Line, ...]) -> None:
        """Show rows, or a note in place of them."""
        known = list(entries)
        self.shown = {entry.row.id: entry for entry in known if entry.row.id}
        self.rows.note = () if self.shown else nothing
        self.rows.show_rows([entry.row for entry in known] if self.shown else [])
        if not self.shown:
            self.behind.note = ()
        self.refresh_bindings()

    @property
    def entry(self) -> Entry | None:
        """The row under the cursor with what it stands for."""
        return self.shown.get(self.rows.row_id)

    @on(RowList.RowHighlighted)
    def _follow_cursor(self, event: RowList.RowHighlighted) -> None:
        if event.row_id == self.rows.row_id:
            self.show_behind()
            self.refresh_bindings()

    def show_behind(self) -> None:
        """Show the sentence behind the row under the cursor, and where it stands."""
        entry, most = self.entry, self.most_lines
        lines = []
        if entry is not None and entry.passage:
            lines.append(Line((Piece(f"“{entry.passage}”", "text"),), most=most))
        if entry is not None and entry.where:
            lines.append(Line((Piece(entry.where, "muted"),), most=4 if most > BELOW_LINES else 1))
        self.behind.note = tuple(lines)

    @on(RowList.RowChosen)
    def _choose(self, event: RowList.RowChosen) -> None:
        entry = self.shown.get(event.row_id)
        if entry is not None:
            self.choose(entry)

    def choose(self, entry: Entry) -> None:
        """Go where the row leads."""
        if entry.going is not None:
            self.dismiss(entry.going)


def quoted(words: str, look: str = "text") -> Piece:
    """Words of an article in quotation marks."""
    return Piece(f"“{words}”", look)


def blank() -> Row:
    """A row that only keeps others apart."""
    return Row("", (Line((Piece(" "),)),))


Deciding = Callable[[Entry], bool]


def kept(entries: Sequence[Entry], fits: Deciding) -> Iterator[Entry]:
    """The rows that fit, each with the headings above it.

    Args:
        entries: Rows and headings; `searched` of a heading is its level, "1" for the uppermost.
        fits: Whether a row fits.
    """
    open_headings: dict[str, Entry] = {}
    for entry in entries:
        if entry.row.is_heading:
            level = entry.searched
            open_headings = {one: kept for one, kept in open_headings.items() if one < level}
            open_headings[level] = entry
        elif fits(entry):
            for level in sorted(open_headings):
                yield open_headings[level]
            open_headings.clear()
            yield entry
