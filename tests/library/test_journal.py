"""What a reader does is kept, can be undone and redone, and is shown wherever it matters."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from briefings.corrections import (
    AddTag,
    Anchors,
    Change,
    DeleteNote,
    EditNote,
    HideQuestion,
    QuestionStatus,
    RemoveTag,
    Rename,
    SetQuestionStatus,
    SetRead,
    SetStance,
    SetStar,
    Withdraw,
    WriteNote,
)
from briefings.errors import LibraryError
from briefings.library import Act, Library, State
from tests.corrections.examples import ANCHORS, FOUND, PROMISE
from tests.library.journals import ID, MERGE, QUESTION, STANCE, derived


def test_a_correction_is_seen_wherever_the_briefing_is(library: Library) -> None:
    recorded = library.journal.record(ID, MERGE)

    assert (recorded.act, recorded.change, recorded.is_new) == (Act.DO, MERGE, True)
    assert library.journal.describe(MERGE) == "Merged ‘Selma Brandt’ into ‘Mira Okafor’"
    stored = library.get(ID)
    assert [actor.name for actor in stored.briefing.actors] == ["Mira Okafor", "Norrland"]
    assert stored.found == FOUND
    assert (stored.unfitting, stored.entry.actors) == ((), 1)
    assert library.find(ID) == stored.entry
    assert [actor.name for actor in library.actors()] == ["Mira Okafor"]


def test_undo_and_redo_reach_over_restarts(path: Path) -> None:
    with Library.open(path) as library:
        library.journal.record(ID, MERGE)
        library.journal.record(ID, STANCE)
        corrected = library.get(ID).briefing
    with Library.open(path) as library:
        assert library.journal.can_undo(ID) == STANCE
        assert library.journal.can_redo(ID) is None
        undone = [library.journal.undo(ID) for _ in range(3)]
        assert [one and (one.act, one.change) for one in undone] == [
            (Act.UNDO, STANCE),
            (Act.UNDO, MERGE),
            None,
        ]
        stored = library.get(ID)
        assert stored.briefing == stored.found == FOUND
        assert [actor.name for actor in library.actors()] == ["Mira Okafor", "Selma Brandt"]
    with Library.open(path) as library:
        redone = [library.journal.redo(ID) for _ in range(3)]
        assert [one and one.change for one in redone] == [MERGE, STANCE, None]
        assert library.get(ID).briefing == corrected


def test_a_change_after_an_undo_cuts_off_what_could_be_redone(library: Library) -> None:
    journal = library.journal
    journal.record(ID, MERGE)
    journal.record(ID, STANCE)
    journal.undo(ID)
    journal.record(ID, SetStar(True))

    assert journal.redo(ID) is None
    assert [(step.change, step.state) for step in journal.history(ID)] == [
        (MERGE, State.DONE),
        (STANCE, State.CUT),
        (SetStar(True), State.DONE),
    ]
    assert journal.history(ID)[2].text == "Starred the briefing"
    assert [journal.can_undo(ID), journal.undo(ID) and journal.can_undo(ID)] == [
        SetStar(True),
        MERGE,
    ]


def test_nothing_of_the_journal_is_ever_changed_or_deleted(path: Path, library: Library) -> None:
    library.journal.record(ID, WriteNote("Ask her."))
    library.journal.undo(ID)
    library.journal.record(ID, SetStar(True))

    with closing(sqlite3.connect(path)) as other:
        texts = [text for (text,) in other.execute("SELECT change FROM journal")]
        assert "Ask her." in texts[0]
        for statement in ("DELETE FROM journal", "UPDATE journal SET change = ''"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
                other.execute(statement)


def test_what_changes_nothing_is_not_kept(library: Library) -> None:
    same: list[Change] = [
        SetStance(ANCHORS.position("p1"), PROMISE.stance),
        SetStar(False),
        SetRead(False),
        RemoveTag("ferry"),
        SetQuestionStatus(QUESTION, QuestionStatus.OPEN),
    ]
    for change in same:
        assert not library.journal.record(ID, change).is_new
    assert library.journal.history(ID) == ()
    assert library.journal.can_undo(ID) is None


def test_what_does_not_fit_is_refused_and_not_kept(library: Library) -> None:
    gone = Rename(replace(ANCHORS.actor("a1"), name="Tomas Ruiz"), "Ruiz")
    refused: list[tuple[str | None, Change, str]] = [
        (ID, gone, "“Tomas Ruiz” is not found here"),
        (ID, WriteNote(" "), "The note is empty"),
        (ID, AddTag("\n"), "The tag is empty"),
        (ID, EditNote(7, "new"), "There is no note 7"),
        (ID, DeleteNote(7), "There is no note 7"),
        (ID, WriteNote("half \ud83d"), "half of a surrogate pair"),
        (None, SetStar(True), "Only a rule can do without a briefing"),
        ("f" * 64, SetStar(True), "The library has no briefing"),
    ]
    for identity, change, message in refused:
        with pytest.raises(LibraryError, match=message):
            library.journal.record(identity, change)
    with pytest.raises(LibraryError, match="has no briefing"):
        library.journal.undo("f" * 64)
    assert library.journal.history(ID) == ()


def test_reading_only_shows_everything_and_changes_nothing(path: Path, library: Library) -> None:
    library.journal.record(ID, MERGE)
    with Library.open(path, read_only=True) as reading:
        assert len(reading.get(ID).briefing.actors) == 2
        assert reading.journal.can_undo(ID) == MERGE
        with pytest.raises(LibraryError, match="reading only"):
            reading.journal.undo(ID)
        with pytest.raises(LibraryError, match="reading only"):
            reading.journal.redo(ID)
        with pytest.raises(LibraryError, match="reading only"):
            reading.journal.record(ID, STANCE)


def test_an_earlier_correction_is_withdrawn(library: Library) -> None:
    journal = library.journal
    hidden = journal.record(ID, HideQuestion(QUESTION)).number
    journal.record(ID, STANCE)
    recorded = journal.record(ID, Withdraw(hidden))

    stored = library.get(ID)
    assert stored.briefing.questions == FOUND.questions
    assert stored.briefing.positions != FOUND.positions
    assert stored.entry.questions == len(FOUND.questions)
    assert [step.state for step in journal.history(ID)] == [
        State.WITHDRAWN,
        State.DONE,
        State.DONE,
    ]
    assert journal.describe(recorded.change) == f"Withdrew correction {hidden}"
    with pytest.raises(LibraryError, match=f"There is no correction {hidden}"):
        journal.record(ID, Withdraw(hidden))
    assert journal.undo(ID)
    assert len(library.get(ID).briefing.questions) == 1
    assert journal.redo(ID)
    assert library.get(ID) == stored


def test_two_programs_record_in_turn(path: Path, library: Library) -> None:
    with Library.open(path) as other:
        for number in range(6):
            (library, other)[number % 2].journal.record(ID, AddTag(f"tag {number}"))
        assert library.get(ID).entry.tags == tuple(f"tag {number}" for number in range(6))
        assert library.journal.undo(ID)
        assert other.journal.undo(ID)
        assert other.get(ID) == library.get(ID)
        assert library.get(ID).entry.tags == tuple(f"tag {number}" for number in range(4))
        library.journal.record(ID, SetStar(True))
        assert other.journal.redo(ID) is None
        assert other.journal.can_undo(ID) == SetStar(True)


def test_what_cannot_be_kept_whole_is_not_kept_at_all(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = derived(path)

    def fails(*_: object) -> None:
        raise sqlite3.OperationalError("no room")

    monkeypatch.setattr("briefings.library.writer.journal.derive_shown", fails)
    with pytest.raises(LibraryError):
        library.journal.record(ID, MERGE)
    assert library.journal.history(ID) == ()
    assert derived(path) == before


def test_a_journal_of_a_newer_program_is_refused_in_a_sentence(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        number = other.execute(
            "INSERT INTO journal (moment, document, kind, version, change)"
            " VALUES ('', 1, 'turn to gold', 1, '{}')"
        ).lastrowid
        other.execute("INSERT INTO changes VALUES (?, 1, 'correction', 'done')", (number,))
    with Library.open(path) as library, pytest.raises(LibraryError, match="turn to gold"):
        library.get(ID)


def test_corrections_are_anchored_to_what_is_shown_then(library: Library) -> None:
    library.journal.record(ID, Rename(ANCHORS.actor("a1"), "M. Okafor"))
    stored = library.get(ID)
    renamed = Anchors(stored.document, stored.briefing).actor("a1")
    library.journal.record(ID, Rename(renamed, "Minister Okafor"))

    assert library.get(ID).briefing.actor("a1").name == "Minister Okafor"
    assert library.journal.undo(ID)
    assert library.get(ID).briefing == stored.briefing
