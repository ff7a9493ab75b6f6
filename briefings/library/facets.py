"""What can be asked of a document or an item besides its words: each a word of its own.

The full-text index looks such words up like any other, so that a filter costs no more than a word.
"""

from __future__ import annotations

from hashlib import blake2s


def year_facet(published: str) -> str:
    """The facet of the year of a date."""
    return f"y{published[:4]}"


def publisher_facet(publisher: str) -> str:
    """The facet of a publisher, however its letters are set."""
    return f"p{blake2s(publisher.casefold().encode('utf-8', 'replace'), digest_size=5).hexdigest()}"


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
    """What can be asked of a document: the year of its publication, and who published it."""
    found = [year_facet(published)] if published else []
    return [*found, publisher_facet(publisher)] if publisher else found


def years(since: str, before: str, first: int, last: int) -> tuple[str, ...]:
    """The facets of the years that hold days from `since` up to and without `before`.

    Args:
        since: A date cut to its precision; empty means no limit.
        before: The same.
        first: The first year that any document was published in.
        last: The last one.
    """
    low = max(first, int(since[:4])) if since else first
    high = min(last, int(before[:4]) - (len(before) == len("2031"))) if before else last
    return tuple(year_facet(f"{year:04}") for year in range(low, high + 1))
