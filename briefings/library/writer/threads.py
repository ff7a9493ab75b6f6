"""How issues, open questions and ties of a briefing come among those of the whole library.

What is written here is read by `library.threads`.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

from briefings.briefing import Briefing, Family, Question
from briefings.corrections import QuestionStatus, find_question
from briefings.folding import words_of
from briefings.library.marks import marks_of
from briefings.library.topics import is_shared, issue_key
from briefings.library.writer.numbering import POSITION, QUESTION, first_row

RANKS = {status: rank for rank, status in enumerate(QuestionStatus)}
"""The number of a status in the table `ledger`."""

SIDES = frozenset({Family.FOR, Family.AGAINST})
"""The families that take a side on an issue."""

TABLES = ("issues", "ledger", "ties")

_ISSUES = "SELECT topic, actor, published, row, label FROM issues WHERE row BETWEEN ? AND ?"
_LEDGER = """
    SELECT row, published, kind, status, topic, resolver, lead FROM ledger WHERE row BETWEEN ? AND ?
"""
_TIES = """
    SELECT actor, published, document, number, is_subject, kind, label, other, name, start, end
    FROM ties WHERE document = ?
"""


@dataclass(frozen=True, slots=True)
class Threads:
    """The rows of one document in the three tables."""

    issues: frozenset[tuple[Any, ...]]
    questions: frozenset[tuple[Any, ...]]
    ties: frozenset[tuple[Any, ...]]


def keep_threads(
    connection: sqlite3.Connection, number: int, briefing: Briefing, numbers: dict[str, int]
) -> None:
    """Take in what a reader sees of a briefing, in place of what was there before.

    Part of the transaction of its change.

    Args:
        connection: To the library.
        number: The document's.
        briefing: With all rules and corrections applied.
        numbers: The number in the library of each listed actor, by its id in the briefing.
    """
    wanted, kept = (
        threads_of(connection, number, briefing, numbers),
        kept_threads(connection, number),
    )
    if wanted == kept:
        return
    first, last = first_row(number), first_row(number + 1) - 1
    if wanted.issues != kept.issues:
        connection.execute("DELETE FROM issues WHERE row BETWEEN ? AND ?", (first, last))
        _insert(connection, "issues", wanted.issues)
    if wanted.questions != kept.questions:
        connection.execute("DELETE FROM ledger WHERE row BETWEEN ? AND ?", (first, last))
        _insert(connection, "ledger", wanted.questions)
    if wanted.ties != kept.ties:
        connection.execute("DELETE FROM ties WHERE document = ?", (number,))
        _insert(connection, "ties", wanted.ties)


def keep_statuses(connection: sqlite3.Connection, number: int) -> None:
    """Let the statuses of a document's questions follow the journal; part of a transaction."""
    from briefings.library.replay import replayed
    from briefings.library.rows import found_in

    first, last = first_row(number), first_row(number + 1) - 1
    has_status = connection.execute(
        "SELECT 1 FROM ledger WHERE row BETWEEN ? AND ? AND status != 0", (first, last)
    )
    if not (has_status.fetchone() or marks_of(connection, number).statuses):
        return
    document, found = found_in(connection, number)
    seen = replayed(connection, number, document, found).briefing
    ranks = _ranks(connection, number, seen)
    connection.executemany(
        "UPDATE ledger SET status = ? WHERE row = ?",
        (
            (ranks.get(question.id, 0), row)
            for row, question in enumerate(seen.questions, first_row(number, QUESTION))
        ),
    )


def threads_of(
    connection: sqlite3.Connection, number: int, briefing: Briefing, numbers: dict[str, int]
) -> Threads:
    """The rows that a briefing should have; compare `keep_threads`."""
    row = connection.execute("SELECT published FROM documents WHERE number = ?", (number,))
    published = row.fetchone()[0] or ""
    return Threads(
        _issues(number, published, briefing, numbers),
        _questions(number, published, briefing, _ranks(connection, number, briefing)),
        _ties(number, published, briefing, numbers),
    )


def kept_threads(connection: sqlite3.Connection, number: int) -> Threads:
    """The rows that a document has."""
    rows = (first_row(number), first_row(number + 1) - 1)
    return Threads(
        frozenset(connection.execute(_ISSUES, rows)),
        frozenset(connection.execute(_LEDGER, rows)),
        frozenset(connection.execute(_TIES, (number,))),
    )


def _issues(
    number: int, published: str, briefing: Briefing, numbers: dict[str, int]
) -> frozenset[tuple[Any, ...]]:
    return frozenset(
        (issue, numbers[holder], published, row, position.stance.value)
        for row, position in enumerate(briefing.stands, first_row(number, POSITION))
        if position.stance.family in SIDES and is_shared(issue := issue_key(position.topic))
        for holder in position.holders
        if holder in numbers
    )


def _questions(
    number: int, published: str, briefing: Briefing, ranks: dict[str, int]
) -> frozenset[tuple[Any, ...]]:
    names = {actor.id: actor.name for actor in briefing.actors}
    rows = list(enumerate(briefing.questions, first_row(number, QUESTION)))
    row_of = {question.id: row for row, question in reversed(rows)}
    lead_of = {other.id: lead.id for lead, others in briefing.matters for other in others}
    return frozenset(
        (
            row,
            published,
            question.kind.value,
            ranks.get(question.id, 0),
            issue_key(question.topic),
            _first_name(question, names),
            row_of[lead_of[question.id]] if question.id in lead_of else row,
        )
        for row, question in rows
    )


def _first_name(question: Question, names: dict[str, str]) -> str:
    """What a list by who can settle it is sorted by; empty if nobody is named."""
    return " ".join(words_of(names.get(question.resolvers[0], ""))) if question.resolvers else ""


def _ties(
    number: int, published: str, briefing: Briefing, numbers: dict[str, int]
) -> frozenset[tuple[Any, ...]]:
    names = {actor.id: actor.name for actor in briefing.actors}
    found = set()
    for count, relation in enumerate(briefing.relations):
        sides = ((relation.subject, relation.object), (relation.object, relation.subject))
        for is_subject, (one, other) in zip((1, 0), sides, strict=True):
            if one in numbers and other in names:
                span = relation.span
                tie = (relation.kind, relation.label, numbers.get(other, 0), names[other])
                place = (numbers[one], published, number, count, is_subject)
                found.add((*place, *tie, span.start, span.end))
    return frozenset(found)


def _ranks(connection: sqlite3.Connection, number: int, briefing: Briefing) -> dict[str, int]:
    """The rank of the status of each question that has one, by its id in the briefing."""
    statuses = marks_of(connection, number).statuses.values()
    ranks = {}
    for _, anchor, status in sorted(statuses, key=lambda one: one[0]):
        if question := find_question(briefing, anchor):
            ranks[question.id] = RANKS[status]
    return ranks


def _insert(connection: sqlite3.Connection, table: str, rows: frozenset[tuple[Any, ...]]) -> None:
    for row in sorted(rows)[:1]:
        marks = ", ".join("?" * len(row))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", sorted(rows))
