"""Numbers that are only vague, meetings without a place, and an article without a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefings.briefing import ActorType, Briefing, MentionKind
from briefings.document import Document, Span
from briefings.events import Event, EventStatus
from briefings.gaps.gap import Gap, GapKind
from briefings.knowledge import words

_WORD = re.compile(r"[^\W\d_]+")
_LEAD = 6
_PARTIES = 2
_HOUSES = frozenset({ActorType.GOVERNMENT, ActorType.ORGANIZATION, ActorType.PLACE})
_TOOK_PLACE = {
    EventStatus.PAST: "took place",
    EventStatus.ONGOING: "takes place",
    EventStatus.SCHEDULED: "will take place",
}


def without_date(document: Document) -> Iterator[Gap]:
    """The source tells no date, and none is made up."""
    if document.published is None:
        yield Gap(GapKind.NO_DATE, "The article bears no date of publication.")


def vague_numbers(document: Document, briefing: Briefing) -> Iterator[Gap]:
    """Dozens were hurt, and nobody says how many."""
    exact = {
        word
        for quantity in briefing.quantities
        if quantity.value is not None and quantity.counted
        for word in _words(quantity.counted, document)[-1:]
    }
    told: set[str] = set()
    for quantity in briefing.quantities:
        if quantity.value is not None or quantity.counted is None:
            continue
        amount = " ".join(quantity.amount.of(document.text).split())
        counted = " ".join(quantity.counted.of(document.text).split())
        head = _words(quantity.counted, document)[-1:]
        is_vague = set(_words(quantity.amount, document)[-1:]) & words("en/gaps", "vague")
        if not is_vague or not head or head[0] in exact | told:
            continue
        told.add(head[0])
        text = f"No number is given for “{counted}”, only “{amount}”."
        yield Gap(GapKind.NO_NUMBER, text, (), (quantity.sentence,))


def meetings_without_place(document: Document, briefing: Briefing) -> Iterator[Gap]:
    """The ministers met for talks, and nobody says where.

    Only what the article opens with: of other meetings nobody expects the place.
    """
    lead = {sentence: number for number, sentence in enumerate(briefing.sentences[:_LEAD])}
    told: set[str] = set()
    for event in briefing.events:
        name = _trigger(document, event)
        if name not in words("en/gaps", "meetings") or event.sentence not in lead:
            continue
        if len(event.actors) < _PARTIES or event.status not in _TOOK_PLACE or name in told:
            continue
        if not _is_placed(document, briefing, name):
            told.add(name)
            text = f"The article does not say where the {name} {_TOOK_PLACE[event.status]}."
            yield Gap(GapKind.NO_PLACE, text, event.actors, (event.sentence,))


def _is_placed(document: Document, briefing: Briefing, name: str) -> bool:
    """Whether any sentence that has this word in it names a place or a house."""
    naming = [mention for place in briefing.places for mention in place.mentions]
    naming += [
        mention.span
        for actor in briefing.actors
        if actor.type in _HOUSES
        for mention in actor.mentions
        if mention.kind is MentionKind.NAMED
    ]
    return any(
        sentence.overlap(span)
        for sentence in briefing.sentences
        if name in _words(sentence, document)
        for span in naming
    )


def _trigger(document: Document, event: Event) -> str:
    return " ".join(event.trigger.of(document.text).lower().split())


def _words(span: Span, document: Document) -> list[str]:
    return [word.lower() for word in _WORD.findall(span.of(document.text))]
