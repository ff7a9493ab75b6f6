"""From a place in the text to the actors mentioned there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefings.analysis.resolution import Resolution
from briefings.briefing import Actor, ActorType, Mention, MentionKind
from briefings.document import Span

spans = st.builds(
    lambda start, size: Span(start, start + size), st.integers(0, 40), st.integers(1, 9)
)


@given(st.lists(st.lists(spans, max_size=5), max_size=5), spans)
def test_it_finds_what_a_look_at_every_mention_finds(
    mentions: list[list[Span]], place: Span
) -> None:
    actors = [
        Actor(f"a{n}", f"A{n}", ActorType.PERSON, tuple(Mention(s, MentionKind.NAMED) for s in row))
        for n, row in enumerate(mentions)
    ]
    resolution = Resolution(actors)
    everything = [(m, a) for a in actors for m in a.mentions]

    def ordered(found: list[tuple[Mention, Actor]]) -> list[tuple[int, int, str]]:
        return sorted((m.span.start, m.span.end, a.id) for m, a in found)

    inside = [(m, a) for m, a in everything if place.contains(m.span)]
    beside = [(m, a) for m, a in everything if place.overlap(m.span)]
    assert ordered(resolution.within(place)) == ordered(inside)
    assert ordered(resolution.at(place)) == ordered(beside)
    starts = [m.span.start for m, _ in resolution.at(place)]
    assert starts == sorted(starts)
