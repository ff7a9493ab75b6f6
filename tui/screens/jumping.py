"""Jump mode: letters before the rows in sight; typing one goes there.

The first rows get one letter each, the others two; no letter is a label and the beginning of
another one, so that nobody has to wait whether something follows.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from textual import events

from tui.widgets.line_view import LineView

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""In the order of how easily they are reached."""


def labels(count: int) -> list[str]:
    """So many labels, the shortest first; as many as there are, if more are asked for."""
    beginnings = min(len(LETTERS), max(0, -(-(count - len(LETTERS)) // (len(LETTERS) - 1))))
    alone, first = LETTERS[: len(LETTERS) - beginnings], LETTERS[len(LETTERS) - beginnings :]
    pairs = ("".join(pair) for pair in product(first, LETTERS))
    return [*alone, *pairs][:count]


class Jumper:
    """Jump mode of a screen, which is on or off."""

    def __init__(self) -> None:
        self._jump: Jump | None = None

    def begin(self, views: Iterable[LineView]) -> None:
        """Show letters; the rows of the first view get the shortest ones."""
        self._jump = Jump(views)

    def take(self, event: events.Key) -> tuple[LineView, int] | None:
        """Take a key while letters are shown; the view and the item to go to, once it is known.

        A letter that fits nothing ends it.
        """
        if self._jump is None:
            return None
        event.stop()
        event.prevent_default()
        target = self._jump.type(event.key)
        if target or self._jump.is_lost:
            self._jump.end()
            self._jump = None
        return target


class Jump:
    """One use of jump mode, from the letters to the row.

    Args:
        views: The lists and texts that are in sight, the one in front first.
    """

    def __init__(self, views: Iterable[LineView]) -> None:
        self._views = list(views)
        targets = [
            (view, item, line)
            for view in self._views
            for item, line in view.lines_in_sight().items()
        ]
        self._targets = dict(zip(labels(len(targets)), targets, strict=False))
        self._typed = ""
        self._show()

    def type(self, letter: str) -> tuple[LineView, int] | None:
        """Take a letter.

        Returns:
            The view and the item to go to; None if another letter is needed, or none fits.
        """
        self._typed += letter
        if self._typed in self._targets:
            return self._targets[self._typed][:2]
        self._show()
        return None

    @property
    def is_lost(self) -> bool:
        """Whether nothing begins with what was typed."""
        return not any(label.startswith(self._typed) for label in self._targets)

    def end(self) -> None:
        """Take the letters away."""
        for view in self._views:
            view.labels = {}

    def _show(self) -> None:
        for view in self._views:
            view.labels = {
                line: label[len(self._typed) :]
                for label, (there, _, line) in self._targets.items()
                if there is view and label.startswith(self._typed)
            }
