"""One question of full-text search: its rows, the newest first, and a page of them in order.

So many rows as fit a pool are put in order; of more, the newest come first, which SQLite gives
without looking at the rest.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from briefings.library.rows import NOT_REMOVED

POOL = 1000
"""So many matches are put in order; more stay in that of their addition."""

MOST_RANKED = 5 * POOL
"""Words that stand in more documents say little of how well one of them fits, and to count them
takes long: what a filter leaves of these stays in the order of their addition too."""

_WEIGHTS = "8.0, 4.0, 1.0, 0.0"
"""What a word in the title, the publisher, the text and the facets of a source counts."""

_FEW = 4 * POOL
"""Of rows in no more documents than these, many are left out before a page is full."""

_DOCUMENTS = f"FROM (SELECT number AS rowid FROM documents WHERE {NOT_REMOVED}) AS sources"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of folded words.

    Attributes:
        name: What it is called.
        columns: Where words are looked for.
        document: An expression of SQL for the number of the document of the row `{}`.
        bits: The bits of a row's number that are not its document's.
        is_ranked: Whether rows are put in the order of `bm25`, else of their dates.
    """

    name: str
    columns: str
    document: str
    bits: int = 0
    is_ranked: bool = False


@dataclass(slots=True)
class Stage:
    """One question.

    Attributes:
        connection: To the library.
        table: What is looked through.
        match: What it is asked, in the language of FTS5; empty asks for all documents.
        conditions: What must hold besides, in SQL.
        values: For the conditions.
        among: The documents in which all is looked for; None looks in all.
        is_one_by_one: Whether to look the words up in one of these after the other.
        without: Rows that have been found before.
        words: What rows are ranked by, in the language of FTS5; empty puts them in order of date.
        all_found: The rows that fit, once a page has been asked for and if they fit the pool.
    """

    connection: sqlite3.Connection
    table: Table
    match: str
    conditions: Sequence[str]
    values: Sequence[Any]
    among: AbstractSet[int] | None = None
    is_one_by_one: bool = False
    without: AbstractSet[int] = frozenset()
    words: str = ""
    all_found: list[int] | None = None

    def page(self, limit: int, offset: int) -> list[int]:
        """A page of the rows that fit, the best first."""
        # From the oldest on the index is read in half the time; but what is asked besides, such as
        # a day, may well hold of the newest alone.
        is_rising = not self.conditions and self.among is None
        rows = self._rows(is_rising=is_rising)
        pool = list(islice(rows, POOL + 1))
        if len(pool) > POOL:
            rows = self._rows() if is_rising else chain(pool, rows)
            return list(islice(rows, offset, offset + limit))
        self.all_found = sorted(pool, reverse=True)
        return self._in_order(self.all_found)[offset : offset + limit]

    def count(self) -> int:
        """How many rows fit."""
        return len(self.all_found) if self.all_found is not None else sum(1 for _ in self._rows())

    def _rows(self, *, is_rising: bool = False) -> Iterator[int]:
        """All rows that fit, the newest or the oldest first; no more are looked for than asked."""
        if not self.match and self.among is not None:
            yield from self._of_documents(sorted(self.among, reverse=True))
            return
        bits, among, without = self.table.bits, self.among, self.without
        with closing(self.connection.execute(*self._question(is_rising))) as found:
            for (row,) in found:
                if (among is None or row >> bits in among) and row not in without:
                    yield row

    def _question(self, is_rising: bool) -> tuple[str, list[Any]]:
        name, conditions, values = self.table.name, list(self.conditions), list(self.values)
        asked = f"FROM {name}" if self.match else _DOCUMENTS
        if self.match:
            conditions.insert(0, f"{name} MATCH ?")
            values.insert(0, self.match)
        if self.match and self.is_one_by_one and self.among is not None:
            asked = f"FROM json_each(?) AS one CROSS JOIN {name}"
            bits = self.table.bits
            first, next_one = f"one.value << {bits}", f"(one.value + 1) << {bits}"
            conditions.insert(0, f"{name}.rowid BETWEEN {first} AND ({next_one}) - 1")
            values.insert(0, str(list(self.among)))
        elif self.match and self.among is not None and len(self.among) <= _FEW:
            # A set of SQLite takes longer to make than ours, and is faster to look into.
            document = self.table.document.format(f"{name}.rowid")
            conditions.append(f"+{document} IN (SELECT value FROM json_each(?))")
            values.append(str(list(self.among)))
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        order = f"ORDER BY {name}.rowid{'' if is_rising else ' DESC'}"
        return f"SELECT {name}.rowid {asked} {where} {order}", values

    def _of_documents(self, numbers: list[int]) -> Iterator[int]:
        """Those of some documents, given from the newest back, that fit."""
        conditions = ["sources.rowid IN (SELECT value FROM json_each(?))", *self.conditions]
        question = f"SELECT rowid {_DOCUMENTS} WHERE {' AND '.join(conditions)}"
        for start in range(0, len(numbers), POOL):
            some = str(numbers[start : start + POOL])
            rows = self.connection.execute(question, (some, *self.values)).fetchall()
            yield from sorted((row for (row,) in rows if row not in self.without), reverse=True)

    def _in_order(self, pool: list[int]) -> list[int]:
        if len(pool) < 2:
            return pool
        if self.words:
            return self._ranked(pool)
        dates = self.connection.execute(
            "SELECT value, coalesce(published, '') FROM json_each(?)"
            f" JOIN documents ON number = {self.table.document.format('value')}",
            (str(pool),),
        )
        # Within a document in the order of the text.
        return [row for row, _ in sorted(sorted(dates), key=lambda pair: pair[1], reverse=True)]

    def _ranked(self, pool: list[int]) -> list[int]:
        # Only the words are counted: the facets weigh nothing, and are in very many documents.
        words = f"FROM {self.table.name} WHERE {self.table.name} MATCH ?"
        if self.conditions or self.among is not None or self.match != self.words:
            few = f"SELECT count(*) FROM (SELECT 1 {words} LIMIT {MOST_RANKED + 1})"
            [count] = self.connection.execute(few, (self.words,)).fetchone()
            if count > MOST_RANKED:
                return pool
        # The sign keeps SQLite from asking for the rows of the pool one by one.
        rows = self.connection.execute(
            f"SELECT rowid {words} AND +rowid IN (SELECT value FROM json_each(?))"
            f" ORDER BY bm25({self.table.name}, {_WEIGHTS}), rowid DESC",
            (self.words, str(pool)),
        )
        return [row for (row,) in rows]
