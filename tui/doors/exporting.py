"""From briefings to files; what was chosen is remembered for the next time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefings.errors import BriefingError
from tui.jobs import aside
from tui.panes.facts import counted

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.export import Taken
    from tui.app import BriefingApp
    from tui.screens.export_choices import Chosen

EXPORT = "export"
"""What the library remembers under what was chosen last."""


def open_export(app: BriefingApp) -> None:
    """Export what is shown, whether or not the library could keep it."""
    from briefings.export import Taken
    from briefings.library import Stored
    from briefings.library.values import moment

    opened = app.briefing_screen.opened
    if opened is None or opened.found is None:
        return
    if seen := app.session.seen(opened.document.id):
        taken = Taken(seen.stored, seen.marks)
    else:
        taken = Taken(Stored.unkept(opened.document, opened.found, moment()))
    _ask(app, [taken])


def export_stored(app: BriefingApp, ids: Sequence[str]) -> None:
    """Export briefings of the library; those that are gone by now are left out, and counted."""
    app.run_worker(_read_and_ask(app, tuple(ids)), group="export", exit_on_error=False)


async def _read_and_ask(app: BriefingApp, ids: tuple[str, ...]) -> None:
    try:
        taken = await aside(_taken, app.session.library_path, ids)
    except BriefingError as error:
        app.tell(error)
        return
    if gone := len(ids) - len(taken):
        are = "is" if gone == 1 else "are"
        app.notify(f"{counted(gone, 'briefing')} {are} not in the library any more.", markup=False)
    if taken:
        _ask(app, taken)


def _taken(path: Path, ids: tuple[str, ...]) -> list[Taken]:
    """Some briefings with the reader's marks; runs in a thread."""
    from briefings.export import Taken
    from briefings.library import Library

    with Library.open(path, read_only=True) as library:
        found = [library.get(identity) for identity in ids if library.find(identity)]
        return [Taken(stored, library.journal.marks(stored)) for stored in found]


def _ask(app: BriefingApp, taken: Sequence[Taken]) -> None:
    from tui.screens.export import ExportScreen
    from tui.screens.export_choices import Chosen

    chosen = Chosen.from_json(app.session.recall(EXPORT))
    screen = ExportScreen(taken, app.settings.export.folder, chosen)
    app.push_screen(screen, partial(_remember, app))


def _remember(app: BriefingApp, chosen: Chosen | None) -> None:
    if chosen is not None:
        app.session.remember(chosen.to_json(), EXPORT)
