"""A briefing as JSON: every finding with its offsets and with the words that stand there.

The form is stable: keys are only added; what is changed or taken away raises `schema_version`.
Offsets are code points of the document's text, half open. Lists keep the order of the briefing.
What an article does not say (`gaps`) is inferred, and marked so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TypeAlias

from briefings.briefing import Actor, Position, Question
from briefings.commitments import Commitment, commitments
from briefings.document import Document, Span
from briefings.events import Event, Place, Quantity, Time
from briefings.export.draft import UNMARKED, Draft, What
from briefings.gaps import Gap, gaps
from briefings.library import Stored
from briefings.library.records import Marks

SCHEMA_VERSION = 1

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"

# Characters that may act in a terminal, reverse what follows, or are no text at all; JSON itself
# asks for those below U+0020 only.
_ACTING = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def as_json(stored: Stored, marks: Marks = UNMARKED, what: What = What.ALL) -> str:
    """The briefing as one JSON object, indented, with a line end after it.

    Args:
        stored: The briefing.
        marks: What the reader has put beside it.
        what: Which part of it; what it is a part of is always told.
    """
    draft = Draft(stored, marks, what)
    value: dict[str, Value] = {"schema_version": SCHEMA_VERSION, "document": _document(stored)}
    value["analysis"] = stored.briefing.analysis
    value["reader"] = _reader(marks)
    value |= {name: part for name, part in _findings(draft).items() if _is_asked_for(draft, name)}
    return escaped_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def as_json_lines(draft: Draft) -> str:
    """The findings as JSON, one a line, each with its kind, its briefing and its title.

    The kind is the name that the list of such findings has in the JSON of a briefing.
    """
    document = draft.stored.document
    lines = []
    for name, found in _findings(draft).items():
        if not _is_asked_for(draft, name) or not isinstance(found, list):
            continue
        for one in found:
            start: dict[str, Value] = {
                "schema_version": SCHEMA_VERSION,
                "kind_of_finding": name,
                "briefing": document.id,
                "title": document.title,
            }
            own = one if isinstance(one, dict) else {}
            lines.append(escaped_json(json.dumps({**start, **own}, ensure_ascii=False)))
    return "".join(f"{line}\n" for line in lines)


def escaped_json(written: str) -> str:
    """JSON in which no character can act on whatever shows it."""
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _is_asked_for(draft: Draft, name: str) -> bool:
    return draft.what is What.ALL or name == draft.what


def _findings(draft: Draft) -> dict[str, Value]:
    """Everything that was found, by kind, with what the reader has put beside it."""
    stored, briefing = draft.stored, draft.stored.briefing
    text = stored.document.text
    listed = {actor.id for actor in briefing.listed_actors}
    found: dict[str, Value] = {
        "actors": [
            _actor(actor, text, actor.id in listed) | _notes(draft, actor.id)
            for actor in briefing.actors
        ],
        "positions": [
            _position(position, stored.document) | _notes(draft, position.id)
            for position in briefing.positions
        ],
        "questions": [
            _question(question, stored.document)
            | {"status": draft.status(question.id)}
            | _notes(draft, question.id)
            for question in briefing.questions
        ],
        "question_groups": [
            {"lead": lead.id, "questions": [question.id for question in (lead, *others)]}
            for lead, others in briefing.matters
        ],
        "relations": [
            {
                "kind": relation.kind,
                "label": relation.label,
                "subject": relation.subject,
                "object": relation.object,
                "span": _span(relation.span, text),
            }
            for relation in briefing.relations
        ],
        "commitments": [_commitment(one, stored.document) for one in commitments(briefing)],
        "events": [_event(event, stored.document) for event in briefing.events],
        "times": [_time(time, text) for time in briefing.times],
        "quantities": [_quantity(one, stored.document) for one in briefing.quantities],
        "places": [_place(place, text) for place in briefing.places],
        "gaps": [_gap(gap, text) for gap in gaps(stored.document, briefing)],
    }
    return found


def _reader(marks: Marks) -> Value:
    """What the reader has put beside the whole briefing."""
    return {
        "is_starred": marks.is_starred,
        "tags": list(marks.tags),
        "notes": [note.text for note in marks.notes],
    }


def _notes(draft: Draft, identity: str) -> dict[str, Value]:
    """The reader's notes on an item."""
    return {"notes": [note.text for note in draft.marks.notes_of.get(identity, ())]}


def _document(stored: Stored) -> Value:
    document, entry = stored.document, stored.entry
    published = document.published
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.origin.publisher,
        "author": document.origin.author,
        "url": document.origin.url,
        "path": document.origin.path,
        "language": document.origin.language,
        "published": (
            {"date": published.date, "precision": published.precision} if published else None
        ),
        "added": entry.added,
        "words": entry.words,
    }


def _actor(actor: Actor, text: str, is_listed: bool) -> dict[str, Value]:
    return {
        "id": actor.id,
        "name": actor.name,
        "type": actor.type,
        "aliases": list(actor.aliases),
        "roles": [
            {
                "title": role.title,
                "organization": role.organization,
                "state": role.state,
                "span": _span(role.span, text),
            }
            for role in actor.roles
        ],
        "state": actor.state,
        "salience": round(actor.salience, 4),
        "is_listed": is_listed,
        "mentions": [
            {"kind": mention.kind, "span": _span(mention.span, text)} for mention in actor.mentions
        ],
    }


def _position(position: Position, document: Document) -> dict[str, Value]:
    text = document.text
    return {
        "id": position.id,
        "holders": list(position.holders),
        "sources": list(position.sources),
        "on_behalf_of": list(position.on_behalf_of),
        "targets": list(position.targets),
        "stance": position.stance,
        "family": position.stance.family,
        "strength": position.strength,
        "polarity": position.polarity,
        "directness": position.directness,
        "topic": position.topic,
        "is_stand": position.is_stand,
        "confidence": round(position.confidence, 4),
        "source": _spans(position.source, text),
        "cue": _spans(position.cue, text),
        "content": _spans(position.content, text),
        "condition": _span(position.condition, text) if position.condition else None,
        "sentence": _span(position.sentence, text),
        "paragraph": document.paragraph_number(position.sentence.start),
        "hedges": [
            {"kind": hedge.kind, "span": _span(hedge.span, text)} for hedge in position.hedges
        ],
    }


def _question(question: Question, document: Document) -> dict[str, Value]:
    return {
        "id": question.id,
        "kind": question.kind,
        "text": question.text,
        "topic": question.topic,
        "resolvers": list(question.resolvers),
        "group": question.group,
        "cue": _span(question.cue, document.text),
        "sentence": _span(question.sentence, document.text),
        "paragraph": document.paragraph_number(question.sentence.start),
    }


def _commitment(commitment: Commitment, document: Document) -> Value:
    text = document.text
    return {
        "position": commitment.position,
        "bearers": list(commitment.bearers),
        "sources": list(commitment.sources),
        "beneficiaries": list(commitment.beneficiaries),
        "is_refusal": commitment.is_refusal,
        "strength": commitment.strength,
        "content": _spans(commitment.content, text),
        "condition": _span(commitment.condition, text) if commitment.condition else None,
        "due": _time(commitment.due, text) if commitment.due else None,
        "sentence": _span(commitment.sentence, text),
        "paragraph": document.paragraph_number(commitment.sentence.start),
    }


def _event(event: Event, document: Document) -> Value:
    text = document.text
    return {
        "id": event.id,
        "status": event.status,
        "actors": list(event.actors),
        "trigger": _span(event.trigger, text),
        "span": _span(event.span, text),
        "place": _span(event.place, text) if event.place else None,
        "time": _time(event.time, text) if event.time else None,
        "sentence": _span(event.sentence, text),
        "paragraph": document.paragraph_number(event.sentence.start),
    }


def _time(time: Time, text: str) -> Value:
    return {
        "kind": time.kind,
        "value": time.value,
        "precision": time.precision,
        "span": _span(time.span, text),
    }


def _quantity(quantity: Quantity, document: Document) -> Value:
    text = document.text
    return {
        "id": quantity.id,
        "value": quantity.value,
        "upper": quantity.upper,
        "unit": quantity.unit,
        "amount": _span(quantity.amount, text),
        "counted": _span(quantity.counted, text) if quantity.counted else None,
        "span": _span(quantity.span, text),
        "sentence": _span(quantity.sentence, text),
        "paragraph": document.paragraph_number(quantity.sentence.start),
    }


def _place(place: Place, text: str) -> Value:
    return {
        "id": place.id,
        "name": place.name,
        "state": place.state,
        "actor": place.actor,
        "mentions": _spans(place.mentions, text),
    }


def _gap(gap: Gap, text: str) -> Value:
    return {
        "kind": gap.kind,
        "inferred": True,
        "text": gap.text,
        "actors": list(gap.actors),
        "evidence": _spans(gap.evidence, text),
    }


def _span(span: Span, text: str) -> Value:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _spans(spans: Iterable[Span], text: str) -> Value:
    return [_span(span, text) for span in spans]
