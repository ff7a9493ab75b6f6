"""Notes on the disk: written whole or not at all, and never over what the reader made."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefings.errors import ExportError
from briefings.export.draft import Draft
from briefings.export.names import named
from briefings.export.note import Note, identity_of
from briefings.export.sheets import Keeping, Sheet, note_sheet
from briefings.library import Stored

_ENOUGH_FOR_FRONT_MATTER = 65536
"""Bytes from the start of a note that are searched for its id."""

_REMEDIES = {
    errno.ENOSPC: "free some space and try again",
    errno.EDQUOT: "free some space and try again",
    errno.ENAMETOOLONG: "choose a shorter name",
}


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a file.

    Attributes:
        path: The file.
        backup: Where what was there before is now; None if nothing of it would have been lost.
        has_readers_part: Whether something of the reader's was taken over from what was there.
        is_changed: Whether anything was written at all.
        is_new: Whether nothing was there before.
    """

    path: Path
    backup: Path | None = None
    has_readers_part: bool = False
    is_changed: bool = True
    is_new: bool = False


def export_note(stored: Stored, folder: Path) -> Path:
    """Write a briefing's portable note into a folder, in place of its older form if there is one.

    The older form is found by the id in it, so that it may have been renamed.

    Returns:
        The file.

    Raises:
        ExportError: The note could not be written.
    """
    return put(note_sheet(Draft(stored)), folder).path


def write_note(text: str, path: Path) -> Path:
    """Write a note to a file, and keep the reader's part of the note that is there already.

    What is there is copied to a numbered `.bak` beside it first, if it is no note of the same
    briefing or if its generated part was changed by hand. A folder that is missing is created.

    Returns:
        The file.

    Raises:
        ExportError: The note could not be written; what was there is untouched.
    """
    return write_sheet(Sheet(path.name, text), path).path


def put(
    sheet: Sheet, folder: Path, siblings: Siblings | None = None, *, is_rehearsal: bool = False
) -> Written:
    """Write a sheet into a folder; a note in place of its older form, whatever that is called.

    Args:
        sheet: What to write.
        folder: Where; made if it is missing.
        siblings: The notes of the folder of the sheet, if several are written into it.
        is_rehearsal: Whether nothing is written: what would be is told.

    Raises:
        ExportError: It could not be written; what was there is untouched.
    """
    place = (folder / sheet.name).parent
    name = PurePosixPath(sheet.name).name
    if sheet.identity:
        name = (siblings or Siblings.of(place)).name_for(sheet)
    return write_sheet(sheet, place / name, is_rehearsal=is_rehearsal)


def write_sheet(sheet: Sheet, path: Path, *, is_rehearsal: bool = False) -> Written:
    """Write a sheet to a file; what is there is kept as `write_note` and `Keeping` say.

    Args:
        sheet: What to write.
        path: Where; its folder is made if it is missing.
        is_rehearsal: Whether nothing is written: what would be is told.

    Raises:
        ExportError: It could not be written; what was there is untouched.
    """
    with _explained(path):
        content, written = _planned(sheet, path)
        if is_rehearsal:
            return written
        path.parent.mkdir(parents=True, exist_ok=True)
        if written.backup is not None:
            _replace(written.backup, path.read_bytes())
        if written.is_changed:
            _replace(path, content)
        return written


def _planned(sheet: Sheet, path: Path) -> tuple[bytes, Written]:
    """What a file shall hold, and what becomes of it thereby; nothing is written yet."""
    content = sheet.text.encode()
    if path.is_dir():
        raise ExportError(f"{path} is a folder", "choose another name for the note")
    if not path.exists():
        return content, Written(path, is_new=True)
    if not path.is_file():
        raise ExportError(f"{path} is not a regular file", "choose another name for the note")
    if sheet.keeping is Keeping.ONCE:
        return content, Written(path, is_changed=False)
    old = path.read_bytes()
    is_safe, is_kept = False, False
    if sheet.keeping is Keeping.NOTE:
        text, is_safe, is_kept = _merged(sheet, old)
        content = text.encode()
    if content == old:
        return content, Written(path, has_readers_part=is_kept, is_changed=False)
    backup = None if is_safe else _free_backup(path)
    return content, Written(path, backup, is_kept)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, "choose another folder, or make it writable")
        reason = error.strerror or str(error)
        raise ExportError(f"{path} cannot be written ({reason})", remedy) from error


def _merged(sheet: Sheet, old: bytes) -> tuple[str, bool, bool]:
    """The new text with the reader's part of the old one.

    Returns:
        The text, whether nothing else of the old one would be lost, and whether there was a
        reader's part in it.
    """
    try:
        old_note = Note.parsed(old.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        return sheet.text, False, False
    note = Note.parsed(sheet.text)
    if not note.is_of_same_briefing(old_note):
        return sheet.text, False, False
    is_safe = old_note.is_as_generated() and old_note.is_hidden >= note.is_hidden
    return note.with_readers_part_of(old_note).text(), is_safe, old_note.has_readers_words


def _free_backup(path: Path) -> Path:
    number = 1
    while (copy := path.with_name(f"{path.name}.{number}.bak")).exists():
        number += 1
    return copy


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


class Siblings:
    """The notes of a folder by their ids, read once however many are written into it."""

    @classmethod
    def of(cls, folder: Path) -> Siblings:
        """The notes of a folder; none if it is missing.

        Raises:
            ExportError: It cannot be read.
        """
        with _explained(folder):
            names = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
            return cls(folder, names)

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        self._taken = {_folded(name) for name in names}
        self._known: dict[str, list[str]] = {}
        for name in names:
            if name.lower().endswith(".md") and (identity := _identity_in(folder / name)):
                self._known.setdefault(identity, []).append(name)

    def name_for(self, sheet: Sheet) -> str:
        """The name of the note with the sheet's id, or a free one for it."""
        preferred = PurePosixPath(sheet.name).name
        if known := self._known.get(sheet.identity):
            return preferred if preferred in known else known[0]
        name, number = preferred, 0
        while _folded(name) in self._taken:
            number += 1
            again = f" {number}" if number > 1 else ""
            name = named(sheet.title, "", f" ({sheet.identity[:8]}{again})")
        self._taken.add(_folded(name))
        self._known[sheet.identity] = [name]
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
