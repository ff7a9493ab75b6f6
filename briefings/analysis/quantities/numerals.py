"""How a number is written: the words from here on -> its value, and how many words it takes.

"27", "2,000", "4.5 million", "4.5bn", "twenty-five", "two hundred and six", "half a million",
"two-thirds", "dozens", "tens of thousands". Values are exact as far as a float is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from briefings.knowledge import load, words

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(\.\d{1,6})?([a-z]{1,3})?")
_SPAN = re.compile(r"(\d{1,12}(?:\.\d{1,4})?)[–—](\d{1,12}(?:\.\d{1,4})?)")
_HUNDRED = 100
_WHOLES = frozenset({*range(2, 11), 12, 20, 25, 50, 100, 1_000, 10_000, 100_000})
_ARTICLES = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written.

    Attributes:
        end: The index behind its last word.
        value: Its value; None if the words leave it open ("dozens").
        upper: The upper end if the word itself holds a range ("10–20").
        scale: The scale it was written with ("million"), 1 if none.
        is_share: Whether it is a part of a whole ("two-thirds").
    """

    end: int
    value: float | None
    upper: float | None = None
    scale: float = 1
    is_share: bool = False


def number_at(texts: Sequence[str], at: int) -> Number | None:
    """The longest number that begins at a word, or None.

    Args:
        texts: The words of the document in small letters, hyphens being words of their own.
        at: The index of the first word.
    """
    word = texts[at]
    if word[:1].isdigit():
        number = _in_digits(texts, at)
    elif word in starters():
        number = _share(texts, at) or _vague(texts, at) or _in_words(texts, at)
    else:
        return None
    return _ratio(texts, number) or number


@cache
def starters() -> frozenset[str]:
    """The words that a number without digits may begin with."""
    found = {*_table("numbers"), *words("en/quantities", "vague", "words")}
    return frozenset(found | _ARTICLES | {"half"})


@cache
def _table(key: str) -> dict[str, float]:
    table: dict[str, float] = load("en/quantities")[key]
    return table


def _word(texts: Sequence[str], at: int) -> str:
    return texts[at] if at < len(texts) else ""


def _ratio(texts: Sequence[str], number: Number | None) -> Number | None:
    """One in five · 9 out of 10"""
    if number is None or number.value is None or number.scale > 1 or number.is_share:
        return None
    joined = 1 if _word(texts, number.end) == "in" else 2
    if joined == 2 and tuple(texts[number.end : number.end + 2]) != ("out", "of"):
        return None
    whole = number_at(texts, number.end + joined) if number.end + joined < len(texts) else None
    if whole is None or whole.value is None or whole.value not in _WHOLES:
        return None
    if not 0 < number.value < whole.value:
        return None
    return Number(whole.end, round(number.value / whole.value, 6), is_share=True)


def _in_digits(texts: Sequence[str], at: int) -> Number | None:
    """27 · 2,000 · 4.5 million · 4.5bn · 10–20"""
    span = _SPAN.fullmatch(texts[at])
    if span is not None:
        low, high = float(span[1]), float(span[2])
        scale, end = _scale(texts, at + 1)
        return Number(end, low * scale, high * scale, scale) if low < high else None
    found = _DIGITS.fullmatch(texts[at])
    if found is None:
        return None
    value = float(found[1].replace(",", "") + (found[2] or ""))
    if found[3]:
        short = _table("short_scales").get(found[3])
        return None if short is None else Number(at + 1, value * short, scale=short)
    scale, end = _scale(texts, at + 1)
    return Number(end, round(value * scale, 6), scale=scale)


def _scale(texts: Sequence[str], at: int) -> tuple[float, int]:
    """The scale behind digits, and the index behind it: "million", "-billion", "bn"."""
    behind = at + (_word(texts, at) == "-")
    word = _word(texts, behind)
    for key in ("scales", "short_scales"):
        if word in _table(key) and word != "dozen":
            return _table(key)[word], behind + 1
    return 1, at


def _share(texts: Sequence[str], at: int) -> Number | None:
    """Half of · a third of · two-thirds · three quarters of"""
    fractions, word = _table("fractions"), texts[at]
    if word == "half":
        return _half(texts, at)
    behind = at + 1 + (_word(texts, at + 1) == "-")
    part = fractions.get(_word(texts, behind))
    if part is None:
        return None
    if word in _ARTICLES:
        is_whole = _word(texts, behind + 1) == "of"
        return Number(behind + 1, part, is_share=True) if is_whole and behind == at + 1 else None
    count = _table("numbers").get(word, 0)
    is_plural = _word(texts, behind).endswith("s")
    if not count or is_plural != (count > 1):
        return None
    return Number(behind + 1, round(count * part, 6), is_share=True)


def _half(texts: Sequence[str], at: int) -> Number | None:
    """Half of · half the · half a million"""
    behind = _word(texts, at + 1)
    if behind in _ARTICLES and (scale := _table("scales").get(_word(texts, at + 2))):
        return Number(at + 3, scale / 2, scale=scale)
    return Number(at + 1, 0.5, is_share=True) if behind in {"of", "the"} else None


def _vague(texts: Sequence[str], at: int) -> Number | None:
    """Dozens · tens of thousands · a handful · a couple"""
    vague = words("en/quantities", "vague", "words")
    if texts[at] in vague:
        while _word(texts, at + 1) == "of" and _word(texts, at + 2) in vague:
            at += 2
        return Number(at + 1, None)
    if texts[at] in _ARTICLES:
        few = words("en/quantities", "vague", "behind_article")
        if _word(texts, at + 1) in few and _word(texts, at + 2) == "of":
            # "a couple of hundred"
            return Number(at + (4 if _word(texts, at + 3) in _table("scales") else 2), None)
    return None


def _in_words(texts: Sequence[str], at: int) -> Number | None:
    """Twenty-five · two hundred and six · three thousand · a dozen · two dozen · a million"""
    numbers, scales = _table("numbers"), _table("scales")
    total, part, largest = 0.0, None, 1.0
    end = at
    if texts[at] in _ARTICLES:
        if _word(texts, at + 1) not in scales:
            return None
        part, at = 1.0, at + 1
    while at < len(texts):
        word = texts[at]
        if word in numbers and (part is None or _fits_behind(part, numbers[word])):
            part = (part or 0) + numbers[word]
        elif word in scales and part is not None:
            factor = scales[word]
            largest = max(largest, factor)
            part *= factor
            if factor > _HUNDRED:
                total, part = total + part, None
        elif word in {"-", "and"} and end == at and _goes_on(texts, at, part, total):
            at += 1
            continue
        else:
            break
        at += 1
        end = at
    if part is None and not total:
        return None
    return Number(end, total + (part or 0), scale=largest if largest >= 1_000 else 1)


def _fits_behind(part: float, value: float) -> bool:
    """Whether a small number may follow: "twenty five", "two hundred six"."""
    if part >= _HUNDRED:
        return part % _HUNDRED == 0 or (part % 10 == 0 and part % _HUNDRED >= 20 and value < 10)
    return part >= 20 and part % 10 == 0 and 0 < value < 10


def _goes_on(texts: Sequence[str], at: int, part: float | None, total: float) -> bool:
    """Whether a hyphen or "and" stands inside of a number."""
    behind = _word(texts, at + 1)
    value = _table("numbers").get(behind)
    if texts[at] == "-":
        if behind in _table("scales"):
            return part is not None
        return value is not None and part is not None and _fits_behind(part, value)
    is_large = (part or 0) >= _HUNDRED or (part is None and total > 0)
    return value is not None and is_large
