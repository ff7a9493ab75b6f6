"""The words of a library: that they follow what a reader sees, and can be made again."""

from __future__ import annotations

import sqlite3
from calendar import monthrange
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefings.briefing import Briefing
from briefings.document import Document
from briefings.errors import LibraryError
from briefings.library import Library
from briefings.library.facets import years
from briefings.library.matching import Wanted, published_between
from briefings.library.writer.searches import MOST_RECENT
from tests.library.stories import GRAIN_BRIEFING, PORT_BRIEFING, PORT_DOCUMENT, STORIES, fill
from tests.library.strategies import analysed


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return fill(Library.open(tmp_path / "library.db"))


def of(*words: str) -> list[Wanted]:
    return [Wanted(words=tuple(((word,),) for word in words))]


def contents(path: Path) -> dict[str, set[tuple[object, ...]]]:
    """All rows of the derived tables, without the numbers that actors happen to have."""
    asked = {
        "positions": "SELECT rowid, words, topic, shown FROM positions",
        "questions": "SELECT rowid, words, topic, shown FROM questions",
        "stands": "SELECT key, kind, published, row, label, topic"
        " FROM stands JOIN known_actors ON number = actor",
        "actors": "SELECT * FROM actors",
        "known_actors": "SELECT key, surname, name, type, state, aliases, roles, mentions,"
        " briefings, home, home_mentions FROM known_actors",
        "words": "SELECT word FROM words",
    }
    with closing(sqlite3.connect(path)) as connection:
        return {name: set(connection.execute(query)) for name, query in asked.items()}


def is_sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        for table in ("sources", "positions", "questions", "note_words"):
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))


def test_findings_are_found_by_their_words(library: Library) -> None:
    [found] = library.full_text.positions(of("fishing"), 10)
    assert (found.briefing, found.id, found.label) == (PORT_DOCUMENT.id, "p2", "demands")
    assert library.full_text.positions(of("fishing", "ceasefire"), 10) == ()
    assert len(library.full_text.sources(of("boats"), 10)) == 2
    assert [found.text for found in library.full_text.questions(of("lodz"), 10)] == [
        "Will the talks in Łódź go on?"
    ]


def test_a_new_analysis_takes_the_place_of_the_old_one(library: Library) -> None:
    before = contents(library.path)
    changed = replace(PORT_BRIEFING, positions=PORT_BRIEFING.positions[:1], actors=())
    library.replace_findings(PORT_DOCUMENT.id, replace(changed, questions=()))
    assert library.full_text.positions(of("fishing"), 10) == ()
    assert library.full_text.questions(of("lodz"), 10) == ()
    assert len(library.full_text.sources(of("fishing"), 10)) == 1
    assert library.actor("person:petra lindqvist") is None
    maravia = library.actor("territory:maravia")
    assert maravia is not None
    assert maravia.briefings == 1
    assert maravia.home == GRAIN_BRIEFING.document_id
    library.replace_findings(PORT_DOCUMENT.id, PORT_BRIEFING)
    assert contents(library.path) == before
    assert is_sound(library.path)


@settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
@given(st.lists(analysed(), max_size=3, unique_by=lambda pair: pair[0].id))
def test_the_index_made_again_is_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    kept: list[tuple[Document, Briefing]],
) -> None:
    path = tmp_path_factory.mktemp("again") / "library.db"
    with Library.open(path) as library:
        for document, briefing in (*kept, *STORIES):
            library.add(document, briefing)
        for document, briefing in kept:
            library.replace_findings(document.id, briefing)
        before = contents(path)
        known = library.actors()
        library.full_text.rebuild()
        assert contents(path) == before
        assert library.actors() == known
    assert is_sound(path)


def test_words_are_known_the_common_ones_first(library: Library) -> None:
    words = library.full_text
    assert words.known(["lodz", "łódź", "boats", "nothing"]) == {"lodz", "boats"}
    assert words.beginning("ha", 5) == ["halden", "harbour"]
    assert words.years() == (2031, 2031)
    assert sorted(words.publishers()) == ["Harbour News", "The Courier"]


def test_a_library_without_words_has_none(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        words = library.full_text
        assert words.years() == (1, 0)
        assert (words.vocabulary(10), words.tags(), words.recent()) == ([], [], ())
        assert words.sources(of("boats"), 10) == ()


def test_searches_are_kept_by_name(library: Library) -> None:
    words = library.full_text
    words.save("Port", "topic:port")
    words.save("Boats", "boats")
    words.save("Port", "topic:port stance:refuses")
    assert [(one.name, one.query) for one in words.saved()] == [
        ("Boats", "boats"),
        ("Port", "topic:port stance:refuses"),
    ]
    words.forget("Boats")
    words.forget("Boats")
    assert [one.name for one in words.saved()] == ["Port"]


def test_searches_asked_last_are_kept_once(library: Library) -> None:
    words = library.full_text
    for query in ("boats", "port", "boats"):
        words.asked(query)
    assert words.recent() == ("boats", "port")
    for number in range(MOST_RECENT):
        words.asked(f"word {number}")
    assert len(words.recent()) == MOST_RECENT
    assert words.recent()[0] == f"word {MOST_RECENT - 1}"
    assert "port" not in words.recent()


def test_reading_only_keeps_nothing(library: Library) -> None:
    with Library.open(library.path, read_only=True) as reader:
        assert reader.full_text.positions(of("fishing"), 1)
        with pytest.raises(LibraryError, match="for reading only"):
            reader.full_text.save("Port", "port")
        with pytest.raises(LibraryError, match="for reading only"):
            reader.full_text.rebuild()


@pytest.mark.parametrize(
    ("since", "before", "facets"),
    [
        ("2031-11", "2033", ("y2031", "y2032")),
        ("2031-12-30", "2032-01-02", ("y2031", "y2032")),
        ("", "2030-03", ("y2030",)),
        ("2035-12", "", ("y2035",)),
        ("2036", "", ()),
        ("2032", "2031", ()),
    ],
)
def test_days_are_looked_for_in_few_years(since: str, before: str, facets: tuple[str, ...]) -> None:
    assert years(since, before, 2030, 2035) == facets


@given(st.dates(), st.sampled_from([4, 7, 10]), st.dates(), st.dates())
@example(date(2031, 5, 3), 4, date(2031, 1, 1), date(2032, 1, 1))
def test_what_lies_between_two_days(day: date, precision: int, since: date, before: date) -> None:
    end = monthrange(day.year, day.month)[1]
    first = {4: day.replace(month=1, day=1), 7: day.replace(day=1), 10: day}[precision]
    last = {4: day.replace(month=12, day=31), 7: day.replace(day=end), 10: day}[precision]
    conditions, values = published_between("day", since.isoformat(), before.isoformat())
    question = f"SELECT {' AND '.join(conditions)} FROM (SELECT ? AS day)"
    # The date comes last in the text of the question, and so among its values.
    with closing(sqlite3.connect(":memory:")) as connection:
        published = day.isoformat()[:precision]
        [found] = connection.execute(question, (*values, published)).fetchone()
    assert bool(found) == (since <= first and last < before)


def test_what_is_undated_lies_nowhere() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        for bounds in (("2031", ""), ("", "2031"), ("2031", "2032")):
            conditions, values = published_between("day", *bounds)
            question = f"SELECT {' AND '.join(conditions)} FROM (SELECT '' AS day)"
            assert connection.execute(question, values).fetchone() == (0,)
