"""The search for actors: type any part of any name, misspelt if need be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.reactive import reactive

from briefings.search import Hit
from tui.catalogue import Catalogue, Findable
from tui.panes.facts import counted
from tui.screens.dialog import Choices, ListDialog, empty_note, lit
from tui.widgets.rows import Line, Piece, Pieces, Row

MOST_ROWS = 200
"""A longer answer is a reason to type another letter, not to scroll."""


class SearchScreen(ListDialog[str | None]):
    """Gives back the key of the actor that was chosen, or None.

    It can be typed into before it is known who there is.

    Args:
        catalogue: Who can be searched for; None if that is told later.
    """

    TITLE_TEXT = "Find an actor"
    PLACEHOLDER = "any part of a name, an alias, a role"
    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("dialog.choose", "go there"),
        ("dialog.close", "close"),
    )

    catalogue: reactive[Catalogue | None] = reactive(None, init=False)
    """Who can be searched for; None while that is being gathered."""

    def __init__(self, catalogue: Catalogue | None = None) -> None:
        super().__init__()
        self.set_reactive(SearchScreen.catalogue, catalogue)
        self._chosen_for: str | None = None

    def watch_catalogue(self) -> None:
        """Show who fits what was typed by now, and go on if `enter` came after it."""
        if not self.is_running or not self.query(Choices):
            return
        self.show_rows_for(self.typed.value)
        if self._chosen_for == self.typed.value:
            self.action_choose()

    def action_choose(self) -> None:
        """Take the row under the cursor; the best one once it is known."""
        self._chosen_for = self.typed.value if self.catalogue is None else None
        super().action_choose()

    def rows_for(self, query: str) -> tuple[Sequence[Row], str]:
        """The best first, those that fit much worse below a line; all if nothing is typed."""
        if self.catalogue is None:
            return (), ""
        if not query:
            actors = self.catalogue.by_prominence
            rows = [row(actor, actor.name, range(0)) for actor in actors[:MOST_ROWS]]
            return rows, counted(len(actors), "actor")
        hits = self.catalogue.index.search(query, MOST_ROWS)
        return list(_ranked(self.catalogue, hits)), counted(len(hits), "actor")

    def note_for(self, query: str) -> tuple[Line, ...]:
        """Nobody fits, or there is nobody, or it is not known yet."""
        if self.catalogue is None:
            return empty_note("Gathering the actors …", "They appear here in a moment.")
        if not query:
            return empty_note("No actors yet", "Open an article first: its actors are found here.")
        return empty_note(
            "Nobody found", f"No actor of your briefings is called anything like “{query}”."
        )

    def choose(self, row_id: str) -> None:
        """Go to the actor."""
        self.dismiss(row_id)


def _ranked(catalogue: Catalogue, hits: Sequence[Hit]) -> Iterator[Row]:
    was_exact = True
    for hit in hits:
        if hit.is_approximate and was_exact:
            was_exact = False
            yield Row("", (Line((Piece("approximate", "heading"),), fill="─"),))
        yield row(catalogue.by_key[hit.id], hit.text, hit.positions)


def row(actor: Findable, text: str, positions: Sequence[int]) -> Row:
    """The row of an actor, with the typed letters lit in the text that they fit.

    Args:
        actor: The actor.
        text: What fits: the name, an alias, or the name, a comma and a role.
        positions: The offsets of the typed letters in `text`.
    """
    where: Pieces = ()
    if actor.is_here:
        where = (Piece("here", "accent"),)
    if actor.briefings > 1 or not actor.is_here:
        where += (Piece(f" {counted(actor.briefings, 'briefing')}", "muted"),)
    return Row(actor.key, (Line((*_named(actor, text, positions), Piece(" ")), right=where),))


def _named(actor: Findable, text: str, positions: Sequence[int]) -> Pieces:
    gap = Piece("  ")
    if text == actor.name:
        return (*lit(text, positions, "strong"), gap, Piece(actor.what, "muted"))
    if text.startswith(f"{actor.name}, "):
        start = len(actor.name) + 2
        role = lit(text[start:], [at - start for at in positions if at >= start], "muted")
        return (*lit(actor.name, positions, "strong"), gap, *role)
    alias = lit(text, positions, "text")
    return (Piece(actor.name, "strong"), gap, *alias, gap, Piece(actor.what, "muted"))
