"""Briefings out of the library into files: what is written where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from briefings.errors import ExportError
from briefings.export.files import Siblings, Written, put, write_sheet
from briefings.export.flavours import Form, Taken, beside, sheets
from briefings.export.names import ENDING
from briefings.export.sheets import Sheet


def export(
    taken: Sequence[Taken], form: Form, folder: Path, *, is_rehearsal: bool = False
) -> list[Written]:
    """Write briefings into a folder.

    A note goes in place of its older form, which may have been renamed since, and the reader's part
    of it is kept. What else is there is never lost, see `Written.backup`.

    Args:
        taken: The briefings.
        form: How they are exported.
        folder: Where; made if it is missing.
        is_rehearsal: Whether nothing is written: what would be is told.

    Raises:
        ExportError: A file could not be written; those before it were.
    """
    into = _Into(folder, is_rehearsal)
    if not form.is_split:
        return into.put(sheets(taken, form))
    written: list[Written] = []
    for one in taken:
        # The notes beside link to this one by the name that it really has.
        home = into.put(sheets([one], form)[:1])
        stem = home[0].path.name.removesuffix(ENDING)
        written += [*home, *into.put(beside(one, stem))]
    return written


def export_to(
    taken: Sequence[Taken], form: Form, path: Path, *, is_rehearsal: bool = False
) -> Written:
    """Write briefings into one file.

    Args:
        taken: The briefings.
        form: How they are exported.
        path: The file; its folder is made if it is missing.
        is_rehearsal: Whether nothing is written: what would be is told.

    Raises:
        ExportError: It would be several files, or it could not be written.
    """
    return write_sheet(_only(taken, form), path, is_rehearsal=is_rehearsal)


def printed(taken: Sequence[Taken], form: Form) -> str:
    """What one file of an export would hold.

    Raises:
        ExportError: It would be several files.
    """
    return _only(taken, form).text


def _only(taken: Sequence[Taken], form: Form) -> Sheet:
    found = sheets(taken, form)
    if len(found) == 1:
        return found[0]
    names = ", ".join(f"“{PurePosixPath(sheet.name).name}”" for sheet in found[:3])
    more = " and more" if len(found) > 3 else ""
    raise ExportError(
        f"this makes {len(found):,} files ({names}{more})",
        "name a folder, or ask for one part of it",
    )


class _Into:
    """A folder that sheets are put into, each folder in it being looked through but once."""

    def __init__(self, folder: Path, is_rehearsal: bool) -> None:
        self._folder = folder
        self._is_rehearsal = is_rehearsal
        self._siblings: dict[Path, Siblings] = {}

    def put(self, found: Iterable[Sheet]) -> list[Written]:
        """Write sheets."""
        written = []
        for sheet in found:
            place = (self._folder / sheet.name).parent
            if sheet.identity and place not in self._siblings:
                self._siblings[place] = Siblings.of(place)
            siblings = self._siblings.get(place)
            written.append(put(sheet, self._folder, siblings, is_rehearsal=self._is_rehearsal))
        return written
