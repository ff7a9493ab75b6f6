"""What the library screen asks of the app, so that it needs to know nothing of the app itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.library.listing import Listing
    from tui.adding import Progress


class Surroundings(Protocol):
    """What the screen asks of the app."""

    @property
    def progress(self) -> Progress:
        """How far an addition is."""

    def remember(self, listing: Listing) -> None:
        """Remember an order for the next time."""

    def export(self, ids: Sequence[str]) -> None:
        """Export some briefings."""

    def open_dossier(self, identity: str) -> None:
        """Ask for an actor of a briefing, and open their dossier."""

    def show_matrix(self, ids: Sequence[str], title: str) -> None:
        """Show the matrix of some briefings."""

    def show_timeline(self, ids: Sequence[str], title: str) -> None:
        """Show the timeline of some briefings."""

    def stop_adding(self) -> None:
        """Add no more."""

    def show_failures(self) -> None:
        """List what could not be added."""

    def forget_progress(self) -> None:
        """What an addition did was seen."""
