"""Any changes at all can be undone and done again, and any text is kept as it was typed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.corrections import WriteNote
from briefings.errors import LibraryError
from briefings.library import Library, Stored, writer
from tests.corrections.examples import DOCUMENT, FOUND
from tests.corrections.strategies import briefings_of, corrections_of, texts
from tests.library.journals import ID, derived


def shown(stored: Stored) -> tuple[object, ...]:
    return stored.briefing, stored.unfitting, stored.entry


@given(st.data())
@settings(deadline=None, max_examples=50)
def test_any_changes_undone_give_the_original_and_redone_what_they_were(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("any") / "library.db"
    text = data.draw(texts())
    found = data.draw(briefings_of(text))
    identity = text.document.id
    with Library.open(path) as library:
        library.add(text.document, found)
        seen = [shown(library.get(identity))]
        tables = derived(path)
        for change in range(data.draw(st.integers(1, 5))):
            correction = data.draw(corrections_of(text, library.get(identity).briefing))
            note = WriteNote(data.draw(st.text(min_size=1)) + str(change))
            for each in (correction, note):
                try:
                    if library.journal.record(identity, each).is_new:
                        seen.append(shown(library.get(identity)))
                except LibraryError:
                    assert shown(library.get(identity)) == seen[-1]
        last = derived(path)
        for state in reversed(seen[:-1]):
            assert library.journal.undo(identity)
            assert shown(library.get(identity)) == state
        assert library.journal.undo(identity) is None
        assert library.get(identity).briefing == found
        assert {**derived(path), "changes": []} == {**tables, "changes": []}
        for state in seen[1:]:
            assert library.journal.redo(identity)
            assert shown(library.get(identity)) == state
        assert library.journal.redo(identity) is None
        assert derived(path) == last
        writer.rebuild(library._connection)
        assert derived(path) == last


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4))
@settings(deadline=None, max_examples=40)
def test_any_text_is_kept_as_it_was_typed(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    path = tmp_path_factory.mktemp("any") / "library.db"
    wanted = [text for text in texts if text.strip()]
    with Library.open(path) as library:
        library.add(DOCUMENT, FOUND)
        for text in wanted:
            library.journal.record(ID, WriteNote(text))
    with Library.open(path, read_only=True) as library:
        assert [note.text for note in library.journal.notes(ID)] == wanted
