"""How the library looks; each picture was looked at before it became the measure."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefings.briefing import Briefing
from briefings.corrections import AddTag, SetRead, SetStar
from briefings.errors import ReadingError
from briefings.library import Library
from tests.tui import article
from tests.tui.library.conftest import app_on, fill, opened, shown, stories
from tests.tui.waiting import until
from tui.adding import Progress
from tui.app import BriefingApp
from tui.screens.adding.picker import AddScreen
from tui.screens.library.screen import LibraryScreen

Compare = Callable[..., bool]

SIZES = [(160, 45), (80, 24), (40, 12)]
THEMES = ["night", "day", "high-contrast"]

FAILED = (("a.txt", ReadingError("it is empty", "look into it")),)


@pytest.fixture
def app(path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], BriefingApp]:
    """An app with sixty briefings, some of them read, starred and tagged."""
    monkeypatch.setattr("briefings.library.library.moment", lambda: "2031-04-02T08:15:00Z")
    # A list that is read anew while a filter is typed keeps its cursor: that depends on the moment.
    monkeypatch.setattr("tui.watching.SECONDS", 600.0)
    path.unlink()
    fill(path, stories(60))
    with Library.open(path) as library:
        for at, entry in enumerate(library.entries(limit=30)):
            if at % 3:
                library.journal.record(entry.id, SetRead(is_read=True))
            if at % 5 == 1:
                library.journal.record(entry.id, SetStar(is_starred=True))
            if at % 4 == 1:
                library.journal.record(entry.id, AddTag("ferry dispute"))
        document = article.document()
        library.add(document, article.briefing())
        text = document.text.replace("not decided yet", "not decided at all yet")
        twin = type(document).of(text, title="As the other", paragraphs=document.paragraphs)
        library.add(twin, Briefing(twin.id, "1 test"))
        library.remember("last", document.id)
        library.journal.record(document.id, SetRead(is_read=True))  # as opening it would
    return partial(app_on, path)


async def to_the_library(pilot: Pilot[None]) -> None:
    await opened(pilot)


def name(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=name)
def test_the_library(
    snap_compare: Compare, app: Callable[[str], BriefingApp], size: tuple[int, int], theme: str
) -> None:
    async def marked(pilot: Pilot[None]) -> None:
        screen = await opened(pilot)
        await until(lambda: screen.table.cursor == 1, what="the briefing that is open")
        await pilot.press("down")
        await until(lambda: screen.table.cursor == 2)
        await pilot.press("space", "space")
        await until(lambda: len(screen.marked) == 2)

    assert snap_compare(app(theme), terminal_size=size, run_before=marked)


@pytest.mark.parametrize("size", SIZES, ids=name)
def test_filtered_and_sorted(
    snap_compare: Compare, app: Callable[[str], BriefingApp], size: tuple[int, int]
) -> None:
    async def filtered(pilot: Pilot[None]) -> None:
        screen = await opened(pilot)
        await pilot.press("o")
        await shown(pilot, screen)
        await pilot.press("f")
        screen.typed.value = "grain tag:ferry"
        await until(lambda: screen.listing.tags, what="what was typed is asked for")
        await shown(pilot, screen)

    assert snap_compare(app("night"), terminal_size=size, run_before=filtered)


@pytest.mark.parametrize("size", SIZES, ids=name)
def test_an_addition_under_way(
    snap_compare: Compare, app: Callable[[str], BriefingApp], size: tuple[int, int]
) -> None:
    async def adding(pilot: Pilot[None]) -> None:
        screen = await opened(pilot)
        assert isinstance(screen, LibraryScreen)
        screen.strip.progress = Progress(300, 40, 3, 1, FAILED, 23.0, is_running=True)
        await pilot.press("tab")

    assert snap_compare(app("night"), terminal_size=size, run_before=adding)


@pytest.mark.parametrize("size", SIZES, ids=name)
def test_the_first_page(
    snap_compare: Compare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(BriefingApp, "_take_in", lambda *_: None)
    empty = app_on(tmp_path / "empty.db")
    assert snap_compare(empty, terminal_size=size, run_before=to_the_library)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=name)
def test_the_tags(
    snap_compare: Compare, app: Callable[[str], BriefingApp], size: tuple[int, int], theme: str
) -> None:
    async def tags(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await pilot.press("number_sign", *"fer")

    assert snap_compare(app(theme), terminal_size=size, run_before=tags)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=name)
def test_the_picker(
    snap_compare: Compare,
    app: Callable[[str], BriefingApp],
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    theme: str,
) -> None:
    from tui.screens.adding import picker
    from tui.screens.adding.places import Listed, Place

    here = Path("/srv/articles")
    names = ("2030/", "2031/", "ferry-dispute.html", "Łódź talks.md", "a " * 40 + "long name.txt")
    places = tuple(Place(here / one.rstrip("/"), one.endswith("/")) for one in names)
    monkeypatch.setattr(picker, "listed", lambda *_: Listed(here, places, 12))
    monkeypatch.setattr(Path, "cwd", lambda: here)

    async def marked(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await pilot.press("A")
        screen = pilot.app.screen
        assert isinstance(screen, AddScreen)
        await until(lambda: screen.choices.row_id)
        await pilot.press("down", "down", "ctrl+t")
        await until(lambda: screen.choices.row_id.endswith(".html"))
        await until(lambda: not [one for one in screen.workers if not one.is_finished])
        await pilot.pause()

    assert snap_compare(app(theme), terminal_size=size, run_before=marked)
