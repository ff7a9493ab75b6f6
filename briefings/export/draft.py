"""A briefing on its way to a note: what of it, with which marks of the reader's, in which style.

A style is what the flavours of Markdown write differently; this module has the portable one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from briefings.briefing import Position
from briefings.corrections import QuestionStatus
from briefings.export.escaping import escaped, yaml_string
from briefings.library import Stored
from briefings.library.records import Marks

UNMARKED = Marks(False, False, (), (), {}, {})
"""What a reader has put beside a briefing before they have put anything."""

SETTLED = frozenset({QuestionStatus.ANSWERED, QuestionStatus.OVERTAKEN, QuestionStatus.DROPPED})
"""The statuses of a question that nobody needs to come back to."""


class What(StrEnum):
    """Which part of a briefing is exported."""

    ALL = "all"
    ACTORS = "actors"
    POSITIONS = "positions"
    QUESTIONS = "questions"
    COMMITMENTS = "commitments"


class Style:
    """Portable Markdown; a flavour overrides what it writes otherwise."""

    def actor(self, name: str) -> str:
        """The name of an actor in the text."""
        return escaped(name)

    def property(self, name: str) -> str:
        """The name of an actor in the front matter."""
        return yaml_string(name)

    def box(self, status: QuestionStatus) -> str:
        """The box of a question as a task."""
        return "[x]" if status in SETTLED else "[ ]"

    def fields(self, **values: str) -> str:
        """Facts about an item for programs that read the note; values are not escaped."""
        return ""

    def anchor(self, identity: str) -> str:
        """What makes a line one that can be linked to; stands at its end."""
        return ""

    def inferred(self, words: str) -> list[str]:
        """The line that says that what follows was inferred."""
        return [words]

    def finished(self, body: str) -> str:
        """The text of a note below its front matter, with the last touches."""
        return body


PORTABLE = Style()


@dataclass(frozen=True)
class Draft:
    """What is to be written.

    Attributes:
        stored: The briefing.
        marks: What the reader has put beside it.
        what: Which part of it.
        style: How it is written.
    """

    stored: Stored
    marks: Marks = UNMARKED
    what: What = What.ALL
    style: Style = field(default=PORTABLE)

    @property
    def identity(self) -> str:
        """What identifies the note: the beginning of the document's id, and which part it is."""
        part = "" if self.what is What.ALL else f"-{self.what}"
        return f"{self.stored.document.id[:16]}{part}"

    def has(self, what: What) -> bool:
        """Whether a part is to be written."""
        return self.what in (what, What.ALL)

    def status(self, question: str) -> QuestionStatus:
        """What has become of a question, by its id."""
        return self.marks.statuses.get(question, QuestionStatus.OPEN)

    @cached_property
    def held(self) -> dict[str, list[Position]]:
        """The positions that a reader is shown, by the id of each holder."""
        found: dict[str, list[Position]] = {}
        for position in self.stored.briefing.stands:
            for holder in dict.fromkeys(position.holders):
                found.setdefault(holder, []).append(position)
        return found

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of all actors as they stand in the text, by id."""
        return {one.id: self.style.actor(one.name) for one in self.stored.briefing.actors}

    @property
    def open_questions(self) -> int:
        """How many questions are not settled."""
        statuses = [self.status(question.id) for question in self.stored.briefing.questions]
        return sum(status not in SETTLED for status in statuses)
