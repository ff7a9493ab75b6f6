"""Answering what is typed: actors at once, everything else as the library tells it.

What was found for the letters before stays until there is something newer.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from briefings.errors import BriefingError
from briefings.search.found import GroupKind, Results
from briefings.search.query import Query
from tui.screens.searching.answer import Answer, actor_group, prominent
from tui.screens.searching.beside import begin

if TYPE_CHECKING:
    from tui.screens.search import SearchScreen
    from tui.screens.searching.asking import Asking

AT_ONCE = 10_000
"""Up to so many actors are searched between two keys; more are searched aside."""

PAGE = 6
"""Rows of a group, until more are asked for."""

ALL_ACTORS = 100
"""Actors that are listed before anything is typed."""

FURTHER = 30
"""So many more rows come at a time."""

PAUSE = 0.03
"""Seconds after a key before the library is asked: letters typed in one go are asked for once."""


class Answering:
    """What is known of the answer to a query.

    Args:
        screen: Where it is shown.
        asking: Where all but the actors is asked for; None finds actors alone.

    Attributes:
        answer: What is found by now.
        query: What was asked; None if it could not be understood.
        is_settled: Whether nothing more will come.
        has_actors: Whether the actors are those of this query.
    """

    def __init__(self, screen: SearchScreen, asking: Asking | None) -> None:
        self._screen = screen
        self._asking = asking
        self._limits: dict[GroupKind, int] = {}
        self.answer = Answer()
        self.query: Query | None = None
        self.is_settled = True
        self.has_actors = False

    def begin(self, query: Query | None) -> None:
        """Answer to another query; what was asked before is of no interest any more."""
        self._screen.workers.cancel_group(self._screen, "asking")
        self.query = query
        self.is_settled = True
        self._limits = dict.fromkeys(GroupKind, PAGE)
        if query is None:
            return
        if not query.text.strip():
            self.answer = Answer()
            self._limits[GroupKind.ACTORS] = ALL_ACTORS
        self.go_on()

    def more_of(self, kind: GroupKind) -> None:
        """Find more of a group."""
        self._limits[kind] += FURTHER
        self.go_on()

    def go_on(self) -> None:
        """Show the actors at once, and have everything else looked for."""
        query = self.query
        if query is None:
            return
        is_empty = not query.text.strip()
        self.has_actors = self._find_actors(query)
        self.is_settled = self.has_actors and (is_empty or self._asking is None)
        self._screen.show_answer()
        if self._asking is not None and not is_empty:
            begin(self._screen, "asking", self._ask, self._asking, query)

    def _find_actors(self, query: Query) -> bool:
        """Find the actors, if that is known without waiting."""
        catalogue, limit = self._screen.catalogue, self._limits[GroupKind.ACTORS]
        if catalogue is None:
            return False
        if not query.text.strip():
            group = prominent(catalogue, limit)
        elif query.filters or len(catalogue.by_prominence) > AT_ONCE:
            return False
        else:
            hits = catalogue.index.search(query.name, limit + 1) if query.name else []
            group = actor_group(catalogue, hits, limit)
        self.answer.take([group], [GroupKind.ACTORS])
        return True

    async def _ask(self, asking: Asking, query: Query) -> None:
        """Look for what is not known at once; another query ends it."""
        await asyncio.sleep(PAUSE)
        catalogue, limits = self._screen.catalogue, dict(self._limits)
        if not query.filters:  # otherwise the library alone knows which actors fit
            limit = limits.pop(GroupKind.ACTORS)
            if not self.has_actors and catalogue is not None:
                hits = await asking.actors(catalogue.index, query.name, limit + 1)
                if hits is None or query is not self.query:
                    return
                group = actor_group(catalogue, hits if query.name else [], limit)
                self.answer.take([group], [GroupKind.ACTORS])
                self.has_actors = True
                self._screen.show_answer()
        try:
            index = catalogue.index if catalogue else None
            results = await asking.everything(query, index, limits)
        except BriefingError as error:
            self.is_settled = True
            self._screen.fail(error)
            return
        if results is not None and query is self.query:
            self._take(results, limits)

    def _take(self, results: Results, limits: dict[GroupKind, int]) -> None:
        self.answer.take(results.groups, limits)
        self.answer.corrections = results.corrections
        self.is_settled = self._screen.catalogue is not None
        self._screen.show_answer()
