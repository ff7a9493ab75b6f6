"""The search of everything: actors, positions, questions, briefings and notes, as one types."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.getters import query_one
from textual.reactive import reactive
from textual.widgets import Input, Label

from briefings.errors import BriefingError
from briefings.search.found import Found, GroupKind
from briefings.search.query import MAX_LENGTH, QueryError, parse
from tui.actions import Place, bindings
from tui.catalogue import Catalogue
from tui.panes.facts import told
from tui.screens.dialog import Dialog, Frame, empty_note
from tui.screens.searching.answer import Chosen, row_id
from tui.screens.searching.answering import PAUSE, Answering
from tui.screens.searching.asking import Asking
from tui.screens.searching.beside import begin
from tui.screens.searching.completing import Completing
from tui.screens.searching.keeping import PROMPT, Keeping
from tui.screens.searching.preview import Preview, of_filters, of_hit
from tui.screens.searching.rows import Hits, group_of, kept_in, kept_rows, rows_of
from tui.screens.searching.typing import HELP, Offers, QueryField, Told, TypingLine
from tui.watching import LibraryChanged
from tui.widgets.printable import cells
from tui.widgets.row_list import RowList
from tui.widgets.rows import Line, Row


class SearchScreen(Dialog[Chosen | None]):
    """Gives back the hit to go to, or None.

    It can be typed into before it is known who there is.

    Args:
        catalogue: Who can be searched for; None if that is told later.
        asking: Where the rest is asked for; None searches actors alone.
    """

    TITLE_TEXT = "Search"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.SEARCH)]
    # Textual declares it in a way that leaves no room for ClassVar.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-roomy"), (100, "-beside")]  # noqa: RUF012
    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("dialog.choose", "go there"),
        ("dialog.close", "close"),
    )
    DEFAULT_CSS = """
    SearchScreen {
        &.-roomy > Frame { width: 94%; }
        &.-beside > Frame { width: 92%; max-width: 170; }
        &.-high > Frame { height: 92%; max-height: 60; }
        & #typing { height: 1; }
        & #prompt { color: $accent; text-style: bold; width: auto; }
        & #count { color: $muted; width: 8; text-align: right; padding-right: 1; }
        & #body { height: 1fr; layout: vertical; }
        & Hits { height: 3fr; }
        & Preview { height: 2fr; border-top: solid $border-blurred; }
        &.-low Preview { display: none; }
        &.-beside #body { layout: horizontal; }
        &.-beside Hits { width: 11fr; height: 1fr; }
        &.-beside Preview {
            display: block;
            width: 9fr;
            height: 1fr;
            border-top: none;
            border-left: solid $border-blurred;
            padding-left: 1;
        }
    }
    """

    catalogue: reactive[Catalogue | None] = reactive(None, init=False)
    """Who can be searched for; None while that is being gathered."""

    typed = query_one(QueryField)
    hits = query_one(Hits)
    preview = query_one(Preview)
    line = query_one(TypingLine)

    def __init__(self, catalogue: Catalogue | None = None, asking: Asking | None = None) -> None:
        super().__init__()
        self.set_reactive(SearchScreen.catalogue, catalogue)
        self._asking = asking
        self._answering = Answering(self, asking)
        self._completing = Completing(self, asking)
        self._keeping = Keeping(self, asking)
        self._rows: list[Row] | None = None
        self._count = ""
        self._hinted: object = None
        self._shown_for = ""
        self._chosen_for: str | None = None
        self._has_moved = False
        self._previewed: Found | None = None

    def compose(self) -> ComposeResult:
        """The field, what is said of it, the list, and beside it the preview."""
        with Frame():
            with Horizontal(id="typing"):
                yield Label(PROMPT, id="prompt")
                yield QueryField(
                    placeholder="names, words, filters", compact=True, max_length=MAX_LENGTH
                )
                yield Label("", id="count", markup=False)
            yield TypingLine()
            yield Offers()
            with Container(id="body"):
                yield Hits()
                yield Preview()

    def on_mount(self) -> None:
        """Show what there is before anything is typed."""
        self._answer_to("")
        self._keeping.begin()

    @property
    def found(self) -> Found | None:
        """The hit under the cursor; None if it is on something else."""
        identity = self.hits.row_id
        groups = self._answering.answer.groups.values()
        rows = (row for group in groups for row in group.rows)
        return next((row for row in rows if row_id(row) == identity), None) if identity else None

    @property
    def _is_empty(self) -> bool:
        return not self._shown_for.strip()

    # What is typed.

    @on(Input.Changed)
    def _catch_up(self) -> None:
        """Answer to what is typed; before a key that moves or takes a row, too."""
        if not self._keeping.is_naming and self.typed.value != self._shown_for:
            self._answer_to(self.typed.value)
            self._completing.follow()

    def _answer_to(self, text: str) -> None:
        self._shown_for, self._has_moved = text, False
        try:
            query = parse(text)
        except QueryError as error:
            self._answering.begin(None)
            self.hits.note = self._note()
            self.line.told = Told(error=error, column=self.column_of(error.offset))
            return
        self.line.told = Told(words=HELP if self._is_empty else "")
        self._answering.begin(query)

    def column_of(self, offset: int) -> int:
        """The cell below which a character of the query stands, from the left of the frame."""
        before = cells(self.typed.value[:offset])
        return max(0, self.query_one("#prompt").size.width + before - self.typed.scroll_offset.x)

    def watch_catalogue(self) -> None:
        """Show who fits what was typed by now."""
        if self.is_running and self.query(Hits):
            self._answering.go_on()

    @on(LibraryChanged)
    def _follow_library(self) -> None:
        """A briefing may have come that has what is looked for: the one that is open, at first."""
        self._keeping.begin()

    def ask_again(self) -> None:
        """Answer anew to what was typed before everything was known."""
        if not self._is_empty:
            self._answering.go_on()

    def fail(self, error: BriefingError) -> None:
        """Say what went wrong with the library; what is known without it is shown."""
        self.line.told = Told(words=told(error))

    # What is shown.

    def show_answer(self) -> None:
        """Show what is found by now; go on if `enter` came before it."""
        answer = self._answering.answer
        rows = [*kept_rows(self._keeping.kept)] if self._is_empty else []
        rows += rows_of(answer, self.catalogue)
        self._show_count("" if self._is_empty else answer.count)
        self.hits.note = () if rows else self._note()
        if rows != self._rows:
            self._rows = rows
            self.hits.show_rows(rows)
            if not self._has_moved:
                self.hits.action_move("first")
        if answer.corrections and self.line.told == Told() and self._answering.is_settled:
            self.line.told = Told(corrections=answer.corrections)
        self._follow_cursor()
        if self._chosen_for is not None:
            self._choose_early()

    def _show_count(self, count: str) -> None:
        if count != self._count:
            self._count = count
            self.query_one("#count", Label).update(count, layout=False)

    def _note(self) -> tuple[Line, ...]:
        """Nothing fits, or there is nothing, or it is not known yet."""
        if self._answering.query is None:
            return ()
        if self.catalogue is None:
            return empty_note("Gathering the actors …", "They appear here in a moment.")
        if not self._answering.is_settled:
            return empty_note("Searching …")
        if self._is_empty:
            return empty_note("Nothing yet", "Open an article first: what it holds is found here.")
        return empty_note(
            "Nothing found", f"Nothing in your briefings is like “{self._shown_for.strip()}”."
        )

    @on(RowList.RowHighlighted)
    def _follow_cursor(self) -> None:
        """Show what is behind the row under the cursor, and what its keys do."""
        found = self.found
        if found is not None and found == self._previewed:
            return
        self._previewed = found
        self._tell_keys()
        self.workers.cancel_group(self, "preview")
        if found is None:
            self.preview.show_parts(of_filters() if self._is_empty else [])
        elif self._asking is None or not found.briefing:
            self.preview.show_parts(of_hit(found, None))
        elif self.preview.display:
            begin(self, "preview", self._look_behind, self._asking, found)

    def _tell_keys(self) -> None:
        identity = self.hits.row_id
        does = "show more" if group_of(identity) else "go there"
        does = "search again" if kept_in(identity, self._keeping.kept) else does
        hints = [("dialog.choose", does), ("dialog.close", "close")]
        if not self.has_class("-narrow"):
            hints.insert(1, ("search.complete", "complete"))
            hints[2:2] = [("search.save", "save"), ("search.forget", "forget")]
        state = (tuple(hints), self.check_action("save", ()), self.check_action("forget", ()))
        if state != self._hinted:
            self._hinted = state
            self.show_hints(*hints)

    async def _look_behind(self, asking: Asking, found: Found) -> None:
        await asyncio.sleep(PAUSE)
        try:
            behind = await asking.behind(found)
        except BriefingError as error:
            self.fail(error)
            return
        if found is self._previewed:
            self.preview.show_parts(of_hit(found, behind))

    # What the reader does.

    def action_move(self, where: str) -> None:
        """Move the cursor of the list."""
        self._catch_up()
        self._has_moved = True
        self.hits.action_move(where)

    def action_choose(self) -> None:
        """Take the row under the cursor; the best one once it is known. Or take the name typed."""
        if self._keeping.is_naming:
            self._keeping.end(is_saved=True)
            return
        self._catch_up()
        self._chosen_for = self._shown_for
        self._choose_early()

    def _choose_early(self) -> None:
        """Take a row that `enter` was pressed for, if it is known which one, and still wanted."""
        answering, found = self._answering, self.found
        if self._chosen_for != self._shown_for or answering.query is None:
            self._chosen_for = None
            return
        is_actor = found is not None and found.group is GroupKind.ACTORS
        is_best = is_actor and answering.has_actors and not (found and found.is_approximate)
        if answering.is_settled or self._has_moved or is_best:
            self._chosen_for = None
            self.choose(self.hits.row_id)

    @on(RowList.RowChosen)
    def _choose_clicked(self, event: RowList.RowChosen) -> None:
        self.choose(event.row_id)

    def choose(self, identity: str) -> None:
        """Go to a hit, show more of a group, or search again for what was kept."""
        if kind := group_of(identity):
            self._has_moved = True
            self._answering.more_of(kind)
        elif query := kept_in(identity, self._keeping.kept):
            self.typed.value = query
            self.typed.cursor_position = len(query)
        elif (found := self.found) is not None:
            self._keeping.note(self._shown_for.strip())
            self.dismiss(Chosen(found, self._shown_for.strip(), self._answering.answer.hits))

    def action_complete(self, by: int) -> None:
        """Type the rest of a filter or value, or the next value."""
        if not self._keeping.is_naming:
            self._catch_up()
            self._completing.take(by)

    @on(QueryField.EndPassed)
    def _complete_at_end(self) -> None:
        self.action_complete(1)

    def action_close(self) -> None:
        """One step back: from the name of a search, from what is offered, out of the search."""
        if self._keeping.is_naming:
            self._keeping.end(is_saved=False)
        elif not self._completing.close():
            self.dismiss(None)

    def action_save(self) -> None:
        """Ask for the name of the search that is typed."""
        self._catch_up()
        if self._answering.query is not None and self._keeping.can_save(self._shown_for):
            self._completing.close()
            self._keeping.ask_for_name(self._shown_for.strip())

    @on(QueryField.NothingToDelete)
    def action_forget(self) -> None:
        """Forget the saved search under the cursor."""
        self._keeping.forget(self.hits.row_id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done now."""
        if action == "save":
            return self._answering.query is not None and self._keeping.can_save(self._shown_for)
        if action == "forget":
            return self._keeping.can_forget(self.hits.row_id)
        return True
