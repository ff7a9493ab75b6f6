"""Facts the analysis rests on, as TOML files beside this module.

What belongs to the English language (cue words, titles, connectives) lies in `en/`; what does not
(states, organisations) beside it. A rule of grammar is code; a word is data.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import tomli


@cache
def load(name: str) -> dict[str, Any]:
    """The contents of one knowledge file, read once.

    Args:
        name: Path below this folder without ending, such as `states` or `en/cues`.

    Raises:
        FileNotFoundError: If there is no such file.
    """
    return tomli.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def words(name: str, *keys: str) -> frozenset[str]:
    """A word list of a knowledge file as a set.

    Takes a TOML array, or a multi-line string with one entry a line, which is quicker to read
    for long lists. Empty lines and lines that begin with `#` are left out.
    """
    value: Any = load(name)
    for key in keys:
        value = value[key]
    if isinstance(value, str):
        lines = (line.strip() for line in value.splitlines())
        return frozenset(line for line in lines if line and not line.startswith("#"))
    return frozenset(value)
