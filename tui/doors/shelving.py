"""The library screen: opened with its order of last time, and what it cannot do by itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.errors import BriefingError
from briefings.library.listing import Listing, Sort
from tui.doors import adding
from tui.jobs import aside
from tui.widgets.printable import printable

if TYPE_CHECKING:
    from tui.adding import Progress
    from tui.app import BriefingApp
    from tui.screens.export_choices import Chosen

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
        export(self._app, ids)

    def stop_adding(self) -> None:
        """Add no more."""
        adding.stop(self._app)

    def show_failures(self) -> None:
        """List what could not be added."""
        adding.show_failures(self._app)

    def forget_progress(self) -> None:
        """What an addition did was seen."""
        self._app.adding.forget()


def export(app: BriefingApp, ids: Sequence[str]) -> None:
    """Export one briefing as the reader chooses, several as they chose last."""
    from tui.doors.exporting import export_stored

    if len(ids) == 1:
        export_stored(app, ids[0])
    else:
        app.run_worker(_export_all(app, tuple(ids)), group="export", exit_on_error=False)


async def _export_all(app: BriefingApp, ids: tuple[str, ...]) -> None:
    from tui.doors.exporting import EXPORT
    from tui.screens.export_choices import VARIANTS, Chosen
    from tui.screens.export_target import typed_path

    chosen = Chosen.from_json(app.session.recall(EXPORT))
    try:
        target = typed_path(chosen.target or str(app.settings.export.folder))
        await aside(_write, app.session.library_path, ids, chosen, target)
    except BriefingError as error:
        app.tell(error)
        return
    app.notify(
        printable(
            f"Exported {len(ids):,} briefings ({VARIANTS[chosen.variant].name}) to {target}."
        ),
        markup=False,
    )


def _write(path: Path, ids: tuple[str, ...], chosen: Chosen, target: Path) -> None:
    """Write the files of several briefings; runs in a thread."""
    from briefings.export import Taken, export, export_to, is_file
    from briefings.library import Library

    with Library.open(path, read_only=True) as library:
        stored = [library.get(identity) for identity in ids]
        taken = [Taken(one, library.journal.marks(one)) for one in stored]
    if is_file(target, chosen.form):
        export_to(taken, chosen.form, target)
    else:
        export(taken, chosen.form, target)


def _listing(remembered: str | None) -> Listing:
    sort, _, turn = (remembered or "").partition(" ")
    if sort not in tuple(Sort):
        return Listing()
    return Listing(Sort(sort), turn != "ascending")
