"""Briefings as files to take away: a Markdown note with its evidence, and JSON."""

from __future__ import annotations

from briefings.export.files import export_note, write_note
from briefings.export.json import as_json
from briefings.export.markdown import markdown_note
from briefings.export.names import note_name

__all__ = ["as_json", "export_note", "markdown_note", "note_name", "write_note"]
