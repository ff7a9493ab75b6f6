"""What the reader does: recorded, undone, redone, and read again."""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from briefings.corrections import (
    Change,
    Correction,
    QuestionStatus,
    RemoveRule,
    Rule,
    Subject,
    describe,
    describe_rule,
    find_actor,
    find_position,
    find_question,
)
from briefings.corrections.coding import decode
from briefings.errors import LibraryError
from briefings.library import writer
from briefings.library.connection import explained
from briefings.library.marks import Sum, marks_of
from briefings.library.records import Act, HeldRule, Marks, Note, Recorded, State, Step
from briefings.library.replay import numbered_corrections, rule
from briefings.library.rows import number_of, snapshot
from briefings.library.rule_files import read_rules, write_rules
from briefings.library.values import Stored, moment

_HISTORY = """
    SELECT number, moment, kind, change, state, journal.of FROM changes JOIN journal USING (number)
    WHERE {} ORDER BY number
"""
_RULES = """
    SELECT number, moment, rules.kind, rule,
           (SELECT count(*) FROM rule_uses WHERE rule_uses.rule = number)
    FROM rules JOIN journal USING (number) ORDER BY number
"""


class Journal:
    """The journal of a library; `Library.journal` gives it.

    The journal is only ever added to: an undo is an entry too, and what was undone stays readable.
    Undo and redo reach back over any number of steps, also those of earlier days and of another
    program that has the same library open.

    One undo takes back the last *step* in a briefing: a correction, note, tag, star, question
    status, or a rule that was taught from this briefing; changes that were recorded together are
    one step. That a briefing was read (`SetRead`) is no step.
    Where `document_id` is None, undo and redo are about the rules alone, wherever they were taught.
    A step after an undo cuts off what could have been redone there.

    Every method raises LibraryError if the file cannot be read or written, if there is no such
    briefing (`document_id` is a whole id), or if the change is refused; then nothing was changed.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, *, is_read_only: bool) -> None:
        self._connection = connection
        self._path = path
        self._is_read_only = is_read_only

    def record(self, document_id: str | None, change: Change) -> Recorded:
        """Do a change, in one transaction with all that follows from it.

        Args:
            document_id: The briefing that the reader is in; None only for rules.
            change: A correction, a mark, a rule, or the removal of a rule.

        Raises:
            LibraryError: The change does not fit the briefing, says nothing, or contradicts a
                rule; the message says why.
        """
        [recorded] = self.record_together(document_id, [change])
        return recorded

    def record_together(
        self, document_id: str | None, changes: Sequence[Change]
    ) -> tuple[Recorded, ...]:
        """Do changes that are one step for undo and redo, all in one transaction.

        Args:
            document_id: See `record`.
            changes: Each sees what those before it did.

        Raises:
            LibraryError: One of them is refused; then none was done.
        """
        self._check_is_writable()
        with explained(self._path):
            numbers = writer.record_together(self._connection, document_id, changes, moment())
        return tuple(
            Recorded(number or 0, Act.DO, change, document_id, number is not None)
            for number, change in zip(numbers, changes, strict=True)
        )

    def undo(self, document_id: str | None = None) -> Recorded | None:
        """Take back the last step; None if there is none."""
        return self._step(document_id, Act.UNDO)

    def redo(self, document_id: str | None = None) -> Recorded | None:
        """Do again what was undone last; None if there is nothing."""
        return self._step(document_id, Act.REDO)

    def can_undo(self, document_id: str | None = None) -> Change | None:
        """What an undo would take back; None if there is nothing."""
        return self._next(document_id, Act.UNDO)

    def can_redo(self, document_id: str | None = None) -> Change | None:
        """What a redo would do again; None if there is nothing."""
        return self._next(document_id, Act.REDO)

    def history(self, document_id: str | None = None) -> tuple[Step, ...]:
        """Every step in a briefing, or of the rules, also those undone; oldest first.

        The numbers of its corrections are what `Withdraw` takes: to show again what was hidden,
        or to be done with a correction that does not fit any more.
        """
        with explained(self._path), snapshot(self._connection):
            if document_id is None:
                rows = self._connection.execute(_HISTORY.format("class = 'rule'"))
                return tuple(_step_of(*row[:5]) for row in rows)
            number = number_of(self._connection, document_id)
            counting = numbered_corrections(self._connection, number)
            rows = self._connection.execute(_HISTORY.format("changes.document = ?"), (number,))
            found = [(_counted(_step_of(*row[:5]), counting), row[5]) for row in rows]
        return _joined(found)

    def notes(self, document_id: str) -> tuple[Note, ...]:
        """All notes on a briefing and its items, oldest first."""
        return tuple(self._sum(document_id).notes.values())

    def marks(self, stored: Stored) -> Marks:
        """What the reader has put beside a briefing, by the items in front of them.

        Args:
            stored: The briefing as `Library.get` gives it.
        """
        total = self._sum(stored.document.id)
        on_items: dict[str, tuple[Note, ...]] = {}
        others = []
        for note in total.notes.values():
            item = item_of(stored, note.about)
            if item:
                on_items[item] = (*on_items.get(item, ()), note)
            else:
                others.append(note)
        statuses: dict[str, QuestionStatus] = {}
        for _, anchor, status in sorted(total.statuses.values(), key=lambda one: one[0]):
            if question := find_question(stored.briefing, anchor):
                statuses[question.id] = status
        return Marks(total.is_read, total.is_starred, total.tags, tuple(others), on_items, statuses)

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag of the library with the number of briefings that carry it, by name."""
        with explained(self._path):
            rows = self._connection.execute("SELECT tag, count(*) FROM tags GROUP BY tag")
            return tuple((str(tag), int(count)) for tag, count in rows)

    def rules(self) -> tuple[HeldRule, ...]:
        """The rules that hold for the whole library, oldest first."""
        with explained(self._path):
            rows = self._connection.execute(_RULES).fetchall()
        held = [(number, rule(kind, text), date, uses) for number, date, kind, text, uses in rows]
        return tuple(
            HeldRule(number, one, date, uses, describe_rule(one))
            for number, one, date, uses in held
        )

    def remove_rule(self, number: int) -> Recorded:
        """Let a rule hold no longer; undo brings it back."""
        return self.record(None, RemoveRule(number))

    def export_rules(self) -> str:
        """All rules as TOML, for `import_rules` of another library."""
        return write_rules([held.rule for held in self.rules()])

    def import_rules(self, text: str) -> tuple[list[Rule], list[tuple[Rule, LibraryError]]]:
        """Teach the rules of a file; each that is new and fits is a step of its own.

        Args:
            text: What `export_rules` wrote, perhaps edited.

        Returns:
            The rules that were taught, and those that were refused with the reason. Those that
            hold already are in neither.

        Raises:
            LibraryError: It is not such a file; nothing was taught.
        """
        taught: list[Rule] = []
        refused: list[tuple[Rule, LibraryError]] = []
        for one in read_rules(text):
            try:
                if self.record(None, one).is_new:
                    taught.append(one)
            except LibraryError as error:
                refused.append((one, error))
        return taught, refused

    def describe(self, change: Change) -> str:
        """What a change does, in the past tense, without a full stop."""
        return describe(change)

    def _step(self, document_id: str | None, act: Act) -> Recorded | None:
        self._check_is_writable()
        with explained(self._path):
            entries = writer.step(self._connection, document_id, act, moment())
            changes = [self._change(number) for number in entries]
        if not changes:
            return None
        return Recorded(
            next(iter(entries.values())), act, changes[0], document_id, True, tuple(changes[1:])
        )

    def _next(self, document_id: str | None, act: Act) -> Change | None:
        with explained(self._path):
            numbers = writer.next_step(self._connection, document_id, act)
            return self._change(numbers[0]) if numbers else None

    def _change(self, number: int) -> Change:
        query = "SELECT kind, change FROM journal WHERE number = ?"
        return decode(*self._connection.execute(query, (number,)).fetchone())

    def _sum(self, document_id: str) -> Sum:
        with explained(self._path):
            return marks_of(self._connection, number_of(self._connection, document_id))

    def _check_is_writable(self) -> None:
        if self._is_read_only:
            raise LibraryError(
                f"{self._path} was opened for reading only", "open it for writing to change it"
            )


def item_of(stored: Stored, about: Subject) -> str:
    """The id of the item that a note is about; empty if it is the briefing, or not found."""
    found: Iterable[object] = (
        about.actor and find_actor(stored.briefing, about.actor, loosely=True),
        about.position and find_position(stored.briefing, about.position),
        about.question and find_question(stored.briefing, about.question),
    )
    return next((str(getattr(item, "id", "")) for item in found if item), "")


def _step_of(number: int, date: str, kind: str, text: str, state: str) -> Step:
    change = decode(kind, text)
    return Step(number, date, change, State(state), describe(change))


def _counted(step: Step, counting: Container[int]) -> Step:
    """A step of a briefing in which some corrections count."""
    is_correction = step.state is State.DONE and isinstance(step.change, Correction)
    if is_correction and step.number not in counting:
        return replace(step, state=State.WITHDRAWN)
    return step


def _joined(found: Iterable[tuple[Step, int | None]]) -> tuple[Step, ...]:
    """Steps, each with those that name it as their lead, unless it counts and they do not."""
    steps: dict[int, Step] = {}
    for step, of in found:
        lead = steps.get(of or 0)
        if lead is not None and lead.state is step.state:
            text = f"{lead.text}. {step.text}"
            steps[lead.number] = replace(lead, text=text, also=(*lead.also, step))
        else:
            steps[step.number] = step
    return tuple(steps.values())
