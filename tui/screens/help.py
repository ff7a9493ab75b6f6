"""The help: every key of the screen in front, made from the registry of actions.

Below the frame stands what the settings call the action under the cursor, for giving it other keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from textual import on

from tui.actions import Action, Place, of_place
from tui.keymap import shown_key
from tui.panes.facts import counted
from tui.screens.dialog import ListDialog, empty_note, lit
from tui.screens.narrowing import fits, fitting_positions, folded, words_of
from tui.widgets.printable import cells
from tui.widgets.row_list import RowList
from tui.widgets.rows import Line, Piece, Row

KEY_CELLS = 13
"""The width of the column of keys; wider ones push their line to the right."""


class HelpScreen(ListDialog[None]):
    """Lists keys; gives back nothing.

    Args:
        places: Where the reader is: the places whose keys are in force, the nearest first.
        keymap: The reader's own keys, as in the settings: action id -> keys with commas.
    """

    TITLE_TEXT = "Keys"
    PLACEHOLDER = "a key, or what you want to do"
    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (("dialog.close", "close"),)

    def __init__(self, places: Sequence[Place], keymap: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self._places = places
        self._keymap = keymap or {}

    def rows_for(self, query: str) -> tuple[Sequence[Row], str]:
        """The keys that fit, below the name of their place."""
        words = words_of(query)
        rows = [row for place in self._places for row in self._group(place, words)]
        return rows, counted(sum(not row.is_heading for row in rows), "key")

    def _group(self, place: Place, words: Sequence[str]) -> Iterator[Row]:
        heading: Row | None = Row(
            "", (Line((Piece(place.value.capitalize(), "heading"),), fill="─"),)
        )
        for action in of_place(place):
            keys = self._keys(action)
            if fits(words, folded(f"{keys} {action.title} {action.help} {action.id}")):
                if heading is not None:
                    yield heading
                    heading = None
                yield _row(action, keys, words)

    def _keys(self, action: Action) -> str:
        keys = self._keymap[action.id].split(",") if action.id in self._keymap else action.keys
        return " ".join(shown_key(key) for key in keys)

    def note_for(self, query: str) -> tuple[Line, ...]:
        """No key fits."""
        return empty_note("No such key", f"Nothing that is done by a key here is like “{query}”.")

    @on(RowList.RowHighlighted)
    def _name_action(self, event: RowList.RowHighlighted) -> None:
        """Tell what the settings call the action under the cursor."""
        self.show_hints(*self.HINTS, before=event.row_id)

    def choose(self, row_id: str) -> None:
        """The help is for reading."""
        self.dismiss(None)


def _row(action: Action, keys: str, typed: Sequence[str]) -> Row:
    column = keys + " " * max(1, KEY_CELLS - cells(keys))
    words = lit(action.help, fitting_positions(typed, action.help), "text")
    line = Line((Piece(column, "key"), *words), hanging=KEY_CELLS, most=4)
    return Row(action.id, (line,))
