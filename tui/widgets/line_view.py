"""The base of everything that is read line by line: lists and the source.

Only the lines that are in sight are ever painted, so that a hundred thousand rows cost what a
hundred do. The model (`Lines`) says what stands where; this class moves the cursor, scrolls,
paints and answers the mouse.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.reactive import reactive, var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.actions import Place, bindings
from tui.widgets.lines import Lines, RowLines
from tui.widgets.painted import LOOKS, LOOKS_CSS, segments, style_of
from tui.widgets.rows import Line, Pieces, laid_out

CONTEXT = 1
"""Lines that are kept in sight above and below the item under the cursor."""


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines with a cursor that moves from item to item."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.LIST)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {*LOOKS, "lines--label"}
    DEFAULT_CSS = (
        """
    LineView {
        background: $background;
        color: $foreground;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size: 1 1;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
        scrollbar-color: $muted 30%;
        scrollbar-color-hover: $muted;
        scrollbar-color-active: $accent;
        & > .lines--label {
            background: $block-cursor-background;
            color: $block-cursor-foreground;
            text-style: bold reverse;
        }
    """
        + LOOKS_CSS
        + "}"
    )

    cursor: var[int] = var(-1, init=False)
    """The item under the cursor; -1 while there is none."""

    note: var[tuple[Line, ...]] = var((), init=False)
    """What is read in place of the items while there are none."""

    labels: reactive[Mapping[int, str]] = reactive({}, init=False)
    """Letters shown at the beginning of lines; what typing one does is up to the screen."""

    def __init__(
        self, *, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._lines: Lines = RowLines()
        self._laid_note: list[Pieces] = []
        self._is_laid_out = False
        self.base = Style()

    def show(self, lines: Lines, cursor: int = 0) -> None:
        """Show other lines, with the cursor on an item or the next one it can rest on."""
        self._lines = lines
        self._lay_out()
        before, self.cursor = self.cursor, cursor
        if self.cursor == before:
            self._watch_cursor(before, before)

    def paint(self, line: int, width: int) -> Iterable[Segment]:
        """The segments of a line; they may be narrower or wider than `width` cells."""
        yield from segments(self, self._lines.pieces(line))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Some lines of what is in sight; their common style is looked up once for all."""
        self.base = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of what is in sight."""
        width, line, base = self.size.width, y + self.scroll_offset.y, self.base
        if line >= self.virtual_size.height or not self._is_laid_out:
            return Strip.blank(width, base)
        painted: Iterable[Segment]
        if self._laid_note:
            painted = segments(self, self._laid_note[line])
        else:
            painted = self.paint(line, width)
        strip = Strip(painted).crop_extend(0, width, base)
        label = self.labels.get(line, "")
        if not label:
            return strip
        mark = Strip([Segment(label, style_of(self, "label"))])
        return Strip.join([mark, strip.crop(len(label), width)])

    def lines_in_sight(self) -> dict[int, int]:
        """The first line in sight of each item that the cursor can rest on, by the item.

        Of items that share a line, the one that it begins with counts.
        """
        found: dict[int, int] = {}
        if self.is_on_screen and self._is_laid_out and not self._laid_note:
            top = self.scroll_offset.y
            height = self.scrollable_content_region.height
            for line in range(top, min(self.virtual_size.height, top + height)):
                item = self._lines.item_at(line, 0)
                is_blank = not self._lines.pieces(line)
                if item is not None and not is_blank and self._lines.can_rest(item):
                    found.setdefault(item, line)
        return found

    def post_highlighted(self, item: int) -> None:
        """Tell that the cursor came to an item; for a subclass with messages of its own."""

    def post_chosen(self, item: int) -> None:
        """Tell that an item was chosen; for a subclass with messages of its own."""

    @property
    def margin_width(self) -> int:
        """How many cells stand before the model's own."""
        return 0

    def lines_width(self, width: int) -> int:
        """How many of `width` cells the model gets; a subclass may keep some for itself."""
        return width

    def on_resize(self) -> None:
        """Lines break anew at a new width; what was in sight stays in sight."""
        self._lay_out()
        self.show_cursor()

    def on_show(self) -> None:
        """What changed while this was hidden is laid out now; a size that is the same tells of
        nothing."""
        if not self._is_laid_out:
            self._lay_out()
            self.show_cursor()

    def _watch_note(self) -> None:
        """Show the new note."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        self._is_laid_out = width > 0
        if not self._is_laid_out:
            return
        lines = self._lines.lay_out(self.lines_width(width))
        self._laid_note = [] if lines else laid_out(self.note, width - 2)
        self.virtual_size = Size(width, lines or len(self._laid_note))
        self.refresh()

    def _watch_show_vertical_scrollbar(self, is_shown: bool) -> None:
        """A scrollbar that appears after the lines were scrolled does not know of it by itself."""
        if is_shown:
            self.vertical_scrollbar.position = self.scroll_y

    def _validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on an item it can rest on."""
        count, can_rest = len(self._lines), self._lines.can_rest
        if not count:
            return -1
        cursor = max(0, min(cursor, count - 1))
        nearest = chain(range(cursor, count), range(cursor, -1, -1))
        return next((item for item in nearest if can_rest(item)), -1)

    def _watch_cursor(self, before: int, cursor: int) -> None:
        """Follow the cursor and tell of it."""
        self.show_cursor()
        self.refresh_items({before, cursor})
        if cursor >= 0:
            self.post_highlighted(cursor)

    def refresh_items(self, items: Iterable[int]) -> None:
        """Paint some items again, and nothing else."""
        for item in items:
            if 0 <= item < len(self._lines) and (lines := self._lines.lines_of(item)):
                self.refresh_lines(lines[0], len(lines))

    def show_cursor(self) -> None:
        """Scroll so that the item under the cursor is in sight, with a little around it."""
        if 0 <= self.cursor < len(self._lines):
            self.show_lines(self._lines.lines_of(self.cursor))

    def show_lines(self, lines: range) -> None:
        """Scroll as little as needed to bring lines into sight; their first ones if too many."""
        height = self.scrollable_content_region.height
        if not height or not lines:
            return
        context = CONTEXT if height >= len(lines) + 2 * CONTEXT else 0
        top, bottom = lines[0] - context, lines[-1] + 1 + context
        current = round(self.scroll_y)
        if bottom - top > height or top < current:
            target = top
        elif bottom > current + height:
            target = bottom - height
        else:
            return
        self.scroll_to(y=max(0, target), animate=False, force=True)

    def action_move(self, where: str) -> None:
        """Move the cursor: to the row `up` or `down`, by a `page_…` or `half_…`, to the
        `group_before` or `group_next`, to the `first` or `last`."""
        height = max(1, self.scrollable_content_region.height - 1)
        match where:
            case "up" | "down":
                self._step(-1 if where == "up" else 1)
            case "page_up" | "page_down":
                self._page(-1 if where == "page_up" else 1, height)
            case "half_up" | "half_down":
                self._page(-1 if where == "half_up" else 1, (height + 1) // 2)
            case "group_before" | "group_next":
                self._to_group(-1 if where == "group_before" else 1)
            case "first":
                self.cursor = 0
                self.scroll_home(animate=False, force=True)
            case "last":
                self.cursor = len(self._lines) - 1
                self.scroll_end(animate=False, force=True)

    def action_choose(self) -> None:
        """Open the item under the cursor."""
        if self.cursor >= 0:
            self.post_chosen(self.cursor)

    def _step(self, by: int) -> None:
        """To the next item the cursor can rest on; scroll at the ends, and where there is none."""
        ahead = range(self.cursor + by, len(self._lines) if by > 0 else -1, by)
        if self.cursor >= 0:
            for item in ahead:
                if self._lines.can_rest(item):
                    self.cursor = item
                    return
        self.scroll_relative(y=by, animate=False, force=True)

    def _to_group(self, direction: int) -> None:
        """To where the group begins, or the next one does; beyond the last one, to the end."""
        ahead = range(self.cursor + direction, len(self._lines) if direction > 0 else -1, direction)
        found = next((item for item in ahead if self._lines.begins_group(item)), None)
        if found is not None:
            self.cursor = found
        elif direction > 0:
            self.action_move("last")

    def _page(self, direction: int, height: int) -> None:
        if self.cursor < 0:
            self.scroll_relative(y=direction * height, animate=False, force=True)
            return
        here = self._lines.lines_of(self.cursor)[0]
        there = max(0, min(here + direction * height, self.virtual_size.height - 1))
        found = (self._lines.item_at(line, 0) for line in range(there, here, -direction))
        item = next((item for item in found if item is not None and item != self.cursor), None)
        if item is None:
            self._step(direction)
        else:
            self.cursor = item

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a double click opens."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        column = offset.x - self.margin_width
        item = self._lines.item_at(offset.y + self.scroll_offset.y, column)
        if item is None or not self._lines.can_rest(item):
            return
        self.cursor = item
        if event.chain == 2:
            self.post_chosen(item)
