"""What is found by now: groups that arrive one after the other, in the order they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from briefings.search import Hit
from briefings.search.found import Correction, Found, Group, GroupKind, Lit
from briefings.search.lighting import runs
from tui.catalogue import Catalogue, Findable

MORE = "more:"
"""What the id of a row begins with that stands for more of its group."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A hit that the reader goes to.

    Attributes:
        found: The hit.
        query: What was searched for.
        hits: All that was found in the text of briefings, as it was listed.
    """

    found: Found
    query: str
    hits: tuple[Found, ...] = ()


@dataclass(slots=True)
class Answer:
    """The groups that are known by now; a group stays as it is until its new rows are there."""

    groups: dict[GroupKind, Group] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()

    def take(self, groups: Iterable[Group], kinds: Iterable[GroupKind]) -> None:
        """Take new groups; of `kinds` those that are not among them have nothing."""
        for kind in kinds:
            self.groups.pop(kind, None)
        self.groups.update({group.kind: group for group in groups if group.rows})

    @property
    def listed(self) -> Iterator[Group]:
        """The groups in order, without what is approximate."""
        for kind in GroupKind:
            if group := self.groups.get(kind):
                rows = tuple(row for row in group.rows if not row.is_approximate)
                if rows:
                    has_more = group.has_more and len(rows) == len(group.rows)
                    yield Group(kind, rows, has_more)

    @property
    def approximate(self) -> tuple[Found, ...]:
        """What fits so much worse that it is set apart."""
        known = (self.groups[kind] for kind in GroupKind if kind in self.groups)
        return tuple(row for group in known for row in group.rows if row.is_approximate)

    @property
    def hits(self) -> tuple[Found, ...]:
        """What was found in the text of briefings, in order."""
        return tuple(
            row for group in self.listed if group.kind is not GroupKind.ACTORS for row in group.rows
        )

    @property
    def count(self) -> str:
        """How much there is: `17`, or `30+` if there is more."""
        number = sum(len(group.rows) for group in self.groups.values())
        has_more = any(group.has_more for group in self.groups.values())
        return f"{number:,}{'+' if has_more else ''}" if number else ""


def row_id(found: Found) -> str:
    """What a hit is called in the list."""
    return f"{found.group}:{found.key or f'{found.briefing}:{found.item}'}"


def actor_group(catalogue: Catalogue, hits: Sequence[Hit], limit: int) -> Group:
    """The actors who fit, as a group."""
    rows = tuple(
        _found(catalogue.by_key[hit.id], Lit(hit.text, runs(hit.positions)), hit.is_approximate)
        for hit in hits[:limit]
        if hit.id in catalogue.by_key
    )
    return Group(GroupKind.ACTORS, rows, len(hits) > limit)


def prominent(catalogue: Catalogue, limit: int) -> Group:
    """Whoever is here, then whoever is mentioned most."""
    actors = catalogue.by_prominence
    rows = tuple(_found(actor, Lit(actor.name)) for actor in actors[:limit])
    return Group(GroupKind.ACTORS, rows, len(actors) > limit)


def _found(actor: Findable, text: Lit, is_approximate: bool = False) -> Found:
    return Found(
        group=GroupKind.ACTORS,
        text=text,
        briefing=actor.home,
        label=actor.kind,
        actors=(actor.name,),
        key=actor.key,
        about=actor.what,
        briefings=actor.briefings,
        is_approximate=is_approximate,
    )
