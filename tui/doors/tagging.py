"""Giving tags to the briefing that is open, and taking them away, as the list of all does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.doors.changes import is_writable, make

if TYPE_CHECKING:
    from tui.app import BriefingApp


def tag(app: BriefingApp) -> None:
    """Ask for a tag; the open briefing gets it, or loses it if it has it already."""
    from tui.screens.library.tagging import TagDialog

    opened = app.briefing_screen.opened
    stored = app.session.stored(opened.document.id) if opened else None
    if stored is not None and is_writable(app):
        dialog = TagDialog(app.session.tags(), [stored.entry])
        app.push_screen(dialog, partial(_keep, app, stored.document.id))


def _keep(app: BriefingApp, document_id: str, answer: tuple[str, bool] | None) -> None:
    from briefings.corrections import AddTag, RemoveTag

    if answer is not None:
        name, is_given = answer
        make(app, document_id, [AddTag(name) if is_given else RemoveTag(name)])
