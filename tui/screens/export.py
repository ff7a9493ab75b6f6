"""The export: which part of a briefing, in which flavour, where to, and what will stand there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.getters import query_one
from textual.widgets import Input, Label

from briefings.errors import ExportError
from briefings.export import Taken, Written, export, export_to, is_file, sheets
from briefings.export.sheets import Sheet
from tui.actions import Place, bindings
from tui.jobs import aside
from tui.screens.dialog import Dialog, Field, Frame
from tui.screens.export_choices import NOTHING_CHOSEN, PARTS, VARIANTS, Chosen
from tui.screens.export_target import FolderSuggester, typed_path
from tui.widgets.line_view import LineView
from tui.widgets.lines import RowLines
from tui.widgets.painted import PaintedLines
from tui.widgets.printable import printable
from tui.widgets.rows import Line, Piece, Row

MOST_LINES = 40
"""Lines of the screen that one line of the note may take in the preview."""

MOST_AT_ONCE = 300
"""Findings of a briefing whose note takes no longer to make than a key may take to answer."""


class Preview(LineView, can_focus=False):
    """What will be written."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--key"}
    DEFAULT_CSS = """
    Preview {
        height: 1fr;
        background: $surface;
        border-top: solid $border-blurred;
        scrollbar-background: $surface;
        scrollbar-background-hover: $surface;
        scrollbar-background-active: $surface;
        & > .lines--key { color: $accent; }
    }
    """


class ExportScreen(Dialog[Chosen | None]):
    """Gives back what was chosen once it is written, or None.

    Args:
        taken: The briefing, with what the reader has put beside it.
        folder: Where it goes unless the reader names another folder.
        chosen: What was chosen last.
    """

    TITLE_TEXT = "Export"
    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("dialog.choose", "write"),
        ("dialog.close", "close"),
        ("export.next", "change"),
        ("export.forward", "next"),
        ("dialog.up", ""),
        ("dialog.down", "scroll"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.EXPORT)]
    DEFAULT_CSS = """
    ExportScreen {
        & Horizontal { height: 1; }
        & .name { width: 9; color: $muted; }
        & #file { width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
        & #problem { color: $text-error; text-style: bold; width: 100%; display: none; }
        &.-failed #problem { display: block; }
    }
    """

    field = query_one(Field)
    preview = query_one(Preview)

    def __init__(self, taken: Taken, folder: Path, chosen: Chosen = NOTHING_CHOSEN) -> None:
        super().__init__()
        self._taken = taken
        self._usual = str(folder)
        self.chosen = replace(chosen, target=chosen.target or self._usual)
        self._names = ""
        self._is_writing = False

    def compose(self) -> ComposeResult:
        """What goes where, then what stands in it."""
        with Frame():
            with Horizontal():
                yield Label("Flavour", classes="name")
                yield Choice("variant")
            with Horizontal():
                yield Label("What", classes="name")
                yield Choice("part")
            with Horizontal():
                yield Label("Where", classes="name")
                yield Field(
                    self.chosen.target,
                    compact=True,
                    select_on_focus=False,
                    suggester=FolderSuggester(),
                )
            with Horizontal():
                yield Label("File", classes="name")
                yield Label("", id="file", markup=False)
            yield Label("", id="problem", markup=False)
            yield Preview()

    def on_mount(self) -> None:
        """Show what there would be."""
        self._show()

    def _show(self) -> None:
        """Show what will be written; what takes a while to make is shown when it is made."""
        variant = VARIANTS[self.chosen.variant]
        flavour, part = self.query(Choice)
        flavour.show(variant.name, variant.help)
        if self.chosen.has_parts:
            part.show(PARTS[self.chosen.part].value)
        else:
            part.show(PARTS[0].value, "this flavour has but the whole", can_change=False)
        entry = self._taken.stored.entry
        if entry.positions + entry.questions <= MOST_AT_ONCE:
            self._shown(*_previewed(self._taken, self.chosen))
            return
        row = Row("", (Line((Piece("Making the preview …", "muted"),)),))
        self.preview.show(RowLines([row]))
        self._make_preview()

    @work(group="preview", exclusive=True, exit_on_error=False)
    async def _make_preview(self) -> None:
        self._shown(*await aside(_previewed, self._taken, self.chosen))

    def _shown(self, names: str, lines: RowLines) -> None:
        self._names = names
        self._show_names()
        self.preview.show(lines)
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

    @on(Input.Changed)
    def _typed(self) -> None:
        self.remove_class("-failed")
        self.chosen = replace(self.chosen, target=self.field.value)
        self._show_names()

    def action_change(self, by: int) -> None:
        """Choose the next or previous of what the focus is on."""
        if isinstance(self.focused, Choice):
            values = VARIANTS if self.focused.what == "variant" else PARTS
            at = (getattr(self.chosen, self.focused.what) + by) % len(values)
            if self.focused.what == "variant":
                self.chosen = replace(self.chosen, variant=at)
            elif self.chosen.has_parts:
                self.chosen = replace(self.chosen, part=at)
            self.remove_class("-failed")
            self._show()

    def action_move(self, where: str) -> None:
        """Scroll the preview."""
        self.preview.action_move(where)

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
            written = await aside(_written, self._taken, chosen, path)
        except ExportError as error:
            self._show_problem(error)
        else:
            title = "Note written" if chosen.form.flavour.is_note else "Written"
            self.app.notify(printable(_told(written, path)), title=title, markup=False)
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


class Choice(PaintedLines, can_focus=True):
    """One of several values; the screen changes it."""

    DEFAULT_CSS = """
    Choice {
        height: 1;
        width: 1fr;
        background: $surface;
    }
    """

    def __init__(self, what: str) -> None:
        super().__init__(id=what)
        self.what = what
        self._value = ""
        self._help = ""
        self._can_change = True

    def show(self, value: str, help: str = "", *, can_change: bool = True) -> None:
        """Show a value, what it means, and whether there are others."""
        self._value, self._help, self._can_change = value, help, can_change
        self.refresh()

    def lines(self, width: int) -> Iterator[Line]:
        """The value between what points to the others, then what it means."""
        look = "accent" if self.has_focus else "text"
        before, after = ("‹ ", " ›") if self._can_change else ("  ", "")
        yield Line(
            (Piece(f"{before}{self._value}{after}", look),),
            (Piece(self._help, "muted"),) if self._help else (),
        )

    async def on_click(self) -> None:
        """The next value."""
        self.focus()
        await self.run_action("screen.change(1)")


def _previewed(taken: Taken, chosen: Chosen) -> tuple[str, RowLines]:
    """The names of the files, and the lines of what will stand in them."""
    found = sheets([taken], chosen.form)
    several = f"{len(found):,} files: " if len(found) > 1 else ""
    return f"{several}{found[0].name}", RowLines(list(_rows(found)))


def _rows(found: list[Sheet]) -> Iterator[Row]:
    for number, sheet in enumerate(found):
        if len(found) > 1:
            if number:
                yield Row("", (Line((Piece(" "),)),))
            yield Row("", (Line((Piece(sheet.name, "key"),), fill="─"),))
        yield from note_rows(sheet.text.rstrip("\n").replace("\r", ""))


def _written(taken: Taken, chosen: Chosen, path: Path) -> list[Written]:
    """Write it; runs in a thread."""
    if is_file(path, chosen.form):
        return [export_to([taken], chosen.form, path)]
    return export([taken], chosen.form, path)


def _told(written: list[Written], path: Path) -> str:
    """Where it is, and what became of what was there."""
    lines = [str(written[0].path) if len(written) == 1 else f"{len(written):,} files in {path}"]
    if any(one.has_readers_part for one in written):
        lines.append("What you had written into it is kept.")
    if backups := [one.backup.name for one in written if one.backup]:
        more = f" and {len(backups) - 1:,} more" if len(backups) > 1 else ""
        lines.append(f"What was there before is in {backups[0]}{more}.")
    if not any(one.is_changed for one in written):
        lines.append("It was there already, word for word.")
    return "\n".join(lines)


def note_rows(text: str) -> Iterator[Row]:
    """The lines of a note, its front matter and footnotes muted, its headings strong."""
    is_front = False
    for number, words in enumerate(text.split("\n")):
        is_fence = words == "---" and (number == 0 or is_front)
        if is_front or is_fence or words.startswith(("[^", "<!--")):
            look = "muted"
        elif words.startswith("#"):
            look = "strong"
        else:
            look = "key" if words.startswith(">") else "text"
        if is_fence:
            is_front = number == 0
        yield Row("", (Line((Piece(words or " ", look),), most=MOST_LINES),))
