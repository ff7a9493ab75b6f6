"""How much a cue counts in a construction: the lists of `knowledge/en/cues.toml`, by look-up.

In all word lists of this package entries stand between commas or line ends, and `#` begins a
comment that runs to the end of the line.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Protocol

from briefings.analysis.positions.frames import Frame
from briefings.knowledge import load, words

_GRADES = {"sure": 0.85, "likely": 0.62, "possible": 0.4, "weak": 0.3}


class Lexicon(Protocol):
    """Anything that knows weights of cues."""

    def weight(self, frame: Frame, key: str) -> float | None:
        """The weight, or None if the cue makes no attribution in this construction."""


class WordLists:
    """The weights of the word lists.

    Each construction has lists of cues by how sure they are, keyed as `Candidate.key` is. `open`
    is the grade of a cue on no list; without it the construction is closed. `barred` cues are
    none at all.
    """

    def __init__(self, name: str = "en/cues") -> None:
        self._weights: dict[str, dict[str, float]] = {}
        self._open: dict[str, float] = {}
        for frame in Frame:
            lists = load(name).get(frame, {})
            self._weights[frame] = {
                key: weight
                for grade, weight in {"barred": 0.0, **_GRADES}.items()
                for key in entries(lists.get(grade, ""))
            }
            if "open" in lists:
                self._open[frame] = _GRADES[lists["open"]]

    def weight(self, frame: Frame, key: str) -> float | None:
        """The weight of a cue in a construction; None if it is closed to this cue."""
        known = self._weights[frame].get(key)
        if known is None:
            known = self._open.get(frame)
        return known or None


@cache
def word_lists() -> WordLists:
    """The weights of the word lists, read once."""
    return WordLists()


@cache
def word_set(name: str, *keys: str) -> frozenset[str]:
    """A word list of this package as a set; `keys` lead to it inside its file."""
    value: Any = load(name)
    for key in keys:
        value = value[key]
    return frozenset(entries(value))


@cache
def line_set(name: str, *keys: str) -> frozenset[str]:
    """A word list of another part of the analysis, with one entry a line, as a set."""
    return words(name, *keys)


def entries(block: str) -> list[str]:
    """The entries of a list, in order."""
    lines = (line.partition("#")[0] for line in block.splitlines())
    return [entry for line in lines for part in line.split(",") if (entry := part.strip())]
