"""What looking after a library tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

Tell: TypeAlias = "Callable[[Fault], None]"
"""Told each fault as it is found: there may be as many as there are findings."""

Step: TypeAlias = Callable[[str, int, int], None]
"""Told what is being looked at, how much of it is done, and of how much; 0 if nobody knows."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a library that is not as it should be.

    Attributes:
        what: What is wrong, in a sentence without a full stop.
        remedy: What to do about it, without a full stop.
        briefing: The id of the briefing it is in; empty if it is in none.
        title: Its title.
    """

    what: str
    remedy: str
    briefing: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at.

    Attributes:
        briefings: How many briefings were read.
        spans: How many places in their texts were looked up.
        faults: How many faults were told.
    """

    briefings: int
    spans: int
    faults: int


@dataclass(frozen=True, slots=True)
class Compacted:
    """What compacting a library gave.

    Attributes:
        before: Its size on the disk in bytes.
        after: The same now.
        is_read_elsewhere: Whether another program that reads it keeps the disk from getting the
            space back before it is done.
    """

    before: int
    after: int
    is_read_elsewhere: bool
