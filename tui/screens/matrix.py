"""The matrix: who stands where on which issue, in one briefing or in several."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Sequence
from typing import Any, ClassVar

from textual import on
from textual.binding import BindingType
from textual.getters import query_one

from briefings.stories import Matrix
from tui.across import Across, Going
from tui.actions import Place, bindings
from tui.panes.looks import FAMILIES_CSS, FAMILY_LOOKS, note
from tui.screens.dossier import DossierScreen
from tui.screens.matrix_rows import behind, columns, facts, rows
from tui.screens.narrowing import fits, folded, words_of
from tui.screens.page import Behind, PageScreen
from tui.widgets.grid import Column, Grid, GridRow
from tui.widgets.line_view import LineView

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


class MatrixScreen(PageScreen):
    """Gives back the place in a briefing to go to, or None.

    Args:
        title: What it is made of.
        reading: Makes it.
        across: Where dossiers are read; None without a library.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.MATRIX)]
    AUTO_FOCUS = "MatrixGrid"
    PLACES: ClassVar[tuple[Place, ...]] = (Place.MATRIX, Place.GRID, Place.LIST, Place.APP)
    """The places whose keys are in force, the nearest first: what the help lists."""

    DEFAULT_CSS = "MatrixScreen.-beside MatrixBehind { width: 44; }"

    grid = query_one(MatrixGrid)
    behind = query_one(MatrixBehind)

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

    def contents(self) -> Iterable[Grid | LineView]:
        """The table, and what stands behind the cell under the cursor."""
        yield MatrixGrid()
        yield MatrixBehind()

    @property
    def focus_target(self) -> Grid:
        """The table."""
        return self.grid

    @property
    def has_contents(self) -> bool:
        """Whether it is made."""
        return self._matrix is not None

    def on_mount(self) -> None:
        """Make it aside; what it is made of is shown at once."""
        self.head.kind = "matrix"
        self.head.title = self._title
        self.grid.note = READING
        self.begin(self._read(), "matrix")

    async def _read(self) -> None:
        found = await self._reading()
        self._matrix, self._columns, self._rows = found, columns(found), rows(found)
        self.head.facts = facts(found)
        self.narrow(words_of(self.typed))

    @property
    def row_key(self) -> str:
        """The key of the actor under the cursor; empty if there is none."""
        return self.grid.place[0]

    # What is shown.

    def narrow(self, words: Sequence[str]) -> None:
        """Show the actors and issues that have the words, with who and what goes with them."""
        if self._matrix is None:
            return
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
    def show_behind(self) -> None:
        """Show what the actor under the cursor says on the issue, with the sentences."""
        actor, issue = self.grid.place
        if self._matrix is None or not actor:
            self.behind.note = ()
            return
        found_actor = next(one for one in self._matrix.actors if one.key == actor)
        found_issue = next(one for one in self._matrix.issues if one.key == issue)
        self.behind.note = tuple(behind(self._matrix, found_actor, found_issue, self.most_lines))
        self.behind.scroll_home(animate=False)
        self.refresh_bindings()

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
            self.app.push_screen(screen, self.come_back)
