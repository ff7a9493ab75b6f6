"""The export: which part of a briefing, in which flavour, where to, and what will stand there."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Label

from briefings.errors import ExportError
from briefings.export import Taken, is_file
from tui.actions import Place, bindings
from tui.jobs import aside
from tui.screens.dialog import Dialog, Field, Frame
from tui.screens.export_choices import NOTHING_CHOSEN, PARTS, VARIANTS, Chosen
from tui.screens.export_fields import Choice
from tui.screens.export_preview import Preview, Previewed, foretold, previewed, told, written
from tui.screens.export_target import FolderSuggester, typed_path
from tui.widgets.lines import RowLines
from tui.widgets.printable import printable
from tui.widgets.rows import Line, Piece, Row

MOST_AT_ONCE = 300
"""Findings of briefings whose notes take no longer to make than a key may take to answer."""

PATIENCE = 0.2
"""Seconds without a key until it is looked up what is there already, if that takes a while."""


class ExportScreen(Dialog[Chosen | None]):
    """Gives back what was chosen once it is written, or None.

    Args:
        taken: The briefings, at least one, with what the reader has put beside each.
        folder: Where they go unless the reader names another folder.
        chosen: What was chosen last.
    """

    TITLE_TEXT = "Export"
    # Textual declares these two in a way that leaves no room for ClassVar.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-roomy"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high"), (34, "-tall")]  # noqa: RUF012
    ENDS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("dialog.choose", "write"),
        ("dialog.close", "close"),
    )
    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (
        *ENDS,
        ("export.next", "change"),
        ("export.forward", "next"),
        ("dialog.up", ""),
        ("dialog.down", "scroll"),
    )
    LISTED_HINTS: ClassVar[tuple[tuple[str, str], ...]] = (
        *ENDS,
        ("dialog.up", ""),
        ("dialog.down", "choose"),
        ("export.forward", "next"),
        ("dialog.page_up", ""),
        ("dialog.page_down", "scroll"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.EXPORT)]
    DEFAULT_CSS = """
    ExportScreen {
        & #form { height: auto; }
        & .line { height: auto; }
        & .name { width: 9; color: $muted; }
        & #file { width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
        & #there { width: 1fr; color: $accent; display: none; }
        & #problem { color: $text-error; text-style: bold; width: 100%; display: none; }
        & Preview { border-top: solid $border-blurred; }
        &.-failed #problem { display: block; }
        &.-there #there { display: block; }
        &.-low #there { text-wrap: nowrap; text-overflow: ellipsis; }
        &.-tall > Frame { height: 92%; max-height: 50; }
        &.-wide > Frame { layout: horizontal; width: 94%; max-width: 160; }
        &.-wide #form { width: 39; height: 100%; }
        &.-wide Preview {
            border-top: none;
            border-left: solid $border-blurred;
            height: 100%;
            padding-left: 1;
        }
        &.-wide #file { text-wrap: wrap; max-height: 4; }
        &.-wide.-tall .line { layout: vertical; margin-bottom: 1; }
        &.-wide.-tall #files { margin-bottom: 0; }
    }
    """

    field = query_one(Field)
    preview = query_one(Preview)

    def __init__(
        self, taken: Sequence[Taken], folder: Path, chosen: Chosen = NOTHING_CHOSEN
    ) -> None:
        super().__init__()
        self._taken = tuple(taken)
        self._usual = str(folder)
        self.chosen = replace(chosen, target=chosen.target or self._usual)
        self._names = ""
        self._is_writing = False

    def compose(self) -> ComposeResult:
        """What goes where, and what stands in it."""
        with Frame():
            with Vertical(id="form"):
                with Horizontal(classes="line"):
                    yield Label("Flavour", classes="name")
                    yield Choice("variant", [variant.name for variant in VARIANTS])
                with Horizontal(classes="line"):
                    yield Label("What", classes="name")
                    yield Choice("part", [part.value for part in PARTS])
                with Horizontal(classes="line"):
                    yield Label("Where", classes="name")
                    yield Field(
                        self.chosen.target,
                        compact=True,
                        select_on_focus=False,
                        suggester=FolderSuggester(),
                    )
                with Horizontal(classes="line", id="files"):
                    yield Label("File", classes="name")
                    yield Label("", id="file", markup=False)
                yield Label("", id="there", markup=False)
                yield Label("", id="problem", markup=False)
            yield Preview()

    def on_mount(self) -> None:
        """Show what there would be."""
        self._show()

    def on_resize(self) -> None:
        """Where there is room, the values stand below each other, and the preview beside them."""
        self.call_after_refresh(self._fit)

    @property
    def _is_listed(self) -> bool:
        return self.has_class("-wide") and self.has_class("-tall")

    def _fit(self) -> None:
        if len(self._taken) > 1:
            self.frame.border_title = Content(f"Export {len(self._taken):,} briefings")
        for choice in self.query(Choice):
            choice.is_listed = self._is_listed
        self.show_hints(*(self.LISTED_HINTS if self._is_listed else self.HINTS))

    def _show(self) -> None:
        """Show what will be written; what takes a while to make is shown when it is made."""
        flavour, part = self.query(Choice)
        flavour.show(self.chosen.variant, VARIANTS[self.chosen.variant].help)
        if self.chosen.has_parts:
            part.show(self.chosen.part)
        else:
            part.show(0, "this flavour has but the whole", can_change=False)
        if self._is_small:
            self._shown(previewed(self._taken, self.chosen))
        else:
            row = Row("", (Line((Piece("Making the preview …", "muted"),)),))
            self.preview.show(RowLines([row]))
            self._make_preview()
        self._foretell()

    @property
    def _is_small(self) -> bool:
        entries = [one.stored.entry for one in self._taken]
        return sum(entry.positions + entry.questions for entry in entries) <= MOST_AT_ONCE

    @work(group="preview", exclusive=True, exit_on_error=False)
    async def _make_preview(self) -> None:
        self._shown(await aside(previewed, self._taken, self.chosen))

    def _shown(self, found: Previewed) -> None:
        self._names = found.names
        self._show_names()
        self.preview.show(found.lines)
        self.preview.scroll_home(animate=False, force=True)

    def _show_names(self) -> None:
        """Name the files, or the one that is typed."""
        name = self._names
        try:
            path = typed_path(self.field.value)
            name = path.name if is_file(path, self.chosen.form) else name
        except ExportError:
            pass  # told when it is to be written
        self.query_one("#file", Label).update(printable(name))

    @work(group="foretelling", exclusive=True, exit_on_error=False)
    async def _foretell(self) -> None:
        """Say what will become of what is there already."""
        if not self._is_small:
            await asyncio.sleep(PATIENCE)
        try:
            path = typed_path(self.field.value)
        except ExportError:
            words = ""
        else:
            words = await aside(foretold, self._taken, self.chosen, path)
        self.query_one("#there", Label).update(printable(words))
        self.set_class(bool(words), "-there")

    @on(Input.Changed)
    def _typed(self) -> None:
        self.remove_class("-failed")
        self.chosen = replace(self.chosen, target=self.field.value)
        self._show_names()
        self._foretell()

    def action_change(self, by: int) -> None:
        """Choose the next or previous of what the focus is on."""
        if isinstance(self.focused, Choice):
            values = len(self.focused.names)
            at = (getattr(self.chosen, self.focused.what) + by) % values
            if self.focused.what == "variant":
                self.chosen = replace(self.chosen, variant=at)
            elif self.chosen.has_parts:
                self.chosen = replace(self.chosen, part=at)
            self.remove_class("-failed")
            self._show()

    def action_move(self, where: str) -> None:
        """To the next line of the list that the focus is on, if there is one; else scroll."""
        if not self._is_listed or where not in ("up", "down"):
            self.preview.action_move(where)
            return
        by = 1 if where == "down" else -1
        choice = self.focused
        if isinstance(choice, Choice) and (choice.what == "variant" or self.chosen.has_parts):
            at = getattr(self.chosen, choice.what) + by
            if 0 <= at < len(choice.names):
                self.action_change(by)
                return
        order = [*self.query(Choice), self.field]
        at = order.index(choice) + by if choice in order else 0
        if 0 <= at < len(order):
            order[at].focus()

    def action_choose(self) -> None:
        """Write it."""
        if self._is_writing:
            return
        try:
            path = typed_path(self.field.value)
        except ExportError as error:
            self._show_problem(error)
            return
        self._is_writing = True
        # A worker of the app: closing the dialog does not keep the reader from hearing of it.
        self.app.run_worker(self._write(path), group="export")

    async def _write(self, path: Path) -> None:
        chosen = self.chosen
        try:
            done = await aside(written, self._taken, chosen, path)
        except ExportError as error:
            self._show_problem(error)
        else:
            title = "Note written" if chosen.form.flavour.is_note and len(done) == 1 else "Written"
            self.app.notify(printable(told(done, path)), title=title, markup=False)
            if self.is_current:
                is_usual = chosen.target == self._usual
                self.dismiss(replace(chosen, target="" if is_usual else chosen.target))
        finally:
            self._is_writing = False

    def _show_problem(self, error: ExportError) -> None:
        if self.is_current:
            self.query_one("#problem", Label).update(printable(str(error)))
            self.add_class("-failed")
        else:
            self.app.notify(printable(str(error)), severity="error", markup=False)
