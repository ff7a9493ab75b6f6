"""The help: every key of the screen in front, made from the registry of actions, and its signs.

Below the frame stands what the settings call the action under the cursor, for giving it other keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from textual import on

from tui.actions import Action, Place, of_place
from tui.keymap import shown_key
from tui.panes.facts import counted
from tui.panes.signs import Sign
from tui.screens.dialog import ListDialog, empty_note, lit
from tui.screens.narrowing import fits, fitting_positions, folded, words_of
from tui.widgets.printable import cells
from tui.widgets.row_list import RowList
from tui.widgets.rows import Line, Piece, Row

KEY_CELLS = 13
"""The width of the column of keys; wider ones push their line to the right."""

NARROW, INDENT = 60, 3
"""Below so many cells of the screen there is no such column, but so many cells before a line."""

FIRST = (
    "list.up",
    "list.down",
    "list.choose",
    "briefing.back",
    "briefing.next_pane",
    "app.search",
    "briefing.export",
    "app.library",
    "app.help",
    "app.quit",
)
"""What a newcomer needs, told before all else."""

_SIGN = "sign "
"""What the ids of the rows of signs begin with, apart from those of actions."""


class HelpScreen(ListDialog[None]):
    """Lists keys and signs; gives back nothing.

    Args:
        places: Where the reader is: the places whose keys are in force, the nearest first.
        keymap: The reader's own keys, as in the settings: action id -> keys with commas.
        signs: The signs of the screen, told below the keys.
    """

    TITLE_TEXT = "Keys and signs"
    PLACEHOLDER = "a key, a sign, or what you want to do"
    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (("dialog.close", "close"),)

    def __init__(
        self,
        places: Sequence[Place],
        keymap: Mapping[str, str] | None = None,
        signs: Sequence[Sign] = (),
    ) -> None:
        super().__init__()
        self._signs = signs
        self._places = places
        self._keymap = keymap or {}

    def rows_for(self, query: str) -> tuple[Sequence[Row], str]:
        """The keys that fit: those to begin with, the others by their place; then the signs."""
        words = words_of(query)
        there = {action.id: action for place in self._places for action in of_place(place)}
        begin = [there.pop(identity) for identity in FIRST if identity in there]
        keys = list(self._group("To begin with", begin, words))
        for place in self._places:
            others = [action for action in of_place(place) if action.id in there]
            keys += self._group(place.value.capitalize(), others, words)
        signs = [
            self._row(_SIGN + sign.mark, sign.mark, sign.meaning, words)
            for sign in self._signs
            if fits(words, folded(f"{sign.mark} {sign.typed} {sign.meaning} sign legend"))
        ]
        heading = [_heading("What the signs say")] if signs else []
        return [*keys, *heading, *signs], counted(sum(not row.is_heading for row in keys), "key")

    def _group(self, title: str, actions: Sequence[Action], words: Sequence[str]) -> Iterator[Row]:
        heading: Row | None = _heading(title)
        for action in actions:
            keys = self._keys(action)
            if fits(words, folded(f"{keys} {action.title} {action.help} {action.id}")):
                if heading is not None:
                    yield heading
                    heading = None
                yield self._row(action.id, keys, action.help, words)

    def _row(self, identity: str, mark: str, meaning: str, typed: Sequence[str]) -> Row:
        is_narrow = self.app.size.width < NARROW
        gap = 1 if is_narrow else KEY_CELLS - cells(mark)
        words = lit(meaning, fitting_positions(typed, meaning), "text")
        pieces = (Piece(mark + " " * max(1, gap), "key"), *words)
        line = Line(pieces, hanging=INDENT if is_narrow else KEY_CELLS, most=4)
        return Row(identity, (line,))

    def _keys(self, action: Action) -> str:
        keys = self._keymap[action.id].split(",") if action.id in self._keymap else action.keys
        return " ".join(shown_key(key) for key in keys)

    def note_for(self, query: str) -> tuple[Line, ...]:
        """No key and no sign fits."""
        return empty_note("No such key", f"No key and no sign here is like “{query}”.")

    @on(RowList.RowHighlighted)
    def _name_action(self, event: RowList.RowHighlighted) -> None:
        """Tell what the settings call the action under the cursor."""
        is_sign = event.row_id.startswith(_SIGN)
        self.show_hints(*self.HINTS, before="" if is_sign else event.row_id)

    def choose(self, row_id: str) -> None:
        """The help is for reading."""
        self.dismiss(None)


def _heading(words: str) -> Row:
    return Row("", (Line((Piece(words, "heading"),), fill="─"),))
