"""The pages of a correction, as values: each asks one thing and leads to the next, or to the end.

A page offers options for what is typed. What the reader takes leads to another page, or is the
change to be made; `Decided` holds that. Pages know briefings and corrections, but no widget.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from briefings.corrections import Change
from tui.widgets.rows import Line


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be taken on a page.

    Attributes:
        id: Unique on its page; empty for a heading.
        lines: How it is shown.
    """

    id: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What the reader has put in on a page.

    Attributes:
        option: The id of the option under the cursor; empty if there is none.
        typed: What is typed, without white space at its ends.
        ticked: The ids of the options that are ticked, in the order of the page; none as long as
            the reader has not ticked any.
    """

    option: str
    typed: str = ""
    ticked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """The end of the pages.

    Attributes:
        change: What is to be done.
        stays_on: The id of the item to show afterwards; empty for the one that was corrected.
    """

    change: Change
    stays_on: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """What is taken so far leads nowhere; `reason` tells what is missing."""

    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """One thing that is asked.

    Attributes:
        title: What it is about, above the frame.
        placeholder: What can be typed.
        options: The options for what is typed.
        take: Where an answer leads.
        takes_several: Whether options are ticked.
        ticked: The ids of those that are ticked at first; they stay so once others are ticked.
        typed: What stands in the field at first.
        at: The id of the option that the cursor begins on; empty for the first one.
        nothing: What is read if no option fits.
    """

    title: str
    placeholder: str
    options: Callable[[str], Sequence[Option]]
    take: Callable[[Taken], Outcome]
    takes_several: bool = False
    ticked: tuple[str, ...] = ()
    typed: str = ""
    at: str = ""
    nothing: str = "Nothing here is like what is typed."


Outcome: TypeAlias = Page | Decided | Missing
