"""From the search to what was found: the briefing, the row, the sentence; and on to the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefings.errors import BriefingError
from briefings.search.found import Found, GroupKind
from briefings.search.query import QueryError, parse
from tui.doors.opening import leave_for, open_briefing
from tui.panes.looks import FindingList
from tui.panes.views import VIEWS
from tui.screens.searching.answer import Answer, Chosen
from tui.screens.searching.beside import begin
from tui.screens.searching.trail import Trail, TrailLine

if TYPE_CHECKING:
    from tui.app import BriefingApp
    from tui.screens.briefing import BriefingScreen
    from tui.screens.search import SearchScreen

MOST_HITS = 200
"""Hits of each group that one can walk through."""


def open_search(app: BriefingApp) -> None:
    """Open the search at once: letters typed ahead are its own, whoever is known by then."""
    from tui.screens.search import SearchScreen

    screen = SearchScreen(asking=app.session.asking)
    app.push_screen(screen, partial(_go, app, screen))
    begin(app, "search", _gather, app, screen)


async def _gather(app: BriefingApp, screen: SearchScreen) -> None:
    screen.catalogue = await app.people()


def _go(app: BriefingApp, searched: SearchScreen, chosen: Chosen | None) -> None:
    """Go to a hit; one in the text of a briefing is one of those to walk through."""
    if chosen is None:
        return
    leave_for(app, app.briefing_screen)
    _walk(app, None)
    go_to(app, chosen.found)
    if chosen.found in chosen.hits:
        trail = Trail(chosen.query, chosen.hits, chosen.hits.index(chosen.found))
        _walk(app, trail)
        begin(app, "hits", _find_all, app, searched, trail)


async def _find_all(app: BriefingApp, searched: SearchScreen, trail: Trail) -> None:
    """Find the hits beyond those that were listed."""
    asking, catalogue = app.session.asking, searched.catalogue
    if asking is None:
        return
    limits = dict.fromkeys(GroupKind, MOST_HITS)
    del limits[GroupKind.ACTORS]
    try:
        index = catalogue.index if catalogue else None
        results = await asking.everything(parse(trail.query), index, limits)
    except (BriefingError, QueryError):
        return  # those that were listed can be walked through all the same
    now = _walked(app)
    if results is not None and now is not None and now.hits is trail.hits:
        answer = Answer()
        answer.take(results.groups, limits)
        _walk(app, now.with_hits(answer.hits))


def step(app: BriefingApp, by: int) -> None:
    """Go to the next hit of the search that is on, or to the one before."""
    if trail := _walked(app):
        trail = trail.stepped(by)
        go_to(app, trail.found)
        _walk(app, trail)


def _walked(app: BriefingApp) -> Trail | None:
    return app.briefing_screen.query_one(TrailLine).trail


def _walk(app: BriefingApp, trail: Trail | None) -> None:
    app.briefing_screen.query_one(TrailLine).trail = trail


def go_to(app: BriefingApp, found: Found) -> None:
    """Open the briefing of a hit, with the row under the cursor and the sentence lit."""
    screen = app.briefing_screen
    if found.group is GroupKind.ACTORS:
        _narrow(app, found)
        return
    if not open_briefing(app, found.briefing):
        return
    screen.narrow_to("")
    if found.item and _select(screen, found):
        return
    screen.source.move_to_offset(found.sentence.start if found.sentence else 0)
    screen.go("source")


def _select(screen: BriefingScreen, found: Found) -> bool:
    """Put the cursor on the row of a position or question; whether there is one."""
    if found.group is GroupKind.POSITIONS:
        pane: FindingList = screen.positions
    elif found.group is GroupKind.QUESTIONS:
        screen.view = VIEWS[0].id
        pane = screen.questions
    else:
        return False
    if not pane.move_to(found.item):
        return False
    screen.go(pane.id or "")
    return True


def _narrow(app: BriefingApp, found: Found) -> None:
    """Narrow to an actor; open the briefing that mentions it most if it is not in this one."""
    from briefings.library.known import actor_key

    screen = app.briefing_screen

    def here() -> str:
        listed = screen.opened.listed if screen.opened else ()
        return next((one.id for one in listed if actor_key(one) == found.key), "")

    if here() or open_briefing(app, found.briefing):
        screen.narrow_to(here())
