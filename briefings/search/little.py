"""Words that say little in a name: initials pass over them, and a query may get them wrong."""

from __future__ import annotations

from functools import cache

from briefings.knowledge import words


@cache
def little_words() -> frozenset[str]:
    """Articles, prepositions and particles of names, folded."""
    return words("en/search_titles", "little")
