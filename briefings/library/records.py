"""What the journal of a library hands out: changes and what became of them, notes, marks, rules."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefings.corrections import Change, QuestionStatus, Rule, Subject


class Act(StrEnum):
    """What an entry of the journal does with a change."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of a change, an undo or a redo.

    Attributes:
        number: That of the entry in the journal; 0 if there is no new one.
        act: What was done with the change.
        change: The change itself.
        document_id: The briefing it is about; None for a rule that was taught without one.
        is_new: False if all was so already; then nothing was kept, and undo knows nothing of it.
        also: The other changes that undo and redo took with it, as they are one step.
    """

    number: int
    act: Act
    change: Change
    document_id: str | None
    is_new: bool = True
    also: tuple[Change, ...] = ()


class State(StrEnum):
    """Whether a change counts."""

    DONE = "done"
    UNDONE = "undone"
    """It was undone and can be redone."""
    CUT = "cut"
    """It was undone, and something else was done then; the journal alone still has it."""
    WITHDRAWN = "withdrawn"
    """A correction that counts no longer because a later `Withdraw` says so."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the history of a briefing or of the rules: a change, with what belongs to it.

    Attributes:
        number: That of its entry in the journal.
        moment: When it was made: ISO 8601 in UTC, to the second.
        change: The change.
        state: Whether it counts now.
        text: What it did, as a sentence for people without a full stop.
        also: What was done together with it, undone and redone with it, and counts as it does.
    """

    number: int
    moment: str
    change: Change
    state: State
    text: str
    also: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the reader's.

    Attributes:
        number: By which it is edited and deleted.
        text: What it says.
        about: What it is about.
        written: When it was written: ISO 8601 in UTC, to the second.
        changed: When it was last changed.
    """

    number: int
    text: str
    about: Subject
    written: str
    changed: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What the reader has put beside one briefing.

    Attributes:
        is_read: Whether it was read.
        is_starred: Whether it has a star.
        tags: In the order in which they were added.
        notes: On the whole briefing, and those whose item is not found any more; oldest first.
        notes_of: The notes on an item, by its id in `Stored.briefing`.
        statuses: What has become of a question, by its id in `Stored.briefing`; open if missing.
    """

    is_read: bool
    is_starred: bool
    tags: tuple[str, ...]
    notes: tuple[Note, ...]
    notes_of: dict[str, tuple[Note, ...]]
    statuses: dict[str, QuestionStatus]


@dataclass(frozen=True, slots=True)
class HeldRule:
    """A rule that holds for the whole library.

    Attributes:
        number: By which it is removed.
        rule: The rule.
        moment: When it was taught: ISO 8601 in UTC, to the second.
        briefings: In how many briefings it changes something.
        text: What it says, as a sentence for people without a full stop.
    """

    number: int
    rule: Rule
    moment: str
    briefings: int
    text: str
