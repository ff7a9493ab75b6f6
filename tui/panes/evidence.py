"""What is lit in the source for a finding, and which findings belong together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.briefing import Actor, Briefing, Position, Question
from briefings.document import Span
from tui.panes.circumstances import Circumstance

if TYPE_CHECKING:
    from tui.panes.opened import Opened


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that a finding comes from, part by part.

    Attributes:
        sentences: The sentences behind it, the one to show first being the first.
        source: The words that name who said so.
        cue: The words that report it, or leave it open.
        opening: The words that leave something else of the same sentence open.
        content: The words that say what it is about.
        condition: The words of its condition.
        mentions: Places that refer to the actor in question.
        linked: The ids of the findings that belong to it, those of other kinds included.
    """

    sentences: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    opening: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    condition: tuple[Span, ...] = ()
    mentions: tuple[Span, ...] = ()
    linked: frozenset[str] = frozenset()


NOTHING = Evidence()


def people(position: Position) -> tuple[str, ...]:
    """The ids of the actors who take a position, report it, or are spoken for."""
    return position.holders + position.sources + position.on_behalf_of


def of_row(row_id: str, opened: Opened, kind: str) -> Evidence | None:
    """What the finding of a row comes from; None if there is no such finding.

    Linked besides are the circumstances of a kind, the one that is shown, in its sentences.
    """
    briefing = opened.briefing
    if position := opened.positions.get(row_id):
        found = of_position(position, briefing)
    elif question := opened.questions.get(row_id):
        found = of_question(question, briefing)
    elif actor := opened.actors.get(row_id):
        return of_actor(actor, briefing)
    elif one := opened.circumstance(row_id):
        found = of_circumstance(one, briefing)
    else:
        return None
    return replace(found, linked=found.linked | opened.around(found.sentences, kind))


def of_position(position: Position, briefing: Briefing) -> Evidence:
    """What a position comes from; linked are its actors and the questions of its sentence."""
    questions = (q.id for q in briefing.questions if q.sentence == position.sentence)
    return Evidence(
        sentences=(position.sentence,),
        source=position.source,
        cue=position.cue,
        content=position.content,
        condition=(position.condition,) if position.condition else (),
        linked=frozenset([*people(position), *questions]),
    )


def of_question(question: Question, briefing: Briefing) -> Evidence:
    """What a question comes from; linked are who can settle it and the stands of its sentence."""
    positions = (p.id for p in briefing.stands if p.sentence == question.sentence)
    return Evidence(
        sentences=(question.sentence,),
        cue=(question.cue,),
        linked=frozenset([*question.resolvers, *positions]),
    )


def of_actor(actor: Actor, briefing: Briefing) -> Evidence:
    """Where an actor is mentioned; linked is what the actor takes part in."""
    positions = (p.id for p in briefing.stands if actor.id in people(p))
    questions = (q.id for q in briefing.questions if actor.id in q.resolvers)
    return Evidence(
        mentions=tuple(mention.span for mention in actor.mentions),
        linked=frozenset([*positions, *questions]),
    )


def of_circumstance(one: Circumstance, briefing: Briefing) -> Evidence:
    """What a circumstance comes from; linked are its actors and what its sentences gave."""
    around = (found for sentence in one.sentences for found in findings(sentence, briefing))
    return Evidence(
        sentences=one.sentences[:1],
        cue=one.cue,
        content=one.content,
        condition=one.condition,
        linked=frozenset([*one.actors, *around]),
    )


def of_sentence(sentence: Span, briefing: Briefing, mentions: tuple[Span, ...] = ()) -> Evidence:
    """What was found in a sentence, and who is mentioned in it; `mentions` stay lit besides."""
    positions = [p for p in briefing.stands if gave(sentence, p)]
    questions = [q for q in briefing.questions if q.sentence.overlap(sentence)]
    actors = (
        actor.id
        for actor in briefing.actors
        if any(sentence.contains(mention.span) for mention in actor.mentions)
    )
    found = (*(p.id for p in positions), *(q.id for q in questions))
    return Evidence(
        sentences=(sentence,),
        source=_all(p.source for p in positions),
        cue=_all(p.cue for p in positions),
        opening=tuple(q.cue for q in questions),
        content=_all(p.content for p in positions),
        condition=tuple(p.condition for p in positions if p.condition),
        mentions=mentions,
        linked=frozenset([*found, *actors]),
    )


def gave(sentence: Span, position: Position) -> bool:
    """Whether a sentence is where a position comes from."""
    return bool(position.sentence.overlap(sentence))


def findings(sentence: Span, briefing: Briefing) -> tuple[str, ...]:
    """The ids of the positions and then the questions that a sentence gave."""
    positions = (p.id for p in briefing.stands if gave(sentence, p))
    questions = (q.id for q in briefing.questions if q.sentence.overlap(sentence))
    return (*positions, *questions)


def _all(parts: Iterable[tuple[Span, ...]]) -> tuple[Span, ...]:
    return tuple(span for part in parts for span in part)


def sentence_of(evidence: Evidence, opened: Opened) -> Span | None:
    """The first sentence that is lit, or holds a mention that is; None if there is none."""
    if evidence.sentences:
        return evidence.sentences[0]
    return opened.sentence_at(evidence.mentions[0].start) if evidence.mentions else None


def actor_of(row_id: str, opened: Opened) -> str:
    """The actor of a row, or who holds the position, could settle the question, takes part."""
    if row_id in opened.actors:
        return row_id
    involved: tuple[str, ...] = ()
    if position := opened.positions.get(row_id):
        involved = position.holders
    elif question := opened.questions.get(row_id):
        involved = question.resolvers
    elif one := opened.circumstance(row_id):
        involved = one.actors
    return involved[0] if involved else ""
