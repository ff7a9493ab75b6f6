"""How to move in any list or text."""

from __future__ import annotations

from tui.actions.action import Action, Place

# One action a paragraph: what is bound, then what it is called and does, then where it shows.
# fmt: off
LISTS: tuple[Action, ...] = (
    Action(
        "list.up", Place.LIST, "move('up')", ("up", "k"), "up",
        "To the row or sentence before.",
        palette=False,
    ),
    Action(
        "list.down", Place.LIST, "move('down')", ("down", "j"), "down",
        "To the next row or sentence.",
        palette=False,
    ),
    Action(
        "list.page_up", Place.LIST, "move('page_up')", ("pageup", "ctrl+b"), "page up",
        "A screenful back.",
        palette=False,
    ),
    Action(
        "list.page_down", Place.LIST, "move('page_down')", ("pagedown", "ctrl+f"), "page down",
        "A screenful on.",
        palette=False,
    ),
    Action(
        "list.first", Place.LIST, "move('first')", ("home", "g"), "first",
        "To the first row or sentence.",
        palette=False,
    ),
    Action(
        "list.last", Place.LIST, "move('last')", ("end", "G"), "last",
        "To the last row or sentence.",
        palette=False,
    ),
    Action(
        "list.choose", Place.LIST, "choose", ("enter",), "open",
        "From a row to its sentence in the text; from a sentence to its rows, one after the other.",
        palette=False,
    ),
)
# fmt: on
