"""The briefing: who acts, where they stand, what is open, and the words it all comes from.

The four panes are linked. The screen holds what they share (what is open, whom it is narrowed to,
what is lit) and hands it down; the panes tell where the cursor goes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.geometry import Size
from textual.getters import query_one
from textual.reactive import reactive, var
from textual.screen import Screen

from briefings.document import Span
from tui.actions import Place, bindings
from tui.messages import CopyAsked, ExportAsked, RetryAsked
from tui.panes import evidence as lit
from tui.panes.actors import ActorsPane
from tui.panes.evidence import NOTHING, Evidence
from tui.panes.found import FoundPane
from tui.panes.header import BriefingHeader
from tui.panes.looks import FindingList
from tui.panes.only import ALL, Only, of_row
from tui.panes.opened import Opened
from tui.panes.positions import Order, PositionsPane
from tui.panes.quotation import quoted
from tui.panes.source import SourcePane
from tui.panes.tabs import PaneTabs, pane_towards
from tui.panes.views import VIEWS, view_after, view_of
from tui.screens.arrangement import HEIGHTS, WIDTHS, Sizes, arrange, changed, classes, show_panes
from tui.screens.dragging import Borders
from tui.screens.find_bar import FindBar
from tui.screens.finding import Finder
from tui.screens.jumping import Jumper
from tui.screens.linking import Links
from tui.screens.searching.trail import TrailLine
from tui.widgets.key_line import KeyLine
from tui.widgets.line_view import LineView


class BriefingScreen(Screen[None]):
    """A briefing in four linked panes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Place.FIND),
        *bindings(Place.BRIEFING),
    ]
    AUTO_FOCUS = "#positions"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    # What changes all panes paints the whole screen; what a key changes often does not.

    opened: reactive[Opened | None] = reactive(None)
    """What is open; None before anything is."""

    narrowed: reactive[str] = reactive("")
    """The id of the actor that all is narrowed to; empty for everybody."""

    only: reactive[Only] = reactive(ALL)
    """What else all is narrowed to: a topic, a stance, a kind of question."""

    evidence: var[Evidence] = var(NOTHING)
    """What is lit in the source."""

    order: reactive[Order] = reactive(Order.TOPIC)
    """The order of the positions."""

    view: reactive[str] = reactive(VIEWS[0].id)
    """What pane 3 shows."""

    sizes: var[Sizes] = var(dict)
    """The sizes of the panes that the reader changed."""

    progress: var[str] = var("")
    """What is going on besides, in a few words."""

    pane: var[str] = var("positions")
    """The id of the pane in front."""

    zoomed: var[bool] = var(False, toggle_class="-zoomed")
    """Whether the pane in front has the whole screen."""

    actors = query_one("#actors", ActorsPane)
    positions = query_one("#positions", PositionsPane)
    questions = query_one("#questions", FoundPane)
    source = query_one("#source", SourcePane)
    find_bar = query_one(FindBar)

    def __init__(self) -> None:
        super().__init__()
        self._came_from = self._list_in_front = "positions"
        self._links = Links(self)
        self._borders = Borders(self)
        self._jumper = Jumper()
        self._finder = Finder(self)

    def compose(self) -> ComposeResult:
        """Head, tabs, the panes, and the keys."""
        here = BriefingScreen
        # Given now, they do not cost a second round of matching rules when the size is told.
        self.add_class(*classes(self.app.size))
        yield BriefingHeader().data_bind(here.opened, here.narrowed, here.only, here.progress)
        yield PaneTabs().data_bind(here.opened, here.pane, here.order, here.view)
        with Container(id="panes"):
            with Container(id="lists"):
                yield ActorsPane(id="actors").data_bind(here.opened, here.narrowed)
                yield FoundPane(id="questions").data_bind(
                    here.opened, here.narrowed, here.only, here.view
                )
            with Container(id="reading"):
                yield PositionsPane(id="positions").data_bind(
                    here.opened, here.narrowed, here.only, here.order
                )
                yield SourcePane(id="source").data_bind(here.opened, here.narrowed, here.evidence)
        yield FindBar()
        yield TrailLine()
        yield KeyLine("app.search")

    # What is open.

    def _validate_narrowed(self, narrowed: str) -> str:
        """Only an actor of this briefing can be narrowed to."""
        return narrowed if self.opened and narrowed in self.opened.actors else ""

    def _watch_opened(self, before: Opened | None, opened: Opened | None) -> None:
        """A new article is not narrowed; what is lit is told by the pane in front, if anything."""
        self.evidence = NOTHING
        if before is None or opened is None or before.document.id != opened.document.id:
            self.widen()
            if self._finder.where:
                self._finder.end()
        self.refresh_bindings()

    def _watch_pane(self, pane: str) -> None:
        """Show the pane in front, which is all that is seen on a small screen."""
        if pane != "source":
            self._list_in_front = pane
        self._show_panes(self.size)

    # What is lit.

    @on(FindingList.RowHighlighted)
    def _light_row(self, event: FindingList.RowHighlighted) -> None:
        if event.rows.id == self.pane:
            self.light(event.row_id)

    @on(SourcePane.SentenceHighlighted)
    def _light_sentence(self, event: SourcePane.SentenceHighlighted) -> None:
        if self.pane == "source":
            self._light_around(event.sentence)

    def _light_around(self, sentence: Span) -> None:
        """Light all that was found in a sentence; mentions that are lit stay so."""
        if self.opened:
            mentions = self.evidence.mentions
            kind = view_of(self.view).kind
            found = lit.of_sentence(sentence, self.opened.briefing, mentions)
            self.evidence = replace(
                found, linked=found.linked | self.opened.around([sentence], kind)
            )

    def light(self, row_id: str) -> None:
        """Light what the finding of a row comes from."""
        found = lit.of_row(row_id, self.opened, view_of(self.view).kind) if self.opened else None
        if found is not None:
            self.evidence = found

    def _watch_evidence(self, evidence: Evidence) -> None:
        """Mark the rows that belong to what is lit."""
        for rows in self.query(FindingList):
            rows.linked = evidence.linked if rows.id != self.pane else frozenset()

    # Which pane is in front.

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
            self.light(pane.row_id)
        elif self.source.sentence and self.source.sentence not in self.evidence.sentences:
            self._light_around(self.source.sentence)
        self._watch_evidence(self.evidence)

    def action_pane(self, where: str) -> None:
        """Go to a pane by its id, or `next`, `previous`, `left` or `right`."""
        shows_one = self.zoomed or self.has_class("-narrow") or self.has_class("-short")
        self.go(pane_towards(self.pane, where, shows_one=shows_one))

    def go(self, pane: str) -> None:
        """Bring a pane to the front; a hidden one can have the focus only once it is shown."""
        self.bring_to_front(pane)
        view = self.query_one(f"#{pane}", LineView)
        view.focus()
        view.show_cursor()

    def bring_to_front(self, pane: str) -> None:
        """Show a pane where only one has room, wherever the focus is."""
        if pane == "source" and self.pane != "source":
            self._came_from = self.pane
        self.pane = pane

    @on(PaneTabs.TabChosen)
    def _open_tab(self, event: PaneTabs.TabChosen) -> None:
        self.go(event.pane)

    @on(FindingList.RowChosen)
    def _open_row(self, event: FindingList.RowChosen) -> None:
        self._links.to_words(event.row_id)

    @on(SourcePane.SentenceChosen)
    def _open_sentence(self, event: SourcePane.SentenceChosen) -> None:
        self._links.to_rows(event.sentence)

    def action_mention(self, direction: int) -> None:
        """Go to the next sentence, or the one before, that mentions the actor."""
        self._links.to_mention(direction)

    # What the reader does.

    def action_narrow(self) -> None:
        """Narrow to the actor of the row under the cursor; widen where all is narrowed to it."""
        actor_id = lit.actor_of(self._row_id, self.opened) if self.opened else ""
        is_other = self.pane == "actors" and actor_id != self.narrowed
        if is_other or not self.narrowed:
            self.narrow_to(actor_id)
        else:
            self.narrowed = ""

    @property
    def _row_id(self) -> str:
        """The row under the cursor; empty in the text."""
        rows = self.query_one(f"#{self.pane}", LineView)
        return rows.row_id if isinstance(rows, FindingList) else ""

    def narrow_to(self, actor_id: str) -> None:
        """Narrow to an actor, and the actors' cursor goes along; for an empty id show all."""
        if actor_id:
            self.narrowed = actor_id
            self.actors.move_to(actor_id)
        else:
            self.widen()

    def widen(self) -> None:
        """Show everything again."""
        self.narrowed, self.only = "", ALL

    def action_only(self) -> None:
        """Choose a topic, a stance or a kind that all is narrowed to."""
        from tui.screens.only import OnlyScreen

        if self.opened:
            offered = of_row(self.opened, self._row_id)
            self.app.push_screen(OnlyScreen(self.opened, self.only, offered), self._keep_only)

    def _keep_only(self, only: Only | None) -> None:
        if only is not None:
            self.only = only

    def action_back(self) -> None:
        """Leave the text where it hides the lists, end the zoom, or widen."""
        is_wide_open = not (self.narrowed or self.only)
        if self.pane == "source" and (self.has_class("-narrow") or is_wide_open):
            self.go(self._came_from)
        elif self.zoomed:
            self.zoomed = False
        else:
            self.widen()

    def action_zoom(self) -> None:
        """Give the pane in front the whole screen, or show all panes again."""
        self.zoomed = not self.zoomed

    def action_order(self) -> None:
        """The next order of the positions."""
        self.order = self.order.following

    def action_view(self, step: int) -> None:
        """What pane 3 shows: the next, or the one before."""
        self.view = view_after(self.view, step).id

    def action_size(self, how: str) -> None:
        """Change the size of the pane in front."""
        self.sizes = changed(self.sizes, self.pane, how)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A border between two panes is dragged from here on."""
        self._borders.press(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """A border goes where the mouse goes."""
        self._borders.move(event)

    def on_mouse_up(self) -> None:
        """The border stays where it is."""
        self._borders.release()

    def _watch_sizes(self) -> None:
        self._arrange(self.size)

    def _watch_zoomed(self) -> None:
        self._arrange(self.size)

    def on_resize(self, event: events.Resize) -> None:
        """Sizes are given where several panes have room."""
        self._arrange(event.size)

    def _arrange(self, size: Size) -> None:
        if self.is_mounted:
            arrange(self, self.sizes, size, is_zoomed=self.zoomed)
            self._show_panes(size)

    def _show_panes(self, size: Size) -> None:
        if self.is_mounted:
            show_panes(self, self.pane, self._list_in_front, size, is_zoomed=self.zoomed)

    # Finding and jumping.

    def action_find(self) -> None:
        """Ask for words to find."""
        self._finder.begin(self.pane)

    @on(FindBar.Typed)
    def _find_words(self, event: FindBar.Typed) -> None:
        self._finder.typed(event.words)

    @on(FindBar.Taken)
    def action_take_found(self) -> None:
        """Leave the words lit, and go there."""
        self._finder.take()

    @on(FindBar.Left)
    def action_leave_found(self) -> None:
        """Find no longer."""
        self._finder.end()

    def action_found(self, by: int) -> None:
        """To the next place, or the one before."""
        self._finder.step(by)

    def action_jump(self) -> None:
        """Show letters before the rows in sight."""
        self._jumper.begin(sorted(self.query(LineView), key=lambda view: view.id != self.pane))

    def on_key(self, event: events.Key) -> None:
        """While letters are shown, every key is one of them, or ends it."""
        target = self._jumper.take(event)
        if target and target[0].id:
            self.go(target[0].id)
            target[0].cursor = target[1]

    def action_copy(self) -> None:
        """Copy the words selected in the text, else the sentence that is lit, with its source."""
        selected = self.source.selected if self.pane == "source" else None
        found = quoted(self.opened, self.evidence, self._row_id, selected) if self.opened else None
        if found is None:
            self.notify("No sentence is lit that could be copied.", markup=False)
        else:
            self.post_message(CopyAsked(*found))

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
        if action in ("found", "leave_found"):
            return self._finder.is_on
        if action == "take_found":
            return False  # a key of the line that is typed into, not of the panes
        if action == "retry":
            return bool(opened and (opened.failure or opened.by_reader.is_outdated))
        if action in ("narrow", "only", "export", "order", "copy", "mention", "view"):
            return True if opened and opened.found else None
        return True
