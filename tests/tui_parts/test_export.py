"""The export dialog, used as a reader uses it: what is chosen, shown, written and remembered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input, Label

from briefings.corrections import QuestionStatus
from briefings.export import Taken
from briefings.library.records import Marks
from tests.tui_parts.shows import TITLE, stored
from tests.tui_parts.stage import Stage, seen
from tui.screens.dialog import Field
from tui.screens.export import MOST_AT_ONCE, ExportScreen
from tui.screens.export_choices import PARTS, VARIANTS, Chosen
from tui.screens.export_target import gone_on


def typed(app: Stage, text: str) -> None:
    app.dialog.query_one(Input).value = text


class TestExport:
    async def test_a_note_that_takes_a_while_is_shown_when_it_is_made(self) -> None:
        large = replace(stored(), entry=replace(stored().entry, positions=MOST_AT_ONCE + 1))
        app = Stage(ExportScreen(Taken(large), Path("notes")))

        async with app.run_test(size=(120, 40)) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()

            assert any(TITLE in line for line in seen(app))
            assert not any("Making the preview" in line for line in seen(app))

    async def test_enter_writes_the_note_and_says_where(self, tmp_path: Path) -> None:
        app = Stage(ExportScreen(Taken(stored()), tmp_path / "notes"))

        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("enter")
            await app.workers.wait_for_complete()
            await pilot.pause()
            toasts = [toast.message for toast in app._notifications]

        written = tmp_path / "notes" / f"{TITLE}.md"
        assert app.result == Chosen()
        assert "Dana Okafor" in written.read_text(encoding="utf-8")
        assert toasts == [str(written)]

    async def test_the_folder_can_be_typed(self, tmp_path: Path) -> None:
        app = Stage(ExportScreen(Taken(stored()), tmp_path / "notes"))

        async with app.run_test(size=(80, 24)) as pilot:
            typed(app, str(tmp_path / "elsewhere" / "deep"))
            await pilot.press("enter")
            await app.workers.wait_for_complete()
            await pilot.pause()

        target = tmp_path / "elsewhere" / "deep"
        assert app.result == Chosen(target=str(target))
        assert (target / f"{TITLE}.md").exists()

    async def test_what_will_be_written_is_shown(self, tmp_path: Path) -> None:
        app = Stage(ExportScreen(Taken(stored()), tmp_path))

        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            lines = "\n".join(seen(app))

        assert f"File     {TITLE}.md" in lines
        assert f"# {TITLE}" in lines
        assert "## Actors" in lines

    async def test_a_folder_that_cannot_be_is_explained_in_place(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("in the way")
        app = Stage(ExportScreen(Taken(stored()), tmp_path / "file" / "notes"))

        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("enter")
            await app.workers.wait_for_complete()
            await pilot.pause()
            problem = app.dialog.query_one("#problem", Label)
            was_shown = problem.display
            typed(app, str(tmp_path))
            await pilot.pause()
            is_shown = problem.display

        assert "cannot be written" in str(problem.content)
        assert was_shown
        assert not is_shown
        assert app.result == "still open"

    @pytest.mark.parametrize("folder", ["", "   ", "~nobody-of-that-name/notes"])
    async def test_a_folder_must_be_named(self, folder: str, tmp_path: Path) -> None:
        app = Stage(ExportScreen(Taken(stored()), tmp_path))

        async with app.run_test(size=(120, 40)) as pilot:
            typed(app, folder)
            await pilot.pause()
            await pilot.press("enter")
            await pilot.pause()
            problem = app.dialog.query_one("#problem", Label)

            assert problem.display
        assert not list(tmp_path.iterdir())

    async def test_the_readers_tilde_is_the_home_folder(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))
        app = Stage(ExportScreen(Taken(stored()), Path("~/notes")))

        async with app.run_test() as pilot:
            await pilot.press("enter")
            await app.workers.wait_for_complete()
            await pilot.pause()

        assert (tmp_path / "notes" / f"{TITLE}.md").exists()
