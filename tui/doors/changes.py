"""What the reader does to the open briefing: done aside, shown when it is done, and told."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from briefings.corrections import Change, SetRead, SetStar, describe
from briefings.errors import BriefingError, LibraryError
from briefings.library.records import Recorded
from tui.keymap import shown_key
from tui.panes.by_reader import ByReader
from tui.panes.facts import told
from tui.panes.looks import FindingList
from tui.panes.opened import Opened
from tui.widgets.printable import printable

if TYPE_CHECKING:
    from textual.worker import WorkType

    from briefings.library import Stored
    from tui.app import BriefingApp
    from tui.journaling import Done, Journaling, Seen

GROUP = "journal"
"""Changes are made one after the other; none is broken off."""


def opened_of(app: BriefingApp, seen: Seen) -> Opened:
    """A briefing of the library as it is shown."""
    stored = seen.stored
    by_reader = ByReader.of(seen, is_outdated=app.session.is_outdated(stored))
    return Opened(stored.document, stored.briefing, by_reader=by_reader)


def with_marks(app: BriefingApp, stored: Stored) -> Opened:
    """A briefing of the library that is opened now, which is noted."""
    seen = app.session.with_journal(stored)
    if seen is None:
        return Opened(stored.document, stored.briefing)
    opened = opened_of(app, seen)
    if not opened.by_reader.is_read:
        with contextlib.suppress(LibraryError):
            app.session.journaling.begin(stored.document.id, SetRead(is_read=True))
            return replace(opened, by_reader=replace(opened.by_reader, is_read=True))
    return opened


def is_writable(app: BriefingApp) -> bool:
    """Whether changes can be kept; if not, the reader is told why."""
    return _journaling(app) is not None


def make(app: BriefingApp, document_id: str, changes: Sequence[Change], item: str = "") -> None:
    """Make changes of a briefing; `item` is the id of what is shown afterwards."""

    async def work(journaling: Journaling) -> None:
        done = await journaling.do(document_id, changes)
        show(app, done.seen, item)
        tell_done(app, done)

    _begin(app, work)


def undo(app: BriefingApp) -> None:
    """Take back the last step of the open briefing."""
    _step(app, is_redo=False)


def redo(app: BriefingApp) -> None:
    """Do again what was undone last."""
    _step(app, is_redo=True)


def star(app: BriefingApp) -> None:
    """Give the open briefing a star, or take it away."""
    opened = app.briefing_screen.opened
    if opened is not None:
        make(app, opened.document.id, [SetStar(not opened.by_reader.is_starred)])


def read(app: BriefingApp) -> None:
    """Mark the open briefing as unread, or as read."""
    opened = app.briefing_screen.opened
    if opened is not None:
        make(app, opened.document.id, [SetRead(not opened.by_reader.is_read)])


def show_history(app: BriefingApp) -> None:
    """List what was done to the open briefing."""
    opened = app.briefing_screen.opened
    if opened is None:
        return

    async def work(journaling: Journaling) -> None:
        from tui.screens.history import HistoryScreen

        past = await journaling.past(opened.document.id)
        screen = HistoryScreen(past.steps, opened.by_reader.unfitting)
        app.push_screen(screen, partial(_withdraw, app, opened.document.id))

    _begin(app, work)


def reanalyse(app: BriefingApp) -> bool:
    """Analyse the open briefing anew; what the reader did is kept.

    Returns:
        Whether there is one; an article without a briefing is analysed as a new one is.
    """
    opened = app.briefing_screen.opened
    if opened is None or opened.found is None:
        return False
    document = opened.document

    async def work(journaling: Journaling) -> None:
        app.briefing_screen.progress = "analysing anew"
        try:
            briefing = await app.session.analyse(document)
            seen = await journaling.replace_findings(document.id, briefing)
        finally:
            app.briefing_screen.progress = ""
        show(app, seen)
        app.notify(_of_reanalysis(seen), markup=False)

    _begin(app, work)
    return True


def follow(app: BriefingApp) -> None:
    """Show what another program did to the briefing that is open."""
    opened = app.briefing_screen.opened
    if opened is None or opened.by_reader.past is None:
        return

    async def work() -> None:
        document_id = opened.document.id
        with contextlib.suppress(LibraryError):
            journaling = app.session.journaling
            now = app.briefing_screen.opened
            if now and await journaling.past(document_id) != now.by_reader.past:
                show(app, await journaling.seen(document_id))

    start: WorkType[None] = work  # as a function: a coroutine might be given up before it begins
    app.run_worker(start, group="following", exclusive=True, exit_on_error=False)


def show(app: BriefingApp, seen: Seen, item: str = "") -> None:
    """Show a briefing as it is now, if it is still open; the cursor stays on its item.

    What was added is gone to; where an item is gone, the cursor stays at its place in the list.
    """
    screen, opened = app.briefing_screen, opened_of(app, seen)
    before = screen.opened
    if before is None or before.document.id != opened.document.id:
        return
    places = {rows: (rows.row_id, rows.cursor) for rows in screen.query(FindingList)}
    fresh = opened.by_reader.made - before.by_reader.made
    app.show(opened)
    screen.narrowed = screen.narrowed if screen.narrowed in opened.actors else ""
    for rows, (row_id, cursor) in places.items():
        wanted = [one for one in (item, *sorted(fresh)) if one and rows.has(one)]
        if wanted:
            rows.move_to(wanted[0])
        elif row_id and not rows.has(row_id):
            rows.cursor = cursor


def tell_done(app: BriefingApp, done: Done) -> None:
    """Say what was done, and that it can be undone."""
    if not done.recorded and done.refused is None:
        app.notify("All is so already; nothing was changed.", markup=False)
        return
    sentences = [describe(one.change) for one in done.recorded]
    if sentences:
        undoes = f"{key_of(app, 'briefing.undo')} undoes it."
        app.notify(printable(f"{'. '.join(sentences)}. {undoes}"), markup=False)
    if done.refused is not None:
        app.tell(done.refused)


def key_of(app: BriefingApp, identity: str) -> str:
    """The key that does an action, as the reader has set it."""
    for key, active in app.briefing_screen.active_bindings.items():
        if active.binding.id == identity:
            return shown_key(key)
    return ""


def _step(app: BriefingApp, *, is_redo: bool) -> None:
    opened = app.briefing_screen.opened
    if opened is None:
        return
    document_id = opened.document.id

    async def work(journaling: Journaling) -> None:
        done = await (journaling.redo if is_redo else journaling.undo)(document_id)
        if not done.recorded:
            app.notify(f"There is nothing to {'redo' if is_redo else 'undo'}.", markup=False)
            return
        show(app, done.seen)
        app.notify(printable(_of_step(app, done.recorded[0], is_redo=is_redo)), markup=False)

    _begin(app, work)


def _of_step(app: BriefingApp, recorded: Recorded, *, is_redo: bool) -> str:
    said = ". ".join(map(describe, (recorded.change, *recorded.also)))
    if is_redo:
        return f"Done again: {said}. {key_of(app, 'briefing.undo')} undoes it."
    return f"Undone: {said}. {key_of(app, 'briefing.redo')} does it again."


def _of_reanalysis(seen: Seen) -> str:
    gone = len(seen.stored.unfitting)
    if not gone:
        return "Analysed anew; what you did is kept."
    many = "correction does" if gone == 1 else "corrections do"
    return f"Analysed anew; {gone:,} {many} not fit any more. The history lists what and why."


def _withdraw(app: BriefingApp, document_id: str, changes: Sequence[Change] | None) -> None:
    if changes:
        make(app, document_id, changes)


def _begin(app: BriefingApp, work: Callable[[Journaling], Coroutine[Any, Any, None]]) -> None:
    """Do something with the journal; what goes wrong is told."""
    journaling = _journaling(app)
    if journaling is None:
        return

    async def told_of() -> None:
        try:
            await work(journaling)
        except BriefingError as error:
            app.tell(error)

    start: WorkType[None] = told_of
    app.run_worker(start, group=GROUP, exit_on_error=False)


def _journaling(app: BriefingApp) -> Journaling | None:
    try:
        return app.session.journaling
    except LibraryError as error:
        app.notify(printable(f"{told(error)}"), severity="warning", markup=False)
        return None
