"""The knowledge that actors are found with, in the shape the rules ask for.

Everything is read from `briefings.knowledge` when it is first asked for, and only once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefings.briefing import ActorType
from briefings.knowledge import load, words

Pieces = tuple[str, ...]
_PIECE = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Known:
    """A state, place or organisation of the knowledge files.

    Attributes:
        name: Its usual name.
        type: What it is.
        state: The state that it belongs to, or empty.
    """

    name: str
    type: ActorType
    state: str = ""


def pieces(text: str) -> Pieces:
    """A name cut into words and single signs, so that it meets the text however it is cut."""
    if text.isalpha():
        return (text,)
    return tuple(_PIECE.findall(text.replace("’", "'")))


def _rows(file: str, key: str, width: int) -> Iterator[list[str]]:
    for line in load(file)[key].splitlines():
        if line.strip():
            fields = [field.strip() for field in line.split("|")]
            yield fields + [""] * (width - len(fields))


def _values(field: str, sign: str = ",") -> list[str]:
    return [value.strip() for value in field.split(sign) if value.strip()]


@cache
def gazetteer() -> dict[Pieces, Known]:
    """Every known name, by its pieces; states before organisations before cities."""
    found: dict[Pieces, Known] = {}
    for name, known in _known_names():
        found.setdefault(pieces(name), known)
    return found


def _known_names() -> Iterator[tuple[str, Known]]:
    for name, others, _, _, capital, seats in _rows("states", "states", 6):
        known = Known(name, ActorType.STATE)
        yield from ((n, known) for n in [name, *_values(others)])
        for seat in _values(seats):
            yield seat, Known(seat, ActorType.GOVERNMENT, name)
        for city in _values(capital):
            yield city, Known(_values(capital)[0], ActorType.PLACE, name)
    for kind in load("organizations"):
        for name, others, state in _rows("organizations", kind, 3):
            known = Known(name, ActorType(kind), state)
            yield from ((n, known) for n in [name, *_values(others)])
    for name, others, _, _, state in _rows("states", "lands", 5):
        known = Known(name, ActorType.PLACE, state)
        yield from ((n, known) for n in [name, *_values(others)])
    for name, others, _ in _rows("states", "us_states", 3):
        known = Known(name, ActorType.PLACE, "United States")
        yield from ((n, known) for n in [name, *_values(others)])
    for name, _ in _rows("states", "regions", 2):
        yield name, Known(name, ActorType.PLACE)
    for name, others in _rows("cities", "aliases", 2):
        yield from ((n, Known(name, ActorType.PLACE)) for n in [name, *_values(others, ";")])
    for name in words("cities", "names"):
        yield name, Known(name, ActorType.PLACE)


@cache
def longest_known() -> dict[str, int]:
    """For the first piece of a known name, how many pieces its longest name has."""
    lengths: dict[str, int] = {}
    for parts in gazetteer():
        lengths[parts[0]] = max(lengths.get(parts[0], 0), len(parts))
    return lengths


@cache
def regions() -> frozenset[str]:
    """Parts of the world: "Europe", "Middle East"."""
    return frozenset(name for name, _ in _rows("states", "regions", 2))


@cache
def capitals() -> frozenset[str]:
    """The names of capitals, one each: "Kyiv"."""
    cities = (_values(row[4]) for row in _rows("states", "states", 6))
    return frozenset(names[0] for names in cities if names)


@cache
def lands() -> frozenset[str]:
    """Places that are larger than a city."""
    found = {row[0] for row in _rows("states", "lands", 5)}
    return frozenset(found | {row[0] for row in _rows("states", "us_states", 3)}) | regions()


@cache
def adjectives() -> dict[Pieces, Known]:
    """Nationality adjectives of states and lands: "French" -> France."""
    found: dict[Pieces, Known] = {}
    for name, _, forms, _, _, _ in _rows("states", "states", 6):
        for form in _values(forms):
            found.setdefault(pieces(form), Known(name, ActorType.STATE))
    for name, _, forms, _, state in _rows("states", "lands", 5):
        for form in _values(forms):
            found.setdefault(pieces(form), Known(name, ActorType.PLACE, state))
    return found


@cache
def parties() -> dict[str, Known]:
    """Adjectives of parties: "Republican" -> the Republican Party."""
    table = load("en/titles")["parties"]
    return {word: gazetteer()[pieces(name)] for word, name in table.items()}


@cache
def namesakes() -> dict[str, tuple[str, frozenset[str]]]:
    """States with a namesake elsewhere: its state, and the places that tell it."""
    rows = _rows("states", "namesakes", 3)
    return {name: (state, frozenset(_values(places))) for name, state, places in rows}


@cache
def origin_words() -> frozenset[str]:
    """Single words that tell where someone is from: "French", "European", "Texan"."""
    found = {parts[0] for parts in adjectives() if len(parts) == 1}
    found |= {form for _, forms in _rows("states", "regions", 2) for form in _values(forms)}
    return frozenset(found | set(peoples()) | set(parties()))


@cache
def peoples() -> dict[str, Known]:
    """Nouns for the people of a state: "Russians", "Swede", "Frenchmen"."""
    found: dict[str, Known] = {}
    tables = [(row, ActorType.STATE, "") for row in _rows("states", "states", 6)]
    tables += [(row, ActorType.PLACE, row[4]) for row in _rows("states", "lands", 5)]
    for row, kind, state in tables:
        known = Known(row[0], kind, state)
        nouns = _values(row[3]) or [f for f in _values(row[2]) if f.endswith(("n", "i", "ot"))]
        for noun in nouns:
            if " " not in noun:
                found.setdefault(noun, known)
                found.setdefault(f"{noun}s", known)
    for _, _, people in _rows("states", "us_states", 3):
        if people and " " not in people:
            found.setdefault(f"{people}s", Known("United States", ActorType.STATE))
    return found


@cache
def head_kinds() -> dict[str, ActorType]:
    """Head words of organisations' names and the kind they show; lower case."""
    found: dict[str, ActorType] = {}
    for kind, heads in load("en/designators")["heads"].items():
        for head in heads:
            found.setdefault(head, ActorType(kind))
    return found


@cache
def body_kinds() -> dict[str, ActorType]:
    """Common nouns for one body, and the kind of names they stand for; lower case."""
    found: dict[str, ActorType] = {}
    for kind, nouns in load("en/nouns")["bodies"].items():
        for noun in nouns:
            found.setdefault(noun, ActorType(kind))
    return found


@cache
@cache
def names_of(gender: str) -> frozenset[str]:
    """First names, of `female`, `male` or `either`."""
    return frozenset(load("first_names")[gender].split())


@cache
def short_names() -> dict[str, frozenset[str]]:
    """The full names that a first name may be short for, and itself: "Joe" -> Joseph, Joe."""
    table: dict[str, set[str]] = {}
    for line in load("en/nicknames")["names"].splitlines():
        for name in line.split():
            table.setdefault(name, {name}).add(line.split()[0])
    return {name: frozenset(full) for name, full in table.items()}


@cache
def is_first_name(word: str) -> bool:
    """Whether a word is known as a first name; both parts of a double name may be."""
    word = word.replace("’", "'")
    if any(word in names_of(gender) for gender in ("female", "male", "either")):
        return True
    parts = word.split("-")
    return len(parts) > 1 and is_first_name(parts[0])


@cache
def gender_of_first_name(word: str) -> str:
    """`female`, `male`, or nothing if the name does not tell."""
    for gender in ("female", "male"):
        if word in names_of(gender):
            return gender
    return gender_of_first_name(word.split("-")[0]) if "-" in word else ""


@cache
def designators(*keys: str) -> frozenset[str]:
    """A word list of `en/designators`."""
    return words("en/designators", *keys)


@cache
def agency(key: str) -> frozenset[str]:
    """A word list of `en/agency`: `saying`, `doing`, `staff` or `stances`."""
    return words("en/agency", key)


@cache
def titles(key: str) -> frozenset[str]:
    """A word list of `en/titles`: `honorifics`, `persons`, `modifiers` ..."""
    return words("en/titles", key)


@cache
def abbreviated_titles() -> dict[str, str]:
    """Short forms of address, small and without a point -> the office: "sen" -> senator."""
    found: dict[str, str] = load("en/titles")["abbreviated"]
    return found


@cache
def grammar(key: str) -> frozenset[str]:
    """A closed list of `en/grammar`."""
    return words("en/grammar", key)


@cache
def nouns(*keys: str) -> frozenset[str]:
    """A word list of `en/nouns`."""
    return words("en/nouns", *keys)
