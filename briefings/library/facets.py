"""What can be asked of a document or an item besides its words: each a word of its own.

The full-text index looks such words up like any other, so that a filter costs no more than a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import blake2s


def date_facet(published: str) -> str:
    """The facet of a date cut to its precision: "2031-03" is `m203103`."""
    digits = published.replace("-", "")
    return f"{'ymd'[min(len(digits) // 2, 4) - 2]}{digits}"


def publisher_facet(publisher: str) -> str:
    """The facet of a publisher."""
    return f"p{blake2s(publisher.encode('utf-8', 'replace'), digest_size=5).hexdigest()}"


def actor_facet(number: int) -> str:
    """The facet of an actor, by its number in the library."""
    return f"a{number}"


def label_facet(label: str) -> str:
    """The facet of a stance, or of a kind of question."""
    return f"s{label}"


def strength_facet(strength: str) -> str:
    """The facet of a strength."""
    return f"g{strength}"


def document_facet(number: int) -> str:
    """The facet of a document, by its number."""
    return f"d{number}"


def facets_of(published: str | None, publisher: str) -> list[str]:
    """What can be asked of a document: its year, month and day as far as known, its publisher."""
    known = published or ""
    found = [date_facet(known[:end]) for end in (4, 7, 10) if len(known) >= end]
    return [*found, publisher_facet(publisher)] if publisher else found


def dates(since: str, before: str, first_year: int, last_year: int) -> tuple[str, ...]:
    """The fewest facets that cover the days from `since` up to and without `before`.

    What is dated by its month or year only is covered if the whole of it lies between.

    Args:
        since: A date cut to its precision; empty means no limit.
        before: The same.
        first_year: The first year that any document was published in.
        last_year: The last one.
    """
    low = max(_first_day(since), _first_day(f"{max(first_year, 1):04}"))
    end = date.max if last_year >= date.max.year else _first_day(f"{last_year + 1:04}")
    high = min(_first_day(before), end) if before else end
    return tuple(_covering(low, high))


def _covering(day: date, end: date) -> Iterator[str]:
    while day < end:
        year = _after(day.replace(month=1, day=1), 366)
        month = _after(day.replace(day=1), 31)
        if (day.month, day.day) == (1, 1) and year <= end:
            yield f"y{day.year:04}"
            day = year
        elif day.day == 1 and month <= end:
            yield f"m{day.year:04}{day.month:02}"
            day = month
        else:
            yield f"d{day.year:04}{day.month:02}{day.day:02}"
            day += timedelta(1)


def _after(first: date, longest: int) -> date:
    """The first day of the next year or month, from the first of this one."""
    if date.max - first < timedelta(longest):
        return date.max
    later = first + timedelta(longest)
    return later.replace(month=1, day=1) if longest > 31 else later.replace(day=1)


def _first_day(cut: str) -> date:
    return date.fromisoformat(f"{cut}-01-01"[:10]) if cut else date.min
