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


COMMITMENT, GAP = "commitment", "gap"
"""What the ids of those begin with; they are counted, for they have no ids of their own."""


def numbered(what: str, number: int) -> str:
    """The id of a commitment or gap."""
    return f"{what} {number}"


def circumstances(
    briefing: Briefing,
    sentence_at: SentenceAt,
    promised: Iterable[Commitment],
    missing: Iterable[Gap],
) -> Iterator[Circumstance]:
    """Everything of this sort in a briefing, with the views over it: commitments and gaps."""
    cues = {position.id: position.cue for position in briefing.positions}
    for number, commitment in enumerate(promised):
        identity = numbered(COMMITMENT, number)
        yield _commitment(identity, commitment, cues.get(commitment.position, ()))
    for number, gap in enumerate(missing):
        yield Circumstance(numbered(GAP, number), gap.evidence, (), actors=gap.actors)
    yield from map(_event, briefing.events)
    yield from map(_quantity, briefing.quantities)
    for place in briefing.places:
        yield _place(place, sentence_at)


def _commitment(identity: str, commitment: Commitment, cue: tuple[Span, ...]) -> Circumstance:
    return Circumstance(
        identity,
        (commitment.sentence,),
        commitment.content,
        cue,
        (commitment.condition,) if commitment.condition else (),
        tuple(
            dict.fromkeys(
                (*commitment.bearers, *commitment.sources, *commitment.beneficiaries),
            )
        ),
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
