"""Adding articles from the app: the picker, pastes, progress, stopping, what failed."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from textual.events import Paste
from textual.screen import Screen

from briefings.errors import ReadingError
from briefings.library import Library
from tests.tui import article
from tests.tui.library.conftest import app_on, lines, opened, shown, titles
from tests.tui.waiting import until
from tests.tui_parts.test_bulk import Stub
from tui import bulk
from tui.adding import Adding, Progress
from tui.app import BriefingApp
from tui.screens.adding.failures import FailuresScreen
from tui.screens.adding.pasted import PastedScreen
from tui.screens.adding.picker import AddScreen
from tui.screens.adding.strip import told
from tui.screens.dialog import Choices
from tui.screens.library.screen import LibraryScreen

pytestmark = pytest.mark.asyncio


@pytest.fixture(autouse=True)
def stub(monkeypatch: pytest.MonkeyPatch) -> type[Stub]:
    monkeypatch.setattr(bulk, "AnalysisProcess", Stub)
    Stub.alive = Stub.most = 0
    Stub.asked = ()
    Stub.go_on = asyncio.Event()
    return Stub


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three articles, one in a folder of its own, and something else."""
    folder = tmp_path / "articles"
    (folder / "older").mkdir(parents=True)
    (folder / "port.txt").write_text("The port is open\n\nThat was said.\n")
    (folder / "the grain.txt").write_text("Grain is scarce\n\nThat was said.\n")
    (folder / "older" / "toll.txt").write_text("No toll\n\nThat was said.\n")
    (folder / "picture.png").write_text("x")
    monkeypatch.chdir(folder)
    return folder


def kept(path: Path) -> set[str]:
    with Library.open(path, read_only=True) as library:
        return {entry.title for entry in library.entries()}


async def ended(app: BriefingApp) -> None:
    await until(lambda: app.adding.progress.done and not app.adding.progress.is_running)


def rows(screen: Screen[Any]) -> list[str]:
    """The words of each row of a dialog, however little of them can be seen."""
    found = screen.query_one(Choices)._model.rows
    return ["".join(piece.text for line in row.lines for piece in line.left) for row in found]


def paste(app: BriefingApp, text: str) -> None:
    app.post_message(Paste(text))


@pytest.mark.usefixtures("folder")
async def test_the_picker_adds_a_whole_folder(path: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await pilot.press("A")
        await until(lambda: "port.txt" in "\n".join(lines(app)))
        assert "picture.png" not in "\n".join(lines(app))
        assert "the whole folder" in "\n".join(lines(app))
        await pilot.press("enter")
        await ended(app)
        await until(lambda: "The port is open" in titles(screen))
        assert {"The port is open", "Grain is scarce", "No toll"} <= kept(path)
        assert "done · 3 added" in "\n".join(lines(app))
        await pilot.press("tab", "escape")
        assert "3 added" not in "\n".join(lines(app))


async def test_a_path_is_completed_and_several_can_be_marked(path: Path, folder: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await pilot.press("A", *"old")
        picker = app.screen
        assert isinstance(picker, AddScreen)
        await until(lambda: picker.choices.row_id.endswith("older"))
        await pilot.press("tab")
        assert picker.typed.value.endswith(f"older{os.sep}")
        await until(lambda: "toll.txt" in "\n".join(lines(app)))
        await pilot.press("down", "ctrl+t")
        picker.typed.value = f"{folder}{os.sep}the"
        await until(lambda: picker.choices.row_id.endswith("the grain.txt"))
        await pilot.press("ctrl+t")
        await until(lambda: "2 marked" in "\n".join(lines(app)))
        await pilot.press("ctrl+s")
        await ended(app)
        assert kept(path) >= {"No toll", "Grain is scarce"}
        assert "The port is open" not in kept(path)


@pytest.mark.usefixtures("folder")
async def test_a_folder_that_cannot_be_listed_is_explained(path: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("A")
        assert isinstance(app.screen, AddScreen)
        app.screen.typed.value = "nowhere/at/all"
        await until(lambda: "no such file or directory" in "\n".join(lines(app)))


async def test_dropped_files_are_offered_and_added(path: Path, folder: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        paste(app, f"'{folder}/the grain.txt' {folder}/port.txt ")
        await until(lambda: isinstance(app.screen, PastedScreen))
        await pilot.pause()
        # The end of a path may be cut: how long it is depends on where the tests have their folder.
        assert str(folder)[:80] in "\n".join(lines(app))
        assert [Path(offered).name for offered in rows(app.screen)] == ["the grain.txt", "port.txt"]
        await pilot.press("escape")
        assert app.screen is screen
        assert not app.adding.progress.total
        await pilot.press("f")
        paste(app, f"file://{folder}/the%20grain.txt")
        await until(lambda: isinstance(app.screen, PastedScreen))
        await pilot.press("enter")
        await ended(app)
        assert "Grain is scarce" in kept(path)
        assert screen.typed.value == ""


async def test_a_file_that_is_dropped_on_a_briefing_is_opened(path: Path, folder: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        paste(app, f"{folder}/port.txt")
        await until(lambda: isinstance(app.screen, PastedScreen))
        await pilot.press("enter")
        await until(
            lambda: (
                app.briefing_screen.opened
                and app.briefing_screen.opened.document.title == "The port is open"
            )
        )


async def test_the_text_of_an_article_is_offered_to_be_read(path: Path) -> None:
    app = app_on(path)
    with patch.object(app.session, "analyse", _nothing_found):
        async with app.run_test(size=(100, 30)) as pilot:
            await opened(pilot)
            text = "A pasted headline\n\n" + "Somebody said something. " * 20 + "\x1b[31m"
            paste(app, text)
            await until(lambda: isinstance(app.screen, PastedScreen))
            await until(lambda: "Read this text as an article?" in "\n".join(lines(app)))
            await pilot.press("enter")
            await until(lambda: "A pasted headline" in kept(path))
            assert app.screen is app.briefing_screen
            assert app.briefing_screen.opened
            assert app.briefing_screen.opened.document.title == "A pasted headline"


async def test_words_that_are_pasted_do_nothing_or_filter(path: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        paste(app, "grain")
        await pilot.pause()
        assert app.screen is screen
        await pilot.press("f")
        paste(app, "grain")
        await shown(pilot, screen)
        assert len(titles(screen)) == 1


async def test_an_addition_is_stopped_and_what_was_added_stays(
    path: Path, folder: Path, stub: type[Stub]
) -> None:
    (folder / "slow.txt").write_text("Slow\n\nThis one is slow.\n")
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        app.adding.begin([folder])
        await until(lambda: app.adding.progress.done == 2)
        await until(lambda: "No toll" in titles(screen))
        await pilot.press("down", "s")  # all else goes on
        assert "of 4" in lines(app)[-2]
        await pilot.press("tab", "escape")
        await until(lambda: not app.adding.progress.is_running)
        await pilot.pause()
        assert "stopped" in lines(app)[-2]
        assert stub.alive == 0
        assert kept(path) >= {"No toll", "The port is open"}
        assert "Slow" not in kept(path)


async def test_what_fails_is_counted_and_listed_with_the_reason(path: Path, folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "bad [red]\x1b[31m\udcff.txt").write_text("Bad\n\nThis is wrong.\n")
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        app.adding.begin([folder, folder / "gone.txt"])
        await ended(app)
        assert len(app.adding.progress.failures) == 3
        await pilot.press("tab", "enter")
        assert isinstance(app.screen, FailuresScreen)
        told_of = "\n".join(rows(app.screen))
        for words in ("empty.txt", "is empty", "cannot be analysed", "There is no file", "[red]"):
            assert words in told_of
        painted = "\n".join(lines(app))
        assert "Not added" in painted
        assert "\x1b" not in painted


async def test_adding_the_same_again_says_so_and_brings_back_what_was_removed(
    path: Path, folder: Path
) -> None:
    app = app_on(path)
    async with app.run_test(size=(140, 30)) as pilot:
        screen = await opened(pilot)
        app.adding.begin([folder])
        await ended(app)
        await until(lambda: len(titles(screen)) == 7)
        await pilot.press("home", "D")
        await until(lambda: len(kept(path)) == 6)
        app.adding.begin([folder])
        await ended(app)
        await pilot.pause()
        assert "0 added · 1 brought back · 2 already there" in lines(app)[-2]
        assert len(kept(path)) == 7


async def test_what_is_asked_for_meanwhile_comes_after(
    tmp_path: Path, folder: Path, stub: type[Stub]
) -> None:
    (folder / "older" / "toll.txt").write_text("Slow\n\nThis one is slow.\n")
    seen: list[Progress] = []
    adding = Adding(tmp_path / "library.db", "model", seen.append)
    adding.begin([folder / "older"])
    await until(lambda: stub.asked)
    adding.begin([folder / "port.txt"])
    stub.go_on.set()
    await until(lambda: not adding.progress.is_running)
    assert (adding.progress.new, adding.progress.total) == (2, 2)
    assert seen[-1] == adding.progress


def _failed(count: int) -> tuple[tuple[str, ReadingError], ...]:
    return (("a.txt", ReadingError("it is empty", "look into it")),) * count


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress(is_running=True), "looking for articles"),
        (Progress(30, 2, seconds=1, is_running=True), "adding 2 of 30"),
        (Progress(30, 20, seconds=10, is_running=True), "adding 20 of 30 · 2.0/s · 5 s left"),
        (Progress(9, 1, seconds=20, is_running=True), "adding 1 of 9 · 3/min · 3 min left"),
        (
            Progress(9, 1, 3, 1, _failed(2), 20, is_running=True),
            "adding 6 of 9 · 2 failed · 18/min · 10 s left · 1 brought back · 2 already there",
        ),
        (Progress(9, 7, failures=_failed(2), seconds=9), "done · 7 added · 2 failed"),
        (Progress(9, 7, seconds=9, is_stopped=True), "stopped · 7 added"),
    ],
)
async def test_progress_in_words(progress: Progress, words: str) -> None:
    assert told(progress) == words


async def _nothing_found(document: object) -> object:
    from briefings.briefing import Briefing

    return Briefing(document.id, "1 test")  # type: ignore[attr-defined]


async def test_leaving_while_something_is_added_leaves_nothing_running(
    path: Path, folder: Path, stub: type[Stub]
) -> None:
    (folder / "a slow one.txt").write_text("Slow\n\nThis one is slow.\n")
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        assert isinstance(app.screen, LibraryScreen)
        app.adding.begin([folder])
        await until(lambda: stub.asked)
        await pilot.press("q")
    assert stub.alive == 0
    assert article.TITLE in kept(path)
