"""What was typed before all was known is answered anew once it is."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from briefings.library import Library
from tests.library.stories import fill
from tests.tui.waiting import until
from tests.tui_parts.searching import groups, searching, settled, told, typed
from tui.screens.searching import asking
from tui.screens.searching.answer import row_id
from tui.watching import LibraryChanged


async def test_a_slip_that_was_typed_before_the_words_were_known_is_corrected(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_be_known, learnt = threading.Event(), asking._terms

    def late(*arguments: object) -> object:
        may_be_known.wait()
        return learnt(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(asking, "_terms", late)
    async with searching(path, is_ready=False) as (_, screen, _pilot):
        screen.typed.value = "weapoms "
        await until(lambda: screen._shown_for and screen._answering.is_settled)
        before = groups(screen)
        may_be_known.set()
        await until(lambda: told(screen))

        assert not before
        assert groups(screen)["positions"] == ["the boats carried weapons"]
        assert told(screen) == "searched for weapons in place of weapoms"


async def test_a_briefing_that_comes_while_one_searches_is_found(tmp_path: Path) -> None:
    empty = tmp_path / "empty.db"
    Library.open(empty).close()
    async with searching(empty) as (_, screen, _pilot):
        await typed(screen, "weapoms ")
        before = groups(screen)
        with Library.open(empty) as library:
            fill(library)
        screen.post_message(LibraryChanged())
        await until(lambda: groups(screen))

        assert not before
        assert groups(screen)["positions"] == ["the boats carried weapons"]


async def test_the_cursor_stays_where_it_is_when_the_library_changes(path: Path) -> None:
    async with searching(path) as (_, screen, pilot):
        await typed(screen, "boats")
        await pilot.press("down")
        before = screen.hits.row_id
        with Library.open(path) as library:
            library.full_text.asked("ships")
        screen.post_message(LibraryChanged())
        await settled(screen)

        assert screen.found is not None
        assert screen.hits.row_id == before == row_id(screen.found)
