"""The app from its start: what is opened, analysed, kept, and told."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from briefings.briefing import Briefing
from briefings.document import Document, Span
from briefings.errors import AnalysisError
from briefings.library import Library
from tests.tui import article
from tests.tui.conftest import AppMaker
from tests.tui.test_briefing_screen import started
from tests.tui.waiting import until
from tui.actions import ACTIONS, Place
from tui.app import BriefingApp
from tui.palette import ActionProvider
from tui.screens.library.screen import LibraryScreen
from tui.settings import ExportSettings, Settings
from tui.widgets.key_line import KeyLine
from tui.widgets.line_view import LineView


def another(words: str) -> Document:
    return Document.of(words, title=words, paragraphs=(Span(0, len(words)),))


def in_sight(view: LineView) -> str:
    """The words that can be read in a pane now."""
    lines = (view.render_line(y).text for y in range(view.size.height))
    return " ".join(" ".join(lines).split())


class Analysis:
    """In place of the analysis process: an answer that comes when the test says so."""

    def __init__(self, app: BriefingApp, *, fails: bool = False) -> None:
        self.may_answer = asyncio.Event()
        self.asked: list[str] = []
        self.fails = fails
        app.session.analyse = self.analyse  # type: ignore[method-assign]

    async def analyse(self, document: Document) -> Briefing:
        self.asked.append(document.title)
        await self.may_answer.wait()
        if self.fails:
            raise AnalysisError("the analysis ended without an answer", "try it again")
        if document.id == article.document().id:
            return article.briefing()
        return Briefing(document.id, "by hand")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "fresh" / "library.db"


class TestStart:
    async def test_a_new_document_is_read_at_once_and_analysed_beside(self, path: Path) -> None:
        app = BriefingApp(path, Settings(), [article.document()])
        analysis = Analysis(app)
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await started(pilot)
            assert screen.opened is not None
            assert screen.opened.is_being_read
            assert "Norvik and Sella said on Tuesday" in in_sight(screen.source)
            await pilot.press("4", "down")
            analysis.may_answer.set()
            await until(lambda: screen.opened and screen.opened.found)
            await pilot.pause()

            assert screen.opened.found == article.briefing()
            assert (screen.pane, screen.actors.row_id) == ("source", "a3")
        with Library.open(path) as library:
            assert library.recall("last") == article.document().id

    async def test_a_document_of_the_library_opens_without_analysis(self, app: BriefingApp) -> None:
        again = BriefingApp(app.session.library_path, Settings(), [article.document()])
        analysis = Analysis(again)
        async with again.run_test(size=(120, 40)) as pilot:
            screen = await started(pilot)
            await again.workers.wait_for_complete()

            assert screen.opened is not None
            assert screen.opened.found == article.briefing()
            assert analysis.asked == []

    async def test_the_first_run_shows_the_sample(
        self, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sample = another("A sample is read.")
        app = BriefingApp(path, Settings())
        monkeypatch.setattr(app.session, "sample", lambda: sample)
        analysis = Analysis(app)
        analysis.may_answer.set()
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await started(pilot)
            await app.workers.wait_for_complete()

            assert screen.opened is not None
            assert screen.opened.document == sample
        with Library.open(path) as library:
            assert [entry.id for entry in library.entries()] == [sample.id]

    async def test_the_briefing_open_last_comes_back(self, app: BriefingApp) -> None:
        library_path = app.session.library_path
        newest = another("The newest article.")
        with Library.open(library_path) as library:
            library.add(newest, Briefing(newest.id, "by hand"))
            library.remember("last", article.document().id)
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await started(pilot)

            assert screen.opened is not None
            assert screen.opened.document.id == article.document().id

    async def test_all_documents_are_analysed_and_the_first_is_open(self, path: Path) -> None:
        documents = [article.document(), another("Two."), another("Three.")]
        app = BriefingApp(path, Settings(), documents)
        analysis = Analysis(app)
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await started(pilot)
            await until(lambda: screen.progress == "analysing 1 of 3")
            analysis.may_answer.set()
            await app.workers.wait_for_complete()
            await pilot.pause()

            assert screen.progress == ""
            assert screen.opened is not None
            assert screen.opened.document == documents[0]
        with Library.open(path) as library:
            assert len(library) == 3


class TestBusyLibrary:
    async def test_a_library_that_another_program_writes_holds_nobody_up(self, path: Path) -> None:
        Library.open(path).close()
        app = BriefingApp(path, Settings(), [article.document()])
        analysis = Analysis(app)
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await started(pilot)
            other = sqlite3.connect(path, isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
            analysis.may_answer.set()
            await until(lambda: screen.opened and screen.opened.found)
            await pilot.press("j")
            assert screen.positions.row_id == "p3"
            assert app.session.stored(article.document().id) is None
            other.execute("ROLLBACK")
            other.close()
            await app.workers.wait_for_complete()

            assert app.session.stored(article.document().id) is not None
            assert not app._notifications

    async def test_nothing_is_lost_when_the_reader_leaves_meanwhile(self, path: Path) -> None:
        Library.open(path).close()
        app = BriefingApp(path, Settings(), [article.document()])
        analysis = Analysis(app)
        other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await started(pilot)
            other.execute("BEGIN IMMEDIATE")
            analysis.may_answer.set()
            await until(lambda: screen.opened and screen.opened.found)
            release = threading.Timer(0.1, other.execute, ["ROLLBACK"])
            release.start()
        release.join()
        other.close()
        with Library.open(path) as library:
            assert library.find(article.document().id) is not None


class TestFailures:
    async def test_a_failed_analysis_says_why_in_place_and_can_be_tried_again(
        self, path: Path
    ) -> None:
        app = BriefingApp(path, Settings(), [article.document()])
        analysis = Analysis(app, fails=True)
        analysis.may_answer.set()
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await started(pilot)
            await until(lambda: screen.opened and screen.opened.failure)
            await pilot.pause()
            told = in_sight(screen.positions)
            assert "The analysis ended without an answer: try it again." in told
            assert "analyse again" in [key.title for key in screen.query_one(KeyLine).keys(100)]
            analysis.fails = False
            await pilot.press("r")
            await until(lambda: screen.opened and screen.opened.found)

            assert screen.opened is not None
            assert screen.opened.found == article.briefing()

    async def test_without_a_library_the_briefing_is_shown_all_the_same(
        self, tmp_path: Path
    ) -> None:
        blocked = tmp_path / "file"
        blocked.write_text("not a folder")
        app = BriefingApp(blocked / "library.db", Settings(), [article.document()])
        Analysis(app).may_answer.set()
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await started(pilot)
            await app.workers.wait_for_complete()

            assert screen.opened is not None
            assert screen.opened.found == article.briefing()
            assert [toast.severity for toast in app._notifications] == ["warning"]

    async def test_a_briefing_that_could_not_be_kept_can_be_exported(self, tmp_path: Path) -> None:
        blocked = tmp_path / "file"
        blocked.write_text("not a folder")
        settings = replace(Settings(), export=ExportSettings(tmp_path / "notes"))
        app = BriefingApp(blocked / "library.db", settings, [article.document()])
        Analysis(app).may_answer.set()
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await started(pilot)
            await until(lambda: screen.opened and screen.opened.found)
            await pilot.press("e", "enter")
            await until(lambda: (tmp_path / "notes").exists() and app.screen is screen)

        (note,) = (tmp_path / "notes").iterdir()
        assert article.document().title in note.read_text(encoding="utf-8")

    async def test_an_unknown_theme_is_told_and_the_usual_one_is_used(self, path: Path) -> None:
        app = BriefingApp(path, replace(Settings(), theme="nigth"), [another("One.")])
        Analysis(app)
        async with app.run_test(size=(120, 40)) as pilot:
            await started(pilot)

            assert app.theme == "night"
            assert ["'nigth'" in toast.message for toast in app._notifications] == [True]


class TestRegistry:
    def test_every_action_can_be_told_and_no_two_share_a_key_where_both_apply(self) -> None:
        together = [
            (Place.BRIEFING, Place.LIST, Place.APP),
            (Place.DIALOG,),
        ]
        for places in together:
            keys = [key for action in ACTIONS if action.place in places for key in action.keys]
            assert len(keys) == len(set(keys))
        assert all(a.id and a.name and a.title and a.help.endswith(".") for a in ACTIONS)
        assert len({action.id for action in ACTIONS}) == len(ACTIONS)

    async def test_every_action_of_the_briefing_is_answered(self, app: BriefingApp) -> None:
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await started(pilot)
            answering = {Place.APP: app, Place.BRIEFING: screen, Place.LIST: screen.actors}
            for action in ACTIONS:
                if action.place in answering:
                    owner, _, name = action.name.split("(")[0].rpartition(".")
                    answers = app if owner == "app" else answering[action.place]
                    assert hasattr(answers, f"action_{name}"), action.id

    async def test_the_footer_keeps_help_and_quit_at_any_width(self, app: BriefingApp) -> None:
        async with app.run_test(size=(120, 40)) as pilot:
            line = (await started(pilot)).query_one(KeyLine)

            wide = [key.title for key in line.keys(118)]
            assert wide[:3] == ["search", "narrow", "export"]
            assert [key.title for key in line.keys(20)] == ["help", "quit"]
            assert [(key.shown, key.title) for key in line.keys(30)][-1] == ("q", "quit")

    async def test_keys_of_the_settings_are_used_and_shown(self, make_app: AppMaker) -> None:
        path = make_app().session.library_path
        app = BriefingApp(path, replace(Settings(), keys={"briefing.zoom": "f"}))
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await started(pilot)
            await pilot.press("f")

            assert screen.zoomed
            keys = {key.title: key.shown for key in screen.query_one(KeyLine).keys(118)}
            assert keys["zoom"] == "f"

    async def test_the_palette_offers_what_can_be_done_now(self, app: BriefingApp) -> None:
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await started(pilot)
            provider = ActionProvider(screen)
            offered = [str(hit.text) async for hit in provider.discover()]
            found = [hit.text async for hit in provider.search("colours")]

            assert {"search", "narrow", "export", "themes", "help", "quit"} <= set(offered)
            assert "analyse again" not in offered
            assert found == ["themes"]


class TestScreens:
    async def test_search_narrows_to_the_actor(self, app: BriefingApp) -> None:
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await started(pilot)
            await pilot.press("slash", *"brandt", "enter")
            await until(lambda: screen.narrowed)

            assert screen.narrowed == "a7"

    async def test_an_actor_of_another_briefing_opens_that_one(self, app: BriefingApp) -> None:
        other = another("Quill left.")
        quill = replace(article.actors()[0], id="a1", name="Orla Quill", aliases=(), roles=())
        with Library.open(app.session.library_path) as library:
            library.add(other, Briefing(other.id, "by hand", actors=(quill,)))
            library.remember("last", article.document().id)
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await started(pilot)
            await pilot.press("slash", *"quill", "enter")
            await until(lambda: screen.narrowed)

            assert screen.opened is not None
            assert screen.opened.document.id == other.id
            assert screen.narrowed == "a1"

    async def test_the_library_opens_another_briefing(self, app: BriefingApp) -> None:
        other = another("Another one.")
        with Library.open(app.session.library_path) as library:
            library.add(other, Briefing(other.id, "by hand"))
            library.remember("last", article.document().id)
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await started(pilot)
            await pilot.press("l", "f", *"another")
            library_screen = app.screen
            assert isinstance(library_screen, LibraryScreen)
            await until(lambda: library_screen.head.counted == "1 of 2")
            await pilot.press("enter", "enter")
            await until(lambda: app.screen is screen)

            assert screen.opened is not None
            assert screen.opened.document.id == other.id

    async def test_help_and_themes_open_and_close(self, app: BriefingApp) -> None:
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await started(pilot)
            for key in ("question_mark", "T", "ctrl+p"):
                await pilot.press(key)
                await pilot.pause()
                assert app.screen is not screen
                await pilot.press("escape")
                await pilot.pause()
                assert app.screen is screen
