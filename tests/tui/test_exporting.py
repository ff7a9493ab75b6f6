"""The export, from the open briefing of a real library to files and back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefings.corrections import AddTag, WriteNote
from briefings.library import Library
from tests.tui import article
from tests.tui.test_briefing_screen import started
from tests.tui.waiting import until
from tui.app import BriefingApp
from tui.screens.export import ExportScreen
from tui.settings import ExportSettings, Settings


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    with Library.open(path) as opened:
        opened.add(article.document(), article.briefing())
        opened.journal.record(article.document().id, AddTag("ferries"))
        opened.journal.record(article.document().id, WriteNote("Call the ministry"))
    return path


def app_of(library: Path) -> BriefingApp:
    folder = library.parent / "notes"
    return BriefingApp(library, replace(Settings(), export=ExportSettings(folder)))


async def dialog(pilot: Pilot[None]) -> ExportScreen:
    app = pilot.app
    await pilot.press("e")
    await until(lambda: isinstance(app.screen, ExportScreen))
    assert isinstance(app.screen, ExportScreen)
    return app.screen


async def test_what_the_reader_did_is_written_and_the_choice_comes_back(library: Path) -> None:
    app = app_of(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        screen = await dialog(pilot)
        await pilot.press("right", "enter")
        await until(lambda: app.screen is not screen)
        await until(lambda: app.session.recall("export"))
        again = await dialog(pilot)
        assert again.chosen.form.flavour == "obsidian"
        await pilot.press("escape")

    (note,) = (library.parent / "notes").glob("*.md")
    text = note.read_text(encoding="utf-8")
    assert '  - "ferries"\n' in text
    assert "\n- Call the ministry\n" in text

    app = app_of(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        screen = await dialog(pilot)
        assert screen.chosen.form.flavour == "obsidian"
        assert screen.field.value == str(library.parent / "notes")


async def test_closing_writes_nothing_and_remembers_nothing(library: Path) -> None:
    app = app_of(library)
    async with app.run_test(size=(40, 12)) as pilot:
        await started(pilot)
        screen = await dialog(pilot)
        await pilot.press("right", "right", "escape")
        await until(lambda: app.screen is not screen)
        assert (await dialog(pilot)).chosen.variant == 0

    assert not (library.parent / "notes").exists()
