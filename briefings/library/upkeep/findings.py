"""What can be wrong with one stored briefing: offsets that point nowhere, ids of nothing.

Takes the document's text and the decoded values, gives sentences that say which finding it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from briefings.briefing import Briefing
from briefings.document import Span

Placed = tuple[str, Span]
"""What a reader would call a place of the text, and the place."""


def outline_places(
    title: Span | None, paragraphs: Iterable[Span], boilerplate: Iterable[Span]
) -> Iterator[Placed]:
    """The places that the outline of a document names."""
    if title is not None:
        yield "the title", title
    for number, span in enumerate(paragraphs, start=1):
        yield f"paragraph {number}", span
    for number, span in enumerate(boilerplate, start=1):
        yield f"part {number} that is left out of the analysis", span


def places(briefing: Briefing) -> Iterator[Placed]:
    """Every place that a finding names, with what that finding is."""
    for field in fields(briefing):
        for number, finding in enumerate(_items(getattr(briefing, field.name)), start=1):
            name = _name(field.name, number, finding)
            for span in spans_in(finding):
                yield name, span


def misplaced(text: str, found: Iterable[Placed]) -> Iterator[str]:
    """What is said of the places that do not lie in the text, or hold nothing of it."""
    length = len(text)
    for name, span in found:
        if not 0 <= span.start < span.end <= length:
            where = f"characters {span.start:,} to {span.end:,}"
            yield f"{name} points to {where} of a text that has {length:,}"


def dangling(briefing: Briefing) -> Iterator[str]:
    """What is said of findings that point to an actor or a question that is not there."""
    actors = {actor.id for actor in briefing.actors}
    if len(actors) < len(briefing.actors):
        yield "two actors have the same id"
    for name, identity in _references(briefing):
        if identity not in actors:
            yield f"{name} names the actor {identity}, whom the briefing does not have"
    questions = {question.id for question in briefing.questions}
    for question in briefing.questions:
        if question.group and question.group not in questions:
            yield f"question {question.id} names the question {question.group}, which is not there"


def spans_in(value: object) -> Iterator[Span]:
    """Every span in a value, at any depth."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)
    elif is_dataclass(value):
        for name in value.__dataclass_fields__:
            part = getattr(value, name)
            if not isinstance(part, str):
                yield from spans_in(part)


def _items(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def _name(field: str, number: int, finding: object) -> str:
    """What to call a finding: "position p3", "sentence 12"."""
    return f"{field.removesuffix('s')} {getattr(finding, 'id', number)}"


def _references(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """Every finding that names an actor, and the id it names."""
    for position in briefing.positions:
        named = position.holders + position.sources + position.on_behalf_of + position.targets
        yield from ((f"position {position.id}", one) for one in named)
    for question in briefing.questions:
        yield from ((f"question {question.id}", one) for one in question.resolvers)
    for event in briefing.events:
        yield from ((f"event {event.id}", one) for one in event.actors)
    for number, relation in enumerate(briefing.relations, start=1):
        yield from ((f"relation {number}", one) for one in (relation.subject, relation.object))
    for place in briefing.places:
        if place.actor:
            yield f"place {place.id}", place.actor
