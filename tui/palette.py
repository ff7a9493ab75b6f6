"""The command palette: every action of the registry that can be done now."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.actions import Action
from tui.widgets.key_line import in_force

HELP_SCORE = 0.1
"""Below every score of a title."""


class ActionProvider(Provider):
    """Offers the actions that are in force on the screen in front, with their keys."""

    def _offers(self) -> Iterator[tuple[Action, str, Callable[[], Coroutine[Any, Any, bool]]]]:
        """Each action with its key and what does it."""
        for action, found in in_force(self.screen):
            if action.palette and found.enabled:
                key = self.app.get_key_display(found.binding)
                yield action, key, partial(self.app.run_action, action.name, found.node)

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for action, key, run in self._offers():
            yield DiscoveryHit(_title(action.title, key), run, action.title, action.help)

    async def search(self, query: str) -> Hits:
        """Those whose title is like what was typed, then those whose help holds it."""
        matcher, words = self.matcher(query), query.casefold()
        for action, key, run in self._offers():
            score = matcher.match(action.title) or (words in action.help.casefold()) * HELP_SCORE
            if score > 0:
                lit = matcher.highlight(action.title)
                shown = Content.assemble(lit, (f"  {key}", "dim"))
                yield Hit(score, shown, run, action.title, action.help)


def _title(title: str, key: str) -> Content:
    return Content.assemble(title, (f"  {key}", "dim"))
