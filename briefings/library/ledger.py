"""All open questions of a library: which are asked for, in what order, and a page of them."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from briefings.briefing import QuestionKind
from briefings.corrections import QuestionStatus
from briefings.folding import words_of
from briefings.library.items import items_of
from briefings.library.ledger_steps import Counted, counts_of, rows_of
from briefings.library.listed import Item
from briefings.library.matching import any_of, expression
from briefings.library.writer.numbering import QUESTION
from briefings.library.writer.threads import RANKS

_MOST_ENDINGS = 40
"""So many words that begin as a typed one does are looked for, the common ones first."""

_BEGINNING = f"""
    SELECT word FROM words WHERE word >= ? AND word < ? ORDER BY first LIMIT {_MOST_ENDINGS}
"""
_SETTLED_BY = f"""
    ledger.row IN (
        SELECT row FROM stands WHERE kind = {QUESTION}
        AND actor = (SELECT number FROM known_actors WHERE key = :resolver)
    )
"""
# Made once for both: to find the words takes most of the time.
_COUNTED_AND_PAGED = """
    WITH found AS MATERIALIZED (
        SELECT ledger.row AS row, status, published, ledger.topic AS topic, resolver
        FROM {among} WHERE {conditions}
    )
    SELECT 0, status, count(*) FROM found GROUP BY status
    UNION ALL
    SELECT * FROM (
        SELECT 1, status, row FROM found WHERE {wanted}
        ORDER BY {order}published DESC, row DESC LIMIT :limit OFFSET :offset
    )
"""
_FEW = 2000
"""So few of some statuses are looked up and put in order; among more the order is walked."""

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
    statuses = [RANKS[status] for status in asked.statuses]
    if asked.text.strip() or asked.resolver:
        counts, rows = _looked_up(connection, asked, statuses, limit, offset)
    else:
        counted = Counted(asked.sort, statuses, asked.kinds, asked.leads_only)
        counts = counts_of(connection, counted)
        if statuses and sum(counts.get(one, 0) for one in statuses) <= _FEW:
            _, rows = _looked_up(connection, asked, statuses, limit, offset)
        else:
            rows = rows_of(connection, counted, limit, offset)
    items = items_of(connection, [row for row, _ in rows])
    page = tuple(
        LedgerRow(item, _STATUSES[status], _others(connection, row))
        for item, (row, status) in zip(items, rows, strict=True)
    )
    return page, {_STATUSES[status]: count for status, count in sorted(counts.items())}


def _others(connection: sqlite3.Connection, row: int) -> int:
    question = "SELECT count(*) FROM ledger WHERE lead = ? AND lead != row"
    return int(connection.execute(question, (row,)).fetchone()[0])


def _looked_up(
    connection: sqlite3.Connection, asked: Asked, statuses: list[int], limit: int, offset: int
) -> tuple[dict[int, int], list[tuple[int, int]]]:
    """How many there are of each status, and the rows and statuses of a page, of those with words.

    Or of those that an actor can settle; without words and an actor, of those of some statuses.
    """
    among, values = "ledger", {"limit": limit, "offset": offset, "statuses": json.dumps(statuses)}
    conditions, has_status = [], "status IN (SELECT value FROM json_each(:statuses))"
    if asked.text.strip():
        values["match"] = _match(connection, asked.text)
        if not values["match"]:
            return {}, []
        among = "questions CROSS JOIN ledger ON ledger.row = questions.rowid"
        conditions.append("questions MATCH :match")
    if asked.resolver:
        values["resolver"] = asked.resolver
        conditions.append(_SETTLED_BY)
    if not conditions:
        conditions.append(has_status)
    if asked.kinds:
        values["kinds"] = json.dumps(sorted(asked.kinds))
        conditions.append("kind IN (SELECT value FROM json_each(:kinds))")
    if asked.leads_only:
        conditions.append("lead = ledger.row")
    question = _COUNTED_AND_PAGED.format(
        among=among,
        conditions=" AND ".join(conditions),
        wanted=has_status if statuses else "TRUE",
        order=_ORDERS[asked.sort],
    )
    rows = connection.execute(question, values).fetchall()
    counts = {status: count for is_row, status, count in rows if not is_row}
    return counts, [(row, status) for is_row, status, row in rows if is_row]


def _match(connection: sqlite3.Connection, text: str) -> str:
    """What the words of questions are asked for; empty if nothing can have what was typed."""
    begun = [
        [(word,) for (word,) in connection.execute(_BEGINNING, (one, f"{one}\x7f"))]
        for one in words_of(text)
    ]
    if not all(begun):
        return ""
    return expression([any_of("words", words) for words in begun], ())
