"""The briefing: who acts, where they stand, what is open, and the words it all comes from.

The four panes are linked. The screen holds what they share (what is open, whom it is narrowed to,
what is lit) and hands it down; the panes tell where the cursor goes.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.getters import query_one
from textual.reactive import reactive
from textual.screen import Screen

from briefings.document import Span
from tui.actions import Place, bindings
from tui.messages import ExportAsked, RetryAsked, SearchAsked
from tui.panes import evidence as lit
from tui.panes.actors import ActorsPane
from tui.panes.evidence import NOTHING, Evidence
from tui.panes.header import BriefingHeader
from tui.panes.looks import FindingList
from tui.panes.opened import Opened
from tui.panes.positions import Order, PositionsPane
from tui.panes.questions import QuestionsPane
from tui.panes.quotation import cited
from tui.panes.source import SourcePane
from tui.panes.tabs import PANES, PaneTabs
from tui.widgets.key_line import KeyLine
from tui.widgets.line_view import LineView

ASIDE = {
    ("actors", "right"): "positions",
    ("questions", "right"): "positions",
    ("positions", "left"): "actors",
    ("positions", "right"): "source",
    ("source", "left"): "positions",
}
"""Which pane stands at the left or right of another, where all are seen."""

# Textual declares its breakpoints in a way that leaves no room for ClassVar.
WIDTHS = [(0, "-narrow"), (80, "-medium"), (120, "-wide")]
HEIGHTS = [(0, "-short"), (20, "-tall")]
"""The style classes of the screen, each with the cells it begins at; see `briefing.tcss`."""


class BriefingScreen(Screen[None]):
    """A briefing in four linked panes."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.BRIEFING)]
    AUTO_FOCUS = "#positions"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    opened: reactive[Opened | None] = reactive(None)
    """What is open; None before anything is."""

    narrowed: reactive[str] = reactive("")
    """The id of the actor that all is narrowed to; empty for everybody."""

    evidence: reactive[Evidence] = reactive(NOTHING)
    """What is lit in the source."""

    order: reactive[Order] = reactive(Order.TOPIC)
    """The order of the positions."""

    progress: reactive[str] = reactive("")
    """What is going on besides, in a few words."""

    pane: reactive[str] = reactive("positions")
    """The id of the pane in front."""

    zoomed: reactive[bool] = reactive(False, toggle_class="-zoomed")
    """Whether the pane in front has the whole screen."""

    actors = query_one("#actors", ActorsPane)
    positions = query_one("#positions", PositionsPane)
    questions = query_one("#questions", QuestionsPane)
    source = query_one("#source", SourcePane)

    def __init__(self) -> None:
        super().__init__()
        self._came_from = "positions"
        self._shown: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """Head, tabs, the panes, and the keys."""
        here = BriefingScreen
        yield BriefingHeader().data_bind(here.opened, here.narrowed, here.progress)
        yield PaneTabs().data_bind(here.opened, here.pane, here.order)
        with Container(id="panes"):
            with Container(id="lists"):
                yield ActorsPane(id="actors").data_bind(here.opened, here.narrowed)
                yield QuestionsPane(id="questions").data_bind(here.opened, here.narrowed)
            with Container(id="reading"):
                yield PositionsPane(id="positions").data_bind(
                    here.opened, here.narrowed, here.order
                )
                yield SourcePane(id="source").data_bind(here.opened, here.narrowed, here.evidence)
        yield KeyLine()

    # What is open.

    def _validate_narrowed(self, narrowed: str) -> str:
        """Only an actor of this briefing can be narrowed to."""
        return narrowed if self.opened and narrowed in self.opened.actors else ""

    def _watch_opened(self, before: Opened | None, opened: Opened | None) -> None:
        """A new article is not narrowed; what is lit is told by the pane in front, if anything."""
        self.evidence = NOTHING
        if before is None or opened is None or before.document.id != opened.document.id:
            self.narrowed = ""
        self.refresh_bindings()

    def _watch_pane(self, before: str, pane: str) -> None:
        """Show the pane in front, which is all that is seen on a small screen."""
        self.remove_class(f"-at-{before}").add_class(f"-at-{pane}")
        if pane != "source":
            self.remove_class(*(f"-list-{name}" for name in PANES)).add_class(f"-list-{pane}")

    # What is lit.

    @on(FindingList.RowHighlighted)
    def _light_row(self, event: FindingList.RowHighlighted) -> None:
        if event.rows.id == self.pane:
            self._light(event.row_id)

    @on(SourcePane.SentenceHighlighted)
    def _light_sentence(self, event: SourcePane.SentenceHighlighted) -> None:
        if self.pane == "source":
            self._light_around(event.sentence)

    def _light_around(self, sentence: Span) -> None:
        """Light all that was found in a sentence; mentions that are lit stay so."""
        if self.opened:
            mentions = self.evidence.mentions
            self.evidence = lit.of_sentence(sentence, self.opened.briefing, mentions)

    def _light(self, row_id: str) -> None:
        opened = self.opened
        if opened is None:
            return
        if position := opened.positions.get(row_id):
            self.evidence = lit.of_position(position, opened.briefing)
        elif question := opened.questions.get(row_id):
            self.evidence = lit.of_question(question, opened.briefing)
        elif actor := opened.actors.get(row_id):
            self.evidence = lit.of_actor(actor, opened.briefing)

    def _watch_evidence(self, evidence: Evidence) -> None:
        """Mark the rows that belong to what is lit."""
        for rows in self.query(FindingList):
            rows.linked = evidence.linked if rows.id != self.pane else frozenset()

    # Where the reader is.

    @on(events.DescendantFocus)
    def _follow_focus(self, event: events.DescendantFocus) -> None:
        """The pane with the focus is the pane in front, and what it is on is lit."""
        pane = event.widget
        if not isinstance(pane, LineView) or pane.id is None:
            return
        if pane.id == "source" and self.pane != "source":
            self._came_from = self.pane
        self.pane = pane.id
        if isinstance(pane, FindingList):
            self._light(pane.row_id)
        elif self.source.sentence and self.source.sentence not in self.evidence.sentences:
            self._light_around(self.source.sentence)
        self._watch_evidence(self.evidence)

    def action_pane(self, where: str) -> None:
        """Go to a pane by its id, or `next`, `previous`, `left` or `right`."""
        shows_one = self.zoomed or self.has_class("-narrow") or self.has_class("-short")
        if where in ("left", "right") and not shows_one:
            where = ASIDE.get((self.pane, where), self.pane)
        if where not in PANES:
            step = -1 if where in ("previous", "left") else 1
            where = PANES[(PANES.index(self.pane) + step) % len(PANES)]
        self._go(where)

    def _go(self, pane: str) -> None:
        """Bring a pane to the front; a hidden one can have the focus only once it is shown."""
        if pane == "source" and self.pane != "source":
            self._came_from = self.pane
        self.pane = pane
        view = self.query_one(f"#{pane}", LineView)
        view.focus()
        view.show_cursor()

    @on(PaneTabs.TabChosen)
    def _open_tab(self, event: PaneTabs.TabChosen) -> None:
        self._go(event.pane)

    @on(FindingList.RowChosen)
    def _open_row(self, event: FindingList.RowChosen) -> None:
        """From a row to its words."""
        self._light(event.row_id)
        self.source.show_evidence(self.evidence)
        self._go("source")

    @on(SourcePane.SentenceChosen)
    def _open_sentence(self, event: SourcePane.SentenceChosen) -> None:
        """From a sentence to the rows it gave, one after the other."""
        if self.opened is None:
            return
        rows = lit.findings(event.sentence, self.opened.briefing)
        if not rows:
            self.notify("Nothing was found in this sentence.", markup=False)
            return
        after = rows[rows.index(self._shown[0]) + 1 :] if set(self._shown) & set(rows) else rows
        self._show_row((*after, *rows)[0])

    def _show_row(self, row_id: str) -> None:
        if self.opened is None:
            return
        self._shown = (row_id,)
        rows = self.positions if row_id in self.opened.positions else self.questions
        if not rows.move_to(row_id):
            self.narrowed = ""
            rows.move_to(row_id)
        self._go(rows.id or "positions")

    def action_mention(self, direction: int) -> None:
        """Go to the next sentence, or the one before, that mentions the actor."""
        actor = self.opened.actors.get(self.narrowed or self.actors.row_id) if self.opened else None
        if actor:
            self._go("source")
            self.source.move_to_mention([mention.span for mention in actor.mentions], direction)

    # What the reader does.

    def action_narrow(self) -> None:
        """Narrow to the actor of the row under the cursor; widen where all is narrowed to it."""
        actor_id = self._actor_of_row()
        is_other = self.pane == "actors" and actor_id != self.narrowed
        self.narrow_to(actor_id if is_other or not self.narrowed else "")

    def _actor_of_row(self) -> str:
        """The actor under the cursor, or who holds the position, or could settle the question."""
        rows = self.query_one(f"#{self.pane}", LineView)
        row_id = rows.row_id if isinstance(rows, FindingList) else ""
        if self.opened is None or row_id in self.opened.actors:
            return row_id
        position = self.opened.positions.get(row_id)
        question = self.opened.questions.get(row_id)
        involved = position.holders if position else question.resolvers if question else ()
        return involved[0] if involved else ""

    def narrow_to(self, actor_id: str) -> None:
        """Narrow to an actor, or widen with an empty id; the actors' cursor goes along."""
        self.narrowed = actor_id
        if actor_id:
            self.actors.move_to(actor_id)

    def action_back(self) -> None:
        """Leave the text where it hides the lists, end the zoom, or widen."""
        if self.pane == "source" and (self.has_class("-narrow") or not self.narrowed):
            self._go(self._came_from)
        elif self.zoomed:
            self.zoomed = False
        else:
            self.narrowed = ""

    def action_zoom(self) -> None:
        """Give the pane in front the whole screen, or show all panes again."""
        self.zoomed = not self.zoomed

    def action_order(self) -> None:
        """The next order of the positions."""
        self.order = self.order.following

    def action_copy(self) -> None:
        """Copy the sentence that is lit, as a quotation with its source."""
        opened, evidence = self.opened, self.evidence
        sentence: Span | None = None
        if opened and evidence.sentences:
            sentence = evidence.sentences[0]
        elif opened and evidence.mentions:
            sentence = opened.sentence_at(evidence.mentions[0].start)
        if opened is None or sentence is None:
            self.notify("No sentence is lit that could be copied.", markup=False)
            return
        where = opened.place(sentence.start)
        self.run_worker(self._copy(cited(opened, sentence), where), group="copy")

    async def _copy(self, quotation: str, where: str) -> None:
        from tui.clipboard import BY_TERMINAL, copy

        how = await copy(quotation, self.app.copy_to_clipboard)
        means = "the terminal, if it allows that" if how == BY_TERMINAL else how
        self.notify(f"Copied the sentence of {where} through {means}.", markup=False)

    def action_search(self) -> None:
        """Ask for the search."""
        self.post_message(SearchAsked())

    def action_export(self) -> None:
        """Ask for the export."""
        self.post_message(ExportAsked())

    def action_retry(self) -> None:
        """Ask for another analysis."""
        if self.opened:
            self.post_message(RetryAsked(self.opened.document))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show what can be done now."""
        opened = self.opened
        if action == "retry":
            return bool(opened and opened.failure)
        if action in ("narrow", "search", "export", "order", "copy", "mention"):
            return True if opened and opened.found else None
        return True
