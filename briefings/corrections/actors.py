"""Corrections of actors and of their mentions."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from briefings.briefing import Actor, ActorType, Briefing, Mention, MentionKind, Role
from briefings.corrections.anchors import folded
from briefings.corrections.case import Case, Unfit, one_line, shown
from briefings.corrections.references import Transfer, replaced
from briefings.corrections.values import (
    ActorCorrection,
    AddActor,
    AddMention,
    Assign,
    HideActor,
    Merge,
    MoveMention,
    RemoveMention,
    Rename,
    Retype,
    Split,
)
from briefings.document import Document, Span


def correct_actors(case: Case, correction: ActorCorrection) -> Briefing:
    """The briefing with one correction of an actor; raises Unfit if it does not fit."""
    match correction:
        case Merge():
            old, into = case.actor(correction.actor), case.actor(correction.into)
            return merged(case.briefing, old, into) if old is not into else case.briefing
        case Rename():
            name = one_line(correction.name, "The name")
            return with_actor(case.briefing, renamed(case.actor(correction.actor), name))
        case Retype():
            actor = case.actor(correction.actor)
            return with_actor(case.briefing, replace(actor, type=correction.type))
        case Assign():
            actor = case.actor(correction.actor)
            state = " ".join(correction.state.split())
            return with_actor(case.briefing, replace(actor, state=state))
        case AddActor():
            return _with_new_actor(case, correction)
        case HideActor():
            return hidden(case.briefing, case.actor(correction.actor))
        case Split():
            return _split(case, correction)
        case AddMention():
            return _with_mention(case, correction)
        case RemoveMention():
            return _without_mention(case, correction)
        case MoveMention():
            return _with_moved_mention(case, correction)


def merged(briefing: Briefing, actor: Actor, into: Actor) -> Briefing:
    """The briefing in which `actor` is one with `into`, which keeps its id, name and type."""
    both = replace(
        into,
        mentions=_in_order((*into.mentions, *actor.mentions)),
        aliases=_names((*into.aliases, actor.name, *actor.aliases), besides=into.name),
        roles=tuple(dict.fromkeys((*into.roles, *actor.roles))),
        state=into.state or actor.state,
    )
    rest = replace(briefing, actors=tuple(a for a in briefing.actors if a is not actor))
    return replaced(with_actor(rest, both), actor.id, into.id)


def renamed(actor: Actor, name: str) -> Actor:
    """The actor under another name, the one it had among its aliases."""
    if name == actor.name:
        return actor
    return replace(actor, name=name, aliases=_names((actor.name, *actor.aliases), besides=name))


def hidden(briefing: Briefing, actor: Actor) -> Briefing:
    """The briefing without an actor."""
    rest = replace(briefing, actors=tuple(a for a in briefing.actors if a is not actor))
    return replaced(rest, actor.id, "")


def parted(
    document: Document,
    briefing: Briefing,
    actor: Actor,
    spans: Collection[Span],
    other: Actor,
) -> Briefing:
    """The briefing in which the mentions of `actor` at some spans are those of `other`.

    Args:
        document: The document.
        briefing: The briefing.
        actor: An actor with mentions at all those spans, and at others too.
        spans: Where the mentions stand.
        other: Another actor of the briefing, or a new one without mentions.
    """
    moved = tuple(mention for mention in actor.mentions if mention.span in spans)
    left = tuple(mention for mention in actor.mentions if mention.span not in spans)
    gone = [role for role in actor.roles if _nearest(role, actor.mentions) in moved]
    said = _named_words(document, moved)
    kept = {folded(words) for words in _named_words(document, left)}
    lost = {folded(words) for words in (other.name, *other.aliases, *said)} - kept
    smaller = replace(
        actor,
        mentions=left,
        aliases=tuple(alias for alias in actor.aliases if folded(alias) not in lost),
        roles=tuple(role for role in actor.roles if role not in gone),
    )
    known = {folded(alias) for alias in actor.aliases}
    aliases = (*other.aliases, *(words for words in said if folded(words) in known))
    larger = replace(
        other,
        mentions=_in_order((*other.mentions, *moved)),
        aliases=_names(aliases, besides=other.name),
        roles=tuple(dict.fromkeys((*other.roles, *gone))),
    )
    result = with_actor(with_actor(briefing, smaller), larger)
    places = (tuple(mention.span for mention in some) for some in (moved, left))
    return Transfer(actor.id, other.id, *places).made(result)


def with_actor(briefing: Briefing, actor: Actor) -> Briefing:
    """The briefing with an actor in the place of the one with its id, or as the last."""
    if not any(one.id == actor.id for one in briefing.actors):
        return replace(briefing, actors=(*briefing.actors, actor))
    actors = (actor if one.id == actor.id else one for one in briefing.actors)
    return replace(briefing, actors=tuple(actors))


def new_actor(identity: str, name: str, type: ActorType) -> Actor:
    """An actor without mentions, who is about to be given some."""
    return Actor(identity, name, type, mentions=())


def _with_new_actor(case: Case, correction: AddActor) -> Briefing:
    name = one_line(correction.name, "The name")
    span = case.span(correction.passage)
    if owner := _owner(case.briefing, span):
        if (folded(owner.name), owner.type) == (folded(name), correction.type):
            return case.briefing
        raise Unfit(_is_taken(correction.passage.words, owner))
    mention = Mention(span, MentionKind.NAMED)
    return with_actor(case.briefing, Actor(case.new_id, name, correction.type, (mention,)))


def _split(case: Case, correction: Split) -> Briefing:
    name = one_line(correction.name, "The name")
    spans = case.spans(correction.mentions)
    actor = case.actor(correction.actor)
    there = {mention.span for mention in actor.mentions} & set(spans)
    if not spans or not there:
        others = {owner.id for span in spans if (owner := _owner(case.briefing, span))}
        if spans and len(others) == 1:
            return case.briefing  # the analysis keeps them apart by itself
        raise Unfit(f"None of the words that were split off is a mention of “{shown(actor.name)}”.")
    if len(there) == len({mention.span for mention in actor.mentions}):
        raise Unfit(f"No mention would be left to “{shown(actor.name)}”; rename the actor instead.")
    other = replace(new_actor(case.new_id, name, correction.type), state=actor.state)
    return parted(case.document, case.briefing, actor, there, other)


def _with_mention(case: Case, correction: AddMention) -> Briefing:
    span = case.span(correction.passage)
    actor = case.actor(correction.actor)
    if any(mention.span == span for mention in actor.mentions):
        return case.briefing
    if owner := _owner(case.briefing, span):
        raise Unfit(_is_taken(correction.passage.words, owner))
    mentions = _in_order((*actor.mentions, Mention(span, correction.kind)))
    return with_actor(case.briefing, replace(actor, mentions=mentions))


def _without_mention(case: Case, correction: RemoveMention) -> Briefing:
    span = case.span(correction.passage)
    actor = case.actor(correction.actor)
    left = tuple(mention for mention in actor.mentions if mention.span != span)
    if not left:
        raise Unfit(f"No mention would be left to “{shown(actor.name)}”; hide the actor instead.")
    return with_actor(case.briefing, replace(actor, mentions=left))


def _with_moved_mention(case: Case, correction: MoveMention) -> Briefing:
    span = case.span(correction.passage)
    into = case.actor(correction.into)
    if any(mention.span == span for mention in into.mentions):
        return case.briefing
    actor = case.actor(correction.actor)
    spans = {mention.span for mention in actor.mentions}
    if span not in spans:
        words = shown(correction.passage.words)
        raise Unfit(f"“{words}” is not a mention of “{shown(actor.name)}” any more.")
    if spans == {span}:
        return merged(case.briefing, actor, into)
    return parted(case.document, case.briefing, actor, {span}, into)


def _owner(briefing: Briefing, span: Span) -> Actor | None:
    """The actor whom the words at a span refer to, or None."""
    for actor in briefing.actors:
        if any(mention.span == span for mention in actor.mentions):
            return actor
    return None


def _is_taken(words: str, owner: Actor) -> str:
    return f"“{shown(words)}” is a mention of “{shown(owner.name)}” already; move it instead."


def _in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions in the order of the text, one a span."""
    by_span = {mention.span: mention for mention in reversed(tuple(mentions))}
    return tuple(by_span[span] for span in sorted(by_span))


def _names(names: Iterable[str], *, besides: str) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(names) if name and name != besides)


def _named_words(document: Document, mentions: Iterable[Mention]) -> list[str]:
    named = (one.span for one in mentions if one.kind is MentionKind.NAMED)
    return list(dict.fromkeys(" ".join(span.of(document.text).split()) for span in named))


def _nearest(role: Role, mentions: Iterable[Mention]) -> Mention | None:
    """The mention that a role stands nearest to."""

    def distance(mention: Mention) -> int:
        return max(mention.span.start - role.span.end, role.span.start - mention.span.end, 0)

    return min(mentions, key=distance, default=None)
