"""The app is left while something is still being opened."""

from __future__ import annotations

import pytest
from textual.css.query import NoMatches

from tests.tui.test_briefing_screen import started
from tui.app import BriefingApp
from tui.screens.help import HelpScreen


async def test_a_screen_that_is_taken_apart_while_it_opens_is_no_error(app: BriefingApp) -> None:
    async with app.run_test() as pilot:
        await started(pilot)
        half_open = HelpScreen(())
        half_open._pruning = True
        app.push_screen(half_open)
        app.exit()

    assert app.return_code == 0


async def test_a_widget_that_is_missing_before_that_is_one(app: BriefingApp) -> None:
    async def look_for_what_is_not_there() -> None:
        async with app.run_test() as pilot:
            screen = await started(pilot)
            app.call_later(lambda: screen.query_one("#nowhere"))
            await pilot.pause()

    with pytest.raises(NoMatches, match="nowhere"):
        await look_for_what_is_not_there()
