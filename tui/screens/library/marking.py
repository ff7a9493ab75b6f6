"""Marking all briefings that the library screen lists, to do something with them at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefings.errors import BriefingError
from tui.panes.facts import counted, told
from tui.shelf import PAGE
from tui.widgets.printable import printable

if TYPE_CHECKING:
    from briefings.library import Entry
    from tui.screens.library.screen import LibraryScreen

MARKING = "marking"
"""The group of this work: only the newest counts."""

MOST_PAGES = 5
"""So many pages of a list are marked at once."""


def mark_listed(screen: LibraryScreen) -> None:
    """Mark what is listed, aside; if all of it is marked, no longer."""
    screen.run_worker(_mark(screen), group=MARKING, exclusive=True, exit_on_error=False)


def title_of(entries: Sequence[Entry]) -> str:
    """What several briefings are called together; one by its title."""
    return entries[0].title if len(entries) == 1 else counted(len(entries), "briefing")


async def _mark(screen: LibraryScreen) -> None:
    listing, count = screen.listing, len(screen.table.rows)
    if screen.shelf is None or not count:
        return
    found: dict[str, Entry] = {}
    try:
        for number in range(min(MOST_PAGES, -(-count // PAGE))):
            page = await screen.shelf.page(listing, number)
            found |= {entry.id: entry for entry in page.entries}
    except BriefingError as error:
        screen.app.notify(printable(told(error)), severity="warning", markup=False)
        return
    if listing != screen.listing:
        return  # another list is on the screen by now
    screen.marked = {} if screen.marked.keys() >= found.keys() else {**screen.marked, **found}
    if screen.marked and len(found) < count:
        words = f"The first {len(found):,} of {count:,} are marked: a filter lists fewer."
        screen.app.notify(words, markup=False)
