"""What can be done in the export, besides what can be done in any dialog."""

from __future__ import annotations

from tui.actions.action import Action, Place

# One action a paragraph: what is bound, then what it is called and does, then where it shows.
# fmt: off
EXPORTING: tuple[Action, ...] = (
    Action(
        "export.next", Place.EXPORT, "change(1)", ("right", "space"), "next value",
        "Choose the next flavour or part; at the end of a path, take what it may become.",
        palette=False,
    ),
    Action(
        "export.previous", Place.EXPORT, "change(-1)", ("left",), "value before",
        "Choose the flavour or part before.",
        palette=False,
    ),
    Action(
        "export.forward", Place.EXPORT, "app.focus_next", ("tab",), "next line",
        "To the next line: flavour, part, where to.",
        palette=False,
    ),
    Action(
        "export.back", Place.EXPORT, "app.focus_previous", ("shift+tab",), "line before",
        "To the line before.",
        palette=False,
    ),
)
# fmt: on
