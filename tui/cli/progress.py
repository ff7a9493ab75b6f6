"""How far a long job is, on stderr: a bar where somebody sees it, else a line now and then."""

from __future__ import annotations

import os
import sys
import time

from tui.cli.output import line, say

BAR = 24
"""Cells of the bar."""

SECONDS_BETWEEN_DRAWINGS = 0.1
SECONDS_BETWEEN_LINES = 10.0
"""Without a terminal, where lines are kept in a log."""

SETTLED_SECONDS = 3.0
"""Before that, a rate is mostly that of the start."""


class Progress:
    """How far a job is.

    Args:
        total: How many things there are to do; nothing is shown of a single one. 0 if nobody
            knows.

    Attributes:
        total: The same.
        has_spoken: Whether anything was shown.
    """

    def __init__(self, total: int) -> None:
        self.total = total
        self._is_terminal = sys.stderr.isatty()
        self._began = time.monotonic()
        self._shown = self._began if not self._is_terminal else 0.0
        self._text = ""
        self.has_spoken = False

    def at(self, done: int, words: str = "") -> None:
        """Say that so many things are done; at most as often as somebody can follow.

        Args:
            done: How many.
            words: What else there is to say, such as a name.
        """
        now = time.monotonic()
        pause = SECONDS_BETWEEN_DRAWINGS if self._is_terminal else SECONDS_BETWEEN_LINES
        if self.total == 1 or now - self._shown < pause:
            return
        self._shown = now
        parts = [line(words)]
        if self.total:
            parts = [f"{done:,}/{self.total:,}", *self._speed(done, now - self._began), *parts]
        text = " · ".join(part for part in parts if part)
        if self._is_terminal:
            filled = BAR * done // self.total if self.total else 0
            bar = f"[{'#' * filled}{'-' * (BAR - filled)}] " if self.total else ""
            self._draw(f"{bar}{text}")
        else:
            say(f"briefing: {text}")
            self.has_spoken = True

    def hide(self) -> None:
        """Take the bar away, for a line that is to stay; the next `at` draws it again."""
        if self._text:
            self._text = ""
            self._shown = 0.0
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def _speed(self, done: int, seconds: float) -> list[str]:
        if not done or seconds < SETTLED_SECONDS:
            return []
        left = (self.total - done) * seconds / done
        return [f"{done / seconds:,.1f}/s", f"{duration(left)} left"]

    def _draw(self, text: str) -> None:
        self._text = text[: max(20, _columns() - 1)]
        self.has_spoken = True
        sys.stderr.write(f"\r\x1b[K{self._text}")
        sys.stderr.flush()


class Stages:
    """How far a job of several stages is; each has a bar of its own."""

    def __init__(self) -> None:
        self._stage = ""
        self._progress = Progress(0)

    def at(self, stage: str, done: int, total: int) -> None:
        """Say what is being done, how much of it, and of how much; 0 if nobody knows."""
        if stage != self._stage or total != self._progress.total:
            self._progress.hide()
            self._stage, self._progress = stage, Progress(total)
        self._progress.at(done, stage)

    def hide(self) -> None:
        """Take the bar away; the next `at` draws it again."""
        self._progress.hide()

    def __enter__(self) -> Stages:
        return self

    def __exit__(self, *_: object) -> None:
        self.hide()


def duration(seconds: float) -> str:
    """A time as people say it: "40 s", "6 min", "2 h 5 min".

    >>> duration(7512)
    '2 h 5 min'
    """
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except OSError:
        return 80
