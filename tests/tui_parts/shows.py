"""The dialogs, each with invented data, for looking at and for snapshots."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.screen import ModalScreen

from briefings.briefing import (
    Actor,
    ActorType,
    Briefing,
    Directness,
    Mention,
    MentionKind,
    Position,
    Question,
    QuestionKind,
    Role,
    Stance,
    Strength,
)
from briefings.document import Document, Precision, Published, Span
from briefings.export import Taken
from briefings.library import Stored
from tests.tui_parts.stage import KNOWN, entry
from tui.actions import Action, Place
from tui.catalogue import Catalogue
from tui.panes.signs import LEGEND
from tui.screens.export import ExportScreen
from tui.screens.help import HelpScreen
from tui.screens.search import SearchScreen
from tui.screens.themes import ThemeScreen
from tui.theming import load_themes

TITLE = "Two ships for the strait"
TEXT = (
    f"{TITLE}\n\n"
    "Prime Minister Dana Okafor offered two ships on Monday if Veld lets the mediators in. "
    "Whether it will is not known.\n"
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def stored(title: str = TITLE) -> Stored:
    body = Span(TEXT.index("Prime"), len(TEXT) - 1)
    document = Document.of(
        TEXT,
        title=title,
        title_span=span(TITLE),
        paragraphs=(span(TITLE), body),
        published=Published("2026-03-02", Precision.DAY),
    )
    sentences = (
        span(TITLE),
        Span(body.start, body.start + 85),
        span("Whether it will is not known."),
    )
    okafor = Actor(
        "a1",
        "Dana Okafor",
        ActorType.PERSON,
        (Mention(span("Dana Okafor"), MentionKind.NAMED),),
        roles=(Role("Prime Minister", span("Prime Minister"), state="Norland"),),
        state="Norland",
        salience=1.0,
    )
    veld = Actor("a2", "Veld", ActorType.STATE, (Mention(span("Veld"), MentionKind.NAMED),))
    offer = Position(
        "p1",
        ("a1",),
        ("a1",),
        Stance.COMMITS,
        Strength.CONDITIONAL,
        Directness.INDIRECT,
        (span("Prime Minister Dana Okafor"),),
        (span("offered"),),
        (span("two ships"),),
        sentences[1],
        condition=span("if Veld lets the mediators in"),
        topic="ships",
    )
    access = Question(
        "q1",
        QuestionKind.UNKNOWN,
        sentences[2],
        span("Whether it will is not known"),
        "Will Veld let the mediators in?",
        ("a2",),
    )
    briefing = Briefing(document.id, "1", sentences, (okafor, veld), (offer,), (access,))
    row = entry(0, title, id=document.id, published=document.published)
    return Stored(row, document, briefing)


SOME_ACTIONS = (
    Action("app.search", Place.APP, "search", ("slash",), "search", "Find an actor."),
    Action("briefing.narrow", Place.BRIEFING, "narrow", ("space",), "narrow", "Narrow to one."),
    Action(
        "briefing.order",
        Place.BRIEFING,
        "order",
        ("o",),
        "order",
        "Order the positions by topic, by actor, by stance, or as they come in the text; again:"
        " the next order.",
    ),
    Action("briefing.back", Place.BRIEFING, "back", ("escape",), "back", "One step back."),
    Action("list.up", Place.LIST, "move('up')", ("up", "k"), "up", "To the row before."),
    Action("list.down", Place.LIST, "move('down')", ("down", "j"), "down", "To the next row."),
    Action(
        "list.page", Place.LIST, "move('page')", ("pagedown", "ctrl+f"), "page", "A screenful on."
    ),
    Action("app.help", Place.APP, "help", ("question_mark",), "help", "Show every key."),
    Action("app.quit", Place.APP, "quit", ("q", "ctrl+q"), "quit", "Leave the program."),
)
"""So that a new key elsewhere does not change the pictures of the help."""


def dialog(name: str) -> ModalScreen[Any]:
    """The dialog of a name, fresh."""
    match name:
        case "search":
            return SearchScreen(Catalogue.of(stored().briefing, KNOWN))
        case "help":
            return HelpScreen((Place.BRIEFING, Place.LIST, Place.APP), signs=LEGEND)
        case "themes":
            return ThemeScreen(load_themes().descriptions)
        case "export":
            return ExportScreen([Taken(stored())], Path("/home/ito/Documents/Briefings"))
    raise KeyError(name)
