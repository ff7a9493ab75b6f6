"""The forms that briefings can be exported in, and the sheets of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from briefings.errors import ExportError
from briefings.export.citations import csl_json
from briefings.export.draft import PORTABLE, UNMARKED, Draft, Style, What
from briefings.export.github import GITHUB
from briefings.export.json import as_json, as_json_lines
from briefings.export.names import named, note_name
from briefings.export.obsidian import OBSIDIAN
from briefings.export.sheets import Keeping, Sheet, note_sheet, part_of_name
from briefings.export.tables import TABLES, table
from briefings.export.vault import vault_sheets
from briefings.library import Stored
from briefings.library.records import Marks


class Flavour(StrEnum):
    """What programs an export is for."""

    PORTABLE = "portable"
    OBSIDIAN = "obsidian"
    GITHUB = "github"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    CSL = "csl"

    @property
    def is_note(self) -> bool:
        """Whether each briefing has a note of its own, in Markdown."""
        return self in _STYLES

    @property
    def is_joint(self) -> bool:
        """Whether several briefings have one file together."""
        return self in (Flavour.CSV, Flavour.JSONL, Flavour.CSL)

    @property
    def ending(self) -> str:
        """What the names of its files end with, dot included."""
        return ".md" if self.is_note else _ENDINGS[self]


_STYLES: dict[Flavour, Style] = {
    Flavour.PORTABLE: PORTABLE,
    Flavour.OBSIDIAN: OBSIDIAN,
    Flavour.GITHUB: GITHUB,
}
_ENDINGS = {
    Flavour.CSV: ".csv",
    Flavour.JSON: ".json",
    Flavour.JSONL: ".jsonl",
    Flavour.CSL: ".csl.json",
}


@dataclass(frozen=True, slots=True)
class Form:
    """How briefings are exported.

    Attributes:
        flavour: What for.
        what: Which part of each; CSL-JSON has nothing of them, and is always the same.
        has_front_matter: Whether a note begins with its properties; only GitHub's can do without.
        is_split: Whether actors and questions have notes of their own; only Obsidian's can.
        template: What the notes are made after, see `read_template`; empty for the usual ones.

    Raises:
        ExportError: Something was asked for that the flavour has not.
    """

    flavour: Flavour = Flavour.PORTABLE
    what: What = What.ALL
    has_front_matter: bool = True
    is_split: bool = False
    template: str = ""

    def __post_init__(self) -> None:
        if self.is_split and self.flavour is not Flavour.OBSIDIAN:
            raise ExportError(
                f"{self.flavour} has no notes of actors and questions", "choose obsidian for them"
            )
        if self.is_split and self.what is not What.ALL:
            raise ExportError("only a whole briefing can be split", "ask for all of it")
        if self.template and not self.flavour.is_note:
            raise ExportError(f"{self.flavour} knows no templates", "choose a flavour of notes")
        if not self.has_front_matter and self.flavour is not Flavour.GITHUB:
            raise ExportError(
                f"{self.flavour} has no form without front matter", "choose github for that"
            )


@dataclass(frozen=True, slots=True)
class Taken:
    """A briefing to export, with what the reader has put beside it."""

    stored: Stored
    marks: Marks = UNMARKED


def sheets(taken: Sequence[Taken], form: Form) -> list[Sheet]:
    """Everything that an export writes, in order; the same briefings always give the same.

    Args:
        taken: The briefings, at least one.
        form: How.
    """
    style = _STYLES.get(form.flavour, PORTABLE)
    drafts = [Draft(one.stored, one.marks, form.what, style) for one in taken]
    if form.flavour.is_joint:
        return _joint(drafts, form)
    found: list[Sheet] = []
    for draft in drafts:
        if form.flavour is Flavour.JSON:
            text = as_json(draft.stored, draft.marks, draft.what)
            name = note_name(draft.stored, part_of_name(draft.what), form.flavour.ending)
            found.append(Sheet(name, text, Keeping.BACKUP))
            continue
        found.append(note_sheet(draft, is_hidden=not form.has_front_matter, template=form.template))
        found += vault_sheets(draft) if form.is_split else []
    return found


def is_file(path: Path, form: Form) -> bool:
    """Whether somebody who names a path means one file rather than a folder."""
    return path.suffix == f".{form.flavour.ending.rpartition('.')[2]}" and not path.is_dir()


def beside(taken: Taken, home: str) -> list[Sheet]:
    """The notes beside a briefing's own whose name turned out to be `home`, without its ending."""
    return vault_sheets(Draft(taken.stored, taken.marks, style=OBSIDIAN), home)


def _joint(drafts: Sequence[Draft], form: Form) -> list[Sheet]:
    """The files that several briefings have together."""

    def name(suffix: str) -> str:
        ending = form.flavour.ending
        if len(drafts) == 1:
            return note_name(drafts[0].stored, suffix, ending)
        return named("Briefings", "", suffix, ending)

    if form.flavour is Flavour.CSL:
        return [Sheet(name(""), csl_json(drafts), Keeping.BACKUP)]
    if form.flavour is Flavour.JSONL:
        text = "".join(map(as_json_lines, drafts))
        return [Sheet(name(part_of_name(form.what)), text, Keeping.BACKUP)]
    parts = TABLES if form.what is What.ALL else (form.what,)
    return [Sheet(name(part_of_name(p)), table(drafts, p), Keeping.BACKUP) for p in parts]
