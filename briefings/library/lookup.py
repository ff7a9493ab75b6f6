"""How full-text search asks SQLite for a page of what fits.

A search has stages, the strictest first; what an earlier one finds comes first, and a later one
does not find it again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
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
from briefings.library.stage import POOL, Stage, Table
from briefings.library.writer.full_text import TABLES
from briefings.library.writer.numbering import ITEM_BITS

_FEW_LOOKED_UP = 64
"""So many words are looked up in single documents sooner than documents with the words."""

_MANY_DOCUMENTS = 40_000
"""Actors appear in so many documents that no set of them is made."""

_TAGGED = "SELECT json_group_array(document) FROM tags WHERE tag = ?"
_APPEARING = """
    SELECT json_group_array(document) FROM appearances
    WHERE actor IN (SELECT value FROM json_each(?))
"""
_BRIEFINGS = """
    SELECT total(briefings) FROM known_actors WHERE number IN (SELECT value FROM json_each(?))
"""
_APPEARING_HERE = (
    "EXISTS (SELECT 1 FROM appearances"
    " WHERE document = sources.rowid AND actor IN (SELECT value FROM json_each(?)))"
)
_HAS_FACET = (
    "EXISTS (SELECT 1 FROM json_each(?)"
    " WHERE instr(' ' || {}.facets || ' ', ' ' || json_each.value || ' '))"
)

TITLES = Table("sources", "title", "{}")
SOURCES = Table("sources", "title publisher body", "{}", is_ranked=True)
POSITIONS, QUESTIONS = (
    Table(name, "words topic", f"{{}} >> {ITEM_BITS}", ITEM_BITS) for name in TABLES
)
NOTES = Table("note_words", "note", "(SELECT document FROM notes WHERE number = {})")


def rows_found(
    connection: sqlite3.Connection,
    stages: Sequence[tuple[Table, Wanted]],
    limit: int,
    offset: int,
) -> list[int]:
    """The numbers of the rows that fit, a page of them, the best first.

    Args:
        connection: To the library.
        stages: What is looked for where, the strictest first; they differ in words alone.
        limit: How many at most.
        offset: How many of the best to leave out.

    Raises:
        sqlite3.Error: The library could not be read.
    """
    found: list[int] = []
    before: set[int] = set()
    uncounted: list[str] = []
    held = _held(connection, *stages[0]) if stages else _Held(None, ())
    for table, wanted in stages:
        stage = _stage(connection, table, wanted, held)
        if stage is None:
            continue
        match = stage.match
        stage.without = frozenset(before)
        if match and uncounted:
            stage.match = expression([match], uncounted)
        rows = stage.page(limit - len(found), offset)
        found += rows
        if len(found) >= limit:
            break
        offset = 0 if rows or not offset else max(0, offset - stage.count())
        if stage.all_found is not None:
            before.update(stage.all_found)
        elif match:
            uncounted.append(f"({match})")
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


@dataclass(frozen=True, slots=True)
class _Held:
    """What is asked of the documents and is looked up once for all stages.

    Attributes:
        documents: Those that have all tags and in which the actors appear; None if any may be.
        too_many: Of each of these actors one appears, too: in so many that there is no set.
    """

    documents: set[int] | None
    too_many: tuple[tuple[int, ...], ...]


def _held(connection: sqlite3.Connection, table: Table, wanted: Wanted) -> _Held:
    asked = [(_TAGGED, tag) for tag in wanted.tags if table is not NOTES]
    too_many = []
    for actors in wanted.actors if _is_of_sources(table) else ():
        numbers = str(list(actors))
        [briefings] = connection.execute(_BRIEFINGS, (numbers,)).fetchone()
        if briefings > _MANY_DOCUMENTS:
            too_many.append(actors)
        else:
            asked.append((_APPEARING, numbers))
    found: set[int] | None = None
    for question, value in asked:
        [listed] = connection.execute(question, (value,)).fetchone()
        documents = set(json.loads(listed))
        found = documents if found is None else found & documents
    return _Held(found, tuple(too_many))


def _stage(
    connection: sqlite3.Connection, table: Table, wanted: Wanted, held: _Held
) -> Stage | None:
    """The question that asks a table for something; None if there is nothing to ask or to find."""
    among = held.documents
    if wanted.is_impossible or among == set():
        return None
    parts, excluded = _asked(table, wanted)
    match = expression(parts, excluded)
    conditions, values = _conditions(table, wanted, held.too_many)
    if wanted.labels:
        labels = [any_of("facets", [(one,) for one in some]) for some in wanted.labels]
        if match and _fit_pool(connection, table, match):
            # To read the labels of a few is faster than the index, where labels have many places.
            conditions += [_HAS_FACET.format(table.name)] * len(labels)
            values += [json.dumps(some) for some in wanted.labels]
        else:
            match = expression([*parts, *labels], excluded)
    if not match and (table is not SOURCES or not (conditions or among)):
        return None
    words = _words(table, wanted) if table.is_ranked and match else ""
    is_one_by_one = among is not None and _are_few(among, wanted)
    return Stage(connection, table, match, conditions, values, among, is_one_by_one, words=words)


def _fit_pool(connection: sqlite3.Connection, table: Table, match: str) -> bool:
    few = f"SELECT count(*) FROM (SELECT 1 FROM {table.name} WHERE {table.name} MATCH ? LIMIT ?)"
    [count] = connection.execute(few, (match, POOL + 1)).fetchone()
    return bool(count <= POOL)


def _is_of_sources(table: Table) -> bool:
    return table.name == SOURCES.name


def _are_few(documents: Collection[int], wanted: Wanted) -> bool:
    """Whether all words are looked up in so many documents sooner than the other way round."""
    return len(documents) * max(1, sum(map(len, wanted.words))) <= _FEW_LOOKED_UP


def _words(table: Table, wanted: Wanted) -> str:
    return expression([any_of(table.columns, phrases) for phrases in wanted.words], ())


def _asked(table: Table, wanted: Wanted) -> tuple[list[str], list[str]]:
    """What a table is asked for but labels, each part in the language of FTS5: what has to be
    there, and what must not.
    """
    if table is TITLES and not wanted.words:
        return [], []
    if table.name in (SOURCES.name, NOTES.name) and (wanted.topics or wanted.unwanted_topics):
        return [], []
    parts = [any_of(table.columns, phrases) for phrases in wanted.words]
    parts += [any_of("topic", phrases) for phrases in wanted.topics]
    facets = list(wanted.facets)
    unwanted = list(wanted.unwanted_facets)
    if not _is_of_sources(table):
        facets += [tuple(map(actor_facet, actors)) for actors in wanted.actors]
        unwanted += map(actor_facet, wanted.unwanted_actors)
    parts += [any_of("facets", [(one,) for one in some]) for some in facets]
    excluded = []
    if wanted.unwanted:
        columns = SOURCES.columns if _is_of_sources(table) else table.columns
        excluded.append(any_of(columns, wanted.unwanted))
    if wanted.unwanted_topics:
        excluded.append(any_of("topic", wanted.unwanted_topics))
    if unwanted:
        excluded.append(any_of("facets", [(one,) for one in unwanted]))
    return parts, excluded


def _conditions(
    table: Table, wanted: Wanted, too_many: Sequence[tuple[int, ...]]
) -> tuple[list[str], list[Any]]:
    """What FTS5 cannot be asked, as conditions of SQL and their values."""
    document = table.document.format(f"{table.name}.rowid")
    tagged = "IN (SELECT document FROM tags WHERE tag = ?)"
    tags = wanted.tags if table is NOTES else ()
    # The sign keeps SQLite from asking for the words in one tagged document after the other.
    conditions = [f"+{document} {tagged}"] * len(tags)
    conditions += [f"+{document} NOT {tagged}"] * len(wanted.unwanted_tags)
    values: list[Any] = [*tags, *wanted.unwanted_tags]
    asked, named = published_between("coalesce(published, '')", wanted.since, wanted.before)
    asked += [PUBLISHED_BY] * len(wanted.publishers)
    named += [json.dumps(names) for names in wanted.publishers]
    if asked:
        # Few need be read: facets have left the others out, or most of all documents fit.
        one = f"SELECT 1 FROM documents WHERE number = {document}"
        conditions.append(f"EXISTS ({' AND '.join((one, *asked))})")
        values += named
    if _is_of_sources(table):
        conditions += [_APPEARING_HERE] * len(too_many)
        values += [str(list(actors)) for actors in too_many]
        if wanted.unwanted_actors:
            conditions.append(f"NOT {_APPEARING_HERE}")
            values.append(str(list(wanted.unwanted_actors)))
    return conditions, values
