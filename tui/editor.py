"""The reader's own editor: the one seam to it.

The program named by `$VISUAL` or `$EDITOR` gets the terminal until it ends. The text is handed over
in a file that only the reader can read, in a folder of its own, and both are removed afterwards,
with whatever else the editor has left there.
"""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from briefings.errors import SettingsError

NAME = "note.md"
VARIABLES = ("VISUAL", "EDITOR")
MOST_BYTES = 1_000_000
"""A longer text is no note; what an editor leaves behind by mistake is not read into memory."""


def editor_command(environment: Mapping[str, str] | None = None) -> list[str]:
    """The words of the command that opens the reader's editor, without the file.

    Raises:
        SettingsError: None is named, or what is named cannot be split into words.
    """
    known = os.environ if environment is None else environment
    for variable in VARIABLES:
        if not known.get(variable, "").strip():
            continue
        try:
            return shlex.split(known[variable])
        except ValueError as error:
            raise SettingsError(
                f"${variable} is no command that can be run ({error})", "close its quotation marks"
            ) from error
    raise SettingsError("no editor is named", "set $EDITOR, or write here")


def edited(text: str, suspended: AbstractContextManager[None]) -> str | None:
    """A text as the reader leaves it in their editor.

    Args:
        text: The text to begin with.
        suspended: While this is entered, the terminal is the editor's.

    Returns:
        The text, its last line ends taken off; None if the editor ended with an error, as `:cq`
        does: then the reader wants nothing of it.

    Raises:
        SettingsError: No editor is named, it could not be run, or what it left cannot be read.
    """
    command = editor_command()
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        path = Path(folder) / NAME
        _write_privately(path, text)
        with suspended, _deaf_to_ctrl_c():
            # Textual takes the terminal back only if this ends without an error.
            ended = _run([*command, str(path)])
        if isinstance(ended, SettingsError):
            raise ended
        return _read(path) if ended == 0 else None


def _write_privately(path: Path, text: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as file:
        file.write(text)


def _run(command: list[str]) -> int | SettingsError:
    """Run the editor until it ends: its exit code, or why it could not be run."""
    try:
        return subprocess.run(command, check=False).returncode
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        return SettingsError(
            f"the editor {command[0]!r} could not be run ({reason})",
            "set $EDITOR to another one, or write here",
        )


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Leave `ctrl+c` to the editor: the terminal sends it to every program of the foreground.

    A handler of ours is not handed on to the editor, as ignoring would be.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise SettingsError(
                f"what the editor left is longer than a note may be ({MOST_BYTES:,} bytes)",
                "shorten it, or keep it in a file of its own",
            )
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise SettingsError(
            f"what the editor left could not be read ({error.strerror})", "write here instead"
        ) from error
    return text.rstrip("\r\n")
