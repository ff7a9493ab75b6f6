"""What opens a screen and deals with its answer, one module each; the app opens them by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app import BriefingApp


def open_door(app: BriefingApp, name: str) -> None:
    """Do what an action of the registry calls `app.door('name')`."""
    from tui.doors import (
        across,
        adding,
        changes,
        correcting,
        everywhere,
        noting,
        overview,
        search,
        shelving,
        tagging,
    )

    doors: dict[str, Callable[[BriefingApp], None]] = {
        "correct": correcting.correct,
        "note": noting.note,
        "note_all": noting.note_on_briefing,
        "undo": changes.undo,
        "redo": changes.redo,
        "history": changes.show_history,
        "star": changes.star,
        "read": changes.read,
        "tags": tagging.tag,
        "dossier": across.open_dossier,
        "questions": across.open_questions,
        "matrix": overview.open_matrix,
        "timeline": overview.open_timeline,
        "library": shelving.open_library,
        "add": adding.add,
        "search": search.open_search,
        "themes": everywhere.choose_theme,
        "help": everywhere.open_help,
    }
    doors[name](app)


def are_open(app: BriefingApp, name: str) -> bool:
    """Whether something can be done: mostly with the briefing that is shown."""
    if name in ("search", "library", "add", "themes", "help"):
        return True
    if name == "questions":
        return app.screen is app.briefing_screen
    opened = app.briefing_screen.opened
    return opened is not None and opened.found is not None
