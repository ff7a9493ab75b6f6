"""The registry of actions: the one place where a key is bound.

Bindings, footer, palette, help screen and the table of keys in the documents are all made from
`ACTIONS`. A screen asks for the bindings of its place with `bindings(Place.BRIEFING)`; the method
that answers an action is `action_<name>` of the screen or app.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.actions.across import ACROSS
from tui.actions.action import Action, Place
from tui.actions.app import APP
from tui.actions.briefing import BRIEFING
from tui.actions.correcting import CORRECTING
from tui.actions.dialogs import DIALOGS
from tui.actions.exporting import EXPORTING
from tui.actions.library import LIBRARY
from tui.actions.lists import LISTS
from tui.actions.overviews import OVERVIEWS
from tui.actions.search import SEARCH

if TYPE_CHECKING:
    from textual.binding import Binding

__all__ = ["ACTIONS", "Action", "Place", "bindings", "of_place"]

ACTIONS: tuple[Action, ...] = (
    *BRIEFING,
    *CORRECTING,
    *LIBRARY,
    *LISTS,
    *SEARCH,
    *ACROSS,
    *OVERVIEWS,
    *DIALOGS,
    *EXPORTING,
    *APP,
)


def of_place(place: Place) -> tuple[Action, ...]:
    """The actions that apply at one place, in the order of the registry."""
    return tuple(action for action in ACTIONS if action.place is place)


def bindings(place: Place) -> list[Binding]:
    """The Textual bindings of one place; the binding's id is the action's id."""
    from textual.binding import Binding

    return [
        Binding(
            ",".join(action.keys),
            action.name,
            action.title,
            show=action.footer,
            priority=action.priority,
            id=action.id,
            tooltip=action.help,
        )
        for action in of_place(place)
    ]
