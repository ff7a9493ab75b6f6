"""The settings and themes of the running app, taken again whenever one of their files changes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.errors import BriefingError
from tui.jobs import aside
from tui.settings import (
    DEFAULT_THEME,
    Settings,
    config_path,
    load_what_is_valid,
    themes_folder,
)
from tui.theming import built_in_theme, check_choice, load_themes

if TYPE_CHECKING:
    from textual.app import App

COLORLESS = "plain"
"""The theme that holds where no colours are wanted."""

SECONDS = 1.0
"""How often is looked; a few files are asked for their time, which takes less than a thousandth."""

Stamp = tuple[tuple[str, int, int], ...]


def stamp() -> Stamp:
    """The paths, times and sizes of the settings file and of the reader's themes."""
    themes = themes_folder()
    try:
        files = sorted(themes.glob("*.toml")) if themes.is_dir() else []
    except OSError:
        files = []
    return tuple(found for file in (config_path(), *files) if (found := _of(file)))


def _of(file: Path) -> tuple[str, int, int] | None:
    try:
        there = file.stat()
    except OSError:
        return None
    return (str(file), there.st_mtime_ns, there.st_size)


class Followed:
    """The settings and themes of an app: as they are at its start, and as they become.

    Args:
        app: The app; its themes are registered and its theme is chosen here.
        settings: The settings at the start.
    """

    def __init__(self, app: App[None], settings: Settings) -> None:
        self._app = app
        self._stamp: Stamp | None = None
        self.settings = settings
        self.descriptions: Mapping[str, str] = {}

    def begin(self) -> list[BriefingError]:
        """Let the settings hold for the first paint; what is wrong with the themes, if read.

        If the theme is one of ours, all others can wait for `complete`, and the paint not for them.
        """
        theme = built_in_theme(self._name)
        if theme is None:
            return self.take(self.settings)
        self._hold_still()
        self._app.register_theme(theme)
        self._app.theme = theme.name
        return []

    def complete(self) -> list[BriefingError]:
        """Read the themes that are not read yet; what is wrong with them."""
        return [] if self.descriptions else self.take(self.settings)

    def take(self, settings: Settings) -> list[BriefingError]:
        """Let settings and the themes of now hold; what is wrong with them."""
        self.settings = settings
        found = load_themes(themes_folder())
        problems: list[BriefingError] = [*found.problems]
        self.descriptions = found.descriptions
        before = self._app.available_themes
        for theme in found.themes:
            self._app.register_theme(theme)
        self._hold_still()
        name = self._name
        try:
            check_choice(name, self._app.available_themes)
        except BriefingError as error:
            if name not in {file.stem for file in themes_folder().glob("*.toml")}:
                problems.append(error)  # of a theme with a mistake, the mistake is told
            name = DEFAULT_THEME
        if self._app.theme == name and self._app.available_themes[name] != before.get(name):
            self._app.refresh_css(animate=False)
        self._app.theme = name
        return problems

    @property
    def _name(self) -> str:
        return self.settings.theme if has_colors() else COLORLESS

    def _hold_still(self) -> None:
        is_dumb = os.environ.get("TERM") == "dumb"
        if is_dumb or not self.settings.motion or not has_colors():
            self._app.animation_level = "none"

    async def look(self) -> list[BriefingError] | None:
        """Take the settings and themes again if a file of theirs changed.

        Returns:
            What is wrong with them; None if nothing changed since the last look.
        """
        now = await aside(stamp)
        before, self._stamp = self._stamp, now
        if before is None or now == before:
            return None
        settings, problems = await aside(load_what_is_valid)
        self._app.set_keymap(settings.keys)
        return [*problems, *self.take(settings)]


def has_colors() -> bool:
    """Whether colours are wanted: `NO_COLOR` with any value says no (no-color.org)."""
    return not os.environ.get("NO_COLOR")
