"""What holds of every document, whatever it says."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.analysis.actors import find_actors
from briefings.analysis.parsing import Parse

PIECES = [
    "Ann Lee",
    "the UN",
    "U.S.",
    "said",
    "that",
    "he",
    "“I will,”",
    "Russia’s",
    "officials",
    ",",
    ".",
    "\n\n",
    "President",
    "(NHB)",
    "National Harbour Board",
    "\x1b[31m",
    "[/red]",
    "😀",
    "'s",
    "-",
    "ALL CAPS LINE HERE NOW",
    "it",
    "their",
    "al-Rashid",
    "von",
    '"',
    "…",
    "\u200b",
    "Dr.",
    "and",
    "of",
    "\u202e",
    "Inc.",
]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_text_gives_actors_whose_mentions_stand_in_it(
    parsed: Callable[[str], Parse], pieces: list[str]
) -> None:
    text = " ".join(pieces)
    parse = parsed(text)
    resolution = find_actors(parse)
    identities = [actor.id for actor in resolution.actors]
    assert identities == [f"a{n}" for n in range(1, len(identities) + 1)]
    starts = [actor.mentions[0].span.start for actor in resolution.actors]
    assert starts == sorted(starts)
    for actor in resolution.actors:
        assert actor.name.strip()
        for mention in actor.mentions:
            assert 0 <= mention.span.start < mention.span.end <= len(text)
            assert mention.span.of(text).strip()
    for relation in resolution.relations:
        assert {relation.subject, relation.object} <= set(identities)


def test_an_empty_text_has_no_actors(parsed: Callable[[str], Parse]) -> None:
    assert find_actors(parsed("")).actors == ()


def test_boilerplate_is_never_an_actor(parsed: Callable[[str], Parse]) -> None:
    text = "Ann Harlow spoke in Oslo.\n\nRelated Sources:\n• Source 1 • Source 2"
    names = {actor.name for actor in find_actors(parsed(text)).actors}
    assert names == {"Ann Harlow", "Oslo"}


def test_the_same_text_gives_the_same_actors(parsed: Callable[[str], Parse]) -> None:
    parse = parsed("Ann Harlow of Acme Corp met Russian officials. She said they had agreed.")
    first, second = find_actors(parse), find_actors(parse)
    assert first.actors == second.actors
    assert first.relations == second.relations
