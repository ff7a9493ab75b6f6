"""Full-text search: words and conditions in; pages of sources, positions, questions, notes out."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefings.document import Span
from briefings.errors import LibraryError
from briefings.library.connection import explained
from briefings.library.items import items_of
from briefings.library.listed import FoundNote, Item, SavedSearch, Source
from briefings.library.lookup import (
    NOTES,
    POSITIONS,
    QUESTIONS,
    SOURCES,
    TITLES,
    appears,
    rows_found,
)
from briefings.library.matching import PUBLISHED_BY, OnDocuments, Wanted, published_between
from briefings.library.rows import NOT_REMOVED, published_of
from briefings.library.stage import Table
from briefings.library.writer import searches
from briefings.library.writer.full_text import rebuild

_MANY = 8
"""One document of so many: then its facet stands in very many places."""

_DAY = "coalesce(published, '')"  # as the index has it
_DATED = f"SELECT {_DAY} FROM documents WHERE {_DAY} > '' AND {NOT_REMOVED}"
_FIRST_DAY = f"{_DATED} ORDER BY {_DAY} LIMIT 1"
_LAST_DAY = f"{_DATED} ORDER BY {_DAY} DESC LIMIT 1"

# From one to the next in the index: there are few among many documents.
_NEXT = (
    "SELECT publisher FROM documents WHERE publisher COLLATE NOCASE > {}"
    " ORDER BY publisher COLLATE NOCASE LIMIT 1"
)
_PUBLISHERS = f"""
    WITH RECURSIVE found (name) AS (
        SELECT ({_NEXT.format("''")})
        UNION ALL SELECT ({_NEXT.format("name")}) FROM found WHERE name IS NOT NULL
    )
    SELECT name FROM found WHERE name IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class _Sentences:
    """What is read of the findings of a source."""

    sentences: tuple[Span, ...] = ()


class FullText:
    """The words of a library, and the searches that its reader keeps: `Library.full_text`.

    Every method raises LibraryError if the file cannot be read or written.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, *, is_read_only: bool) -> None:
        self._connection = connection
        self._path = path
        self._is_read_only = is_read_only

    def sources(self, stages: Sequence[Wanted], limit: int, offset: int = 0) -> tuple[Source, ...]:
        """The documents that fit, those with the words in the title first.

        Args:
            stages: What is looked for, the strictest first.
            limit: How many at most.
            offset: How many of the best to leave out.
        """
        tables = []
        for wanted in stages:
            # Titles take long to look through for several words that may each be one of many.
            if wanted is stages[0] or len(wanted.words) == 1:
                tables.append((TITLES, wanted))
            tables.append((SOURCES, wanted))
        with explained(self._path):
            numbers = rows_found(self._connection, tables, limit, offset)
            return tuple(self._source(number) for number in numbers)

    def positions(self, stages: Sequence[Wanted], limit: int, offset: int = 0) -> tuple[Item, ...]:
        """The positions that fit, the newest first; compare `sources`."""
        return self._items([(POSITIONS, wanted) for wanted in stages], limit, offset)

    def questions(self, stages: Sequence[Wanted], limit: int, offset: int = 0) -> tuple[Item, ...]:
        """The questions that fit, the newest first; compare `sources`."""
        return self._items([(QUESTIONS, wanted) for wanted in stages], limit, offset)

    def notes(self, stages: Sequence[Wanted], limit: int, offset: int = 0) -> tuple[FoundNote, ...]:
        """The notes that fit, those on the newest briefings first; compare `sources`."""
        tables = [(NOTES, wanted) for wanted in stages]
        with explained(self._path):
            numbers = rows_found(self._connection, tables, limit, offset)
            return tuple(self._note(number) for number in numbers)

    def appears(self, key: str, asked: OnDocuments) -> bool:
        """Whether an actor appears in any of the documents that are asked for."""
        with explained(self._path):
            return appears(self._connection, key, asked)

    def are_many(self, asked: OnDocuments) -> bool:
        """Whether so many documents fit that it takes longer to look all of them up in an index
        than to look at those in which something was found. Tags do not count.
        """
        conditions, values = published_between(_DAY, asked.since, asked.before)
        conditions += [PUBLISHED_BY] * len(asked.publishers)
        values += [json.dumps(names) for names in asked.publishers]
        [(most,)] = self._rows("SELECT coalesce(max(number), 0) FROM documents")
        least = most // _MANY + 1
        fitting = f"SELECT 1 FROM documents WHERE {' AND '.join(conditions or ['1'])} LIMIT ?"
        [(count,)] = self._rows(f"SELECT count(*) FROM ({fitting})", *values, least)
        return bool(count == least)

    def known(self, words: Iterable[str]) -> set[str]:
        """Those of some folded words that stand anywhere in the library."""
        return {
            word for word in set(words) if self._rows("SELECT 1 FROM words WHERE word = ?", word)
        }

    def beginning(self, letters: str, limit: int) -> list[str]:
        """The words of the library that begin so, the common ones first."""
        question = "SELECT word FROM words WHERE word >= ? AND word < ? ORDER BY first LIMIT ?"
        return [word for (word,) in self._rows(question, letters, f"{letters}\x7f", limit)]

    def vocabulary(self, limit: int) -> list[str]:
        """The words of the library, the common ones first."""
        rows = self._rows("SELECT word FROM words ORDER BY first LIMIT ?", limit)
        return [word for (word,) in rows]

    def publishers(self) -> list[str]:
        """Everybody who published anything, each in one of the ways it is written, in order."""
        return [publisher for (publisher,) in self._rows(_PUBLISHERS)]

    def tags(self) -> list[str]:
        """The tags in use, in alphabetical order."""
        return [tag for (tag,) in self._rows("SELECT DISTINCT tag FROM tags ORDER BY tag")]

    def years(self) -> tuple[int, int]:
        """The first and the last year of publication; 1 and 0 if nothing is dated."""
        days = self._rows(_FIRST_DAY) + self._rows(_LAST_DAY)
        if not days:
            return 1, 0
        first, last = (int(day[:4]) for (day,) in days)
        return first, last

    def numbers(self, keys: Iterable[str]) -> tuple[int, ...]:
        """The numbers of the actors with these keys, as `Wanted` has them."""
        question = "SELECT number FROM known_actors WHERE key = ?"
        return tuple(number for key in keys for (number,) in self._rows(question, key))

    def saved(self) -> tuple[SavedSearch, ...]:
        """The searches that the reader has named, in alphabetical order."""
        rows = self._rows("SELECT name, query FROM saved_searches ORDER BY name COLLATE NOCASE")
        return tuple(SavedSearch(name, query) for name, query in rows)

    def save(self, name: str, query: str) -> None:
        """Keep a query under a name, in place of what was kept under it."""
        self._check_is_writable()
        with explained(self._path):
            searches.save(self._connection, name, query)

    def forget(self, name: str) -> None:
        """Forget the query of this name; fine if there is none."""
        self._check_is_writable()
        with explained(self._path):
            searches.forget(self._connection, name)

    def recent(self) -> tuple[str, ...]:
        """The queries that were asked last, the newest first, none twice."""
        rows = self._rows("SELECT query FROM recent_searches ORDER BY number DESC")
        return tuple(query for (query,) in rows)

    def asked(self, query: str) -> None:
        """Note that a query was asked; the last `searches.MOST_RECENT` are kept."""
        self._check_is_writable()
        with explained(self._path):
            searches.note(self._connection, query)

    def rebuild(self) -> None:
        """Make the index and the list of actors again from what is kept; nothing is lost."""
        self._check_is_writable()
        with explained(self._path):
            rebuild(self._connection)

    def _items(
        self, tables: Sequence[tuple[Table, Wanted]], limit: int, offset: int
    ) -> tuple[Item, ...]:
        with explained(self._path):
            numbers = rows_found(self._connection, tables, limit, offset)
            return items_of(self._connection, numbers)

    def _source(self, number: int) -> Source:
        from msgspec import json

        row = self._connection.execute(
            "SELECT id, title, published, precision, publisher, text, briefing"
            " FROM documents JOIN texts ON texts.document = number"
            " JOIN findings ON findings.document = number WHERE number = ?",
            (number,),
        ).fetchone()
        identity, title, published, precision, publisher, text, findings = row
        return Source(
            briefing=identity,
            title=title,
            published=published_of(published, precision),
            publisher=publisher,
            text=text,
            sentences=json.decode(findings, type=_Sentences).sentences,
        )

    def _note(self, number: int) -> FoundNote:
        row = self._connection.execute(
            "SELECT id, title, published, precision, publisher, text"
            " FROM notes JOIN documents ON documents.number = document WHERE notes.number = ?",
            (number,),
        ).fetchone()
        identity, title, published, precision, publisher, text = row
        date = published_of(published, precision)
        return FoundNote(identity, title, date, publisher, number, text)

    def _rows(self, question: str, *values: str | int) -> list[Any]:
        with explained(self._path):
            return self._connection.execute(question, values).fetchall()

    def _check_is_writable(self) -> None:
        if self._is_read_only:
            raise LibraryError(
                f"{self._path} was opened for reading only", "open it for writing to change it"
            )
