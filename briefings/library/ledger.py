"""All open questions of a library: which are asked for, in what order, and a page of them."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from briefings.briefing import QuestionKind
from briefings.corrections import QuestionStatus
from briefings.folding import words_of
from briefings.library.items import items_of
from briefings.library.listed import Item
from briefings.library.matching import any_of, expression
from briefings.library.writer.numbering import QUESTION
from briefings.library.writer.threads import RANKS

_MOST_ENDINGS = 40
"""So many words that begin as a typed one does are looked for, the common ones first."""

_BEGINNING = f"""
    SELECT word FROM words WHERE word >= ? AND word < ? ORDER BY first LIMIT {_MOST_ENDINGS}
"""
_WITH_WORDS = "SELECT rowid FROM questions WHERE questions MATCH ?"
_FEW, _MANY = 2000, 10_000
"""Few questions with the typed words are looked up one by one; of more, the order is walked. Of
many it is not even noted which they are."""

_STATUSES = tuple(QuestionStatus)


class LedgerSort(StrEnum):
    """What the list of questions is sorted by; within equals the newest published come first."""

    NEWEST = "newest"
    TOPIC = "topic"
    RESOLVER = "resolver"
    STATUS = "status"


_ORDERS = {
    LedgerSort.NEWEST: "",
    LedgerSort.TOPIC: "topic = '', topic, ",
    LedgerSort.RESOLVER: "resolver = '', resolver, ",
    LedgerSort.STATUS: "status, ",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which questions are asked for.

    Attributes:
        sort: What they are sorted by.
        statuses: They have one of these; empty means any.
        kinds: They are of one of these kinds; empty means any.
        text: Words of which each begins one of the question or of who can settle it.
        resolver: The key of an actor that can settle them; empty means anybody or nobody.
        leads_only: Whether only the clearest statement of each matter is listed.
    """

    sort: LedgerSort = LedgerSort.NEWEST
    statuses: frozenset[QuestionStatus] = frozenset()
    kinds: frozenset[QuestionKind] = frozenset()
    text: str = ""
    resolver: str = ""
    leads_only: bool = True


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One question of the list.

    Attributes:
        item: The question; its `label` is its kind.
        status: What has become of it.
        others: How many other statements of the same matter its briefing has.
    """

    item: Item
    status: QuestionStatus
    others: int = 0

    @property
    def kind(self) -> QuestionKind:
        """Why it is open."""
        return QuestionKind(self.item.label)


def page_of(
    connection: sqlite3.Connection, asked: Asked, limit: int, offset: int
) -> tuple[tuple[LedgerRow, ...], dict[QuestionStatus, int]]:
    """A page of the list, and how many there are of each status, whichever are asked for.

    A status of which there are none is missing.

    Raises:
        sqlite3.Error: The library could not be read.
    """
    found = _conditions(connection, asked)
    if found is None:
        return (), {}
    conditions, values = found
    counts = connection.execute(
        f"SELECT status, count(*) FROM ledger {_where(conditions)} GROUP BY status", values
    ).fetchall()
    if asked.statuses:
        conditions.append("+status IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(sorted(RANKS[status] for status in asked.statuses)))
    rows = connection.execute(
        f"SELECT row, status FROM ledger {_where(conditions)}"
        f" ORDER BY {_ORDERS[asked.sort]}published DESC, row DESC LIMIT ? OFFSET ?",
        (*values, limit, offset),
    ).fetchall()
    items = items_of(connection, [row for row, _ in rows])
    page = tuple(
        LedgerRow(item, _STATUSES[status], _others(connection, row))
        for item, (row, status) in zip(items, rows, strict=True)
    )
    return page, {_STATUSES[status]: count for status, count in sorted(counts)}


def _where(conditions: list[str]) -> str:
    return f"WHERE {' AND '.join(conditions)}" if conditions else ""


def _others(connection: sqlite3.Connection, row: int) -> int:
    question = "SELECT count(*) FROM ledger WHERE lead = ? AND lead != row"
    return int(connection.execute(question, (row,)).fetchone()[0])


def _conditions(connection: sqlite3.Connection, asked: Asked) -> tuple[list[str], list[Any]] | None:
    """What holds of the questions of a list but for their status, in SQL, and the values.

    None if there are none. The signs keep SQLite from leaving the index of the order.
    """
    conditions: list[str] = []
    values: list[Any] = []
    if asked.kinds:
        conditions.append("+kind IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(sorted(asked.kinds)))
    if asked.leads_only:
        conditions.append("+lead = row")
    if asked.resolver:
        conditions.append(
            "row IN (SELECT row FROM stands WHERE kind = ?"
            " AND actor = (SELECT number FROM known_actors WHERE key = ?))"
        )
        values += [QUESTION, asked.resolver]
    if asked.text.strip():
        match = _match(connection, asked.text)
        if not match:
            return None
        some = connection.execute(f"{_WITH_WORDS} LIMIT ?", (match, _MANY + 1)).fetchall()
        if len(some) > _MANY:
            conditions.append(f"+row IN ({_WITH_WORDS})")
            values.append(match)
        else:
            sign = "+" if len(some) > _FEW else ""
            conditions.append(f"{sign}row IN (SELECT value FROM json_each(?))")
            values.append(json.dumps([row for (row,) in some]))
    return conditions, values


def _match(connection: sqlite3.Connection, text: str) -> str:
    """What the words of questions are asked for; empty if nothing can have what was typed."""
    begun = [
        [(word,) for (word,) in connection.execute(_BEGINNING, (one, f"{one}\x7f"))]
        for one in words_of(text)
    ]
    if not all(begun):
        return ""
    return expression([any_of("words", words) for words in begun], ())
