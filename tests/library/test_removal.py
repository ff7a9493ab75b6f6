"""A briefing that was removed is nowhere to be found, is still there, and comes back whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.corrections import AddTag, SetRemoved, SetStar, WriteNote
from briefings.library import Library, Listing, Sort
from briefings.library.ledger import Asked
from briefings.search.everything import search_everything
from tests.library.stories import (
    GRAIN_BRIEFING,
    GRAIN_DOCUMENT,
    MOUNTAIN_DOCUMENT,
    PORT_BRIEFING,
    PORT_DOCUMENT,
    fill,
)

ID = PORT_DOCUMENT.id


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return fill(Library.open(tmp_path / "library.db"))


def remove(library: Library, document_id: str = ID) -> None:
    library.journal.record(document_id, SetRemoved(is_removed=True))


def faults(library: Library) -> list[str]:
    found: list[str] = []
    library.upkeep.check(lambda fault: found.append(fault.what))
    return found


def everything(library: Library) -> tuple[object, ...]:
    """All that lists and searches say."""
    return (
        library.entries(),
        library.actors(),
        tuple(library.appearances(actor.key) for actor in library.actors()),
        tuple(library.positions_of(actor.key) for actor in library.actors()),
        tuple(library.questions_for(actor.key) for actor in library.actors()),
        library.journal.tags(),
        library.threads.questions(Asked()),
        len(library),
    )


def test_what_was_removed_is_in_no_list_and_no_search(library: Library, tmp_path: Path) -> None:
    library.journal.record(ID, WriteNote("ask the pilots"))
    library.journal.record(ID, AddTag("sea"))
    others = Library.open(tmp_path / "others.db")
    others.add(GRAIN_DOCUMENT, GRAIN_BRIEFING)
    remove(library)
    remove(library, MOUNTAIN_DOCUMENT.id)
    assert [entry.id for entry in library.entries()] == [GRAIN_DOCUMENT.id]
    assert library.actors() == others.actors()
    assert library.journal.tags() == ()
    assert len(library) == 1
    for words in ("ask pilots", "Halden", "lease the port", "since:2030", "tag:sea"):
        groups = search_everything(library, None, words).groups
        assert {row.briefing for group in groups for row in group.rows} <= {GRAIN_DOCUMENT.id}
    assert not faults(library)


def test_what_was_removed_comes_back_as_it_was(library: Library) -> None:
    library.journal.record(ID, SetStar(is_starred=True))
    library.journal.record(ID, AddTag("sea"))
    library.journal.record(ID, WriteNote("ask the pilots"))
    before = everything(library)
    remove(library)
    assert everything(library) != before
    library.journal.undo(ID)
    assert everything(library) == before
    assert not faults(library)
    library.journal.redo(ID)
    assert library.get(ID).entry.is_removed
    assert not faults(library)


def test_a_removal_outlives_the_program_and_is_undone_by_another(
    library: Library, tmp_path: Path
) -> None:
    remove(library)
    library.close()
    with Library.open(tmp_path / "library.db") as other:
        assert ID not in {entry.id for entry in other.entries()}
        assert other.get(ID).document == PORT_DOCUMENT
        assert other.journal.can_undo(ID) == SetRemoved(is_removed=True)
        other.journal.undo(ID)
        assert ID in {entry.id for entry in other.entries()}


def test_the_removed_ones_have_a_list_of_their_own(library: Library) -> None:
    remove(library)
    removed = Listing(is_removed=True)
    assert [entry.id for entry in library.entries(removed)] == [ID]
    assert library.count(removed) == 1
    title = PORT_DOCUMENT.title.split()[0][:4]
    assert library.count(Listing(is_removed=True, text=title)) == 1
    assert library.count(Listing(is_removed=True, text="zebra")) == 0


def test_adding_the_same_text_brings_it_back_with_all_that_was_done_to_it(
    library: Library,
) -> None:
    library.journal.record(ID, SetStar(is_starred=True))
    remove(library)
    added = library.add(PORT_DOCUMENT, PORT_BRIEFING)
    assert (added.is_new, added.is_back, added.entry.is_starred) == (False, True, True)
    assert not library.add(PORT_DOCUMENT, PORT_BRIEFING).is_back
    assert not faults(library)


def test_a_rule_taught_meanwhile_holds_when_it_comes_back(library: Library) -> None:
    from briefings.corrections import AlwaysRename, Named

    actor = next(one for one in PORT_BRIEFING.listed_actors)
    remove(library)
    library.journal.record(None, AlwaysRename(Named(actor.name, actor.type), "Somebody Else"))
    library.journal.undo(ID)
    assert "Somebody Else" in {one.name for one in library.get(ID).briefing.actors}
    assert not faults(library)


def test_making_the_index_anew_does_not_bring_it_back(library: Library) -> None:
    remove(library)
    before = everything(library)
    library.full_text.rebuild()
    assert everything(library) == before
    assert not faults(library)


def test_a_check_sees_that_a_removed_briefing_is_listed(library: Library) -> None:
    remove(library)
    library._connection.execute("DELETE FROM removed")
    assert "whether it was removed is not what the journal says" in faults(library)


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("is_descending", [True, False])
def test_the_place_of_a_briefing_in_a_list(
    library: Library, sort: Sort, is_descending: bool
) -> None:
    listing = Listing(sort, is_descending)
    entries = library.entries(listing)
    assert [library.place_of(listing, entry.id) for entry in entries] == [0, 1, 2]
    remove(library, entries[1].id)
    assert library.place_of(listing, entries[1].id) is None
    assert library.place_of(listing, entries[2].id) == 1


def test_tags_are_found_by_their_beginning_in_any_case(library: Library) -> None:
    library.journal.record(ID, AddTag("Élections 2031"))
    assert library.count(Listing(tags=("él",))) == 1
    assert library.count(Listing(tags=("él", "ÉLEC"))) == 1
    assert library.count(Listing(tags=("x",))) == 0
