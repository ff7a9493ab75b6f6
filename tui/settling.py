"""A look at the terminal once the app runs: what it did while the app started may go unheard."""

from __future__ import annotations

from functools import partial

from textual.app import App
from textual.events import Resize
from textual.geometry import Size

SECONDS = 1.0
"""After so long all is painted once more, in the size that the terminal has by then."""


def settle(app: App[None]) -> None:
    """Paint all once more when the start is over."""
    app.set_timer(SECONDS, partial(_paint, app))


def _paint(app: App[None]) -> None:
    from shutil import get_terminal_size

    if not app.screen_stack:
        return  # it is closing
    size = app.size if app.is_headless else Size(*get_terminal_size())
    if size == app.size:
        app.screen.refresh(layout=True)
    else:
        app.post_message(Resize(size, size))
