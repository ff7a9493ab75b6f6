"""From the item under the cursor, the selected words or the whole briefing to a note on it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from briefings.corrections import Anchors, Change, DeleteNote, EditNote, Subject, WriteNote
from briefings.corrections.case import shown
from briefings.document import Span
from tui.doors.changes import is_writable, make
from tui.doors.correcting import item_under_cursor
from tui.panes.opened import Opened

if TYPE_CHECKING:
    from briefings.library.records import Note
    from tui.app import BriefingApp
    from tui.screens.notes import Written


@dataclass(frozen=True, slots=True)
class Place:
    """What a note is on.

    Attributes:
        title: What it is called.
        about: The same for the journal.
        notes: The notes that are there already, oldest first.
    """

    title: str
    about: Subject
    notes: Sequence[Note]


def note(app: BriefingApp) -> None:
    """Write a note on what the reader is at, or read those that are there."""
    opened = app.briefing_screen.opened
    if opened is None:
        return
    if place := _place(app, opened):
        _ask(app, opened, place)
    else:
        app.notify("There is nothing under the cursor that a note could be on.", markup=False)


def note_on_briefing(app: BriefingApp) -> None:
    """Write a note on the open briefing, or read those that are there."""
    opened = app.briefing_screen.opened
    if opened is not None:
        notes = [one for one in opened.by_reader.notes if one.about.passage is None]
        _ask(app, opened, Place("Note on the briefing", Subject(), notes))


def _place(app: BriefingApp, opened: Opened) -> Place | None:
    screen = app.briefing_screen
    anchors = Anchors(opened.document, opened.briefing)
    if screen.pane == "source":
        span = screen.source.selected or screen.source.sentence
        return _on_words(opened, anchors, span) if span else None
    item = item_under_cursor(app, opened)
    notes = opened.by_reader.notes_of.get(item, ())
    if position := opened.positions.get(item):
        words = shown(opened.words(*(position.content or position.cue)))
        about = Subject(position=anchors.position(item))
        return Place(f"Note on ‘{words}’", about, notes)
    if question := opened.questions.get(item):
        about = Subject(question=anchors.question(item))
        return Place(f"Note on ‘{shown(question.text)}’", about, notes)
    if actor := opened.actors.get(item):
        return Place(f"Note on {shown(actor.name)}", Subject(actor=anchors.actor(item)), notes)
    one = opened.circumstance(item) if item else None
    spans = (one.content or one.cue or one.sentences) if one else ()
    return _on_words(opened, anchors, spans[0]) if spans else None


def _on_words(opened: Opened, anchors: Anchors, span: Span) -> Place:
    """Notes on words are those on any words among them."""
    notes = [one for where, one in opened.by_reader.on_words if where.overlap(span)]
    about = Subject(passage=anchors.passage(span))
    return Place(f"Note on ‘{shown(opened.words(span))}’", about, notes)


def _ask(app: BriefingApp, opened: Opened, place: Place) -> None:
    """Open the note; where there are some, ask which one."""
    from tui.screens.notes import ANOTHER, NoteList

    if not is_writable(app):
        return
    if not place.notes:
        _write(app, opened, place, None)
        return

    def chosen(answer: str | None) -> None:
        if answer is not None:
            known = {str(one.number): one for one in place.notes}
            _write(app, opened, place, None if answer == ANOTHER else known[answer])

    is_of_briefing = place.about == Subject()
    app.push_screen(NoteList(place.title, place.notes, is_of_briefing=is_of_briefing), chosen)


def _write(app: BriefingApp, opened: Opened, place: Place, old: Note | None) -> None:
    from tui.screens.notes import NoteScreen

    key = _draft_key(opened, place, old)
    draft = app.session.recall(key) or ""
    keep = partial(app.session.remember, key=key)
    screen = NoteScreen(
        place.title, draft or (old.text if old else ""), is_draft=bool(draft), keep=keep
    )
    app.push_screen(screen, partial(_written, app, opened, place, old))


def _written(
    app: BriefingApp, opened: Opened, place: Place, old: Note | None, written: Written | None
) -> None:
    """Save the note, or keep the draft of it."""
    if written is None:
        return
    key, before = _draft_key(opened, place, old), old.text if old else ""
    if not written.is_saved:
        is_draft = written.text.strip() and written.text != before
        app.session.remember(written.text if is_draft else "", key)
        if is_draft:
            app.notify("The draft is kept; the same key goes on with it.", markup=False)
        return
    app.session.remember("", key)
    if written.text == before or not (written.text.strip() or old):
        return
    change: Change = WriteNote(written.text, place.about)
    if old is not None:
        is_empty = not written.text.strip()
        change = DeleteNote(old.number) if is_empty else EditNote(old.number, written.text)
    make(app, opened.document.id, [change])


def _draft_key(opened: Opened, place: Place, old: Note | None) -> str:
    """What the library remembers a draft under: one for each thing that a note can be on."""
    what = f"note {old.number}" if old else repr(place.about)
    digest = hashlib.sha256(what.encode("utf-8", "surrogatepass")).hexdigest()
    return f"draft {opened.document.id} {digest[:16]}"
