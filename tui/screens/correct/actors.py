"""What can be corrected of an actor."""

from __future__ import annotations

from collections.abc import Callable

from briefings.briefing import Actor, ActorType, MentionKind
from briefings.corrections import (
    Assign,
    HideActor,
    Merge,
    MoveMention,
    RemoveMention,
    Rename,
    Retype,
    Split,
)
from briefings.corrections.case import shown
from tui.panes.facts import TYPE_NAMES, counted
from tui.screens.correct.asking import Asking, choice_page, span_of, text_page, type_page
from tui.screens.correct.page import Decided, Missing, Option, Outcome, Page, Taken


def actor_menu(asking: Asking, actor: Actor) -> Page:
    """What can be corrected of this actor."""
    mentions = counted(len(actor.mentions), "mention")
    choices = [
        ("merge", "merge", "it is the same as another one"),
        ("rename", "name", actor.name),
        ("type", "type", TYPE_NAMES[actor.type]),
        ("state", "state", actor.state or "none"),
        ("split", "split off", f"some of its {mentions} are somebody else’s"),
        ("move", "move mention", "one of them is another one’s"),
        ("remove", "remove mention", "one of them means nobody"),
        ("hide", "hide", "this is no actor"),
    ]

    def take(what: str) -> Outcome:
        match what:
            case "merge":
                return _merge(asking, actor)
            case "rename":
                return _rename(asking, actor)
            case "type":
                return _retype(asking, actor)
            case "state":
                return _assign(asking, actor)
            case "split":
                return _split(asking, actor)
            case "move":
                return _move(asking, actor)
            case "remove":
                return _remove(asking, actor)
            case _:
                return Decided(HideActor(asking.anchors.actor(actor.id)))

    return choice_page(f"Correct {shown(actor.name)}", choices, take)


def _merge(asking: Asking, actor: Actor) -> Page:
    def take(other: str) -> Outcome:
        anchors = asking.anchors
        return Decided(Merge(anchors.actor(actor.id), anchors.actor(other)), stays_on=other)

    return asking.actor_page(f"{shown(actor.name)} is the same as …", take, besides=actor.id)


def _rename(asking: Asking, actor: Actor) -> Page:
    others = [(name, "another name in the text") for name in actor.aliases]
    return text_page(
        f"What {shown(actor.name)} is called",
        "the name",
        actor.name,
        lambda name: Decided(Rename(asking.anchors.actor(actor.id), name)),
        others,
    )


def _retype(asking: Asking, actor: Actor) -> Page:
    return type_page(
        f"What {shown(actor.name)} is",
        lambda kind: Decided(Retype(asking.anchors.actor(actor.id), kind)),
        actor.type,
    )


def _assign(asking: Asking, actor: Actor) -> Page:
    everybody = asking.opened.briefing.actors
    states = [one.name for one in everybody if one.type is ActorType.STATE]
    states += [one.state for one in everybody]
    return text_page(
        f"The state that {shown(actor.name)} belongs to",
        "the name of a state; nothing for none",
        actor.state,
        lambda state: Decided(Assign(asking.anchors.actor(actor.id), state)),
        [(state, "named in the text") for state in states],
        empty="none",
    )


def _mentions(asking: Asking, actor: Actor, typed: str) -> list[Option]:
    found = []
    for mention in actor.mentions:
        sentence = asking.opened.sentence_at(mention.span.start) or mention.span
        if typed.casefold() in asking.opened.words(sentence).casefold():
            found.append(asking.mention_option(mention.span))
    return found


def _split(asking: Asking, actor: Actor) -> Page:
    def take(answer: Taken) -> Outcome:
        chosen = answer.ticked or ((answer.option,) if answer.option else ())
        if not chosen:
            return Missing("No mention is chosen.")
        if len(chosen) == len(actor.mentions):
            return Missing("One mention has to stay; to change the name, go back.")
        return _named(chosen)

    def _named(chosen: tuple[str, ...]) -> Page:
        spans = [span_of(one) for one in chosen]
        named = {m.span for m in actor.mentions if m.kind is MentionKind.NAMED}
        words = [asking.opened.words(one) for one in spans if one in named]
        return text_page(
            "Whose mentions these are",
            "the name of the other actor",
            max(words, key=len, default=""),
            lambda name: _typed(chosen, name),
            [(word, "as in the text") for word in words],
        )

    def _typed(chosen: tuple[str, ...], name: str) -> Page:
        passages = tuple(asking.anchors.passage(span_of(one)) for one in chosen)
        anchor = asking.anchors.actor(actor.id)
        return type_page(
            f"What {shown(name)} is",
            lambda kind: Decided(Split(anchor, passages, name, kind)),
            actor.type,
        )

    return Page(
        f"Split off {shown(actor.name)}",
        "words of the sentence",
        lambda typed: _mentions(asking, actor, typed),
        take,
        takes_several=True,
        nothing="None of its mentions stands near such words.",
    )


def _mention_page(
    asking: Asking, actor: Actor, title: str, answer: Callable[[str], Outcome]
) -> Page:
    def take(taken: Taken) -> Outcome:
        return answer(taken.option) if taken.option else Missing("No mention is chosen.")

    return Page(
        title,
        "words of the sentence",
        lambda typed: _mentions(asking, actor, typed),
        take,
        nothing="None of its mentions stands near such words.",
    )


def _move(asking: Asking, actor: Actor) -> Page:
    def whose(mention: str) -> Outcome:
        passage = asking.anchors.passage(span_of(mention))

        def take(other: str) -> Outcome:
            into = asking.anchors.actor(other)
            return Decided(MoveMention(asking.anchors.actor(actor.id), into, passage))

        return asking.actor_page(f"{shown(passage.words)} means …", take, besides=actor.id)

    return _mention_page(asking, actor, f"Move a mention of {shown(actor.name)}", whose)


def _remove(asking: Asking, actor: Actor) -> Page:
    def take(mention: str) -> Outcome:
        passage = asking.anchors.passage(span_of(mention))
        return Decided(RemoveMention(asking.anchors.actor(actor.id), passage))

    return _mention_page(asking, actor, f"Remove a mention of {shown(actor.name)}", take)
