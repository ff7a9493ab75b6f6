"""One event that a text tells more than once is listed once, with all that is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.analysis.events.triggers import Trigger
from briefings.analysis.positions.grammar import child, lemma
from briefings.document import Span
from briefings.events import EventStatus, Time

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPEN = frozenset({EventStatus.SCHEDULED, EventStatus.CONDITIONAL, EventStatus.HYPOTHETICAL})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})

_MOST_COMPARED = 40
"""With so many events of its verb or noun, the latest ones, a telling is compared."""


@dataclass(frozen=True)
class Telling:
    """An event as one sentence tells it.

    Attributes:
        trigger: The word that names it.
        status: Whether it has happened, or may.
        sentence: The sentence.
        span: The words that tell it.
        actors: The ids of those who take part.
        place: Where.
        time: When.
    """

    trigger: Trigger
    status: EventStatus
    sentence: Span
    span: Span
    actors: tuple[str, ...]
    place: Span | None
    time: Time | None

    def with_time(self, time: Time | None) -> Telling:
        """The same at a time."""
        return replace(self, time=time)

    @property
    def trigger_span(self) -> Span:
        """The words of the trigger: "signed", "broke out", "under discussion"."""
        token = self.trigger.token
        first = last = token
        if self.trigger.is_noun and token.dep_ == "pobj" and token.head.lower_ == "under":
            first = token.head
        particle = child(token, "prt")
        if not self.trigger.is_noun and particle is not None and particle.i == token.i + 1:
            last = particle
        return Span(first.idx, last.idx + len(last.text))

    @property
    def matter(self) -> str:
        """What a verb is done to: two announcements are two events."""
        if self.trigger.is_noun:
            return ""
        token = self.trigger.token
        below = child(token, "dobj", "nsubjpass", "ccomp", "xcomp")
        if below is None and token.dep_ == "acl":
            below = token.head
        return lemma(below) if below is not None else ""


def merged(tellings: Sequence[Telling], text: str) -> list[Telling]:
    """Each event once, where it is first told, with the place and time that are told of it.

    Args:
        tellings: In the order of the text.
        text: The text.
    """
    kept: list[Telling] = []
    by_key: dict[str, list[int]] = {}
    for telling in tellings:
        known = by_key.setdefault(telling.trigger.key, [])
        near = known[-_MOST_COMPARED:]
        at = next((index for index in near if _is_same(kept[index], telling, text)), None)
        if at is None:
            known.append(len(kept))
            kept.append(telling)
        else:
            kept[at] = _filled(kept[at], telling)
    return kept


def _is_same(first: Telling, later: Telling, text: str) -> bool:
    """Whether two tellings of one verb or noun are sure to tell one event."""
    if _differ(first, later, text) or _dated_apart(first, later) or _is_one_of(first, later):
        return False
    adds = (later.place is not None and first.place is None) or (
        later.time is not None and first.time is None
    )
    bare = first.place is None and first.time is None
    if later.trigger.is_noun and (bare or not adds):
        owned = any(c.tag_ == "PRP$" for c in later.trigger.token.lefts)
        if points_back(later.trigger.token) or (owned and set(first.actors) & set(later.actors)):
            return True
    both_open = first.status in _OPEN and later.status in _OPEN
    if first.status is not later.status and not both_open:
        return False
    if first.matter and later.matter and first.matter != later.matter and not both_open:
        return False
    if not first.actors or not later.actors:
        return first.trigger.is_noun and later.trigger.is_noun and not adds
    return set(first.actors) <= set(later.actors) or set(later.actors) <= set(first.actors)


def _is_one_of(first: Telling, later: Telling) -> bool:
    """Whether one tells several events and the other a single one, with other people."""
    several = [t.trigger.is_noun and t.trigger.token.tag_ == "NNS" for t in (first, later)]
    return several[0] != several[1] and not set(later.actors) <= set(first.actors)


def _dated_apart(first: Telling, later: Telling) -> bool:
    """Whether two tellings have times that are not the same."""
    if first.time is None or later.time is None:
        return False
    return first.time.value != later.time.value


def _differ(first: Telling, later: Telling, text: str) -> bool:
    """Whether two tellings name places of different names."""
    return (
        first.place is not None
        and later.place is not None
        and (first.place.of(text).casefold() != later.place.of(text).casefold())
    )


def points_back(noun: Token) -> bool:
    """Whether a noun points back to what the reader knows: "the attack"."""
    return any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in noun.lefts)


def _filled(first: Telling, later: Telling) -> Telling:
    actors = tuple(dict.fromkeys([*first.actors, *later.actors]))
    if len(actors) > len(first.actors) and first.actors:
        actors = first.actors
    return replace(
        first, actors=actors, place=first.place or later.place, time=first.time or later.time
    )
