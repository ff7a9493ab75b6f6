"""The dossier, driven by keys."""

from __future__ import annotations

from pathlib import Path

from briefings.briefing import Briefing, Stance
from briefings.document import Document
from briefings.library import Library
from tests.library.stories import actor, document, position, sentences
from tests.stories.told import REFUSAL_TOLD, SIGNED_TOLD, TURN_TOLD
from tests.tui.across import app_of, opened, rows, shown
from tests.tui.waiting import until
from tui.screens.briefing import BriefingScreen
from tui.screens.dossier import DossierScreen
from tui.screens.dossier_rows import MOST_SIDES, dossier_entries
from tui.screens.help import HelpScreen
from tui.screens.page import PageHead

SIZE = (120, 40)
COMMITS = f"{SIGNED_TOLD[0].id}:p1"


async def test_everything_on_one_page(tmp_path: Path) -> None:
    async with app_of(tmp_path).run_test(size=SIZE) as pilot:
        screen = await opened(pilot, DossierScreen, "1", "d")

        assert rows(screen) == [
            "What the texts say they are2",
            "Prime Minister2031-04-02",
            "Foreign Minister2031-03-03",
            "Where they stand2",
            "port lease+ for",
            "+ commits 2031-04-20The Courier",
            "with + Orland ±2 positions · 2031-04-02",
            "+ Maravia1 position · 2031-03-03",
            "+ Ivo Marek1 position · 2031-03-10",
            "against − Harbour Union2 positions · 2031-04-20",
            "other topics",
            "− opposes undated harbour dues",
        ]
        head = screen.query_one(PageHead)
        assert head.title == "Petra Lindqvist"
        said = "".join(piece.text for piece in head.facts)
        assert said == "person · 4 mentions in 4 briefings · 2031-03-03 – 2031-04-20"


async def test_from_a_position_to_its_holder(tmp_path: Path) -> None:
    async with app_of(tmp_path).run_test(size=SIZE) as pilot:
        screen = await opened(pilot, DossierScreen, "2", "d")

        assert screen.query_one(PageHead).title == "Petra Lindqvist"


async def test_the_sentence_behind_the_cursor(tmp_path: Path) -> None:
    async with app_of(tmp_path).run_test(size=SIZE) as pilot:
        screen = await opened(pilot, DossierScreen, "1", "d")
        screen.rows.move_to(COMMITS)
        await pilot.pause()

        said = ["".join(piece.text for piece in line.left) for line in screen.behind.note]
        assert said == [
            "“Petra Lindqvist promised to honour the port lease.”",
            "Port lease signed · The Courier · 2031-04-20",
        ]


async def test_from_a_line_to_its_sentence_in_another_briefing(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, DossierScreen, "1", "d")
        screen.rows.move_to(COMMITS)
        await pilot.press("enter")
        await pilot.pause()

        briefing = app.screen
        assert isinstance(briefing, BriefingScreen)
        assert briefing.opened is not None
        assert briefing.opened.document.id == SIGNED_TOLD[0].id
        assert briefing.opened.words(*briefing.evidence.cue) == "promised"
        assert briefing.pane == "source"
        await pilot.press("escape")
        assert briefing.pane == "positions"
        assert briefing.positions.row_id == "p1"


async def test_a_role_leads_to_who_bears_it(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, DossierScreen, "1", "d")
        await pilot.press("enter")
        await pilot.pause()

        briefing = app.briefing_screen
        assert briefing.opened is not None
        assert briefing.opened.document.id == TURN_TOLD[0].id
        assert briefing.actors.row_id == "a1"


async def test_from_one_dossier_to_another_and_back(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        first = await opened(pilot, DossierScreen, "1", "d")
        first.rows.move_to("side:port lease:territory:orland")
        await pilot.press("d")
        await until(lambda: app.screen is not first)
        second = await shown(pilot, DossierScreen)

        assert second.query_one(PageHead).title == "Orland"
        assert "≠ may have changed sides" in rows(second)
        await pilot.press("escape")
        assert app.screen_stack[-1:] == [first]
        await pilot.press("escape")
        assert app.screen_stack == [app.briefing_screen]


async def test_whoever_goes_from_the_second_dossier_to_a_briefing_is_there(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        first = await opened(pilot, DossierScreen, "1", "d")
        first.rows.move_to("side:port lease:territory:orland")
        await pilot.press("d")
        await until(lambda: app.screen is not first)
        await shown(pilot, DossierScreen)
        await pilot.press("enter")
        await until(lambda: app.screen is app.briefing_screen)
        await pilot.pause()

        assert app.briefing_screen.opened is not None
        assert app.briefing_screen.opened.document.id == REFUSAL_TOLD[0].id


async def test_a_side_leads_to_its_newest_position(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, DossierScreen, "1", "d")
        screen.rows.move_to("side:port lease:body:harbour union")
        await pilot.press("enter")
        await until(lambda: app.screen is app.briefing_screen)
        await pilot.pause()

        briefing = app.briefing_screen
        assert briefing.opened is not None
        assert briefing.opened.words(*briefing.evidence.cue) == "rejected"


async def test_typing_narrows_below_the_headings(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, DossierScreen, "1", "d")
        await pilot.press("f", *"dues", "enter")

        assert rows(screen) == [
            "Where they stand2", "other topics", "− opposes undated harbour dues",
        ]  # fmt: skip
        await pilot.press("escape")
        assert len(rows(screen)) == 12
        await pilot.press("f", *"zebra")
        assert rows(screen) == []
        assert screen.rows.note
        await pilot.press("escape")
        assert len(rows(screen)) == 12
        assert app.screen is screen


async def test_many_on_one_side_are_listed_when_asked_for(tmp_path: Path) -> None:
    from dataclasses import replace

    from briefings.stories import dossier

    app_of(tmp_path)
    with Library.open(tmp_path / "library.db") as library:
        found = dossier(library, "person:petra lindqvist")
    assert found is not None
    lease = found.issues[0]
    sides = tuple(replace(lease.sides[0], key=f"person:{n}", name=str(n)) for n in range(9))
    found = replace(found, issues=(replace(lease, sides=sides),))

    ids = [entry.row.id for entry in dossier_entries(found)]
    assert ids[-1] == "more:port lease:with"
    assert len(dossier_entries(found, {ids[-1]})) == len(ids) - 1 + 9 - MOST_SIDES


async def test_an_actor_of_an_article_that_no_library_keeps(tmp_path: Path) -> None:
    from tui.across import Across
    from tui.jobs import InTurn

    app = app_of(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, DossierScreen, "1", "d")
        changes = InTurn("test")
        screen = DossierScreen(Across(app.session.library_path, changes), "person:x", "X")
        await app.push_screen(screen)
        await until(lambda: screen.rows.note and "does not have" in str(screen.rows.note))
        await pilot.press("enter", "d", "f", "x", "escape", "escape")
        await changes.finish()

        assert isinstance(app.screen, DossierScreen)
        assert app.screen is not screen


async def test_a_page_gives_way_to_a_briefing_that_is_opened_above_it(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, DossierScreen, "1", "d")
        await app.push_screen(HelpScreen(()))
        stored = app.session.stored(TURN_TOLD[0].id)
        assert stored is not None
        app.show_stored(stored)
        await pilot.press("escape")
        await until(lambda: app.screen_stack == [app.briefing_screen])


async def test_a_lone_surname_may_be_one_of_several(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    told = told_of_lindqvist()
    with Library.open(app.session.library_path) as library:
        library.add(*told)
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, DossierScreen, "1", "d")
        assert rows(screen)[:2] == [
            "Perhaps the same, under a longer name1",
            "Petra Lindqvist4 briefings",
        ]
        await pilot.press("enter")
        await until(lambda: app.screen is not screen)
        assert (await shown(pilot, DossierScreen)).query_one(PageHead).title == "Petra Lindqvist"


def told_of_lindqvist() -> tuple[Document, Briefing]:
    text = "Lindqvist leaves\n\nLindqvist promised to rest."
    written = document(text, "", "2031-05-01")
    holder = actor("a1", "Lindqvist", text)
    stand = position("p1", "a1", Stance.COMMITS, text, "promised", "to rest", "rest")
    return written, Briefing(written.id, "1 test", sentences(text), (holder,), (stand,))
