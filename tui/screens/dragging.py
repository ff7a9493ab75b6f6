"""The borders between the panes, dragged with the mouse.

What is dragged is one of the sizes that keys change as well, so that it is kept like them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import events
from textual.geometry import Region
from textual.widget import Widget

from tui.screens.arrangement import LEAST, MOST, NARROW, TALL, WIDE

if TYPE_CHECKING:
    from tui.screens.briefing import BriefingScreen

WITHIN_CELL = 0.1
"""Added to a number of cells, so that the percentage of it is never rounded to a cell less."""


class Border(NamedTuple):
    """A border between two panes, or rows of panes.

    Attributes:
        size: The name of the size that it stands for.
        start: Its line or column: the first cell of what comes after it.
        whole: Where what both share begins, and how many cells it has.
        is_upright: Whether the panes stand beside each other.
    """

    size: str
    start: int
    whole: tuple[int, int]
    is_upright: bool


class Borders:
    """The borders of a screen, of which one may be held.

    Args:
        screen: The screen whose sizes are changed.
    """

    def __init__(self, screen: BriefingScreen) -> None:
        self._screen = screen
        self._held: Border | None = None
        self._grip = 0
        self._holder: Widget | None = None

    def at(self, column: int, line: int) -> Border | None:
        """The border at a cell of the screen; None if there is none that could be dragged."""
        size = self._screen.size
        if self._screen.zoomed or size.width < NARROW or size.height < TALL:
            return None
        for region, border in self._known():
            along, across = (column, line) if border.is_upright else (line, column)
            first, last = (
                (region.y, region.bottom) if border.is_upright else (region.x, region.right)
            )
            if border.start - 1 <= along <= border.start and first <= across < last:
                return border
        return None

    def _known(self) -> list[tuple[Region, Border]]:
        """The borders, each with the region along which it runs."""
        screen = self._screen
        panes = screen.query_one("#panes").region
        lists, reading = screen.query_one("#lists").region, screen.query_one("#reading").region
        wide = (reading.x, reading.width)
        high = (reading.y, reading.height)
        between = (
            Border("positions", screen.positions.region.right, wide, is_upright=True)
            if screen.size.width >= WIDE
            else Border("positions above", screen.positions.region.bottom, high, is_upright=False)
        )
        beside = Border("lists", lists.right, (panes.x, panes.width), is_upright=True)
        both = (lists.y, lists.height)
        below = Border("actors", screen.actors.region.bottom, both, is_upright=False)
        return [(lists, beside), (lists, below), (reading, between)]

    def press(self, event: events.MouseDown) -> None:
        """Hold the border under the mouse, if there is one."""
        border = self.at(event.screen_x, event.screen_y) if event.button == 1 else None
        if border is None:
            return
        self._held = border
        self._grip = border.start - _along(border, event)
        # A terminal's event names no widget, as those of tests do.
        self._holder, _ = self._screen.get_widget_at(event.screen_x, event.screen_y)
        self._holder.capture_mouse()

    def move(self, event: events.MouseMove) -> None:
        """Drag the border that is held; over one that is not, change the looks of the pointer."""
        border = self._held
        if border is None:
            found = self.at(event.screen_x, event.screen_y) if not event.button else None
            self._point(found)
            return
        if not event.button:
            self.release()
            return
        first, cells = border.whole
        before = _along(border, event) + self._grip - first
        percent = round((before + WITHIN_CELL) * 100 / max(1, cells), 2)
        size = max(LEAST, min(MOST, percent))
        self._screen.sizes = {**self._screen.sizes, border.size: size}

    def release(self) -> None:
        """Hold no border any longer."""
        if self._holder is not None:
            self._holder.release_mouse()
        self._held = self._holder = None

    def _point(self, border: Border | None) -> None:
        """Change the looks of the mouse pointer, in a terminal that can do so."""
        styles = self._screen.styles
        if border is None:
            styles.pointer = "default"
        else:
            styles.pointer = "ew-resize" if border.is_upright else "ns-resize"


def _along(border: Border, event: events.MouseEvent) -> int:
    return int(event.screen_x if border.is_upright else event.screen_y)
