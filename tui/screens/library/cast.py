"""Whose dossier is meant: the actors of a briefing of the list, the most important first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from briefings.briefing import Actor
from tui.panes.facts import counted, described
from tui.screens.dialog import ListDialog, empty_note, lit
from tui.screens.narrowing import fits, fitting_positions, folded, words_of
from tui.widgets.rows import Line, Piece, Row


class CastScreen(ListDialog[Actor | None]):
    """Gives back the actor that was chosen, or None.

    Args:
        actors: The actors, in the order in which they are listed.
    """

    TITLE_TEXT = "Whose dossier?"
    PLACEHOLDER = "a name, a role, a state"
    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("dialog.choose", "open"),
        ("dialog.close", "close"),
    )

    def __init__(self, actors: Sequence[Actor]) -> None:
        super().__init__()
        self._actors = {actor.id: actor for actor in actors}

    def rows_for(self, query: str) -> tuple[Sequence[Row], str]:
        """Those that have every word."""
        words = words_of(query)
        rows = [
            _row(actor, words)
            for actor in self._actors.values()
            if fits(words, folded(f"{actor.name} {described(actor)}"))
        ]
        return rows, counted(len(rows), "actor")

    def note_for(self, query: str) -> tuple[Line, ...]:
        """Nobody fits, or nobody was found."""
        if not self._actors:
            return empty_note("Nobody was found", "This briefing has no actors.")
        return super().note_for(query)

    def choose(self, row_id: str) -> None:
        """This one."""
        self.dismiss(self._actors[row_id])


def _row(actor: Actor, words: Sequence[str]) -> Row:
    positions = fitting_positions(words, actor.name)
    mentions = (Piece(counted(len(actor.mentions), "mention"), "muted"),)
    return Row(
        actor.id,
        (
            Line(lit(actor.name, positions, "strong"), right=mentions),
            Line((Piece(described(actor), "muted"),), indent=2),
        ),
    )
