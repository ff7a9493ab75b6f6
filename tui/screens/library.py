"""The library: all briefings, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from briefings.library import Entry
from tui.panes.facts import counted
from tui.screens.dialog import ListDialog, empty_note, lit
from tui.screens.narrowing import fits, fitting_positions, folded
from tui.widgets.rows import Line, Piece, Row

MOST_ROWS = 1_000
"""More are not scrolled through; typing finds the others."""


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

    def rows_for(self, query: str) -> tuple[Sequence[Row], str]:
        """The briefings that hold every word."""
        found = [entry for entry, haystack in self._entries if fits(query, haystack)]
        rows = [self._row(entry, query) for entry in found[:MOST_ROWS]]
        if len(found) > MOST_ROWS:
            more = f"{len(found) - MOST_ROWS:,} older ones: type a word to find them"
            rows.append(Row("", (Line((Piece(more, "heading"),), indent=1),)))
        if len(found) < len(self._entries):
            return rows, f"{len(found):,} of {len(self._entries):,}"
        return rows, counted(len(found), "briefing")

    def _row(self, entry: Entry, query: str) -> Row:
        title = lit(entry.title, fitting_positions(query, entry.title), "strong")
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
