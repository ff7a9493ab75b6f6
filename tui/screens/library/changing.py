"""What the library screen does to the briefing under the cursor, or to those that are marked.

Each is one step for undo, however many briefings it changes; all of it happens aside.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from briefings.errors import BriefingError
from tui.panes.facts import counted, told
from tui.widgets.printable import fitted, printable

if TYPE_CHECKING:
    from briefings.corrections import Mark
    from briefings.library import Entry
    from tui.screens.library.screen import LibraryScreen
    from tui.shelf import Change, Shelf

CHANGING = "changing"
"""The group of this work; none of it is broken off."""

MOST_TITLE = 50
"""Cells of a title in what is told of it."""


def star(screen: LibraryScreen) -> None:
    """Give all a star, or take it away if all have one."""
    from briefings.corrections import SetStar

    entries = screen.chosen
    mark = SetStar(is_starred=not all(entry.is_starred for entry in entries))
    _change(screen, [(entry.id, mark) for entry in entries])


def read(screen: LibraryScreen) -> None:
    """Mark all as read, or as unread if all are read."""
    from briefings.corrections import SetRead

    entries = screen.chosen
    mark = SetRead(is_read=not all(entry.is_read for entry in entries))
    _change(screen, [(entry.id, mark) for entry in entries])


def tag(screen: LibraryScreen) -> None:
    """Ask for a tag, and give it to all, or take it away if all have it."""
    from tui.screens.library.tagging import TagDialog

    entries = screen.chosen
    if not entries or _is_refused(screen):
        return
    dialog = TagDialog(screen.known_tags, entries)
    screen.app.push_screen(dialog, partial(_keep_tag, screen, entries))


def remove(screen: LibraryScreen) -> None:
    """Take all out of the library; what was removed comes back instead."""
    from briefings.corrections import SetRemoved

    entries = screen.chosen
    is_out = screen.listing.is_removed
    changes: list[Change] = [(entry.id, SetRemoved(is_removed=not is_out)) for entry in entries]

    def tell(count: int) -> None:
        screen.take_off(entry.id for entry in entries)
        what = named(entries) if count == len(entries) else counted(count, "briefing")
        back = "is back in the library" if count == 1 else "are back in the library"
        screen.notify(
            f"{what} {back}." if is_out else f"Removed {what}; nothing is deleted, u brings back.",
            markup=False,
        )

    _change(screen, changes, tell)


def undo(screen: LibraryScreen) -> None:
    """Take back what was done last in the library."""
    _step(screen, "undone", lambda shelf: shelf.undo())


def redo(screen: LibraryScreen) -> None:
    """Do again what was undone last."""
    _step(screen, "done again", lambda shelf: shelf.redo())


def named(entries: Sequence[Entry]) -> str:
    """One briefing by its title, several by their number."""
    if len(entries) != 1:
        return counted(len(entries), "briefing")
    title = " ".join(entries[0].title.split()) or "Untitled"
    return f"“{fitted(title, MOST_TITLE)}”"


def _keep_tag(
    screen: LibraryScreen, entries: Sequence[Entry], answer: tuple[str, bool] | None
) -> None:
    from briefings.corrections import AddTag, RemoveTag

    if answer is not None:
        name, is_given = answer
        mark = AddTag(name) if is_given else RemoveTag(name)
        _change(screen, [(entry.id, mark) for entry in entries])


def _is_refused(screen: LibraryScreen) -> bool:
    """Whether nothing can be changed; if so, the reader is told why."""
    refusal = screen.shelf.refusal if screen.shelf else None
    if refusal is not None:
        _tell(screen, refusal)
    return refusal is not None or screen.shelf is None


def _change(
    screen: LibraryScreen, changes: Sequence[Change], tell: Callable[[int], None] | None = None
) -> None:
    if not changes or _is_refused(screen):
        return

    async def work(shelf: Shelf) -> None:
        made = await shelf.change(changes)
        screen.marked = _with(screen.marked, changes)
        if tell is not None:
            tell(made)

    _begin(screen, work)


def _step(
    screen: LibraryScreen, how: str, step: Callable[[Shelf], Awaitable[tuple[Change, ...]]]
) -> None:
    if _is_refused(screen):
        return

    async def work(shelf: Shelf) -> None:
        from briefings.corrections import describe

        changes = await step(shelf)
        if not changes:
            screen.notify(f"There is nothing that could be {how}.", markup=False)
            return
        what = describe(changes[0][1])
        entry = await shelf.entry(changes[0][0]) if len(changes) == 1 else None
        if entry is not None:
            it = named([entry])
            is_named = "the briefing" in what
            what = what.replace("the briefing", it, 1) if is_named else f"{what}: {it}"
        many = f" ({len(changes):,} briefings)" if len(changes) > 1 else ""
        screen.notify(printable(f"{how.capitalize()}: {what}{many}."), markup=False)

    _begin(screen, work)


def _begin(screen: LibraryScreen, work: Callable[[Shelf], Awaitable[None]]) -> None:
    async def guarded() -> None:
        assert screen.shelf is not None, "nothing can be done without a library"
        try:
            await work(screen.shelf)
        except BriefingError as error:
            _tell(screen, error)
        screen.look_again()

    screen.run_worker(guarded(), group=CHANGING, exit_on_error=False)


def _tell(screen: LibraryScreen, error: BriefingError) -> None:
    screen.notify(printable(told(error)), severity="warning", timeout=12, markup=False)


def _with(marked: dict[str, Entry], changes: Iterable[Change]) -> dict[str, Entry]:
    """The marked briefings as they are after some changes."""
    after = dict(marked)
    for identity, mark in changes:
        if identity in after:
            after[identity] = _changed(after[identity], mark)
    return after


def _changed(entry: Entry, mark: Mark) -> Entry:
    from briefings.corrections import AddTag, RemoveTag, SetRead, SetStar

    match mark:
        case SetStar():
            return replace(entry, is_starred=mark.is_starred)
        case SetRead():
            return replace(entry, is_read=mark.is_read)
        case AddTag():
            return replace(entry, tags=tuple(dict.fromkeys((*entry.tags, mark.tag))))
        case RemoveTag():
            return replace(entry, tags=tuple(one for one in entry.tags if one != mark.tag))
    return entry
