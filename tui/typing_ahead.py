"""Keys that were pressed before the key ahead of them was answered wait until it is.

Textual hands a key to what has the focus at that moment. One that follows quickly, or while the
machine is busy, would go where the one ahead of it went: of "/sella" the "s" would not be typed
into the search but give the briefing a star. So a message follows each key through the same
queues, then through those of the screen in front, until that is still the same screen: whatever
the key opened is then open, and has the focus.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import partial
from typing import Any

from textual.app import App
from textual.events import Key
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.timer import Timer

LONGEST_WAIT = 1.0
"""Seconds that a key waits at most for the one ahead of it."""


@dataclass
class KeyFollowed(Message):
    """What the key was handed to, or the screen that was in front then, has answered it.

    Attributes:
        number: Which key it was.
        screen: The screen that was in front; None on the way of the key itself.
    """

    number: int
    screen: Screen[Any] | None = None


class TypedAhead:
    """The keys that wait.

    Args:
        app: Whose keys.
    """

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._waiting: deque[Key] = deque()
        self._number = 0
        self._timer: Timer | None = None

    def keeps(self, key: Key) -> bool:
        """Whether a key has to wait; it is handed to the app again when its turn has come."""
        if self._timer is None:
            return False
        self._waiting.append(key)
        return True

    def follow(self, target: MessagePump) -> None:
        """Follow a key that was handed to a widget or screen."""
        self._number += 1
        self._timer = self._app.set_timer(LONGEST_WAIT, partial(self._go_on, self._number))
        self._send(target, KeyFollowed(self._number))

    async def followed(self, event: KeyFollowed) -> None:
        """Go on if the screen in front is still the same, else follow through its queue too."""
        if event.number != self._number or self._timer is None or not self._app.screen_stack:
            return
        screen = self._app.screen
        if event.screen is screen:
            await self._go_on(event.number)
        else:
            self._send(screen, KeyFollowed(event.number, screen))

    def _send(self, target: MessagePump, message: KeyFollowed) -> None:
        if not target.post_message(message):
            self._app.call_next(self._go_on, message.number)  # it is closing

    async def _go_on(self, number: int) -> None:
        """The next key, or several if they are answered at once."""
        if number != self._number or self._timer is None:
            return
        self._timer.stop()
        self._timer = None
        while self._waiting and self._timer is None:
            await self._app.on_event(self._waiting.popleft())
