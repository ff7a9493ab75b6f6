"""A mouse whose events are as a terminal's: they say where, and name no widget."""

from __future__ import annotations

from textual import events
from textual.pilot import Pilot


async def mouse(
    pilot: Pilot[None], kind: type[events.MouseEvent], place: tuple[int, int], button: int = 1
) -> None:
    """Do something with the mouse at a cell of the screen."""
    x, y = place
    event = kind(None, x, y, 0, 0, button, False, False, False, screen_x=x, screen_y=y)
    pilot.app.post_message(event)
    await pilot.pause()


async def drag(pilot: Pilot[None], *places: tuple[int, int]) -> None:
    """Press the button at the first cell, and let go of it at the last one."""
    await mouse(pilot, events.MouseDown, places[0])
    for place in places[1:]:
        await mouse(pilot, events.MouseMove, place)
    await mouse(pilot, events.MouseUp, places[-1])
