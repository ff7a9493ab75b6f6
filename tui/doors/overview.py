"""From the briefing that is open, or from several of the library, to an overview, and back.

The overviews are the matrix of actors and issues, and the timeline.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from tui.doors.across import go_to
from tui.jobs import aside

if TYPE_CHECKING:
    from textual.screen import Screen

    from briefings.stories import Matrix, Timeline
    from tui.across import Going
    from tui.app import BriefingApp

Made = Callable[["BriefingApp", Sequence[str], str], "Screen[Going | None] | None"]


def open_matrix(app: BriefingApp) -> None:
    """Open the matrix of the briefing that is shown, whether or not the library keeps it."""
    from tui.screens.matrix import MatrixScreen

    opened = app.briefing_screen.opened
    if opened is None or opened.found is None:
        return
    told = (opened.document, opened.found)

    async def reading() -> Matrix:
        from briefings.stories import matrix

        return await aside(matrix, [told])

    screen = MatrixScreen(opened.document.title, reading, app.session.across)
    app.push_screen(screen, partial(go_to, app))


def open_timeline(app: BriefingApp) -> None:
    """Open the timeline of the briefing that is shown, whether or not the library keeps it."""
    from tui.screens.timeline import TimelineScreen

    opened = app.briefing_screen.opened
    if opened is None or opened.found is None:
        return
    told = (opened.document, opened.found)

    async def reading() -> Timeline:
        from briefings.stories import timeline

        return await aside(timeline, [told])

    screen = TimelineScreen(opened.document.title, reading, date.today())
    app.push_screen(screen, partial(go_to, app))


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


def open_over_list(app: BriefingApp, name: str, ids: Sequence[str], title: str) -> None:
    """Open an overview from a list of briefings; whoever goes to one of them leaves the list."""
    made: dict[str, Made] = {"matrix": matrix_of, "timeline": timeline_of}
    listing = app.screen

    def leave(going: Going | None) -> None:
        if going is not None:
            listing.dismiss(None)
            go_to(app, going)

    if (screen := made[name](app, ids, title)) is not None:
        app.push_screen(screen, leave)
