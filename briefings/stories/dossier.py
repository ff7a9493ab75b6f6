"""A library -> everything that its briefings say of one actor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefings.briefing import Family, Stance
from briefings.library import Library
from briefings.library.ledger import Asked, LedgerRow, LedgerSort
from briefings.library.listed import Appearance, Item
from briefings.library.threads import Side, Tie
from briefings.library.topics import is_shared, issue_key
from briefings.library.values import KnownActor
from briefings.library.writer.threads import SIDES
from briefings.stories.changes import Change, changes, time_of

MOST_POSITIONS = 200
"""So many positions a dossier shows, the newest."""
_MOST_APPEARANCES = 1000
_MOST_QUESTIONS = 100


@dataclass(frozen=True, slots=True)
class DossierRole:
    """What the texts say an actor is.

    Attributes:
        label: The role in one line (`Role.label`).
        first: The first dated briefing that says so; an undated one if there is no other.
        last: The last one.
        briefings: How many say so.
    """

    label: str
    first: Appearance
    last: Appearance
    briefings: int


@dataclass(frozen=True, slots=True)
class Issue:
    """An actor on one issue, over time.

    Attributes:
        key: The `issue_key`; empty for positions without a topic. Several have the same key if
            it is one that names another matter in each briefing.
        label: The topic as the newest briefing words it.
        positions: The oldest first, undated ones last.
        side: For or against, as the actor was last; None if it is neither.
        sides: Where the others stand who are for or against it; who says most of it first.
        changes: Where the actor's stance may have changed.
    """

    key: str
    label: str
    positions: tuple[Item, ...]
    side: Family | None
    sides: tuple[Side, ...]
    changes: tuple[Change, ...]

    @property
    def with_them(self) -> tuple[Side, ...]:
        """Who stands where the actor stands; nobody if the actor takes no side."""
        return tuple(one for one in self.sides if one.family is self.side)

    @property
    def against_them(self) -> tuple[Side, ...]:
        """Who stands on the other side; nobody if the actor takes none."""
        if self.side is None:
            return ()
        return tuple(one for one in self.sides if one.family is not self.side)


@dataclass(frozen=True, slots=True)
class Dossier:
    """One actor over all briefings.

    Attributes:
        actor: Who it is.
        candidates: Whom a lone surname may mean besides.
        roles: What the texts say the actor is, the latest first.
        issues: What the actor takes positions on, that of the most briefings first; those
            without a topic come last.
        positions: How many positions the library has; the newest of them are in `issues`.
        questions: What the actor can settle, open ones first, then the newest.
        ties: To other actors, as the texts state them, the newest first, each once.
        first: The first dated appearance, or None.
        last: The last one, or None.
    """

    actor: KnownActor
    candidates: tuple[KnownActor, ...]
    roles: tuple[DossierRole, ...]
    issues: tuple[Issue, ...]
    positions: int
    questions: tuple[LedgerRow, ...]
    ties: tuple[Tie, ...]
    first: Appearance | None
    last: Appearance | None

    @property
    def shown(self) -> int:
        """How many positions are in `issues`."""
        return sum(len(issue.positions) for issue in self.issues)


def dossier(library: Library, key: str, *, most: int = MOST_POSITIONS) -> Dossier | None:
    """The dossier of an actor; None if the library has no such actor.

    Args:
        library: Whose briefings.
        key: The actor's, as `KnownActor.key`.
        most: How many positions at most, the newest.

    Raises:
        LibraryError: The library could not be read.
    """
    actor = library.actor(key)
    if actor is None:
        return None
    seen = library.appearances(key, limit=_MOST_APPEARANCES)
    dated = [one for one in seen if one.published]
    asked = Asked(sort=LedgerSort.STATUS, resolver=key, leads_only=False)
    return Dossier(
        actor=actor,
        candidates=library.candidates(key),
        roles=_roles(seen),
        issues=_issues(library, key, library.positions_of(key, limit=most)),
        positions=library.threads.positions_held(key),
        questions=library.threads.questions(asked, limit=_MOST_QUESTIONS)[0],
        ties=_once(library.threads.ties_of(key)),
        first=dated[-1] if dated else None,
        last=dated[0] if dated else None,
    )


def _roles(appearances: Sequence[Appearance]) -> tuple[DossierRole, ...]:
    """The roles of appearances that come the newest first, undated ones last."""
    by_label: dict[str, list[Appearance]] = {}
    for appearance in appearances:
        for label in dict.fromkeys(appearance.roles):
            by_label.setdefault(label, []).append(appearance)
    found = []
    for label, some in by_label.items():
        dated = [one for one in some if one.published] or some
        briefings = len({one.briefing for one in some})
        found.append(DossierRole(label, dated[-1], dated[0], briefings))
    return tuple(found)


def _issues(library: Library, key: str, positions: Iterable[Item]) -> tuple[Issue, ...]:
    grouped: dict[tuple[str, str], list[Item]] = {}
    for position in positions:
        name = issue_key(position.topic)
        # What is not the same in every briefing is one matter in each.
        where = position.briefing if name and not is_shared(name) else ""
        grouped.setdefault((name, where), []).append(position)
    issues = [_issue(library, key, name, some) for (name, _), some in grouped.items()]
    # Sorting keeps equals in their order: that of the newest position first.
    return tuple(sorted(issues, key=_rank))


def _rank(issue: Issue) -> tuple[bool, int, bool, int]:
    """What several briefings have comes first, then on what the actor takes a side."""
    briefings = len({one.briefing for one in issue.positions})
    return not issue.key, -briefings, issue.side is None, -len(issue.positions)


def _issue(library: Library, key: str, name: str, positions: list[Item]) -> Issue:
    label = positions[0].topic
    positions.sort(key=time_of)
    sides = library.threads.sides_on(name) if is_shared(name) else ()
    return Issue(
        key=name,
        label=label,
        positions=tuple(positions),
        side=_side(positions) if name else None,
        sides=tuple(side for side in sides if side.key != key),
        changes=changes(positions) if name else (),
    )


def _side(positions: Sequence[Item]) -> Family | None:
    """For or against, as the last of positions in time has it that takes a side."""
    dated = [one for one in positions if one.published] or positions
    families = (Stance(one.label).family for one in reversed(dated))
    return next((family for family in families if family in SIDES), None)


def _once(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """Ties without those that say the same as a newer one."""
    found: dict[tuple[str, str, bool], Tie] = {}
    for tie in ties:
        found.setdefault((tie.label.casefold(), tie.other or tie.name, tie.is_subject), tie)
    return tuple(found.values())
