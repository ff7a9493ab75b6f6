"""What holds for every test."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "same", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
"""The same examples in every run, and no judgement of how fast the machine is."""

settings.register_profile("thorough", settings.get_profile("same"), derandomize=False)
"""Other examples in every run: `pytest --hypothesis-profile=thorough`, to look for more."""

settings.load_profile("same")

for variable in ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR"):
    os.environ.pop(variable, None)  # they say how the screen looks, whatever terminal it is
    os.unsetenv(variable)  # readline, which pytest loads, sets some behind Python's back

LONGEST = 120
"""Characters of a value that the name of a test shows: some values are a megabyte long."""


def pytest_make_parametrize_id(val: object) -> str | None:
    """Call a test after the beginning of a long value, in letters that every terminal has."""
    if isinstance(val, str | bytes) and len(val) > LONGEST:
        return f"{val[:LONGEST]!a}... {len(val):,}"
    return None
