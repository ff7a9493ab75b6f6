"""How corrections, notes and the history look; each picture was looked at."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from briefings.briefing import Stance
from briefings.corrections import (
    AddQuestion,
    Anchors,
    Change,
    Merge,
    QuestionStatus,
    SetHolders,
    SetQuestionStatus,
    SetStance,
    SetStar,
    Subject,
    WriteNote,
)
from briefings.library import Library
from briefings.library import journal as journal_module
from tests.tui import article
from tests.tui.conftest import AppMaker
from tests.tui.waiting import until
from tui.app import BriefingApp
from tui.screens.briefing import BriefingScreen
from tui.screens.history import HistoryScreen

Compare = Callable[..., bool]
Run = Callable[[Pilot[None]], Awaitable[None]]

SIZES = [(160, 45), (80, 24), (40, 12)]
THEMES = ["night", "day", "high-contrast"]


def name(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


def go(pane: str, row: str, *keys: str) -> Run:
    async def run(pilot: Pilot[None]) -> None:
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, BriefingScreen)
        screen.go(pane)
        await pilot.pause()
        if row:
            getattr(screen, pane).move_to(row)
        await pilot.press(*keys)
        for field in pilot.app.screen.query("Input, TextArea"):
            assert isinstance(field, Input | TextArea)
            field.cursor_blink = False
        await pilot.pause()

    return run


def changed(app: BriefingApp) -> BriefingApp:
    """The app with a briefing that its reader has worked on."""
    document = article.document()
    anchors = Anchors(document, article.briefing())
    changes: list[Change] = [
        SetStance(anchors.position("p11"), Stance.DEMANDS),
        Merge(anchors.actor("a10"), anchors.actor("a11")),
        SetHolders(anchors.position("p1"), anchors.actors(["a3"])),
        AddQuestion(anchors.passage(article.at("A second round of talks")), "When will they meet?"),
        SetQuestionStatus(anchors.question("q2"), QuestionStatus.ANSWERED),
        SetQuestionStatus(anchors.question("q5"), QuestionStatus.NARROWED),
        WriteNote("Ask the shipping desk.", Subject(position=anchors.position("p2"))),
        WriteNote("Was she at the talks of 2029, too?", Subject(actor=anchors.actor("a3"))),
        WriteNote("Compare with the toll treaty.", Subject()),
        SetStar(is_starred=True),
    ]
    with Library.open(app.session.library_path) as library:
        for change in changes:
            library.journal.record(document.id, change)
    return app


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """All was done at one moment."""
    monkeypatch.setattr(journal_module, "moment", lambda: "2031-03-12T09:30:00Z")


SHOWN: dict[str, Run] = {
    "menu of an actor": go("actors", "a3", "c"),
    "merging": go("actors", "a11", "c", "enter", *"oka"),
    "stance": go("positions", "p2", "c", "enter", *"opp"),
    "holders": go("positions", "p2", "c", "down", "enter", *"s", "tab"),
    "note": go("positions", "p2", "n", *"Ask the shipping desk."),
}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=name)
@pytest.mark.parametrize("what", ["merging", "note"])
def test_in_every_theme(
    snap_compare: Compare, make_app: AppMaker, size: tuple[int, int], theme: str, what: str
) -> None:
    assert snap_compare(make_app(theme=theme), terminal_size=size, run_before=SHOWN[what])


@pytest.mark.parametrize("size", SIZES, ids=name)
@pytest.mark.parametrize("what", ["menu of an actor", "stance", "holders"])
def test_at_every_size(
    snap_compare: Compare, make_app: AppMaker, size: tuple[int, int], what: str
) -> None:
    assert snap_compare(make_app(), terminal_size=size, run_before=SHOWN[what])


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=name)
def test_what_was_done_is_marked(
    snap_compare: Compare, make_app: AppMaker, size: tuple[int, int], theme: str
) -> None:
    run = go("positions", "p2")
    assert snap_compare(changed(make_app(theme=theme)), terminal_size=size, run_before=run)


@pytest.mark.parametrize("size", SIZES, ids=name)
def test_the_history(snap_compare: Compare, make_app: AppMaker, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[None]) -> None:
        app = pilot.app
        await go("positions", "p2", "u")(pilot)
        await until(lambda: any("Undone" in toast.message for toast in app._notifications))
        await pilot.press("H")
        await until(lambda: isinstance(app.screen, HistoryScreen) and not app._notifications)
        await pilot.pause()
        app.screen.query_one(Input).cursor_blink = False
        await pilot.pause()

    assert snap_compare(changed(make_app()), terminal_size=size, run_before=run)


@pytest.mark.parametrize("size", SIZES, ids=name)
def test_words_that_are_selected(
    snap_compare: Compare, make_app: AppMaker, size: tuple[int, int]
) -> None:
    run = go("source", "", "down", "v", "right", "v", *["right"] * 12)
    assert snap_compare(make_app(), terminal_size=size, run_before=run)
