"""What the command writes: data to stdout, talk to stderr, and nothing that a terminal acts on."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from briefings.errors import BriefingError

_TURNING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_ACTING = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"},
    0x7F: "\u2421",
    **dict.fromkeys((*range(0x80, 0xA0), 0x2028, 0x2029, *_TURNING), "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


def neutral(text: str) -> str:
    """`text` with what acts in a terminal made visible; line feeds and tabs stay."""
    return text.translate(_ACTING)


def line(text: str) -> str:
    """`text` on one line, with nothing in it that acts."""
    return neutral(" ".join(text.split()))


def write(text: str) -> None:
    """Write data to stdout: lines, each with its end."""
    sys.stdout.write(neutral(text))


def write_json(value: Any) -> None:
    """Write a value to stdout as JSON; what acts in a terminal is escaped as JSON does it."""
    import json

    written = json.dumps(value, ensure_ascii=False, indent=2)
    escaped = {code: f"\\u{code:04x}" for code in _ACTING if code >= 0x7F}
    sys.stdout.write(written.translate(escaped) + "\n")


def say(text: str) -> None:
    """Say something to the person at the terminal."""
    sys.stderr.write(neutral(text) + "\n")


def complain(error: BriefingError) -> None:
    """Say what went wrong."""
    say(f"briefing: {line(str(error))}")


def complain_of_several(failed: Sequence[tuple[str, BriefingError]], total: int, done: str) -> None:
    """List what failed, with the reason, after everything else is done.

    Args:
        failed: The names and what went wrong.
        total: Of how many.
        done: What could not be done to them, such as "read".
    """
    if total == 1:
        complain(failed[0][1])
        return
    say(f"briefing: {len(failed):,} of {total:,} could not be {done}:")
    for name, error in failed:
        reason = line(str(error))
        say(f"  {reason}" if line(name) in reason else f"  {line(name)}: {reason}")


def columns(rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()) -> str:
    """Rows as lines with aligned columns; the last column is as long as it is.

    Args:
        rows: Cells, the same number in each row.
        right: The columns that hold numbers.
    """
    cells = [[line(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = []
    for row in cells:
        padded = [
            cell.rjust(width) if i in right else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(padded).rstrip())
    return "".join(f"{text}\n" for text in lines)


def text_width() -> int:
    """How wide prose is set: as wide as the terminal, but no wider than is good to read."""
    try:
        return max(40, min(os.get_terminal_size(sys.stdout.fileno()).columns, 100))
    except (OSError, ValueError):
        return 80


def prepare_streams() -> None:
    """Write UTF-8 into pipes and files, and never fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(
                encoding=None if stream.isatty() else "utf-8", errors="backslashreplace"
            )


def forget_stdout() -> None:
    """Let nothing more be written: whoever read from us has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
