"""What can be found, and what was found: the values that go into and come out of the search."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor as the search needs it.

    Attributes:
        id: Comes back in the hit.
        name: The best name.
        kind: The type of actor, such as `person` or `state`.
        weight: Prominence, such as the number of mentions; only its size against the other
            candidates' matters.
        aliases: Other names.
        role: What the actor is, such as "Prime Minister of Norway"; several parted by semicolons.
    """

    id: str
    name: str
    kind: str
    weight: float
    aliases: tuple[str, ...] = ()
    role: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """An actor that fits a query.

    Attributes:
        id: The id of the candidate.
        text: What matched: the name, an alias, or the name and the role.
        positions: The offsets in `text`, in code points and rising, of the characters that were
            typed.
        score: How well it fits, with prominence; comparable within one answer only.
        is_approximate: Whether it fits so much worse than the best that a list should set it
            apart.
    """

    id: str
    text: str
    positions: tuple[int, ...]
    score: float
    is_approximate: bool
