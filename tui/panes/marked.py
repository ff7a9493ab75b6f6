"""Rows with what the reader has done to their items: corrected, added, annotated, followed up."""

from __future__ import annotations

from dataclasses import replace

from tui.panes.opened import Opened
from tui.panes.signs import CORRECTED, MADE, NOTE
from tui.widgets.rows import Line, Piece, Pieces, Row

MOST_NOTE_LINES = 2


def marked(opened: Opened, row: Row) -> Row:
    """The row with signs of what the reader did to its item, and the notes on it below."""
    by_reader = opened.by_reader
    mark: Pieces = ()
    words: Pieces = ()
    if row.id in by_reader.made:
        mark, words = (Piece(f"{MADE} ", "accent"),), (Piece("yours ", "muted"),)
    elif row.id in by_reader.corrected:
        mark, words = (Piece(f"{CORRECTED} ", "accent"),), (Piece("corrected ", "muted"),)
    notes = by_reader.notes_of.get(row.id, ())
    if not mark and not notes:
        return row
    first, *others = row.lines
    if mark:
        first = replace(first, right=(*mark, *first.right), extra=(*first.extra, *words))
    return Row(row.id, (first, *others, *(note_line(note.text) for note in notes)))


def note_line(text: str) -> Line:
    """A note in the reader's words."""
    return Line(
        (Piece(f"{NOTE} ", "accent"), Piece(" ".join(text.split()), "note")),
        indent=2,
        hanging=2,
        most=MOST_NOTE_LINES,
    )
