"""Other words for what a role says: abbreviated titles, and the names and adjectives of states."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from briefings.folding import fold
from briefings.knowledge import load


@dataclass(frozen=True, slots=True)
class Synonym:
    """Words that stand for a stretch of a text.

    Attributes:
        words: The folded words somebody may type instead.
        start: The number of the first folded word they stand for.
        end: The number after the last one.
    """

    words: tuple[str, ...]
    start: int
    end: int


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], frozenset[str]]]]:
    """Phrases by their first word: the folded phrase, and the words that stand for it."""
    phrases: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for title, short in load("en/search_titles")["titles"].items():
        phrases[tuple(fold(title))].update(word for form in short for word in fold(form))
    for names, adjectives in _states():
        words = {word for name in (*names, *adjectives) for word in fold(name)}
        words |= {_initials(name) for name in names}
        words.discard("")
        for name in (*names, *adjectives):
            phrases[tuple(fold(name))].update(words)
    by_first: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = defaultdict(list)
    for phrase, words in sorted(phrases.items(), key=lambda item: -len(item[0])):
        if phrase:
            by_first[phrase[0]].append((phrase, frozenset(words)))
    return dict(by_first)


def _states() -> list[tuple[list[str], list[str]]]:
    """The names and the adjectives of each state and land."""
    states = []
    for key in ("states", "lands"):
        for line in load("states")[key].splitlines():
            if line.strip():
                fields = [*line.split("|"), "", ""]
                names = [fields[0].strip(), *_values(fields[1])]
                states.append((names, _values(fields[2])))
    return states


def _initials(name: str) -> str:
    """The initials of a name of several words, without the little ones: "nz"."""
    weighty = [word for word in fold(name) if word not in ("and", "of", "the")]
    return "".join(word[0] for word in weighty) if len(weighty) > 1 else ""


def _values(field: str) -> list[str]:
    return [value.strip() for value in field.split(",") if value.strip()]


@cache
def role_synonyms(role: str) -> tuple[Synonym, ...]:
    """What a role also answers to, in the order of its words."""
    words = fold(role)
    phrases = _phrases()
    found = []
    start = 0
    while start < len(words):
        for phrase, others in phrases.get(words[start], ()):
            end = start + len(phrase)
            if tuple(words[start:end]) == phrase:
                found.append(Synonym(tuple(sorted(others.difference(words))), start, end))
                start = end
                break
        else:
            start += 1
    return tuple(found)


@cache
def _names_of_states() -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for names, adjectives in _states():
        for name in names:
            found.setdefault(tuple(fold(name)), (*names, *adjectives))
    return found


def names_of_state(name: str) -> tuple[str, ...]:
    """The names and adjectives of the state or land of this name, if it is known."""
    return _names_of_states().get(tuple(fold(name)), ())
