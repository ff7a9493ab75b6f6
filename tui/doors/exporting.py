"""From the briefing that is open to files; what was chosen is remembered for the next time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    _ask(app, taken)


def export_stored(app: BriefingApp, identity: str) -> None:
    """Export a briefing of the library."""
    from briefings.export import Taken

    if seen := app.session.seen(identity):
        _ask(app, Taken(seen.stored, seen.marks))


def _ask(app: BriefingApp, taken: Taken) -> None:
    from tui.screens.export import ExportScreen
    from tui.screens.export_choices import Chosen

    chosen = Chosen.from_json(app.session.recall(EXPORT))
    screen = ExportScreen(taken, app.settings.export.folder, chosen)
    app.push_screen(screen, partial(_remember, app))


def _remember(app: BriefingApp, chosen: Chosen | None) -> None:
    if chosen is not None:
        app.session.remember(chosen.to_json(), EXPORT)
