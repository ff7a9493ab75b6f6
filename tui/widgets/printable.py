"""Outside text as a terminal may show it: nothing in it acts, and its width is predictable.

Control characters become pictures of themselves; what turns the reading direction, and what no
encoding can write, becomes U+FFFD; what has no width of its own (joiners, variation selectors,
soft hyphens, tags) is left out, because terminals disagree on it. Combining marks stay.
Widths are those of `rich.cells`, which is what Textual lays out by.
"""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size, split_text

ELLIPSIS = "…"

_REPLACEMENT = "\ufffd"


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = {code: chr(0x2400 + code) for code in range(0x20)}
    table |= dict.fromkeys(map(ord, "\t\n\r\v\f\x85\u2028\u2029"), " ")
    table[0x7F] = "\u2421"
    table |= {code: _REPLACEMENT for code in range(0x80, 0xA0) if code != 0x85}
    turning = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
    table |= dict.fromkeys(turning, _REPLACEMENT)
    table |= dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT)
    invisible = [0x00AD, 0x034F, 0x180E, 0x200B, 0x200C, 0x200D, 0xFEFF]
    ranges = [(0x2060, 0x2066), (0x206A, 0x2070), (0xFE00, 0xFE10), (0xFFF9, 0xFFFC)]
    invisible += [code for start, end in ranges for code in range(start, end)]
    invisible += [*range(0xE0000, 0xE0080), *range(0xE0100, 0xE01F0)]
    return table | dict.fromkeys(invisible)


_TABLE = _table()


def printable(text: str) -> str:
    """The text with everything that could act made visible or left out; one line."""
    return text.translate(_TABLE)


def cells(text: str) -> int:
    """How many terminal cells the printable form of `text` takes."""
    return cell_len(printable(text))


@lru_cache(maxsize=4096)
def character_cells(character: str) -> int:
    """How many cells one character takes in a printable text: 0, 1 or 2."""
    shown = _TABLE.get(ord(character), character)
    return get_character_cell_size(shown) if shown else 0


def fitted(text: str, width: int) -> str:
    """The printable text, cut to at most `width` cells; a cut is marked with an ellipsis."""
    shown = printable(text)
    if cell_len(shown) <= width:
        return shown
    if width <= 0:
        return ""
    return split_text(shown, width - 1)[0].rstrip() + ELLIPSIS
