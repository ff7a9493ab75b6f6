"""What else was found in a text: the rows of pane 3 that are no questions, and where they stand.

Each finding of this sort, whatever it is, is a `Circumstance` to the rest of the screen: words that
can be lit, sentences they stand in, and actors they concern.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefings.briefing import Briefing
from briefings.document import Span
from briefings.events import Event, Place, Quantity

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


def circumstances(briefing: Briefing, sentence_at: SentenceAt) -> Iterator[Circumstance]:
    """Everything of this sort in a briefing."""
    yield from map(_event, briefing.events)
    yield from map(_quantity, briefing.quantities)
    for place in briefing.places:
        yield _place(place, sentence_at)


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
