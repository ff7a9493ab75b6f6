"""From the item under the cursor to a note on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app import BriefingApp


def note(app: BriefingApp) -> None:
    """Write a note on what the reader is at."""


def note_on_briefing(app: BriefingApp) -> None:
    """Write a note on the open briefing."""
