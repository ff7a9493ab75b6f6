"""From a briefing to what all briefings say, and back to a sentence of any of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.doors.opening import open_briefing
from tui.panes import evidence as lit
from tui.panes.evidence import Evidence
from tui.panes.looks import FindingList
from tui.panes.source import SourcePane
from tui.panes.views import VIEWS, view_of

if TYPE_CHECKING:
    from tui.across import Across, Going
    from tui.app import BriefingApp
    from tui.panes.opened import Opened
    from tui.screens.briefing import BriefingScreen


def open_dossier(app: BriefingApp) -> None:
    """Open the dossier of the actor that the row under the cursor is about."""
    from briefings.library.known import actor_key
    from tui.screens.dossier import DossierScreen

    across, opened = _across(app), app.briefing_screen.opened
    if across is None or opened is None:
        return
    actor = opened.actors.get(_actor_here(app.briefing_screen, opened))
    if actor is None:
        app.notify("Put the cursor on an actor, or on a position of one.", markup=False)
        return
    app.push_screen(DossierScreen(across, actor_key(actor), actor.name), partial(go_to, app))


def open_questions(app: BriefingApp) -> None:
    """Open the list of all open questions."""
    from tui.screens.ledger import LedgerScreen

    across = _across(app)
    if across is not None:
        app.push_screen(LedgerScreen(across, partial(_show_marked, app)), partial(go_to, app))


def go_to(app: BriefingApp, going: Going | None) -> None:
    """Open a briefing, the cursor on an item of it, its sentence lit."""
    if going is None:
        return
    # Where the cursor of a text that is opened comes to rest first would be lit later.
    with app.prevent(SourcePane.SentenceHighlighted):
        _go_to(app, going)


def _go_to(app: BriefingApp, going: Going) -> None:
    screen = app.briefing_screen
    if not open_briefing(app, going.briefing) or (opened := screen.opened) is None:
        return
    screen.narrow_to("")
    if going.item in opened.questions:
        screen.view = VIEWS[0].id
    for pane in (screen.actors, screen.positions, screen.questions):
        if going.item and pane.move_to(going.item):
            screen.go(pane.id or "")
    found = lit.of_row(going.item, opened, view_of(screen.view).kind) if going.item else None
    if found is None and going.span is not None:
        sentence = opened.sentence_at(going.span.start) or going.span
        found = Evidence(sentences=(sentence,), content=(going.span,))
    if found is not None:
        screen.evidence = found
        screen.source.show_evidence(found)
        screen.go("source")


def _actor_here(screen: BriefingScreen, opened: Opened) -> str:
    """Whom the row under the cursor is about; in the text, whom all is narrowed to, or was last."""
    pane = screen.query_one(f"#{screen.pane}")
    if isinstance(pane, FindingList):
        return lit.actor_of(pane.row_id, opened)
    return screen.narrowed or screen.actors.row_id


def _show_marked(app: BriefingApp, identity: str) -> None:
    """Show the open briefing anew if the status of one of its questions was set."""
    from tui.doors.changes import show

    opened = app.briefing_screen.opened
    if (
        opened is not None
        and opened.document.id == identity
        and (seen := app.session.seen(identity))
    ):
        show(app, seen)


def _across(app: BriefingApp) -> Across | None:
    across = app.session.across
    if across is None:
        app.notify("There is no library to look into.", severity="warning", markup=False)
    return across
