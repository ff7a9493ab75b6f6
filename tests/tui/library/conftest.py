"""Libraries with many briefings, and the app in front of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefings.briefing import Briefing
from briefings.document import Document, Origin, Precision, Published, Span
from briefings.library import Library
from tests.tui import article
from tests.tui.conftest import own_settings
from tests.tui.waiting import steady, until
from tui.app import BriefingApp
from tui.screens.library.screen import LibraryScreen
from tui.settings import Settings

__all__ = ["own_settings", "steady"]

TITLES = ("Orland opens its port", "Maravia bans grain exports", "Sella weighs a toll")
PUBLISHERS = ("The Lindholm Gazette", "Harbour News", "")


def story(
    title: str, *, publisher: str = "", published: str = "", number: int = 0
) -> tuple[Document, Briefing]:
    """A document of a title and one line, in which nothing was found."""
    text = f"{title}\nThe story of number {number}."
    end = len(title)
    document = Document.of(
        text,
        title=title,
        title_span=Span(0, end),
        paragraphs=(Span(0, end), Span(end + 1, len(text))),
        origin=Origin(publisher=publisher),
        published=Published(published, Precision.DAY) if published else None,
    )
    return document, Briefing(document.id, "1 test")


def stories(count: int) -> Iterable[tuple[Document, Briefing]]:
    """So many stories with the same few titles, each with its number."""
    for number in range(count):
        yield story(
            f"{TITLES[number % 3]} {number:04}",
            publisher=PUBLISHERS[number % 3],
            published=f"2031-03-{1 + number % 28:02}" if number % 4 else "",
            number=number,
        )


def fill(path: Path, found: Iterable[tuple[Document, Briefing]]) -> None:
    with Library.open(path) as library:
        for document, briefing in found:
            library.add(document, briefing)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library of three stories and the invented article, which is the newest."""
    path = tmp_path / "library.db"
    fill(path, [*stories(3), (article.document(), article.briefing())])
    return path


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of five thousand stories; nobody changes it."""
    path = tmp_path_factory.mktemp("large") / "library.db"
    fill(path, stories(5000))
    return path


def app_on(path: Path, theme: str = "night") -> BriefingApp:
    app = BriefingApp(path, replace(Settings(), theme=theme))
    app.animation_level = "none"
    return app


async def opened(pilot: Pilot[None]) -> LibraryScreen:
    """The library screen, once it shows what there is."""
    app = pilot.app
    assert isinstance(app, BriefingApp)
    # The list begins on the briefing that is open, and something always is.
    await until(lambda: app.briefing_screen.opened is not None)
    await pilot.press("l")
    screen = pilot.app.screen
    assert isinstance(screen, LibraryScreen)
    await shown(pilot, screen)
    return screen


async def shown(pilot: Pilot[None], screen: LibraryScreen) -> None:
    """Wait until the list shows what is asked for."""
    await until(lambda: screen._view is not None)
    await pilot.pause()
    await until(lambda: not [one for one in screen.workers if not one.is_finished])
    await until(lambda: screen.head.listing == screen.listing)
    await pilot.pause()


def titles(screen: LibraryScreen, count: int = 10) -> list[str]:
    """The titles of the first rows."""
    rows = screen.table.rows
    found = (rows.entry(item) for item in range(min(count, len(rows))))
    return [entry.title if entry else "" for entry in found]


def lines(app: BriefingApp) -> list[str]:
    """The lines of the screen, as they are painted."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]
