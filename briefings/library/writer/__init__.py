"""The one place that changes a library: every change is a transaction, whole or not at all."""

from __future__ import annotations

from briefings.library.writer.documents import add, replace_findings
from briefings.library.writer.duplicates import note_file
from briefings.library.writer.journal import next_step, rebuild, record, record_together, step
from briefings.library.writer.memory import remember
from briefings.library.writer.transactions import atomic

__all__ = [
    "add",
    "atomic",
    "next_step",
    "note_file",
    "rebuild",
    "record",
    "record_together",
    "remember",
    "replace_findings",
    "step",
]
