"""The tables of a library, one module a numbered step from an empty file to the newest form."""

from __future__ import annotations

from briefings.library.schema import (
    counts,
    documents,
    duplicates,
    full_text,
    journal,
    kinds,
    removal,
    stale,
    threads,
    titles,
    unread,
)
from briefings.library.schema.steps import Step

STEPS: tuple[Step, ...] = (
    documents.STEP,
    journal.STEP,
    duplicates.STEP,
    full_text.STEP,
    threads.STEP,
    removal.STEP,
    unread.STEP,
    stale.STEP,
    titles.STEP,
    kinds.STEP,
    counts.STEP,
)
"""A step that has been released is never changed: a later one mends it."""
