"""Numbers, years and days of the month, as they are written."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefings.analysis.events.lexicon import lexicon
from briefings.analysis.events.reading import Words

FIRST_YEAR, LAST_YEAR = 1000, 2199
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_DAYS = re.compile(r"(\d{1,2})[-–](\d{1,2})")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3}){1,3}|\d{1,6}(?:\.\d{1,3})?")
_MULTIPLES = frozenset({"hundred", "dozen"})
_HYPHENS = frozenset({"-", "–", "‑"})
_HALVES = {"TM": "T30S", "TH": "T30M", "D": "T12H", "M": "2W", "Y": "6M", "DE": "5Y", "CE": "50Y"}


class Count(NamedTuple):
    """How many of a unit.

    Attributes:
        start: The index of the first word of the number.
        text: The number as a duration writes it, "X" if it is not told, "½" for a half.
        is_article: Whether it is but "a" or "an".
    """

    start: int
    text: str
    is_article: bool = False


def year_at(words: Words, index: int) -> int | None:
    """The year at an index."""
    word = words.at(index)
    if len(word) == 4 and word.isascii() and word.isdigit():
        number = int(word)
        return number if FIRST_YEAR <= number <= LAST_YEAR else None
    return None


def day_at(words: Words, index: int) -> int | None:
    """The day of a month at an index: "3", "3rd"."""
    match = _DAY.fullmatch(words.at(index))
    day = int(match[1]) if match and match[1].isascii() else 0
    return day if 1 <= day <= 31 else None


def days_at(words: Words, index: int) -> tuple[int, int, int] | None:
    """Two days and the index behind them: "3-5", "3 to 5"."""
    match = _DAYS.fullmatch(words.at(index))
    if match and match[0].isascii():
        first, last, end = int(match[1]), int(match[2]), index + 1
    elif words.at(index + 1) in _HYPHENS | {"to", "and"}:
        first, last, end = day_at(words, index) or 0, day_at(words, index + 2) or 0, index + 3
    else:
        return None
    return (first, last, end) if 0 < first < last <= 31 else None


def ordinal_at(words: Words, index: int) -> int | None:
    """The number of an ordinal in figures: "15th"."""
    match = _ORDINAL.fullmatch(words.at(index))
    return int(match[1]) if match and match[1].isascii() else None


def is_hyphen(words: Words, index: int) -> bool:
    """Whether a hyphen or dash stands at an index."""
    return words.at(index) in _HYPHENS


def count_before(words: Words, index: int) -> Count | None:
    """The number that ends right before an index: "two", "a few", "two and a half", "six-"."""
    known = lexicon()
    at = index - 1
    if is_hyphen(words, at):
        at -= 1
    while words.at(at) in known.words["fillers"] and at > 0:
        at -= 1
    word = words.at(at)
    if word in {"a", "an"}:
        if words.at(at - 1) == "half":
            return Count(at - 1, "½")
        return Count(at, "1", is_article=at == index - 1)
    if word == "half" and words.is_at(at - 2, "and", "a"):
        whole = _numeral(words, at - 3)
        return Count(whole.start, f"{whole.text}.5") if whole and whole.text.isdigit() else None
    if word == "half" and words.at(at - 1) in {"a", "one"}:
        return Count(at - 1, "½")
    if word == "of" and words.at(at - 1) in {"couple", "handful", "number", "dozens", "hundreds"}:
        article = at - 2 if words.at(at - 2) == "a" else at - 1
        return Count(article, "2" if words.at(at - 1) == "couple" else "X")
    if word == "couple" and words.at(at - 1) == "a":
        return Count(at - 1, "2")
    if word in known.words["vague"]:
        article = words.at(at - 1) in {"a", "the"} and word in {"few", "many"}
        return Count(at - 1 if article and words.at(at - 1) == "a" else at, "X")
    return _numeral(words, at)


def _numeral(words: Words, at: int) -> Count | None:
    word = words.at(at)
    numbers = lexicon().numbers
    if _NUMBER.fullmatch(word) and word.isascii():
        return Count(at, word.replace(",", ""))
    number = numbers.get(word)
    if number is None:
        return None
    if word in _MULTIPLES:
        factor = None if words.at(at - 1) in _MULTIPLES else _numeral(words, at - 1)
        if factor is not None and factor.text.isdigit():
            return Count(factor.start, str(int(factor.text) * number))
        if words.at(at - 1) == "a":
            return Count(at - 1, str(number))
        return Count(at, str(number)) if words.at(at - 1) not in {"several", "few"} else None
    tens = at - 2 if is_hyphen(words, at - 1) else at - 1
    if number < 10 and numbers.get(words.at(tens), 0) in range(20, 100, 10):
        return Count(tens, str(numbers[words.at(tens)] + number))
    return Count(at, str(number))


def duration(count: str, mark: str) -> str:
    """A duration as TIMEX3 writes it: "P2Y", "PT30M", "PXM"."""
    if count == "½":
        return f"P{_HALVES.get(mark, 'X' + mark)}"
    if mark == "2W":
        return f"P{int(count) * 2}W" if count.isdigit() else "PXW"
    if mark == "Q":
        return f"P{int(count) * 3}M" if count.isdigit() else "PXM"
    clock, unit = ("T", mark[1:]) if mark.startswith("T") else ("", mark)
    return f"P{clock}{count}{unit}"
