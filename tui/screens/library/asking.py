"""What is typed to filter the library, and the orders it can be in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefings.library.listing import Listing, Sort

PLACEHOLDER = "words of title or publisher   tag:…   unread   starred   removed"

_TERMS = re.compile(r'"[^"]*"?|tag:"[^"]*"?|[^\s"]+', re.IGNORECASE)
_TAG = "tag:"
_KINDS = ("unread", "starred", "removed")


@dataclass(frozen=True, slots=True)
class Order:
    """One order, in words.

    Attributes:
        sort: What the list is sorted by.
        name: What that is called: the head of its column.
        descending: What comes first if the greatest or latest does.
        ascending: The same the other way round.
        begins_descending: Which of them one expects.
    """

    sort: Sort
    name: str
    descending: str
    ascending: str
    begins_descending: bool = True

    def told(self, *, is_descending: bool) -> str:
        """The order in a few words."""
        return f"{self.name}, {self.descending if is_descending else self.ascending}"


ORDERS = (
    Order(Sort.ADDED, "added", "newest first", "oldest first"),
    Order(Sort.PUBLISHED, "published", "newest first", "oldest first"),
    Order(Sort.TITLE, "title", "from Z to A", "from A to Z", begins_descending=False),
    Order(Sort.PUBLISHER, "publisher", "from Z to A", "from A to Z", begins_descending=False),
    Order(Sort.ACTORS, "actors", "most first", "fewest first"),
    Order(Sort.POSITIONS, "positions", "most first", "fewest first"),
    Order(Sort.QUESTIONS, "questions", "most first", "fewest first"),
    Order(Sort.WORDS, "words", "longest first", "shortest first"),
)
"""The orders, as one key leads from each to the next."""

_OF_SORT = {order.sort: order for order in ORDERS}


def order_of(listing: Listing) -> Order:
    """The order of a list."""
    return _OF_SORT[listing.sort]


def following(sort: Sort) -> Order:
    """The order after one."""
    return ORDERS[(ORDERS.index(_OF_SORT[sort]) + 1) % len(ORDERS)]


def listing_of(typed: str, sort: Sort = Sort.ADDED, *, is_descending: bool = True) -> Listing:
    """The list that is asked for; words in quotation marks ask for nothing but themselves.

    >>> listing_of("port tag:sea unread").tags
    ('sea',)
    """
    words: list[str] = []
    tags: list[str] = []
    kinds: set[str] = set()
    for term in _TERMS.findall(typed):
        folded = term.casefold()
        if folded in _KINDS:
            kinds.add(folded)
        elif folded.startswith(_TAG):
            tags.append(term[len(_TAG) :].strip('"'))
        else:
            words.append(term.strip('"'))
    return Listing(
        sort,
        is_descending,
        text=" ".join(words),
        tags=tuple(tag for tag in tags if tag),
        is_unread="unread" in kinds,
        is_starred="starred" in kinds,
        is_removed="removed" in kinds,
    )


def is_filtered(listing: Listing) -> bool:
    """Whether the list leaves briefings out."""
    return Listing(listing.sort, listing.is_descending) != listing
