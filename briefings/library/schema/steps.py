"""What a step of the schema is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import sqlite3

Statement: TypeAlias = "str | Callable[[sqlite3.Connection], None]"
"""SQL, or a function where SQL alone cannot fill a table from what is there."""

Step: TypeAlias = tuple[Statement, ...]
