"""The library: all briefings, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on

from briefings.library import Entry
from tui.panes.facts import counted
from tui.screens.dialog import ListDialog, empty_note, lit
from tui.screens.narrowing import fits, fitting_positions, folded, words_of
from tui.widgets.row_list import RowList
from tui.widgets.rows import Line, Piece, Row

WINDOW = 200
"""So many rows are made at once; more come when the cursor reaches the last of them."""


class LibraryScreen(ListDialog[str | None]):
    """Gives back the id of the document to open, or None.

    Args:
        entries: The briefings, the newest first.
        opened: The id of the document that is open, or empty.
    """

    TITLE_TEXT = "Library"
    PLACEHOLDER = "a word of the title, a publisher, a date"
    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("dialog.choose", "open"),
        ("dialog.close", "close"),
    )

    def __init__(self, entries: Sequence[Entry], opened: str = "") -> None:
        super().__init__()
        self._entries = [(entry, folded(" ".join(_searched(entry)))) for entry in entries]
        self._opened = opened
        self._window = WINDOW
        self._end = ""

    def rows_for(self, query: str) -> tuple[Sequence[Row], str]:
        """The briefings that hold every word."""
        words = words_of(query)
        found = [entry for entry, haystack in self._entries if fits(words, haystack)]
        rows = [self._row(entry, words) for entry in found[: self._window]]
        self._end = ""
        if len(found) > self._window:
            self._end = found[self._window - 1].id
            more = f"{len(found) - self._window:,} older ones"
            rows.append(Row("", (Line((Piece(more, "heading"),), indent=1),)))
        if len(found) < len(self._entries):
            return rows, f"{len(found):,} of {len(self._entries):,}"
        return rows, counted(len(found), "briefing")

    def show_rows_for(self, query: str) -> None:
        """Show the first window of what fits."""
        self._window = WINDOW
        super().show_rows_for(query)

    @on(RowList.RowHighlighted)
    def _show_more(self, event: RowList.RowHighlighted) -> None:
        """Below the last row of the window, show the next ones."""
        if event.row_id == self._end:
            self._window += WINDOW
            self.choices.show_rows(self.rows_for(self.typed.value)[0])

    def _row(self, entry: Entry, words: Sequence[str]) -> Row:
        title = lit(entry.title, fitting_positions(words, entry.title), "strong")
        is_open = entry.id == self._opened
        facts = [
            entry.published.date if entry.published else "undated",
            entry.publisher,
            counted(entry.actors, "actor"),
            counted(entry.positions, "position"),
            counted(entry.questions, "open question"),
            f"added {entry.added[:10]}",
        ]
        about = " · ".join(fact for fact in facts if fact)
        return Row(
            entry.id,
            (
                Line(title, right=(Piece("open", "accent"),) if is_open else (), most=2),
                Line((Piece(about, "muted"),), indent=1),
            ),
        )

    def note_for(self, query: str) -> tuple[Line, ...]:
        """Nothing fits, or there is nothing."""
        if not query:
            return empty_note("No briefings yet", "Open an article, and its briefing is kept here.")
        return empty_note("Nothing fits", f"No briefing has “{query}” in what is shown of it.")

    def choose(self, row_id: str) -> None:
        """Open the briefing."""
        self.dismiss(row_id)


def _searched(entry: Entry) -> tuple[str, ...]:
    date = entry.published.date if entry.published else "undated"
    return (entry.title, entry.publisher, date, entry.added[:10])
