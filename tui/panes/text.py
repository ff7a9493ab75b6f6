"""A text whose cursor moves by sentence, and whose words can be selected by key or mouse."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.binding import BindingType

from briefings.document import Span
from tui.actions import Place, bindings
from tui.panes.selecting import Words
from tui.widgets.line_view import LineView
from tui.widgets.passage import PassageLines


class TextView(LineView):
    """A running text; what is lit in it is up to a subclass."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.SELECT)]

    def __init__(
        self, *, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._passage = PassageLines()
        self._selection: Words | None = None
        self._pressed_at: int | None = None

    @property
    def sentence(self) -> Span | None:
        """The sentence under the cursor."""
        return self._passage.sentences[self.cursor] if self.cursor >= 0 else None

    @property
    def selected(self) -> Span | None:
        """The words that are selected."""
        return self._selection.span if self._selection else None

    def select(self, selection: Words | None) -> None:
        """Show a selection as it is now, or none."""
        self._selection = selection
        self._passage.select(self.selected)
        self.tell_place()
        if selection is not None:
            self.show_lines(self._passage.lines_of_span(selection.marker))
        self.refresh()
        self.refresh_bindings()

    def tell_place(self) -> None:
        """Tell where the reader is, or how much is selected; for a subclass."""

    @on(events.Resize)
    def _stay(self, event: events.Resize) -> None:
        """What is read stays in sight: the cursor, or else the line at the top."""
        event.prevent_default()
        top = self._passage.offset_at(round(self.scroll_y), 0)
        self._lay_out()
        if self.cursor >= 0:
            self.show_cursor()
        elif top:
            line = self._passage.lines_of_span(Span(top, top + 1))[0]
            self.scroll_to(y=line, animate=False, force=True)

    # By key.

    def _begun(self) -> Words | None:
        """What is being selected; from the sentence under the cursor on, if nothing is yet."""
        if self._selection or not self._passage.text:
            return self._selection
        here = self.sentence or Span(0, 0)
        return Words(self._passage.text, here.start)

    def action_mark(self) -> None:
        """Begin to select words; again: fix the first of them; again: select none."""
        selection = self._begun()
        if selection and self._selection:
            if selection.is_fixed:
                selection = None
            else:
                selection.fix()
        self.select(selection)

    def action_select_word(self, by: int) -> None:
        """Move the marker by a word."""
        if self._selection:
            self._selection.step(by)
            self.select(self._selection)

    def action_extend(self, by: int) -> None:
        """Select one word more, or fewer; begins with the one under the cursor."""
        is_begun, selection = bool(self._selection), self._begun()
        if selection:
            selection.fix()
            selection.step(by if is_begun else 0)
            self.select(selection)

    def action_unselect(self) -> None:
        """Select none."""
        self.select(None)

    def action_move(self, where: str) -> None:
        """Move the cursor; while words are being selected, their end by a line."""
        selection = self._selection
        if selection is None or where not in ("up", "down"):
            super().action_move(where)
            return
        line = self._passage.lines_of_span(selection.marker)[0]
        column = self._passage.column_of(line, selection.marker.start)
        step = -1 if where == "up" else 1
        while 0 <= line + step < self.virtual_size.height:
            line += step
            offset = self._passage.offset_at(line, column)
            if offset is not None and self._passage.pieces(line):
                selection.go(offset)
                break
        self.select(selection)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done with words can be done while some are selected."""
        if action in ("select_word", "unselect"):
            return self._selection is not None
        return True

    # By mouse.

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Words are selected from here on, if the mouse is moved."""
        if event.button != 1 or event.get_content_offset(self) is None:
            return
        self._pressed_at = self._offset_near(event)
        self.select(None)
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select what the mouse goes over while it is pressed; beyond an edge, scroll."""
        if self._pressed_at is None:
            return
        if not event.button:
            self.on_mouse_up()
            return
        row = event.screen_y - self.scrollable_content_region.y
        beyond = min(row, 0) or max(row + 1 - self.scrollable_content_region.height, 0)
        if beyond:
            self.scroll_relative(y=beyond, animate=False, force=True)
        offset = self._offset_near(event)
        if offset is None or (self._selection is None and offset == self._pressed_at):
            return
        selection = self._selection or Words(self._passage.text, self._pressed_at)
        selection.fix()
        selection.go(offset)
        self.select(selection)

    def on_mouse_up(self) -> None:
        """What is selected stays so."""
        if self._pressed_at is not None:
            self._pressed_at = None
            self.release_mouse()

    def _offset_near(self, event: events.MouseEvent) -> int | None:
        """The code point under the mouse, or the nearest in sight; None between paragraphs."""
        seen = self.scrollable_content_region
        row = max(0, min(event.screen_y - seen.y, seen.height - 1))
        column = max(0, event.screen_x - seen.x - self.margin_width)
        last = self.virtual_size.height - 1
        return self._passage.offset_at(min(row + round(self.scroll_y), last), column)
