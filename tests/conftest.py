"""What holds for every test."""

from __future__ import annotations

LONGEST = 120
"""Characters of a value that the name of a test shows: some values are a megabyte long."""


def pytest_make_parametrize_id(val: object) -> str | None:
    """Call a test after the beginning of a long value, in letters that every terminal has."""
    if isinstance(val, str | bytes) and len(val) > LONGEST:
        return f"{val[:LONGEST]!a}... {len(val):,}"
    return None
