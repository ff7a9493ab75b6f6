"""What the dialogs share: a frame over the screen, its hints, and a list that typing narrows.

A dialog is handed values and gives back a value; it knows neither the library nor the screen that
opened it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar
from unicodedata import category

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from tui.actions import Place, bindings
from tui.keymap import shown_key
from tui.toasts import forget_news
from tui.widgets.row_list import RowList
from tui.widgets.rows import Line, Piece, Row

Result = TypeVar("Result")

ACTING = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""The Unicode categories of controls, of what turns the reading direction, of lone surrogates."""

BESIDE_HINTS = 6
"""Cells of the line below a frame that its corners take."""

MOST_TYPED = 200
"""Characters that may be typed into a field for searching."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A key below a dialog.

    Attributes:
        key: The key as people write it.
        does: What it does here; empty if the next one says it.
        is_kept: Whether it is shown however little room there is.
    """

    key: str
    does: str
    is_kept: bool = False

    @property
    def content(self) -> Content:
        """The key and its words, in their looks."""
        words = f" {self.does}" if self.does else ""
        return Content.assemble((self.key, "bold $accent"), words)


class Frame(Vertical):
    """The frame of a dialog: its title above, its keys below."""

    DEFAULT_CSS = """
    Frame {
        background: $surface;
        border: round $border;
        border-title-color: $accent;
        border-title-style: bold;
        border-subtitle-color: $muted;
        padding: 0 1;
    }
    """

    _before = ""
    _hints: tuple[Hint, ...] = ()

    def show_hints(self, before: str, hints: Sequence[Hint]) -> None:
        """Show some words and keys below, as many as have room."""
        self._before, self._hints = before, tuple(hints)
        self._fit_hints()

    def on_resize(self) -> None:
        """There is room for more keys, or for fewer."""
        self._fit_hints()

    def _fit_hints(self) -> None:
        room = self.outer_size.width - BESIDE_HINTS
        words = [Content(self._before)] if self._before else []
        hints = list(self._hints)
        told = Content("  ").join([*words, *(hint.content for hint in hints)])
        while room > 0 and told.cell_length > room and any(not hint.is_kept for hint in hints):
            last = max(number for number, hint in enumerate(hints) if not hint.is_kept)
            del hints[last]
            while last and not hints[last - 1].does:  # a key that shares the words of the next
                last -= 1
                del hints[last]
            told = Content("  ").join([*words, *(hint.content for hint in hints)])
        self.border_subtitle = told


class Dialog(ModalScreen[Result]):
    """A frame in the middle of the screen; on a small terminal it is the whole screen.

    None of its keys goes before those of the field that is typed in: a key that did would be heard
    before letters that were typed ahead of it.
    """

    # Textual declares these two in a way that leaves no room for ClassVar.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-roomy")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.DIALOG)]
    TITLE_TEXT: ClassVar[str] = ""
    """What stands above the frame."""

    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (("dialog.close", "close"),)
    """What stands below it: ids of actions, and what each does here."""

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        overflow: hidden;
        background: $background 65%;
        & > Frame { width: 100%; height: 100%; }
        &.-roomy > Frame { width: 90%; max-width: 100; }
        &.-high > Frame { height: 85%; max-height: 36; }
    }
    """

    frame = query_one(Frame)

    def on_mount(self) -> None:
        """Name the dialog and its keys; what was told before would lie on both."""
        forget_news(self.app)
        self.frame.border_title = Content(self.TITLE_TEXT)
        self.show_hints(*self.HINTS)

    def show_hints(self, *hints: tuple[str, str], before: str = "") -> None:
        """Show keys below the frame (the reader's own, if they were changed), after some words.

        The first ones matter most: where there is little room, the last ones are left out.
        """
        keys = {active.binding.id: key for key, active in reversed(self.active_bindings.items())}
        shown = [
            Hint(shown_key(keys[identity]), does, is_kept=identity == "dialog.close")
            for identity, does in hints
            if identity in keys
        ]
        self.frame.show_hints(before, shown)

    def on_click(self, event: events.Click) -> None:
        """A click beside the frame closes the dialog."""
        if event.widget is self:
            self.action_close()

    def action_close(self) -> None:
        """Close without a result."""
        self.dismiss(None)


class Field(Input, inherit_bindings=False):
    """A line to type in; `enter`, and what moves up and down, is left to the dialog.

    What is pasted into it may be as hostile as any text from outside.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        binding
        for binding in Input.BINDINGS
        if not (isinstance(binding, Binding) and binding.key == "enter")
    ]

    DEFAULT_CSS = """
    Field, Field:focus {
        width: 1fr;
        background: $surface;
        background-tint: $surface 0%;
        & > .input--placeholder { color: $muted; }
    }
    """

    def on_mount(self) -> None:
        """The cursor blinks only where things may move."""
        self.cursor_blink = self.cursor_blink and self.app.animation_level != "none"

    def validate_value(self, value: str) -> str:
        """Show what could act on the terminal, or on the reading direction, in place of doing it.

        Textual hands a field's text to the terminal as it is.
        """
        return "".join("\ufffd" if category(letter) in ACTING else letter for letter in value)


class Choices(RowList, can_focus=False):
    """The list of a dialog; its cursor moves while the reader types elsewhere."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--match", "lines--key"}
    DEFAULT_CSS = """
    Choices {
        height: 1fr;
        background: $surface;
        scrollbar-background: $surface;
        scrollbar-background-hover: $surface;
        scrollbar-background-active: $surface;
        & > .lines--match { color: $match; text-style: bold underline; }
        & > .lines--key { color: $accent; text-style: bold; }
    }
    """

    @property
    def is_active(self) -> bool:
        """The keys of the dialog move its cursor."""
        return True


class ListDialog(Dialog[Result]):
    """A field to type in, and below it the rows that fit; `rows_for` says which."""

    PLACEHOLDER: ClassVar[str] = "type to narrow"

    DEFAULT_CSS = """
    ListDialog {
        & #typing { height: 1; }
        & #prompt { color: $accent; text-style: bold; width: 2; }
        & #count { color: $muted; width: auto; margin: 0 1; }
        &.-high #typing { margin-bottom: 1; }
    }
    """

    typed = query_one(Field)
    choices = query_one(Choices)
    _shown_for = ""

    def compose(self) -> ComposeResult:
        """The field above the list."""
        with Frame():
            with Horizontal(id="typing"):
                yield Label("› ", id="prompt")
                yield Field(placeholder=self.PLACEHOLDER, compact=True, max_length=MOST_TYPED)
                yield Label("", id="count", markup=False)
            yield from self.compose_middle()
            yield Choices()

    def compose_middle(self) -> ComposeResult:
        """What stands between the field and the list."""
        yield from ()

    def on_mount(self) -> None:
        """Show what there is before anything is typed."""
        self.show_rows_for("")
        self.choices.move_to(self.first_row_id())

    def first_row_id(self) -> str:
        """The row that the cursor begins on; empty for the first one."""
        return ""

    def rows_for(self, query: str) -> tuple[Sequence[Row], str]:
        """The rows that fit a query, and the count to show beside it."""
        raise NotImplementedError

    def note_for(self, query: str) -> tuple[Line, ...]:
        """What is read in place of the rows if none fits."""
        return empty_note("Nothing fits", f"Nothing here is like “{query}”.")

    @on(Input.Changed)
    def _catch_up(self) -> None:
        """Show the rows for what is typed; before a key that moves or takes one of them, too."""
        if self.typed.value != self._shown_for:
            self.show_rows_for(self.typed.value)

    def show_rows_for(self, query: str) -> None:
        """Show the rows that fit, the cursor on the first."""
        self._shown_for = query
        rows, count = self.rows_for(query.strip())
        self.query_one("#count", Label).update(count)
        self.choices.note = () if rows else self.note_for(query.strip())
        self.choices.show_rows(rows)
        self.choices.action_move("first")

    def action_move(self, where: str) -> None:
        """Move the cursor of the list."""
        self._catch_up()
        self.choices.action_move(where)

    def action_choose(self) -> None:
        """Take the row under the cursor."""
        self._catch_up()
        if self.choices.row_id:
            self.choose(self.choices.row_id)

    @on(RowList.RowChosen)
    def _chosen(self, event: RowList.RowChosen) -> None:
        self.choose(event.row_id)

    def choose(self, row_id: str) -> None:
        """What taking a row means."""
        raise NotImplementedError


def empty_note(title: str, *sentences: str) -> tuple[Line, ...]:
    """A note in place of rows: what is the matter, and what to do."""
    lines = [Line((Piece(title, "strong"),), indent=1, most=2)]
    lines += [Line((Piece(text, "muted"),), indent=1, most=6) for text in sentences]
    return tuple(lines)


def lit(text: str, positions: Sequence[int], look: str) -> tuple[Piece, ...]:
    """A text in one look, with the characters at some code points lit besides."""
    pieces: list[Piece] = []
    marked, start = set(positions), 0
    for end in range(1, len(text) + 1):
        if end == len(text) or (end in marked) != (start in marked):
            pieces.append(Piece(text[start:end], f"{look} match" if start in marked else look))
            start = end
    return tuple(pieces)
