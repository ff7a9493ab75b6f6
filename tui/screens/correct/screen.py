"""The dialog of a correction: page after page, and below each option what taking it would do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.reactive import reactive
from textual.widgets import Input, Label

from briefings.briefing import Family
from briefings.corrections import Change
from tui.actions import Place, bindings
from tui.jobs import aside
from tui.keymap import shown_key
from tui.panes.opened import Opened
from tui.screens.correct.page import Decided, Missing, Option, Outcome, Page, Taken
from tui.screens.correct.preview import Preview, previewed, scope_line
from tui.screens.dialog import MOST_TYPED, Choices, Field, Frame, ListDialog, empty_note
from tui.widgets.line_view import LineView
from tui.widgets.lines import RowLines
from tui.widgets.printable import fitted
from tui.widgets.row_list import RowList
from tui.widgets.rows import Line, Piece, Row

MOST_AT_ONCE = 300
"""Findings of a briefing in which a change is tried out within what a key may take to answer."""

TICKED, UNTICKED = "✓ ", "  "
MOST_TITLE = 60
"""Cells of a title above the frame."""


@dataclass(frozen=True, slots=True)
class Made:
    """What the reader has decided.

    Attributes:
        change: What is to be done.
        stays_on: The id of the item to show afterwards; empty for the one that was corrected.
        is_for_all: Whether it is made a rule for the whole library, too.
    """

    change: Change
    stays_on: str = ""
    is_for_all: bool = False


@dataclass(slots=True)
class Asked:
    """A page that was answered, as it is come back to."""

    page: Page
    typed: str
    at: str
    ticked: set[str]
    has_ticked: bool = False


class OptionList(Choices, can_focus=False):
    """The options of a page, in the colours of the families of stances."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"lines--{family.value}" for family in Family}
    DEFAULT_CSS = """
    OptionList {
        & > .lines--for { color: $family-for; }
        & > .lines--against { color: $family-against; }
        & > .lines--asks { color: $family-asks; }
        & > .lines--says { color: $family-says; }
    }
    """


class Outcomes(LineView, can_focus=False):
    """What taking the option under the cursor would do."""

    DEFAULT_CSS = """
    Outcomes {
        height: 2fr;
        max-height: 12;
        background: $surface;
        border-top: solid $border-blurred;
        scrollbar-background: $surface;
        scrollbar-background-hover: $surface;
        scrollbar-background-active: $surface;
    }
    """


class CorrectScreen(ListDialog[Made | None]):
    """Gives back what was decided, or None.

    Args:
        opened: The briefing as the reader sees it.
        page: What is asked first.
    """

    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("dialog.choose", "go on"),
        ("dialog.close", "back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.CORRECT)]
    DEFAULT_CSS = """
    CorrectScreen {
        & OptionList { height: 3fr; }
        &.-low #typing { margin-bottom: 0; }
    }
    """

    outcomes = query_one(Outcomes)
    is_for_all: reactive[bool] = reactive(False, init=False)
    """Whether the change is made a rule for the whole library."""

    def __init__(self, opened: Opened, page: Page) -> None:
        super().__init__()
        self._opened = opened
        self._asked = [Asked(page, page.typed, page.at, set(page.ticked))]
        self._preview = Preview(())
        briefing = opened.briefing
        findings = len(briefing.actors) + len(briefing.positions) + len(briefing.questions)
        self._is_large = findings > MOST_AT_ONCE

    @property
    def page(self) -> Page:
        """What is being asked."""
        return self._here.page

    @property
    def _here(self) -> Asked:
        return self._asked[-1]

    def compose(self) -> ComposeResult:
        """The field, the options, and what the one under the cursor would do."""
        with Frame():
            with Horizontal(id="typing"):
                yield Label("› ", id="prompt")
                yield Field(compact=True, max_length=MOST_TYPED)
                yield Label("", id="count", markup=False)
            yield OptionList()
            yield Outcomes()

    def on_mount(self) -> None:
        """Ask the first thing, once the dialogs that this one is made from are mounted."""
        self.call_next(self._show_page)

    def _show_page(self) -> None:
        here = self._here
        self.frame.border_title = Content(fitted(here.page.title, MOST_TITLE))
        with self.prevent(Input.Changed):
            self.typed.placeholder = here.page.placeholder
            self.typed.value = here.typed
            self.typed.action_select_all()
        self.show_rows_for(here.typed)
        self.choices.move_to(here.at)
        self._show_outcome()

    # What there is to choose.

    def rows_for(self, query: str) -> tuple[Sequence[Row], str]:
        """The options that fit what is typed, and how many are ticked."""
        rows = [self._row(option) for option in self.page.options(query)]
        ticked = len(self._here.ticked)
        return rows, f"{ticked:,} chosen" if self._here.has_ticked else ""

    def _row(self, option: Option) -> Row:
        if not self.page.takes_several or not option.id:
            return Row(option.id, option.lines)
        is_ticked = option.id in self._here.ticked
        mark = Piece(TICKED if is_ticked else UNTICKED, "key")
        first, *others = option.lines
        return Row(option.id, (replace(first, left=(mark, *first.left)), *others))

    def note_for(self, query: str) -> tuple[Line, ...]:
        """Nothing fits."""
        return empty_note("Nothing to choose", self.page.nothing)

    def show_rows_for(self, query: str) -> None:
        """Show what fits, and what the first of it would do."""
        super().show_rows_for(query)
        self._show_outcome()

    @on(RowList.RowHighlighted)
    def _tell_outcome(self) -> None:
        self._show_outcome()

    def choose(self, row_id: str) -> None:
        """Take an option that was clicked twice."""
        self.action_choose()

    def action_tick(self) -> None:
        """Choose the option under the cursor as well, or no longer."""
        self._catch_up()
        here, option = self._here, self.choices.row_id
        if not here.page.takes_several or not option:
            self.action_move("down")
            return
        here.ticked ^= {option}
        here.has_ticked = True
        rows, count = self.rows_for(self.typed.value.strip())
        self.query_one("#count", Label).update(count)
        self.choices.show_rows(rows)
        self._show_outcome()

    def action_scroll(self, where: str) -> None:
        """Scroll what the option would do."""
        self.outcomes.action_move(where)

    def action_everywhere(self) -> None:
        """Make it a rule for the whole library, or no longer."""
        if self._preview.rule is not None:
            self.is_for_all = not self.is_for_all

    def _watch_is_for_all(self) -> None:
        self._show_outcome()

    # Where it leads.

    def _outcome(self) -> Outcome:
        page = self.page
        known = dict.fromkeys(option.id for option in page.options(""))
        ticked = tuple(one for one in known if self._here.has_ticked and one in self._here.ticked)
        option = self.choices.row_id
        if not option and not ticked and not self.typed.value.strip():
            return Missing(page.nothing)
        return page.take(Taken(option, self.typed.value.strip(), ticked))

    def _show_outcome(self) -> None:
        """Tell what the option would do; in a large briefing that is found out aside."""
        if not self.is_mounted or not self.query(Outcomes):
            return
        outcome = self._outcome()
        if isinstance(outcome, Decided) and self._is_large:
            self.run_worker(self._look_ahead(outcome), group="preview", exclusive=True)
            return
        self.workers.cancel_group(self, "preview")
        self._show_preview(previewed(self._opened, outcome))

    async def _look_ahead(self, decided: Decided) -> None:
        self._show_preview(await aside(previewed, self._opened, decided))

    def _show_preview(self, preview: Preview) -> None:
        self._preview = preview
        lines, rule = self._preview.lines, self._preview.rule
        can_be_done = self._preview.can_be_done or (self.is_for_all and rule is not None)
        back = "back" if len(self._asked) > 1 else "close"
        does = "do it" if can_be_done else "go on" if preview.leads_on else ""
        hints = [("dialog.choose", does)] if does else []
        hints.append(("dialog.close", back))
        if self.page.takes_several:
            hints.append(("correct.tick", "choose several"))
        if rule is not None:
            hints.append(("correct.everywhere", "whole library"))
            key = self._key_of("correct.everywhere")
            scope = scope_line(rule, is_for_all=self.is_for_all, key=key)
            lines = (lines[0], scope, *lines[1:])
        self.show_hints(*hints)
        self.outcomes.show(RowLines(list(_rows(lines))))

    def _key_of(self, identity: str) -> str:
        for key, active in self.active_bindings.items():
            if active.binding.id == identity:
                return shown_key(key)
        return ""

    def action_choose(self) -> None:
        """Go on to the next page, or give back what was decided."""
        self._catch_up()
        outcome = self._outcome()
        if isinstance(outcome, Page):
            here = self._here
            here.typed, here.at = self.typed.value, self.choices.row_id
            self._asked.append(Asked(outcome, outcome.typed, outcome.at, set(outcome.ticked)))
            self._show_page()
        elif isinstance(outcome, Decided):
            self._preview = previewed(self._opened, outcome)
            is_for_all = self.is_for_all and self._preview.rule is not None
            if self._preview.can_be_done or is_for_all:
                self.dismiss(Made(outcome.change, outcome.stays_on, is_for_all))
            else:
                self.app.bell()
        else:
            self.app.bell()

    def action_close(self) -> None:
        """Back to the page before; from the first one, close and change nothing."""
        if len(self._asked) == 1:
            self.dismiss(None)
            return
        self._asked.pop()
        self._show_page()


def _rows(lines: Sequence[Line]) -> Iterator[Row]:
    for line in lines:
        yield Row("", (line,))
