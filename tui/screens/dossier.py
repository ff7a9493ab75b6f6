"""The dossier: one actor over all briefings of the library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from briefings.stories import Dossier
from tui.across import Across, Going
from tui.actions import Place, bindings
from tui.jobs import aside
from tui.panes.facts import TYPE_NAMES, counted
from tui.panes.looks import note
from tui.screens.dossier_rows import MORE, date_of, dossier_entries
from tui.screens.narrowing import fits, folded
from tui.screens.page_rows import Entry, RowsPage, kept
from tui.widgets.rows import Piece, Pieces

READING = note("Reading the library …", look="muted")
NOBODY = note(
    "The library does not have this actor",
    "A dossier is made of the briefings that the library keeps. This one is of an article that it"
    " does not keep, or in which the actor takes no part.",
)
NOTHING = note(
    "Nothing more is known of them",
    "No briefing gives a role, a position or an open question of theirs.",
)


class DossierScreen(RowsPage):
    """Gives back the place in a briefing to go to, or None.

    Args:
        across: Where it is read.
        key: The actor's key.
        name: What the actor is called where the reader comes from.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.DOSSIER)]
    PLACES: ClassVar[tuple[Place, ...]] = (Place.DOSSIER, *RowsPage.PLACES)

    def __init__(self, across: Across, key: str, name: str) -> None:
        super().__init__()
        self._across = across
        self._key = key
        self._title = name
        self._dossier: Dossier | None = None
        self._expanded: frozenset[str] = frozenset()
        self._words: Sequence[str] = ()
        self._entries: list[Entry] = []
        self._folded: dict[str, str] = {}

    def on_mount(self) -> None:
        """Read it aside; the name is shown at once."""
        self.head.kind = "dossier"
        self.head.title = self._title
        self.rows.note = READING
        self.begin(self._read(), "dossier")

    async def _read(self) -> None:
        self._dossier = await self._across.dossier(self._key)
        if self._dossier is None:
            self.rows.note = NOBODY
            return
        self.head.title = self._dossier.actor.name
        self.head.facts = facts(self._dossier)
        await self._lay_out()

    async def _lay_out(self) -> None:
        """Make the rows; of somebody whom everybody writes about there are thousands."""
        assert self._dossier is not None, "it has been read"
        self._entries = await aside(dossier_entries, self._dossier, self._expanded)
        self.narrow(self._words)

    def narrow(self, words: Sequence[str]) -> None:
        """Show what fits, below its headings."""
        self._words = words
        if self._dossier is None:
            return
        found = list(kept(self._entries, self._fits)) if words else self._entries
        count = counted(sum(not entry.row.is_heading for entry in found), "row")
        self.find_bar.tell(count if words else "")
        self.show_entries(found, note("Nothing fits", "esc shows all again.") if words else NOTHING)

    def _fits(self, entry: Entry) -> bool:
        if entry.row.id not in self._folded:
            self._folded[entry.row.id] = folded(entry.searched)
        return fits(self._words, self._folded[entry.row.id])

    def choose(self, entry: Entry) -> None:
        """Go there; list everybody on a side; or go to the newest position of another actor."""
        if entry.row.id.startswith(MORE):
            self._expanded |= {entry.row.id}
            self.begin(self._lay_out(), "dossier")
        elif entry.item:
            self.begin(self._go_to(entry.item), "going")
        elif entry.going is None:
            self.action_other()
        else:
            super().choose(entry)

    async def _go_to(self, number: int) -> None:
        item = await self._across.item(number)
        if item is not None:
            self.dismiss(Going(item.briefing, item.id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show what can be done with the row under the cursor."""
        if action == "other":
            return bool(self.entry and self.entry.actor) or None
        return super().check_action(action, parameters)

    def action_other(self) -> None:
        """Open the dossier of the other actor that the row is about; back leads here again."""
        entry = self.entry
        if entry is not None and entry.actor:
            name = entry.actor.partition(":")[2]
            screen = DossierScreen(self._across, entry.actor, name)
            self.app.push_screen(screen, self.come_back)


def facts(dossier: Dossier) -> Pieces:
    """What kind of actor it is, of which state, and when it appears how often."""
    actor = dossier.actor
    state = "" if actor.state.casefold() == actor.name.casefold() else actor.state
    known = [
        TYPE_NAMES[actor.type],
        state,
        f"{counted(actor.mentions, 'mention')} in {counted(actor.briefings, 'briefing')}",
    ]
    if dossier.first is not None and dossier.last is not None:
        first, last = date_of(dossier.first.published), date_of(dossier.last.published)
        known.append(first if first == last else f"{first} – {last}")
    return (Piece(" · ".join(part for part in known if part), "muted"),)
