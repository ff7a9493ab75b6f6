"""What can be opened from every screen: the themes, and the help."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefings.errors import BriefingError
from tui.actions import Place
from tui.settings import save_theme

if TYPE_CHECKING:
    from tui.app import BriefingApp


def choose_theme(app: BriefingApp) -> None:
    """Choose the colours; the theme that is chosen holds the next time, too."""
    from tui.screens.themes import ThemeScreen

    app.push_screen(ThemeScreen(app.followed.descriptions), partial(_keep_theme, app))


def _keep_theme(app: BriefingApp, name: str | None) -> None:
    if name is not None:
        try:
            save_theme(name)
        except BriefingError as error:
            app.tell(error)


def open_help(app: BriefingApp) -> None:
    """Show every key of the screen in front, and what its signs say."""
    from tui.panes.signs import LEGEND
    from tui.screens.help import HelpScreen

    own = (Place.BRIEFING, Place.LIST, Place.SELECT, Place.FIND, Place.APP)
    places = getattr(app.screen, "PLACES", own)
    signs = getattr(app.screen, "SIGNS", LEGEND)
    app.push_screen(HelpScreen(places, app.settings.keys, signs))
