"""A running text as lines: paragraphs wrapped by cells, sentences as items, spans in their looks.

All spans are code points of the text as it was given. Lines are laid out from those, and words are
made printable only after they are cut from the text, so that what is lit is the same at every
width, whatever the text holds.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from briefings.document import Span
from tui.widgets.printable import cells, character_cells, printable
from tui.widgets.rows import Piece, Pieces, cut
from tui.widgets.wrapping import wrapped


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, title or aside.

    Attributes:
        span: Where it stands.
        label: What stands before its first line, such as a number.
        look: The look of its words.
        heading: A line above it in our words, or empty.
    """

    span: Span
    label: str = ""
    look: str = "text"
    heading: str = ""


class Lit(NamedTuple):
    """A span in a look; of several that overlap, the last one given is seen."""

    span: Span
    look: str


class _Line(NamedTuple):
    start: int
    end: int
    block: int
    label: str = ""
    heading: str = ""


class PassageLines:
    """The lines of a text, with sentences as items.

    Args:
        text: The whole text.
        blocks: Its parts in order, without overlap.
        sentences: The sentences in order, without overlap.
    """

    def __init__(
        self, text: str = "", blocks: Sequence[Block] = (), sentences: Sequence[Span] = ()
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.gutter = max((len(block.label) for block in blocks), default=0)
        self._blocks = blocks
        self._block_starts = [block.span.start for block in blocks]
        self._sentence_starts = [sentence.start for sentence in sentences]
        self._width = 0
        self._lines: list[_Line] = []
        self._line_starts: list[int] = []
        self._backgrounds: list[Span] = []
        self._edges: list[int] = []
        self._looks: list[str] = []
        self._marks: Sequence[Span] = ()
        self._mark_ends: list[int] = []
        self._marked = -1
        self._selected = Span(0, 0)
        self._noted: Sequence[Span] = ()

    def __len__(self) -> int:
        return len(self.sentences)

    def can_rest(self, item: int) -> bool:
        """The cursor can rest on every sentence."""
        return True

    def begins_group(self, item: int) -> bool:
        """The first sentence of a paragraph."""
        if item == 0:
            return True
        before, here = self._sentence_starts[item - 1], self._sentence_starts[item]
        return bisect_right(self._block_starts, before) != bisect_right(self._block_starts, here)

    def light(self, background: Iterable[Span], lit: Iterable[Lit]) -> None:
        """Put a background behind some spans, and show others in looks of their own."""
        self._backgrounds = sorted(background)
        spans = list(lit)
        ends = {edge for span, _ in spans for edge in (span.start, span.end)}
        self._edges = sorted(ends)
        self._looks = [""] * len(self._edges)
        for span, look in spans:
            first = bisect_left(self._edges, span.start)
            last = bisect_left(self._edges, span.end)
            self._looks[first:last] = [look] * (last - first)

    def mark(self, spans: Sequence[Span], front: int = -1) -> None:
        """Mark words that were found; they are seen on top of all else.

        Args:
            spans: Where they stand, in order and without overlap; there may be very many.
            front: The number of the one that the reader is at, or -1.
        """
        self._marks, self._marked = spans, front
        self._mark_ends = [span.end for span in spans]

    def select(self, span: Span | None) -> None:
        """Show words as selected, or none."""
        self._selected = span or Span(0, 0)

    def annotate(self, spans: Sequence[Span]) -> None:
        """Show words that something was noted on.

        Args:
            spans: Where they stand, in order; there are few.
        """
        self._noted = spans

    def begins_note(self, line: int) -> bool:
        """Whether words that something was noted on begin on a line."""
        start, end = self._lines[line].start, self._lines[line].end
        return any(start <= span.start < end for span in self._noted)

    def lay_out(self, width: int) -> int:
        """Wrap the blocks at a width, a blank line between them."""
        self._width = width
        self._lines = []
        for number, block in enumerate(self._blocks):
            start = block.span.start
            if number:
                self._lines.append(_Line(start, start, number))
            if block.heading:
                self._lines.append(_Line(start, start, number, heading=block.heading))
            label = block.label
            for first, last in wrapped(block.span.of(self.text), width):
                self._lines.append(_Line(start + first, start + last, number, label))
                label = ""
        self._line_starts = [line.start for line in self._lines]
        return len(self._lines)

    def lines_of(self, item: int) -> range:
        """The lines of a sentence."""
        return self.lines_of_span(self.sentences[item])

    def lines_of_span(self, span: Span) -> range:
        """The lines on which a span stands."""
        if not self._line_starts:
            return range(0)
        first = bisect_right(self._line_starts, span.start) - 1
        last = bisect_left(self._line_starts, span.end) - 1
        return range(max(0, first), max(first, last) + 1)

    def item_at(self, line: int, column: int) -> int | None:
        """The sentence at a cell: the one that holds the character there."""
        offset = self.offset_at(line, column)
        return None if offset is None else self.sentence_at(offset)

    def offset_at(self, line: int, column: int) -> int | None:
        """The code point at a cell; the last one of the line behind its end."""
        if not 0 <= line < len(self._lines):
            return None
        offset, end = self._lines[line].start, self._lines[line].end
        while offset < end - 1 and column > 0:
            column -= character_cells(self.text[offset])
            if column >= 0:
                offset += 1
        return offset

    def column_of(self, line: int, offset: int) -> int:
        """The cells of a line that stand before a code point of it."""
        return cells(self.text[self._lines[line].start : max(offset, self._lines[line].start)])

    def sentence_at(self, offset: int) -> int | None:
        """The sentence that holds a code point, or None."""
        item = bisect_right(self._sentence_starts, offset) - 1
        if item < 0 or offset >= self.sentences[item].end:
            return None
        return item

    def sentence_on(self, line: int) -> int:
        """The first sentence that begins on a line or below it; the first of all if none does."""
        offset = self._lines[line].start if 0 <= line < len(self._lines) else 0
        item = bisect_left(self._sentence_starts, offset)
        return item if item < len(self.sentences) else 0

    def label(self, line: int) -> str:
        """What stands before a line."""
        return self._lines[line].label

    def touches(self, line: int, spans: Iterable[Span]) -> bool:
        """Whether words of any of the spans stand on a line."""
        there = Span(self._lines[line].start, self._lines[line].end)
        return any(there.overlap(span) for span in spans)

    def pieces(self, line: int) -> Pieces:
        """The words of a line, cut where their look changes."""
        start, end, number, _, heading = self._lines[line]
        if heading:
            rule = "─" * max(0, self._width - cells(heading) - 4)
            return cut(
                (Piece("── ", "faint"), Piece(heading, "muted"), Piece(f" {rule}", "faint")),
                self._width,
            )
        own = self._blocks[number].look
        cuts = {start, end}
        cuts.update(self._edges[bisect_right(self._edges, start) : bisect_left(self._edges, end)])
        marks = self._marks_between(start, end)
        for mark in marks:
            span = self._marks[mark]
            cuts.update((max(start, span.start), min(end, span.end)))
        for span in (*self._backgrounds, self._selected, *self._noted):
            cuts.update(edge for edge in (span.start, span.end) if start < edge < end)
        edges = sorted(cuts)
        return tuple(
            Piece(
                printable(self.text[here:there]), self._look(here, own) + self._found(here, marks)
            )
            for here, there in pairwise(edges)
        )

    def _marks_between(self, start: int, end: int) -> range:
        """The numbers of the marks of which something stands between two code points."""
        first = bisect_right(self._mark_ends, start)
        last = first
        while last < len(self._marks) and self._marks[last].start < end:
            last += 1
        return range(first, last)

    def _found(self, offset: int, marks: range) -> str:
        """What a mark, a note or being selected adds to the look of the words from `offset` on."""
        if self._selected.start <= offset < self._selected.end:
            return " selected"
        for mark in marks:
            if self._marks[mark].start <= offset < self._marks[mark].end:
                return " found-here" if mark == self._marked else " found"
        return " noted" if any(span.start <= offset < span.end for span in self._noted) else ""

    def _look(self, offset: int, own: str) -> str:
        """The look of the words from `offset` up to the next edge."""
        mark = bisect_right(self._edges, offset) - 1
        look = self._looks[mark] if mark >= 0 else ""
        if any(span.start <= offset < span.end for span in self._backgrounds):
            return f"sentence {look}".strip()
        return f"{own} {look}".strip() if look else own
