"""The head of the briefing screen: title, facts, and what is narrowed to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.reactive import reactive

from tui.panes.facts import counted, dated
from tui.panes.only import ALL, Only
from tui.panes.opened import Opened
from tui.panes.signs import NOTE, STAR, UNFIT
from tui.widgets.painted import PaintedLines
from tui.widgets.printable import cells
from tui.widgets.rows import Line, Piece, Pieces

PROGRAM = "briefing"
SEPARATOR = " · "
NARROW = 60
"""Below so many cells the program's name gives way to the title."""

PULSE_SECONDS = 0.4
PULSE = ("●··", "·●·", "··●", "·●·")


def facts(opened: Opened, width: int) -> str:
    """Date, publisher, words and counts in one line: as many as have room, the counts longest."""
    document = opened.document
    date, publisher = dated(document), document.origin.publisher
    words = counted(document.word_count, "word")
    counts = []
    if opened.found:
        counts = [
            counted(len(opened.listed), "actor"),
            counted(len(opened.stands), "position"),
            counted(len(opened.briefing.questions), "open question"),
        ]
    fewer = [[date, *counts[:number]] for number in range(len(counts), 0, -1)]
    for known in ([date, publisher, words, *counts], [date, words, *counts], *fewer, [date]):
        line = SEPARATOR.join(fact for fact in known if fact)
        if cells(line) <= width:
            return line
    return ""


class BriefingHeader(PaintedLines):
    """Title and facts; beats quietly while the article is being read."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--program"}
    DEFAULT_CSS = """
    BriefingHeader {
        height: 2;
        padding: 0 1;
        background: $background;
        color: $foreground;
        & > .lines--program { color: $accent; text-style: bold; }
    }
    """

    opened: reactive[Opened | None] = reactive(None)
    narrowed: reactive[str] = reactive("")
    only: reactive[Only] = reactive(ALL)
    progress: reactive[str] = reactive("")
    beat: reactive[int] = reactive(0)

    def on_mount(self) -> None:
        """Keep a timer ready for the beat."""
        self._timer = self.set_interval(PULSE_SECONDS, self._beat, pause=True)
        self.watch_opened(self.opened)

    def watch_opened(self, opened: Opened | None) -> None:
        """Beat while something is being read."""
        if not self.is_mounted or not hasattr(self, "_timer"):
            return
        if opened is not None and opened.is_being_read:
            self._timer.resume()
        else:
            self._timer.pause()

    def _beat(self) -> None:
        if self.app.animation_level != "none":
            self.beat += 1

    def lines(self, width: int) -> Iterator[Line]:
        """Title, then facts below it."""
        name = (Piece(f"{PROGRAM}   ", "program"),) if width >= NARROW else ()
        indent = cells(name[0].text) if name else 0
        if self.opened is None:
            yield Line((*name, Piece("", "muted")))
            return
        title = " ".join(self.opened.document.title.split()) or "Untitled"
        state = self._state(self.opened)
        is_alone = self.size.height == 1
        if is_alone and state and width < NARROW:
            yield Line(state)
            return
        told = (Piece("   "), *state) if state else ()
        # What all is narrowed to is never cut for the sake of tags.
        beside = 0 if is_alone else indent + sum(cells(piece.text) for piece in told) + 1
        marked = marks(self.opened, min(width - beside, width // (2 if is_alone else 3)))
        aside = (state or marked) if is_alone else (Piece(self.progress, "muted"),)
        yield Line((*name, Piece(title, "strong")), right=aside)
        taken = sum(cells(piece.text) for piece in (*told, *marked))
        room = width - indent - taken - (1 if marked else 0)
        line = (Piece(facts(self.opened, room), "muted"), *told)
        yield Line(line, right=marked, indent=indent)

    def _state(self, opened: Opened) -> tuple[Piece, ...]:
        """What the reader should know now: being read, failed, or narrowed."""
        if opened.is_being_read:
            beat = PULSE[self.beat % len(PULSE)]
            return (Piece("reading the article ", "text"), Piece(beat, "accent"))
        if opened.failure:
            return (Piece("not analysed", "error"),)
        if self.narrowed in opened.actors or self.only:
            words = (*opened.names([self.narrowed]), *self.only.words)
            return (
                Piece("narrowed to ", "muted"),
                Piece(SEPARATOR.join(words), "accent"),
                *_warnings(opened, "   "),
            )
        return _warnings(opened)


def marks(opened: Opened, width: int) -> Pieces:
    """What the reader put beside the briefing: unread, tags, notes, the star; as much as fits.

    Where there is little room, words give way first, then tags, which are counted.
    """
    by_reader = opened.by_reader
    is_kept = by_reader.past is not None
    unread = ["unread"] if is_kept and not by_reader.is_read else []
    notes = [counted(len(by_reader.notes), "note")] if by_reader.notes else []
    for words in (True, False):
        after = [f"{NOTE} {note}" if words else f"{NOTE} {note.split()[0]}" for note in notes]
        if by_reader.is_starred:
            after.append(f"{STAR} starred" if words else STAR)
        for number in range(len(by_reader.tags), -1, -1):
            if words and number < len(by_reader.tags):
                break
            left = len(by_reader.tags) - number
            tags = [f"#{tag}" for tag in by_reader.tags[:number]]
            if left:
                tags.append(f"+{left}" if tags else counted(left, "tag"))
            told = [*unread, *tags, *after]
            if sum(cells(one) + 2 for one in told) <= width:
                return tuple(Piece(f"  {one}", "accent") for one in told)
    return ()


def _warnings(opened: Opened, before: str = "") -> Pieces:
    """What the reader should see to: it was removed, corrections do not fit, it is out of date."""
    by_reader = opened.by_reader
    if by_reader.is_removed:
        return (Piece(f"{before}removed from the library", "error"),)
    if by_reader.unfitting:
        number = counted(len(by_reader.unfitting), "correction")
        fits = "fits" if len(by_reader.unfitting) == 1 else "fit"
        return (Piece(f"{before}{UNFIT} {number} no longer {fits}", "error"),)
    if by_reader.is_outdated:
        return (Piece(f"{before}from an older analysis", "muted"),)
    return ()
