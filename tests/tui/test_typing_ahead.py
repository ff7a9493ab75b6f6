"""Keys that come faster than they are answered go where those before them led."""

from __future__ import annotations

import asyncio

import pytest
from textual.events import Key
from textual.pilot import Pilot

from tests.tui.test_briefing_screen import started
from tests.tui.waiting import until
from tui.app import BriefingApp
from tui.screens.find_bar import FindBar
from tui.screens.help import HelpScreen
from tui.screens.search import SearchScreen


def type_at_once(pilot: Pilot[None], *keys: str) -> None:
    """Put keys into the app's queue without waiting for any of them."""
    names = {"/": "slash", "?": "question_mark"}
    for key in keys:
        pilot.app.post_message(Key(names.get(key, key), key if len(key) == 1 else None))


async def test_letters_behind_the_key_of_the_search_are_searched_for(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        before = screen.order
        type_at_once(pilot, "/", *"okosx")

        await until(lambda: isinstance(app.screen, SearchScreen), what="the search")
        search = app.screen
        assert isinstance(search, SearchScreen)
        await until(lambda: search.is_mounted and search.typed.value == "okosx", what="the letters")
        assert screen.order is before, "o did not order"
        assert screen.opened is not None
        seen = app.session.seen(screen.opened.document.id)
        assert seen is not None
        assert not seen.stored.entry.is_starred


async def test_letters_behind_the_key_of_finding_are_found(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        type_at_once(pilot, "f", *"port")

        bar = screen.query_one(FindBar)
        await until(lambda: bar.field.value == "port", what="the letters")


async def test_what_was_opened_can_be_left_in_the_same_breath(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        for _ in range(3):
            type_at_once(pilot, "?", *"zoom", "escape", "escape", "j")
        await pilot.pause()
        await until(lambda: app.screen is screen, what="the briefing")
        assert not any(isinstance(one, HelpScreen) for one in app.screen_stack)


async def test_moving_on_is_never_lost(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        await pilot.press("2", "home")
        first = screen.positions.cursor
        type_at_once(pilot, *"jjjj", *"kk", *"j" * 3)
        await pilot.press("k")
        await until(lambda: screen.positions.cursor != first, what="another row")
        there = screen.positions.cursor
        await pilot.press("home", *"jjjj", *"kk", *"j" * 3, "k")
        assert screen.positions.cursor == there


async def test_no_key_waits_for_ever(app: BriefingApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.typing_ahead.LONGEST_WAIT", 0.05)
    is_free = asyncio.Event()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        screen.actors.focus()
        await pilot.pause()
        screen.actors.call_next(is_free.wait)
        type_at_once(pilot, "j")
        await asyncio.sleep(0)
        screen.positions.focus()
        type_at_once(pilot, "?")
        await until(lambda: isinstance(app.screen, HelpScreen), what="the help")
        is_free.set()
