"""Where the lines of a paragraph break, in terminal cells.

Lines are spans of the paragraph as it was given, so that whatever is known about its code points
(evidence, matches) stays true at every width.
"""

from __future__ import annotations

from tui.widgets.printable import character_cells

NO_BREAK_SPACES = "\u00a0\u2007\u202f"

Break = tuple[int, int]
"""One line: the code points `[start, end)` of the paragraph, without the space it breaks at."""


def wrapped(text: str, width: int) -> list[Break]:
    """The lines of `text` at `width` cells (at least 1); no line if there is nothing to show.

    Lines break at white space; a word that is wider than a line is cut. Scripts that are written
    in wide characters break after any of them.
    """
    width = max(1, width)
    if all(character_cells(character) == 1 for character in set(text)):
        return _narrow(text, width)
    return _mixed(text, width)


def _is_space(character: str) -> bool:
    return character.isspace() and character not in NO_BREAK_SPACES


_PLAIN_SPACES = {code: " " for code in range(0x3001) if _is_space(chr(code))}
"""Each space that lines may break at -> the plain one; there is none behind these."""


def _narrow(text: str, width: int) -> list[Break]:
    """For text of which every character takes one cell: whole lines at a time."""
    text = text.translate(_PLAIN_SPACES)
    lines: list[Break] = []
    length = len(text)
    start = length - len(text.lstrip(" "))
    while start < length:
        end = start + width
        if end >= length:
            lines.append((start, start + len(text[start:].rstrip(" "))))
            break
        # The space may be the character behind the line; without one, the word is cut.
        space = text.rfind(" ", start, end + 1)
        end = space if space > start else end
        lines.append((start, start + len(text[start:end].rstrip(" "))))
        start = end
        while start < length and text[start] == " ":
            start += 1
    return lines


def _mixed(text: str, width: int) -> list[Break]:
    """For any text: one character at a time, marks kept with the letter they stand on."""
    lines: list[Break] = []
    start = _after_space(text, 0)
    used, chance = 0, start
    index = start
    while index < len(text):
        character = text[index]
        size = character_cells(character)
        if _is_space(character):
            chance = index + 1
        if used + size > width and not _is_space(character) and index > start:
            end = chance if chance > start else index
            lines.append((start, _before_space(text, start, end)))
            start = index = _after_space(text, end)
            used, chance = 0, start
            continue
        used += size
        index += 1
        if size > 1:
            chance = _after_marks(text, index)
    if start < len(text):
        lines.append((start, _before_space(text, start, len(text))))
    return [line for line in lines if line[0] < line[1]]


def _after_space(text: str, index: int) -> int:
    while index < len(text) and _is_space(text[index]):
        index += 1
    return index


def _before_space(text: str, start: int, end: int) -> int:
    while end > start and _is_space(text[end - 1]):
        end -= 1
    return end


def _after_marks(text: str, index: int) -> int:
    while index < len(text) and not character_cells(text[index]):
        index += 1
    return index
