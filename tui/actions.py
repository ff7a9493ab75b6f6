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
    LIST = "lists and text"
    BRIEFING = "briefing"
    FIND = "finding words"
    DIALOG = "dialogs"


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


# One action a paragraph: what is bound, then what it is called and does, then where it shows.
# fmt: off
ACTIONS: tuple[Action, ...] = (
    Action(
        "briefing.retry", Place.BRIEFING, "retry", ("r",), "try again",
        "Analyse the article again after it failed.",
        footer=True, palette=False,
    ),
    Action(
        "briefing.search", Place.BRIEFING, "search", ("slash",), "search",
        "Find an actor by any of its names, typing errors allowed, and narrow to it.",
        footer=True,
    ),
    Action(
        "briefing.narrow", Place.BRIEFING, "narrow", ("space",), "narrow",
        "Show only the positions and questions of the actor under the cursor; again: show all.",
        footer=True,
    ),
    Action(
        "briefing.export", Place.BRIEFING, "export", ("e",), "export",
        "Write this briefing as a Markdown note.",
        footer=True,
    ),
    Action(
        "app.library", Place.APP, "library", ("l",), "library",
        "Open the list of all briefings.",
        footer=True,
    ),
    Action(
        "briefing.order", Place.BRIEFING, "order", ("o",), "order",
        "Order the positions by topic, actor, stance, or as they come in the text.",
        footer=True,
    ),
    Action(
        "briefing.find", Place.BRIEFING, "find", ("f",), "find",
        "Find words in the text; in the list of actors, show only those like what is typed.",
        footer=True,
    ),
    Action(
        "briefing.next_view", Place.BRIEFING, "view(1)", ("right_square_bracket",), "more found",
        "Pane 3 shows the next: questions, commitments, events, numbers, places, what is not said.",
    ),
    Action(
        "briefing.previous_view", Place.BRIEFING, "view(-1)", ("left_square_bracket",),
        "found before",
        "Show the one before it in pane 3.",
    ),
    Action(
        "briefing.zoom", Place.BRIEFING, "zoom", ("z",), "zoom",
        "Give the whole screen to the pane you are in; again: show all panes.",
        footer=True,
    ),
    Action(
        "briefing.copy", Place.BRIEFING, "copy", ("y",), "copy",
        "Copy the sentence that is lit as a quotation with its source.",
        footer=True,
    ),
    Action(
        "briefing.back", Place.BRIEFING, "back", ("escape",), "back",
        "Go back one step: leave the text, end the zoom, show all actors again.",
        palette=False,
    ),
    Action(
        "briefing.actors", Place.BRIEFING, "pane('actors')", ("1",), "actors",
        "Go to the actors.",
    ),
    Action(
        "briefing.positions", Place.BRIEFING, "pane('positions')", ("2",), "positions",
        "Go to the positions.",
    ),
    Action(
        "briefing.questions", Place.BRIEFING, "pane('questions')", ("3",), "questions",
        "Go to the open questions.",
    ),
    Action(
        "briefing.source", Place.BRIEFING, "pane('source')", ("4",), "source",
        "Go to the text of the article.",
    ),
    Action(
        "briefing.next_pane", Place.BRIEFING, "pane('next')", ("tab",), "next pane",
        "Go to the next pane.",
        palette=False,
    ),
    Action(
        "briefing.previous_pane", Place.BRIEFING, "pane('previous')", ("shift+tab",), "pane before",
        "Go to the pane before.",
        palette=False,
    ),
    Action(
        "briefing.left", Place.BRIEFING, "pane('left')", ("left",), "pane at the left",
        "Go to the pane at the left.",
        palette=False,
    ),
    Action(
        "briefing.right", Place.BRIEFING, "pane('right')", ("right",), "pane at the right",
        "Go to the pane at the right.",
        palette=False,
    ),
    Action(
        "briefing.jump", Place.BRIEFING, "jump", ("ctrl+o",), "jump",
        "Show a letter before every row in sight; typing it goes there.",
    ),
    Action(
        "briefing.wider", Place.BRIEFING, "size('wider')", ("greater_than_sign", "ctrl+right"),
        "wider",
        "Make the pane you are in wider.",
    ),
    Action(
        "briefing.narrower", Place.BRIEFING, "size('narrower')", ("less_than_sign", "ctrl+left"),
        "narrower",
        "Make the pane you are in narrower.",
    ),
    Action(
        "briefing.higher", Place.BRIEFING, "size('higher')", ("plus", "ctrl+down"), "higher",
        "Make the pane you are in higher.",
    ),
    Action(
        "briefing.lower", Place.BRIEFING, "size('lower')", ("minus", "ctrl+up"), "lower",
        "Make the pane you are in lower.",
    ),
    Action(
        "briefing.even", Place.BRIEFING, "size('even')", ("equals_sign",), "usual sizes",
        "Give every pane its usual size.",
    ),
    Action(
        "briefing.next_mention", Place.BRIEFING, "mention(1)", ("full_stop",), "next mention",
        "Go to the next sentence that mentions the actor.",
    ),
    Action(
        "briefing.previous_mention", Place.BRIEFING, "mention(-1)", ("comma",), "mention before",
        "Go to the sentence before this one that mentions the actor.",
    ),
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
    Action(
        "find.next", Place.FIND, "found(1)", ("n",), "next",
        "To the next place where the words stand.",
        footer=True,
    ),
    Action(
        "find.previous", Place.FIND, "found(-1)", ("N",), "place before",
        "To the place before.",
        palette=False,
    ),
    Action(
        "find.take", Place.FIND, "take_found", ("enter", "tab", "down", "up"), "go there",
        "Leave the words lit, and go to where they stand.",
        footer=True, palette=False,
    ),
    Action(
        "find.leave", Place.FIND, "leave_found", ("escape",), "end finding",
        "Light the words no longer; show all actors again.",
        footer=True, palette=False,
    ),
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
    Action(
        "app.themes", Place.APP, "themes", ("T",), "themes",
        "Choose the colours, and see them at once.",
    ),
    Action(
        "app.palette", Place.APP, "command_palette", ("ctrl+p",), "commands",
        "Find any command by its name.",
        palette=False,
    ),
    Action(
        "app.help", Place.APP, "help", ("question_mark",), "help",
        "Show every key of the screen in front, and what its signs say.",
        footer=True,
    ),
    Action(
        "app.quit", Place.APP, "quit", ("q", "ctrl+q"), "quit",
        "Leave the program; everything is kept.",
        footer=True,
    ),
)
# fmt: on


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
