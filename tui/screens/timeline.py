"""The timeline: what happened, what is due and what may come, in one briefing or in several."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from briefings.briefing import Family
from briefings.events import Event
from briefings.stories import Happening, Timeline
from tui.across import Going
from tui.panes.circumstance_rows import STATUS_LOOKS
from tui.panes.facts import counted, dated
from tui.panes.looks import note
from tui.screens.narrowing import fits, folded
from tui.screens.page_rows import Entry, RowsPage, blank, kept
from tui.widgets.rows import Line, Piece, Pieces, Row

READING = note("Reading the events …", look="muted")
NOTHING = note("No events", "Nothing happens here, and nothing is announced.")
DATE_CELLS = 12
MOST_LINES = 3


class TimelineScreen(RowsPage):
    """Gives back the place in a briefing to go to, or None.

    Args:
        title: What it is made of.
        reading: Makes it.
        today: What is before it and what after it is told apart.
    """

    def __init__(
        self,
        title: str,
        reading: Callable[[], Coroutine[Any, Any, Timeline]],
        today: date,
    ) -> None:
        super().__init__()
        self._title = title
        self._reading = reading
        self._today = today.isoformat()
        self._entries: list[Entry] = []

    def on_mount(self) -> None:
        """Make it aside; what it is made of is shown at once."""
        self.head.kind = "timeline"
        self.head.title = self._title
        self.rows.note = READING
        self.begin(self._read(), "timeline")

    async def _read(self) -> None:
        found = await self._reading()
        self._entries = entries(found, self._today)
        self.head.facts = facts(found)
        self.narrow(())
        if ahead := next((one for one in found.dated if one.when >= self._today), None):
            self.rows.move_to(identity(ahead))

    def narrow(self, words: Sequence[str]) -> None:
        """Show what fits, below its heading."""
        if not words:
            self.show_entries(self._entries, NOTHING)
            return
        found = list(kept(self._entries, lambda one: fits(words, folded(one.searched))))
        self.find_bar.tell(counted(sum(not one.row.is_heading for one in found), "row"))
        self.show_entries(found, note("Nothing fits", "esc shows all again."))


def facts(found: Timeline) -> Pieces:
    """How many there are of what."""
    known = [counted(len(found.all), "event")]
    known += [f"{len(found.ahead):,} ahead without a date"] if found.ahead else []
    known += [f"{len(found.undated):,} undated"] if found.undated else []
    return (Piece(" · ".join(known), "muted"),)


def identity(happening: Happening) -> str:
    """The id of the row of an event or promise."""
    told = happening.told
    name = told.id if isinstance(told, Event) else f"due {told.position}"
    return f"{happening.document.id} {name}"


def entries(found: Timeline, today: str) -> list[Entry]:
    """All rows: what happened, up to today, from today on, then what may come some day."""
    is_one = len({one.document.id for one in found.all}) < 2
    past = [one for one in found.dated if one.when < today]
    coming = [one for one in found.dated if one.when >= today]
    rows: list[Entry] = []
    for heading, some in (
        ("Happened, without a date", found.undated),
        ("Until today" if coming or found.undated else "", past),
        (f"Today, {today}, and later", coming),
        ("To come, or not, without a date", found.ahead),
    ):
        if some and rows:
            rows.append(Entry(blank(), "1"))
        if some and heading:
            rows.append(_heading(heading, len(some)))
        rows += _rows(some, is_one=is_one)
    return rows


def _heading(words: str, count: int) -> Entry:
    line = Line((Piece(words, "heading"),), right=(Piece(f"{count:,}", "muted"),), fill="─")
    return Entry(Row("", (line,)), "1")


def _rows(some: Iterable[Happening], *, is_one: bool) -> Iterator[Entry]:
    before = ""
    for happening in some:
        yield _entry(happening, "" if happening.when == before else happening.when, is_one=is_one)
        before = happening.when


def _entry(happening: Happening, date_shown: str, *, is_one: bool) -> Entry:
    document, told = happening.document, happening.told
    words = " ".join(happening.words.of(document.text).split())
    status, look = ("due", Family.FOR.value)
    if isinstance(told, Event):
        status, look = str(told.status), STATUS_LOOKS[told.status]
    time = happening.time
    about = [
        "reported that day" if happening.is_reported else "",
        " ".join(time.span.of(document.text).split()) if time else "",
        _place(happening),
        ", ".join(actor.name for actor in happening.actors),
    ]
    source = " · ".join(part for part in (document.origin.publisher, dated(document)) if part)
    date_look = "muted" if happening.is_reported else "accent"
    date_words = date_shown.ljust(DATE_CELLS) if happening.when else ""
    first = Line((Piece(date_words, date_look), Piece(words)), hanging=len(date_words), most=3)
    told_of = "".join(f" · {part}" for part in about if part)
    second = Line(
        (Piece(status, look), Piece(told_of, "muted")),
        right=() if is_one else (Piece(source, "muted"),),
        indent=len(date_words),
    )
    sentence = " ".join(told.sentence.of(document.text).split())
    return Entry(
        Row(identity(happening), (first, second)),
        searched=" ".join((happening.when, words, status, *about, source)),
        going=_going(happening),
        passage=sentence,
        where="" if is_one else " · ".join((document.title, source)),
    )


def _place(happening: Happening) -> str:
    told = happening.told
    if not isinstance(told, Event) or told.place is None:
        return ""
    return " ".join(told.place.of(happening.document.text).split())


def _going(happening: Happening) -> Going:
    told = happening.told
    if isinstance(told, Event):
        return Going(happening.document.id, span=told.trigger)
    return Going(happening.document.id, told.position)
