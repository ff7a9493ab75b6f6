"""Any briefing with events, numbers and places, for tests that must hold for all of them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from briefings.briefing import Briefing
from briefings.document import Document, Span
from briefings.events import (
    Event,
    EventStatus,
    Place,
    Quantity,
    Time,
    TimeKind,
    TimePrecision,
)
from tests.library.strategies import analysed, few, spans, words


def times(inside: st.SearchStrategy[Span]) -> st.SearchStrategy[Time]:
    precisions = st.sampled_from(TimePrecision)
    return st.builds(Time, inside, st.sampled_from(TimeKind), words, precisions)


@st.composite
def briefed(draw: st.DrawFn) -> tuple[Document, Briefing]:
    """A document with a briefing that has findings of every kind."""
    document, briefing = draw(analysed())
    inside = spans(len(document.text))
    events = st.builds(
        Event,
        id=st.integers(1, 99).map("e{}".format),
        trigger=inside,
        span=inside,
        sentence=inside,
        status=st.sampled_from(EventStatus),
        actors=few(st.integers(1, 99).map("a{}".format)),
        place=st.none() | inside,
        time=st.none() | times(inside),
    )
    numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False)
    quantities = st.builds(
        Quantity,
        id=st.integers(1, 99).map("n{}".format),
        span=inside,
        sentence=inside,
        amount=inside,
        value=numbers,
        upper=numbers,
        unit=words,
        counted=st.none() | inside,
    )
    places = st.builds(
        Place, st.integers(1, 99).map("l{}".format), words, few(inside), words, words
    )
    return document, replace(
        briefing,
        events=draw(few(events)),
        times=draw(few(times(inside))),
        quantities=draw(few(quantities)),
        places=draw(few(places)),
    )
