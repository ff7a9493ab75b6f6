"""What the rules of the whole library make of one briefing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefings.briefing import Actor, Briefing, MentionKind
from briefings.corrections.actors import merged, new_actor, parted, renamed, with_actor
from briefings.corrections.anchors import folded
from briefings.corrections.applying import free_id, weighed
from briefings.corrections.rules import (
    AlwaysAssign,
    AlwaysMerge,
    AlwaysRename,
    AlwaysRetype,
    Named,
    NeverMerge,
    Rule,
)
from briefings.document import Document, Span
from briefings.library.known import actor_key, normalised

NumberedRule = tuple[int, Rule]
"""A rule with the number of the entry of the journal that taught it."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """What rules make of a briefing.

    Attributes:
        briefing: The briefing under the rules.
        used: The numbers of the rules that changed it.
        renamed: What actors are called by now, by the folded names they had.
    """

    briefing: Briefing
    used: frozenset[int]
    renamed: dict[str, str]


def key_of(named: Named) -> str:
    """The key under which briefings know an actor that a rule names."""
    return actor_key(new_actor("", named.name, named.type))


def keys_of(rule: Rule) -> tuple[str, ...]:
    """The keys of the actors that a rule changes."""
    if isinstance(rule, NeverMerge):
        return key_of(rule.one), key_of(rule.other)
    return (key_of(rule.actor),)


def ruled(document: Document, briefing: Briefing, rules: Sequence[NumberedRule]) -> Ruled:
    """A briefing under rules, in the order of their numbers.

    A rule that speaks of a name which two actors of the briefing have does nothing there: it
    cannot be told which is meant.
    """
    result, used = briefing, set()
    renamed_to: dict[str, str] = {}
    keys = _keys(briefing) if rules else {}
    for number, rule in rules:
        if not any(key in keys for key in keys_of(rule)):
            continue
        changed = _under(document, result, rule, keys, number)
        if changed != result:
            if isinstance(rule, AlwaysMerge | AlwaysRename):
                names = _names(rule, keys)
                earlier = {old: names.get(folded(new), new) for old, new in renamed_to.items()}
                renamed_to = earlier | names
            result, keys = changed, _keys(changed)
            used.add(number)
    return Ruled(weighed(document, briefing, result), frozenset(used), renamed_to)


def _names(rule: AlwaysMerge | AlwaysRename, keys: dict[str, list[Actor]]) -> dict[str, str]:
    """What a rule that has changed something calls an actor, by the name it had."""
    [actor] = keys[key_of(rule.actor)]
    if isinstance(rule, AlwaysRename):
        return {folded(actor.name): _line(rule.name)}
    others = keys.get(key_of(rule.into), [])
    return {folded(actor.name): others[0].name if others else _line(rule.into.name)}


def _keys(briefing: Briefing) -> dict[str, list[Actor]]:
    keys: dict[str, list[Actor]] = {}
    for actor in briefing.actors:
        keys.setdefault(actor_key(actor), []).append(actor)
    return keys


def _under(
    document: Document,
    briefing: Briefing,
    rule: Rule,
    keys: dict[str, list[Actor]],
    number: int,
) -> Briefing:
    if isinstance(rule, NeverMerge):
        return _kept_apart(document, briefing, rule, keys, number)
    found = keys[key_of(rule.actor)]
    if len(found) > 1:
        return briefing
    [actor] = found
    match rule:
        case AlwaysMerge():
            others = keys.get(key_of(rule.into), [])
            if not others:
                called = replace(renamed(actor, _line(rule.into.name)), type=rule.into.type)
                return with_actor(briefing, called)
            return merged(briefing, actor, others[0]) if len(others) == 1 else briefing
        case AlwaysRetype():
            return with_actor(briefing, replace(actor, type=rule.type))
        case AlwaysRename():
            return with_actor(briefing, renamed(actor, _line(rule.name)))
        case AlwaysAssign():
            return with_actor(briefing, replace(actor, state=_line(rule.state)))


def _kept_apart(
    document: Document,
    briefing: Briefing,
    rule: NeverMerge,
    keys: dict[str, list[Actor]],
    number: int,
) -> Briefing:
    """The briefing in which an actor that goes by both names is two."""
    for here, there in ((rule.one, rule.other), (rule.other, rule.one)):
        found = keys.get(key_of(here), [])
        if len(found) != 1:
            continue
        [actor] = found
        spans = _called(document, actor, normalised(there.name), normalised(here.name))
        if not spans or len(spans) == len({mention.span for mention in actor.mentions}):
            continue
        others = keys.get(key_of(there), [])
        if len(others) > 1:
            continue
        identity = free_id(briefing, f"r{number}")
        other = others[0] if others else new_actor(identity, _line(there.name), there.type)
        return parted(document, briefing, actor, spans, other)
    return briefing


def _called(document: Document, actor: Actor, name: str, besides: str) -> set[Span]:
    """Where an actor is called by one name, and not by another that holds it."""
    spans = set()
    for mention in actor.mentions:
        if mention.kind is not MentionKind.NAMED:
            continue
        words = normalised(mention.span.of(document.text))
        is_other = words == besides or (_holds(words, besides) and _holds(besides, name))
        if _holds(words, name) and not is_other:
            spans.add(mention.span)
    return spans


def _holds(words: str, name: str) -> bool:
    return f" {name} " in f" {words} "


def _line(name: str) -> str:
    return " ".join(name.split())
