"""What goes into a library comes out of it again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.briefing import Briefing
from briefings.document import Document, Precision, Published
from briefings.errors import LibraryError
from briefings.library import Library
from tests.library.examples import actor, article, briefing_of, empty_briefing
from tests.library.strategies import analysed


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        yield library


@given(st.lists(analysed(), min_size=1, max_size=2))
@settings(deadline=None, max_examples=60)
def test_any_document_and_briefing_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[Document, Briefing]]
) -> None:
    path = tmp_path_factory.mktemp("any") / "library.db"
    with Library.open(path) as library:
        kept = {d.id: (d, b) for d, b in pairs if library.add(d, b).is_new}
    with Library.open(path, read_only=True) as library:
        assert len(library) == len(kept)
        for document, briefing in kept.values():
            stored = library.get(document.id)
            assert (stored.document, stored.briefing) == (document, briefing)
            assert stored.entry == library.find(document.id)
        library.actors()


def test_an_entry_counts_what_a_reader_is_shown(library: Library) -> None:
    document = article("Two words", title="Fish", publisher="The Courier")
    entry = library.add(document, briefing_of(document, actor("Mira Okafor"))).entry
    assert (entry.id, entry.title, entry.publisher) == (document.id, "Fish", "The Courier")
    assert entry.published == Published("2031-04", Precision.MONTH)
    assert (entry.words, entry.actors, entry.positions, entry.questions) == (2, 1, 0, 0)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", entry.added)


def test_the_same_text_is_kept_once(library: Library) -> None:
    first = article("The same words.", title="First")
    second = article("The same words.", title="Second")
    assert library.add(first, empty_briefing(first)).is_new
    again = library.add(second, briefing_of(second, actor("Mira Okafor")))
    assert not again.is_new
    assert again.entry.title == "First"
    assert len(library) == 1
    assert library.actors() == ()


def test_entries_come_newest_first_and_by_the_page(library: Library) -> None:
    for number in range(5):
        document = article(f"Text {number}", title=f"T{number}")
        library.add(document, empty_briefing(document))

    def titles(limit: int | None = None, offset: int = 0) -> str:
        return " ".join(entry.title for entry in library.entries(limit=limit, offset=offset))

    assert titles() == "T4 T3 T2 T1 T0"
    assert titles(limit=2) == "T4 T3"
    assert titles(limit=2, offset=2) == "T2 T1"
    assert titles(offset=4) == "T0"
    assert titles(offset=9) == ""


def test_a_briefing_is_found_by_the_beginning_of_its_id(library: Library) -> None:
    document = article("Some words.")
    library.add(document, empty_briefing(document))
    assert library.get(document.id[:4]).document == document
    with pytest.raises(LibraryError, match="too short"):
        library.get(document.id[:3])
    with pytest.raises(LibraryError, match="no briefing “ffffffff”"):
        library.get("ffffffff")
    assert library.find(document.id[:4]) is None


def test_a_beginning_that_several_ids_share_is_refused(library: Library) -> None:
    ids: dict[str, str] = {}
    number = 0
    while True:
        document = article(f"Text {number}")
        number += 1
        if document.id[:4] in ids:
            break
        ids[document.id[:4]] = document.text
    for each in (document, article(ids[document.id[:4]])):
        library.add(each, empty_briefing(each))
    with pytest.raises(LibraryError, match="Several"):
        library.get(document.id[:4])
    assert library.get(document.id).document == document


def test_small_things_are_remembered(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        assert library.recall("last") is None
        library.remember("last", "abc")
        library.remember("last", "def")
    with Library.open(tmp_path / "library.db", read_only=True) as library:
        assert library.recall("last") == "def"


def test_half_a_surrogate_pair_is_refused_and_nothing_of_it_kept(library: Library) -> None:
    document = article("broken \ud800 text")
    with pytest.raises(LibraryError, match="surrogate"):
        library.add(document, empty_briefing(document))
    assert len(library) == 0
    with pytest.raises(LibraryError, match="surrogate"):
        library.get("\udcff\udcff\udcff\udcff")
