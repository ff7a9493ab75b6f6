"""The export: where a note goes, and what will stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.getters import query_one
from textual.widgets import Input, Label

from briefings.errors import ExportError
from briefings.export import export_note, markdown_note, note_name
from briefings.library import Stored
from tui.jobs import aside
from tui.screens.dialog import Dialog, Field, Frame
from tui.widgets.line_view import LineView
from tui.widgets.lines import RowLines
from tui.widgets.printable import printable
from tui.widgets.rows import Line, Piece, Row

MOST_LINES = 40
"""Lines of the screen that one line of the note may take in the preview."""

MOST_AT_ONCE = 300
"""Findings of a briefing whose note takes no longer to make than a key may take to answer."""


class Preview(LineView, can_focus=False):
    """The note as it will be written."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--key"}
    DEFAULT_CSS = """
    Preview {
        height: 1fr;
        background: $surface;
        border-top: solid $border-blurred;
        scrollbar-background: $surface;
        scrollbar-background-hover: $surface;
        scrollbar-background-active: $surface;
        & > .lines--key { color: $accent; }
    }
    """


class ExportScreen(Dialog[Path | None]):
    """Gives back the file that was written, or None.

    Args:
        stored: The briefing.
        folder: Where notes go unless the reader names another folder.
    """

    TITLE_TEXT = "Export as a Markdown note"
    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("dialog.choose", "write"),
        ("dialog.close", "close"),
        ("dialog.up", ""),
        ("dialog.down", "scroll"),
    )
    DEFAULT_CSS = """
    ExportScreen {
        & Horizontal { height: 1; }
        & .name { width: 8; color: $muted; }
        & #file { width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
        & #problem { color: $text-error; text-style: bold; width: 100%; display: none; }
        &.-failed #problem { display: block; }
    }
    """

    folder = query_one(Field)
    preview = query_one(Preview)

    def __init__(self, stored: Stored, folder: Path) -> None:
        super().__init__()
        self._stored = stored
        self._first_folder = folder
        self._is_writing = False

    def compose(self) -> ComposeResult:
        """Where it goes, then what stands in it."""
        with Frame():
            with Horizontal():
                yield Label("Folder", classes="name")
                yield Field(str(self._first_folder), compact=True, select_on_focus=False)
            with Horizontal():
                yield Label("File", classes="name")
                yield Label(printable(note_name(self._stored)), id="file", markup=False)
            yield Label("", id="problem", markup=False)
            yield Preview()

    def on_mount(self) -> None:
        """Show the note; one that takes a while to make is shown when it is made."""
        entry = self._stored.entry
        if entry.positions + entry.questions <= MOST_AT_ONCE:
            self.preview.show(_previewed(self._stored))
            return
        self.preview.show(RowLines([Row("", (Line((Piece("Making the note …", "muted"),)),))]))
        self.run_worker(self._preview(), group="preview")

    async def _preview(self) -> None:
        self.preview.show(await aside(_previewed, self._stored))

    @on(Input.Changed)
    def _typed(self) -> None:
        self.remove_class("-failed")

    def action_move(self, where: str) -> None:
        """Scroll the preview."""
        self.preview.action_move(where)

    def action_choose(self) -> None:
        """Write the note."""
        if self._is_writing:
            return
        try:
            folder = typed_folder(self.folder.value)
        except ExportError as error:
            self._show_problem(error)
            return
        self._is_writing = True
        # A worker of the app: closing the dialog does not keep the reader from hearing of it.
        self.app.run_worker(self._write(folder), group="export")

    async def _write(self, folder: Path) -> None:
        try:
            path = await aside(export_note, self._stored, folder)
        except ExportError as error:
            self._show_problem(error)
        else:
            self.app.notify(printable(str(path)), title="Note written", markup=False)
            if self.is_current:
                self.dismiss(path)
        finally:
            self._is_writing = False

    def _show_problem(self, error: ExportError) -> None:
        if self.is_current:
            self.query_one("#problem", Label).update(printable(str(error)))
            self.add_class("-failed")
        else:
            self.app.notify(printable(str(error)), severity="error", markup=False)


def typed_folder(typed: str) -> Path:
    """The folder that somebody typed: absolute, `~` being the home folder.

    Raises:
        ExportError: If it names none.
    """
    if not typed.strip() or "\0" in typed:
        raise ExportError("no folder is named", "type the folder that the note shall go to")
    try:
        return Path(typed.strip()).expanduser().absolute()
    except RuntimeError as error:
        raise ExportError(f"there is no home folder for {typed!r}", "type another one") from error


def _previewed(stored: Stored) -> RowLines:
    return RowLines(list(note_rows(markdown_note(stored))))


def note_rows(text: str) -> Iterator[Row]:
    """The lines of a note, its front matter and footnotes muted, its headings strong."""
    is_front = False
    for number, words in enumerate(text.split("\n")):
        is_fence = words == "---" and (number == 0 or is_front)
        if is_front or is_fence or words.startswith(("[^", "<!--")):
            look = "muted"
        elif words.startswith("#"):
            look = "strong"
        else:
            look = "key" if words.startswith(">") else "text"
        if is_fence:
            is_front = number == 0
        yield Row("", (Line((Piece(words or " ", look),), most=MOST_LINES),))
