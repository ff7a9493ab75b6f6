"""How the journal grows, and how what it says now follows.

Undo takes back the last step of a document that counts: a change of its briefing, or a rule that
was taught from it. Without a document it is the last rule. A change after an undo cuts off what
could have been redone. That a briefing was read is no step, since opening it says so.
"""

from __future__ import annotations

import sqlite3

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
    text = encode(change)
    if isinstance(change, Rule | RemoveRule):
        return _record_rule(connection, document_id, change, moment, text)
    with atomic(connection):
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
        number = _append(connection, moment, document, kind_of(change), None, text)
        derive_marks(connection, document)
        if result is not None:
            derive_shown(connection, document, *result)
    follow_some(connection)
    return number


def _record_rule(
    connection: sqlite3.Connection,
    document_id: str | None,
    change: Rule | RemoveRule,
    moment: str,
    text: str,
) -> int | None:
    with atomic(connection):
        document = None if document_id is None else number_of(connection, document_id)
        if not check_rule(connection, change):
            return None
        number = _append(connection, moment, document, kind_of(change), None, text)
        mark_stale(connection, derive_rules(connection))
    follow(connection)
    return number


def next_step(connection: sqlite3.Connection, document_id: str | None, act: Act) -> int | None:
    """The number of the change that undo or redo would be about; None if there is none.

    Raises:
        LibraryError: There is no such document.
        sqlite3.Error: The library could not be read.
    """
    if document_id is None:
        row = connection.execute(f"{_STEPS[act]} AND class = 'rule'").fetchone()
    else:
        number = number_of(connection, document_id)
        row = connection.execute(f"{_STEPS[act]} AND document = ?", (number,)).fetchone()
    found: int | None = row[0]
    return found


def step(
    connection: sqlite3.Connection, document_id: str | None, act: Act, moment: str
) -> int | None:
    """Undo the last step, or redo the one that was undone last.

    Returns:
        The number of the new entry; None if there is nothing to undo or redo.

    Raises:
        LibraryError: There is no such document, or a rule would contradict another one.
        sqlite3.Error: The library could not be written.
    """
    with atomic(connection):
        of = next_step(connection, document_id, act)
        if of is None:
            return None
        document, kind, text = connection.execute(
            "SELECT document, kind, change FROM journal WHERE number = ?", (of,)
        ).fetchone()
        number = _append(connection, moment, document, act.value, of, "")
        name = class_of(decode(kind, text))
        if name == "rule":
            mark_stale(connection, derive_rules(connection))
        else:
            derive_marks(connection, document)
        if name in ("correction", "withdrawal"):
            show(connection, document)
    follow(connection)
    return number


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
    if of is not None:
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
