"""Choosing a tag for some briefings: one that there is, or a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.panes.facts import counted
from tui.screens.dialog import ListDialog, empty_note, lit
from tui.screens.library.columns import MARKED
from tui.screens.narrowing import fits, fitting_positions, folded, words_of
from tui.widgets.rows import Line, Piece, Row

if TYPE_CHECKING:
    from briefings.library import Entry

SOME = "–"
"""Before a tag that some of the briefings have, and some have not."""


class TagDialog(ListDialog[tuple[str, bool] | None]):
    """Gives back a tag, and whether it is given (true) or taken away; or None.

    Args:
        known: Every tag of the library, with how many briefings have it.
        entries: The briefings.
    """

    TITLE_TEXT = "Tags"
    PLACEHOLDER = "a tag, or the beginning of one"
    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("dialog.choose", "give or take away"),
        ("dialog.close", "close"),
    )

    def __init__(self, known: Sequence[tuple[str, int]], entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = entries
        counts = {tag: 0 for entry in entries for tag in entry.tags} | dict(known)
        # Those that the briefings have come first, so that they are seen.
        self._known = sorted(counts.items(), key=lambda one: (-self._having(one[0]), one[0]))

    def rows_for(self, query: str) -> tuple[Sequence[Row], str]:
        """The tags that fit what is typed, and that as a new one if it is none."""
        words = words_of(query)
        rows = [
            self._row(tag, count, words) for tag, count in self._known if fits(words, folded(tag))
        ]
        name = " ".join(query.split())
        if name and folded(name) not in {folded(tag) for tag, _ in self._known}:
            new = (Piece("  new tag ", "muted"), Piece(f"#{name}", "strong"))
            rows.append(Row(name, (Line(new),)))
        return rows, counted(len(self._entries), "briefing")

    def note_for(self, query: str) -> tuple[Line, ...]:
        """There are no tags yet."""
        return empty_note("No tags yet", "Type one, and press enter.")

    def choose(self, row_id: str) -> None:
        """Give the tag to all, or take it away if all have it."""
        self.dismiss((row_id, self._having(row_id) < len(self._entries)))

    def _having(self, tag: str) -> int:
        return sum(tag in entry.tags for entry in self._entries)

    def _row(self, tag: str, count: int, words: Sequence[str]) -> Row:
        having = self._having(tag)
        sign = MARKED if having == len(self._entries) else SOME if having else " "
        title = lit(f"#{tag}", [at + 1 for at in fitting_positions(words, tag)], "strong")
        about = (Piece(counted(count, "briefing"), "muted"),)
        return Row(tag, (Line((Piece(f"{sign} ", "accent"), *title), right=about),))
