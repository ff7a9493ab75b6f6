"""A text in, its places out: what is named as a place, and in which state it lies."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.analysis.actors import find_actors
from briefings.analysis.parsing import Parse
from briefings.analysis.places import find_places


def places(parse: Parse) -> dict[str, str]:
    """The names of the places with their states."""
    return {place.name: place.state for place in find_places(parse, find_actors(parse))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers met in Lisbon on Monday.", {"Lisbon": "Portugal"}),
        ("Norway sent 200 soldiers to Latvia.", {"Latvia": "Latvia"}),
        ("Trucks wait at the border with Moldova.", {"Moldova": "Moldova"}),
        ("Shells fell on eastern Ukraine and in Kharkiv.", {"Kharkiv": "Ukraine"}),
        ("Fighting went on in eastern Ukraine.", {"Ukraine": "Ukraine"}),
        ("Smoke rose across Portugal's north.", {"Portugal": "Portugal"}),
        ("The president visited Peru.", {"Peru": "Peru"}),
        (
            "A ferry sank off Odesa, Ukraine, at night.",
            {"Odesa": "Ukraine", "Ukraine": "Ukraine"},
        ),
        ("LISBON (AP) — Ministers met again.", {"Lisbon": "Portugal"}),
        ("She spoke outside the White House.", {"White House": "United States"}),
        ("An Oslo-based firm won.", {"Oslo": "Norway"}),
    ],
)
def test_a_place(parsed: Callable[[str], Parse], text: str, expected: dict[str, str]) -> None:
    assert places(parsed(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway rejected the plan of Latvia.",
        "The commitment to Latvia stands.",
        "The Norwegian minister thanked Latvian officials.",
        "Confidence in Norway grew.",
        "The ministers accused Peru of lying.",
        "U.S.-Norwegian relations are tense.",
        "He was interested in Norway policy.",
        "Three teams advanced: Norway, Latvia, Peru.",
        "Mira Okafor spoke with Jon Ruiz.",
    ],
)
def test_who_acts_is_no_place(parsed: Callable[[str], Parse], text: str) -> None:
    assert places(parsed(text)) == {}


def test_a_state_that_acts_and_is_a_place_has_only_its_mentions_as_a_place(
    parsed: Callable[[str], Parse],
) -> None:
    parse = parsed("Latvia asked for help. Norway sent soldiers to Latvia. Latvia thanked Norway.")
    actors = find_actors(parse)
    (place,) = find_places(parse, actors)
    assert [span.start for span in place.mentions] == [parse.document.text.index("Latvia. L")]
    (latvia,) = [actor for actor in actors.actors if actor.name == "Latvia"]
    assert place.actor == latvia.id


PIECES = [
    "in",
    "to",
    "Paris",
    "Ukraine",
    "LISBON",
    "(AP)",
    "—",
    ",",
    "'s",
    "border",
    "with",
    "visited",
    "and",
    "the",
    "White House",
    "at",
    "U.S.",
    "-",
    "based",
    ".",
    "\n\n",
    "[/b]",
    "\x1b[31m",
    "😀",
    "troops",
    "Elm Lake",
    "near",
]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=25))
def test_every_place_points_into_the_text(
    parsed: Callable[[str], Parse], pieces: list[str]
) -> None:
    parse = parsed(" ".join(pieces))
    actors = find_actors(parse)
    found = find_places(parse, actors)
    assert [place.id for place in found] == [f"l{n}" for n in range(1, len(found) + 1)]
    firsts = [place.mentions[0].start for place in found]
    assert firsts == sorted(firsts)
    known = {actor.id for actor in actors.actors}
    for place in found:
        assert place.name
        assert not place.actor or place.actor in known
        for span in place.mentions:
            assert 0 <= span.start < span.end <= len(parse.document.text)
