"""What the marks of a reader add up to: the notes, tags, star and statuses of one document."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from briefings.corrections import (
    AddTag,
    DeleteNote,
    EditNote,
    Mark,
    QuestionAnchor,
    QuestionStatus,
    RemoveTag,
    SetQuestionStatus,
    SetRead,
    SetRemoved,
    SetStar,
    WriteNote,
)
from briefings.corrections.anchors import folded
from briefings.corrections.coding import decode
from briefings.document import Span
from briefings.errors import LibraryError
from briefings.library.records import Note

_DONE = """
    SELECT number, moment, kind, change FROM changes JOIN journal USING (number)
    WHERE changes.document = ? AND state = 'done' AND class IN ('mark', 'read')
    ORDER BY number
"""


@dataclass(frozen=True, slots=True)
class Dated:
    """A mark with the number and the moment of its entry in the journal."""

    number: int
    moment: str
    mark: Mark


@dataclass(slots=True)
class Sum:
    """What marks add up to.

    Attributes:
        is_read: Whether the briefing was read.
        is_starred: Whether it has a star.
        removal: The number of the entry that took it out of the library; 0 if it is in it.
        tags: Its tags in the order in which they were added.
        notes: By the number of the entry that wrote each, oldest first.
        statuses: By where the question stands: the number of the entry, the question, its status.
    """

    is_read: bool = False
    is_starred: bool = False
    removal: int = 0
    tags: tuple[str, ...] = ()
    notes: dict[int, Note] = field(default_factory=dict)
    statuses: dict[tuple[Span, Span], tuple[int, QuestionAnchor, QuestionStatus]] = field(
        default_factory=dict
    )

    @property
    def is_removed(self) -> bool:
        """Whether it was taken out of the library."""
        return self.removal > 0

    def changes_with(self, mark: Mark) -> bool:
        """Whether a mark would change anything.

        Raises:
            LibraryError: It cannot be made: it says nothing, or is about a note that is not there.
        """
        match mark:
            case WriteNote():
                return bool(_said(mark.text, "note"))
            case EditNote():
                return _said(mark.text, "note") != self._note(mark.note).text
            case DeleteNote():
                return bool(self._note(mark.note).number)
            case SetQuestionStatus():
                question = mark.question
                old = self.statuses.get((question.sentence, question.cue.span))
                return mark.status is not (old[2] if old else QuestionStatus.OPEN)
            case AddTag():
                return folded(_said(mark.tag, "tag")) not in map(folded, self.tags)
            case RemoveTag():
                return folded(mark.tag) in map(folded, self.tags)
            case SetStar():
                return mark.is_starred is not self.is_starred
            case SetRead():
                return mark.is_read is not self.is_read
            case SetRemoved():
                return mark.is_removed is not self.is_removed

    def add(self, dated: Dated) -> None:
        """Let one more mark count."""
        match dated.mark:
            case WriteNote() as mark:
                self.notes[dated.number] = Note(
                    dated.number, mark.text, mark.about, dated.moment, dated.moment
                )
            case EditNote() as mark if mark.note in self.notes:
                note = self.notes[mark.note]
                self.notes[mark.note] = replace(note, text=mark.text, changed=dated.moment)
            case DeleteNote() as mark:
                self.notes.pop(mark.note, None)
            case SetQuestionStatus() as mark:
                where = (mark.question.sentence, mark.question.cue.span)
                self.statuses[where] = (dated.number, mark.question, mark.status)
            case AddTag() as mark:
                if folded(mark.tag) not in map(folded, self.tags):
                    self.tags += (" ".join(mark.tag.split()),)
            case RemoveTag() as mark:
                gone = folded(mark.tag)
                self.tags = tuple(tag for tag in self.tags if folded(tag) != gone)
            case SetStar() as mark:
                self.is_starred = mark.is_starred
            case SetRead() as mark:
                self.is_read = mark.is_read
            case SetRemoved() as mark:
                self.removal = dated.number if mark.is_removed else 0

    def _note(self, number: int) -> Note:
        if number not in self.notes:
            raise LibraryError(f"There is no note {number} in this briefing", "choose another one")
        return self.notes[number]


def sum_of(marks: Iterable[Dated]) -> Sum:
    """What marks add up to, oldest first."""
    total = Sum()
    for dated in marks:
        total.add(dated)
    return total


def marks_of(connection: sqlite3.Connection, document: int) -> Sum:
    """What the marks of a document that count add up to.

    Args:
        connection: To the library.
        document: The document's number.

    Raises:
        LibraryError: The journal holds what cannot be read.
        sqlite3.Error: The library could not be read.
    """
    found = []
    for number, moment, kind, text in connection.execute(_DONE, (document,)):
        mark = decode(kind, text)
        assert isinstance(mark, Mark), "the class of a change is stored with it"
        found.append(Dated(number, moment, mark))
    return sum_of(found)


def _said(text: str, what: str) -> str:
    if not text.strip():
        raise LibraryError(f"The {what} is empty", "type something")
    return text
