"""The lines of text under which an actor is found: the name, each alias, each role.

A role also answers to other words for what it says, which are worked out here, once, and not while
somebody types: "Prime Minister of Norway" to `pm` and `norwegian`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from briefings.folding import fold
from briefings.search.candidates import Candidate
from briefings.search.synonyms import names_of_state, role_synonyms

_LANDS = ("state", "place")  # the kinds of actors that the states of the knowledge may be


class Field(IntEnum):
    """What a line says of its actor."""

    NAME = 0
    ALIAS = 1
    ROLE = 2


@dataclass(slots=True)
class Entry:
    """One line.

    Attributes:
        field: What the line says.
        text: What is shown.
        words: The folded words of `text`, then the other words it answers to.
        shown: How many of the words stand in the text.
        named: How many of these belong to the name.
        role: The part of the text that is a role, or empty.
    """

    field: Field
    text: str
    words: list[str]
    shown: int
    named: int
    role: str = ""


def entries_of(candidate: Candidate) -> Iterator[Entry]:
    """The lines of a candidate, the name first, none twice."""
    name = fold(candidate.name)
    seen = {tuple(name)}
    yield Entry(Field.NAME, candidate.name, name, len(name), len(name))
    aliases = candidate.aliases
    if candidate.kind in _LANDS:
        aliases += names_of_state(candidate.name)
    for alias in aliases:
        words = fold(alias)
        if words and tuple(words) not in seen:
            seen.add(tuple(words))
            yield Entry(Field.ALIAS, alias, words, len(words), len(words))
    for role in dict.fromkeys(part.strip() for part in candidate.role.split(";")):
        words, others = _role_words(role)
        if words:
            shown = [*name, *words]
            text = f"{candidate.name}, {role}"
            yield Entry(Field.ROLE, text, [*shown, *others], len(shown), len(name), role)


@lru_cache(1024)
def _role_words(role: str) -> tuple[list[str], list[str]]:
    """The folded words of a role, which many actors may have, and the others it answers to."""
    others = {word for synonym in role_synonyms(role) for word in synonym.words}
    return fold(role), sorted(others)
