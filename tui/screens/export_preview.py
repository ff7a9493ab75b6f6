"""What an export will write, as lines to read, and what it will do with what is there already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from briefings.errors import ExportError
from briefings.export import Taken, Written, export, export_to, is_file, sheets
from briefings.export.sheets import Sheet
from tui.panes.facts import counted
from tui.screens.export_choices import Chosen
from tui.widgets.line_view import LineView
from tui.widgets.lines import RowLines
from tui.widgets.rows import Line, Piece, Row

MOST_LINES = 40
"""Lines of the screen that one line of the note may take in the preview."""

MOST_SHEETS = 30
"""Files that are shown in the preview; those after them are counted."""

MOST_ROWS = 600
"""Lines of one file that are shown if there are others."""


class Preview(LineView, can_focus=False):
    """What will be written."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--key"}
    DEFAULT_CSS = """
    Preview {
        height: 1fr;
        background: $surface;
        scrollbar-background: $surface;
        scrollbar-background-hover: $surface;
        scrollbar-background-active: $surface;
        & > .lines--key { color: $accent; }
    }
    """


@dataclass(frozen=True, slots=True)
class Previewed:
    """What there would be.

    Attributes:
        names: The names of the files, in a few words.
        lines: What will stand in them.
    """

    names: str
    lines: RowLines


def previewed(taken: Sequence[Taken], chosen: Chosen) -> Previewed:
    """What there would be of some briefings."""
    form = chosen.form
    if form.flavour.is_joint or len(taken) == 1:
        found = sheets(taken, form)
    else:
        found = [sheet for one in taken[:MOST_SHEETS] for sheet in sheets([one], form)]
    files = counted(len(found), "file")
    names = f"{files}: {found[0].name}" if len(found) > 1 else found[0].name
    left_out = 0 if form.flavour.is_joint else len(taken[MOST_SHEETS:])
    if left_out:
        names = f"{found[0].name}, and those of the others"
    return Previewed(names, RowLines(list(_rows(found, left_out))))


def rehearsed(taken: Sequence[Taken], chosen: Chosen, path: Path) -> list[Written]:
    """What would become of each file; ExportError if it cannot be told."""
    return written(taken, chosen, path, is_rehearsal=True)


def written(
    taken: Sequence[Taken], chosen: Chosen, path: Path, *, is_rehearsal: bool = False
) -> list[Written]:
    """Write it; ExportError if that cannot be done."""
    if is_file(path, chosen.form):
        return [export_to(taken, chosen.form, path, is_rehearsal=is_rehearsal)]
    return export(taken, chosen.form, path, is_rehearsal=is_rehearsal)


def foretold(taken: Sequence[Taken], chosen: Chosen, path: Path) -> str:
    """What will become of what is there, in a few words; empty if nothing of it is there."""
    try:
        found = {one.path: one for one in reversed(rehearsed(taken, chosen, path))}
    except ExportError as error:
        return error.what[:1].upper() + error.what[1:]
    there = [one for one in found.values() if not one.is_new]
    if not there:
        return ""
    same = sum(not one.is_changed for one in there)
    copied = sum(one.backup is not None for one in there)
    renewed = len(there) - same - copied
    parts = (
        (len(found) - len(there), "new"),
        (renewed, "renewed"),
        (copied, "copied to .bak, then replaced"),
        (same, "there already, word for word"),
    )
    if len(found) == 1:
        said = next(words for count, words in parts if count)
        said = f"is {said}" if same else f"is there already: {said}"
    else:
        said = " · ".join(f"{count:,} {words}" for count, words in parts if count)
    is_kept = any(one.has_readers_part and one.is_changed for one in there)
    return f"{said}; what you wrote is kept" if is_kept else said


def told(done: Sequence[Written], path: Path) -> str:
    """Where it is, and what became of what was there."""
    files = {one.path for one in done}
    lines = [str(done[0].path) if len(files) == 1 else f"{len(files):,} files in {path}"]
    if any(one.has_readers_part for one in done):
        lines.append("What you had written into it is kept.")
    if backups := [one.backup.name for one in done if one.backup]:
        more = f" and {len(backups) - 1:,} more" if len(backups) > 1 else ""
        lines.append(f"What was there before is in {backups[0]}{more}.")
    if not any(one.is_changed for one in done):
        lines.append("It was there already, word for word.")
    return "\n".join(lines)


def _rows(found: Sequence[Sheet], left_out: int) -> Iterator[Row]:
    for number, sheet in enumerate(found[:MOST_SHEETS]):
        if len(found) > 1:
            if number:
                yield Row("", (Line((Piece(" "),)),))
            yield Row("", (Line((Piece(sheet.name, "key"),), fill="─"),))
        rows = list(note_rows(sheet.text.rstrip("\n").replace("\r", "")))
        most = MOST_ROWS if len(found) > 1 else len(rows)
        yield from rows[:most]
        if len(rows) > most:
            yield _left_out(f"and {len(rows) - most:,} lines more")
    if left_out:
        yield _left_out(f"and {counted(left_out, 'briefing')} more")
    elif len(found) > MOST_SHEETS:
        yield _left_out(f"and {len(found) - MOST_SHEETS:,} files more")


def _left_out(words: str) -> Row:
    return Row("", (Line((Piece(f"… {words}", "muted"),)),))


def note_rows(text: str) -> Iterator[Row]:
    """The lines of a note, its front matter and footnotes muted, its headings strong."""
    is_front = False
    for number, words in enumerate(text.split("\n")):
        is_fence = words == "---" and (number == 0 or is_front)
        if is_front or is_fence or words.startswith(("[^", "<!--")):
            look = "muted"
        elif words.startswith("#"):
            look = "strong"
        else:
            look = "key" if words.startswith(">") else "text"
        if is_fence:
            is_front = number == 0
        yield Row("", (Line((Piece(words or " ", look),), most=MOST_LINES),))
