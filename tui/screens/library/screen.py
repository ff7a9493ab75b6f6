"""The library: all briefings, in any order, filtered as one types, and changed several at once.

The screen holds which list is asked for and which briefings are marked; what it shows is read
aside, so that a list of any length answers every key at once.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.getters import query_one
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Input, Label

from briefings.errors import BriefingError, LibraryError
from briefings.library.listing import Listing, Sort
from tui.actions import Place, bindings
from tui.screens.adding.strip import AddingMoved, AddingStrip
from tui.screens.library import changing
from tui.screens.library.asking import PLACEHOLDER, following, is_filtered, listing_of, order_of
from tui.screens.library.empty import note_for
from tui.screens.library.field import FilterField
from tui.screens.library.lines import Details, Heads, LibraryHead
from tui.screens.library.marking import mark_listed, title_of
from tui.screens.library.table import LibraryTable
from tui.screens.narrowing import words_of
from tui.watching import LibraryChanged
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.library import Entry
    from tui.screens.library.surroundings import Surroundings
    from tui.shelf import Shelf, View

LOOKING, PAGING = "looking", "paging"
"""Groups of work: only the newest look at the list counts."""


class LibraryScreen(Screen[str | None]):
    """Gives back the id of the document to open, or None.

    Args:
        shelf: Where the list is read and changed; None without a library.
        around: What is asked of the app.
        opened: The id of the document that is open, or empty.
        listing: The order to begin with.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.LIBRARY)]
    PLACES: ClassVar[tuple[Place, ...]] = (
        Place.LIBRARY,
        Place.FILTER,
        Place.ADDING,
        Place.LIST,
        Place.APP,
    )
    AUTO_FOCUS = "LibraryTable"
    # Textual declares it in a way that leaves no room for ClassVar.
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]  # noqa: RUF012
    DEFAULT_CSS = """
    LibraryScreen {
        layout: vertical;
        background: $background;
        & #filtering { height: 1; padding: 0 1; }
        & #filter-prompt { color: $accent; text-style: bold; width: 2; }
        & Field, & Field:focus { background: $background; background-tint: $background 0%; }
        &.-tall #filtering { margin-bottom: 1; }
        &.-tall LibraryHead { margin-bottom: 1; }
        &.-short Details { display: none; }
    }
    """

    listing: reactive[Listing] = reactive(Listing, init=False)
    """What is listed, in which order."""

    marked: reactive[dict[str, Entry]] = reactive(dict, init=False)
    """The briefings that are marked, by their ids, in the order in which they were."""

    table = query_one(LibraryTable)
    head = query_one(LibraryHead)
    heads = query_one(Heads)
    details = query_one(Details)
    typed = query_one(FilterField)
    strip = query_one(AddingStrip)

    def __init__(
        self,
        shelf: Shelf | None,
        around: Surroundings,
        opened: str = "",
        listing: Listing | None = None,
    ) -> None:
        super().__init__()
        self.shelf = shelf
        self.around = around
        self.opened = opened
        self.set_reactive(LibraryScreen.listing, listing or Listing())
        self._asked: set[int] = set()
        self._view: View | None = None
        self._left_at = ""
        self._place_asked = opened

    def compose(self) -> ComposeResult:
        """Head, filter, list, and the keys."""
        yield LibraryHead()
        with Horizontal(id="filtering"):
            yield Label("› ", id="filter-prompt")
            yield FilterField(placeholder=PLACEHOLDER)
        yield Heads()
        yield LibraryTable()
        yield Details()
        yield AddingStrip()
        yield KeyLine()

    def on_mount(self) -> None:
        """Read the list, from the briefing that is open on."""
        if self.shelf is None or self.shelf.refusal is not None:
            self.head.aside = "read only" if self.shelf else "no library"
        self.strip.progress = self.around.progress
        self._look(self.opened)

    # What is listed.

    def _watch_listing(self, before: Listing, listing: Listing) -> None:
        if is_filtered(listing) and not is_filtered(before):
            self._left_at = self._cursor_id
        here = self._cursor_id or self._left_at
        is_wider = is_filtered(before) and not is_filtered(listing)
        stays = is_wider or replace(before, sort=listing.sort) == listing
        self._place_asked = here if stays else ""
        self._look(self._place_asked)

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        turn = self.listing.is_descending
        self.listing = listing_of(event.value, self.listing.sort, is_descending=turn)

    @on(LibraryChanged)
    def _follow_changes(self) -> None:
        """Another program, or an addition, has changed the library."""
        self.look_again()

    def look_again(self) -> None:
        """Read the list anew; the cursor stays on its briefing, or where a new list puts it."""
        if self._view is None or self._view.listing != self.listing:
            self._look(self._place_asked)  # the list that is there is of another filter or order
        else:
            self._look(self._cursor_id, place=max(0, self.table.cursor))

    @property
    def _cursor_id(self) -> str:
        entry = self.table.entry
        return entry.id if entry else ""

    @work(group=LOOKING, exclusive=True, exit_on_error=False)
    async def _look(self, document_id: str = "", *, place: int = 0) -> None:
        if self.shelf is None:
            self._show_nothing("There is no library", "Why was told when the program started.")
            return
        try:
            view = await self.shelf.look(self.listing, document_id, place)
        except BriefingError as error:
            self._show_nothing("The library cannot be read", str(error))
            return
        here = self._cursor_id
        if document_id and here and here != document_id:
            # The cursor has moved while the list was read; it stays where it is now.
            place_now = view.place_of(here)
            if place_now is None:
                self._look(here, place=max(0, self.table.cursor))
                return
            view = replace(view, place=place_now)
        self._asked.clear()
        self._view = view
        self.head.listing = self.heads.listing = view.listing
        self.head.count, self.head.total = view.count, view.total
        self.table.note = () if view.count else note_for(view, self.typed.value, self)
        self.heads.visible = view.count > 0
        words = words_of(view.listing.text)
        self.table.show_view(view, words, self.opened)
        self._show_details()
        self.refresh_bindings()

    def _show_nothing(self, *sentences: str) -> None:
        from tui.screens.dialog import empty_note

        self.table.note = empty_note(*sentences)

    @on(LibraryTable.PagesMissed)
    def _read_pages(self, event: LibraryTable.PagesMissed) -> None:
        for number in event.numbers - self._asked:
            self._asked.add(number)
            self._read_page(number)

    @work(group=PAGING, exit_on_error=False)
    async def _read_page(self, number: int) -> None:
        listing = self.listing
        if self.shelf is None:
            return
        try:
            page = await self.shelf.page(listing, number)
        except LibraryError:
            return  # the next look at the list tells why
        finally:
            self._asked.discard(number)
        if listing == self.listing:
            self.table.take(number, page)

    @on(LibraryTable.Highlighted)
    def _show_details(self) -> None:
        table = self.table
        self.details.entry = table.entry
        self.details.twin = table.rows.twin(table.cursor) if table.cursor >= 0 else ""

    # Order and filter.

    def action_order(self) -> None:
        """The next order."""
        order = following(self.listing.sort)
        self._sort(order.sort, is_descending=order.begins_descending)

    def action_turn(self) -> None:
        """The same order the other way round."""
        self._sort(self.listing.sort, is_descending=not self.listing.is_descending)

    @on(Heads.SortChosen)
    def _sort_by_head(self, event: Heads.SortChosen) -> None:
        if event.sort is self.listing.sort:
            self.action_turn()
        else:
            begins = order_of(Listing(event.sort)).begins_descending
            self._sort(event.sort, is_descending=begins)

    def _sort(self, sort: Sort, *, is_descending: bool) -> None:
        self.listing = replace(self.listing, sort=sort, is_descending=is_descending)
        self.around.remember(self.listing)

    def action_filter(self) -> None:
        """Type what to filter by."""
        self.typed.focus()

    @on(FilterField.Taken)
    def _to_the_list(self) -> None:
        self.table.focus()

    @on(FilterField.Left)
    def _filter_no_longer(self) -> None:
        self.typed.value = ""
        self.table.focus()

    def action_back(self) -> None:
        """One step back: no marks, no filter, then to the briefing."""
        if self.marked:
            self.marked = {}
        elif is_filtered(self.listing):
            self.typed.value = ""
        else:
            self.dismiss(None)

    # One briefing, or those that are marked.

    @on(LibraryTable.Chosen)
    def _open(self) -> None:
        if entry := self.table.entry:
            self.dismiss(entry.id)

    def action_mark(self) -> None:
        """Mark the row, or no longer, and go on to the next one."""
        entry = self.table.entry
        if entry is None:
            return
        marked = dict(self.marked)
        if marked.pop(entry.id, None) is None:
            marked[entry.id] = entry
        self.marked = marked
        if self.table.cursor + 1 < len(self.table.rows):
            self.table.cursor += 1

    def action_mark_all(self) -> None:
        """Mark all that is listed, or no longer."""
        mark_listed(self)

    def _watch_marked(self, marked: dict[str, Entry]) -> None:
        self.head.marked = len(marked)
        self.table.mark(marked)

    @property
    def chosen(self) -> tuple[Entry, ...]:
        """The briefings that are marked, else the one under the cursor."""
        if self.marked:
            return tuple(self.marked.values())
        entry = self.table.entry
        return (entry,) if entry else ()

    @property
    def known_tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag of the library, with how many briefings have it."""
        return self._view.tags if self._view else ()

    def action_star(self) -> None:
        """Give a star, or take it away from all if all have one."""
        changing.star(self)

    def action_read(self) -> None:
        """Mark as read, or as unread if all are read."""
        changing.read(self)

    def action_tags(self) -> None:
        """Give tags, or take them away."""
        changing.tag(self)

    def action_remove(self) -> None:
        """Take out of the library; those that were removed come back."""
        changing.remove(self)

    def action_undo(self) -> None:
        """Take back what was done last."""
        changing.undo(self)

    def action_redo(self) -> None:
        """Do again what was undone last."""
        changing.redo(self)

    def action_export(self) -> None:
        """Export."""
        self.around.export([entry.id for entry in self.chosen])

    def action_matrix(self) -> None:
        """Show the matrix of them."""
        if chosen := self.chosen:
            self.around.show_matrix([entry.id for entry in chosen], title_of(chosen))

    def action_timeline(self) -> None:
        """Show the timeline of them."""
        if chosen := self.chosen:
            self.around.show_timeline([entry.id for entry in chosen], title_of(chosen))

    def action_dossier(self) -> None:
        """Open the dossier of an actor of the briefing under the cursor."""
        if entry := self.table.entry:
            self.around.open_dossier(entry.id)

    # What is being added.

    def action_progress(self) -> None:
        """To the line that tells how far an addition is, and back."""
        self.set_focus(self.table if self.strip.has_focus else self.strip)

    @on(AddingMoved)
    def _show_progress(self, event: AddingMoved) -> None:
        self.strip.progress = event.progress

    @on(AddingStrip.StopAsked)
    def _stop_adding(self) -> None:
        self.around.stop_adding()

    @on(AddingStrip.FailuresAsked)
    def _show_failures(self) -> None:
        self.around.show_failures()

    @on(AddingStrip.PutAway)
    def _put_progress_away(self) -> None:
        self.around.forget_progress()
        self.table.focus()

    def take_off(self, ids: Iterable[str]) -> None:
        """Mark some briefings no longer."""
        gone = set(ids)
        self.marked = {key: entry for key, entry in self.marked.items() if key not in gone}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show what can be done now."""
        if action in ("star", "read", "tags", "remove", "export", "dossier", "mark"):
            return bool(self.chosen)
        if action == "progress":
            return self.strip.has_class("-open")
        return True
