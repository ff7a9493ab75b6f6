from __future__ import annotations

import pytest

from briefings.search import ActorIndex, Candidate

PEOPLE = (
    Candidate("a1", "Ingrid Søndergård", "person", 12, ("Søndergård",), "Prime Minister of Norway"),
    Candidate("a2", "Tomasz Wiśniewski", "person", 7, (), "Foreign Minister of Poland"),
    Candidate("a3", "North Sea Fisheries Council", "organization", 5, ("NSFC",)),
    Candidate("a4", "Oleksandr Kovalchuk", "person", 3),
    Candidate("a5", "Poland", "state", 2),
)


@pytest.fixture(scope="module")
def index() -> ActorIndex:
    return ActorIndex(PEOPLE)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("søndergård", "a1"),
        ("sonder", "a1"),
        ("wisnewski", "a2"),
        ("kovalchuk oleks", "a4"),
        ("pm norway", "a1"),
        ("polish foreign minister", "a2"),
        ("Ковальчук", "a4"),
    ],
)
def test_finds_names_as_people_type_them(index: ActorIndex, query: str, found: str) -> None:
    assert index.search(query)[0].id == found


def test_lights_up_what_was_typed(index: ActorIndex) -> None:
    hit = index.search("sonder")[0]
    assert "".join(hit.text[at] for at in hit.positions) == "Sønder"


def test_an_empty_query_gives_the_most_prominent(index: ActorIndex) -> None:
    assert [hit.id for hit in index.search("", limit=2)] == ["a1", "a2"]


def test_nonsense_finds_nothing(index: ActorIndex) -> None:
    assert index.search("qqxzvw") == []
