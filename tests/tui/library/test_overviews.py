"""From the list of briefings to the matrix and the timeline of those that are marked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot

from tests.stories.told import TOLD, TURN_TOLD
from tests.tui.library.conftest import fill, stories
from tests.tui.test_briefing_screen import started
from tests.tui.waiting import until
from tui.app import BriefingApp
from tui.screens.briefing import BriefingScreen
from tui.screens.library.screen import LibraryScreen
from tui.screens.matrix import MatrixScreen
from tui.screens.timeline import TimelineScreen
from tui.settings import Settings


def app_of(folder: Path) -> BriefingApp:
    fill(folder / "library.db", TOLD)
    app = BriefingApp(folder / "library.db", replace(Settings(), theme="night"))
    app.animation_level = "none"
    return app


async def library_of(pilot: Pilot[None]) -> LibraryScreen:
    await started(pilot)
    await pilot.press("l")
    await until(lambda: isinstance(pilot.app.screen, LibraryScreen), what="the library")
    screen = pilot.app.screen
    assert isinstance(screen, LibraryScreen)
    await until(lambda: len(screen.table.rows), what="its rows")
    return screen


async def test_all_that_is_listed_is_marked_and_no_longer(tmp_path: Path) -> None:
    async with app_of(tmp_path).run_test(size=(120, 40)) as pilot:
        screen = await library_of(pilot)
        await pilot.press("asterisk")
        await until(lambda: len(screen.marked) == 5, what="five marks")
        await pilot.press("asterisk")
        await until(lambda: not screen.marked, what="no mark")


async def test_only_what_the_filter_lists_is_marked(tmp_path: Path) -> None:
    async with app_of(tmp_path).run_test(size=(120, 40)) as pilot:
        screen = await library_of(pilot)
        await pilot.press("f", *"lease", "enter")
        await until(lambda: len(screen.table.rows) == 3, what="a shorter list")
        await pilot.press("asterisk")
        await until(lambda: len(screen.marked) == 3, what="three marks")


async def test_of_a_long_list_the_beginning_is_marked_and_that_is_told(tmp_path: Path) -> None:
    fill(tmp_path / "library.db", stories(1_100))
    app = BriefingApp(tmp_path / "library.db", replace(Settings(), theme="night"))
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await library_of(pilot)
        await pilot.press("asterisk")
        await until(lambda: len(screen.marked) == 1_000, what="a thousand marks")
        told = [notification.message for notification in app._notifications]
        assert any("The first 1,000 of 1,100" in message for message in told)


async def test_the_matrix_of_those_that_are_marked(tmp_path: Path) -> None:
    async with app_of(tmp_path).run_test(size=(160, 45)) as pilot:
        screen = await library_of(pilot)
        await pilot.press("asterisk")
        await until(lambda: len(screen.marked) == 5, what="five marks")
        await pilot.press("m")
        await until(lambda: isinstance(pilot.app.screen, MatrixScreen), what="the matrix")
        found = pilot.app.screen
        assert isinstance(found, MatrixScreen)
        await until(lambda: found.is_mounted and found.grid.rows, what="its rows")
        assert found.head.title == "5 briefings"

        found.grid.move_to("territory:orland", "port lease")
        await pilot.press("enter")
        await until(lambda: isinstance(pilot.app.screen, BriefingScreen), what="the briefing")
        briefing = pilot.app.screen
        assert isinstance(briefing, BriefingScreen)
        assert briefing.opened is not None
        assert briefing.opened.document.id == TURN_TOLD[0].id


async def test_the_list_is_come_back_to_from_an_overview_over_it(tmp_path: Path) -> None:
    async with app_of(tmp_path).run_test(size=(120, 40)) as pilot:
        screen = await library_of(pilot)
        await pilot.press("m")
        await until(lambda: isinstance(pilot.app.screen, MatrixScreen), what="the matrix")
        await pilot.press("l")
        await until(lambda: pilot.app.screen is screen, what="the list")


async def test_back_from_the_timeline_leads_to_the_list(tmp_path: Path) -> None:
    async with app_of(tmp_path).run_test(size=(120, 40)) as pilot:
        screen = await library_of(pilot)
        await pilot.press("t")
        await until(lambda: isinstance(pilot.app.screen, TimelineScreen), what="the timeline")
        await pilot.press("escape")
        await until(lambda: pilot.app.screen is screen, what="the list")
