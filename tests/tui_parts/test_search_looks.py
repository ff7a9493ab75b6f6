"""What the search of everything looks like; each picture was looked at before it was kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefings.corrections import WriteNote
from briefings.library import Library
from tests.library.stories import GRAIN_DOCUMENT, fill
from tests.tui.waiting import until
from tests.tui_parts.stage import Stage
from tui import actions
from tui.actions import Action
from tui.actions.dialogs import DIALOGS
from tui.actions.search import SEARCH
from tui.catalogue import Catalogue
from tui.jobs import InTurn
from tui.screens.search import SearchScreen
from tui.screens.searching.asking import Asking

Compare = Callable[..., bool]
Maker = Callable[[str], Stage]


@pytest.fixture(autouse=True)
def some_actions(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new key elsewhere changes no picture."""
    shown: tuple[Action, ...] = (*SEARCH, *DIALOGS)
    monkeypatch.setattr(actions, "ACTIONS", shown)


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Maker]:
    """The search in a library of three briefings with a note, a saved and two recent searches."""
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        fill(library)
        library.journal.record(GRAIN_DOCUMENT.id, WriteNote("Ask who counted the boats."))
        library.full_text.save("what is denied", "stance:denies since:2031")
        library.full_text.asked("lindqvist port")
        library.full_text.asked("boats -fishing")
        known = library.actors()
    changes = InTurn("library")
    asking = Asking(path, changes)

    def stage(theme: str) -> Stage:
        return Stage(SearchScreen(Catalogue.of(None, known), asking), theme)

    yield stage
    asyncio.run(asking.finish())
    asyncio.run(changes.finish())


def typing(text: str, *keys: str) -> Callable[[Pilot[None]], object]:
    """Type something, wait for all that is found, and press some keys."""

    async def run(pilot: Pilot[None]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, SearchScreen)
        await _settled(screen)
        screen.typed.value = text
        screen.typed.cursor_position = len(text)
        await until(lambda: screen._shown_for == text)
        await _settled(screen)
        await pilot.press(*keys)
        await _settled(screen)
        await pilot.pause()

    return run


async def _settled(screen: SearchScreen) -> None:
    await until(lambda: screen._answering.is_settled)
    await until(lambda: all(worker.is_finished for worker in screen.app.workers))
    await until(lambda: screen._asking is None or screen._asking._terms is not None)


@pytest.mark.parametrize("theme", ["night", "day", "high-contrast"])
@pytest.mark.parametrize("size", [(160, 45), (80, 24), (40, 12)], ids="{0[0]}x{0[1]}".format)
def test_what_was_found(
    snap_compare: Compare, make: Maker, size: tuple[int, int], theme: str
) -> None:
    run = typing("boats")

    assert snap_compare(make(theme), terminal_size=size, run_before=run)


@pytest.mark.parametrize("size", [(120, 40), (60, 20)], ids="{0[0]}x{0[1]}".format)
def test_before_anything_is_typed(
    snap_compare: Compare, make: Maker, size: tuple[int, int]
) -> None:
    assert snap_compare(make("night"), terminal_size=size, run_before=typing(""))


def test_an_actor(snap_compare: Compare, make: Maker) -> None:
    assert snap_compare(make("night"), terminal_size=(120, 40), run_before=typing("lindqvst"))


def test_values_that_could_be_typed(snap_compare: Compare, make: Maker) -> None:
    run = typing("boats stance:", "tab", "tab")

    assert snap_compare(make("night"), terminal_size=(100, 30), run_before=run)


def test_a_query_that_cannot_be_understood(snap_compare: Compare, make: Maker) -> None:
    run = typing("boats stance:nonsense since:2031")

    assert snap_compare(make("night"), terminal_size=(80, 24), run_before=run)


def test_a_corrected_word(snap_compare: Compare, make: Maker) -> None:
    assert snap_compare(make("day"), terminal_size=(80, 24), run_before=typing("weapoms "))


def test_nothing_found(snap_compare: Compare, make: Maker) -> None:
    assert snap_compare(make("night"), terminal_size=(60, 20), run_before=typing("xqzzyv"))


def test_a_name_for_a_search(snap_compare: Compare, make: Maker) -> None:
    run = typing("boats -fishing", "ctrl+s")

    assert snap_compare(make("night"), terminal_size=(80, 24), run_before=run)
