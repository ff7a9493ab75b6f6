"""What a step of the schema is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import sqlite3

Count: TypeAlias = Callable[[int, int], None]
"""Told how many briefings are done, and of how many."""

Told: TypeAlias = Callable[[str, int, int], None]
"""Told what is being done, how much of it, and of how much; 0 if nobody knows."""

Statement: TypeAlias = "str | Callable[[sqlite3.Connection, Count], None]"
"""SQL, or a function where SQL alone cannot fill a table from what is there."""


def untold(_what: str, _done: int, _total: int) -> None:
    """A `Told` for whom nobody waits."""


def uncounted(_done: int, _total: int) -> None:
    """A `Count` for whom nobody waits."""


Step: TypeAlias = tuple[Statement, ...]
