"""The library screen: opened with its order of last time, and what it cannot do by itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefings.errors import BriefingError
from briefings.library.listing import Listing, Sort
from tui.doors import adding
from tui.doors.opening import leave_for, open_briefing
from tui.doors.overview import matrix_of, open_over_list, timeline_of
from tui.jobs import aside

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.briefing import Actor
    from tui.across import Going
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
    if below := next((one for one in app.screen_stack if isinstance(one, LibraryScreen)), None):
        leave_for(app, below)
        return
    opened = app.briefing_screen.opened
    listing = _listing(app.session.recall(ORDER))
    screen = LibraryScreen(
        app.session.shelf, Around(app), opened.document.id if opened else "", listing
    )
    app.push_screen(screen, partial(_open_chosen, app))


def _open_chosen(app: BriefingApp, identity: str | None) -> None:
    if identity:
        open_briefing(app, identity)


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

    def open_dossier(self, identity: str) -> None:
        """Ask for an actor of a briefing, and open their dossier."""
        self._app.run_worker(_ask_whose(self._app, identity), group="cast", exit_on_error=False)

    def show_matrix(self, ids: Sequence[str], title: str) -> None:
        """Show the matrix of some briefings."""
        open_over_list(self._app, matrix_of(self._app, ids, title))

    def show_timeline(self, ids: Sequence[str], title: str) -> None:
        """Show the timeline of some briefings."""
        open_over_list(self._app, timeline_of(self._app, ids, title))

    def stop_adding(self) -> None:
        """Add no more."""
        adding.stop(self._app)

    def show_failures(self) -> None:
        """List what could not be added."""
        adding.show_failures(self._app)

    def forget_progress(self) -> None:
        """What an addition did was seen."""
        self._app.adding.forget()


async def _ask_whose(app: BriefingApp, identity: str) -> None:
    from tui.screens.library.cast import CastScreen
    from tui.screens.library.screen import LibraryScreen

    try:
        actors = await aside(_actors, app.session.library_path, identity)
    except BriefingError as error:
        app.tell(error)
        return
    if isinstance(app.screen, LibraryScreen):
        app.push_screen(CastScreen(actors), partial(_open_dossier, app))


def _open_dossier(app: BriefingApp, actor: Actor | None) -> None:
    from briefings.library.known import actor_key
    from tui.screens.dossier import DossierScreen

    across = app.session.across
    if actor is not None and across is not None:
        screen = DossierScreen(across, actor_key(actor), actor.name)
        app.push_screen(screen, partial(_go_from_library, app))


def _go_from_library(app: BriefingApp, going: Going | None) -> None:
    """Leave the list for a place in a briefing; without one, stay on it."""
    from tui.doors.across import go_to
    from tui.screens.library.screen import LibraryScreen

    if going is not None and isinstance(app.screen, LibraryScreen):
        app.screen.dismiss(None)
        app.call_later(go_to, app, going)


def _actors(path: Path, identity: str) -> tuple[Actor, ...]:
    """The actors of a briefing, the most important first; runs in a thread."""
    from briefings.library import Library

    with Library.open(path, read_only=True) as library:
        actors = library.get(identity).briefing.listed_actors
    return tuple(sorted(actors, key=lambda actor: -actor.salience))


def _listing(remembered: str | None) -> Listing:
    sort, _, turn = (remembered or "").partition(" ")
    if sort not in tuple(Sort):
        return Listing()
    return Listing(Sort(sort), turn != "ascending")
