"""Which given names stand for each other: "Mike" and Michael."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from briefings.folding import fold
from briefings.knowledge import load


@cache
def _partners() -> dict[str, frozenset[str]]:
    partners: dict[str, set[str]] = defaultdict(set)
    for line in load("en/nicknames")["names"].splitlines():
        if line.strip():
            full, *short = fold(line)
            partners[full].update(short)
            for name in short:
                partners[name].add(full)
    return {name: frozenset(others) for name, others in partners.items()}


def other_forms(name: str) -> frozenset[str]:
    """The short forms of a folded given name, or the full ones of a short form."""
    return _partners().get(name, frozenset())
