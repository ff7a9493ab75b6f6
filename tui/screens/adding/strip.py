"""How far an addition is, on one line; it can be stopped there while all else goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive

from tui.actions import Place, bindings
from tui.adding import Progress
from tui.cli.progress import duration
from tui.panes.header import SEPARATOR
from tui.widgets.painted import PaintedLines
from tui.widgets.rows import Line, Piece, Pieces

BAR = 16
"""Cells of the bar."""

WIDTH_FOR_BAR = 110
"""Cells of the line from which on the bar has room."""


@dataclass
class AddingMoved(Message, bubble=False):
    """An addition is further than before, or has ended; told to every screen that is open."""

    progress: Progress

    def can_replace(self, message: Message) -> bool:
        """Only the newest is of interest."""
        return isinstance(message, AddingMoved)


class AddingStrip(PaintedLines, can_focus=True):
    """A bar, the numbers, the rate and the time that is left; hidden while nothing is added."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.ADDING)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--done", "lines--left"}
    DEFAULT_CSS = """
    AddingStrip {
        height: 1;
        padding: 0 1;
        display: none;
        background: $surface;
        &.-open { display: block; }
        &:focus { background: $cursor-row; }
        & > .lines--done { color: $accent; }
        & > .lines--left { color: $muted 60%; }
    }
    """

    progress: reactive[Progress] = reactive(Progress())

    class StopAsked(Message):
        """No more is to be added."""

    class FailuresAsked(Message):
        """What failed is to be listed."""

    class PutAway(Message):
        """What has ended has been seen."""

    def watch_progress(self, progress: Progress) -> None:
        """Be seen from the first file on until the reader puts the line away."""
        self.set_class(progress.is_running or progress.done > 0 or progress.is_stopped, "-open")

    def action_stop(self) -> None:
        """Stop; once it has ended, put the line away."""
        if self.progress.is_running:
            self.post_message(self.StopAsked())
        else:
            self.progress = Progress()
            self.post_message(self.PutAway())

    def action_failures(self) -> None:
        """List what failed."""
        if self.progress.failures:
            self.post_message(self.FailuresAsked())

    def on_click(self) -> None:
        """What failed is a click away."""
        self.action_failures()

    def lines(self, width: int) -> Iterator[Line]:
        """One line."""
        progress = self.progress
        left = _words(progress)
        if width >= WIDTH_FOR_BAR:
            left = (*_bar(progress), *left)
        if not self.has_focus:
            yield Line(left, extra=(Piece("tab, then esc stops", "muted"),) * progress.is_running)
            return
        keys = ["esc stops" if progress.is_running else "esc puts this away"]
        keys += ["enter lists what failed"] * bool(progress.failures)
        yield Line(left, right=(Piece(SEPARATOR.join(keys), "accent"),))


def told(progress: Progress) -> str:
    """An addition in a few words."""
    return "".join(piece.text for piece in _words(progress))


def _bar(progress: Progress) -> Pieces:
    if not progress.is_running or not progress.total:
        return ()
    filled = BAR * progress.done // progress.total
    return (Piece("━" * filled, "done"), Piece("─" * (BAR - filled), "left"), Piece("  "))


def _words(progress: Progress) -> Pieces:
    """What there is to say, the most wanted first: the end may be cut."""
    if progress.is_running and not progress.total:
        return (Piece("looking for articles"),)
    if progress.is_running:
        first = f"adding {progress.done:,} of {progress.total:,}"
    else:
        first = f"{'stopped' if progress.is_stopped else 'done'}{SEPARATOR}{progress.new:,} added"
    pieces = [Piece(first)]
    if progress.failures:
        pieces += (Piece(SEPARATOR), Piece(f"{len(progress.failures):,} failed", "error"))
    known = progress.known - progress.back
    facts = list(_speed(progress)) if progress.is_running else []
    facts += [f"{progress.back:,} brought back"] * bool(progress.back)
    facts += [f"{known:,} already there"] * bool(known)
    return (*pieces, *(Piece(f"{SEPARATOR}{fact}") for fact in facts))


def _speed(progress: Progress) -> Iterator[str]:
    if not progress.rate:
        return
    per_second = progress.rate
    yield f"{per_second:,.1f}/s" if per_second >= 1 else f"{per_second * 60:,.0f}/min"
    if progress.seconds_left is not None:
        yield f"{duration(progress.seconds_left)} left"
