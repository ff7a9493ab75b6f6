"""The parse of a document -> the events it tells.

An event is listed if its words say who takes part, where or when; what is denied, demanded, done
again and again, or said of nobody in particular is left out. One that is told twice is listed once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefings.analysis.events.extent import extent
from briefings.analysis.events.merging import Telling, merged
from briefings.analysis.events.status import as_dated, is_denied, status_of
from briefings.analysis.events.telling import Teller
from briefings.analysis.events.triggers import Trigger, Weight, triggers
from briefings.analysis.events.verb_status import in_condition
from briefings.analysis.events.worth import is_told, is_told_fully
from briefings.analysis.parsing import Parse, token_span
from briefings.analysis.questions.context import quoted_tokens
from briefings.analysis.questions.grammar import clause_of, is_finished
from briefings.analysis.resolution import Resolution
from briefings.briefing import Directness, Position, Question, QuestionKind, Stance
from briefings.document import Document, Published, Span
from briefings.events import Event, EventStatus, Place, Time

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_SENTENCE = 250
"""Tokens; what is longer is a list or a table, whose parse tells nothing and takes long to walk."""

_SPOKEN = frozenset({Directness.DIRECT, Directness.MIXED})
_OPEN = frozenset({EventStatus.SCHEDULED, EventStatus.HYPOTHETICAL})


def find_events(
    parse: Parse,
    resolution: Resolution,
    positions: Sequence[Position],
    questions: Sequence[Question],
    times: Sequence[Time],
    places: Sequence[Place],
) -> tuple[Event, ...]:
    """The events of a document, in the order of the text; none of the headline.

    Args:
        parse: The parsed document.
        resolution: Its actors.
        positions: Its positions: their conditions and denials tell what is not a fact.
        questions: Its open questions: what is awaited is yet to come.
        times: Its expressions of time.
        places: Its places.
    """
    teller = Teller(parse, resolution, places, times)
    claims = Claims(positions, questions)
    quoted = quoted_tokens(parse)
    tellings: list[Telling] = []
    for phrase, sentence in zip(parse.phrases, parse.sentences, strict=True):
        if _is_headline(parse.document, sentence):
            continue
        if len(phrase) > LONGEST_SENTENCE:
            continue
        tokens = [token for token in phrase if not token.is_space]
        for telling in _tellings(tokens, sentence, teller, claims, parse.document.published):
            if not quoted[telling.trigger.token.i] or is_told_fully(telling):
                tellings.append(telling)
    found = merged(tellings, parse.document.text)
    return tuple(_event(number, t) for number, t in enumerate(found, start=1))


class Claims:
    """What positions and questions say of the words of an event."""

    def __init__(self, positions: Sequence[Position], questions: Sequence[Question]) -> None:
        self._conditions = [p.condition for p in positions if p.condition is not None]
        self._conditional = [s for p in positions if p.condition is not None for s in p.content]
        self._denied = [s for p in positions if p.stance is Stance.DENIES for s in p.content]
        self._spoken = [s for p in positions if p.directness in _SPOKEN for s in p.cue]
        self._stands = [s for p in positions if p.is_stand for s in p.cue]
        self._awaited = [q.cue for q in questions if q.kind is QuestionKind.AWAITED]

    def is_stand(self, trigger: Trigger) -> bool:
        """Whether a word that is not known to name an event is listed as a stand already."""
        span = token_span(trigger.token)
        return trigger.weight is Weight.OPEN and _any_contains(self._stands, span)

    def judged(self, trigger: Trigger, status: EventStatus | None) -> EventStatus | None:
        """The status of an event once it is known who claims it, and under which condition."""
        span = token_span(trigger.token)
        if _any_contains(self._denied, span) or _any_contains(self._spoken, span):
            return None
        if status in _OPEN and _any_contains(self._conditions, span):
            return EventStatus.HYPOTHETICAL
        if status in _OPEN and _any_contains(self._conditional, span):
            return EventStatus.CONDITIONAL
        over = is_finished(clause_of(trigger.token))
        if status is None and trigger.is_noun and not over and _any_contains(self._awaited, span):
            return EventStatus.SCHEDULED
        return status


def _any_contains(spans: Sequence[Span], inner: Span) -> bool:
    return any(span.contains(inner) for span in spans)


def _is_headline(document: Document, sentence: Span) -> bool:
    """Whether a sentence is the headline of a text that goes on: the body tells it again."""
    title = document.title_span
    return title is not None and title.contains(sentence) and len(document.paragraphs) > 1


def _tellings(
    tokens: Sequence[Token],
    sentence: Span,
    teller: Teller,
    claims: Claims,
    published: Published | None,
) -> Iterator[Telling]:
    before: dict[Token, Telling] = {}
    for trigger in triggers(tokens):
        status = claims.judged(trigger, status_of(trigger))
        if trigger.is_noun and not is_denied(trigger.token):
            when = teller.time(trigger, sentence, since=False)
            supposed = in_condition(trigger.token)
            status = as_dated(status, when, published, supposed=supposed)
        if status is None or _is_demanded(trigger, status) or claims.is_stand(trigger):
            continue
        telling = _telling(trigger, status, sentence, teller)
        joined = before.get(trigger.token.head) if trigger.token.dep_ == "conj" else None
        if joined is not None and telling.time is None and joined.status is status:
            telling = telling.with_time(joined.time)
        before[trigger.token] = telling
        if is_told(telling) and not (trigger.is_noun and teller.acts(trigger)):
            yield telling


def _telling(trigger: Trigger, status: EventStatus, sentence: Span, teller: Teller) -> Telling:
    actors = tuple(teller.participants(trigger))
    place = teller.place(trigger, sentence, actors)
    if place is not None and not trigger.is_noun:
        # "left Norland": Norland is left, and takes no part.
        there = set(teller.reached(place, trigger))
        actors = tuple(actor for actor in actors if actor not in there)
    time = teller.time(trigger, sentence)
    beside = (place, time.span if time is not None else None)
    supposed = status is EventStatus.HYPOTHETICAL
    span = extent(trigger, sentence, beside, supposed=supposed)
    return Telling(trigger, status, sentence, span, actors, place, time)


def _is_demanded(trigger: Trigger, status: EventStatus) -> bool:
    """Whether it is only wanted or asked for: "urged her to resign"; positions tell that."""
    verb = trigger.support if trigger.is_noun else trigger.token
    if verb is None or status is not EventStatus.HYPOTHETICAL:
        return False
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    return any(c.lower_ == "to" for c in verb.children if c.dep_ == "aux")


def _event(number: int, telling: Telling) -> Event:
    return Event(
        id=f"e{number}",
        trigger=telling.trigger_span,
        span=telling.span,
        sentence=telling.sentence,
        status=telling.status,
        actors=telling.actors,
        place=telling.place,
        time=telling.time,
    )
