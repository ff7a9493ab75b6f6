"""What the export looks like: at three sizes, in a dark, a light and a high-contrast theme."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from briefings.corrections import QuestionStatus, Subject
from briefings.export import Taken
from briefings.library.records import Marks, Note
from tests.tui_parts.shows import stored
from tests.tui_parts.stage import Stage
from tui.screens.export import ExportScreen

DAY = "2026-03-03T08:00:00Z"
MARKS = Marks(
    is_read=True,
    is_starred=True,
    tags=("straits",),
    notes=(),
    notes_of={"p1": (Note(1, "Which ships?", Subject(), DAY, DAY),)},
    statuses={"q1": QuestionStatus.NARROWED},
)
LONG = "Council of the Straits puts off its vote on tolls for a third time — 海峡通行料の投票"


async def settled(pilot: Pilot[Any]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def stage(theme: str = "night", title: str = "Two ships for the strait") -> Stage:
    taken = Taken(stored(title), MARKS)
    return Stage(ExportScreen([taken], Path("/home/ito/Documents/Briefings")), theme)


@pytest.mark.parametrize("theme", ["night", "day", "high-contrast"])
@pytest.mark.parametrize("size", [(160, 45), (80, 24), (40, 12)], ids="{0[0]}x{0[1]}".format)
def test_export(snap_compare: Any, size: tuple[int, int], theme: str) -> None:
    assert snap_compare(stage(theme), run_before=settled, terminal_size=size)


@pytest.mark.parametrize("size", [(100, 24), (100, 34)], ids="{0[0]}x{0[1]}".format)
def test_two_columns(snap_compare: Any, size: tuple[int, int]) -> None:
    assert snap_compare(stage(title=LONG), run_before=settled, terminal_size=size)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids="{0[0]}x{0[1]}".format)
def test_several_briefings(snap_compare: Any, size: tuple[int, int]) -> None:
    taken = [Taken(stored(f"Part {number}"), MARKS) for number in range(1, 13)]
    screen = ExportScreen(taken, Path("/home/ito/Documents/Briefings"))
    assert snap_compare(Stage(screen), run_before=settled, terminal_size=size)


@pytest.mark.parametrize("size", [(160, 45), (40, 12)], ids="{0[0]}x{0[1]}".format)
def test_several_files(snap_compare: Any, size: tuple[int, int]) -> None:
    keys = ["right", "right", *["pagedown"] * 2]
    assert snap_compare(stage(title=LONG), press=keys, terminal_size=size)


def test_a_table(snap_compare: Any) -> None:
    assert snap_compare(stage(), press=["right"] * 5, terminal_size=(80, 24))


def test_a_place_that_cannot_be(snap_compare: Any) -> None:
    keys = ["tab", "tab", "ctrl+u", "enter"]
    assert snap_compare(stage(), press=keys, terminal_size=(80, 24))
