"""Choosing files and folders to add: a path that completes itself, above what its folder holds."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.getters import query_one
from textual.widgets import Input, Label

from tui.actions import Place, bindings
from tui.jobs import aside
from tui.panes.facts import counted
from tui.pasting import paths_in
from tui.screens.adding.places import Listed, listed, split
from tui.screens.dialog import Choices, Dialog, Field, Frame, empty_note
from tui.screens.library.columns import MARKED
from tui.widgets.printable import printable
from tui.widgets.row_list import RowList
from tui.widgets.rows import Line, Piece, Row

HERE = "."
"""The id of the row that stands for the folder itself."""


class PathField(Field):
    """A path; `tab` completes it, and pasted paths of several files are chosen at once."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.PICKER)]

    def _on_paste(self, event: events.Paste) -> None:
        paths = paths_in(event.text)
        if paths and isinstance(self.screen, AddScreen):
            event.prevent_default()
            event.stop()
            self.screen.take(paths)

    def action_complete(self) -> None:
        """Type what is under the cursor."""
        if isinstance(self.screen, AddScreen):
            self.screen.complete()

    def action_tick(self) -> None:
        """Choose what is under the cursor as well, or no longer."""
        if isinstance(self.screen, AddScreen):
            self.screen.tick()

    def action_add(self) -> None:
        """Add what is chosen."""
        if isinstance(self.screen, AddScreen):
            self.screen.add()


class AddScreen(Dialog[tuple[Path, ...]]):
    """Gives back the files and folders to add, or None.

    Args:
        folder: Where to begin.
    """

    TITLE_TEXT = "Add articles"
    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("dialog.choose", "open"),
        ("picker.add", "add"),
        ("picker.tick", "mark"),
        ("dialog.close", "close"),
        ("picker.complete", "complete"),
    )
    DEFAULT_CSS = """
    AddScreen {
        & #typing { height: 1; }
        & #prompt { color: $accent; text-style: bold; width: 2; }
        & #count { color: $muted; width: auto; margin: 0 1; }
        &.-high #typing { margin-bottom: 1; }
    }
    """

    typed = query_one(PathField)
    choices = query_one(Choices)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._listed = Listed(folder)
        self._meant = ("", folder)
        self._ticked: dict[Path, None] = {}

    def compose(self) -> ComposeResult:
        """The path above what its folder holds."""
        with Frame():
            with Horizontal(id="typing"):
                yield Label("› ", id="prompt")
                yield PathField(_in_words(self._folder), compact=True)
                yield Label("", id="count", markup=False)
            yield Choices()

    def on_mount(self) -> None:
        """List the folder to begin with."""
        self.typed.cursor_position = len(self.typed.value)
        self._list()

    @on(Input.Changed)
    def _list(self) -> None:
        self._show(self.typed.value)

    @work(group="places", exclusive=True, exit_on_error=False)
    async def _show(self, typed: str) -> None:
        self._listed = found = await aside(listed, *self._split(typed))
        is_ticked = found.folder in self._ticked
        rows = [_row_of_folder(found, typed, is_ticked)] if not found.error else []
        for place in found.places:
            name = place.path.name + (os.sep if place.is_folder else "")
            rows.append(self._row(str(place.path), name, place.path in self._ticked))
        if found.left_out:
            more = Piece(f"{found.left_out:,} more; type the beginning of a name", "heading")
            rows.append(Row("", (Line((more,), indent=2),)))
        reason = f"{_in_words(found.folder)}: {found.error}"
        self.choices.note = empty_note("Nothing to list", reason) if found.error else ()
        before = self.choices.row_id
        self.choices.show_rows(rows)
        if not self.choices.has(before) or before == HERE:
            self.choices.cursor = 1 if len(rows) > 1 and not typed.endswith(os.sep) else 0
        self._say()

    def _split(self, typed: str) -> tuple[Path, str]:
        """The folder that is meant by what is typed, and the beginning of a name in it.

        A name may hold what a field cannot show: the folder that was chosen is meant then.
        """
        shown, folder = self._meant
        if shown and typed.startswith(shown) and os.sep not in typed[len(shown) :]:
            return folder, typed[len(shown) :]
        return split(typed)

    def _row(self, identity: str, name: str, is_ticked: bool) -> Row:
        sign = Piece(f"{MARKED} " if is_ticked else "  ", "accent")
        look = "strong" if name.endswith(os.sep) else "text"
        return Row(identity, (Line((sign, Piece(name, look))),))

    def _say(self) -> None:
        chosen = f"{len(self._ticked):,} marked" if self._ticked else ""
        self.query_one("#count", Label).update(chosen)

    # What the keys of the field do.

    def action_move(self, where: str) -> None:
        """Move the cursor of the list."""
        self.choices.action_move(where)

    def action_choose(self) -> None:
        """Go into a folder; add a document, or the folder that is listed, or what is marked."""
        chosen = self._under_cursor
        if self._ticked or chosen is None or self.choices.row_id == HERE:
            self.add()
        elif chosen.is_dir():
            self.complete()
        else:
            self.dismiss((chosen,))

    @on(RowList.RowChosen)
    def _row_chosen(self) -> None:
        self.action_choose()

    def complete(self) -> None:
        """Type the path under the cursor."""
        chosen = self._under_cursor
        if chosen is not None and self.choices.row_id != HERE:
            is_folder = any(one.path == chosen and one.is_folder for one in self._listed.places)
            self._type(chosen, is_folder=is_folder)

    def _type(self, path: Path, *, is_folder: bool) -> None:
        self.typed.value = _in_words(path) if is_folder else str(path)
        self.typed.cursor_position = len(self.typed.value)
        if is_folder:
            self._meant = (self.typed.value, path)

    def tick(self) -> None:
        """Mark the path under the cursor, or no longer."""
        chosen = self._under_cursor
        if chosen is None:
            return
        if chosen in self._ticked:
            del self._ticked[chosen]
        else:
            self._ticked[chosen] = None
        self._list()
        self.choices.action_move("down")

    def take(self, paths: Sequence[Path]) -> None:
        """Mark paths that were pasted; a single one is typed."""
        if len(paths) == 1 and not self._ticked:
            self._type(paths[0], is_folder=paths[0].is_dir())
            return
        self._ticked |= dict.fromkeys(paths)
        self._list()

    def add(self) -> None:
        """Add what is marked, else what is typed; a wrong path can be put right."""
        folder, name = self._split(self.typed.value)
        if self._ticked or _is_there(folder / name):
            self.dismiss(tuple(self._ticked) or (folder / name,))
            return
        missing = printable(f"There is no file or folder {folder / name}: check the name.")
        self.notify(missing, severity="warning", markup=False)

    @property
    def _under_cursor(self) -> Path | None:
        row = self.choices.row_id
        if not row:
            return None
        if row == HERE:
            return self._listed.folder
        return next((one.path for one in self._listed.places if str(one.path) == row), None)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no disk could have
        return False


def _row_of_folder(found: Listed, typed: str, is_ticked: bool) -> Row:
    files = sum(not place.is_folder for place in found.places)
    about = counted(files, "article") if not found.left_out else ""
    words = f"the whole folder {_in_words(found.folder)}"
    right = (Piece(about, "muted"),) if about and typed.endswith(os.sep) else ()
    sign = Piece(f"{MARKED} " if is_ticked else "＋ ", "accent")
    return Row(HERE, (Line((sign, Piece(words, "accent")), right=right),))


def _in_words(path: Path) -> str:
    """A folder as it is typed: with a separator at the end, and `~` for the reader's home."""
    text = str(path)
    home = str(Path.home())
    if text == home or text.startswith(home + os.sep):
        text = "~" + text[len(home) :]
    return text if text.endswith(os.sep) else text + os.sep
