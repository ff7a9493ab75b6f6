"""From the briefing that is open, or from several of the library, to an overview, and back.

The overviews are the matrix of actors and issues, and the timeline.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from tui.doors.across import go_to
from tui.jobs import aside

if TYPE_CHECKING:
    from textual.screen import Screen

    from briefings.briefing import Briefing
    from briefings.document import Document
    from tui.across import Going
    from tui.app import BriefingApp


def open_matrix(app: BriefingApp) -> None:
    """Open the matrix of the briefing that is shown, whether or not the library keeps it."""
    from briefings.stories import matrix
    from tui.screens.matrix import MatrixScreen

    if (told := _told(app)) is not None:
        reading = partial(aside, matrix, [told])
        screen = MatrixScreen(told[0].title, reading, app.session.across)
        app.push_screen(screen, partial(go_to, app))


def open_timeline(app: BriefingApp) -> None:
    """Open the timeline of the briefing that is shown, whether or not the library keeps it."""
    from briefings.stories import timeline
    from tui.screens.timeline import TimelineScreen

    if (told := _told(app)) is not None:
        screen = TimelineScreen(told[0].title, partial(aside, timeline, [told]), date.today())
        app.push_screen(screen, partial(go_to, app))


def _told(app: BriefingApp) -> tuple[Document, Briefing] | None:
    opened = app.briefing_screen.opened
    return (opened.document, opened.found) if opened and opened.found else None


def matrix_of(app: BriefingApp, ids: Sequence[str], title: str) -> Screen[Going | None] | None:
    """The matrix of some briefings of the library; None without one."""
    from tui.screens.matrix import MatrixScreen

    across = app.session.across
    return MatrixScreen(title, partial(across.matrix, ids), across) if across else None


def timeline_of(app: BriefingApp, ids: Sequence[str], title: str) -> Screen[Going | None] | None:
    """The timeline of some briefings of the library; None without one."""
    from tui.screens.timeline import TimelineScreen

    across = app.session.across
    return TimelineScreen(title, partial(across.timeline, ids), date.today()) if across else None


def open_over_list(app: BriefingApp, screen: Screen[Going | None] | None) -> None:
    """Open an overview from a list of briefings; whoever goes to one of them leaves the list."""
    listing = app.screen

    def leave(going: Going | None) -> None:
        if going is not None:
            listing.dismiss(None)
            go_to(app, going)

    if screen is not None:
        app.push_screen(screen, leave)
