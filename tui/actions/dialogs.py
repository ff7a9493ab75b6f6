"""What can be done in any dialog."""

from __future__ import annotations

from tui.actions.action import Action, Place

# One action a paragraph: what is bound, then what it is called and does, then where it shows.
# fmt: off
DIALOGS: tuple[Action, ...] = (
    Action(
        "dialog.up", Place.DIALOG, "move('up')", ("up", "ctrl+p"), "up",
        "To the row before; in a preview, up.",
        palette=False,
    ),
    Action(
        "dialog.down", Place.DIALOG, "move('down')", ("down", "ctrl+n"), "down",
        "To the next row; in a preview, down.",
        palette=False,
    ),
    Action(
        "dialog.page_up", Place.DIALOG, "move('page_up')", ("pageup",), "page up",
        "A screenful back.",
        palette=False,
    ),
    Action(
        "dialog.page_down", Place.DIALOG, "move('page_down')", ("pagedown",), "page down",
        "A screenful on.",
        palette=False,
    ),
    Action(
        "dialog.choose", Place.DIALOG, "choose", ("enter",), "choose",
        "Take the row under the cursor: go there, open it, use it; in the export, write the note.",
        palette=False,
    ),
    Action(
        "dialog.close", Place.DIALOG, "close", ("escape",), "close",
        "Close the dialog and change nothing.",
        palette=False,
    ),
)
# fmt: on
