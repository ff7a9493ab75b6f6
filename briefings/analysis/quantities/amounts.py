"""Numbers in a text -> amounts: number or range, with modifier, currency and unit.

"about 2,000" · "$4.5 billion" · "10 to 20 percent" · "between 5 and 8 km" · "at least one". Word
ranges are token indices, `[start, end)`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from briefings.analysis.quantities.numerals import Number, number_at
from briefings.knowledge import load, words

_TO = frozenset({"to", "or", "-", "–", "—"})
_LARGEST_UNSCALED = 1_000

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""What word sequences mean, by their first word, the longest first."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in a text.

    Attributes:
        start: The index of its first word, modifier and currency sign included.
        core: The index of the first word of the number.
        end: The index behind its last word, the unit included.
        value: The number, the lower end of a range; None if the words leave it open.
        upper: The upper end of a range.
        unit: The currency's or unit's symbol, "share" for a part of a whole, or empty.
        modifier: The words in front of it: "at least", or empty.
    """

    start: int
    core: int
    end: int
    value: float | None
    upper: float | None = None
    unit: str = ""
    modifier: str = ""


def amounts(texts: list[str], written: Sequence[str]) -> Iterator[Amount]:
    """Every amount, left to right, none overlapping another.

    Args:
        texts: The words in small letters.
        written: The same words as they are written.
    """
    at = 0
    while at < len(texts):
        number = number_at(texts, at)
        if number is None:
            at += 1
            continue
        amount = _with_modifier(texts, _measured(texts, written, at, number))
        yield amount
        at = max(amount.end, at + 1)


def _measured(texts: list[str], written: Sequence[str], core: int, number: Number) -> Amount:
    """The number with its range, its currency and its unit."""
    sign = _currency_before(written, core)
    start = core - bool(sign)
    # "millions of dollars"
    is_partitive = number.value is None and texts[number.end : number.end + 1] == ["of"]
    unit, end = _unit(texts, number.end + is_partitive)
    end = end if unit else number.end
    upper = number.upper
    value = number.value
    second = _second(texts, written, core, end, sign or unit)
    if second is not None and upper is None and value is not None and second.value is not None:
        if number.scale == 1 and second.scale > 1 and value < _LARGEST_UNSCALED and not unit:
            value *= second.scale
        if value < second.value:
            upper = second.value
            behind, end = _unit(texts, second.end)
            unit = unit or behind
        else:
            value = number.value
    share = "share" if number.is_share else ""
    return Amount(start, core, end, value, upper, sign or unit or share)


def _second(
    texts: Sequence[str], written: Sequence[str], core: int, at: int, unit: str
) -> Number | None:
    """The number that ends a range: 10 [to 20] · between 10 [and 20] · $10 [to $20]"""
    if at + 1 >= len(texts):
        return None
    is_between = texts[at] == "and" and _is_after_between(texts, core)
    if texts[at] not in _TO and not is_between:
        return None
    behind = at + 1
    if sign := _currency_before(written, behind + 1):
        behind += 1
        if sign != unit:
            return None
    return number_at(texts, behind) if behind < len(texts) else None


def _is_after_between(texts: Sequence[str], core: int) -> bool:
    return "between" in texts[max(0, core - 2) : core]


def _currency_before(written: Sequence[str], at: int) -> str:
    """The currency of the sign in front of a number: $ 5 · US$ 5"""
    if not 0 < at < len(written):
        return ""
    code: str = load("en/quantities")["currencies"].get(written[at - 1], "")
    return code


def _unit(texts: Sequence[str], at: int) -> tuple[str, int]:
    """The unit that begins here, or behind a hyphen, and the index behind it."""
    for begin in (at, at + 1) if at < len(texts) and texts[at] == "-" else (at,):
        for phrase, unit in _longest(units(), texts, begin):
            return unit, begin + len(phrase)
    return "", at


@cache
def units() -> Phrases:
    """What the names of units and currencies stand for."""
    rows: list[tuple[str, str]] = []
    for key in ("units", "currency_words"):
        for unit, names in load("en/quantities")[key].items():
            rows += [(name, unit) for name in names]
    return _by_first_word(rows)


@cache
def _modifiers() -> Phrases:
    """The modifiers, read backwards."""
    names = words("en/quantities", "modifiers", "before")
    return _by_first_word([(" ".join(reversed(name.split())), name) for name in names])


def _by_first_word(rows: Sequence[tuple[str, str]]) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, meaning in rows:
        phrase = tuple(name.lower().replace("-", " - ").split())
        found.setdefault(phrase[0], []).append((phrase, meaning))
    return {
        first: tuple(sorted(phrases, key=lambda row: -len(row[0])))
        for first, phrases in found.items()
    }


def _longest(
    table: Phrases, texts: Sequence[str], at: int
) -> Iterator[tuple[tuple[str, ...], str]]:
    """The phrases that stand at this index, the longest first."""
    for phrase, meaning in table.get(texts[at], ()) if at < len(texts) else ():
        if tuple(texts[at : at + len(phrase)]) == phrase:
            yield phrase, meaning


def _with_modifier(texts: Sequence[str], amount: Amount) -> Amount:
    """The amount with what stands in front of it: at least · about · more than"""
    behind = amount.start
    before = texts[max(0, behind - 5) : behind][::-1]
    for phrase, name in _longest(_modifiers(), before, 0) if before else ():
        start = behind - len(phrase)
        if name not in {"between", "from"} or amount.upper is not None:
            return replace(amount, start=start, modifier=name)
    return amount
