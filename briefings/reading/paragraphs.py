"""A text -> its paragraphs, whichever way they are set.

Three ways occur: a blank line between paragraphs, one paragraph a line, and hard-wrapped text,
where a line break inside a block does not end a paragraph. A text counts as wrapped if enough of
its line breaks fall in the middle of a sentence; a break then goes on with the paragraph if the
next line's first word had no room left on the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefings.document import Span

MIN_WRAP_WIDTH = 40
"""Lines shorter than this are a list or a poem, not wrapped prose, in code points."""

WRAPPED_SHARE = 0.25
"""The share of breaks that must fall inside a sentence. English prose wrapped at 72 has 0.5 and
more, and still 0.3 if no blank line parts its paragraphs; one paragraph a line has about 0."""

RAGGED = 0.85
"""A line goes on if it and the next word fill this much of the width: people wrap unevenly."""

SENTENCE_ENDS = (".", "!", "?", ":", ";", "…", '"', "”", "’", "'", ")")
BULLETS = ("-", "*", "+", "•", "–", "—", "▪", "◦", "‣", "·")


def split_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of `text`, without the white space around them.

    They are in order, do not overlap, and together hold every character that is not blank.
    """
    blocks = list(_blocks(text))
    width = _wrap_width(text, blocks)
    paragraphs: list[Span] = []
    for block in blocks:
        start = block[0].start
        for line, following in pairwise(block):
            if not width or not _goes_on(text, line, following, width):
                paragraphs.append(_trimmed(text, start, line.end))
                start = following.start
        paragraphs.append(_trimmed(text, start, block[-1].end))
    return tuple(paragraphs)


def _blocks(text: str) -> Iterator[list[Span]]:
    """Runs of lines that are not blank, each line without its line break."""
    block: list[Span] = []
    start = 0
    for line in text.splitlines(keepends=True):
        if line.isspace():
            if block:
                yield block
                block = []
        else:
            block.append(Span(start, start + len(line.rstrip())))
        start += len(line)
    if block:
        yield block


def _trimmed(text: str, start: int, end: int) -> Span:
    while text[start].isspace():
        start += 1
    return Span(start, end)


def _wrap_width(text: str, blocks: list[list[Span]]) -> int:
    """The width a text is wrapped at, in code points; 0 if it is not wrapped."""
    breaks = sum(len(block) - 1 for block in blocks)
    lengths = [
        len(line)
        for block in blocks
        for line, following in pairwise(block)
        if _inside_sentence(text, line, following)
    ]
    if not lengths or len(lengths) < breaks * WRAPPED_SHARE:
        return 0
    width = max(lengths)
    return width if width >= MIN_WRAP_WIDTH else 0


def _inside_sentence(text: str, line: Span, following: Span) -> bool:
    opening = following.of(text).lstrip()
    return opening[0].islower() and not line.of(text).endswith(SENTENCE_ENDS)


def _goes_on(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the break after `line` is one that wrapping made."""
    opening = following.of(text)
    word = opening.split(maxsplit=1)[0]
    if word.startswith(BULLETS) and len(word) == 1:
        return False
    if _indent(opening) > _indent(line.of(text)):
        return False
    return len(line) + 1 + len(word) > width * RAGGED


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
