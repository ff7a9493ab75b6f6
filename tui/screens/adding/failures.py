"""What could not be added, with the reasons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from briefings.errors import BriefingError
from tui.panes.facts import counted, told
from tui.screens.dialog import ListDialog, lit
from tui.screens.narrowing import fits, fitting_positions, folded, words_of
from tui.widgets.rows import Line, Piece, Row


class FailuresScreen(ListDialog[None]):
    """Gives back nothing.

    Args:
        failures: What failed, and why.
    """

    TITLE_TEXT = "Not added"
    PLACEHOLDER = "a word of a name or a reason"
    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (("dialog.close", "close"),)

    def __init__(self, failures: Sequence[tuple[str, BriefingError]]) -> None:
        super().__init__()
        self._failures = [(name, told(error)) for name, error in failures]

    def rows_for(self, query: str) -> tuple[Sequence[Row], str]:
        """Those that have every word."""
        words = words_of(query)
        rows = [
            Row(f"{number} {name}", _lines(name, reason, words))
            for number, (name, reason) in enumerate(self._failures)
            if fits(words, folded(f"{name} {reason}"))
        ]
        return rows, counted(len(rows), "file")

    def choose(self, row_id: str) -> None:
        """There is nothing to choose."""


def _lines(name: str, reason: str, words: Sequence[str]) -> tuple[Line, ...]:
    return (
        Line(lit(name, fitting_positions(words, name), "strong"), most=2),
        Line((Piece(reason, "muted"),), indent=2, most=4),
    )
