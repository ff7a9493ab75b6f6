"""Notes on the disk: written whole or not at all, and never over what the reader made."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefings.errors import ExportError
from briefings.export.front_matter import briefing_id
from briefings.export.markdown import markdown_note
from briefings.export.names import named, note_name
from briefings.export.note import Note, identity_of
from briefings.library import Stored

_ENOUGH_FOR_FRONT_MATTER = 65536
"""Bytes from the start of a note that are searched for its id."""

_REMEDIES = {
    errno.ENOSPC: "free some space and try again",
    errno.EDQUOT: "free some space and try again",
    errno.ENAMETOOLONG: "choose a shorter name",
}


def export_note(stored: Stored, folder: Path) -> Path:
    """Write a briefing's note into a folder, in place of its older form if there is one.

    The older form is found by the id in it, so that it may have been renamed.

    Returns:
        The file.

    Raises:
        ExportError: The note could not be written.
    """
    with _explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        name = _name_in(folder, stored)
    return write_note(markdown_note(stored), folder / name)


def write_note(text: str, path: Path) -> Path:
    """Write a note to a file, and keep the reader's part of the note that is there already.

    What is there is copied to a numbered `.bak` beside it first, if it is no note of the same
    briefing or if its generated part was changed by hand. A folder that is missing is created.

    Returns:
        The file.

    Raises:
        ExportError: The note could not be written; what was there is untouched.
    """
    with _explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise ExportError(f"{path} is a folder", "choose another name for the note")
        if path.exists() and not path.is_file():
            raise ExportError(f"{path} is not a regular file", "choose another name for the note")
        if path.exists():
            old = path.read_bytes()
            text, is_safe = _merged(text, old)
            if text.encode() == old:
                return path
            if not is_safe:
                _back_up(path, old)
        _replace(path, text.encode())
    return path


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, "choose another folder, or make it writable")
        reason = error.strerror or str(error)
        raise ExportError(f"{path} cannot be written ({reason})", remedy) from error


def _merged(text: str, old: bytes) -> tuple[str, bool]:
    """The new text with the reader's part of the old one; whether nothing else would be lost."""
    try:
        old_note = Note.parsed(old.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        return text, False
    note = Note.parsed(text)
    if not note.is_of_same_briefing(old_note):
        return text, False
    return note.with_readers_part_of(old_note).text(), old_note.is_as_generated()


def _back_up(path: Path, content: bytes) -> None:
    number = 1
    while (copy := path.with_name(f"{path.name}.{number}.bak")).exists():
        number += 1
    _replace(copy, content)


def _replace(path: Path, content: bytes) -> None:
    """Put `content` in the place of `path`: a reader of it sees the old or the new, whole."""
    draft = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, draft)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _name_in(folder: Path, stored: Stored) -> str:
    """The name of the briefing's note in the folder, or a free one for it."""
    preferred = note_name(stored)
    identity = briefing_id(stored)
    there = sorted((path.name for path in folder.iterdir()), key=lambda n: (n != preferred, n))
    for name in there:
        if name.lower().endswith(".md") and _identity_in(folder / name) == identity:
            return name
    taken = {_folded(name) for name in there}
    name, number = preferred, 0
    while _folded(name) in taken:
        number += 1
        again = f" {number}" if number > 1 else ""
        name = named(stored.document.title, "", f" ({stored.document.id[:8]}{again})")
    return name


def _folded(name: str) -> str:
    """What two names have in common that some file systems take for the same."""
    return unicodedata.normalize("NFC", name).casefold()


def _identity_in(path: Path) -> str:
    """The id of the briefing whose note this is; empty if it is none, or cannot be read."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            start = file.read(_ENOUGH_FOR_FRONT_MATTER)
    except OSError:
        return ""
    return identity_of(start.decode("utf-8-sig", errors="replace").replace("\r\n", "\n"))
