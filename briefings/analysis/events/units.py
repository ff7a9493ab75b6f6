"""Expressions around a unit of time: durations, sets, and dates counted in units.

two years · for months · a six-month truce · every two weeks · 500 a day
last week · this year · the end of the month · two weeks ago · in three days
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.events.calendar import (
    Direction,
    Reference,
    Resolver,
    Value,
    away,
    fixed,
    nowhere,
)
from briefings.analysis.events.figures import Count, count_before, duration, is_hyphen
from briefings.analysis.events.lexicon import Lexicon, lexicon
from briefings.analysis.events.reading import Reading, Words
from briefings.events import TimeKind, TimePrecision

if TYPE_CHECKING:
    from collections.abc import Callable

_UNKNOWN = TimePrecision.UNKNOWN
_SPANS = frozenset({"for", "in", "within", "over", "after", "than", "nearly", "almost", "about"})
_SPANS |= {"around", "during", "throughout", "through", "least", "under", "exactly", "inside"}
_LOOSE = _SPANS | {"of", "took", "takes", "take", "lasted", "last", "lasts", "spent", "spend"}
_AFTER = frozenset({"of", "later", "earlier", "ago", "long"})
_SHORT = frozenset({"TS", "TM", "TH"})


def unit_at(words: Words, index: int) -> Reading | None:
    """The expression around the unit at an index, or None if it is none of time."""
    known = lexicon()
    word = words.at(index)
    mark = known.units.get(word)
    plural = mark is None
    if mark is None:
        mark = known.plurals[word]
    if words.is_capital(index) and not words.headline and index > 0:
        return None
    if _is_age(words, index, known):
        return None
    core = _Core(words, index, mark, plural, known)
    for rule in _RULES:
        found = rule(core)
        if found is not None:
            return found
    return None


class _Core:
    """A unit in its sentence, with what every rule asks of it."""

    def __init__(self, words: Words, index: int, mark: str, plural: bool, known: Lexicon) -> None:
        self.words, self.index, self.mark, self.plural, self.known = (
            words,
            index,
            mark,
            plural,
            known,
        )
        self.before = words.at(index - 1)
        self.count: Count | None = count_before(words, index)

    def date(self, start: int, resolve: Resolver, end: int | None = None) -> Reading:
        kind = TimeKind.TIME if self.mark in _SHORT else TimeKind.DATE
        return Reading(start, end or self.index + 1, kind, resolve, self.index)

    def lasting(self, start: int, count: str, end: int | None = None) -> Reading:
        resolve = fixed(duration(count, self.mark), _UNKNOWN)
        return Reading(start, end or self.index + 1, TimeKind.DURATION, resolve, self.index)

    def away(self, count: str, sign: int) -> Resolver:
        """So many units off; whole units only, and nowhere if they are not counted."""
        if not count.isdigit() or len(count) > 6:
            return nowhere
        if self.mark in {"DE", "CE"}:
            return _ages_off(int(count) * sign, self.mark)
        if self.mark == "2W":
            return away(int(count) * 2 * sign, "W")
        return away(int(count) * sign, self.mark)


def _ages_off(count: int, mark: str) -> Resolver:
    """A decade or century, written with its first figures: "202" are the 2020s."""
    years, width = (10, 3) if mark == "DE" else (100, 2)

    def resolve(at: Reference) -> Value:
        if at.year is None:
            return Value("", _UNKNOWN)
        number = at.year // years + count
        return Value(f"{number:0{width}}" if number > 0 else "", _UNKNOWN)

    return resolve


def _is_age(words: Words, index: int, known: Lexicon) -> bool:
    """Whether it counts the years of somebody: "40 years old", "a 40-year-old"."""
    after = index + 2 if is_hyphen(words, index + 1) else index + 1
    return words.at(after) in known.words["ages"] or words.at(after).startswith("old")


def _every(core: _Core) -> Reading | None:
    """Every two weeks · each day · per year · every other day."""
    words, index = core.words, core.index
    start = core.count.start if core.count and not core.count.is_article else index
    count = core.count.text if core.count and start < index else "1"
    if words.at(start - 1) == "other":
        start, count = start - 1, "2"
    if words.at(start - 1) not in core.known.words["every"] | {"per"}:
        return None
    value = fixed(duration(count, core.mark), _UNKNOWN)
    return Reading(start - 1, index + 1, TimeKind.SET, value, index)


def _rate(core: _Core) -> Reading | None:
    """500 barrels a day · twice a week."""
    words, index = core.words, core.index
    if core.plural or not core.count or not core.count.is_article or index < 2:
        return None
    if words.at(index + 1) in {"ago", "later", "earlier", "after", "before", "of"}:
        return None
    previous = words.tokens[index - 2]
    times = previous.lower_ in {"once", "twice", "times", "%", "percent", "cents"}
    if not times and not (previous.tag_ in {"NNS", "CD"} and _is_counted(words, index - 2)):
        return None
    value = fixed(duration("1", core.mark), _UNKNOWN)
    return Reading(index - 1, index + 1, TimeKind.SET, value, index)


def _is_counted(words: Words, index: int) -> bool:
    return any(t.like_num or t.text in "$€£" for t in words.tokens[max(0, index - 3) : index + 1])


def _ago(core: _Core) -> Reading | None:
    """Two weeks ago · months ago · a decade ago · three days from now · a year later."""
    words, index = core.words, core.index
    count = core.count or (Count(index, "X") if core.plural else None)
    if count is None:
        return None
    after = words.at(index + 1)
    if after == "ago":
        return core.date(count.start, core.away(count.text, -1), index + 2)
    if words.is_at(index + 1, "from", "now"):
        return core.date(count.start, core.away(count.text, 1), index + 3)
    if after in {"later", "earlier"}:
        return core.date(count.start, nowhere, index + 2)
    return None


def _pointed(core: _Core) -> Reading | None:
    """Last week · this month · next year · the past decade · the next three days."""
    words, known = core.words, core.known.words
    counted = core.count is not None and not core.count.is_article
    at = (core.count.start if core.count and counted else core.index) - 1
    word = words.at(at)
    if word == "recent" and core.plural:
        return core.lasting(at, "X")
    if word not in known["previous"] | known["current"] | known["coming"]:
        return None
    article = words.at(at - 1) in {"the", "these", "those"}
    start = at - 1 if article else at
    if core.plural or counted:
        if word == "this":
            return None
        return core.lasting(start, core.count.text if core.count and counted else "X")
    if core.mark in _SHORT:
        return None
    if word in known["current"]:
        return core.date(start, core.away("0", 1))
    if article and word == "last" and words.at(core.index + 1) != "of":
        return core.lasting(start, "1")
    if article or word == "previous":
        past = word == "past"
        return core.lasting(start, "1") if past else core.date(start, nowhere)
    return _last_or_next(core, at, word)


def _last_or_next(core: _Core, at: int, word: str) -> Reading | None:
    sign = 1 if word in core.known.words["coming"] else -1
    if core.words.at(core.index) == "night":
        if word != "last":
            return None
        return Reading(at, core.index + 1, TimeKind.TIME, _last_night, core.index)
    if core.mark == "D":
        return None
    start = at - 1 if core.words.at(at - 1) == "this" else at
    return core.date(start, core.away("1", sign))


def _last_night(at: Reference) -> Value:
    day = away(-1, "D")(at)
    return Value(f"{day.text}TNI", day.precision) if day.text else day


def _of_the_text(core: _Core) -> Reading | None:
    """The following week · that day · the same year: counted from another time of the text."""
    words, index = core.words, core.index
    if core.plural or core.before not in core.known.words["relative_to_text"]:
        return None
    if core.before == "that":
        # "the report that year after year" is none.
        return core.date(index - 1, nowhere) if words.at(index + 1) != "after" else None
    if core.before in {"one", "other", "very"} or core.mark in _SHORT:
        return None
    start = index - 2 if words.at(index - 2) == "the" else index - 1
    return core.date(start, nowhere)


def _edge(core: _Core) -> Reading | None:
    """The end of the month · earlier in the week · by year's end · at year-end."""
    words, index = core.words, core.index
    if core.plural or core.mark in {"D", *_SHORT}:
        return None
    this = core.away("0", 1)
    if words.at(index + 1) in {"'s", "’s"} and words.at(index + 2) == "end":
        return core.date(index, this, index + 3)
    if is_hyphen(words, index + 1) and words.at(index + 2) == "end":
        return core.date(index, this, index + 3)
    article = core.before == "the"
    edge = index - 3 if article else index - 2
    edges = core.known.words["edges"]
    if words.at(edge + 1) == "of" and words.at(edge) in edges and (article or core.mark == "Y"):
        if words.at(index + 1) == "of":
            return None
        return core.date(index - 1 if article else index, this)
    pointed = words.at(index - 2) in {"in", "on"} and words.at(index - 3) in {"earlier", "later"}
    return core.date(index - 1, this) if article and pointed else None


def _ahead(core: _Core) -> Reading | None:
    """Will be decided in two weeks: a date, if the verb looks ahead."""
    if core.count is None or core.count.is_article:
        return None
    if core.words.at(core.count.start - 1) != "in":
        return None
    # "for the first time in eight years"
    if core.words.tokens[core.count.start - 1].head.pos_ in {"NOUN", "PROPN"}:
        return None
    if core.count.text == "X" or core.words.tense(core.index).direction is not Direction.FUTURE:
        return None
    if is_hyphen(core.words, core.index - 1) or core.words.at(core.index + 1) == "of":
        return None
    return core.date(core.count.start, core.away(core.count.text, 1))


def _long(core: _Core) -> Reading | None:
    """A year-long inquiry · a months-long siege · a six-month truce."""
    words, index = core.words, core.index
    if is_hyphen(words, index + 1) and words.at(index + 2) == "long":
        start = core.count.start if core.count and not core.count.is_article else index
        count = core.count.text if start < index and core.count else "X" if core.plural else "1"
        return core.lasting(start, count, index + 3)
    return None


def _counted(core: _Core) -> Reading | None:
    """Two years · 30 minutes · for a year · more than a decade."""
    words, index, count = core.words, core.index, core.count
    if count is None:
        return None
    if count.is_article:
        # "by a quarter" is a share.
        if core.mark == "Q":
            return None
        if core.mark == "TS" or words.at(index + 1) == "s" or words.is_at(index + 1, "'s"):
            return None
        loose = words.at(index - 2) in _LOOSE or words.at(index + 1) in _AFTER
        if words.at(index) == "night" or not loose:
            return None
    if words.at(count.start - 1) in {"$", "€", "£"}:
        return None
    if count.text == "1" and words.at(count.start) == "one" and core.mark == "D":
        return None if words.at(count.start - 1) not in _SPANS else core.lasting(count.start, "1")
    if count.text == "X" and not core.plural:
        return None
    return core.lasting(count.start, count.text)


def _bare(core: _Core) -> Reading | None:
    """For months · years of war · within hours."""
    words, index = core.words, core.index
    if not core.plural or core.mark in {"Q"}:
        return None
    if core.before in _LOOSE - {"last"} or (
        words.at(index + 1) in {"of", "after", "before"}
        and words.tokens[index].dep_ != "pobj"
        and words.tokens[index - 1].tag_ not in {"PRP$", "DT"}
    ):
        if words.is_at(index - 1, "of") and words.at(index - 2) in core.known.words["vague"]:
            return None
        return core.lasting(index, "X")
    return None


_RULES: tuple[Callable[[_Core], Reading | None], ...] = (
    _every,
    _rate,
    _ago,
    _pointed,
    _of_the_text,
    _edge,
    _ahead,
    _long,
    _counted,
    _bare,
)
