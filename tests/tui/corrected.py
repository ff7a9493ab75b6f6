"""What the app told, and what it shows of an item: asked by the tests that change something."""

from __future__ import annotations

from textual.pilot import Pilot

from briefings.briefing import Actor, ActorType, Position, Question
from tests.tui.waiting import until
from tui.app import BriefingApp
from tui.screens.briefing import BriefingScreen

SAID: dict[BriefingApp, list[str]] = {}
"""All that was told, kept by the fixture `hear`."""


def toasts(app: BriefingApp) -> list[str]:
    return SAID.get(app, [])


def seen(screen: BriefingScreen, identity: str) -> Actor | Position | Question | None:
    opened = screen.opened
    assert opened is not None
    briefing = opened.briefing
    items: tuple[Actor | Position | Question, ...]
    items = (*briefing.actors, *briefing.positions, *briefing.questions)
    return next((one for one in items if one.id == identity), None)


def type_of(screen: BriefingScreen, identity: str) -> ActorType:
    actor = seen(screen, identity)
    assert isinstance(actor, Actor)
    return actor.type


async def go_to(pilot: Pilot[None], screen: BriefingScreen, pane: str, row: str) -> None:
    screen.go(pane)
    getattr(screen, pane).move_to(row)
    await pilot.pause()


async def done(app: BriefingApp, times: int = 1) -> str:
    await until(lambda: len(toasts(app)) >= times, what="the sentence that tells what was done")
    return toasts(app)[-1]
