"""A page over many briefings: a head, rows that typing narrows, and the sentence behind a row.

The dossier and the list of open questions are such pages.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.getters import query_one
from textual.reactive import reactive
from textual.screen import Screen

from briefings.errors import BriefingError
from tui.across import Going
from tui.actions import Place, bindings
from tui.panes.across_signs import PAGE_LEGEND
from tui.panes.facts import told
from tui.panes.looks import FindingList, note
from tui.panes.signs import Sign
from tui.screens.briefing import BriefingScreen
from tui.screens.find_bar import FindBar
from tui.screens.narrowing import words_of
from tui.widgets.key_line import KeyLine
from tui.widgets.line_view import LineView
from tui.widgets.painted import PaintedLines
from tui.widgets.printable import cells, printable
from tui.widgets.row_list import RowList
from tui.widgets.rows import Line, Piece, Pieces, Row

PROGRAM = "briefing"
ROOMY = 60
"""From so many cells the program's name stands at the left of the head."""

WIDTHS = [(0, "-below"), (120, "-beside")]
HEIGHTS = [(0, "-short"), (20, "-tall")]
"""The style classes of a page, each with the cells it begins at."""

BESIDE_LINES, BELOW_LINES = 24, 3
"""How much of a sentence is shown beside the rows, and below them."""


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


class PageHead(PaintedLines):
    """Who or what the page is about, and the facts below it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--program"}
    DEFAULT_CSS = """
    PageHead {
        height: 2;
        padding: 0 1;
        background: $background;
        color: $foreground;
        & > .lines--program { color: $accent; text-style: bold; }
    }
    """

    title: reactive[str] = reactive("")
    kind: reactive[str] = reactive("")
    facts: reactive[Pieces] = reactive(())

    def lines(self, width: int) -> Iterator[Line]:
        """The title, then the facts."""
        name = (Piece(f"{PROGRAM}   ", "program"),) if width >= ROOMY else ()
        right = (Piece(self.kind, "muted"),) if self.kind else ()
        yield Line((*name, Piece(self.title, "strong")), right=right)
        yield Line(self.facts, indent=cells(name[0].text) if name else 0)


class Behind(LineView, can_focus=False):
    """The sentence behind the row under the cursor."""

    DEFAULT_CSS = """
    Behind {
        height: 5;
        padding: 0 1;
        border-top: solid $border-blurred;
    }
    """


class PageRows(FindingList):
    """The rows of a page."""

    DEFAULT_CSS = """
    PageRows {
        height: 1fr;
        & > .lines--match { color: $match; text-style: bold underline; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--match"}


class PageScreen(Screen[Going | None]):
    """Gives back the place to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.PAGE)]
    AUTO_FOCUS = "PageRows"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    PLACES: ClassVar[tuple[Place, ...]] = (Place.PAGE, Place.LIST, Place.APP)
    """The places whose keys are in force, the nearest first: what the help lists."""

    SIGNS: ClassVar[tuple[Sign, ...]] = PAGE_LEGEND
    """What the help tells of signs."""

    DEFAULT_CSS = """
    PageScreen {
        layout: vertical;
        background: $background;
        & #page { layout: vertical; height: 1fr; }
        &.-beside #page { layout: horizontal; }
        &.-beside PageRows { width: 8fr; height: 1fr; }
        &.-beside Behind {
            width: 5fr;
            height: 1fr;
            border-top: none;
            border-left: solid $border-blurred;
        }
        &.-tall PageHead { height: 3; }
        &.-short Behind { display: none; }
        &.-short PageHead { height: 1; }
    }
    """

    head = query_one(PageHead)
    rows = query_one(PageRows)
    behind = query_one(Behind)
    find_bar = query_one(FindBar)

    def __init__(self) -> None:
        super().__init__()
        self.typed = ""
        self.shown: dict[str, Entry] = {}
        self._over = ""

    def compose(self) -> ComposeResult:
        """Head, rows, the sentence behind the cursor's, and the keys."""
        yield PageHead()
        with Container(id="page"):
            yield PageRows()
            yield Behind()
        yield FindBar()
        yield KeyLine()

    # What a page does in its own way.

    def narrow(self, words: Sequence[str]) -> None:
        """Show what fits some folded words; everything for none."""
        raise NotImplementedError

    # What all pages do.

    def on_screen_resume(self) -> None:
        """Close if another briefing was opened from a screen above: that is what is asked for."""
        below = self.app.screen_stack[0]
        opened = below.opened if isinstance(below, BriefingScreen) else None
        now = opened.document.id if opened else ""
        if self._over and now != self._over:
            self.dismiss(None)
        self._over = now

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
            self._show_behind()
            self.refresh_bindings()

    def on_resize(self) -> None:
        """There is more room for the sentence beside the rows than below them."""
        self.call_after_refresh(self._show_behind)

    def _show_behind(self) -> None:
        entry = self.entry
        most = BESIDE_LINES if self.has_class("-beside") else BELOW_LINES
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

    def come_back(self, going: Going | None) -> None:
        """Whoever goes to a briefing from a page that was opened here leaves this one too."""
        if going is not None:
            self.dismiss(going)

    def action_back(self) -> None:
        """Show all rows again; from all rows, close the page."""
        if self.typed:
            self._leave_found()
        else:
            self.dismiss(None)

    def action_find(self) -> None:
        """Ask for words that the rows must have."""
        self.find_bar.open("Show", self.typed)

    @on(FindBar.Typed)
    def _typed(self, event: FindBar.Typed) -> None:
        if event.words != self.typed:
            self.typed = event.words
            self.narrow(words_of(event.words))

    @on(FindBar.Taken)
    def _take_found(self) -> None:
        self.rows.focus()
        if not self.typed:
            self.find_bar.close()

    @on(FindBar.Left)
    def _leave_found(self) -> None:
        self.find_bar.close()
        self.rows.focus()
        if self.typed:
            self.typed = ""
            self.narrow(())

    def begin(
        self, work: Coroutine[Any, Any, None], group: str, *, exclusive: bool = False
    ) -> None:
        """Do something with the library aside; what goes wrong is told."""
        self.run_worker(self._told_of(work), group=group, exclusive=exclusive, exit_on_error=False)

    async def _told_of(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except BriefingError as error:
            if self.shown:
                self.app.notify(printable(told(error)), severity="warning", markup=False)
            else:
                self.rows.note = note("This cannot be shown", told(error), look="error")


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
