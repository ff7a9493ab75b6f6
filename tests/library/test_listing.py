"""Lists of briefings: their order, and what is in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.corrections import AddTag, SetRead, SetStar
from briefings.library import Library, Listing, Sort
from tests.library.stories import GRAIN_DOCUMENT, MOUNTAIN_DOCUMENT, PORT_DOCUMENT, fill

NAMES = {PORT_DOCUMENT.id: "port", GRAIN_DOCUMENT.id: "grain", MOUNTAIN_DOCUMENT.id: "mountain"}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return fill(Library.open(tmp_path / "library.db"))


def listed(library: Library, listing: Listing) -> str:
    entries = library.entries(listing)
    assert library.count(listing) == len(entries)
    pages = [library.entries(listing, limit=1, offset=at) for at in range(len(entries))]
    assert tuple(entry for page in pages for entry in page) == entries
    return " ".join(NAMES[entry.id] for entry in entries)


@pytest.mark.parametrize(
    ("sort", "ascending"),
    [
        (Sort.ADDED, "port grain mountain"),
        (Sort.PUBLISHED, "mountain port grain"),
        (Sort.TITLE, "grain port mountain"),
        (Sort.PUBLISHER, "mountain port grain"),
        (Sort.WORDS, "mountain grain port"),
        (Sort.ACTORS, "mountain port grain"),
        (Sort.POSITIONS, "mountain port grain"),
        (Sort.QUESTIONS, "grain mountain port"),
    ],
)
def test_a_list_can_be_sorted_both_ways(library: Library, sort: Sort, ascending: str) -> None:
    assert listed(library, Listing(sort, is_descending=False)) == ascending
    assert listed(library, Listing(sort)) == " ".join(reversed(ascending.split()))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("harb", "port"),
        ("the", "mountain grain"),
        ("news port", "port"),
        ("closes", "mountain"),
        ("weapons", ""),
        ('"-*', ""),
        ("  ", "mountain grain port"),
        ("o h", "grain port"),
        ("s", "mountain grain"),
        ("GRÁIN", "grain"),
        ("2", ""),
    ],
)
def test_a_list_is_narrowed_by_words_of_title_and_publisher(
    library: Library, text: str, found: str
) -> None:
    assert listed(library, Listing(text=text)) == found


def test_a_list_is_narrowed_by_marks(library: Library) -> None:
    library.journal.record(PORT_DOCUMENT.id, SetRead(is_read=True))
    library.journal.record(GRAIN_DOCUMENT.id, SetStar(is_starred=True))
    library.journal.record(GRAIN_DOCUMENT.id, AddTag("sea"))
    assert listed(library, Listing(is_unread=True)) == "mountain grain"
    assert listed(library, Listing(Sort.TITLE, is_unread=True)) == "mountain grain"
    assert listed(library, Listing(is_starred=True)) == "grain"
    assert listed(library, Listing(tag="sea", is_unread=True, text="ship")) == "grain"
    assert listed(library, Listing(tag="land")) == ""
    library.journal.record(PORT_DOCUMENT.id, SetRead(is_read=False))
    assert listed(library, Listing(is_unread=True)) == "mountain grain port"
    assert not library.upkeep.check(print).faults
