"""What the library screen does to briefings: stars, reading, tags, removal; undo and redo."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefings.corrections import SetStar
from briefings.library import Entry, Library, Listing
from tests.tui import article
from tests.tui.library.conftest import app_on, lines, opened, shown, titles
from tests.tui.waiting import until
from tui.app import BriefingApp
from tui.screens.dossier import DossierScreen
from tui.screens.export import ExportScreen
from tui.screens.library.cast import CastScreen
from tui.screens.library.screen import LibraryScreen
from tui.screens.library.tagging import TagDialog
from tui.settings import ExportSettings, Settings

pytestmark = pytest.mark.asyncio


def stored(path: Path, title: str = article.TITLE) -> Entry:
    """The briefing with a title, as the library has it; it may be removed."""
    with Library.open(path, read_only=True) as library:
        both = (*library.entries(), *library.entries(Listing(is_removed=True)))
        return next(entry for entry in both if entry.title == title)


async def test_a_star_and_whether_it_was_read(path: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await until(lambda: stored(path).is_read)  # it is open
        await pilot.press("s")
        await until(lambda: stored(path).is_starred)
        await pilot.press("x")
        await until(lambda: not stored(path).is_read)
        await shown(pilot, screen)
        assert "●★" in lines(app)[screen.table.region.y]
        await pilot.press("u", "u")
        await until(lambda: stored(path).is_read and not stored(path).is_starred)
        await pilot.press("U")
        await until(lambda: stored(path).is_starred)


async def test_several_are_changed_as_one_step(path: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        screen = await opened(pilot)
        await pilot.press("down", "space", "space")
        assert "2 marked" in lines(app)[0]
        await pilot.press("s")
        await until(lambda: starred(path) == 2)
        await pilot.press("s")
        await until(lambda: starred(path) == 0)
        await pilot.press("u")
        await until(lambda: starred(path) == 2)
        await shown(pilot, screen)
        assert any("(2 briefings)" in one.message for one in app._notifications)
        await pilot.press("escape")
        assert not screen.marked


async def test_a_tag_is_completed_and_given_to_all_that_are_marked(path: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await pilot.press("number_sign")
        assert isinstance(app.screen, TagDialog)
        assert "No tags yet" in "\n".join(lines(app))
        await pilot.press(*"Sea", "space", *"trade", "enter")
        await until(lambda: stored(path).tags == ("Sea trade",))
        await shown(pilot, screen)
        await pilot.press("down", "space", "space", "number_sign", *"sea", "enter")
        await until(lambda: all(len(one.tags) == (1 if at < 3 else 0) for at, one in all_of(path)))
        await shown(pilot, screen)
        assert dict(screen.known_tags) == {"Sea trade": 3}
        await pilot.press("number_sign", "enter")  # all that are marked have it: it is taken away
        await until(lambda: sum(bool(one.tags) for _, one in all_of(path)) == 1)


async def test_what_is_removed_comes_back_with_undo(path: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        screen = await opened(pilot)
        await pilot.press("D")
        await until(lambda: stored(path).is_removed)
        await shown(pilot, screen)
        assert article.TITLE not in titles(screen)
        assert screen.table.cursor == 0
        assert any("nothing is deleted" in one.message for one in app._notifications)
        await pilot.press("u")
        await until(lambda: not stored(path).is_removed)
        await shown(pilot, screen)
        assert article.TITLE in titles(screen)


async def test_several_that_were_removed_come_back_together(path: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await pilot.press("space", "space", "space", "delete")
        await until(lambda: sum(one.is_removed for _, one in all_of(path)) == 3)
        await shown(pilot, screen)
        assert len(titles(screen)) == 1
        assert not screen.marked
        await pilot.press("u")
        await until(lambda: not any(one.is_removed for _, one in all_of(path)))
        await pilot.press("U")
        await until(lambda: sum(one.is_removed for _, one in all_of(path)) == 3)


async def test_a_removal_is_undone_after_a_restart(path: Path) -> None:
    first = app_on(path)
    async with first.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await pilot.press("D")
        await until(lambda: stored(path).is_removed)
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        assert app.briefing_screen.opened
        assert app.briefing_screen.opened.document.title != article.TITLE
        await pilot.press("u")
        await until(lambda: not stored(path).is_removed)
        await shown(pilot, screen)
        assert article.TITLE in titles(screen)
        await pilot.press("u")
        await pilot.pause()
        assert len(titles(screen)) == 4


async def test_the_removed_ones_are_listed_and_brought_back_there(path: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await pilot.press("D")
        await until(lambda: stored(path).is_removed)
        await pilot.press("f", *"removed", "enter")
        await until(lambda: titles(screen) == [article.TITLE])
        assert "1 removed" in lines(app)[0]
        await pilot.press("D")
        await until(lambda: not stored(path).is_removed)
        await until(lambda: titles(screen) == [])
        assert "Nothing was removed" in "\n".join(lines(app))


async def test_undo_takes_back_what_was_done_here_not_what_was_done_since_elsewhere(
    path: Path,
) -> None:
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await pilot.press("D")
        await until(lambda: stored(path).is_removed)
        with Library.open(path) as library:
            library.journal.record(stored(path).id, SetStar(is_starred=True))
        await pilot.press("u")
        await until(lambda: not stored(path).is_removed)
        assert stored(path).is_starred


def all_of(path: Path) -> list[tuple[int, Entry]]:
    """Every briefing, the newest first, removed ones last."""
    with Library.open(path, read_only=True) as library:
        both = (*library.entries(), *library.entries(Listing(is_removed=True)))
    return list(enumerate(both))


def starred(path: Path) -> int:
    return sum(entry.is_starred for _, entry in all_of(path))


async def test_those_that_are_marked_are_exported_together(path: Path, tmp_path: Path) -> None:
    app = BriefingApp(path, replace(Settings(), export=ExportSettings(tmp_path / "notes")))
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("space", "space", "e")
        await until(lambda: isinstance(app.screen, ExportScreen))
        assert isinstance(app.screen, ExportScreen)
        await pilot.pause()
        assert "Export 2 briefings" in "\n".join(lines(app))
        await pilot.press("enter")
        await until(lambda: isinstance(app.screen, LibraryScreen))

    assert len(list((tmp_path / "notes").glob("*.md"))) == 2


async def test_the_dossier_of_an_actor_of_a_briefing(path: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("d")
        await until(lambda: isinstance(app.screen, CastScreen))
        await pilot.press(*"ruiz", "enter")
        await until(lambda: isinstance(app.screen, DossierScreen))
        screen = app.screen
        assert isinstance(screen, DossierScreen)
        await until(lambda: screen.shown)
        assert screen.head.title == "Milan Ruiz"

        await pilot.press("escape")
        assert isinstance(app.screen, LibraryScreen)
        await pilot.press("d")
        await until(lambda: isinstance(app.screen, CastScreen))
        await pilot.press(*"ruiz", "enter")
        await until(lambda: isinstance(app.screen, DossierScreen) and app.screen.shown)
        await pilot.press("enter")
        await until(lambda: app.screen is app.briefing_screen)
        assert app.briefing_screen.opened
        assert app.briefing_screen.opened.document.id == article.document().id
