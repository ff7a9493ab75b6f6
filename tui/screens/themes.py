"""The choice of a theme: whatever the cursor is on is what the screen looks like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.theme import Theme
from textual.widgets import Static

from tui.panes.facts import counted
from tui.screens.dialog import ListDialog, lit
from tui.screens.narrowing import fits, fitting_positions, folded, words_of
from tui.widgets.row_list import RowList
from tui.widgets.rows import Line, Piece, Row

SAMPLE = (
    ("+ commits  ", "$family-for"),
    ("− opposes\n", "$family-against"),
    ("? demands  ", "$family-asks"),
    ("· states\n", "$family-says"),
    ("She ", "$evidence-source on $evidence-sentence"),
    ("offered", "bold underline $evidence-cue on $evidence-sentence"),
    (" two ships ", "$evidence-content on $evidence-sentence"),
    ("if asked", "italic $evidence-condition on $evidence-sentence"),
)
"""Words in every colour that has a meaning here."""


class ThemeScreen(ListDialog[str | None]):
    """Gives back the name of the theme that was chosen, or None; then the theme is as before.

    Args:
        descriptions: What the themes say of themselves, by name, in the order to show them. The
            app's other themes come after them.
    """

    TITLE_TEXT = "Colours"
    PLACEHOLDER = "light, dark, a name"
    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("dialog.choose", "use"),
        ("dialog.close", "as before"),
    )
    DEFAULT_CSS = """
    ThemeScreen {
        align: right middle;
        background: transparent;
        &.-roomy > Frame { width: 46; }
        &.-high > Frame { height: 100%; max-height: 100%; }
        & #sample { height: auto; padding: 0 1; margin-bottom: 1; }
        &.-low #sample { display: none; }
    }
    """

    def __init__(self, descriptions: Mapping[str, str]) -> None:
        super().__init__()
        self._descriptions = descriptions
        self._before = ""

    def compose_middle(self) -> ComposeResult:
        """A few words in the colours that have a meaning."""
        yield Static(Content.assemble(*SAMPLE), id="sample")

    def first_row_id(self) -> str:
        """The theme that is in use."""
        self._before = self.app.theme
        return self._before

    def rows_for(self, query: str) -> tuple[Sequence[Row], str]:
        """Ours and the reader's, then those that come with Textual."""
        themes = self.app.available_themes
        own = [themes[name] for name in self._descriptions if name in themes]
        others = [themes[name] for name in sorted(themes) if name not in self._descriptions]
        words = words_of(query)
        rows = [*self._group("", own, words), *self._group("From Textual", others, words)]
        return rows, counted(sum(not row.is_heading for row in rows), "theme")

    def _group(self, title: str, themes: Sequence[Theme], words: Sequence[str]) -> Iterator[Row]:
        heading = Row("", (Line((Piece(title, "heading"),), fill="─"),)) if title else None
        for theme in themes:
            description = self._descriptions.get(theme.name, "")
            kind = "light" if not theme.dark else "dark"
            if not fits(words, folded(f"{theme.name} {description} {kind}")):
                continue
            if heading is not None:
                yield heading
                heading = None
            name = lit(theme.name, fitting_positions(words, theme.name), "strong")
            lines = [Line(name, right=(Piece(kind, "muted"),))]
            if description:
                lines.append(Line((Piece(description, "muted"),), indent=1, most=2))
            yield Row(theme.name, tuple(lines))

    @on(RowList.RowHighlighted)
    def _preview(self, event: RowList.RowHighlighted) -> None:
        # The list tells of its first row before the cursor comes to the theme in use.
        if event.row_id == self.choices.row_id:
            self.app.theme = event.row_id

    def choose(self, row_id: str) -> None:
        """Keep the theme."""
        self.app.theme = row_id
        self.dismiss(row_id)

    def action_close(self) -> None:
        """Back to the theme that was in use."""
        self.app.theme = self._before
        self.dismiss(None)
