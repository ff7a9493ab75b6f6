"""Positions of one actor on one issue, in time -> where the stance may have changed.

A change is told only as a candidate, with the two positions it rests on: the texts may speak of
different parts of the issue. So it is looked for between briefings only, where it is certain which
is the later one, and where nothing that the actor says in the one agrees with anything in the
other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise

from briefings.briefing import Family, Stance, Strength
from briefings.library.listed import Item

_DEGREES = (Strength.TENTATIVE, Strength.CONDITIONAL, Strength.FIRM)
_SIDES = (Family.FOR, Family.AGAINST)


class ChangeKind(StrEnum):
    """What may have changed."""

    TURNED = "turned"
    """From for to against, or the other way."""
    FIRMER = "firmer"
    WEAKER = "weaker"


@dataclass(frozen=True, slots=True)
class Change:
    """A stance that may have changed.

    Attributes:
        kind: In which way.
        before: The earlier position.
        after: The later one.
    """

    kind: ChangeKind
    before: Item
    after: Item


def changes(positions: Sequence[Item]) -> tuple[Change, ...]:
    """The changes between positions on one issue, oldest first.

    Args:
        positions: Of one actor, sorted by `time_of`.
    """
    sided = [one for one in positions if one.published and Stance(one.label).family in _SIDES]
    by_briefing = [list(group) for _, group in groupby(sided, key=lambda one: one.briefing)]
    found = (_between(before, after) for before, after in pairwise(by_briefing))
    return tuple(change for change in found if change)


def time_of(item: Item) -> tuple[bool, str, str, int]:
    """By which positions are in time: undated ones last, those of a briefing as in its text."""
    date = item.published.date if item.published else ""
    return not date, date, item.briefing, item.sentence.start


def is_before(one: Item, other: Item) -> bool:
    """Whether one was certainly published before the other: May is not before the 3rd of May."""
    if not one.published or not other.published:
        return False
    length = min(len(one.published.date), len(other.published.date))
    return one.published.date[:length] < other.published.date[:length]


def _between(before: list[Item], after: list[Item]) -> Change | None:
    """The change from what one briefing says to what the next one says, if there is one."""
    if not is_before(before[-1], after[0]):
        return None
    was, now = ({Stance(one.label).family for one in some} for some in (before, after))
    if not was & now:
        return Change(ChangeKind.TURNED, before[-1], after[0])
    if was != now or len(was) > 1:
        return None
    was_held, now_held = ({_degree(one) for one in some} for some in (before, after))
    if was_held & now_held:
        return None
    # Both are of one kind only, or overlap: then neither is above the other.
    if max(was_held) < min(now_held):
        return Change(ChangeKind.FIRMER, max(before, key=_degree), min(after, key=_degree))
    if min(was_held) > max(now_held):
        return Change(ChangeKind.WEAKER, min(before, key=_degree), max(after, key=_degree))
    return None


def _degree(item: Item) -> int:
    return _DEGREES.index(Strength(item.strength))
