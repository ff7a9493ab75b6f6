"""Search of everything in a small library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.corrections import AddTag, Subject, WriteNote
from briefings.library import Library
from briefings.search import ActorIndex, Candidate, QueryError, Results, Terms, search_everything
from briefings.search.everything import LONGEST, values_in
from briefings.search.found import Found, GroupKind, Lit
from briefings.search.query import Field, completions
from tests.library.examples import empty_briefing
from tests.library.stories import (
    GRAIN_DOCUMENT,
    MOUNTAIN_DOCUMENT,
    PORT,
    PORT_DOCUMENT,
    document,
    fill,
)

SYNTAX = "\"“”-: '*^(){}+ANDORNTE~"
typed = st.text(st.one_of(st.characters(), st.sampled_from(SYNTAX)), max_size=40)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("search") / "library.db") as opened:
        yield fill(opened)


def index_of(library: Library) -> ActorIndex:
    return ActorIndex(
        Candidate(one.key, one.name, one.type, one.mentions, one.aliases, "; ".join(one.roles))
        for one in library.actors()
    )


def asked(library: Library, query: str, limit: int = 10) -> Results:
    return search_everything(
        library, index_of(library), query, terms=Terms.of(library), limit=limit
    )


def marked(shown: Lit) -> str:
    """A text with marks around what is lit."""
    text = shown.text
    for span in reversed(shown.lit):
        text = f"{text[: span.start]}[{span.of(text)}]{text[span.end :]}"
    return text


def told(results: Results) -> list[str]:
    return [f"{row.group[0]} {marked(row.text)}" for group in results.groups for row in group.rows]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("lindqvist", ["a Petra [Lindqvist]", "b Orland will not give up its port"]),
        ("ceasefire", ["p a monitored [ceasefire] at sea", "b Grain ships wait off Halden"]),
        # The singular finds the plural, and the last word may be unfinished.
        ("weapon", ["p the boats carried [weapons]", "b Grain ships wait off Halden"]),
        ("plou", ["p new [ploughs]", "b Snow closes the pass"]),
        # All words have to be there; what has them in the title comes first.
        ("halden boats", ["b Grain ships wait off [Halden]", "b Orland will not give up its port"]),
        (
            '"its fishing boats"',
            ["p free passage for [its] [fishing] [boats]", "b Orland will not give up its port"],
        ),
        ("boats -fishing", ["p the [boats] carried weapons", "b Grain ships wait off Halden"]),
        # Other scripts and letters, and possessives.
        ("lodz", ["q Will the talks in [Łódź] go on?", "b Orland will not give up its port"]),
        ("Лодз", ["q Will the talks in [Łódź] go on?", "b Orland will not give up its port"]),
        # Slips are mended.
        ("ceasfire", ["p a monitored [ceasefire] at sea", "b Grain ships wait off Halden"]),
        ("stance:refuses", ["p lease the port of Halden"]),
        ("stance:for", ["p new ploughs", "p a monitored ceasefire at sea"][::-1]),
        ("strength:conditional", ["p free passage for its fishing boats"]),
        ("topic:fish", ["p free passage for its fishing boats"]),
        ("stance:asks boats", ["p free passage for its fishing [boats]"]),
        ("stance:asks -boats", []),
        ("kind:unknown", ["q Will the talks in Łódź go on?"]),
        ("kind:organization", ["a Harbour Union"]),
        (
            "source:courier boats since:2031",
            ["p the [boats] carried weapons", "b Grain ships wait off Halden"],
        ),
        ("xyzzyq", []),
        ("actor:nobodyatall port", []),
        ("-port", []),
    ],
)
def test_what_is_found(library: Library, query: str, expected: list[str]) -> None:
    assert told(asked(library, query)) == expected


def row(library: Library, query: str, kind: GroupKind) -> Found:
    return asked(library, query).group(kind).rows[0]


def test_a_row_has_what_is_needed_to_open_it(library: Library) -> None:
    found = row(library, "fishing", GroupKind.POSITIONS)
    assert (found.briefing, found.item) == (PORT_DOCUMENT.id, "p2")
    assert (found.label, found.actors, found.about) == ("demands", ("Maravia",), "fishing boats")
    assert found.span is not None
    assert found.span.of(PORT) == "free passage for its fishing boats"
    assert found.sentence is not None
    assert found.sentence.of(PORT).startswith("Maravia’s envoy")
    assert marked(found.passage) == (
        "Maravia’s envoy demanded free passage for its [fishing] boats."
    )
    assert (found.title, found.publisher) == (PORT_DOCUMENT.title, "Harbour News")


def test_a_source_shows_the_sentence_with_most_of_the_words(library: Library) -> None:
    found = row(library, "talks unclear", GroupKind.BRIEFINGS)
    assert found.sentence is not None
    assert marked(found.passage) == "It is [unclear] whether the [talks] in Łódź will go on."
    assert row(library, "snow", GroupKind.BRIEFINGS).briefing == MOUNTAIN_DOCUMENT.id


def test_an_actor_says_who_it_is(library: Library) -> None:
    found = row(library, "foreign minister", GroupKind.ACTORS)
    assert found.key == "person:petra lindqvist"
    assert found.briefing == PORT_DOCUMENT.id
    assert found.actors == ("Petra Lindqvist",)
    assert marked(found.text) == "Petra Lindqvist, [Foreign] [Minister]"


def test_a_correction_is_told(library: Library) -> None:
    results = asked(library, "ceasfire")
    assert [(one.typed, one.meant) for one in results.corrections] == [("ceasfire", "ceasefire")]
    assert asked(library, '"ceasfire"').groups == ()


@pytest.mark.parametrize(
    ("query", "documents"),
    [
        ("since:2031-04", {GRAIN_DOCUMENT.id}),
        ("before:2031-04", {PORT_DOCUMENT.id}),
        ("since:2031-03-09 before:2031-03-10", {PORT_DOCUMENT.id}),
        ("since:2031", {PORT_DOCUMENT.id, GRAIN_DOCUMENT.id}),
        # Not since a day is before it; of two days the one that leaves less holds.
        ("-since:2031-04 before:2032", {PORT_DOCUMENT.id}),
        ("-before:2031-04 since:2030", {GRAIN_DOCUMENT.id}),
        ("since:2031-04 since:2031-01", {GRAIN_DOCUMENT.id}),
        ("before:2031-03-10 before:2031-12", {PORT_DOCUMENT.id}),
        ("source:harbour", {PORT_DOCUMENT.id}),
        ("actor:maravia", {PORT_DOCUMENT.id, GRAIN_DOCUMENT.id}),
        ("actor:maravia -actor:clinton", {PORT_DOCUMENT.id}),
        ("actor:clinton", {GRAIN_DOCUMENT.id, MOUNTAIN_DOCUMENT.id}),
    ],
)
def test_filters_on_briefings(library: Library, query: str, documents: set[str]) -> None:
    rows = asked(library, query).group(GroupKind.BRIEFINGS).rows
    assert {found.briefing for found in rows} == documents


def test_filters_on_the_briefings_of_an_actor(library: Library) -> None:
    def found(query: str) -> bool:
        return bool(asked(library, query).group(GroupKind.ACTORS).rows)

    assert found("lindqvist before:2031-04")
    assert not found("lindqvist since:2031-04")
    assert found("lindqvist source:harbour")
    assert not found("lindqvist -source:harbour")
    assert not found("lindqvist tag:none")
    assert not found("lindqvist kind:state")
    assert not found("clinton before:2031-04")


def test_notes_and_tags_are_found(tmp_path: Path) -> None:
    with fill(Library.open(tmp_path / "library.db")) as library:
        journal = library.journal
        journal.record(PORT_DOCUMENT.id, WriteNote("Ask the Łódź desk about\nthe lease", Subject()))
        journal.record(PORT_DOCUMENT.id, AddTag("Port talks"))
        [note] = asked(library, "lodz desk").group(GroupKind.NOTES).rows
        assert marked(note.text) == "Ask the [Łódź] [desk] about the lease"
        assert note.briefing == PORT_DOCUMENT.id
        tagged = asked(library, 'tag:"port talks" lease')
        assert {one.briefing for group in tagged.groups for one in group.rows} == {PORT_DOCUMENT.id}
        assert GroupKind.NOTES in [group.kind for group in tagged.groups]
        assert not asked(library, '-tag:"port talks" lease').groups
        assert not asked(library, "tag:elsewhere lease").groups
        library.full_text.rebuild()
        assert asked(library, "lodz desk").group(GroupKind.NOTES).rows == (note,)


def test_pages_follow_each_other(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        for number in range(12):
            text = f"{'Harbour' if number % 3 else 'Port'} news {number}\n\nThe harbour is shut."
            kept = document(text, "", f"2031-0{1 + number % 9}")
            library.add(kept, empty_briefing(kept))
        whole = asked(library, "harbour", 50).group(GroupKind.BRIEFINGS)
        assert len(whole.rows) == 12
        assert not whole.has_more
        parts: list[Found] = []
        for offset in range(0, 15, 4):
            page = search_everything(library, None, "harbour", limit=4, offset=offset)
            parts += page.group(GroupKind.BRIEFINGS).rows
            assert page.group(GroupKind.BRIEFINGS).has_more is (offset + 4 < 12)
        assert tuple(parts) == whole.rows
        assert [one.title.startswith("Harbour") for one in parts] == [True] * 8 + [False] * 4


def test_a_long_sentence_is_shown_around_the_word(tmp_path: Path) -> None:
    text = f"News\n\n{'word ' * 200}harbour {'word ' * 200}end."
    with Library.open(tmp_path / "library.db") as library:
        kept = document(text, "", "")
        library.add(kept, empty_briefing(kept))
        journal = library.journal
        journal.record(kept.id, WriteNote(text, Subject()))
        shown = row(library, "harbour", GroupKind.NOTES).text
        assert len(shown.text) <= LONGEST + 2
        assert "[harbour]" in marked(shown)


def test_the_language_completes_what_the_library_has(library: Library) -> None:
    values = values_in(library, index_of(library))

    def offered(text: str) -> list[str]:
        return [one.text for one in completions(text, len(text), values)]

    assert offered("source:har") == ['source:"Harbour News"']
    assert offered("actor:petra") == ['actor:"Petra Lindqvist"']
    assert offered("topic:fish") == ["topic:fishing"]


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
@given(
    st.text(st.one_of(st.characters(), st.sampled_from("\"“”-: '*^(){}+ANDORNTE~")), max_size=40)
)
def test_no_query_hurts(library: Library, text: str) -> None:
    try:
        results = asked(library, text)
    except QueryError:
        return
    for group in results.groups:
        for found in group.rows:
            for shown in (found.text, found.passage):
                assert all(0 <= s.start < s.end <= len(shown.text) for s in shown.lit)
                assert list(shown.lit) == sorted(shown.lit)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
@given(st.text(min_size=1, max_size=60), st.text(max_size=300))
def test_any_search_is_kept_as_it_was_typed(library: Library, name: str, query: str) -> None:
    full_text = library.full_text
    full_text.save(name, "an earlier one")
    full_text.save(name, query)
    full_text.asked(query)
    assert [(one.name, one.query) for one in full_text.saved()] == [(name, query)]
    assert full_text.recent()[0] == query
    full_text.forget(name)
    assert not full_text.saved()


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
@given(
    st.sampled_from(list(Field)),
    st.text(st.one_of(st.characters(), st.sampled_from("\"“-: '*^()%_~")), max_size=40),
)
def test_no_value_hurts_that_is_completed(library: Library, field: Field, value: str) -> None:
    text = f"{field}:{value}"
    for one in completions(text, len(text), values_in(library, index_of(library))):
        assert 0 <= one.span.start <= one.span.end <= len(text)
