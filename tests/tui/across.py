"""Apps with a library of five invented articles, and what their pages show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from textual.pilot import Pilot

from tests.stories.told import filled
from tests.tui.test_briefing_screen import started
from tests.tui.waiting import until
from tui.app import BriefingApp
from tui.screens.page_rows import RowsPage
from tui.settings import Settings

ScreenType = TypeVar("ScreenType", bound=RowsPage)


def app_of(folder: Path, theme: str = "night") -> BriefingApp:
    """An app that opens with the undated article on Petra Lindqvist."""
    path = folder / "library.db"
    if not path.exists():
        filled(path).close()
    app = BriefingApp(path, replace(Settings(), theme=theme))
    app.animation_level = "none"
    return app


async def opened(pilot: Pilot[None], kind: type[ScreenType], *keys: str) -> ScreenType:
    """The page that keys open from the briefing, with all that it has to show."""
    await started(pilot)
    await pilot.press(*keys)
    return await shown(pilot, kind)


async def shown(pilot: Pilot[None], kind: type[ScreenType]) -> ScreenType:
    """The page in front, once it has rows."""
    await until(lambda: isinstance(pilot.app.screen, kind), what=f"a {kind.__name__}")
    screen = pilot.app.screen
    assert isinstance(screen, kind)
    await until(lambda: screen.shown, what="its rows")
    await pilot.pause()
    return screen


def rows(screen: RowsPage) -> list[str]:
    """The first line of every row, and of every heading."""
    found = []
    for row in screen.rows._model.rows:
        line = row.lines[0]
        words = "".join(piece.text for piece in (*line.left, *line.extra, *line.right))
        if words.strip():
            found.append(" ".join(words.split()))
    return found
