"""The word lists of open questions, read once."""

from __future__ import annotations

from functools import cache

from briefings.knowledge import load, words

_FILE = "en/questions"


@cache
def cues(kind: str, part: str) -> frozenset[str]:
    """One list of `knowledge/en/questions.toml`: lemmas in lower case."""
    return words(_FILE, kind, part)


@cache
def pairs(kind: str, part: str) -> tuple[tuple[str, str], ...]:
    """One table of the same file: its keys and values, in the order of the file."""
    return tuple(load(_FILE)[kind][part].items())
