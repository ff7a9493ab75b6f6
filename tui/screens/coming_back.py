"""Where the reader is on the briefing screen, and the way back to it."""

from __future__ import annotations

from dataclasses import asdict

from tui.panes.looks import FindingList
from tui.panes.only import Only
from tui.panes.positions import Order
from tui.panes.tabs import PANES
from tui.panes.views import view_of
from tui.screens.arrangement import checked
from tui.screens.briefing import BriefingScreen
from tui.whereabouts import Whereabouts


def whereabouts(screen: BriefingScreen) -> Whereabouts:
    """Where the reader is now."""
    sentence = screen.source.sentence
    return Whereabouts(
        document=screen.opened.document.id if screen.opened else "",
        pane=screen.pane,
        rows={rows.id or "": rows.row_id for rows in screen.query(FindingList)},
        offset=sentence.start if sentence else -1,
        narrowed=screen.narrowed,
        only=asdict(screen.only),
        order=screen.order,
        view=screen.view,
        sizes=screen.sizes,
        zoomed=screen.zoomed,
    )


def come_back(screen: BriefingScreen, to: Whereabouts) -> None:
    """Go back to where the reader was: to the rows only if the same document is open."""
    if to.order in list(Order):
        screen.order = Order(to.order)
    screen.view = view_of(to.view).id
    screen.sizes = checked(to.sizes)
    if screen.opened is None or screen.opened.document.id != to.document:
        return
    screen.narrowed = to.narrowed
    screen.only = Only.kept(to.only).fitting(screen.opened)
    for rows in screen.query(FindingList):
        rows.move_to(str(to.rows.get(rows.id or "", "")))
    screen.zoomed = to.zoomed
    if to.pane in PANES:
        screen.source.move_to_offset(to.offset)
        screen.go(to.pane)
