"""How the app ends: in peace, whatever was still being opened."""

from __future__ import annotations

from textual.app import App, ScreenStackError
from textual.css.query import NoMatches
from textual.dom import NoScreen

GONE = (NoMatches, NoScreen, ScreenStackError)
"""What is raised where a widget or its screen is no longer there."""


class EndingApp(App[None]):
    """An app that may be left at any moment."""

    def _handle_exception(self, error: Exception) -> None:
        """End on an error, unless the app ends already and a part of it did not find another.

        Textual takes a screen apart even while that is still being put together; the rest of its
        putting together then looks in vain for what was never put in.
        """
        is_ending = self._exit or not self._running
        if not (is_ending and isinstance(error, GONE)):
            super()._handle_exception(error)
