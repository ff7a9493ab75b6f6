"""What another program does to the library is told to the screens within two seconds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from textual.app import App

    from tui.session import Session

SECONDS = 1.0
"""How often the library is asked; it answers within microseconds and reads nothing."""


@dataclass
class LibraryChanged(Message, bubble=False):
    """The library was changed: by another program, or by this one."""


def watch(app: App[None], session: Session) -> None:
    """Post `LibraryChanged` to the app and every open screen whenever the library was changed."""
    app.set_interval(SECONDS, partial(_look, app, session))


def _look(app: App[None], session: Session) -> None:
    if session.has_changed():
        for listener in (app, *app.screen_stack):
            listener.post_message(LibraryChanged())
