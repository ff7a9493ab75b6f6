"""What may be typed next: names of filters, and their values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from briefings.document import Span
from briefings.search.query.fields import Field, choices
from briefings.search.query.parsing import CLOSING, MAX_LENGTH, OPENING

Values: TypeAlias = Callable[[Field, str], Iterable[str]]
"""The values in use of a filter that takes any, for the beginning that was typed; best first."""

MOST = 20

_UNQUOTED = dict.fromkeys(map(ord, OPENING + CLOSING), " ")


@dataclass(frozen=True, slots=True)
class Completion:
    """Something to put in place of what stands at the cursor.

    Attributes:
        text: What to put there.
        span: The part of the query that it replaces.
        help: What it means, or empty.
    """

    text: str
    span: Span
    help: str = ""


def completions(text: str, cursor: int, values: Values | None = None) -> list[Completion]:
    """What may stand at the cursor, best first.

    Args:
        text: The query.
        cursor: An offset in it, in code points.
        values: Where the values of actors, sources, tags and topics come from.
    """
    text = text[:MAX_LENGTH]
    cursor = max(0, min(cursor, len(text)))
    start = _start_of_part(text, cursor)
    end = _end_of_part(text, cursor)
    if text[start:cursor].startswith("-"):
        start += 1
    typed = text[start:cursor]
    name, colon, value = typed.partition(":")
    if not colon:
        beginning = name.casefold()
        return [
            Completion(f"{field}:", Span(start, end), field.help)
            for field in Field
            if beginning and field.startswith(beginning)
        ]
    if name.casefold() not in list(Field):
        return []
    field = Field(name.casefold())
    if value[:1] in OPENING:
        value = value[1:]
    allowed = choices(field)
    found: Iterable[str]
    if allowed:
        found = [one for one in allowed if one.startswith(value.casefold())]
    else:
        found = values(field, value) if values is not None else ()
    return [
        Completion(f"{field}:{quoted(one)}", Span(start, end))
        for one in list(dict.fromkeys(found))[:MOST]
    ]


def quoted(value: str) -> str:
    """A value as it is typed: in quotation marks if it has spaces."""
    value = " ".join(value.translate(_UNQUOTED).split())
    return f'"{value}"' if " " in value else value


def _start_of_part(text: str, cursor: int) -> int:
    """Where the part at the cursor begins; a space inside of quotation marks parts nothing."""
    start = 0
    inside = False
    for at, character in enumerate(text[:cursor]):
        if character.isspace() and not inside:
            start = at + 1
        elif character in OPENING and not inside and (at == start or text[at - 1] in ":-"):
            inside = True
        elif character in '"”»' and inside and text[at + 1 : at + 2].isspace():
            inside = False
    return start


def _end_of_part(text: str, cursor: int) -> int:
    """Where the word at the cursor ends."""
    end = cursor
    while end < len(text) and not text[end].isspace():
        end += 1
    return end
