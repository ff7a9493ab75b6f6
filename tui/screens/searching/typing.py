"""What is typed in the search: the field, what could be typed next, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive, reactive

from briefings.search.found import Correction
from briefings.search.query import Completion, Field, QueryError
from tui.panes.facts import told
from tui.screens.dialog import Field as TypingField
from tui.widgets.painted import PaintedLines
from tui.widgets.printable import cells
from tui.widgets.rows import Line, Piece

MOST_OFFERED = 8
"""Values that are offered at once."""

HELP = 'words  "a phrase"  -not  ' + "  ".join(f"{field}:" for field in Field)


class QueryField(TypingField, inherit_bindings=False):
    """The field of a query; what it cannot do itself is told."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding
        for binding in TypingField.BINDINGS
        if not (isinstance(binding, Binding) and binding.key == "ctrl+x")
    ]

    # There is no scrollbar, so that no longer a text asks for another layout of the screen.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    class EndPassed(Message):
        """`→` was pressed where nothing stands at the right of the cursor."""

    class NothingToDelete(Message):
        """`delete` was pressed in an empty field."""

    def action_cursor_right(self, select: bool = False) -> None:
        """Move the cursor, or tell that it is at the end."""
        if self.cursor_position == len(self.value) and not select:
            self.post_message(self.EndPassed())
        else:
            super().action_cursor_right(select)

    def action_delete_right(self) -> None:
        """Delete a character, or tell that there is none."""
        if self.value:
            super().action_delete_right()
        else:
            self.post_message(self.NothingToDelete())


@dataclass(frozen=True, slots=True)
class Told:
    """What is said below the field.

    Attributes:
        offered: Filters that could be typed on.
        corrections: What was taken for a slip.
        error: What cannot be understood.
        column: The cell of the field at which that stands.
        words: Anything else.
    """

    offered: tuple[Completion, ...] = ()
    corrections: tuple[Correction, ...] = ()
    error: QueryError | None = None
    column: int = 0
    words: str = ""


class TypingLine(PaintedLines):
    """What is said of the query: help, what was searched for instead, or what is wrong."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--key"}
    DEFAULT_CSS = """
    TypingLine {
        height: 1;
        background: $surface;
        & > .lines--key { color: $accent; text-style: bold; }
    }
    """

    told: reactive[Told] = reactive(Told(), init=False)

    def watch_told(self) -> None:
        """An error takes the lines it needs."""
        self.styles.height = 1 if self.told.error is None else min(4, len(list(self._laid())))

    def _laid(self) -> Iterator[Line]:
        return self.lines(max(1, self.size.width))

    def lines(self, width: int) -> Iterator[Line]:
        """The lines at a width."""
        told_now = self.told
        if told_now.error is not None:
            yield from _wrong(told_now.error, told_now.column, width)
        elif told_now.corrections:
            yield Line(tuple(_corrected(told_now.corrections)))
        elif told_now.offered:
            meaning = Piece(told_now.offered[0].help, "muted")
            yield Line(tuple(_offered(told_now.offered)), right=(meaning,))
        elif told_now.words:
            yield Line((Piece(told_now.words, "muted"),))


def _wrong(error: QueryError, column: int, width: int) -> Iterator[Line]:
    """A mark below the place, beside it what is wrong; below that what to do."""
    from tui.widgets.wrapping import wrapped

    column = max(0, min(column, width - 1))
    sentence = f"{error.what}."
    room, needed = width - column - 2, cells(sentence)
    if needed <= room:
        yield Line((Piece("▲ ", "error"), Piece(sentence, "error")), indent=column)
        rest = error.remedy
    elif needed + 1 <= column:
        yield Line((Piece(f"{sentence} ▲", "error"),), indent=column - needed - 1)
        rest = error.remedy
    else:
        yield Line((Piece("▲", "error"),), indent=column)
        rest = told(error)
    rest = f"{rest[:1].upper()}{rest[1:]}."
    for start, end in wrapped(rest, width)[:3]:
        yield Line((Piece(rest[start:end], "muted"),))


def _corrected(corrections: Sequence[Correction]) -> Iterator[Piece]:
    yield Piece("searched for ", "muted")
    for number, one in enumerate(corrections):
        yield Piece(", " if number else "", "muted")
        yield Piece(one.meant, "strong")
        yield Piece(f" in place of {one.typed}", "muted")


def _offered(offered: Sequence[Completion]) -> Iterator[Piece]:
    yield Piece("tab ", "key")
    for number, one in enumerate(offered):
        yield Piece(one.text, "strong" if number == 0 else "muted")
        yield Piece("  ")


class Offers(PaintedLines):
    """The values that could be typed next, below the place where they would stand."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--cursor"}
    DEFAULT_CSS = """
    Offers {
        overlay: screen;
        constrain: inside inflect;
        display: none;
        background: $panel;
        padding: 0 1;
        height: auto;
        width: auto;
        &.-on { display: block; }
        & > .lines--cursor { color: $accent; text-style: bold reverse; }
    }
    """

    offered: reactive[tuple[str, ...]] = reactive((), init=False)
    """The values."""

    at: reactive[int] = reactive(-1, init=False)
    """The one that stands in the field now; -1 while none does."""

    def place(self, column: int) -> None:
        """Where the values would stand."""
        self.styles.offset = (max(0, column - 1), -1)

    def watch_offered(self, offered: tuple[str, ...]) -> None:
        """Appear with values, and go with them."""
        self.set_class(bool(offered), "-on")
        self.styles.width = 2 + max((cells(one) for one in offered), default=0)
        self.styles.height = min(MOST_OFFERED, len(offered))

    def lines(self, width: int) -> Iterator[Line]:
        """As many values as there is room for, the one in the field among them."""
        start = max(0, self.at - MOST_OFFERED + 1)
        for number, one in enumerate(self.offered[start : start + MOST_OFFERED], start):
            yield Line((Piece(one, "cursor" if number == self.at else "text"),))
