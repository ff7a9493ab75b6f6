"""What was done to a briefing: taken back, done again, and laid over a newer analysis."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.briefing import Actor, ActorType, Briefing
from briefings.corrections import SetRead
from briefings.document import Document
from briefings.library import Library
from tests.tui import article
from tests.tui.conftest import AppMaker
from tests.tui.corrected import done, go_to, seen, type_of
from tests.tui.test_briefing_screen import started
from tests.tui.waiting import until
from tui.app import BriefingApp
from tui.panes.header import BriefingHeader
from tui.screens.briefing import BriefingScreen
from tui.screens.correct.screen import CorrectScreen
from tui.screens.history import HistoryScreen
from tui.settings import Settings

pytestmark = pytest.mark.usefixtures("hear")


class TestHistory:
    async def test_undo_reaches_back_through_a_restart(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await go_to(pilot, screen, "actors", "a3")
            await pilot.press("c", *"type", "enter", *"party", "enter")
            await done(app)
            await pilot.press("c", *"name", "enter", *"Zed", "enter")
            await done(app, 2)
        again = BriefingApp(app.session.library_path, Settings())
        async with again.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            assert screen.opened
            assert screen.opened.by_reader.corrected == {"a3"}
            await pilot.press("u", "u", "u")
            assert await done(again, 3) == "There is nothing to undo."

            actor = seen(screen, "a3")
            assert isinstance(actor, Actor)
            assert (actor.name, actor.type) == ("Ada Okafor", ActorType.PERSON)
            await pilot.press("ctrl+r")
            await done(again, 4)
            assert type_of(screen, "a3") is ActorType.PARTY

    async def test_it_lists_all_and_withdraws_one(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await go_to(pilot, screen, "actors", "a3")
            await pilot.press("c", *"type", "enter", *"party", "enter")
            await done(app)
            await pilot.press("c", *"name", "enter", *"Zed", "enter")
            await done(app, 2)
            await pilot.press("H")
            await until(lambda: isinstance(app.screen, HistoryScreen))
            await pilot.pause()
            await pilot.press("down", "enter")
            await done(app, 3)

            actor = seen(screen, "a3")
            assert isinstance(actor, Actor)
            assert (actor.name, actor.type) == ("Zed", ActorType.PERSON)

    async def test_nothing_is_kept_where_nothing_changes(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await go_to(pilot, screen, "actors", "a3")
            await pilot.press("c", *"type", "enter", *"person", "enter")

            assert isinstance(app.screen, CorrectScreen)
            await pilot.press("escape", "escape", "escape")
            assert len(app.screen_stack) == 1
        with Library.open(app.session.library_path, read_only=True) as library:
            (step,) = library.journal.history(article.document().id)
            assert isinstance(step.change, SetRead)

    async def test_a_star_and_that_it_was_read(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            await started(pilot)
            await pilot.press("s")
            assert await done(app) == "Starred the briefing. u undoes it."
        with Library.open(app.session.library_path, read_only=True) as library:
            (entry,) = library.entries()
            assert entry.is_starred
            assert entry.is_read


class TestReanalysis:
    async def test_an_older_briefing_is_analysed_anew_and_what_was_done_is_kept(
        self, make_app: AppMaker
    ) -> None:
        app = make_app(briefing=replace(article.briefing(), analysis="0 older"))
        without = tuple(one for one in article.positions() if one.id != "p11")
        newer = replace(article.briefing(), positions=without)

        async def analyse(document: Document) -> Briefing:
            assert document.id == newer.document_id
            return newer

        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            app.session.analyse = analyse  # type: ignore[method-assign]
            await go_to(pilot, screen, "positions", "p11")
            await pilot.press("c", "enter", *"supports", "enter")
            await done(app)
            await go_to(pilot, screen, "actors", "a3")
            await pilot.press("c", *"name", "enter", *"Zed", "enter")
            await done(app, 2)
            assert "from an older analysis" in header(screen)
            await pilot.press("r")
            assert "1 correction does not fit any more" in await done(app, 3)

            actor = seen(screen, "a3")
            assert isinstance(actor, Actor)
            assert actor.name == "Zed"
            assert screen.opened
            assert not screen.opened.by_reader.is_outdated
            assert "1 correction no longer fits" in header(screen)
            await pilot.press("H")
            await until(lambda: isinstance(app.screen, HistoryScreen))
            await pilot.press("enter")
            await done(app, 4)
            assert screen.opened.by_reader.unfitting == ()


def header(screen: BriefingScreen) -> str:
    lines = screen.query_one(BriefingHeader).lines(150)
    return " ".join(
        piece.text for line in lines for piece in (*line.left, *line.extra, *line.right)
    )
