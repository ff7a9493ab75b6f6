"""Painting pieces in the looks of a widget, and a widget of a few lines that do not scroll."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.rows import Line, Pieces, laid_out

LOOKS = {
    "lines--text",
    "lines--strong",
    "lines--muted",
    "lines--faint",
    "lines--accent",
    "lines--error",
}
"""The component classes of the looks that every painting widget has."""

LOOKS_CSS = """
    & > .lines--strong { text-style: bold; }
    & > .lines--muted { color: $muted; }
    & > .lines--faint { color: $muted 60%; }
    & > .lines--accent { color: $accent; text-style: bold; }
    & > .lines--error { color: $text-error; text-style: bold; }
"""
"""Their styles, for the `DEFAULT_CSS` of such a widget."""


def style_of(widget: Widget, looks: str) -> Style:
    """The style of a look of a widget, or of several on the background of the first.

    A look is a component class without its prefix: `sentence cue` stands for `lines--sentence`
    with what `lines--cue` sets on top.
    """
    first, *others = (f"lines--{name}" for name in looks.split())
    style = widget.get_component_rich_style(first)
    for other in others:
        style += widget.get_component_rich_style(other, partial=True)
    return style


def segments(widget: Widget, pieces: Pieces, background: Style | None = None) -> Iterator[Segment]:
    """Pieces in the looks of a widget, all on one background if one is given."""
    for piece in pieces:
        style = style_of(widget, piece.look)
        yield Segment(piece.text, style + background if background else style)


class PaintedLines(Widget):
    """A few lines that do not scroll, such as a header."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = LOOKS
    DEFAULT_CSS = f"PaintedLines {{ {LOOKS_CSS} }}"

    def lines(self, width: int) -> Iterable[Line]:
        """The lines at a width in cells."""
        return ()

    def render_line(self, y: int) -> Strip:
        """One of the lines; blank below the last one."""
        width = self.size.width
        laid = laid_out(tuple(self.lines(width)), width, wraps=False)
        pieces: Pieces = laid[y] if y < len(laid) else ()
        return Strip(segments(self, pieces)).crop_extend(0, width, self.rich_style)
