"""What was pasted, or dropped onto the terminal: paths of files, an article, or words.

A terminal gives the paths of dropped files as a paste: quoted, with escaped spaces, or as URLs,
with spaces or line ends between them. What was pasted is data: nothing in it is expanded but a
leading `~`, and no shell sees it.
"""

from __future__ import annotations

import shlex
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

LONGEST_PATHS = 100_000
"""Characters beyond which a paste is not looked at as paths."""

LEAST_ARTICLE = 200
"""Characters from which a text of several lines may be an article."""

FILE_URL = "file://"
_BEGINNINGS = ("/", "~", "./", "../", "'/", '"/', "'~", '"~', FILE_URL, f"'{FILE_URL}")


def paths_in(text: str) -> tuple[Path, ...]:
    """The files and folders that a pasted text names, in its order; empty if it is no such list.

    All of it has to be paths of something that is there: a sentence that begins with a slash is
    none. A disk is asked, so it may take a moment.
    """
    text = text.strip("\r\n\t \x00")
    if not looks_like_paths(text):
        return ()
    for words in _readings(text):
        paths = [path for word in words if word and (path := _path(word))]
        if paths and len(paths) == len([word for word in words if word]) and _are_there(paths):
            return tuple(dict.fromkeys(paths))
    return ()


def looks_like_paths(text: str) -> bool:
    """Whether a text begins as a path does; no disk is asked."""
    return len(text) <= LONGEST_PATHS and text.lstrip().startswith(_BEGINNINGS)


def is_article(text: str) -> bool:
    """Whether a text is long enough, in lines enough, that it may be an article."""
    stripped = text.strip()
    return len(stripped) >= LEAST_ARTICLE and len(stripped.splitlines()) > 1


def _readings(text: str) -> list[list[str]]:
    """The ways to take a text apart, the plainest first: a name may have spaces in it."""
    lines = [line.strip() for line in text.splitlines()]
    readings = [lines]
    try:
        readings.append(shlex.split(text))
        readings.append([word for line in lines for word in shlex.split(line)])
    except ValueError:
        pass  # a quotation mark that is never closed: it is part of a name, or no path at all
    return readings


def _path(word: str) -> Path | None:
    """The path that one word names."""
    if word.startswith(FILE_URL):
        try:
            parts = urlsplit(word)
        except ValueError:
            return None
        if parts.netloc not in ("", "localhost"):
            return None
        # Bytes that are no text in the URL are such in the file's name, too.
        word = unquote_to_bytes(parts.path).decode("utf-8", "surrogateescape")
    if "\0" in word:
        return None
    path = Path(word)
    try:
        return path.expanduser() if word.startswith("~") else path
    except RuntimeError:  # a home that nobody has
        return path


def _are_there(paths: list[Path]) -> bool:
    try:
        return all(path.exists() for path in paths)
    except (OSError, ValueError):  # a name that is too long, or that no disk could have
        return False
