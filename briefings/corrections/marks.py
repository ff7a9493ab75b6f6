"""What a reader adds beside a briefing: notes, tags, a star, how far a question is settled.

That a briefing was removed from the library is such a mark, too: it is hidden, and can come back.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from briefings.corrections.anchors import ActorAnchor, Passage, PositionAnchor, QuestionAnchor


class QuestionStatus(StrEnum):
    """What has become of a question."""

    OPEN = "open"
    NARROWED = "narrowed"
    ANSWERED = "answered"
    OVERTAKEN = "overtaken"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a note is about: one of these, or with none the whole briefing."""

    actor: ActorAnchor | None = None
    position: PositionAnchor | None = None
    question: QuestionAnchor | None = None
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class WriteNote:
    """A new note; it is known by the number of the entry that wrote it."""

    text: str
    about: Subject = Subject()


@dataclass(frozen=True, slots=True)
class EditNote:
    """A note says something else now."""

    note: int
    text: str


@dataclass(frozen=True, slots=True)
class DeleteNote:
    """A note is no longer shown; the journal keeps it."""

    note: int


@dataclass(frozen=True, slots=True)
class SetQuestionStatus:
    """What has become of a question."""

    question: QuestionAnchor
    status: QuestionStatus


@dataclass(frozen=True, slots=True)
class AddTag:
    """The briefing carries a tag."""

    tag: str


@dataclass(frozen=True, slots=True)
class RemoveTag:
    """The briefing no longer carries a tag."""

    tag: str


@dataclass(frozen=True, slots=True)
class SetStar:
    """The briefing is one to come back to, or no longer."""

    is_starred: bool


@dataclass(frozen=True, slots=True)
class SetRead:
    """The briefing has been read, or has not. Opening it does this, so undo passes over it."""

    is_read: bool


@dataclass(frozen=True, slots=True)
class SetRemoved:
    """The briefing is in no list and no search any more, or is again; nothing of it is deleted."""

    is_removed: bool


Mark: TypeAlias = (
    WriteNote | EditNote | DeleteNote | SetQuestionStatus | AddTag | RemoveTag | SetStar | SetRead
    | SetRemoved
)  # fmt: skip
