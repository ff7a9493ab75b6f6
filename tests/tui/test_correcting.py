"""Corrections, made with keys in a real library."""

from __future__ import annotations

from textual.pilot import Pilot

from briefings.briefing import Actor, Position, Question
from tests.tui.test_briefing_screen import started
from tests.tui.waiting import until
from tui.app import BriefingApp
from tui.screens.briefing import BriefingScreen


def toasts(app: BriefingApp) -> list[str]:
    return [toast.message for toast in app._notifications]


def seen(screen: BriefingScreen, identity: str) -> Actor | Position | Question | None:
    opened = screen.opened
    assert opened is not None
    briefing = opened.briefing
    items: tuple[Actor | Position | Question, ...]
    items = (*briefing.actors, *briefing.positions, *briefing.questions)
    return next((one for one in items if one.id == identity), None)


async def go_to(pilot: Pilot[None], screen: BriefingScreen, pane: str, row: str) -> None:
    screen.go(pane)
    getattr(screen, pane).move_to(row)
    await pilot.pause()


async def done(app: BriefingApp, times: int = 1) -> str:
    await until(lambda: len(toasts(app)) >= times, what="the sentence that tells what was done")
    return toasts(app)[-1]


async def test_merging_two_actors(app: BriefingApp) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        await go_to(pilot, screen, "actors", "a11")
        await pilot.press("c", "enter", *"okafor", "enter")
        said = await done(app)

        assert said == "Merged ‘Inge Varga’ into ‘Ada Okafor’. u undoes it."
        assert seen(screen, "a11") is None
        assert screen.actors.row_id == "a3"
        position = seen(screen, "p12")
        assert isinstance(position, Position)
        assert position.holders == ("a3",)
