"""What can be done in the overviews: the matrix of actors and issues, and the timeline."""

from __future__ import annotations

from tui.actions.action import Action, Place

# One action a paragraph: what is bound, then what it is called and does, then where it shows.
# fmt: off
OVERVIEWS: tuple[Action, ...] = (
    Action(
        "briefing.matrix", Place.BRIEFING, "app.door('matrix')", ("m",), "matrix",
        "Show who stands where on which issue, as a table of actors and issues.",
    ),
    Action(
        "briefing.timeline", Place.BRIEFING, "app.door('timeline')", ("t",), "timeline",
        "Show when what happened, what is due and what may come, in time.",
    ),
    Action(
        "library.matrix", Place.LIBRARY, "matrix", ("m",), "matrix",
        "Show who stands where on which issue in the briefing, or in those that are marked.",
        footer=True,
    ),
    Action(
        "library.timeline", Place.LIBRARY, "timeline", ("t",), "timeline",
        "Show when what happened in the briefing, or in those that are marked.",
    ),
    Action(
        "grid.left", Place.GRID, "aside(-1)", ("left",), "left",
        "To the column at the left.",
        palette=False,
    ),
    Action(
        "grid.right", Place.GRID, "aside(1)", ("right",), "right",
        "To the column at the right.",
        palette=False,
    ),
    Action(
        "grid.next", Place.GRID, "filled(1)", ("tab",), "next",
        "To the next cell of the column that says something, then of the next column.",
        footer=True, palette=False,
    ),
    Action(
        "grid.previous", Place.GRID, "filled(-1)", ("shift+tab",), "cell before",
        "To the cell before that says something.",
        palette=False,
    ),
    Action(
        "matrix.find", Place.MATRIX, "find", ("f",), "find",
        "Show only the actors and issues that have the words you type.",
        footer=True,
    ),
    Action(
        "matrix.dossier", Place.MATRIX, "dossier", ("d",), "dossier",
        "Open the dossier of the actor under the cursor.",
        footer=True,
    ),
    Action(
        "matrix.back", Place.MATRIX, "back", ("escape",), "back",
        "Show all again; from all, go back.",
        footer=True, palette=False,
    ),
)
# fmt: on
