"""A briefing of the library, opened unless it is; and the way back to a screen below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefings.errors import BriefingError

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.app import BriefingApp


def open_briefing(app: BriefingApp, identity: str) -> bool:
    """Show a briefing unless it is shown; whether there is one. If there is none, that is said."""
    opened = app.briefing_screen.opened
    if opened is not None and opened.document.id == identity:
        return True
    try:
        stored = app.session.stored(identity)
    except BriefingError as error:
        app.tell(error)
        return False
    if stored is None:
        app.notify("This briefing is not in the library any more.", markup=False)
        return False
    app.show_stored(stored)
    return True


def leave_for(app: BriefingApp, screen: Screen[Any]) -> None:
    """Leave every screen that is open above `screen` at once, as going back from each would."""
    for above in reversed(app.screen_stack):
        if above is screen:
            return
        above.dismiss(None)
