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
        "list.half_up", Place.LIST, "move('half_up')", ("ctrl+u",), "half a page up",
        "Half a screenful back.",
        palette=False,
    ),
    Action(
        "list.half_down", Place.LIST, "move('half_down')", ("ctrl+d",), "half a page down",
        "Half a screenful on.",
        palette=False,
    ),
    Action(
        "list.group_before", Place.LIST, "move('group_before')", ("left_curly_bracket",),
        "group before",
        "To the beginning of the group of rows or the paragraph; then to the one before.",
        palette=False,
    ),
    Action(
        "list.group_next", Place.LIST, "move('group_next')", ("right_curly_bracket",),
        "next group",
        "To the next group of rows, or the next paragraph.",
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
