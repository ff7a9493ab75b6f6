"""The field that the library is filtered by."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from tui.actions import Place, bindings
from tui.pasting import looks_like_paths
from tui.screens.dialog import MOST_TYPED, Field


class FilterField(Field):
    """A line to type in; what is pasted into it may be files to add."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.FILTER)]

    class Taken(Message):
        """The reader is content with what is typed."""

    class Left(Message):
        """The reader wants no filter."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, compact=True, max_length=MOST_TYPED)

    def action_take(self) -> None:
        """To the list."""
        self.post_message(self.Taken())

    def action_leave(self) -> None:
        """To the list, which is not filtered any more."""
        self.post_message(self.Left())

    def _on_paste(self, event: events.Paste) -> None:
        """Files and whole articles are for the app; words are for the field."""
        if looks_like_paths(event.text) or "\n" in event.text.strip():
            event.prevent_default()
