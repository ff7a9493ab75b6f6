from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.search import ActorIndex, Candidate, Hit
from briefings.search.index import MAX_QUERY

ACTORS = (
    Candidate("soendergaard", "Ingrid Søndergård", "person", 12, (), "Prime Minister of Norway"),
    Candidate("wisniewski", "Tomasz Wiśniewski", "person", 9, (), "Foreign Minister of Poland"),
    Candidate("nsfc", "North Sea Fisheries Council", "organization", 8),
    Candidate("kovalchuk", "Oleksandr Kovalchuk", "person", 7, ("Sasha Kovalchuk",)),
    Candidate("okonkwo", "Michael Okonkwo", "person", 6, (), "Governor; President of the Bank"),
    Candidate("korhonen", "Jean-Pierre Korhonen", "person", 5),
    Candidate("poland", "Poland", "state", 4),
    Candidate("norway", "Norway", "state", 4),
    Candidate("zhang", "Zhang Weiming", "person", 3),
    Candidate("northern", "Northern Trust", "company", 2),
    Candidate("marlow", "Marlow", "person", 2),
    Candidate("marlowe", "Peter Marlowe", "person", 50),
    Candidate("wells", "[/] Wells [@click=quit]", "person", 1),
)


@pytest.fixture(scope="module")
def index() -> ActorIndex:
    return ActorIndex(ACTORS)


def lit(hit: Hit) -> str:
    """The characters that light up."""
    return "".join(hit.text[at] for at in hit.positions)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Tomasz Wiśniewski", "wisniewski"),
        ("wis", "wisniewski"),
        ("tom wis", "wisniewski"),
        ("t wisniewski", "wisniewski"),
        ("wisniewski, tomasz", "wisniewski"),
        ("wisnewski", "wisniewski"),
        ("wsiniewski", "wisniewski"),
        ("tomsz wisniewsky", "wisniewski"),
        ("sondergard", "soendergaard"),
        ("mike okonkwo", "okonkwo"),
        ("jean pierre korhonen", "korhonen"),
        ("jeanpierre", "korhonen"),
        ("korho nen", "korhonen"),
        ("jeanpierekorhonen", "korhonen"),
        ("nsfc", "nsfc"),
        ("N.S.F.C.", "nsfc"),
        ("mo", "okonkwo"),
        ("kovaltchouk", "kovalchuk"),
        ("aliaksandr kavalchuk", "kovalchuk"),
    ],
)
def test_finds_names_as_people_type_them(index: ActorIndex, query: str, found: str) -> None:
    assert index.search(query)[0].id == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Ковальчук", "kovalchuk"),
        ("Коваль", "kovalchuk"),
        ("張偉明", "zhang"),
        ("Κορχόνεν", "korhonen"),
    ],
)
def test_finds_names_in_other_scripts(index: ActorIndex, query: str, found: str) -> None:
    assert index.search(query)[0].id == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("pm norway", "soendergaard"),
        ("norwegian prime minister", "soendergaard"),
        ("fm poland", "wisniewski"),
        ("sondergard prime", "soendergaard"),
        ("president bank", "okonkwo"),
        ("polish", "poland"),
    ],
)
def test_finds_actors_by_what_they_are(index: ActorIndex, query: str, found: str) -> None:
    assert index.search(query)[0].id == found


@pytest.mark.parametrize(
    ("query", "text", "letters"),
    [
        ("sonder", "Ingrid Søndergård", "Sønder"),
        ("wis tom", "Tomasz Wiśniewski", "TomWiś"),
        ("wizniewski", "Tomasz Wiśniewski", "Winiewski"),
        ("nsfc", "North Sea Fisheries Council", "NSFC"),
        ("jeanp", "Jean-Pierre Korhonen", "JeanP"),
        ("sasha", "Sasha Kovalchuk", "Sasha"),
        ("norwegian pm", "Ingrid Søndergård, Prime Minister of Norway", "PMNorway"),
        ("Ковал", "Oleksandr Kovalchuk", "Koval"),
    ],
)
def test_lights_up_what_was_typed(index: ActorIndex, query: str, text: str, letters: str) -> None:
    hit = index.search(query)[0]

    assert (hit.text, lit(hit)) == (text, letters)


def test_shows_the_name_that_matched(index: ActorIndex) -> None:
    assert index.search("sasha koval")[0].text == "Sasha Kovalchuk"


def test_the_better_known_comes_first(index: ActorIndex) -> None:
    assert [hit.id for hit in index.search("marlow")][:2] == ["marlowe", "marlow"]


def test_an_empty_query_gives_the_most_prominent(index: ActorIndex) -> None:
    assert [hit.id for hit in index.search(" ", limit=2)] == ["marlowe", "soendergaard"]


@pytest.mark.parametrize("query", ["qqxzvw", "zzz", "?!", "🙂", "xqj vbq"])
def test_nonsense_finds_nothing(index: ActorIndex, query: str) -> None:
    assert index.search(query) == []


def test_what_fits_far_worse_is_set_apart(index: ActorIndex) -> None:
    hits = index.search("okonkwo miller")

    assert (hits[0].id, hits[0].is_approximate) == ("okonkwo", True)
    assert not index.search("okonkwo")[0].is_approximate


def test_approximate_rows_come_last(index: ActorIndex) -> None:
    for query in ("mar", "north", "norwey", "jean korhonnen"):
        flags = [hit.is_approximate for hit in index.search(query)]
        assert flags == sorted(flags)


def test_earlier_queries_change_nothing(index: ActorIndex) -> None:
    fresh = ActorIndex(ACTORS)
    for query in ("tomsz wisniewsky", "wisniewsky ingrid", "mikael", "jean"):
        index.search(query)

    assert index.search("wisniewsky") == fresh.search("wisniewsky")


def test_only_the_beginning_of_an_endless_query_counts(index: ActorIndex) -> None:
    query = "wisniewski ".ljust(MAX_QUERY, "x")

    assert index.search(query + "okonkwo" * 10_000) == index.search(query)


def test_a_limit_is_kept(index: ActorIndex) -> None:
    assert len(index.search("", limit=3)) == 3
    assert len(index.search("n", limit=1)) == 1
    assert index.search("n", limit=0) == []


def test_finds_nothing_among_nobody() -> None:
    assert ActorIndex(()).search("anyone") == []
    assert ActorIndex(()).search("") == []


def test_salience_below_one_ranks_too() -> None:
    index = ActorIndex(
        (
            Candidate("minor", "Anna Lindqvist", "person", 0.1),
            Candidate("major", "Karl Lindqvist", "person", 1.0),
        )
    )

    assert [hit.id for hit in index.search("lind")] == ["major", "minor"]


NAMES = st.text(max_size=40) | st.text(string.ascii_letters + " -'.", max_size=40)
CANDIDATES = st.lists(
    st.builds(
        Candidate,
        id=st.uuids().map(str),
        name=NAMES,
        kind=st.sampled_from(["person", "state", "organization"]),
        weight=st.floats(0, 1e6),
        aliases=st.lists(NAMES, max_size=3).map(tuple),
        role=NAMES,
    ),
    max_size=8,
)


@given(CANDIDATES, st.data())
def test_whatever_is_typed_gives_rows_that_hold(
    candidates: list[Candidate], data: st.DataObject
) -> None:
    names = [candidate.name for candidate in candidates]
    query = data.draw(NAMES | st.sampled_from(names or [""]) | st.text(max_size=300))

    hits = ActorIndex(candidates).search(query, limit=5)

    assert len(hits) <= 5
    assert len({hit.id for hit in hits}) == len(hits)
    assert {hit.id for hit in hits} <= {candidate.id for candidate in candidates}
    for hit in hits:
        assert list(hit.positions) == sorted(set(hit.positions))
        assert all(0 <= at < len(hit.text) for at in hit.positions)


@given(st.lists(st.text(string.ascii_lowercase, min_size=3, max_size=9), min_size=1, max_size=6))
def test_a_whole_name_finds_itself(names: list[str]) -> None:
    index = ActorIndex(Candidate(name, name, "person", 1) for name in dict.fromkeys(names))

    for name in names:
        assert index.search(name)[0].id == name


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("no", "northern_orchestra"),
        ("NO", "northern_orchestra"),
        ("wisp", "port"),
        ("nor", "norway"),
    ],
)
def test_a_short_word_that_is_a_whole_name_comes_before_what_only_begins_so(
    query: str, found: str
) -> None:
    index = ActorIndex(
        (
            Candidate("norway", "Norway", "state", 900),
            Candidate("northern_orchestra", "Northern Orchestra", "organization", 2, ("NO",)),
            Candidate("port", "Western Isles Sea Port", "organization", 1, ("WISP",)),
            Candidate("wispell", "Anna Wispell", "person", 500),
            *(Candidate(f"n{n}", f"Noel Norden {n}", "person", 100 + n) for n in range(300)),
        )
    )

    assert index.search(query, 3)[0].id == found


def test_two_words_of_a_name_come_before_one_that_they_make_only_together() -> None:
    index = ActorIndex(
        [
            Candidate("tavita", "Tavita", "state", 200),
            Candidate("selar", "Selar", "state", 60),
            Candidate("moro", "Sela Moro", "person", 20),
        ]
    )
    assert [hit.id for hit in index.search("sela oro")] == ["moro", "selar"]
    assert index.search("sel ar")[0].id == "selar"
