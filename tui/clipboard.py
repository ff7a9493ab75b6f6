"""The clipboard: by a program of the system where there is one, and by the terminal.

A terminal is asked by an escape sequence (OSC 52) and never answers; the Terminal of macOS and a
tmux with its usual settings ignore it. So the system's own program is asked as well, unless the
terminal is on another machine, whose clipboard is not the reader's. What is longer than terminals
take is not sent to them: most drop it, and some show it.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping

from briefings.errors import BriefingError
from tui.jobs import aside

BY_TERMINAL = "the terminal, if it allows that"

MOST_BY_TERMINAL = 74_994
"""Bytes of a text that fit in the 100,000 of a sequence that xterm and those after it take."""

SECONDS = 2.0
"""How long a program may take; each of them takes a few milliseconds."""

Command = tuple[str, ...]


async def copy(text: str, by_terminal: Callable[[str], None]) -> str:
    """Put a text on the clipboard.

    Args:
        text: The text.
        by_terminal: What asks the terminal to do it, such as `App.copy_to_clipboard`.

    Returns:
        What did it, in words: the name of a program, or `BY_TERMINAL`, which may not have.

    Raises:
        ClipboardError: If the text is too long for the terminal, and no program took it.
    """
    size = len(text.encode("utf-8", "replace"))
    is_short = size <= MOST_BY_TERMINAL
    if is_short:
        by_terminal(text)
    for command in commands(os.environ, sys.platform):
        if await aside(_run, command, text):
            return command[0]
    if not is_short:
        raise ClipboardError(
            f"{size:,} bytes are more than a terminal puts on the clipboard",
            "export a note instead",
        )
    return BY_TERMINAL


class ClipboardError(BriefingError):
    """A text could not be put on the clipboard."""


def wrapped_for_tmux(text: str) -> str:
    """The sequence that asks the terminal around a tmux, which passes it on if told so.

    Each escape inside is doubled, as tmux wants it.
    """
    encoded = base64.b64encode(text.encode("utf-8", "replace")).decode()
    return f"\x1bPtmux;\x1b\x1b]52;c;{encoded}\x07\x1b\\"


def commands(environment: Mapping[str, str], platform: str) -> list[Command]:
    """The programs to ask, in this order, each reading the text from standard input."""
    found: list[Command] = []
    is_remote = bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))
    if not is_remote:
        if platform == "darwin":
            found.append(("pbcopy",))
        if platform == "win32":
            found.append(("clip",))
        if environment.get("WAYLAND_DISPLAY"):
            found.append(("wl-copy",))
        if environment.get("DISPLAY"):
            found += [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
    if environment.get("TMUX"):
        found.append(("tmux", "load-buffer", "-w", "-"))
    return found


def _run(command: Command, text: str) -> bool:
    """Whether a program is there and took the text."""
    program = shutil.which(command[0])
    if program is None:
        return False
    try:
        # Some of these stay on to serve the clipboard: a pipe for their output would be waited for.
        done = subprocess.run(
            [program, *command[1:]],
            input=text.encode("utf-16" if command[0] == "clip" else "utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
