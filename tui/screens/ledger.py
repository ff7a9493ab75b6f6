"""The list of all open questions of the library, with what has become of each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import ClassVar, TypeVar

from textual import on
from textual.binding import BindingType

from briefings.briefing import QuestionKind
from briefings.corrections import QuestionStatus
from briefings.library.ledger import Asked, LedgerSort
from briefings.stories import Page
from tui.across import Across, Marked
from tui.actions import Place, bindings
from tui.jobs import aside
from tui.panes.looks import note
from tui.panes.signs import STATUSES
from tui.screens.dossier import READING, DossierScreen
from tui.screens.dossier_rows import question_entry
from tui.screens.page_rows import Entry, RowsPage
from tui.widgets.printable import printable
from tui.widgets.row_list import RowList
from tui.widgets.rows import Piece, Pieces

WINDOW = 100
"""So many questions are read at once; more come when the cursor reaches the last of them."""

ROOMY = 84
"""From so many cells the head names every status."""

NONE = note(
    "No open questions",
    "What the articles of your library leave open is listed here, with who could settle it.",
)

Choice = TypeVar("Choice", bound=StrEnum)


class LedgerScreen(RowsPage):
    """Gives back the place in a briefing to go to, or None.

    Args:
        across: Where it is read.
        marked: Told when the status of a question was set or taken back: the id of its document.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.LEDGER)]
    PLACES: ClassVar[tuple[Place, ...]] = (Place.LEDGER, *RowsPage.PLACES)

    def __init__(self, across: Across, marked: Callable[[str], None]) -> None:
        super().__init__()
        self._across = across
        self._tell_marked = marked
        self._asked = Asked()
        self._page: Page | None = None
        self._entries: list[Entry] = []
        self._done: list[Marked] = []
        self._undone: list[Marked] = []

    def on_mount(self) -> None:
        """Read the first rows aside."""
        self.head.kind = "all briefings"
        self.head.title = "Open questions"
        self.rows.note = READING
        self._ask()

    def on_resize(self) -> None:
        """The head has room for the names of the statuses, or not."""
        self.call_after_refresh(self._show_counts)

    def _show_counts(self) -> None:
        if self._page is not None:
            is_roomy = self.size.width >= ROOMY
            self.head.facts = counts(self._page, self._asked, is_roomy=is_roomy)

    # What is listed.

    def narrow(self, words: Sequence[str]) -> None:
        """Ask for questions with the words."""
        self._asked = replace(self._asked, text=" ".join(words))
        self._ask()

    def action_sort(self) -> None:
        """The next order."""
        self._asked = replace(self._asked, sort=_after(LedgerSort, self._asked.sort))
        self._ask()

    def action_show_status(self, by: int) -> None:
        """Show the questions of the next status, or the one before; after the last one, all."""
        self._asked = replace(
            self._asked, statuses=_turned(QuestionStatus, self._asked.statuses, by)
        )
        self._ask()

    def action_show_kind(self) -> None:
        """Show the questions of the next kind; after the last one, all."""
        self._asked = replace(self._asked, kinds=_turned(QuestionKind, self._asked.kinds, 1))
        self._ask()

    def _ask(self) -> None:
        """Read the first window of what is asked for now; what was asked before is let go."""
        self.begin(self._read(self._asked, WINDOW), "ledger", exclusive=True)

    async def _read(self, asked: Asked, limit: int) -> None:
        page = await self._across.questions(asked, limit)
        self._entries = await aside(_entries, page)
        self._page = page
        self._show()

    @on(RowList.RowHighlighted)
    def _read_on(self, event: RowList.RowHighlighted) -> None:
        """At the last row of the window, read the next ones."""
        if self._page is None or len(self._entries) >= self._page.total:
            return
        if self._entries and event.row_id == self._entries[-1].row.id:
            self.begin(self._read_more(self._asked), "ledger", exclusive=True)

    async def _read_more(self, asked: Asked) -> None:
        page = await self._across.questions(asked, WINDOW, len(self._entries))
        self._page = page
        self._entries += await aside(_entries, page)
        self._show()

    def _show(self) -> None:
        page = self._page
        assert page is not None, "what is shown has been read"
        self.head.kind = _said(self._asked)
        self._show_counts()
        is_narrowed = self._asked != Asked(sort=self._asked.sort)
        self.find_bar.tell(f"{page.total:,}" if self._asked.text else "")
        nothing = note("Nothing fits", "No question of your library is like that.")
        self.show_entries(self._entries, nothing if is_narrowed else NONE)

    # What the reader says of them.

    def action_status(self, name: str) -> None:
        """Say what has become of the question under the cursor."""
        entry = self.entry
        if entry is not None and entry.going is not None:
            going = entry.going
            self.begin(self._set(going.briefing, going.item, QuestionStatus(name)), "status")

    async def _set(self, briefing: str, question: str, status: QuestionStatus) -> None:
        marked = await self._across.set_status(briefing, question, status)
        if marked is None:
            return
        self._done.append(marked)
        self._undone.clear()
        await self._catch_up(marked)
        self._tell(f"{marked.status.capitalize()}: {marked.question}")

    def action_undo(self) -> None:
        """Take back the last status that was set here."""
        self.begin(self._step(self._done, self._undone, self._across.take_back, "Undone"), "status")

    def action_redo(self) -> None:
        """Set again what was taken back last."""
        self.begin(
            self._step(self._undone, self._done, self._across.set_again, "Done again"), "status"
        )

    async def _step(
        self,
        come: list[Marked],
        go: list[Marked],
        step: Callable[[Marked], Awaitable[None]],
        word: str,
    ) -> None:
        if not come:
            self._tell("Nothing was done here that could be undone or done again.")
            return
        marked = come[-1]
        await step(marked)
        go.append(come.pop())
        await self._catch_up(marked)
        self._tell(f"{word}: {marked.status}: {marked.question}")

    async def _catch_up(self, marked: Marked) -> None:
        """Show the list as it is now, the cursor where it was."""
        self._tell_marked(marked.briefing)
        place = self.rows.cursor
        before = self.rows.row_id
        await self._read(self._asked, max(WINDOW, len(self._entries)))
        if not self.rows.has(before):
            self.rows.cursor = place

    def _tell(self, words: str) -> None:
        self.app.notify(printable(words), markup=False)

    # Who can settle it.

    def action_other(self) -> None:
        """Open the dossier of the first actor who can settle the question."""
        entry = self.entry
        if entry is not None and entry.going is not None:
            self.begin(self._open_dossier(entry.going.briefing, entry.going.item), "dossier")

    async def _open_dossier(self, briefing: str, question: str) -> None:
        actors = await self._across.resolvers(briefing, question)
        if not actors:
            self._tell("Nobody is named who could settle it.")
            return
        screen = DossierScreen(self._across, actors[0].key, actors[0].name)
        self.app.push_screen(screen, self.come_back)


def _entries(page: Page) -> list[Entry]:
    return [question_entry(row) for row in page.rows]


def counts(page: Page, asked: Asked, *, is_roomy: bool) -> Pieces:
    """How many questions there are of each status; those that are shown stand out."""
    look = "muted" if asked.statuses else "accent"
    pieces = [Piece(f"all {sum(page.counts.values()):,}", look)]
    for number, (status, count) in enumerate(page.counts.items(), 1):
        name = f"{number} {status}" if is_roomy else f"{STATUSES[status]}"
        look = "accent" if status in asked.statuses else "muted"
        pieces += [Piece("   " if is_roomy else "  "), Piece(f"{name} {count:,}", look)]
    return tuple(pieces)


def _said(asked: Asked) -> str:
    """Which questions are listed, in what order."""
    kinds = [str(kind) for kind in asked.kinds]
    return " · ".join((*kinds, f"by {asked.sort}" if asked.sort != "newest" else "newest first"))


def _after(choices: type[Choice], chosen: Choice) -> Choice:
    """The next of some choices; after the last one the first."""
    known = list(choices)
    return known[(known.index(chosen) + 1) % len(known)]


def _turned(choices: type[Choice], chosen: frozenset[Choice], by: int) -> frozenset[Choice]:
    """The next choice, or none; none is between the last and the first."""
    known: list[Choice | None] = [None, *choices]
    here = next(iter(chosen), None)
    there = known[(known.index(here) + by) % len(known)]
    return frozenset() if there is None else frozenset({there})
