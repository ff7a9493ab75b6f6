"""The picker of files: what is marked is seen, and a path that leads nowhere is not lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.waiting import steady, until
from tests.tui_parts.stage import Stage, seen
from tui.screens.adding.picker import AddScreen
from tui.screens.dialog import Choices

__all__ = ["steady"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "port.txt").write_text("The port is open.\n", encoding="utf-8")
    return tmp_path


def row(app: Stage, words: str) -> str:
    return next((line for line in seen(app) if words in line), "")


async def test_the_whole_folder_shows_that_it_is_marked(folder: Path) -> None:
    app = Stage(AddScreen(folder))

    async with app.run_test(size=(80, 24)) as pilot:
        await until(lambda: "＋ the whole folder" in row(app, "the whole folder"))
        await pilot.press("ctrl+t")

        await until(lambda: "✓ the whole folder" in row(app, "the whole folder"))


async def test_a_path_that_leads_nowhere_can_be_put_right(folder: Path) -> None:
    screen = AddScreen(folder)
    app = Stage(screen)

    async with app.run_test(size=(80, 24)) as pilot:
        await until(lambda: row(app, "port.txt"))
        await pilot.press(*"prot.txt", "ctrl+s")
        await until(lambda: any("prot.txt: check" in one.message for one in app._notifications))
        assert app.screen is screen
        await pilot.press(*["backspace"] * len("rot.txt"))
        await until(lambda: screen.query_one(Choices).row_id.endswith("port.txt"))
        await pilot.press("enter")

    assert app.result == (folder / "port.txt",)
