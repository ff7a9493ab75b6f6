"""Pane 3: the open questions, or one of the other things that were found."""

from __future__ import annotations

from textual.reactive import var

from tui.panes.looks import FindingList, note, waiting
from tui.panes.only import ALL, Only
from tui.panes.opened import Opened
from tui.panes.views import VIEWS, view_of
from tui.widgets.rows import Line


class FoundPane(FindingList):
    """One of the views; its title says which, and which one of how many."""

    opened: var[Opened | None] = var(None)
    narrowed: var[str] = var("")
    only: var[Only] = var(ALL)
    view: var[str] = var(VIEWS[0].id)

    def watch_opened(self) -> None:
        """Show what was found."""
        self._show()

    def watch_narrowed(self) -> None:
        """Show only what concerns one actor, or everything again."""
        self._show()

    def watch_only(self) -> None:
        """Show only some topic or kind, or everything again."""
        self._show()

    def watch_view(self) -> None:
        """Show another of the views, from its first row on."""
        self._show()

    def _show(self) -> None:
        opened, view = self.opened, view_of(self.view)
        self.border_title = f"3 {view.title}"
        known = view.count(opened) if opened else 0
        rows = view.rows(opened, self.narrowed) if opened else []
        if opened and self.only:
            rows = [row for row in rows if self.only.has_row(opened, row.id)]
        self.note = self._note(known)
        count = f"{len(rows):,}" if len(rows) == known else f"{len(rows):,} of {known:,}"
        counted = f"{count} {view.counted}" if known else ""
        self.border_subtitle = " · ".join(part for part in (counted, self._others()) if part)
        self.show_rows(rows)

    def _others(self) -> str:
        """`[2/6]`, once there is something to go through; the brackets are the keys that do."""
        if self.opened is None or self.opened.found is None:
            return ""
        number = VIEWS.index(view_of(self.view)) + 1
        return rf"\[ {number}/{len(VIEWS)} ]"

    def _note(self, known: int) -> tuple[Line, ...]:
        opened, view = self.opened, view_of(self.view)
        if opened and known and (self.narrowed or self.only):
            words = (*opened.names([self.narrowed]), *self.only.words)
            what = "open" if view is VIEWS[0] else f"among the {view.title.lower()}"
            return note(f"Nothing {what} about {' · '.join(words)}", "esc shows all of them again.")
        return waiting(opened, view.nothing)
