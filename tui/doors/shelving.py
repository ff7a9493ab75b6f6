"""The library screen: opened with its order of last time, and what it cannot do by itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefings.library.listing import Listing, Sort
from tui.doors import adding

if TYPE_CHECKING:
    from tui.adding import Progress
    from tui.app import BriefingApp

ORDER = "library order"
"""What the library remembers its order under."""


def open_library(app: BriefingApp) -> None:
    """Open the list of all briefings; from it, go back."""
    from tui.screens.library.screen import LibraryScreen

    if isinstance(app.screen, LibraryScreen):
        app.screen.dismiss(None)
        return
    opened = app.briefing_screen.opened
    listing = _listing(app.session.recall(ORDER))
    screen = LibraryScreen(
        app.session.shelf, Around(app), opened.document.id if opened else "", listing
    )
    app.push_screen(screen, partial(open_briefing, app))


def open_briefing(app: BriefingApp, identity: str | None) -> None:
    """Show a briefing of the library."""
    if identity and (stored := app.session.stored(identity)):
        app.show_stored(stored)


class Around:
    """What the library screen asks of the app.

    Args:
        app: The app.
    """

    def __init__(self, app: BriefingApp) -> None:
        self._app = app

    @property
    def progress(self) -> Progress:
        """How far an addition is."""
        return self._app.adding.progress

    def remember(self, listing: Listing) -> None:
        """Remember an order for the next time."""
        turn = "descending" if listing.is_descending else "ascending"
        self._app.session.remember(f"{listing.sort} {turn}", ORDER)

    def export(self, ids: Sequence[str]) -> None:
        """Export some briefings."""
        from tui.doors.exporting import export_stored

        export_stored(self._app, ids)

    def stop_adding(self) -> None:
        """Add no more."""
        adding.stop(self._app)

    def show_failures(self) -> None:
        """List what could not be added."""
        adding.show_failures(self._app)

    def forget_progress(self) -> None:
        """What an addition did was seen."""
        self._app.adding.forget()


def _listing(remembered: str | None) -> Listing:
    sort, _, turn = (remembered or "").partition(" ")
    if sort not in tuple(Sort):
        return Listing()
    return Listing(Sort(sort), turn != "ascending")
