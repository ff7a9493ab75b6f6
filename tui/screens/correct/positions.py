"""What can be corrected of a position."""

from __future__ import annotations

from briefings.briefing import Polarity, Position, Strength
from briefings.corrections import (
    HidePosition,
    SetCondition,
    SetHolders,
    SetPolarity,
    SetStance,
    SetStrength,
    SetTargets,
    SetTopic,
)
from tui.screens.correct.asking import Asking, choice_page, meanings, stance_page, text_page
from tui.screens.correct.page import Decided, Missing, Outcome, Page
from tui.screens.correct.words import POLARITIES, STRENGTHS


def position_menu(asking: Asking, position: Position) -> Page:
    """What can be corrected of this position."""
    condition = asking.opened.words(position.condition) if position.condition else "none"
    is_negative = position.polarity is Polarity.NEGATIVE
    choices = [
        ("stance", "stance", f"{position.stance.family.sign} {position.stance}"),
        ("holder", "holder", asking.names(position.holders)),
        ("strength", "strength", position.strength.value),
        ("topic", "topic", position.topic or "none"),
        ("targets", "directed at", asking.names(position.targets)),
        ("polarity", "polarity", "negative" if is_negative else "positive"),
        ("condition", "condition", condition),
        ("hide", "hide", "this is no position"),
    ]  # fmt: skip

    def take(what: str) -> Outcome:
        anchor = asking.anchors.position(position.id)
        match what:
            case "stance":
                title = asking.what_they_do(position.holders)
                return stance_page(
                    title, lambda one: Decided(SetStance(anchor, one)), position.stance.value
                )
            case "holder":
                return _holders(asking, position)
            case "strength":
                return choice_page(
                    "How far it goes",
                    meanings(STRENGTHS),
                    lambda one: Decided(SetStrength(anchor, Strength(one))),
                    position.strength.value,
                )
            case "topic":
                return _topic(asking, position)
            case "targets":
                return _targets(asking, position)
            case "polarity":
                return _polarity(asking, position)
            case "condition":
                return _condition(asking, position)
            case _:
                return Decided(HidePosition(anchor))

    return choice_page(f"Correct ‘{asking.said(position)}’", choices, take)


def _holders(asking: Asking, position: Position) -> Page:
    def take(holders: tuple[str, ...]) -> Outcome:
        anchor = asking.anchors.position(position.id)
        return Decided(SetHolders(anchor, asking.anchors.actors(holders)))

    title = f"Who holds ‘{asking.said(position)}’"
    return asking.actors_page(title, take, ticked=position.holders)


def _targets(asking: Asking, position: Position) -> Page:
    def take(targets: tuple[str, ...]) -> Outcome:
        anchor = asking.anchors.position(position.id)
        return Decided(SetTargets(anchor, asking.anchors.actors(targets)))

    return asking.actors_page(
        "Whom it is directed at", take, ticked=position.targets, may_be_nobody=True
    )


def _topic(asking: Asking, position: Position) -> Page:
    topics = dict.fromkeys(one.topic for one in asking.opened.stands)
    return text_page(
        "What it is about",
        "a topic; nothing for none",
        position.topic,
        lambda topic: Decided(SetTopic(asking.anchors.position(position.id), topic)),
        [(topic, "in this briefing") for topic in topics],
        empty="none",
    )


def _polarity(asking: Asking, position: Position) -> Page:
    anchor = asking.anchors.position(position.id)
    choices = [(one.name, one.name.lower(), meaning) for one, meaning in POLARITIES.items()]
    return choice_page(
        "For what the stance holds",
        choices,
        lambda one: Decided(SetPolarity(anchor, Polarity[one])),
        position.polarity.name,
    )


def _condition(asking: Asking, position: Position) -> Page:
    def take(what: str) -> Outcome:
        if what == "none":
            return Decided(SetCondition(asking.anchors.position(position.id), None))
        return Missing("Close this, select the words in pane 4 with v, then press c there.")

    choices = [
        ("none", "none", "it holds without a condition"),
        ("words", "other words", "selected in the text"),
    ]
    return choice_page("Under which condition it holds", choices, take)
