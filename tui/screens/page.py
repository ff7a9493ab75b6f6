"""A page over briefings: a head, what typing narrows, what stands behind the cursor, the keys.

The matrix is such a page; those whose contents are rows are in `page_rows`.
"""

from __future__ import annotations

from collections.abc import Coroutine, Iterable, Iterator, Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.getters import query_one
from textual.reactive import reactive
from textual.screen import Screen

from briefings.errors import BriefingError
from tui.across import Going
from tui.panes.across_signs import PAGE_LEGEND
from tui.panes.facts import told
from tui.panes.looks import note
from tui.panes.signs import Sign
from tui.screens.briefing import BriefingScreen
from tui.screens.find_bar import FindBar
from tui.screens.narrowing import words_of
from tui.widgets.grid import Grid
from tui.widgets.key_line import KeyLine
from tui.widgets.line_view import LineView
from tui.widgets.painted import PaintedLines
from tui.widgets.printable import cells, printable
from tui.widgets.rows import Line, Piece, Pieces

PROGRAM = "briefing"
ROOMY = 60
"""From so many cells the program's name stands at the left of the head."""

WIDTHS = [(0, "-below"), (120, "-beside")]
HEIGHTS = [(0, "-short"), (20, "-tall")]
"""The style classes of a page, each with the cells it begins at."""

BESIDE_LINES, BELOW_LINES = 24, 3
"""How much of a sentence is shown beside the contents, and below them."""


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
    """The sentence behind what is under the cursor."""

    DEFAULT_CSS = """
    Behind {
        height: 5;
        padding: 0 1;
        border-top: solid $border-blurred;
    }
    """


class PageScreen(Screen[Going | None]):
    """Gives back the place to go to, or None."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    SIGNS: ClassVar[tuple[Sign, ...]] = PAGE_LEGEND
    """What the help tells of signs."""

    DEFAULT_CSS = """
    PageScreen {
        layout: vertical;
        background: $background;
        & #page { layout: vertical; height: 1fr; }
        &.-beside #page { layout: horizontal; }
        &.-beside Behind {
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
    find_bar = query_one(FindBar)

    def __init__(self) -> None:
        super().__init__()
        self.typed = ""
        self._over = ""

    def compose(self) -> ComposeResult:
        """Head, contents, and the keys."""
        yield PageHead()
        with Container(id="page"):
            yield from self.contents()
        yield FindBar()
        yield KeyLine()

    # What a page does in its own way.

    def contents(self) -> Iterable[LineView | Grid]:
        """What is narrowed, and what shows the sentence behind its cursor."""
        raise NotImplementedError

    @property
    def focus_target(self) -> LineView | Grid:
        """What the cursor moves in."""
        raise NotImplementedError

    @property
    def has_contents(self) -> bool:
        """Whether there is something to see already."""
        raise NotImplementedError

    def narrow(self, words: Sequence[str]) -> None:
        """Show what fits some folded words; everything for none."""
        raise NotImplementedError

    def show_behind(self) -> None:
        """Show the sentence behind what is under the cursor."""
        raise NotImplementedError

    # What all pages do.

    def on_screen_resume(self) -> None:
        """Close if another briefing was opened from a screen above: that is what is asked for."""
        below = self.app.screen_stack[0]
        opened = below.opened if isinstance(below, BriefingScreen) else None
        now = opened.document.id if opened else ""
        if self._over and now != self._over and self.is_active:
            self.dismiss(None)
        self._over = now

    def on_resize(self) -> None:
        """There is more room for the sentence beside the contents than below them."""
        self.call_after_refresh(self.show_behind)

    @property
    def most_lines(self) -> int:
        """How much of a sentence there is room for."""
        return BESIDE_LINES if self.has_class("-beside") else BELOW_LINES

    def come_back(self, going: Going | None) -> None:
        """Whoever goes to a briefing from a page that was opened here leaves this one too."""
        if going is not None:
            self.dismiss(going)

    def action_back(self) -> None:
        """Show everything again; from everything, close the page."""
        if self.typed:
            self._leave_found()
        else:
            self.dismiss(None)

    def action_find(self) -> None:
        """Ask for words that what is shown must have."""
        self.find_bar.open("Show", self.typed)

    @on(FindBar.Typed)
    def _narrow_to_typed(self, event: FindBar.Typed) -> None:
        if event.words != self.typed:
            self.typed = event.words
            self.narrow(words_of(event.words))

    @on(FindBar.Taken)
    def _take_found(self) -> None:
        self.focus_target.focus()
        if not self.typed:
            self.find_bar.close()

    @on(FindBar.Left)
    def _leave_found(self) -> None:
        self.find_bar.close()
        self.focus_target.focus()
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
            if self.has_contents:
                self.app.notify(printable(told(error)), severity="warning", markup=False)
            else:
                self.focus_target.note = note("This cannot be shown", told(error), look="error")
