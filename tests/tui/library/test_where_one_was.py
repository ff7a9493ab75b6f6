"""The list keeps the reader's place while it is filtered, and undo says what it took back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui import article
from tests.tui.library.conftest import app_on, opened, shown
from tests.tui.waiting import until
from tui.screens.library.screen import LibraryScreen

pytestmark = pytest.mark.asyncio


def here(screen: LibraryScreen) -> str:
    entry = screen.table.entry
    return entry.title if entry else ""


async def test_the_cursor_stays_on_what_the_filter_found(path: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        assert here(screen) == article.TITLE
        await pilot.press("f", *"weighs", "enter")
        await until(lambda: here(screen).startswith("Sella weighs"))
        await pilot.press("escape")
        await until(lambda: screen.head.count == 4)
        await shown(pilot, screen)

        assert here(screen).startswith("Sella weighs")


async def test_a_filter_that_nothing_fits_leads_back_to_where_it_began(path: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        await pilot.press("end")
        last = here(screen)
        await pilot.press("f", *"zzzz")
        await until(lambda: screen.head.count == 0)
        await pilot.press("escape")
        await until(lambda: screen.head.count == 4)
        await shown(pilot, screen)

        assert here(screen) == last


async def test_undo_names_the_briefing_that_it_brought_back(path: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await opened(pilot)
        assert here(screen) == article.TITLE
        await pilot.press("D")
        await until(lambda: screen.head.count == 3)
        await pilot.press("u")

        await until(
            lambda: any(
                one.message.startswith("Undone: Removed “Norvik and") for one in app._notifications
            )
        )
