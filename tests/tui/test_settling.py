"""A terminal that got its size while the app started."""

from __future__ import annotations

import pytest
from textual.geometry import Size

from tests.tui.test_briefing_screen import started
from tests.tui.waiting import until
from tui import settling
from tui.app import BriefingApp


async def test_the_app_follows_a_size_that_it_has_not_heard_of(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "SECONDS", 0.05)
    monkeypatch.setattr(BriefingApp, "is_headless", False)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: (40, 12))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await started(pilot)
        await until(lambda: screen.size == Size(40, 12), what="the size of the terminal")


async def test_an_app_that_is_closing_is_left_alone(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        monkeypatch.setattr(BriefingApp, "screen_stack", [])
        settling._paint(app)
        monkeypatch.undo()
