"""From the briefing that is open, or from several of the library, to their matrix and back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.doors.across import go_to
from tui.jobs import aside

if TYPE_CHECKING:
    from briefings.stories import Matrix
    from tui.app import BriefingApp


def open_matrix(app: BriefingApp) -> None:
    """Open the matrix of the briefing that is shown, whether or not the library keeps it."""
    opened = app.briefing_screen.opened
    if opened is None or opened.found is None:
        return
    told = (opened.document, opened.found)

    async def reading() -> Matrix:
        from briefings.stories import matrix

        return await aside(matrix, [told])

    from tui.screens.matrix import MatrixScreen

    screen = MatrixScreen(opened.document.title, reading, app.session.across)
    app.push_screen(screen, partial(go_to, app))


def matrix_of(app: BriefingApp, ids: Sequence[str], title: str) -> None:
    """Open the matrix of some briefings of the library."""
    from tui.screens.matrix import MatrixScreen

    across = app.session.across
    if across is None:
        return
    screen = MatrixScreen(title, partial(across.matrix, ids), across)
    app.push_screen(screen, partial(go_to, app))
