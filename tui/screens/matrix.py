"""The matrix: who stands where on which issue, in one briefing or in several."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.getters import query_one
from textual.screen import Screen

from briefings.errors import BriefingError
from briefings.stories import Matrix
from tui.across import Across, Going
from tui.actions import Place, bindings
from tui.panes.across_signs import PAGE_LEGEND
from tui.panes.facts import told
from tui.panes.looks import FAMILIES_CSS, FAMILY_LOOKS, note
from tui.panes.signs import Sign
from tui.screens.dossier import DossierScreen
from tui.screens.find_bar import FindBar
from tui.screens.matrix_rows import behind, columns, facts, rows
from tui.screens.narrowing import fits, folded, words_of
from tui.screens.page import BELOW_LINES, BESIDE_LINES, HEIGHTS, WIDTHS, Behind, PageHead
from tui.widgets.grid import Column, Grid, GridRow
from tui.widgets.key_line import KeyLine

READING = note("Reading the positions …", look="muted")
NOTHING = note(
    "No stands on issues",
    "Nobody here takes a position on anything that the text names as an issue.",
)
NO_FIT = note("Nothing fits", "esc shows all again.")


class MatrixGrid(Grid):
    """The table, in the colours of the families."""

    COMPONENT_CLASSES: ClassVar[set[str]] = FAMILY_LOOKS
    DEFAULT_CSS = f"MatrixGrid {{ width: 1fr; height: 1fr; {FAMILIES_CSS} }}"


class MatrixBehind(Behind):
    """What the actor says on the issue under the cursor, with the sentences."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*FAMILY_LOOKS, "lines--condition"}
    DEFAULT_CSS = f"""
    MatrixBehind {{
        height: 9;
        {FAMILIES_CSS}
        & > .lines--condition {{ color: $evidence-condition; text-style: italic; }}
    }}
    """


class MatrixScreen(Screen[Going | None]):
    """Gives back the place in a briefing to go to, or None.

    Args:
        title: What it is made of.
        reading: Makes it.
        across: Where dossiers are read; None without a library.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.MATRIX)]
    AUTO_FOCUS = "MatrixGrid"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    PLACES: ClassVar[tuple[Place, ...]] = (Place.MATRIX, Place.GRID, Place.LIST, Place.APP)
    """The places whose keys are in force, the nearest first: what the help lists."""

    SIGNS: ClassVar[tuple[Sign, ...]] = PAGE_LEGEND
    """What the help tells of signs."""

    DEFAULT_CSS = """
    MatrixScreen {
        layout: vertical;
        background: $background;
        & #matrix { layout: vertical; height: 1fr; }
        &.-beside #matrix { layout: horizontal; }
        &.-beside MatrixBehind {
            width: 44;
            height: 1fr;
            border-top: none;
            border-left: solid $border-blurred;
        }
        &.-tall PageHead { height: 3; }
        &.-short MatrixBehind { display: none; }
        &.-short PageHead { height: 1; }
    }
    """

    head = query_one(PageHead)
    grid = query_one(MatrixGrid)
    behind = query_one(MatrixBehind)
    find_bar = query_one(FindBar)

    def __init__(
        self,
        title: str,
        reading: Callable[[], Coroutine[Any, Any, Matrix]],
        across: Across | None,
    ) -> None:
        super().__init__()
        self._title = title
        self._reading = reading
        self._across = across
        self._matrix: Matrix | None = None
        self._columns: list[Column] = []
        self._rows: list[GridRow] = []
        self._typed = ""

    def compose(self) -> ComposeResult:
        """Head, table, what stands behind the cell under the cursor, and the keys."""
        yield PageHead()
        with Container(id="matrix"):
            yield MatrixGrid()
            yield MatrixBehind()
        yield FindBar()
        yield KeyLine()

    def on_mount(self) -> None:
        """Make it aside; what it is made of is shown at once."""
        self.head.kind = "matrix"
        self.head.title = self._title
        self.grid.note = READING
        self.run_worker(self._read(), group="matrix", exit_on_error=False)

    async def _read(self) -> None:
        try:
            found = await self._reading()
        except BriefingError as error:
            self.grid.note = note("This cannot be shown", told(error), look="error")
            return
        self._matrix, self._columns, self._rows = found, columns(found), rows(found)
        self.head.facts = facts(found)
        self._narrow("")

    @property
    def row_key(self) -> str:
        """The key of the actor under the cursor; empty if there is none."""
        return self.grid.place[0]

    # What is shown.

    def _narrow(self, typed: str) -> None:
        """Show the actors and issues that have some words, with who and what goes with them."""
        self._typed = typed
        words = words_of(typed)
        shown_rows = [one for one in self._rows if fits(words, folded(one.name))]
        shown_columns = [one for one in self._columns if fits(words, folded(one.head))]
        if words and shown_rows and not shown_columns:
            held = {issue for row in shown_rows for issue in row.cells}
            shown_columns = [one for one in self._columns if one.id in held]
        elif words and shown_columns and not shown_rows:
            spoken = {one.id for one in shown_columns}
            shown_rows = [one for one in self._rows if spoken & one.cells.keys()]
        self.grid.note = NO_FIT if words else NOTHING
        self.grid.show(shown_columns, shown_rows)
        self.find_bar.tell(f"{len(shown_rows)} × {len(shown_columns)}" if words else "")

    @on(Grid.CellHighlighted)
    def _show_behind(self) -> None:
        actor, issue = self.grid.place
        if self._matrix is None or not actor:
            self.behind.note = ()
            return
        most = BESIDE_LINES if self.has_class("-beside") else BELOW_LINES
        found_actor = next(one for one in self._matrix.actors if one.key == actor)
        found_issue = next(one for one in self._matrix.issues if one.key == issue)
        self.behind.note = tuple(behind(self._matrix, found_actor, found_issue, most))
        self.behind.scroll_home(animate=False)
        self.refresh_bindings()

    def on_resize(self) -> None:
        """There is more room for the sentences beside the table than below it."""
        self.call_after_refresh(self._show_behind)

    # What can be done.

    @on(Grid.CellChosen)
    def _choose(self) -> None:
        """Go to the newest position that tells the side."""
        cell = self._matrix.cells.get(self.grid.place) if self._matrix else None
        if cell is not None:
            stand = cell.telling
            self.dismiss(Going(stand.document.id, stand.position.id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show what can be done with the row under the cursor."""
        if action == "dossier":
            return bool(self._linked()) or None
        return super().check_action(action, parameters)

    def _linked(self) -> str:
        """The name of the actor under the cursor, if other briefings may know it."""
        known = self._matrix.actors if self._matrix and self._across else ()
        return next((one.name for one in known if one.key == self.row_key and one.is_linked), "")

    def action_dossier(self) -> None:
        """Open the dossier of the actor under the cursor; back leads here again."""
        name = self._linked()
        if name and self._across is not None:
            screen = DossierScreen(self._across, self.row_key, name)
            self.app.push_screen(screen, self._leave_with)

    def _leave_with(self, going: Going | None) -> None:
        """Whoever goes to a briefing from the dossier leaves the matrix too."""
        if going is not None:
            self.dismiss(going)

    def action_back(self) -> None:
        """Show all again; from all, close the matrix."""
        if self._typed:
            self._leave_found()
        else:
            self.dismiss(None)

    def action_find(self) -> None:
        """Ask for words that actors or issues must have."""
        self.find_bar.open("Show", self._typed)

    @on(FindBar.Typed)
    def _find(self, event: FindBar.Typed) -> None:
        if event.words != self._typed:
            self._narrow(event.words)

    @on(FindBar.Taken)
    def _take_found(self) -> None:
        self.grid.focus()
        if not self._typed:
            self.find_bar.close()

    @on(FindBar.Left)
    def _leave_found(self) -> None:
        self.find_bar.close()
        self.grid.focus()
        self._narrow("")
