"""A page of the list of questions, wherever it stands, without going through those before it.

The table `ledger_steps` counts the questions of each part of every order: by these numbers the
parts before a page are stepped over, and only the one that it begins in is gone through.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

_LETTERED = ("topic", "resolver")
_LETTERS = 2
"""So many letters of a topic or a name make a step, as `schema.counts` counts them."""

_MONTH = len("2031-04")

_AFTER_ALL = "\U0010ffff"
_ANY_STATUS = -1


@dataclass(frozen=True, slots=True)
class Counted:
    """Which questions are asked for, of what the steps count.

    Attributes:
        sort: The order: `newest`, `topic`, `resolver` or `status`.
        statuses: The numbers of their statuses; empty means any.
        kinds: Their kinds; empty means any.
        leads_only: Whether only the clearest statement of each matter is asked for.
    """

    sort: str
    statuses: Collection[int]
    kinds: Collection[str]
    leads_only: bool


@dataclass(frozen=True, slots=True)
class _Step:
    """A part of an order: those of one status, or any, that begin so, or of one month."""

    status: int
    begins: str
    month: str
    questions: int


def counts_of(connection: sqlite3.Connection, asked: Counted) -> dict[int, int]:
    """How many questions there are of each status, whichever are asked for; of none no number.

    Raises:
        sqlite3.Error: The library could not be read.
    """
    where, values = _conditions(asked, "is_lead", has_status=False)
    rows = connection.execute(
        "SELECT status, sum(questions) AS many FROM ledger_steps"
        f" WHERE sort = 'newest' AND {where} GROUP BY status HAVING many > 0",
        values,
    )
    return dict(rows.fetchall())


def rows_of(
    connection: sqlite3.Connection, asked: Counted, limit: int, offset: int
) -> list[tuple[int, int]]:
    """The numbers and statuses of the questions of a page.

    Raises:
        sqlite3.Error: The library could not be read.
    """
    found: list[tuple[int, int]] = []
    for step in _steps(connection, asked):
        if len(found) >= limit:
            break
        if offset >= step.questions:
            offset -= step.questions
            continue
        found += _rows_in(connection, asked, step, limit - len(found), offset)
        offset = 0
    return found


def _steps(connection: sqlite3.Connection, asked: Counted) -> Iterator[_Step]:
    """The parts of an order in which there is anything, in that order."""
    where, values = _conditions(asked, "is_lead")
    status = "status" if asked.sort == "status" else f"{_ANY_STATUS}"
    rows = connection.execute(
        f"SELECT {status} AS one, step, month, sum(questions) AS many FROM ledger_steps"
        f" WHERE sort = ? AND {where} GROUP BY one, step, month HAVING many > 0"
        " ORDER BY one, step = '', step, month DESC",
        ("newest" if asked.sort == "status" else asked.sort, *values),
    )
    return (_Step(*row) for row in rows.fetchall())


def _rows_in(
    connection: sqlite3.Connection, asked: Counted, step: _Step, limit: int, offset: int
) -> list[tuple[int, int]]:
    """A page of one part."""
    where, values = _conditions(asked, "+lead = row")
    conditions, order = [where], "published DESC, row DESC"
    if step.status != _ANY_STATUS:
        conditions.append("status = ?")
        values.append(step.status)
    if asked.sort in _LETTERED:
        conditions.append(f"({asked.sort} = '') = ?")
        values.append(not step.begins)
        order = f"{asked.sort}, {order}"
    if step.begins:
        column, begins, length = asked.sort, step.begins, _LETTERS
    else:
        column, begins, length = "published", step.month, _MONTH
    if len(begins) == length:
        conditions.append(f"{column} >= ? AND {column} < ?")
        values += [begins, begins + _AFTER_ALL]
    else:  # it has no more letters than these
        conditions.append(f"{column} = ?")
        values.append(begins)
    rows = connection.execute(
        f"SELECT row, status FROM ledger WHERE {' AND '.join(conditions)}"
        f" ORDER BY {order} LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return rows.fetchall()


def _conditions(asked: Counted, is_lead: str, *, has_status: bool = True) -> tuple[str, list[Any]]:
    """What is asked for, in SQL. The signs keep SQLite in the index of the order."""
    conditions: list[str] = ["TRUE"]
    values: list[Any] = []
    if asked.leads_only:
        conditions.append(is_lead)
    for column, some in (("kind", asked.kinds), ("status", asked.statuses)):
        if some and (has_status or column == "kind"):
            conditions.append(f"+{column} IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(sorted(some)))
    return " AND ".join(conditions), values
