"""Whether to add what was pasted, or dropped onto the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Label

from tui.panes.facts import counted
from tui.screens.dialog import Choices, Dialog, Frame
from tui.widgets.rows import Line, Piece, Row

MOST_SHOWN = 200
"""Lines of a text, or paths, that are shown of it."""


class PastedScreen(Dialog[bool]):
    """Gives back true if it is to be added, or None.

    Args:
        question: What is asked.
        rows: What was pasted.
    """

    TITLE_TEXT = "Pasted"
    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("dialog.choose", "add"),
        ("dialog.close", "not now"),
    )
    DEFAULT_CSS = """
    PastedScreen {
        &.-high > Frame { height: auto; max-height: 70%; }
        & #question { text-style: bold; margin-bottom: 1; }
        & Choices { height: auto; max-height: 100%; }
        &.-high > Frame Choices { max-height: 24; }
    }
    """

    def __init__(self, question: str, rows: Sequence[Row]) -> None:
        super().__init__()
        self._question = question
        self._rows = rows

    def compose(self) -> ComposeResult:
        """What was pasted."""
        with Frame():
            yield Label(self._question, id="question", markup=False)
            yield Choices()

    def on_mount(self) -> None:
        """Ask."""
        self.query_one(Choices).show_rows(self._rows)

    def action_move(self, where: str) -> None:
        """Look through it."""
        self.query_one(Choices).action_move(where)

    def action_choose(self) -> None:
        """Add it."""
        self.dismiss(True)

    @classmethod
    def of_paths(cls, paths: Sequence[Path]) -> PastedScreen:
        """For files and folders."""
        rows = [
            Row(f"{number}", (Line((Piece(str(path)),), most=2),))
            for number, path in enumerate(paths[:MOST_SHOWN])
        ]
        what = counted(len(paths), "path") if len(paths) > 1 else "this"
        return cls(f"Add {what} to the library?", [*rows, *_more(len(paths))])

    @classmethod
    def of_text(cls, text: str) -> PastedScreen:
        """For the text of an article."""
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        rows = [
            Row(f"{number}", (Line((Piece(line, "muted" if number else "text"),), most=3),))
            for number, line in enumerate(lines[:MOST_SHOWN])
        ]
        return cls("Read this text as an article?", [*rows, *_more(len(lines))])


def _more(count: int) -> Iterable[Row]:
    if count > MOST_SHOWN:
        yield Row("", (Line((Piece(f"{count - MOST_SHOWN:,} more", "heading"),)),))
