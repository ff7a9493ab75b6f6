"""Waiting for what a test is about: never for a time, and never for the machine to look idle.

Textual's own pause ends when the process uses little of the processor, which on a busy machine is
also so while it waits for its turn, and which on any machine takes a fiftieth of a second.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest
from textual._context import active_app
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from tui.jobs import InTurn

MOST_SECONDS = 60.0
"""How long a condition may take on the slowest machine before a test fails."""

MOST_SECONDS_ASIDE = 0.5
"""So long a pilot waits for what is done in a thread, which some tests hold up."""

QUIET_ROUNDS = 3
"""So often in a row nothing may be waiting: a message that is handled may send another one."""

SECONDS_OF_A_TOAST = 600.0
"""So long a toast stays, so that a test on a busy machine still meets it."""

MOST_ROUNDS = 100
"""Something that moves all the time, such as a spinner, never becomes quiet."""


async def until(condition: Callable[[], object], *, what: str = "") -> None:
    """Wait until something is so.

    Raises:
        AssertionError: It was not so for `MOST_SECONDS`.
    """
    loop = asyncio.get_running_loop()
    end = loop.time() + MOST_SECONDS
    while not condition():
        assert loop.time() < end, f"never came: {what or condition}"
        await asyncio.sleep(0.005)


@pytest.fixture(autouse=True)
def steady(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whenever a pilot waits, it waits until nothing is left to be done, and no longer."""
    aside = Aside(monkeypatch)
    one_round = Pilot._wait_for_screen

    async def all_rounds(pilot: Pilot[Any], timeout: float = MOST_SECONDS) -> bool:
        was_handled, quiet = True, 0
        for _ in range(MOST_ROUNDS):
            await aside.done()
            was_handled = await one_round(pilot, timeout)
            await asyncio.sleep(0)
            quiet = 0 if aside.awaited or _has_work(pilot.app) else quiet + 1
            if quiet == QUIET_ROUNDS:
                break
        return was_handled

    async def in_place_of_idle(*_seconds: float) -> None:
        await all_rounds(Pilot(active_app.get()))

    monkeypatch.setattr(App, "NOTIFICATION_TIMEOUT", SECONDS_OF_A_TOAST)
    monkeypatch.setattr(Pilot, "_wait_for_screen", all_rounds)
    for module in ("textual.app", "textual.pilot"):
        monkeypatch.setattr(f"{module}.wait_for_idle", in_place_of_idle)


class Aside:
    """What an app does in threads and has not done yet."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._begun: set[object] = set()
        self._held_up: set[object] = set()
        to_thread, begin = asyncio.to_thread, InTurn.begin

        async def known(work: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
            mark = object()
            self._begun.add(mark)
            try:
                return await to_thread(work, *arguments, **named)
            finally:
                self._begun.discard(mark)

        def begun(turn: InTurn, work: Callable[..., Any], *arguments: object) -> Future[Any]:
            future = begin(turn, work, *arguments)
            self._begun.add(future)
            future.add_done_callback(self._begun.discard)
            return future

        monkeypatch.setattr(asyncio, "to_thread", known)
        monkeypatch.setattr(InTurn, "begin", begun)

    @property
    def awaited(self) -> set[object]:
        """What is worth waiting for."""
        return self._begun - self._held_up

    async def done(self) -> None:
        """Wait until all is done, or seems to be held up by the test."""
        loop = asyncio.get_running_loop()
        end = loop.time() + MOST_SECONDS_ASIDE
        while self.awaited and loop.time() < end:
            await asyncio.sleep(0.001)
        self._held_up |= self.awaited


def _has_work(app: App[Any]) -> bool:
    """Whether a message waits somewhere, or something put off until the next refresh."""
    if not app.screen_stack:
        return False
    screen = app.screen
    if _is_to_be_painted(screen):
        screen._on_timer_update()  # which a timer would do a sixtieth of a second later
        return True
    pumps = [app, *screen.walk_children(with_self=True)]
    waits = any(
        pump.message_queue_size or pump._next_callbacks or not pump._is_mounted for pump in pumps
    )
    return waits or bool(screen._callbacks) or app._resize_timer is not None


def _is_to_be_painted(screen: Screen[Any]) -> bool:
    if not screen.is_current or screen.app._batch_count:
        return False
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
    )
