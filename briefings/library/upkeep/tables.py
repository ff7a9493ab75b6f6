"""Whether the tables that lists and searches read say of a briefing what the reader sees in it.

All of them are derived from the findings and the journal, so that whatever is wrong with them can
be made good from these.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import zip_longest

from briefings.briefing import Briefing
from briefings.corrections.coding import decode
from briefings.errors import LibraryError
from briefings.library.marks import Sum, marks_of
from briefings.library.records import Act
from briefings.library.schema.counts import SORTS, counted
from briefings.library.upkeep.values import Fault
from briefings.library.writer.documents import actor_rows, counts
from briefings.library.writer.full_text import Shown
from briefings.library.writer.journal import class_of
from briefings.library.writer.numbering import first_row
from briefings.library.writer.shown import is_removed
from briefings.library.writer.threads import kept_threads, threads_of
from briefings.library.writer.titles import has_title

RESTORE = "go on with a copy of the library, and keep the damaged file"
RECOUNT = "`briefing library compact` counts them anew"

_COUNTS = "SELECT actors, positions, questions FROM documents WHERE number = ?"
_ACTORS = """
    SELECT key, actor, name, type, state, aliases, roles, mentions FROM actors WHERE document = ?
"""
_NUMBERS = "SELECT item, actor FROM appearances WHERE document = ?"
_MARKS = """
    SELECT is_read, is_starred, tags, notes, corrections FROM marks WHERE document = ?
"""


def disagreeing(connection: sqlite3.Connection, number: int, seen: Briefing) -> Iterator[str]:
    """What is said of the tables that disagree with a briefing.

    Args:
        connection: To the library.
        number: The document's.
        seen: The briefing as the reader sees it.
    """
    from msgspec import json

    if connection.execute("SELECT 1 FROM stale WHERE document = ?", (number,)).fetchone():
        return  # the tables are going to follow a rule
    is_out = is_removed(connection, number)
    # The numbers of what was removed stand still until it comes back.
    if not is_out and connection.execute(_COUNTS, (number,)).fetchone() != counts(seen):
        yield "the list gives other numbers of its findings than it has"
    if is_out:
        seen = Briefing(document_id=seen.document_id, analysis="")
    rows = connection.execute(_ACTORS, (number,)).fetchall()
    if sorted(rows) != sorted(actor_rows(seen)):
        yield "the table of actors has others than the briefing"
    found = connection.execute(
        "SELECT shown FROM items WHERE rowid >= ? AND rowid < ? ORDER BY rowid",
        (first_row(number), first_row(number + 1)),
    )
    items = [json.decode(shown, type=Shown)[:2] for (shown,) in found]
    expected = [(position.id, position.stance.value) for position in seen.stands]
    expected += [(question.id, question.kind.value) for question in seen.questions]
    if items != expected:
        yield "the search knows other positions or questions than the briefing has"
    known = connection.execute("SELECT 1 FROM sources WHERE rowid = ?", (number,)).fetchone()
    if known is None and not is_out:
        yield "the search does not know its words"
    if known is not None and is_out:
        yield "it was removed, and the search still knows its words"
    if not has_title(connection, number):
        yield "the lists do not know the words of its title"
    numbers = dict(connection.execute(_NUMBERS, (number,)).fetchall())
    if kept_threads(connection, number) != threads_of(connection, number, seen, numbers):
        yield "the dossiers or the list of questions have other things than the briefing"


def disagreeing_marks(connection: sqlite3.Connection, number: int) -> Iterator[str]:
    """The same of what the reader put beside a briefing: notes, tags, star, statuses.

    Raises:
        LibraryError: The journal holds what cannot be read.
    """
    from msgspec import json

    total = marks_of(connection, number)
    row = connection.execute(_MARKS, (number,)).fetchone() or (0, 0, "[]", 0, 0)
    tags = json.decode(row[2], type=tuple[str, ...])
    kept = (*row[:2], tags, row[3])
    if kept != (total.is_read, total.is_starred, total.tags, len(total.notes)):
        yield "its star, tags or notes are not those of the journal"
    unread = connection.execute("SELECT 1 FROM unread WHERE document = ?", (number,)).fetchone()
    if (unread is None) is not total.is_read:
        yield "whether it was read is not what the journal says"
    removal = connection.execute("SELECT entry FROM removed WHERE document = ?", (number,))
    if (removal.fetchone() or (0,))[0] != total.removal:
        yield "whether it was removed is not what the journal says"
    if _notes(connection, number) != {n: note.text for n, note in total.notes.items()}:
        yield "its notes are not those of the journal"
    if _statuses(connection, number) != _statuses_of(total):
        yield "what became of its questions is not what the journal says"


def faults_of_journal(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Entries of the journal that cannot be read or do not count as they should."""
    states: dict[int, str] = {}
    entries = connection.execute(
        "SELECT number, document, kind, of, change FROM journal ORDER BY number"
    )
    undone: dict[int | None, set[int]] = {}
    for number, document, kind, of, change in entries:
        if kind in (Act.UNDO, Act.REDO):
            states[of] = "undone" if kind == Act.UNDO else "done"
            waiting = undone.setdefault(document, set())
            (waiting.add if kind == Act.UNDO else waiting.discard)(of)
            continue
        try:
            is_step = class_of(decode(kind, change)) != "read"
        except LibraryError as error:
            yield Fault(f"entry {number} of the journal cannot be read ({error.what})", RESTORE)
            is_step = True
        if is_step:
            states |= dict.fromkeys(undone.pop(document, ()), "cut")
        states[number] = "done"
    rows = dict(connection.execute("SELECT number, state FROM changes").fetchall())
    for number in sorted(states.keys() | rows.keys()):
        if states.get(number) != rows.get(number):
            yield Fault(f"entry {number} of the journal does not count as it should", RESTORE)
    rules = "SELECT number FROM rules LEFT JOIN journal USING (number) WHERE change IS NOT rule"
    for (number,) in connection.execute(rules):
        yield Fault(f"rule {number} is not the one that the journal has", RESTORE)


def miscounted(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Numbers of questions, or of positions on issues, that are others than there are."""
    for sort in SORTS:
        there = connection.execute(
            f"SELECT {counted(sort, 'ledger')}, count(*) FROM ledger GROUP BY 1, 2, 3, 4, 5, 6"
        )
        told = connection.execute(
            "SELECT * FROM ledger_steps WHERE sort = ? AND questions != 0", (sort,)
        )
        if set(there) != set(told):
            yield Fault(
                f"the list of questions by {sort} has another number than there are", RECOUNT
            )
    there = connection.execute(
        "SELECT topic, actor, count(*) FROM issues GROUP BY topic, actor ORDER BY topic, actor"
    )
    told = connection.execute("SELECT topic, actor, positions FROM sides ORDER BY topic, actor")
    if any(one != other for one, other in zip_longest(there, told)):
        yield Fault(
            "the dossiers know other numbers of positions on issues than there are", RECOUNT
        )


def _notes(connection: sqlite3.Connection, number: int) -> dict[int, str]:
    rows = connection.execute("SELECT number, text FROM notes WHERE document = ?", (number,))
    return dict(rows.fetchall())


def _statuses(connection: sqlite3.Connection, number: int) -> dict[int, str]:
    rows = connection.execute(
        "SELECT number, status FROM question_statuses WHERE document = ?", (number,)
    )
    return dict(rows.fetchall())


def _statuses_of(total: Sum) -> dict[int, str]:
    return {number: status.value for number, _, status in total.statuses.values()}
