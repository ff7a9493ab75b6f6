"""Notes: which one to read or write, and the pane that it is written in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from unicodedata import category

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Label, TextArea

from briefings.errors import BriefingError
from briefings.library.records import Note
from tui.actions import Place, bindings
from tui.editor import edited
from tui.screens.correct.screen import MOST_TITLE
from tui.screens.dialog import ACTING, Dialog, Frame, ListDialog, lit
from tui.screens.narrowing import fits, fitting_positions, folded, words_of
from tui.widgets.printable import fitted, printable
from tui.widgets.rows import Line, Piece, Row

ANOTHER = "another"
KEEPING_SECONDS = 1.0
"""How often it is kept what is written, if it changed."""


@dataclass(frozen=True, slots=True)
class Written:
    """What the reader has written.

    Attributes:
        text: The text.
        is_saved: Whether it is the note now; else a draft, to go on with another time.
    """

    text: str
    is_saved: bool


class NoteArea(TextArea):
    """Where a note is written; nothing that is pasted acts on the terminal."""

    DEFAULT_CSS = """
    NoteArea, NoteArea:focus {
        height: 1fr;
        background: $surface;
        color: $foreground;
        border: none;
        padding: 0;
        scrollbar-size: 1 1;
        & .text-area--cursor-line { background: $surface; }
        & .text-area--placeholder { color: $muted; }
    }
    """

    def on_mount(self) -> None:
        """The cursor blinks only where things may move."""
        self.cursor_blink = self.app.animation_level != "none"

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = harmless(event.text)
        await super()._on_paste(event)


class NoteScreen(Dialog[Written]):
    """Gives back what was written, also if it is not to be saved.

    Args:
        title: What the note is on.
        text: What it says so far.
        is_draft: Whether that was never saved.
        keep: Called with what is written, now and then, so that nothing is lost in a crash.
    """

    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("note.save", "save"),
        ("dialog.close", "keep as draft"),
        ("note.editor", "$EDITOR"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.NOTE)]
    DEFAULT_CSS = """
    NoteScreen {
        & #state { width: 100%; height: auto; color: $muted; }
    }
    """

    area = query_one(NoteArea)

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        is_draft: bool = False,
        keep: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._text = self._kept = self._written = harmless(text)
        self._is_draft = is_draft
        self._keep = keep

    def compose(self) -> ComposeResult:
        """What is known of it, and the text."""
        with Frame():
            yield Label("", id="state", markup=False)
            yield NoteArea(
                self._text,
                soft_wrap=True,
                compact=True,
                highlight_cursor_line=False,
                placeholder="in your own words",
            )

    def on_mount(self) -> None:
        """Go on at the end of what is written."""
        self.call_next(_name, self, self._title)
        self._tell("A draft from before, not saved yet." if self._is_draft else "")
        self.area.move_cursor(self.area.document.end)
        self.set_interval(KEEPING_SECONDS, self._keep_draft)

    def on_unmount(self) -> None:
        """Whatever ends this: nothing is lost."""
        self._keep_draft()

    @on(TextArea.Changed)
    def _note_what_is_written(self) -> None:
        self._written = self.area.text

    def _keep_draft(self) -> None:
        if self._keep is not None and self._written != self._kept:
            self._kept = self._written
            self._keep(self._kept)

    def _tell(self, words: str) -> None:
        label = self.query_one("#state", Label)
        label.update(printable(words))
        label.display = bool(words)

    def action_save(self) -> None:
        """Save it; an empty note is none."""
        self._kept = self._written = self.area.text
        self.dismiss(Written(self.area.text.strip("\n"), is_saved=True))

    def action_close(self) -> None:
        """Leave it as it is, as a draft."""
        self._kept = self._written = self.area.text
        self.dismiss(Written(self.area.text, is_saved=False))

    def action_move(self, where: str) -> None:
        """The keys that move are those of the text."""

    def action_choose(self) -> None:
        """So is the one that begins a line."""

    def action_editor(self) -> None:
        """Go on in the reader's own editor."""
        from textual.app import SuspendNotSupported

        try:
            text = edited(self.area.text, self.app.suspend())
        except BriefingError as error:
            said = str(error)
            self._tell(said[:1].upper() + said[1:])
            return
        except SuspendNotSupported:
            self._tell("This terminal cannot be lent to an editor; write here.")
            return
        self.refresh(layout=True)
        if text is None:
            self._tell("The editor ended with an error; nothing was taken from it.")
            return
        self._tell("")
        self.area.text = harmless(text)
        self.area.move_cursor(self.area.document.end)


class NoteList(ListDialog[str | None]):
    """Gives back the number of the note to go on with, `ANOTHER`, or None.

    Args:
        title: What the notes are on.
        notes: The notes, oldest first.
        is_of_briefing: Whether those on items are on such as are not found any more.
    """

    PLACEHOLDER = "a word of the note"
    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("dialog.choose", "open"),
        ("dialog.close", "close"),
    )

    def __init__(self, title: str, notes: Sequence[Note], *, is_of_briefing: bool = False) -> None:
        super().__init__()
        self._title = title
        self._is_of_briefing = is_of_briefing
        self._notes = tuple(reversed(notes))

    def on_mount(self) -> None:
        """Name what they are on."""
        self.call_next(_name, self, self._title)

    def rows_for(self, query: str) -> tuple[Sequence[Row], str]:
        """The newest note first, then a new one."""
        words = words_of(query)
        rows = [self._row(note, words) for note in self._notes if fits(words, folded(note.text))]
        rows.append(Row(ANOTHER, (Line((Piece("write another one", "accent"),)),)))
        return rows, f"{len(rows) - 1:,} of {len(self._notes):,}" if words else ""

    def _row(self, note: Note, words: Sequence[str]) -> Row:
        text = " ".join(note.text.split())
        moment = f"{note.changed[:10]} {note.changed[11:16]} UTC"
        about = _lost(note) if self._is_of_briefing else ""
        return Row(
            str(note.number),
            (
                Line(lit(text, fitting_positions(words, text), "text"), most=3),
                Line((Piece(f"{moment}{about}", "muted"),), indent=1),
            ),
        )

    def choose(self, row_id: str) -> None:
        """Go on with it."""
        self.dismiss(row_id)


def _name(dialog: Dialog[Any], title: str) -> None:
    """Say what a dialog is about, once that is more than what it is called by itself."""
    dialog.frame.border_title = Content(fitted(title, MOST_TITLE))


def harmless(text: str) -> str:
    """A text of several lines with nothing in it that acts on the terminal.

    Textual hands the text of an area to the terminal as it is.
    """
    lined = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    return "".join(
        "\ufffd" if letter != "\n" and category(letter) in ACTING else letter for letter in lined
    )


def _lost(note: Note) -> str:
    about = note.about
    is_on_item = about.actor or about.position or about.question
    return "  on something that is not found any more" if is_on_item else ""
