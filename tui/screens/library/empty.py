"""What is read in place of the list while it has no rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.keymap import shown_key
from tui.screens.dialog import empty_note
from tui.screens.library.asking import is_filtered
from tui.widgets.rows import Line, Piece

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.shelf import View


def note_for(view: View, typed: str, screen: Screen[Any]) -> tuple[Line, ...]:
    """The library is empty, or nothing fits the filter."""
    if view.listing.is_removed and not view.listing.text:
        return empty_note("Nothing was removed", "What you remove from the library waits here.")
    if is_filtered(view.listing):
        shown = " ".join(typed.split())
        return empty_note("Nothing fits", f"No briefing fits “{shown}”; esc shows all again.")
    return _first_run(_key_of(screen, "app.add"))


def _first_run(add: str) -> tuple[Line, ...]:
    """How the library gets its first briefing."""
    ways = (
        (add, "choose files or a whole folder"),
        ("paste", "or drop a file or folder onto the terminal"),
        ("paste", "the text of an article"),
    )
    blank = Line((Piece(""),))
    return (
        blank,
        Line((Piece("Your library is empty", "strong"),), indent=4),
        blank,
        Line(
            (
                Piece(
                    "Every article you add is kept here with its briefing, on this computer.",
                ),
            ),
            indent=4,
            most=3,
        ),
        blank,
        *(
            Line((Piece(f"{key:<7}", "accent"), Piece(does, "muted")), indent=4)
            for key, does in ways
        ),
        blank,
        Line((Piece("In a shell: briefing add FILE-OR-FOLDER", "muted"),), indent=4, most=2),
    )


def _key_of(screen: Screen[Any], action: str) -> str:
    for key, active in screen.active_bindings.items():
        if active.binding.id == action:
            return shown_key(key)
    return "add"
