"""What a correction points at: words at their place in the text, and names; never an id.

The ids of a briefing are those of one analysis. The text of a document never changes, so that a
place in it with its words is the same in every analysis, and only the boundaries of what is found
there may move. An anchor fits what stands at its place or, if that has moved a little, the one
item that overlaps it in most of its words; it never falls back on another one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from briefings.briefing import (
    Actor,
    ActorType,
    Briefing,
    MentionKind,
    Position,
    Question,
    QuestionKind,
    Stance,
)
from briefings.document import Document, Span

Item = TypeVar("Item")

LEAST_SHARED = 0.5
"""How much of the longer one two stretches share if one is the other with moved boundaries."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text with its words.

    Attributes:
        span: Where it stands.
        words: What stands there.
    """

    span: Span
    words: str

    @classmethod
    def of(cls, document: Document, span: Span) -> Passage:
        """The passage of a document at a span."""
        return cls(span, span.of(document.text))

    def stands_in(self, document: Document) -> bool:
        """Whether the document has these words at this place."""
        inside = 0 <= self.span.start < self.span.end <= len(document.text)
        return inside and self.span.of(document.text) == self.words


@dataclass(frozen=True, slots=True)
class ActorAnchor:
    """Points at an actor.

    Attributes:
        name: Its name.
        type: Its type.
        mention: One of its mentions, a named one if there is one; None if it has none.
        is_only: Whether it was the only actor of that name, so that the name will do.
    """

    name: str
    type: ActorType
    mention: Passage | None = None
    is_only: bool = True


@dataclass(frozen=True, slots=True)
class PositionAnchor:
    """Points at a position.

    Attributes:
        cue: The words that report it.
        content: The words that say what it is about.
        sentence: The sentence of the cue.
        holders: The names of its holders; they tell positions with the same words apart.
        stance: Its stance, for the same purpose.
    """

    cue: tuple[Passage, ...]
    content: tuple[Passage, ...]
    sentence: Span
    holders: tuple[str, ...]
    stance: Stance


@dataclass(frozen=True, slots=True)
class QuestionAnchor:
    """Points at a question.

    Attributes:
        sentence: The sentence that leaves it open.
        cue: The words that show it.
        kind: Its kind; it tells questions with the same words apart.
        text: Its wording, for the same purpose.
    """

    sentence: Span
    cue: Passage
    kind: QuestionKind
    text: str


class Anchors:
    """Makes anchors for the items of a briefing.

    Args:
        document: The document.
        briefing: The briefing as the reader sees it now, corrections applied.
    """

    def __init__(self, document: Document, briefing: Briefing) -> None:
        self._document = document
        self._briefing = briefing

    def passage(self, span: Span) -> Passage:
        """The words at a span, such as those the reader has selected."""
        return Passage.of(self._document, span)

    def actor(self, identity: str) -> ActorAnchor:
        """For the actor with this id; raises KeyError if there is none."""
        actor = self._briefing.actor(identity)
        kinds = tuple(MentionKind)
        best = min(actor.mentions, key=lambda one: (kinds.index(one.kind), one.span), default=None)
        name = folded(actor.name)
        return ActorAnchor(
            name=actor.name,
            type=actor.type,
            mention=self.passage(best.span) if best else None,
            is_only=sum(folded(one.name) == name for one in self._briefing.actors) == 1,
        )

    def actors(self, identities: Sequence[str]) -> tuple[ActorAnchor, ...]:
        """For several actors, in their order; raises KeyError if one is missing."""
        return tuple(map(self.actor, identities))

    def position(self, identity: str) -> PositionAnchor:
        """For the position with this id; raises KeyError if there is none."""
        position = _with_id(self._briefing.positions, identity, lambda one: one.id)
        return PositionAnchor(
            cue=tuple(map(self.passage, position.cue)),
            content=tuple(map(self.passage, position.content)),
            sentence=position.sentence,
            holders=holder_names(self._briefing, position),
            stance=position.stance,
        )

    def question(self, identity: str) -> QuestionAnchor:
        """For the question with this id; raises KeyError if there is none."""
        question = _with_id(self._briefing.questions, identity, lambda one: one.id)
        cue = self.passage(question.cue)
        return QuestionAnchor(question.sentence, cue, question.kind, question.text)


def find_actor(briefing: Briefing, anchor: ActorAnchor, *, loosely: bool = False) -> Actor | None:
    """The actor that an anchor points at, or None.

    In this order: who has the very mention and fits by name; who fits by name and has a mention
    that overlaps; the only one with that name and type.

    Args:
        briefing: A briefing of the document that the anchor was made for.
        anchor: Which actor is meant.
        loosely: Take whoever has the very mention, whatever the name: for what would follow the
            actor into a merge, such as a note.
    """
    name = folded(anchor.name)

    def likeness(actor: Actor) -> tuple[bool, bool, bool]:
        return (_fits(actor, anchor), folded(actor.name) == name, actor.type is anchor.type)

    if (mention := anchor.mention) is not None:
        there = [a for a in briefing.actors if any(m.span == mention.span for m in a.mentions)]
        best = max(there, key=likeness, default=None)
        if best and (loosely or _fits(best, anchor)):
            return best
        near = [
            actor
            for actor in briefing.actors
            if any(is_near(m.span, mention.span) for m in actor.mentions) and _fits(actor, anchor)
        ]
        if near:
            near.sort(key=likeness, reverse=True)
            return near[0] if len(near) == 1 or likeness(near[0]) > likeness(near[1]) else None
    same = [a for a in briefing.actors if a.type is anchor.type and folded(a.name) == name]
    return same[0] if len(same) == 1 and (anchor.is_only or anchor.mention is None) else None


def _fits(actor: Actor, anchor: ActorAnchor) -> bool:
    """Whether an actor's names are those of the one that is meant.

    One name may be longer than the other ("Brandt", "Selma Brandt"). A person's alias is not
    enough: "Paul Okafor" is one of "Mira Okafor" only if the two are taken for one by mistake.
    """
    called, meant = set(folded(actor.name).split()), set(folded(anchor.name).split())
    if called == meant or (called and meant and (called <= meant or meant <= called)):
        return True
    is_person = ActorType.PERSON in (actor.type, anchor.type)
    return not is_person and folded(anchor.name) in map(folded, actor.aliases)


def find_position(briefing: Briefing, anchor: PositionAnchor) -> Position | None:
    """The position that an anchor points at, or None."""
    cue, content = spans_of(anchor.cue), spans_of(anchor.content)

    def likeness(position: Position) -> tuple[bool, bool]:
        return (
            holder_names(briefing, position) == anchor.holders,
            position.stance is anchor.stance,
        )

    exact = [
        position
        for position in briefing.positions
        if (position.cue, position.content) == (cue, content)
        and (cue or content or position.sentence == anchor.sentence)
    ]
    if exact:
        return _likest(exact, likeness)
    near = [
        position
        for position in briefing.positions
        if are_near(position.cue, cue) and are_near(position.content, content) and (cue or content)
    ]
    return _likest(near, likeness) if near else None


def find_question(briefing: Briefing, anchor: QuestionAnchor) -> Question | None:
    """The question that an anchor points at, or None."""

    def likeness(question: Question) -> tuple[bool, bool]:
        return (question.text == anchor.text, question.kind is anchor.kind)

    def is_there(question: Question) -> bool:
        return question.cue == anchor.cue.span and question.sentence == anchor.sentence

    exact = [question for question in briefing.questions if is_there(question)]
    if exact:
        return _likest(exact, likeness)
    near = [
        question
        for question in briefing.questions
        if is_near(question.cue, anchor.cue.span) and question.sentence.overlap(anchor.sentence)
    ]
    return _likest(near, likeness) if near else None


def is_near(one: Span, other: Span) -> bool:
    """Whether one is the other with boundaries that have moved a little."""
    longer = max(len(one), len(other))
    return one == other or (longer > 0 and one.overlap(other) >= LEAST_SHARED * longer)


def are_near(some: Sequence[Span], others: Sequence[Span]) -> bool:
    """The same of stretches that may be interrupted."""
    shared = sum(one.overlap(other) for one in some for other in others)
    longer = max(sum(map(len, some)), sum(map(len, others)))
    return tuple(some) == tuple(others) or (longer > 0 and shared >= LEAST_SHARED * longer)


def spans_of(passages: Sequence[Passage]) -> tuple[Span, ...]:
    """Where the passages stand."""
    return tuple(passage.span for passage in passages)


def holder_names(briefing: Briefing, position: Position) -> tuple[str, ...]:
    """The names of a position's holders."""
    names = {actor.id: actor.name for actor in briefing.actors}
    return tuple(names.get(holder, holder) for holder in position.holders)


def folded(name: str) -> str:
    """A name without what differs between two ways to set it: case and white space."""
    return " ".join(name.casefold().split())


def _likest(items: list[Item], likeness: Callable[[Item], tuple[bool, bool]]) -> Item | None:
    """The item most like what was meant; None if it could be several that differ."""
    if len(items) == 1:
        return items[0]
    best = max(map(likeness, items))
    likest = [item for item in items if likeness(item) == best]
    # Twins that agree in everything cannot be told apart by a reader either.
    return likest[0] if len(likest) == 1 or all(best) else None


def _with_id(items: Sequence[Item], identity: str, id_of: Callable[[Item], str]) -> Item:
    for item in items:
        if id_of(item) == identity:
            return item
    raise KeyError(identity)
