"""How full-text search asks SQLite for a page of what fits.

A search has stages, the strictest first; what an earlier one finds comes first, and a later one
does not find it again. So many matches as fit a pool are put in order; of more, the newest come
first, which SQLite gives without looking at the rest.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from briefings.library.facets import actor_facet
from briefings.library.matching import (
    PUBLISHED_BY,
    OnDocuments,
    Wanted,
    any_of,
    expression,
    published_between,
)
from briefings.library.rows import NOT_REMOVED
from briefings.library.writer.full_text import TABLES
from briefings.library.writer.numbering import ITEM_BITS

POOL = 1000
"""So many matches are put in order; more stay in that of their addition."""

MOST_RANKED = 5 * POOL
"""Words that stand in more documents say little of how well one of them fits, and to count them
takes long: what a filter leaves of these stays in the order of their addition too."""

_ALL_DOCUMENTS = f"(SELECT number AS rowid FROM documents WHERE {NOT_REMOVED}) AS sources"

_WEIGHTS = "8.0, 4.0, 1.0, 0.0"
"""What a word in the title, the publisher, the text and the facets of a source counts."""


_FEW_LOOKED_UP = 64
"""So many words are looked up in single documents sooner than documents with the words."""

_ONE_BY_ONE = "json_each(?) AS few CROSS JOIN"
_BELONGING = {"sources": "sources.rowid = few.value"} | {
    table: f"{table}.rowid BETWEEN few.value << {ITEM_BITS} AND (few.value + 1 << {ITEM_BITS}) - 1"
    for table in TABLES
}
"""How rows belong to documents that are looked at one by one."""

_MANY_DOCUMENTS = 40_000
"""Actors appear in so many documents that no set of them is made."""

_APPEARING = "IN (SELECT document FROM appearances WHERE actor IN (SELECT value FROM json_each(?)))"
_APPEARING_HERE = (
    "EXISTS (SELECT 1 FROM appearances"
    " WHERE document = sources.rowid AND actor IN (SELECT value FROM json_each(?)))"
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of folded words.

    Attributes:
        name: What it is called.
        columns: Where words are looked for.
        document: An expression of SQL for the number of the document of the row `{}`.
        is_ranked: Whether rows are put in the order of `bm25`, else of their dates.
    """

    name: str
    columns: str
    document: str
    is_ranked: bool = False


TITLES = Table("sources", "title", "{}")
SOURCES = Table("sources", "title publisher body", "{}", is_ranked=True)
_ITEM = f"{{}} >> {ITEM_BITS}"
POSITIONS, QUESTIONS = (Table(name, "words topic", _ITEM) for name in TABLES)
NOTES = Table("note_words", "note", "(SELECT document FROM notes WHERE number = {})")


def rows_found(
    connection: sqlite3.Connection,
    stages: Sequence[tuple[Table, Wanted]],
    limit: int,
    offset: int,
) -> list[int]:
    """The numbers of the rows that fit, a page of them, the best first.

    Raises:
        sqlite3.Error: The library could not be read.
    """
    found: list[int] = []
    earlier: list[str] = []
    for table, wanted in stages:
        match = _match(table, wanted)
        conditions, values = _conditions(connection, table, wanted, has_words=bool(match))
        tagged = _tagged(connection, wanted) if wanted.tags else None
        if match and tagged != []:
            asked, everything = expression([match], earlier), table.name
            conditions.insert(0, f"{table.name} MATCH ?")
            values.insert(0, asked)
            if tagged and table.name != "note_words" and _are_few(tagged, wanted):
                everything = f"{_ONE_BY_ONE} {table.name}"
                conditions.insert(0, _BELONGING[table.name])
                values.insert(0, str(tagged))
            words = _words(table, wanted) if table.is_ranked else ""
            stage = _Stage(connection, table, everything, conditions, values, words)
            earlier.append(f"({match})")
        elif not match and table is SOURCES and conditions and not wanted.is_impossible:
            stage = _Stage(connection, table, _ALL_DOCUMENTS, conditions, values)
        else:
            continue
        rows = stage.page(limit - len(found), offset)
        found += rows
        if len(found) >= limit:
            break
        offset = 0 if rows or not offset else max(0, offset - stage.count())
    return found


def appears(connection: sqlite3.Connection, key: str, asked: OnDocuments) -> bool:
    """Whether an actor appears in any of the documents that are asked for.

    Raises:
        sqlite3.Error: The library could not be read.
    """
    # A set of all that are tagged would be made anew for each of many actors.
    tagged = "EXISTS (SELECT 1 FROM tags WHERE tag = ? AND tags.document = appearances.document)"
    conditions, days = published_between("appearances.published", asked.since, asked.before)
    conditions += [PUBLISHED_BY] * len(asked.publishers)
    conditions += [f"NOT {PUBLISHED_BY}"] if asked.unwanted_publishers else []
    conditions += [tagged for _ in asked.tags]
    conditions += [f"NOT {tagged}" for _ in asked.unwanted_tags]
    named = [*asked.publishers, *([asked.unwanted_publishers] * bool(asked.unwanted_publishers))]
    row = connection.execute(
        "SELECT 1 FROM appearances JOIN documents ON number = document"
        " WHERE actor = (SELECT number FROM known_actors WHERE key = ?)"
        + "".join(f" AND {condition}" for condition in conditions)
        + " LIMIT 1",
        (
            key,
            *days,
            *(json.dumps(list(one)) for one in named),
            *asked.tags,
            *asked.unwanted_tags,
        ),
    ).fetchone()
    return row is not None


class _Stage:
    """One question.

    Args:
        connection: To the library.
        table: What is looked through.
        name: What it is called in SQL.
        conditions: What must hold, in SQL.
        values: For the conditions.
        words: What rows are ranked by, in the language of FTS5; empty puts them in order of date.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        table: Table,
        name: str,
        conditions: Sequence[str],
        values: Sequence[Any],
        words: str = "",
    ) -> None:
        self._connection = connection
        self._table = table
        self._words = words
        self._from = f"FROM {name} WHERE {' AND '.join(conditions)}"
        self._values = values

    def page(self, limit: int, offset: int) -> list[int]:
        row = f"{self._table.name}.rowid"
        newest = f"SELECT {row} {self._from} ORDER BY {row} DESC LIMIT ? OFFSET ?"
        pool = self._numbers(newest, POOL + 1, 0)
        if len(pool) > POOL:
            end = offset + limit
            return pool[offset:end] if end <= POOL else self._numbers(newest, limit, offset)
        return self._in_order(pool)[offset : offset + limit]

    def count(self) -> int:
        row = self._connection.execute(f"SELECT count(*) {self._from}", self._values).fetchone()
        return int(row[0])

    def _numbers(self, question: str, *values: int) -> list[int]:
        rows = self._connection.execute(question, (*self._values, *values))
        return [number for (number,) in rows]

    def _in_order(self, pool: list[int]) -> list[int]:
        if len(pool) < 2:
            return pool
        if self._words:
            return self._ranked(pool)
        dates = self._connection.execute(
            "SELECT value, coalesce(published, '') FROM json_each(?)"
            f" JOIN documents ON number = {self._table.document.format('value')}",
            (str(pool),),
        )
        # Within a document in the order of the text.
        return [row for row, _ in sorted(sorted(dates), key=lambda pair: pair[1], reverse=True)]

    def _ranked(self, pool: list[int]) -> list[int]:
        # Only the words are counted: the facets weigh nothing, and are in very many documents.
        words = f"FROM {self._table.name} WHERE {self._table.name} MATCH ?"
        row = self._connection.execute(
            f"SELECT count(*) FROM (SELECT 1 {words} LIMIT {MOST_RANKED + 1})", (self._words,)
        ).fetchone()
        if row[0] > MOST_RANKED:
            return pool
        # The sign keeps SQLite from asking for the rows of the pool one by one.
        rows = self._connection.execute(
            f"SELECT rowid {words} AND +rowid IN (SELECT value FROM json_each(?))"
            f" ORDER BY bm25({self._table.name}, {_WEIGHTS}), rowid DESC",
            (self._words, str(pool)),
        )
        return [number for (number,) in rows]


def _words(table: Table, wanted: Wanted) -> str:
    return expression([any_of(table.columns, phrases) for phrases in wanted.words], ())


def _match(table: Table, wanted: Wanted) -> str:
    """What a table is asked for in the language of FTS5; empty if there is nothing to find."""
    if wanted.is_impossible or (table is TITLES and not wanted.words):
        return ""
    is_of_sources = table.name == "sources"
    if table.name in ("sources", "note_words") and (wanted.topics or wanted.unwanted_topics):
        return ""
    parts = [any_of(table.columns, phrases) for phrases in wanted.words]
    parts += [any_of("topic", phrases) for phrases in wanted.topics]
    facets = list(wanted.facets)
    unwanted = list(wanted.unwanted_facets)
    if not is_of_sources:
        facets += [tuple(map(actor_facet, actors)) for actors in wanted.actors]
        unwanted += map(actor_facet, wanted.unwanted_actors)
    parts += [any_of("facets", [(one,) for one in some]) for some in facets]
    excluded = []
    if wanted.unwanted:
        columns = SOURCES.columns if is_of_sources else table.columns
        excluded.append(any_of(columns, wanted.unwanted))
    if wanted.unwanted_topics:
        excluded.append(any_of("topic", wanted.unwanted_topics))
    if unwanted:
        excluded.append(any_of("facets", [(one,) for one in unwanted]))
    return expression(parts, excluded)


def _conditions(
    connection: sqlite3.Connection, table: Table, wanted: Wanted, *, has_words: bool
) -> tuple[list[str], list[Any]]:
    """What FTS5 cannot be asked, as conditions of SQL and their values."""
    document = table.document.format(f"{table.name}.rowid")
    tagged = "IN (SELECT document FROM tags WHERE tag = ?)"
    # The sign keeps SQLite from asking for the words in one tagged document after the other.
    sign = "+" if has_words else ""
    conditions = [f"{sign}{document} {tagged}"] * len(wanted.tags)
    conditions += [f"{sign}{document} NOT {tagged}"] * len(wanted.unwanted_tags)
    values: list[Any] = [*wanted.tags, *wanted.unwanted_tags]
    asked, named = published_between("coalesce(published, '')", wanted.since, wanted.before)
    asked += [PUBLISHED_BY] * len(wanted.publishers)
    named += [json.dumps(names) for names in wanted.publishers]
    if asked:
        # Few need be read: facets have left the others out, or most of all documents fit.
        one = f"SELECT 1 FROM documents WHERE number = {document}"
        conditions.append(f"EXISTS ({' AND '.join((one, *asked))})")
        values += named
    if table.name == "sources":
        for actors in wanted.actors:
            conditions.append(_having(connection, actors, wanted, sign))
            values.append(str(list(actors)))
        if wanted.unwanted_actors:
            conditions.append(f"NOT {_APPEARING_HERE}")
            values.append(str(list(wanted.unwanted_actors)))
    return conditions, values


def _tagged(connection: sqlite3.Connection, wanted: Wanted) -> list[int]:
    """The documents that have all wanted tags; of very many the first alone."""
    every = " INTERSECT ".join(["SELECT document FROM tags WHERE tag = ?"] * len(wanted.tags))
    rows = connection.execute(f"{every} LIMIT {_FEW_LOOKED_UP + 1}", wanted.tags)
    return [document for (document,) in rows]


def _are_few(documents: Sequence[int], wanted: Wanted) -> bool:
    """Whether all words are looked up in so many documents sooner than the other way round."""
    return len(documents) * max(1, sum(map(len, wanted.words))) <= _FEW_LOOKED_UP


def _having(
    connection: sqlite3.Connection, actors: Sequence[int], wanted: Wanted, sign: str
) -> str:
    """The condition that one of some actors appears in a source.

    A set of such documents is made once, but where that takes longer than to look at those with
    the words until a page is full; or the words are looked up in few documents one by one.
    """
    row = connection.execute(
        "SELECT total(briefings) FROM known_actors"
        " WHERE number IN (SELECT value FROM json_each(?))",
        (str(list(actors)),),
    ).fetchone()
    if _are_few(range(int(row[0])), wanted):
        return f"sources.rowid {_APPEARING}"
    return f"{sign}sources.rowid {_APPEARING}" if row[0] <= _MANY_DOCUMENTS else _APPEARING_HERE
