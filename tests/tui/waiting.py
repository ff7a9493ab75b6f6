"""Waiting for what a test is about: never for a time, and never for the machine to look idle.

Textual's own pause ends when the process uses little of the processor, which on a busy machine is
also so while it waits for its turn.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

MOST_SECONDS = 20.0
"""How long a condition may take on the slowest machine before a test fails."""

QUIET_ROUNDS = 3
"""So often in a row nothing may be waiting: a message that is handled may send another one."""

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
    """Whenever a pilot waits, it waits until no message is left, however slow the machine is."""
    one_round = Pilot._wait_for_screen

    async def all_rounds(pilot: Pilot[Any], timeout: float = MOST_SECONDS) -> bool:
        was_handled, quiet = True, 0
        for _ in range(MOST_ROUNDS):
            was_handled = await one_round(pilot, timeout)
            await asyncio.sleep(0)
            quiet = 0 if _has_work(pilot.app) else quiet + 1
            if quiet == QUIET_ROUNDS:
                break
        return was_handled

    monkeypatch.setattr(Pilot, "_wait_for_screen", all_rounds)


def _has_work(app: App[Any]) -> bool:
    """Whether a message waits somewhere, or something put off until the next refresh."""
    if not app.screen_stack:
        return False
    pumps = [app, *app.screen.walk_children(with_self=True)]
    waits = any(pump.message_queue_size or pump._next_callbacks for pump in pumps)
    return waits or bool(app.screen._callbacks)
