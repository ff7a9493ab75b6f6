"""From the item under the cursor, or the words that are selected, to a correction."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefings.corrections import Change, Correction, as_rule
from tui.doors.changes import is_writable, make
from tui.panes.circumstances import COMMITMENT, kind_of, numbered
from tui.panes.looks import FindingList
from tui.panes.opened import Opened
from tui.widgets.line_view import LineView

if TYPE_CHECKING:
    from tui.app import BriefingApp
    from tui.screens.correct.page import Page
    from tui.screens.correct.screen import Made

NOTHING = (
    "Actors, positions and questions can be corrected, and words that are selected in the text."
)


def correct(app: BriefingApp) -> None:
    """Ask what is to be corrected of what the reader is at."""
    from tui.screens.correct.screen import CorrectScreen

    opened = app.briefing_screen.opened
    if opened is None or not is_writable(app):
        return
    page = _page(app, opened)
    if page is None:
        app.notify(NOTHING, markup=False)
        return
    app.push_screen(CorrectScreen(opened, page), partial(_made, app, opened))


def _page(app: BriefingApp, opened: Opened) -> Page | None:
    from tui.screens.correct.actors import actor_menu
    from tui.screens.correct.asking import Asking
    from tui.screens.correct.positions import position_menu
    from tui.screens.correct.questions import question_menu
    from tui.screens.correct.selection import selection_menu

    screen, asking = app.briefing_screen, Asking(opened)
    if screen.pane == "source":
        span = screen.source.selected or screen.source.sentence
        return selection_menu(asking, span) if span else None
    item = item_under_cursor(app, opened)
    if position := opened.positions.get(item):
        return position_menu(asking, position)
    if question := opened.questions.get(item):
        return question_menu(asking, question)
    actor = opened.actors.get(item)
    return actor_menu(asking, actor) if actor else None


def item_under_cursor(app: BriefingApp, opened: Opened) -> str:
    """The id of what the row under the cursor is about; a commitment is its position."""
    screen = app.briefing_screen
    rows = screen.query_one(f"#{screen.pane}", LineView)
    row_id = rows.row_id if isinstance(rows, FindingList) else ""
    if kind_of(row_id) != COMMITMENT:
        return row_id
    promised = {numbered(COMMITMENT, at): one for at, one in enumerate(opened.commitments)}
    return promised[row_id].position if row_id in promised else ""


def _made(app: BriefingApp, opened: Opened, made: Made | None) -> None:
    if made is None:
        return
    changes: list[Change] = [made.change]
    rule = as_rule(made.change) if isinstance(made.change, Correction) else None
    if made.is_for_all and rule is not None:
        changes.append(rule)
    app.briefing_screen.source.select(None)
    make(app, opened.document.id, changes, made.stays_on)
