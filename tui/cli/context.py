"""What several verbs need: the settings, the library, and a briefing that was named."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.errors import BriefingError, LibraryError, ReadingError
from tui.cli.output import say

if TYPE_CHECKING:
    from briefings.document import Document
    from briefings.library import Library, Stored
    from tui.settings import Settings

LIBRARY_VARIABLE = "BRIEFING_LIBRARY"
STANDARD_INPUT = "standard input"
SHOWN_DIGITS = 8
"""How much of an id is shown; any four digits or more that are unique will do to name it."""


def library_path(options: argparse.Namespace, settings: Settings) -> Path:
    """Where the library is: as the command line, the environment or the settings say."""
    if options.library is not None:
        return Path(options.library)
    if named := os.environ.get(LIBRARY_VARIABLE):
        return Path(named).expanduser()
    if settings.library is not None:
        return settings.library
    from briefings.library.file import default_path

    return default_path()


def library_to_read(path: Path) -> AbstractContextManager[Library | None]:
    """The library, opened for reading; None if there is none yet.

    One of an older form is brought up first.

    Raises:
        LibraryError: If it cannot be opened.
    """
    if not path.exists():
        return nullcontext(None)
    from briefings.library import Library

    bring_up(path)
    return Library.open(path, read_only=True)


def library_to_change(path: Path) -> Library:
    """The library, opened to change what is in it.

    Raises:
        NotFoundError: If there is none yet.
        LibraryError: If it cannot be opened.
    """
    if not path.exists():
        raise NotFoundError(f"there is no library {path} yet", "make it with `briefing add FILE`")
    from briefings.library import Library

    bring_up(path)
    return Library.open(path)


def bring_up(path: Path) -> None:
    """Bring a library of an older form to that of today, and show how far it is.

    Raises:
        LibraryError: If it cannot be opened.
    """
    from briefings.library.file import is_of_older_form

    if not is_of_older_form(path):
        return
    from briefings.library import Library
    from tui.cli.progress import Stages

    size = path.stat().st_size / 1e6
    say(
        f"briefing: {path} is brought to the form of this version ({size:,.0f} MB); a copy of what"
        " was there is kept beside it, and a stop at any moment harms nothing"
    )
    with Stages() as stages:
        Library.open(path, told=stages.at).close()


def stored_in(library: Library | None, path: Path, identity: str) -> Stored:
    """The briefing with this id in the library.

    Raises:
        NotFoundError: If there is none.
        LibraryError: If there are several, or it cannot be read.
    """
    if library is None:
        raise NotFoundError(f"there is no library {path} yet", "make it with `briefing add FILE`")
    try:
        return library.get(identity)
    except LibraryError as error:
        if any(entry.id.startswith(identity) for entry in library.entries()):
            raise
        raise NotFoundError(error.what, "`briefing list` shows the ids") from error


class NotFoundError(LibraryError):
    """The library has no such briefing; the exit code says so too."""


def read_standard_input() -> Document:
    """The document that standard input holds.

    Raises:
        ReadingError: If it is a terminal, or cannot be read.
    """
    from briefings.reading import MAX_BYTES, read_bytes

    if sys.stdin.isatty():
        raise ReadingError(f"{STANDARD_INPUT} is the keyboard", "pipe an article into it")
    return read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), name=STANDARD_INPUT)


def read_source(source: Path | None) -> Document:
    """The document of a file, or of standard input for None.

    Raises:
        ReadingError: If it cannot be read.
    """
    from briefings.reading import read

    return read_standard_input() if source is None else read(source)


def find_all_sources(
    names: list[str],
) -> tuple[list[Path | None], list[tuple[str, BriefingError]]]:
    """What there is to read at the names on the command line; None stands for standard input.

    Returns:
        The sources, each once, and the names at which there is nothing, with the reason.
    """
    sources: list[Path | None] = []
    failed: list[tuple[str, BriefingError]] = []
    for name in names:
        if name == "-":
            sources.append(None)
            continue
        from briefings.reading import find_sources

        try:
            sources += find_sources(Path(name))
        except ReadingError as error:
            failed.append((name, error))
    return list(dict.fromkeys(sources)), failed
