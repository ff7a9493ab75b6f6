"""What a list shows, as values: rows of lines of pieces, and how they are laid out in cells.

A row says what is to be read and in which look; nothing here knows a terminal, a theme or what a
row is about. A look is the name of a component class without its prefix (`lines--muted`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.widgets.printable import cells, fitted, printable
from tui.widgets.wrapping import Break, wrapped

LEAST_LEFT = 14
"""Below so many cells for its left part, a line gives up its right part."""


class Piece(NamedTuple):
    """Words in one look."""

    text: str
    look: str = "text"


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a row; it wraps only if it may take more than one line of the screen.

    Attributes:
        left: What stands at the left; cut with an ellipsis where there is no room.
        right: What stands at the right edge of the first line, never cut: left out instead.
        extra: What stands before the right part, only if the left part keeps all its room.
        indent: Empty cells before the left part.
        hanging: Further empty cells before the second line and those after it.
        most: How many lines of the screen it may take.
        fill: The character between left and right, in the look `faint`.
    """

    left: Pieces
    right: Pieces = ()
    extra: Pieces = ()
    indent: int = 0
    hanging: int = 0
    most: int = 1
    fill: str = " "


@dataclass(frozen=True, slots=True)
class Row:
    """A thing the cursor can rest on, or a heading it passes over.

    Attributes:
        id: What the row stands for; unique in its list, empty for a heading.
        lines: Its lines, at least one.
    """

    id: str
    lines: tuple[Line, ...]

    @property
    def is_heading(self) -> bool:
        """Whether the cursor passes over it."""
        return not self.id


def laid_out(lines: Sequence[Line], width: int, *, wraps: bool = True) -> list[Pieces]:
    """The lines of the screen that `lines` take at `width` cells, each at most that wide.

    With `wraps` false each line takes exactly one, which can be told without looking at it.
    """
    return [shown for line in lines for shown in _shown(line, width, wraps=wraps)]


def _shown(line: Line, width: int, *, wraps: bool) -> Iterator[Pieces]:
    room = width - line.indent
    right = line.right
    if line.extra and _width((*line.left, *line.extra, *line.right)) < room:
        right = line.extra + line.right
    right = tuple(Piece(printable(piece.text), piece.look) for piece in right)
    right_width = _width(right)
    if right and room - right_width - 1 < min(LEAST_LEFT, _width(line.left)):
        right, right_width = (), 0
    first = room - (right_width + 1 if right else 0)
    if not wraps or line.most == 1 or _width(line.left) <= first:
        left = cut(line.left, first)
        yield _joined(line, left, right, room - _width(left) - right_width)
        return
    text = "".join(piece.text for piece in line.left)
    breaks = _breaks(text, first, max(1, first - line.hanging))
    for number, (start, end) in enumerate(breaks[: line.most]):
        is_cut = number == line.most - 1 < len(breaks) - 1
        left = tuple(sliced(line.left, start, len(text) if is_cut else end))
        if number == 0:
            left = cut(left, first)
            yield _joined(line, left, right, room - _width(left) - right_width)
        else:
            indent = Piece(" " * (line.indent + line.hanging))
            yield (indent, *cut(left, first - line.hanging))


def _breaks(text: str, first: int, others: int) -> list[Break]:
    """Where a text breaks whose first line is wider than the others."""
    start, end = next(iter(wrapped(text, first)), (0, 0))
    return [(start, end), *((end + s, end + e) for s, e in wrapped(text[end:], others))]


def _joined(line: Line, left: Pieces, right: Pieces, gap: int) -> Pieces:
    indent = (Piece(" " * line.indent),) if line.indent else ()
    if not right and line.fill == " ":
        return (*indent, *left)
    between = line.fill * gap
    if line.fill != " " and gap > 2:
        between = f" {line.fill * (gap - (2 if right else 1))}{' ' if right else ''}"
    return (*indent, *left, Piece(between, "faint"), *right)


def sliced(pieces: Iterable[Piece], start: int, end: int) -> Iterator[Piece]:
    """The pieces between two code points of their joined text."""
    offset = 0
    for piece in pieces:
        words = piece.text[max(0, start - offset) : max(0, end - offset)]
        if words:
            yield Piece(words, piece.look)
        offset += len(piece.text)


def cut(pieces: Iterable[Piece], width: int) -> Pieces:
    """The pieces in printable form, cut with an ellipsis where `width` cells end."""
    kept: list[Piece] = []
    shown = [Piece(printable(piece.text), piece.look) for piece in pieces]
    left = width
    for number, piece in enumerate(shown):
        needed = cells(piece.text)
        has_more = any(later.text.strip() for later in shown[number + 1 :])
        if needed > left or (needed == left and has_more):
            words = piece.text if needed > left else piece.text + " "
            kept.append(Piece(fitted(words, left), piece.look))
            break
        kept.append(piece)
        left -= needed
    return tuple(kept)


def _width(pieces: Iterable[Piece]) -> int:
    return sum(cells(piece.text) for piece in pieces)
