"""What full-text search looks for, and how SQLite is asked for it.

Only folded words and facets get into the language of FTS5, each in quotation marks, so that
nothing that somebody types can mean anything in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Phrase: TypeAlias = tuple[str, ...]
"""Folded words in this order."""

AnyOf: TypeAlias = tuple[Phrase, ...]
"""One of these has to be there."""


PUBLISHED_BY = "publisher COLLATE NOCASE IN (SELECT value FROM json_each(?))"
"""The condition of SQL that one of several, a list in JSON, has published a document."""


_YEAR = len("2031")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; all of it must hold.

    Attributes:
        words: Each is there.
        topics: Each is there in the topic.
        facets: Of each at least one is there.
        labels: The same for what an item is labelled with, of which there are few kinds.
        actors: The same for the numbers of actors.
        publishers: Of each of these one published the document.
        tags: The document has each.
        since: It was published on that day or later; a date cut to its precision, or empty.
        before: It was published before that day; the same.
        unwanted: None of these is there.
        unwanted_topics: Nor these in the topic,
        unwanted_facets: nor these,
        unwanted_actors: nor these,
        unwanted_tags: nor does the document have these.
    """

    words: tuple[AnyOf, ...] = ()
    topics: tuple[AnyOf, ...] = ()
    facets: tuple[tuple[str, ...], ...] = ()
    labels: tuple[tuple[str, ...], ...] = ()
    actors: tuple[tuple[int, ...], ...] = ()
    publishers: tuple[tuple[str, ...], ...] = ()
    tags: tuple[str, ...] = ()
    since: str = ""
    before: str = ""
    unwanted: AnyOf = ()
    unwanted_topics: AnyOf = ()
    unwanted_facets: tuple[str, ...] = ()
    unwanted_actors: tuple[int, ...] = ()
    unwanted_tags: tuple[str, ...] = ()

    @property
    def is_impossible(self) -> bool:
        """Whether one of several has to be there, of which there are none."""
        return not all((*self.words, *self.topics, *self.facets, *self.labels, *self.actors))


@dataclass(slots=True)
class OnDocuments:
    """What is asked of the documents themselves.

    Attributes:
        publishers: Of each of these one published it.
        unwanted_publishers: None of these did.
        since: It was published on that day or later; a date cut to its precision, or empty.
        before: It was published before that day; the same.
        tags: It has these.
        unwanted_tags: It has none of these.
    """

    publishers: list[tuple[str, ...]] = field(default_factory=list)
    unwanted_publishers: list[str] = field(default_factory=list)
    since: str = ""
    before: str = ""
    tags: list[str] = field(default_factory=list)
    unwanted_tags: list[str] = field(default_factory=list)

    @property
    def is_any(self) -> bool:
        """Whether anything is asked at all."""
        return any(
            (
                self.publishers,
                self.unwanted_publishers,
                self.since,
                self.before,
                self.tags,
                self.unwanted_tags,
            )
        )


def published_between(column: str, since: str, before: str) -> tuple[list[str], list[str]]:
    """Conditions of SQL on a date of publication, and their values.

    What is dated by its month or year only lies between if the whole of it does; what is undated
    never does.
    """
    conditions, values = [], []
    if since:
        # An index answers for the year, which is no later than what is dated by less than a day.
        conditions.append(f"{column} >= ?")
        values.append(since[:_YEAR])
        if len(since) > _YEAR:
            conditions.append(f"substr({column} || '-01-01', 1, 10) >= ?")
            values.append(since)
    if before:
        # The sign comes after every digit and dash.
        conditions.append(f"{column} > '' AND {column} || '~' < ?")
        values.append(before)
    return conditions, values


def any_of(columns: str, phrases: Iterable[Phrase]) -> str:
    """An expression of FTS5 for one of several phrases in some columns."""
    return f"{{{columns}}} : ({' OR '.join(map(_quoted, phrases))})"


def expression(wanted: Sequence[str], unwanted: Sequence[str]) -> str:
    """An expression of FTS5 for all of some and none of others; empty if nothing is wanted."""
    if not wanted:
        return ""
    both = " AND ".join(f"({one})" for one in wanted)
    return f"({both}) NOT ({' OR '.join(unwanted)})" if unwanted else both


def _quoted(phrase: Phrase) -> str:
    return f'"{" ".join(phrase)}"'
