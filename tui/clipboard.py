"""The clipboard: by a program of the system where there is one, and by the terminal.

A terminal is asked by an escape sequence (OSC 52) and never answers; the Terminal of macOS and a
tmux with its usual settings ignore it. So the system's own program is asked as well, unless the
terminal is on another machine, whose clipboard is not the reader's.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping

from tui.jobs import aside

BY_TERMINAL = "the terminal"

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
    """
    by_terminal(text)
    for command in commands(os.environ, sys.platform):
        if await aside(_run, command, text):
            return command[0]
    return BY_TERMINAL


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
