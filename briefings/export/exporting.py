"""Briefings out of the library into files: what is written where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from briefings.errors import ExportError
from briefings.export.files import Siblings, Written, put, write_sheet
from briefings.export.flavours import Form, Taken, beside, sheets
from briefings.export.names import ENDING
from briefings.export.sheets import Sheet


def export(taken: Sequence[Taken], form: Form, folder: Path) -> list[Written]:
    """Write briefings into a folder.

    A note goes in place of its older form, which may have been renamed since, and the reader's part
    of it is kept. What else is there is never lost, see `Written.backup`.

    Args:
        taken: The briefings.
        form: How they are exported.
        folder: Where; made if it is missing.

    Raises:
        ExportError: A file could not be written; those before it were.
    """
    siblings: dict[Path, Siblings] = {}
    if not form.is_split:
        return _put(sheets(taken, form), folder, siblings)
    written: list[Written] = []
    for one in taken:
        # The notes beside link to this one by the name that it really has.
        home = _put(sheets([one], form)[:1], folder, siblings)
        stem = home[0].path.name.removesuffix(ENDING)
        written += [*home, *_put(beside(one, stem), folder, siblings)]
    return written


def export_to(taken: Sequence[Taken], form: Form, path: Path) -> Written:
    """Write briefings into one file.

    Raises:
        ExportError: It would be several files, or it could not be written.
    """
    return write_sheet(_only(taken, form), path)


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


def _put(found: Iterable[Sheet], folder: Path, siblings: dict[Path, Siblings]) -> list[Written]:
    """Write sheets, looking through each folder but once."""
    written = []
    for sheet in found:
        place = (folder / sheet.name).parent
        if sheet.identity and place not in siblings:
            siblings[place] = Siblings.of(place)
        written.append(put(sheet, folder, siblings.get(place)))
    return written
