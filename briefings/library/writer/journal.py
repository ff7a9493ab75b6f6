"""How the journal grows, and how what it says now follows.

Undo takes back the last step of a document that counts: a change of its briefing, or a rule that
was taught from it. Without a document it is the last rule. A change after an undo cuts off what
could have been redone. That a briefing was read is no step, since opening it says so.

Changes that were made together are one step. Each is an entry of its own, and those after the
first, which leads the step, name it in `of`, as undo and redo name what they are about.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from briefings.corrections import (
    Change,
    Correction,
    Mark,
    RemoveRule,
    Rule,
    SetRead,
    Withdraw,
)
from briefings.corrections.coding import VERSION, decode, encode, kind_of
from briefings.document import Document
from briefings.errors import LibraryError
from briefings.library.marks import marks_of
from briefings.library.records import Act
from briefings.library.replay import (
    Replayed,
    corrections_of,
    laid_over,
    numbered_corrections,
    rules_in,
)
from briefings.library.rows import found_in, number_of
from briefings.library.writer.following import follow, follow_some, mark_stale
from briefings.library.writer.marks import derive_marks
from briefings.library.writer.rules import check_rule, derive_rules
from briefings.library.writer.shown import derive_shown, show
from briefings.library.writer.transactions import atomic

_STEPS = {
    Act.UNDO: "SELECT max(number) FROM changes WHERE state = 'done' AND class != 'read'",
    Act.REDO: "SELECT min(number) FROM changes WHERE state = 'undone'",
}
_PARTS = """
    SELECT number FROM changes JOIN journal USING (number)
    WHERE changes.document IS ?1 AND state = ?2 AND class != 'read'
    AND (number = ?3 OR journal.of = ?3 OR number = ?4)
    ORDER BY number
"""
_BEFORE = {Act.UNDO: "done", Act.REDO: "undone"}


def record(
    connection: sqlite3.Connection, document_id: str | None, change: Change, moment: str
) -> int | None:
    """Put a change into the journal, and let everything follow.

    Args:
        connection: To the library.
        document_id: The document it is made in; a rule can do without.
        change: What the reader did.
        moment: The time that is noted.

    Returns:
        The number of the entry; None if all is so already, and nothing was kept.

    Raises:
        LibraryError: There is no such document, or the change does not fit; nothing was kept.
        sqlite3.Error: The library could not be written.
    """
    [number] = record_together(connection, document_id, [change], moment)
    return number


def record_together(
    connection: sqlite3.Connection,
    document_id: str | None,
    changes: Sequence[Change],
    moment: str,
) -> list[int | None]:
    """Put changes into the journal that are one step: all of them, or none.

    Args and Raises: see `record`.

    Returns:
        For each change the number of its entry; None if all was so already.
    """
    numbers: list[int | None] = []
    lead: int | None = None
    with atomic(connection):
        for change in changes:
            if isinstance(change, Rule | RemoveRule):
                number = _put_rule(connection, document_id, change, moment, lead)
            else:
                number = _put(connection, document_id, change, moment, lead)
            lead = lead or number
            numbers.append(number)
    if any(isinstance(change, Rule | RemoveRule) for change in changes):
        follow(connection)
    else:
        follow_some(connection)
    return numbers


def _put(
    connection: sqlite3.Connection,
    document_id: str | None,
    change: Correction | Mark | Withdraw,
    moment: str,
    lead: int | None,
) -> int | None:
    """Put a change of a briefing into the journal; part of a transaction."""
    text = encode(change)
    if document_id is None:
        raise LibraryError("Only a rule can do without a briefing", "open a briefing first")
    document = number_of(connection, document_id)
    result = None
    if isinstance(change, Correction):
        if (result := _tried(connection, document, change)) is None:
            return None
    elif isinstance(change, Withdraw):
        result = _without(connection, document, change)
    elif not marks_of(connection, document).changes_with(change):
        return None
    number = _append(connection, moment, document, kind_of(change), lead, text)
    derive_marks(connection, document)
    if result is not None:
        derive_shown(connection, document, *result)
    return number


def _put_rule(
    connection: sqlite3.Connection,
    document_id: str | None,
    change: Rule | RemoveRule,
    moment: str,
    lead: int | None,
) -> int | None:
    """Put a rule, or the removal of one, into the journal; part of a transaction."""
    text = encode(change)
    document = None if document_id is None else number_of(connection, document_id)
    if not check_rule(connection, change):
        return None
    number = _append(connection, moment, document, kind_of(change), lead, text)
    mark_stale(connection, derive_rules(connection))
    return number


def next_step(connection: sqlite3.Connection, document_id: str | None, act: Act) -> list[int]:
    """The numbers of the changes that undo or redo would be about; empty if there is nothing.

    They are one step, its lead first. Without a document a step is a rule alone.

    Raises:
        LibraryError: There is no such document.
        sqlite3.Error: The library could not be read.
    """
    if document_id is None:
        row = connection.execute(f"{_STEPS[act]} AND class = 'rule'").fetchone()
        return [row[0]] if row[0] is not None else []
    document = number_of(connection, document_id)
    [one] = connection.execute(f"{_STEPS[act]} AND document = ?", (document,)).fetchone()
    if one is None:
        return []
    [of] = connection.execute("SELECT of FROM journal WHERE number = ?", (one,)).fetchone()
    rows = connection.execute(_PARTS, (document, _BEFORE[act], of or one, one))
    return [number for (number,) in rows]


def step(
    connection: sqlite3.Connection, document_id: str | None, act: Act, moment: str
) -> dict[int, int]:
    """Undo the last step, or redo the one that was undone last.

    Returns:
        The numbers of the new entries, by those of the changes that they are about, the lead
        first; empty if there is nothing to undo or redo.

    Raises:
        LibraryError: There is no such document, or a rule would contradict another one.
        sqlite3.Error: The library could not be written.
    """
    with atomic(connection):
        parts = next_step(connection, document_id, act)
        entries: dict[int, int] = {}
        classes: dict[str, int | None] = {}
        for of in parts if act is Act.REDO else reversed(parts):
            document, kind, text = connection.execute(
                "SELECT document, kind, change FROM journal WHERE number = ?", (of,)
            ).fetchone()
            entries[of] = _append(connection, moment, document, act.value, of, "")
            classes[class_of(decode(kind, text))] = document
        if "rule" in classes:
            mark_stale(connection, derive_rules(connection))
        for name, document in classes.items():
            if name != "rule" and document is not None:
                derive_marks(connection, document)
            if name in ("correction", "withdrawal") and document is not None:
                show(connection, document)
    if parts:
        follow(connection)
    return {of: entries[of] for of in parts}


def rebuild(connection: sqlite3.Connection) -> None:
    """Make everything anew that is derived from the journal.

    Raises:
        LibraryError: The journal holds what cannot be read.
        sqlite3.Error: The library could not be written.
    """
    with atomic(connection):
        connection.execute("DELETE FROM changes")
        entries = connection.execute(
            "SELECT number, document, kind, of, change FROM journal ORDER BY number"
        ).fetchall()
        for entry in entries:
            _count(connection, *entry)
        derive_rules(connection)
        for (document,) in connection.execute("SELECT number FROM documents").fetchall():
            derive_marks(connection, document)
            show(connection, document)
        connection.execute("DELETE FROM stale")


def class_of(change: Change) -> str:
    """Which of the five classes of changes it belongs to."""
    if isinstance(change, Withdraw):
        return "withdrawal"
    if isinstance(change, SetRead):
        return "read"
    if isinstance(change, Mark):
        return "mark"
    return "correction" if isinstance(change, Correction) else "rule"


def _tried(
    connection: sqlite3.Connection, document: int, correction: Correction
) -> tuple[Document, Replayed] | None:
    """What a correction makes of a briefing; None if it changes nothing."""
    text, found = found_in(connection, document)
    rules, before = rules_in(connection), corrections_of(connection, document)
    result = laid_over(text, found, rules, [*before, correction])
    for unfitting in result.unfitting[-1:]:
        if unfitting.correction is correction:
            raise LibraryError(unfitting.reason.removesuffix("."), "nothing was changed")
    return (text, result) if result.is_changed else None


def _without(
    connection: sqlite3.Connection, document: int, change: Withdraw
) -> tuple[Document, Replayed]:
    """What the other corrections make of a briefing."""
    corrections = numbered_corrections(connection, document)
    if corrections.pop(change.change, None) is None:
        raise LibraryError(
            f"There is no correction {change.change} in this briefing", "choose another one"
        )
    text, found = found_in(connection, document)
    return text, laid_over(text, found, rules_in(connection), list(corrections.values()))


def _append(
    connection: sqlite3.Connection,
    moment: str,
    document: int | None,
    kind: str,
    of: int | None,
    text: str,
) -> int:
    """Add an entry to the journal, and let the table of changes follow."""
    cursor = connection.execute(
        "INSERT INTO journal (moment, document, kind, version, of, change)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (moment, document, kind, VERSION, of, text),
    )
    number = cursor.lastrowid
    assert number is not None, "an INSERT always sets it"
    _count(connection, number, document, kind, of, text)
    return number


def _count(
    connection: sqlite3.Connection,
    number: int,
    document: int | None,
    kind: str,
    of: int | None,
    text: str,
) -> None:
    """Let the table of changes follow an entry of the journal."""
    if kind in _BEFORE:
        state = "undone" if kind == Act.UNDO else "done"
        connection.execute("UPDATE changes SET state = ? WHERE number = ?", (state, of))
        return
    name = class_of(decode(kind, text))
    if name != "read":
        connection.execute(
            "UPDATE changes SET state = 'cut' WHERE document IS ? AND state = 'undone'",
            (document,),
        )
    connection.execute(
        "INSERT INTO changes (number, document, class, state) VALUES (?, ?, ?, 'done')",
        (number, document, name),
    )
