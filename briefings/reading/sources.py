"""Which files there are to read: a file itself, or every document below a folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

from briefings.errors import ReadingError

PLAIN_SUFFIXES = (".txt", ".text")
MARKDOWN_SUFFIXES = (".md", ".markdown")
HTML_SUFFIXES = (".html", ".htm")
SUFFIXES = PLAIN_SUFFIXES + MARKDOWN_SUFFIXES + HTML_SUFFIXES

SUPPORTED = f"the formats that can be read are {' '.join(SUFFIXES)}"


def shown(path: Path | str) -> str:
    """A path as an error can name it: bytes that are no characters are replaced."""
    return os.fsencode(path).decode("utf-8", "replace")


def find_sources(path: Path, is_wanted: Callable[[], bool] = lambda: True) -> list[Path]:
    """The sources at `path`, sorted: a file itself, or every document below a folder.

    In a folder, hidden files and folders, links to folders and everything that is not a document
    are passed over. A folder inside it that cannot be listed is among the results, so that
    reading it says why.

    Args:
        path: The file or folder.
        is_wanted: Asked at each folder whether to go on; if not, those found until then are
            the result.

    Raises:
        ReadingError: If there is nothing at `path`, or no document below it.
    """
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise unreadable(path, error) from error
    if not stat.S_ISDIR(mode):
        return [path]
    sources: list[Path] = []
    refused: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=refused.append):
        if not is_wanted():
            break
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            source = Path(folder, name)
            if is_document(name) and source.is_file():
                sources.append(source)
    for refusal in refused:
        if Path(str(refusal.filename)) == path:
            raise unreadable(path, refusal)
        sources.append(Path(str(refusal.filename)))
    if not sources:
        raise ReadingError(f"{shown(path)} holds no document", SUPPORTED)
    return sorted(sources)


def is_document(name: str) -> bool:
    """Whether a file of this name is read when a folder is."""
    return not name.startswith(".") and name.lower().endswith(SUFFIXES)


def unreadable(path: Path, error: OSError) -> ReadingError:
    """What to say of a file that the system does not let us read."""
    name = shown(path)
    if isinstance(error, FileNotFoundError):
        return ReadingError(f"there is no file {name}", "check the name")
    if isinstance(error, PermissionError):
        return ReadingError(f"{name} may not be read", "ask for permission to read it")
    if isinstance(error, IsADirectoryError):
        return ReadingError(f"{name} is a folder", "name a file in it")
    reason = error.strerror or type(error).__name__
    return ReadingError(f"{name} cannot be read ({reason.lower()})", "check the name and the disk")
