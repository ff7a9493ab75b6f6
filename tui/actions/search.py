"""What can be done in the search, besides what can be done in any dialog."""

from __future__ import annotations

from tui.actions.action import Action, Place

# One action a paragraph: what is bound, then what it is called and does, then where it shows.
# fmt: off
SEARCH: tuple[Action, ...] = (
    Action(
        "search.complete", Place.SEARCH, "complete(1)", ("tab",), "complete",
        "Type the rest of a filter or of its value; again: the next value. So does → at the end.",
        palette=False,
    ),
    Action(
        "search.complete_back", Place.SEARCH, "complete(-1)", ("shift+tab",), "value before",
        "Type the value before that one.",
        palette=False,
    ),
    Action(
        "search.save", Place.SEARCH, "save", ("ctrl+s",), "save",
        "Keep this search under a name; it is offered before anything is typed.",
        palette=False,
    ),
    Action(
        "search.forget", Place.SEARCH, "forget", ("ctrl+x",), "forget",
        "Forget the saved search under the cursor; so does delete in an empty field.",
        palette=False,
    ),
)
# fmt: on
