"""The line that is typed into to find words in the text, or to narrow the list of actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, Label

from tui.actions import Place, bindings
from tui.screens.dialog import MOST_TYPED, Field


class FindBar(Horizontal):
    """What is typed, what it is for, and how much was found."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.FIND)]
    DEFAULT_CSS = """
    FindBar {
        height: 1;
        padding: 0 1;
        background: $background;
        display: none;
        &.-open { display: block; }
        & #find-prompt { color: $accent; text-style: bold; width: auto; }
        & #find-count { color: $muted; width: auto; margin: 0 1; }
        & Field, & Field:focus { background: $background; background-tint: $background 0%; }
    }
    """

    field = query_one(Field)

    @dataclass
    class Typed(Message):
        """What is typed changed."""

        words: str

    class Taken(Message):
        """The reader is content with what is typed."""

    class Left(Message):
        """The reader wants nothing of it."""

    def compose(self) -> ComposeResult:
        """A word that says what for, the field, the count."""
        yield Label("", id="find-prompt", markup=False)
        yield Field(compact=True, max_length=MOST_TYPED)
        yield Label("", id="find-count", markup=False)

    def open(self, prompt: str, words: str) -> None:
        """Ask for words, beginning with some."""
        self.query_one("#find-prompt", Label).update(f"{prompt} ")
        self.add_class("-open")
        self.field.value = words
        self.field.cursor_position = len(words)
        self.field.focus()

    def close(self) -> None:
        """Show the line no longer."""
        self.remove_class("-open")

    def tell(self, count: str) -> None:
        """Say how much was found."""
        self.query_one("#find-count", Label).update(count)

    @on(Input.Changed)
    def _tell_what_is_typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    def action_take_found(self) -> None:
        """Go back to where the words were found, and leave them lit."""
        self.post_message(self.Taken())

    def action_leave_found(self) -> None:
        """Go back, and show all as it was."""
        self.post_message(self.Left())
