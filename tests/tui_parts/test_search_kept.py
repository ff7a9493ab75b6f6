"""Searches that the library keeps: those with a name, and what was asked last."""

from __future__ import annotations

from pathlib import Path

from briefings.library import Library
from tests.tui.waiting import until
from tests.tui_parts.searching import groups, searching, settled, told, typed
from tests.tui_parts.stage import seen


class TestKeptSearches:
    async def test_a_search_is_saved_asked_again_and_forgotten(self, path: Path) -> None:
        async with searching(path) as (app, screen, pilot):
            await typed(screen, "boats -fishing")
            await pilot.press("ctrl+s", "ctrl+u", *"mine", "enter")
            await until(lambda: screen._keeping.kept.saved)
            await settled(screen)
            assert screen.typed.value == "boats -fishing"
            await pilot.press("ctrl+u")
            await pilot.pause()
            assert any("mine  boats -fishing" in line for line in seen(app))
            await pilot.press("enter")
            await settled(screen)
            assert groups(screen)["positions"] == ["the boats carried weapons"]
            await pilot.press("ctrl+u", "ctrl+x")
            await until(lambda: not screen._keeping.kept.saved)

        with Library.open(path) as library:
            assert library.full_text.saved() == ()

    async def test_delete_in_an_empty_field_forgets_too(self, path: Path) -> None:
        with Library.open(path) as library:
            library.full_text.save("mine", "boats")
        async with searching(path) as (_, screen, pilot):
            await pilot.press("delete")
            await until(lambda: not screen._keeping.kept.saved)

    async def test_escape_saves_nothing(self, path: Path) -> None:
        async with searching(path) as (app, screen, pilot):
            await typed(screen, "boats")
            await pilot.press("ctrl+s", *"x", "escape")
            await settled(screen)
            assert app.result == "still open"
            assert screen.typed.value == "boats"

        with Library.open(path) as library:
            assert library.full_text.saved() == ()

    async def test_what_was_searched_for_is_offered_the_next_time(self, path: Path) -> None:
        async with searching(path) as (_, screen, pilot):
            await typed(screen, "boats")
            await pilot.press("enter")
            await pilot.pause()
        async with searching(path) as (app, screen, pilot):
            lines = seen(app)
            assert any("recent searches" in line for line in lines)
            await pilot.press("enter")
            await settled(screen)

            assert screen.typed.value == "boats"

    async def test_a_library_that_cannot_be_written_says_so(self, path: Path) -> None:
        async with searching(path) as (app, screen, pilot):
            await typed(screen, "boats")
            path.unlink()
            path.mkdir()
            await pilot.press("ctrl+s", "enter")
            await app.workers.wait_for_complete()
            await pilot.pause()

            assert "library" in told(screen)
            assert groups(screen)
