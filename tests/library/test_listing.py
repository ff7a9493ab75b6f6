"""Lists of briefings: their order, and what is in them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from briefings.corrections import AddTag, SetRead, SetRemoved, SetStar
from briefings.document import Document, Origin, Precision, Published
from briefings.folding import words_of
from briefings.library import Entry, Library, Listing, Sort, listing, narrowing
from tests.library.examples import empty_briefing
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


WORDS = ("port", "Portugal", "the", "THÉ", "talks", "7th", "2031")


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """Briefings of which many have the same of all that a list is sorted and narrowed by."""
    chance = random.Random(3)
    # As if there were very many of them: every way to find a page is gone.
    monkeypatch.setattr(listing, "_FAR", 4)
    for module in (listing, narrowing):
        monkeypatch.setattr(module, "FEW", 6)
    with Library.open(tmp_path / "library.db") as library:
        for number in range(40):
            month = f"2031-{chance.randint(1, 4):02}"
            document = Document.of(
                f"{number} " * chance.randint(1, 5),
                title=" ".join(chance.choices(WORDS, k=2)),
                paragraphs=(),
                origin=Origin(publisher=chance.choice(["", "The Port", "Courier"])),
                published=chance.choice([None, Published(month, Precision.MONTH)]),
            )
            library.add(document, empty_briefing(document))
            for mark, share in (
                (SetRead(is_read=True), 0.4),
                (SetStar(is_starred=True), 0.3),
                (AddTag("harbour"), 0.5),
                (AddTag("Harvest"), 0.2),
                (SetRemoved(is_removed=True), 0.2),
            ):
                if chance.random() < share:
                    library.journal.record(document.id, mark)
        yield library


def expected(library: Library, asked: Listing) -> list[Entry]:
    """What a list shows, found by looking at everything."""
    everything = [
        *library.entries(Listing(is_descending=False)),
        *library.entries(Listing(is_descending=False, is_removed=True)),
    ]
    numbers = dict(library._connection.execute("SELECT id, number FROM documents").fetchall())

    def fits(entry: Entry) -> bool:
        # What was removed is found by no tag.
        tags = () if entry.is_removed else entry.tags
        has = words_of(f"{entry.title} {entry.publisher}")
        return (
            entry.is_removed == asked.is_removed
            and not (asked.is_unread and entry.is_read)
            and not (asked.is_starred and not entry.is_starred)
            and (not asked.tag or asked.tag in tags)
            and all(
                any(tag.casefold().startswith(one.casefold()) for tag in tags) for one in asked.tags
            )
            and all(any(word.startswith(one) for word in has) for one in words_of(asked.text))
        )

    def key(entry: Entry) -> tuple[object, int]:
        by: object = {
            Sort.ADDED: 0,
            Sort.PUBLISHED: entry.published.date if entry.published else "",
            Sort.TITLE: "".join(c.lower() if c.isascii() else c for c in entry.title),
            Sort.PUBLISHER: entry.publisher.lower(),
            Sort.WORDS: entry.words,
        }.get(asked.sort, 0)
        return by, numbers[entry.id]

    return sorted(filter(fits, everything), key=key, reverse=asked.is_descending)


def test_every_page_of_every_list_is_what_it_should_be(shelf: Library) -> None:
    chance = random.Random(4)
    lists = product(
        Sort,
        (True, False),
        ("", "p", "po", "th", "the", "the po", "7", "x"),
        (True, False),
        (True, False),
        ("", "harbour"),
        ((), ("har",), ("harv",)),
        (False, True),
    )
    for sort, turn, text, unread, starred, tag, tags, removed in chance.sample([*lists], 400):
        asked = Listing(sort, turn, text, unread, starred, tag, tags, removed)
        wanted = expected(shelf, asked)
        assert list(shelf.entries(asked)) == wanted
        assert shelf.count(asked) == len(wanted)
        for offset in range(0, len(wanted) + 3, 3):
            page = shelf.entries(asked, limit=3, offset=offset)
            assert list(page) == wanted[offset : offset + 3]
        places = [shelf.place_of(asked, entry.id) for entry in wanted]
        assert places == list(range(len(wanted)))
        outside = next(e for e in shelf.entries(Listing(is_removed=not removed)))
        assert shelf.place_of(asked, outside.id) is None


@pytest.mark.parametrize("few", [0, 10])
def test_a_list_follows_what_anybody_changes(
    library: Library, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    for module in (listing, narrowing):
        monkeypatch.setattr(module, "FEW", few)
    asked = Listing(Sort.TITLE, is_descending=False, tag="harbour")
    assert listed(library, asked) == ""
    library.journal.record(PORT_DOCUMENT.id, AddTag("harbour"))
    assert listed(library, asked) == "port"
    with Library.open(library.path) as other:
        other.journal.record(GRAIN_DOCUMENT.id, AddTag("harbour"))
        assert listed(library, asked) == "grain port"
        other.journal.record(PORT_DOCUMENT.id, SetRemoved(is_removed=True))
    assert listed(library, asked) == "grain"
    assert library.place_of(asked, GRAIN_DOCUMENT.id) == 0
    assert library.place_of(asked, PORT_DOCUMENT.id) is None
