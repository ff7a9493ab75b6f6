"""What the reader puts beside a briefing: notes, tags, a star, the status of questions."""

from __future__ import annotations

from briefings.corrections import (
    AddTag,
    DeleteNote,
    EditNote,
    HideQuestion,
    QuestionStatus,
    RemoveTag,
    SetQuestionStatus,
    SetRead,
    SetStar,
    Subject,
    WriteNote,
)
from briefings.library import Library
from tests.corrections.examples import ANCHORS, passage
from tests.library.journals import ID, MERGE, QUESTION


def test_notes_are_written_changed_and_deleted(library: Library) -> None:
    journal = library.journal
    first = journal.record(
        ID, WriteNote("Ask her.", Subject(position=ANCHORS.position("p1")))
    ).number
    journal.record(ID, WriteNote("Good piece.\nRead again."))
    journal.record(ID, WriteNote("On words", Subject(passage=passage("his fish"))))
    journal.record(ID, EditNote(first, "Ask him."))

    notes = journal.notes(ID)
    assert [note.text for note in notes] == ["Ask him.", "Good piece.\nRead again.", "On words"]
    assert notes[0].number == first
    marks = journal.marks(library.get(ID))
    assert marks.notes_of == {"p1": (notes[0],)}
    assert marks.notes == notes[1:]
    assert library.get(ID).entry.notes == 3
    journal.record(ID, DeleteNote(first))
    assert len(journal.notes(ID)) == 2
    journal.undo(ID)
    journal.undo(ID)
    assert journal.notes(ID)[0].text == "Ask her."


def test_a_note_follows_its_actor_into_a_merge_and_survives_its_end(library: Library) -> None:
    journal = library.journal
    journal.record(ID, WriteNote("Mayor since 2030?", Subject(actor=ANCHORS.actor("a2"))))
    journal.record(ID, WriteNote("Who?", Subject(question=QUESTION)))
    journal.record(ID, MERGE)
    journal.record(ID, HideQuestion(QUESTION))

    marks = journal.marks(library.get(ID))
    assert [note.text for note in marks.notes_of["a1"]] == ["Mayor since 2030?"]
    assert [note.text for note in marks.notes] == ["Who?"]


def test_the_rows_of_the_list_say_what_the_reader_marked(library: Library) -> None:
    journal = library.journal
    for change in (SetStar(True), AddTag("Ferry "), AddTag("2031"), SetRead(True)):
        assert journal.record(ID, change).is_new
    assert not journal.record(ID, AddTag("ferry")).is_new

    [entry] = library.entries()
    assert (entry.is_starred, entry.is_read, entry.tags) == (True, True, ("Ferry", "2031"))
    assert journal.tags() == (("2031", 1), ("Ferry", 1))
    journal.record(ID, RemoveTag("FERRY"))
    marks = journal.marks(library.get(ID))
    assert (marks.is_starred, marks.is_read, marks.tags) == (True, True, ("2031",))


def test_that_a_briefing_was_read_is_no_step_back(library: Library) -> None:
    journal = library.journal
    journal.record(ID, SetStar(True))
    journal.undo(ID)
    journal.record(ID, SetRead(True))

    assert journal.can_undo(ID) is None
    assert journal.redo(ID)
    assert [entry.is_read for entry in library.entries()] == [True]


def test_a_question_has_a_status(library: Library) -> None:
    journal = library.journal
    journal.record(ID, SetQuestionStatus(QUESTION, QuestionStatus.NARROWED))
    journal.record(ID, SetQuestionStatus(QUESTION, QuestionStatus.ANSWERED))

    assert journal.marks(library.get(ID)).statuses == {"q1": QuestionStatus.ANSWERED}
    journal.undo(ID)
    assert journal.marks(library.get(ID)).statuses == {"q1": QuestionStatus.NARROWED}
