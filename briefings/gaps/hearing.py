"""Who is not heard: the accused, the other side of a dispute; and who speaks without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefings.briefing import (
    Actor,
    ActorType,
    Briefing,
    Directness,
    MentionKind,
    Position,
    QuestionKind,
    Stance,
)
from briefings.document import Document, Span
from briefings.gaps.gap import Gap, GapKind, names_of
from briefings.knowledge import words

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_SOURCE = 14
_SHOWN_SOURCES = 3
_DEFINITE = frozenset({"the", "his", "her", "their", "its", "this", "that"})
_SURE = 0.5
_NEAR = 40
"""How far behind the cue, in characters, the accused is named."""
_SPEAKERS = frozenset(ActorType) - {ActorType.GROUP, ActorType.PLACE}
_PARTIES = frozenset({ActorType.PERSON, ActorType.STATE, ActorType.GOVERNMENT})
"""Whom a dispute is between, and not just about: bodies are often what it is about."""


def accused_not_heard(document: Document, briefing: Briefing) -> Iterator[Gap]:
    """Okafor accused Ruiz of lying, and nobody asked Ruiz."""
    heard = _Heard.of(document, briefing)
    told: set[str] = set()
    for position in briefing.stands:
        accused = _accused(briefing, position)
        if accused is None or accused.id in told or heard.includes(accused):
            continue
        told.add(accused.id)
        by = names_of(briefing, position.holders)
        text = f"{accused.name} is accused by {by}, and is not heard."
        actors = (accused.id, *position.holders)
        yield Gap(GapKind.ACCUSED_NOT_HEARD, text, actors, (position.sentence,))


def _accused(briefing: Briefing, position: Position) -> Actor | None:
    """Whom a position accuses: the only one it is directed at who can answer."""
    if position.stance is not Stance.ACCUSES or position.confidence < _SURE:
        return None
    behind = max((span.end for span in position.cue), default=0)
    found = [
        actor
        for actor in briefing.actors
        if actor.id in position.targets and actor.id not in position.holders and _can_answer(actor)
    ]
    if len(found) != 1 or not position.cue:
        return None
    # Whom one accuses is named next to the cue; further on stand those whom it is about.
    near = Span(behind, behind + _NEAR)
    return found[0] if any(near.overlap(mention.span) for mention in found[0].mentions) else None


def _can_answer(actor: Actor) -> bool:
    return actor.type in _SPEAKERS and _is_named(actor)


def _is_named_in(actor: Actor, sentence: Span) -> bool:
    return any(
        mention.kind is MentionKind.NAMED and sentence.contains(mention.span)
        for mention in actor.mentions
    )


def _is_named(actor: Actor) -> bool:
    return any(mention.kind is MentionKind.NAMED for mention in actor.mentions)


@dataclass(frozen=True, slots=True)
class _Heard:
    """Who says something or takes a stand.

    Attributes:
        briefing: The briefing.
        actors: The ids of those who do.
        said_by: The words that name who said something, letters only: "clintons campaign".
    """

    briefing: Briefing
    actors: frozenset[str]
    said_by: frozenset[str]

    @classmethod
    def of(cls, document: Document, briefing: Briefing) -> _Heard:
        actors = {
            identity
            for position in briefing.positions
            for identity in (*position.holders, *position.sources, *position.on_behalf_of)
        }
        said_by = {
            _letters(word)
            for position in briefing.positions
            for span in position.source
            for word in span.of(document.text).split()
        }
        return cls(briefing, frozenset(actors), frozenset(said_by))

    def includes(self, actor: Actor) -> bool:
        """Whether the actor speaks, or somebody who belongs to it does."""
        last_name = _letters((actor.name.split() or [""])[-1])
        if actor.id in self.actors or last_name in self.said_by:
            return True
        for other in self.briefing.actors:
            if other.id not in self.actors:
                continue
            belongs = {other.state, *(role.state for role in other.roles)}
            belongs |= {role.organization for role in other.roles}
            if actor.name in belongs or (actor.state and actor.state == other.name):
                return True
            if last_name in map(_letters, other.name.split()):
                return True
        return any(
            relation.object == actor.id and relation.subject in self.actors
            for relation in self.briefing.relations
        )


def _letters(word: str) -> str:
    """The name without a possessive: "Ruiz's" is Ruiz."""
    found = _WORD.search(word)
    return found[0].casefold() if found else word.casefold()


def parties_not_quoted(document: Document, briefing: Briefing) -> Iterator[Gap]:
    """Ruiz disputes the border with Varda, and Varda does not speak."""
    heard = _Heard.of(document, briefing)
    told: set[str] = set()
    for question in briefing.questions:
        if question.kind is not QuestionKind.DISPUTED:
            continue
        parties = [
            actor
            for actor in briefing.actors
            if actor.id in question.resolvers
            and actor.type in _PARTIES
            and _is_named_in(actor, question.sentence)
        ]
        silent = [actor for actor in parties if not heard.includes(actor)]
        # A dispute has two sides; if none of them speaks, it is told from the outside.
        if not 0 < len(silent) < len(parties):
            continue
        for actor in silent:
            if actor.id not in told:
                told.add(actor.id)
                text = f"{actor.name} is a party to the dispute, and is not quoted."
                yield Gap(GapKind.PARTY_NOT_QUOTED, text, (actor.id,), (question.sentence,))


def unnamed_sources(document: Document, briefing: Briefing) -> Iterator[Gap]:
    """A senior official said so, and nobody knows who that is."""
    found: dict[str, list[Position]] = {}
    named = {actor.id for actor in briefing.actors if _is_named(actor)}
    for position in briefing.stands:
        if set(position.sources) & named or not position.source:
            continue
        if position.directness is Directness.ATTITUDE:
            continue
        said_by = " ".join(position.source[0].of(document.text).split())
        if _is_unnamed(said_by) and not _is_known_one(said_by):
            found.setdefault(_without_article(said_by), []).append(position)
    if not found:
        return
    rows = [position for positions in found.values() for position in positions]
    shown = ", ".join(f"“{said_by}”" for said_by in list(found)[:_SHOWN_SOURCES])
    more = len(found) - _SHOWN_SOURCES
    text = f"Sources are not named: {shown}" + (f" and {more} more." if more > 0 else ".")
    actors = dict.fromkeys(identity for position in rows for identity in position.sources)
    sentences = sorted({position.sentence for position in rows})
    yield Gap(GapKind.UNNAMED_SOURCE, text, tuple(actors), tuple(sentences))


def _is_known_one(said_by: str) -> bool:
    """Whether it may be somebody named before: "the spokesman", "her adviser"."""
    first, _, rest = said_by.lower().partition(" ")
    head = rest.split(" of ")[0].split(" for ")[0].split()[-1:] or [first]
    return first in _DEFINITE and not head[0].endswith(("s", "people", "men", "women"))


def _without_article(said_by: str) -> str:
    first, _, rest = said_by.partition(" ")
    found = rest if first.lower() in {"the", "a", "an"} else said_by
    # "Officials said" at the head of a sentence are the officials of the others.
    return found.lower() if found.lower() in words("en/gaps", "unnamed") else found


def _is_unnamed(said_by: str) -> bool:
    """Whether these words describe somebody without a name: "two senior officials"."""
    parts = said_by.split()
    if len(parts) > _LONGEST_SOURCE:
        return False
    lower = [part.strip(",.").lower() for part in parts]
    for number, word in enumerate(lower):
        if word in words("en/gaps", "unnamed"):
            if word in {"people", "person"}:
                return bool(words("en/gaps", "informed") & set(lower[number:]))
            return not any(part[:1].isupper() for part in parts[number + 1 : number + 3])
    return False
