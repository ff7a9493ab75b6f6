"""A sentence and a day of publication in, what is found of time and events out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefings.analysis import analyse
from briefings.analysis.events import find_times
from briefings.analysis.parsing import parse
from briefings.briefing import Briefing
from briefings.document import Document, Precision, Published
from briefings.events import Event, Time
from briefings.reading import document_from_text

Timed = Callable[..., list[tuple[str, Time]]]
Told = Callable[..., list["Row"]]
_PRECISIONS = {10: Precision.DAY, 7: Precision.MONTH, 4: Precision.YEAR}


def published(document: Document, day: str) -> Document:
    """The document as if published on a day ("2026-03-04"), in a month or year; "" is never."""
    when = Published(day, _PRECISIONS[len(day)]) if day else None
    return replace(document, published=when)


@pytest.fixture(scope="session")
def timed() -> Timed:
    """`timed(text, day) -> [(words, time), ...]`."""

    def of(text: str, day: str = "") -> list[tuple[str, Time]]:
        document = published(document_from_text(text), day)
        return [(time.span.of(text), time) for time in find_times(parse(document))]

    return of


class Row:
    """An event with the words and names that a reader sees."""

    def __init__(self, text: str, briefing: Briefing, event: Event) -> None:
        self.event = event
        self.trigger = event.trigger.of(text)
        self.words = event.span.of(text)
        self.status = event.status.value
        self.who = {briefing.actor(identity).name for identity in event.actors}
        self.where = event.place.of(text) if event.place else ""
        self.when = event.time.span.of(text) if event.time else ""
        self.date = event.time.value if event.time else ""

    def __repr__(self) -> str:
        return f"<{self.status} {self.words!r}>"


@pytest.fixture(scope="session")
def told() -> Told:
    """`told(text, day) -> rows`, one an event."""
    known: dict[tuple[str, str], list[Row]] = {}

    def of(text: str, day: str = "") -> list[Row]:
        if (text, day) not in known:
            briefing = analyse(published(document_from_text(text), day))
            known[text, day] = [Row(text, briefing, event) for event in briefing.events]
        return known[text, day]

    return of
