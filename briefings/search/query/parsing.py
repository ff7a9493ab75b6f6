"""How a query is read: in one pass, one part after the other, in time that grows with its length.

A part ends at white space outside of quotation marks. Straight and curly marks will do.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from briefings.document import Span
from briefings.folding import words_of
from briefings.search.query.fields import Field, QueryError, meanings

MAX_LENGTH = 400
"""Characters of a query."""

MAX_PARTS = 20
"""Words, phrases and filters of a query."""

MAX_WORDS = 20
"""Words of one phrase."""

OPENING = '"“„«'
CLOSING = '"”“»'


@dataclass(frozen=True, slots=True)
class Words:
    """A word that is looked for, or several in this order.

    Attributes:
        words: As the index has them: folded; one for a plain word.
        text: As they were typed, without marks.
        is_phrase: Whether they stood in quotation marks: then they are meant as they are spelt.
        is_excluded: Whether what has them is left out.
        span: Where the part stands in the query.
    """

    words: tuple[str, ...]
    text: str
    is_phrase: bool
    is_excluded: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition.

    Attributes:
        field: What it asks of.
        value: As it was typed, without quotation marks.
        values: What that stands for; what has any of them fits.
        is_excluded: Whether what fits is left out.
        span: Where the part stands in the query.
    """

    field: Field
    value: str
    values: tuple[str, ...]
    is_excluded: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was understood.

    Attributes:
        text: As it was typed.
        words: What is looked for, in order; all of it must be there.
        filters: The conditions, in order; all of them must hold.
    """

    text: str
    words: tuple[Words, ...] = ()
    filters: tuple[Filter, ...] = ()

    @property
    def wanted(self) -> tuple[Words, ...]:
        """The words that must be there."""
        return tuple(part for part in self.words if not part.is_excluded)

    @property
    def name(self) -> str:
        """What is looked for as one name, for the search of actors."""
        return " ".join(part.text for part in self.wanted)

    def of(self, field: Field) -> tuple[Filter, ...]:
        """The conditions on one field."""
        return tuple(one for one in self.filters if one.field is field)


def parse(text: str) -> Query:
    """Read a query.

    Words of which nothing can be looked for, such as a lone dash, are passed over.

    Raises:
        QueryError: It cannot be understood; the error says where.
    """
    if len(text) > MAX_LENGTH:
        raise QueryError(
            f"The query is longer than {MAX_LENGTH} characters", "shorten it", MAX_LENGTH
        )
    words: list[Words] = []
    filters: list[Filter] = []
    at = 0
    while (at := _after_space(text, at)) < len(text):
        end, part = _part(text, at)
        if isinstance(part, Filter):
            filters.append(part)
        elif part is not None:
            words.append(part)
        if len(words) + len(filters) > MAX_PARTS:
            raise QueryError(
                f"The query has more than {MAX_PARTS} words and filters", "leave some out", at
            )
        at = end
    return Query(text, tuple(words), tuple(filters))


def _part(text: str, start: int) -> tuple[int, Words | Filter | None]:
    """The part that begins at `start`, and where it ends."""
    is_excluded = text[start] == "-" and not _is_end(text, start + 1)
    at = start + is_excluded
    name, at_value = _field_name(text, at)
    if name:
        value, end = _value(text, at_value)
        field = _field(name, value, at)
        if field is not None:
            values = meanings(field, value, at_value)
            return end, Filter(field, value, values, is_excluded, Span(start, end))
    value, end = _value(text, at)
    folded = tuple(words_of(value))
    if len(folded) > MAX_WORDS:
        raise QueryError(f"More than {MAX_WORDS} words in a row", "leave some out", at)
    if not folded:
        return end, None
    is_phrase = text[at] in OPENING
    return end, Words(folded, value, is_phrase, is_excluded, Span(start, end))


def _field_name(text: str, at: int) -> tuple[str, int]:
    """The letters before a colon at `at`, and where the value begins; empty if there is none."""
    end = at
    while end < len(text) and text[end].isascii() and text[end].isalpha():
        end += 1
    if end == at or end == len(text) or text[end] != ":":
        return "", at
    return text[at:end], end + 1


def _field(name: str, value: str, at: int) -> Field | None:
    """The filter of this name; None if the colon is one of a sentence or an address.

    Raises:
        QueryError: It can only be meant for a filter, and there is none of the name.
    """
    known = name.casefold()
    if known in list(Field):
        return Field(known)
    if not value or value.startswith("/"):
        return None
    close = get_close_matches(known, list(Field), 1)
    meant = f"“{close[0]}:”" if close else f"one of {', '.join(Field)}"
    raise QueryError(
        f"There is no filter “{name}:”",
        f"write {meant}, or put it in quotation marks to look for the words",
        at,
    )


def _value(text: str, at: int) -> tuple[str, int]:
    """The value that begins at `at`, without quotation marks, and where the part ends.

    Raises:
        QueryError: A quotation mark is not closed.
    """
    if at < len(text) and text[at] in OPENING:
        for end in range(at + 1, len(text)):
            if text[end] in CLOSING and _is_end(text, end + 1):
                return text[at + 1 : end], end + 1
        raise QueryError("A quotation mark is not closed", "close it", at)
    end = at
    while not _is_end(text, end):
        end += 1
    return text[at:end], end


def _after_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _is_end(text: str, at: int) -> bool:
    return at >= len(text) or text[at].isspace()
