"""How the words of a document, of what a reader sees in it and of notes become searchable.

What is written here is read by `library.full_text`. All text is folded first (`folding.words_of`);
all else that a search can ask for is a word of its own in the column `facets`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from itertools import chain
from typing import Any, TypeAlias

from briefings.briefing import Briefing, Position, Question
from briefings.document import Document
from briefings.errors import LibraryError
from briefings.folding import words_of
from briefings.library.facets import (
    actor_facet,
    document_facet,
    facets_of,
    label_facet,
    strength_facet,
)
from briefings.library.schema.steps import Count, uncounted
from briefings.library.writer.actors import keep_actors
from briefings.library.writer.numbering import POSITION, QUESTION, first_row
from briefings.library.writer.threads import TABLES as THREADS
from briefings.library.writer.threads import keep_threads
from briefings.library.writer.transactions import atomic

TABLES = ("positions", "questions")
"""What is found of positions and of questions, by their kind."""

LONGEST_WORD = 32
"""Letters of a word that a typed one is compared with."""

_Place: TypeAlias = tuple[int, int]
Shown: TypeAlias = tuple[
    str, str, str, str, list[str], _Place, list[_Place], str, _Place | None, list[str]
]
"""How an item is shown: its id, its label (the stance or kind), its strength, its topic, the names
of its actors, its sentence, the spans of its words, its text if that is not the document's, its
condition, and the names of those who say it of its holders."""


def index_source(connection: sqlite3.Connection, number: int, document: Document) -> None:
    """Take the words of a new document in; part of the transaction of its addition."""
    columns = _columns(document)
    connection.execute(
        "INSERT INTO sources (rowid, title, publisher, body, facets) VALUES (?, ?, ?, ?, ?)",
        (number, *map(" ".join, columns)),
    )
    _keep_words(connection, number, chain(*columns[:3]))


def drop_source(connection: sqlite3.Connection, number: int, document: Document) -> None:
    """Take the words of a document out again; part of the transaction of its removal."""
    connection.execute(
        "INSERT INTO sources (sources, rowid, title, publisher, body, facets)"
        " VALUES ('delete', ?, ?, ?, ?, ?)",
        (number, *map(" ".join, _columns(document))),
    )


def index_findings(
    connection: sqlite3.Connection, number: int, document: Document, briefing: Briefing
) -> None:
    """Take in what a reader sees in a document, in place of what was there before.

    Args:
        connection: To the library; part of the transaction of the change.
        number: The document's.
        document: The document.
        briefing: With all rules and corrections applied.
    """
    _drop_stands(connection, number)
    numbers = keep_actors(connection, number, briefing)
    names = {actor.id: actor.name for actor in briefing.actors}
    rows = _Rows(number, document, numbers, names)
    for row, position in enumerate(briefing.stands, first_row(number, POSITION)):
        rows.take(row, POSITION, position)
    for row, question in enumerate(briefing.questions, first_row(number, QUESTION)):
        rows.take(row, QUESTION, question)
    rows.write(connection)
    keep_threads(connection, number, briefing, numbers)


def index_notes(connection: sqlite3.Connection, number: int) -> None:
    """Take in the notes that belong to a document, in place of those that were there before."""
    drop_notes(connection, number)
    facet = document_facet(number)
    notes = connection.execute(
        "SELECT notes.number, text, published, publisher"
        " FROM notes JOIN documents ON documents.number = document WHERE document = ?",
        (number,),
    ).fetchall()
    for note, text, published, publisher in notes:
        words = words_of(text)
        connection.execute(
            "INSERT INTO note_words (rowid, note, facets) VALUES (?, ?, ?)",
            (note, " ".join(words), " ".join((facet, *facets_of(published, publisher)))),
        )
        _keep_words(connection, number, words)


def drop_notes(connection: sqlite3.Connection, number: int) -> None:
    """Take the notes that belong to a document out again."""
    connection.execute(
        "DELETE FROM note_words WHERE rowid IN"
        " (SELECT rowid FROM note_words WHERE note_words MATCH ?)",
        (f"facets : {document_facet(number)}",),
    )


def rebuild(connection: sqlite3.Connection, count: Count = uncounted) -> None:
    """Make the index and the list of actors again, from the documents, findings and journal.

    Args:
        connection: To the library.
        count: Told how far it is.

    Raises:
        sqlite3.Error: The library could not be written.
    """
    from briefings.library.marks import marks_of
    from briefings.library.replay import replayed
    from briefings.library.rows import found_in

    with atomic(connection):
        connection.execute("INSERT INTO sources (sources) VALUES ('delete-all')")
        for table in (
            *TABLES,
            "note_words",
            "stands",
            "appearances",
            "known_actors",
            "words",
            *THREADS,
        ):
            connection.execute(f"DELETE FROM {table}")
        numbers = connection.execute("SELECT number FROM documents ORDER BY number").fetchall()
        for done, (number,) in enumerate(numbers):
            count(done, len(numbers))
            try:
                document, found = found_in(connection, number)
            except LibraryError:
                continue  # one damaged briefing keeps nobody from the others; `check` tells of it
            if marks_of(connection, number).is_removed:
                continue
            index_source(connection, number, document)
            seen = replayed(connection, number, document, found).briefing
            index_findings(connection, number, document, seen)
            index_notes(connection, number)


class _Rows:
    """The rows of the items of a document.

    Args:
        number: The document's.
        document: The document.
        numbers: The number in the library of each listed actor, by its id in the briefing.
        names: The name of every actor, by its id.
    """

    def __init__(
        self, number: int, document: Document, numbers: dict[str, int], names: dict[str, str]
    ) -> None:
        self._number = number
        self._text = document.text
        self._published = document.published.date if document.published else ""
        self._facets = _facets(document)
        self._numbers = numbers
        self._names = names
        self._words: list[str] = []
        self._items: dict[int, dict[int, tuple[str, ...]]] = {POSITION: {}, QUESTION: {}}
        self._stands: list[tuple[Any, ...]] = []

    def take(self, row: int, kind: int, item: Position | Question) -> None:
        """Make the rows of one item."""
        from msgspec import json

        ids = dict.fromkeys(item.holders if isinstance(item, Position) else item.resolvers)
        names = [self._names[identity] for identity in ids if identity in self._names]
        actors = {self._numbers[identity] for identity in ids if identity in self._numbers}
        if isinstance(item, Position):
            told_by = [one for one in dict.fromkeys(item.sources) if one not in ids]
            sources = [self._names[one] for one in told_by if one in self._names]
            shown, words = _position(item, names, sources, self._text)
        else:
            shown, words = _question(item, names)
        named = [word for name in names for word in words_of(name)]
        topic = words_of(item.topic)
        label, strength = shown[1:3]
        facets = [*self._facets, label_facet(label), *map(actor_facet, sorted(actors))]
        if strength:
            facets.append(strength_facet(strength))
        self._items[kind][row] = (
            " ".join((*named, *words)),
            " ".join(topic),
            " ".join(facets),
            json.encode(shown).decode(),
        )
        self._stands += ((actor, kind, self._published, row, label, item.topic) for actor in actors)
        # The words of a position stand in the text, which has been taken in.
        new = words if isinstance(item, Question) else ()
        self._words += (*new, *named, *topic)

    def write(self, connection: sqlite3.Connection) -> None:
        # Only what is new is written, by ascending number: FTS5 writes out what it holds back
        # before it goes back to a lower one.
        numbers = (first_row(self._number), first_row(self._number + 1) - 1)
        for kind, items in self._items.items():
            table = TABLES[kind]
            before = {
                row: tuple(item)
                for row, *item in connection.execute(
                    f"SELECT id, c0, c1, c2, c3 FROM {table}_content WHERE id BETWEEN ? AND ?",
                    numbers,
                )
            }
            for row in sorted(before.keys() | items.keys()):
                item = items.get(row)
                if row in before and item != before[row]:
                    connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))
                    del before[row]
                if item is not None and row not in before:
                    connection.execute(
                        f"INSERT INTO {table} (rowid, words, topic, facets, shown)"
                        " VALUES (?, ?, ?, ?, ?)",
                        (row, *item),
                    )
        connection.executemany("INSERT INTO stands VALUES (?, ?, ?, ?, ?, ?)", self._stands)
        _keep_words(connection, self._number, self._words)


def _position(
    position: Position, names: list[str], sources: list[str], text: str
) -> tuple[Shown, list[str]]:
    """How a position is shown, and the words of the text that it is made of."""
    condition = (position.condition,) if position.condition else ()
    words: list[str] = []
    for span in sorted({*position.cue, *position.content, *condition}):
        words += words_of(span.of(text))
    shown: Shown = (
        position.id,
        position.stance.value,
        position.strength.value,
        position.topic,
        names,
        (position.sentence.start, position.sentence.end),
        [(span.start, span.end) for span in position.content or position.cue],
        "",
        (condition[0].start, condition[0].end) if condition else None,
        sources,
    )
    return shown, words


def _question(question: Question, names: list[str]) -> tuple[Shown, list[str]]:
    """How a question is shown, and its words."""
    shown: Shown = (
        question.id,
        question.kind.value,
        "",
        question.topic,
        names,
        (question.sentence.start, question.sentence.end),
        [(question.cue.start, question.cue.end)],
        question.text,
        None,
        [],
    )
    return shown, words_of(question.text)


def _drop_stands(connection: sqlite3.Connection, number: int) -> None:
    rows = (first_row(number), first_row(number + 1) - 1)
    actors = connection.execute(
        "SELECT DISTINCT actor, published FROM appearances WHERE document = ?", (number,)
    ).fetchall()
    connection.executemany(
        "DELETE FROM stands WHERE actor = ? AND kind IN (0, 1) AND published = ?"
        " AND row BETWEEN ? AND ?",
        ((actor, published, *rows) for actor, published in actors),
    )


def _columns(document: Document) -> tuple[list[str], ...]:
    """The folded words of a document by the columns of `sources`; they never change."""
    body = [
        word
        for span in document.paragraphs
        if span != document.title_span
        for word in words_of(span.of(document.text))
    ]
    title, publisher = words_of(document.title), words_of(document.origin.publisher)
    return list(title), list(publisher), body, _facets(document)


def _facets(document: Document) -> list[str]:
    published = document.published
    return facets_of(published.date if published else None, document.origin.publisher)


def _keep_words(connection: sqlite3.Connection, number: int, words: Iterable[str]) -> None:
    """Keep the words that are new, as seen first in the document of this number."""
    connection.executemany(
        "INSERT OR IGNORE INTO words (word, first) VALUES (?, ?)",
        [
            (word, number)
            for word in sorted(set(words))
            if len(word) <= LONGEST_WORD and not word.isdigit()
        ],
    )
