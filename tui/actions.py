"""The registry of actions: the one place where a key is bound.

Bindings, footer, palette, help screen and the table of keys in the documents are all made from
`ACTIONS`. A screen asks for the bindings of its place with `bindings(Place.BRIEFING)`; the method
that answers an action is `action_<name>` of the screen or app.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import Binding


class Place(StrEnum):
    """Where an action applies."""

    APP = "everywhere"
    BRIEFING = "briefing"
    SEARCH = "search"
    EXPORT = "export"
    LIBRARY = "library"
    HELP = "help"
    THEMES = "themes"


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do with a key.

    Attributes:
        id: Stable name for key settings, such as `briefing.narrow`.
        place: Where it applies.
        name: The Textual action, parameters included, such as `focus_pane(1)`.
        keys: The default keys, the first one shown.
        title: One or two words, for the footer and the palette.
        help: One sentence, for the help screen and the documents.
        footer: Whether the footer has room for it.
        palette: Whether the command palette offers it.
        priority: Whether it goes before the keys of the focused widget.
    """

    id: str
    place: Place
    name: str
    keys: tuple[str, ...]
    title: str
    help: str
    footer: bool = False
    palette: bool = True
    priority: bool = False


ACTIONS: tuple[Action, ...] = ()


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
