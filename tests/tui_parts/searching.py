"""The search in a real library: opened, typed into, and what it finds and says."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from briefings.corrections import WriteNote
from briefings.library import Library
from tests.library.stories import GRAIN_DOCUMENT, fill
from tests.tui.waiting import until
from tests.tui_parts.stage import Stage
from tui.catalogue import Catalogue
from tui.jobs import InTurn
from tui.screens.search import SearchScreen
from tui.screens.searching.asking import Asking

NOTE = "Ask the union who counted the boats."


def filled(path: Path) -> Path:
    """A library with three briefings and a note."""
    with Library.open(path) as library:
        fill(library)
        library.journal.record(GRAIN_DOCUMENT.id, WriteNote(NOTE))
    return path


def catalogue(path: Path) -> Catalogue:
    with Library.open(path, read_only=True) as library:
        return Catalogue.of(None, library.actors())


@asynccontextmanager
async def searching(
    path: Path, size: tuple[int, int] = (160, 45), *, is_ready: bool = True
) -> AsyncIterator[tuple[Stage, SearchScreen, Pilot[None]]]:
    """The search, ready to be typed into; unless it is to be `is_ready`, before all is known."""
    changes = InTurn("library")
    asking = Asking(path, changes)
    screen = SearchScreen(catalogue(path), asking)
    app = Stage(screen)
    async with app.run_test(size=size) as pilot:
        if is_ready:
            await settled(screen)
        yield app, screen, pilot
    await asking.finish()
    await changes.finish()


async def typed(screen: SearchScreen, text: str) -> None:
    """Type something, and wait for all that is found."""
    screen.query_one(Input).value = text
    await until(lambda: screen._shown_for == text)
    await settled(screen)


async def settled(screen: SearchScreen) -> None:
    await until(lambda: screen._answering.is_settled)
    await until(lambda: all(worker.is_finished for worker in screen.app.workers))
    await until(lambda: not screen.message_queue_size)


def groups(screen: SearchScreen) -> dict[str, list[str]]:
    """What is found in each group."""
    return {
        group.kind.value: [row.text.text for row in group.rows]
        for group in screen._answering.answer.listed
    }


def told(screen: SearchScreen) -> str:
    """What is said below the field."""
    return "\n".join(
        "".join(piece.text for piece in (*line.left, *line.right)).rstrip()
        for line in screen.line.lines(screen.line.size.width)
    )
