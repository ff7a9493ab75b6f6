"""What can be made of words that are selected in the text."""

from __future__ import annotations

from briefings.briefing import ActorType, Position, QuestionKind, Stance, Strength
from briefings.corrections import (
    AddActor,
    AddMention,
    AddPosition,
    AddQuestion,
    SetCondition,
)
from briefings.corrections.case import shown
from briefings.document import Span
from tui.screens.correct.asking import (
    Asking,
    choice_page,
    meanings,
    stance_page,
    text_page,
    type_page,
)
from tui.screens.correct.page import Decided, Outcome, Page
from tui.screens.correct.words import KINDS, STRENGTHS

LONGEST_NAME = 80
"""Characters; more than that is no name of anybody."""


def selection_menu(asking: Asking, span: Span) -> Page:
    """What can be made of the words at a span."""
    words = shown(asking.opened.words(span))
    choices = [
        ("position", "position", "somebody takes a stand in these words"),
        ("question", "question", "they leave something open"),
    ]
    if len(span) <= LONGEST_NAME:
        choices += [
            ("mention", "mention", "they mean an actor that was found"),
            ("actor", "actor", "they name one that was not found"),
        ]
    around = _positions_around(asking, span)
    choices += [(one.id, "condition of", f"{one.stance}: {asking.said(one)}") for one in around]

    def take(what: str) -> Outcome:
        match what:
            case "position":
                return _position(asking, span)
            case "question":
                return _question(asking, span)
            case "mention":
                return _mention(asking, span)
            case "actor":
                return _actor(asking, span)
            case _:
                anchor = asking.anchors.position(what)
                return Decided(SetCondition(anchor, asking.anchors.passage(span)), stays_on=what)

    return choice_page(f"‘{words}’", choices, take)


def _positions_around(asking: Asking, span: Span) -> list[Position]:
    return [
        one
        for one in asking.opened.stands
        if one.sentence.contains(span) and one.condition != span and one.sentence != span
    ]


def _position(asking: Asking, span: Span) -> Page:
    passage = asking.anchors.passage(span)

    def held(holders: tuple[str, ...]) -> Outcome:
        anchors = asking.anchors.actors(holders)

        def stood(stance: Stance) -> Outcome:
            return choice_page(
                "How far it goes",
                meanings(STRENGTHS),
                lambda one: Decided(
                    AddPosition(anchors, stance, (passage,), strength=Strength(one))
                ),
            )

        return stance_page(asking.what_they_do(holders), stood)

    return asking.actors_page(f"Who holds ‘{shown(passage.words)}’", held)


def _question(asking: Asking, span: Span) -> Page:
    passage = asking.anchors.passage(span)

    def put(text: str) -> Outcome:
        return choice_page(
            "Why it is open", meanings(KINDS), lambda kind: settled(text, QuestionKind(kind))
        )

    def settled(text: str, kind: QuestionKind) -> Outcome:
        return asking.actors_page(
            "Who can settle it",
            lambda ids: Decided(AddQuestion(passage, text, kind, asking.anchors.actors(ids))),
            may_be_nobody=True,
        )

    return text_page("The question, in your words", "the question", "", put)


def _mention(asking: Asking, span: Span) -> Page:
    passage = asking.anchors.passage(span)

    def take(actor: str) -> Outcome:
        return Decided(AddMention(asking.anchors.actor(actor), passage), stays_on=actor)

    return asking.actor_page(f"‘{shown(passage.words)}’ means …", take)


def _actor(asking: Asking, span: Span) -> Page:
    passage = asking.anchors.passage(span)
    words = " ".join(passage.words.split())
    return text_page(
        "What the actor is called",
        "the name",
        words,
        lambda name: type_page(
            f"What {shown(name)} is",
            lambda kind: Decided(AddActor(passage, name, kind)),
            ActorType.PERSON,
        ),
    )
