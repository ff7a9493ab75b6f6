"""What else was found in a text: the rows of pane 3 that are no questions, and where they stand.

Each finding of this sort, whatever it is, is a `Circumstance` to the rest of the screen: words that
can be lit, sentences they stand in, and actors they concern.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.briefing import Briefing
from briefings.document import Span
from briefings.events import Event, Place, Quantity

if TYPE_CHECKING:
    from briefings.commitments import Commitment
    from briefings.gaps import Gap

SentenceAt = Callable[[int], Span | None]
"""The sentence that holds a code point, or None."""


@dataclass(frozen=True, slots=True)
class Circumstance:
    """A finding beside actors, positions and questions.

    Attributes:
        id: Unique among all findings of the briefing.
        sentences: The sentences it stands in, the first one first.
        content: The words that tell it.
        cue: The words among them that name it.
        condition: The words of its condition.
        actors: The ids of the actors it concerns.
    """

    id: str
    sentences: tuple[Span, ...]
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    condition: tuple[Span, ...] = ()
    actors: tuple[str, ...] = ()


TOLD, COMMITMENT, GAP = "told", "commitment", "gap"
"""The kinds. Commitments and gaps are counted, for they have no ids of their own; their ids begin
with the kind. They take a moment to gather, so that is done once somebody wants to see them."""


def numbered(what: str, number: int) -> str:
    """The id of a commitment or gap."""
    return f"{what} {number}"


def kind_of(identity: str) -> str:
    """The kind that an id is of."""
    kind = identity.partition(" ")[0]
    return kind if kind in (COMMITMENT, GAP) else TOLD


def told(briefing: Briefing, sentence_at: SentenceAt) -> Iterator[Circumstance]:
    """The events, numbers and places of a briefing."""
    yield from map(_event, briefing.events)
    yield from map(_quantity, briefing.quantities)
    for place in briefing.places:
        yield _place(place, sentence_at)


def promised(briefing: Briefing, commitments: Iterable[Commitment]) -> Iterator[Circumstance]:
    """The commitments of a briefing."""
    cues = {position.id: position.cue for position in briefing.positions}
    for number, commitment in enumerate(commitments):
        identity = numbered(COMMITMENT, number)
        yield _commitment(identity, commitment, cues.get(commitment.position, ()))


def missing(gaps: Iterable[Gap]) -> Iterator[Circumstance]:
    """What an article does not say."""
    for number, gap in enumerate(gaps):
        yield Circumstance(numbered(GAP, number), gap.evidence, (), actors=gap.actors)


def _commitment(identity: str, commitment: Commitment, cue: tuple[Span, ...]) -> Circumstance:
    return Circumstance(
        identity,
        (commitment.sentence,),
        commitment.content,
        cue,
        (commitment.condition,) if commitment.condition else (),
        commitment.bearers + commitment.sources + commitment.beneficiaries,
    )


def _event(event: Event) -> Circumstance:
    return Circumstance(
        event.id, (event.sentence,), (event.span,), (event.trigger,), actors=event.actors
    )


def _quantity(quantity: Quantity) -> Circumstance:
    return Circumstance(quantity.id, (quantity.sentence,), (quantity.span,), (quantity.amount,))


def _place(place: Place, sentence_at: SentenceAt) -> Circumstance:
    around = (sentence_at(mention.start) for mention in place.mentions)
    sentences = tuple(dict.fromkeys(sentence for sentence in around if sentence))
    actors = (place.actor,) if place.actor else ()
    return Circumstance(place.id, sentences, (), place.mentions, actors=actors)
