"""What a query can be narrowed by, and which values a filter may have."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import cache

from briefings.briefing import ActorType, Family, QuestionKind, Stance, Strength
from briefings.errors import BriefingError


class QueryError(BriefingError):
    """A query that cannot be understood.

    Attributes:
        offset: Where in the query, in code points.
    """

    def __init__(self, what: str, remedy: str, offset: int) -> None:
        super().__init__(what, remedy)
        self.offset = offset


class Field(StrEnum):
    """The filters, in the order in which they are offered."""

    ACTOR = "actor"
    STANCE = "stance"
    TOPIC = "topic"
    KIND = "kind"
    STRENGTH = "strength"
    SOURCE = "source"
    TAG = "tag"
    SINCE = "since"
    BEFORE = "before"

    @property
    def help(self) -> str:
        """What the filter asks for, in a few words."""
        return _HELP[self]


_HELP = {
    Field.ACTOR: "who holds the position, can settle the question, or appears",
    Field.STANCE: "what the position does: commits, opposes, demands …",
    Field.TOPIC: "words of the topic",
    Field.KIND: "kind of question or of actor: disputed, awaited, person, state …",
    Field.STRENGTH: "how far the position goes: firm, conditional, tentative",
    Field.SOURCE: "who published it",
    Field.TAG: "a tag of yours",
    Field.SINCE: "published on that day or later: 2031, 2031-03, 2031-03-09",
    Field.BEFORE: "published before that day: 2031, 2031-03, 2031-03-09",
}

_DATE = re.compile(r"\d{4}(-\d{2}){0,2}", re.ASCII)


@cache
def choices(field: Field) -> dict[str, tuple[str, ...]]:
    """The values that the filter may have, each with what it stands for; empty if any will do.

    A family of stances stands for its stances.
    """
    if field is Field.STANCE:
        families = {
            family.value: tuple(stance.value for stance in Stance if stance.family is family)
            for family in Family
        }
        return {stance.value: (stance.value,) for stance in Stance} | families
    if field is Field.STRENGTH:
        return {strength.value: (strength.value,) for strength in Strength}
    if field is Field.KIND:
        names = [*(kind.value for kind in QuestionKind), *(kind.value for kind in ActorType)]
        return {name: (name,) for name in names}
    return {}


def meanings(field: Field, value: str, offset: int) -> tuple[str, ...]:
    """What the value of a filter stands for: itself, or all the choices that begin so.

    Args:
        field: The filter.
        value: What was typed, without quotation marks.
        offset: Where it stands in the query.

    Raises:
        QueryError: There is no such value.
    """
    if not value.strip():
        raise QueryError(f"The filter “{field}:” has no value", f"it asks for {field.help}", offset)
    if field in (Field.SINCE, Field.BEFORE):
        return (_date(field, value.strip(), offset),)
    allowed = choices(field)
    if not allowed:
        return (value.strip(),)
    typed = value.strip().casefold().replace(" ", "_").replace("-", "_")
    if typed in allowed:
        return allowed[typed]
    found = [stands for name, stands in allowed.items() if name.startswith(typed)]
    if not found:
        raise QueryError(
            f"There is no {field} “{value}”", f"there are {', '.join(allowed)}", offset
        )
    return tuple(dict.fromkeys(one for stands in found for one in stands))


def _date(field: Field, value: str, offset: int) -> str:
    try:
        if not _DATE.fullmatch(value):
            raise ValueError
        date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        raise QueryError(
            f"“{value}” is no date for “{field}:”",
            "write a year, a month or a day like 2031, 2031-03 or 2031-03-09",
            offset,
        ) from None
    return value
