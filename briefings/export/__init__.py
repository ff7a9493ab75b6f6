"""Briefings as files to take away: notes with their evidence, tables, JSON, citations."""

from __future__ import annotations

from briefings.export.draft import What
from briefings.export.exporting import export, export_to, printed
from briefings.export.files import Written, export_note, write_note
from briefings.export.flavours import Flavour, Form, Taken, is_file, sheets
from briefings.export.json import as_json
from briefings.export.markdown import markdown_note
from briefings.export.names import note_name
from briefings.export.template import read_template

__all__ = [
    "Flavour",
    "Form",
    "Taken",
    "What",
    "Written",
    "as_json",
    "export",
    "export_note",
    "export_to",
    "is_file",
    "markdown_note",
    "note_name",
    "printed",
    "read_template",
    "sheets",
    "write_note",
]
