"""The word lists of open questions, read once."""

from __future__ import annotations

from functools import cache

from briefings.knowledge import words


@cache
def cues(kind: str, part: str) -> frozenset[str]:
    """One list of `knowledge/en/questions.toml`: lemmas in lower case."""
    return words("en/questions", kind, part)
