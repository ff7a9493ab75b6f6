"""The names of the four panes on one line, where only one of them has room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.message import Message
from textual.reactive import reactive

from tui.panes.opened import Opened
from tui.panes.views import view_of
from tui.widgets.painted import PaintedLines
from tui.widgets.printable import cells
from tui.widgets.rows import Line, Piece

PANES = ("actors", "positions", "questions", "source")
"""The panes in the order of their numbers; each is the id of its widget."""

ASIDE = {
    ("actors", "right"): "positions",
    ("questions", "right"): "positions",
    ("positions", "left"): "actors",
    ("positions", "right"): "source",
    ("source", "left"): "positions",
}
"""Which pane stands at the left or right of another, where all are seen."""


def pane_towards(pane: str, where: str, *, shows_one: bool) -> str:
    """The pane that a key leads to.

    Args:
        pane: The pane in front.
        where: The id of a pane, or `next`, `previous`, `left` or `right`.
        shows_one: Whether no pane stands beside another.
    """
    if where in ("left", "right") and not shows_one:
        where = ASIDE.get((pane, where), pane)
    if where in PANES:
        return where
    step = -1 if where in ("previous", "left") else 1
    return PANES[(PANES.index(pane) + step) % len(PANES)]


class PaneTabs(PaintedLines):
    """One tab a pane, the pane in front marked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--front"}
    DEFAULT_CSS = """
    PaneTabs {
        height: 1;
        padding: 0 1;
        background: $background;
        & > .lines--front { color: $accent; text-style: bold underline; }
    }
    """

    opened: reactive[Opened | None] = reactive(None)
    pane: reactive[str] = reactive(PANES[0])
    order: reactive[str] = reactive("")
    view: reactive[str] = reactive("")

    @dataclass
    class TabChosen(Message):
        """A tab was clicked."""

        pane: str

    def names(self, width: int) -> list[str]:
        """The longest names that fit, with counts where there is room for them."""
        view = view_of(self.view)
        long = ["1 Actors", "2 Positions", f"3 {view.title}", "4 Source"]
        counts = zip(long, self._counts(), strict=True)
        counted = [f"{name} {count}".strip() for name, count in counts]
        for names in (counted, long):
            if sum(cells(name) + 3 for name in names) - 3 <= width:
                return names
        short = [*long[:2], f"3 {view.short}", long[3]]
        has_room = sum(cells(name) + 1 for name in short) - 1 <= width
        return short if has_room else [*short[:3], "4 Text"]

    def _counts(self) -> tuple[str, str, str, str]:
        opened = self.opened
        if opened is None or opened.found is None:
            return ("", "", "", "")
        third = view_of(self.view).count(opened)
        found = (len(opened.listed), len(opened.stands), third)
        return (f"{found[0]:,}", f"{found[1]:,}", f"{found[2]:,}", "")

    def _gap(self, width: int) -> int:
        free = width - sum(cells(name) for name in self.names(width))
        return max(1, min(3, free // (len(PANES) - 1)))

    def lines(self, width: int) -> Iterator[Line]:
        """One line of tabs."""
        pieces: list[Piece] = []
        for pane, name in zip(PANES, self.names(width), strict=True):
            pieces += [
                Piece(name, "front" if pane == self.pane else "muted"),
                Piece(" " * self._gap(width), "muted"),
            ]
        order = f"by {self.order}" if self.pane == "positions" and self.order else ""
        has_room = sum(cells(piece.text) for piece in pieces) + cells(order) <= width
        yield Line(tuple(pieces[:-1]), right=(Piece(order, "muted"),) if has_room else ())

    def on_click(self, event: events.Click) -> None:
        """Tell which tab was clicked."""
        offset = event.get_content_offset(self)
        start = 0
        for pane, name in zip(PANES, self.names(self.size.width), strict=True):
            end = start + cells(name)
            if offset is not None and start <= offset.x < end:
                self.post_message(self.TabChosen(pane))
            start = end + self._gap(self.size.width)
