"""What an export is made of before it is written: sheets, each with a name and a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefings.export.draft import Draft, What
from briefings.export.markdown import markdown_note
from briefings.export.names import note_name
from briefings.export.note import Note
from briefings.export.template import templated_note
from briefings.library import Stored


class Keeping(StrEnum):
    """What is done with a file that is there already and says something else."""

    NOTE = "note"
    """The reader's part is taken over; the rest is backed up if it was changed by hand."""

    BACKUP = "backup"
    """It is backed up."""

    ONCE = "once"
    """It stays as it is: it is made but once, for the reader to change."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of an export.

    Attributes:
        name: Its name; a `/` stands between a folder and the name in it.
        text: What stands in it.
        keeping: What is done with what is there already.
        identity: What identifies a note under whatever name it has now; empty if nothing does.
        title: What a note is named after, if the name is taken.
    """

    name: str
    text: str
    keeping: Keeping = Keeping.NOTE
    identity: str = ""
    title: str = ""


def note_sheet(draft: Draft, *, is_hidden: bool = False, template: str = "") -> Sheet:
    """The note of a briefing.

    Args:
        draft: What is to be written.
        is_hidden: Whether its front matter is left out, but for what it is found by.
        template: What it is made after; empty for the usual note.
    """
    if template:
        text = templated_note(draft, template)
    else:
        text = markdown_note(draft.stored, draft.marks, draft.what, draft.style)
    if is_hidden:
        text = Note.parsed(text).hidden().text()
    name = note_name(draft.stored, part_of_name(draft.what))
    return Sheet(name, text, identity=draft.identity, title=title_of(draft.stored))


def part_of_name(what: What) -> str:
    """What a file name says of the part that is in the file."""
    return "" if what is What.ALL else f" ({what})"


def title_of(stored: Stored) -> str:
    """What a file of a briefing is named after; empty if it has no title."""
    return stored.document.title or ""
