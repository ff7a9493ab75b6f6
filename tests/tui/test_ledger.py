"""The list of all open questions, driven by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefings.corrections import AddTag, QuestionStatus
from briefings.library import Library
from briefings.stories import ledger
from tests.stories.told import DOUBTS_TOLD, REFUSAL_TOLD
from tests.tui.across import app_of, opened, rows, shown
from tests.tui.waiting import until
from tui.app import BriefingApp
from tui.screens import ledger as ledger_screen
from tui.screens.dossier import DossierScreen
from tui.screens.help import HelpScreen
from tui.screens.ledger import LedgerScreen
from tui.screens.page import PageHead

SIZE = (120, 40)
DREDGING = "Will Maravia pay for the dredging?"
REFERENDUM = "Will Orland hold a referendum?"


def statuses(app: BriefingApp) -> dict[str, int]:
    with Library.open(app.session.library_path) as library:
        counts = ledger(library).counts
    return {str(status): count for status, count in counts.items() if count}


def id_of_opened(app: BriefingApp) -> str:
    opened = app.briefing_screen.opened
    return opened.document.id if opened else ""


def facts(screen: LedgerScreen) -> str:
    return "".join(piece.text for piece in screen.query_one(PageHead).facts)


async def pressed(pilot: Pilot[None], screen: LedgerScreen, key: str, facts_then: str) -> None:
    await pilot.press(key)
    await until(lambda: facts_then in facts(screen), what=facts_then)
    await pilot.pause()


async def test_every_matter_once_the_newest_first(tmp_path: Path) -> None:
    async with app_of(tmp_path).run_test(size=SIZE) as pilot:
        screen = await opened(pilot, LedgerScreen, "a")

        assert rows(screen) == [f"○ {DREDGING}", f"○ {REFERENDUM} asked 2 times"]
        assert " ".join(facts(screen).split()) == (
            "all 2 1 open 2 2 narrowed 0 3 answered 0 4 overtaken 0 5 dropped 0"
        )


async def test_a_status_is_set_undone_and_set_again(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, LedgerScreen, "a")
        await pressed(pilot, screen, "3", "answered 1")
        assert rows(screen)[0] == f"● {DREDGING}"
        assert statuses(app) == {"open": 1, "answered": 1}
        await pressed(pilot, screen, "u", "answered 0")
        assert statuses(app) == {"open": 2}
        await pressed(pilot, screen, "U", "answered 1")
        assert statuses(app) == {"open": 1, "answered": 1}


async def test_undo_takes_back_only_what_was_done_here(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, LedgerScreen, "a")
        await pressed(pilot, screen, "4", "overtaken 1")
        with Library.open(app.session.library_path) as library:
            library.journal.record(DOUBTS_TOLD[0].id, AddTag("harbour"))
        await pilot.press("u")
        await until(lambda: any("since" in one.message for one in app._notifications))

        assert statuses(app) == {"open": 1, "overtaken": 1}


async def test_nothing_to_undo_is_said(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, LedgerScreen, "a")
        await pilot.press("u")
        await until(lambda: any("Nothing" in one.message for one in app._notifications))


async def test_questions_of_one_status_and_of_one_kind(tmp_path: Path) -> None:
    async with app_of(tmp_path).run_test(size=SIZE) as pilot:
        screen = await opened(pilot, LedgerScreen, "a")
        await pressed(pilot, screen, "5", "dropped 1")
        await pilot.press("right_square_bracket")
        await until(lambda: rows(screen) == [f"○ {REFERENDUM} asked 2 times"])
        await pilot.press("left_square_bracket", "left_square_bracket")
        await until(lambda: rows(screen) == [f"× {DREDGING}"])
        await pilot.press("right_square_bracket", "t")
        await until(lambda: rows(screen) == [f"○ {REFERENDUM} asked 2 times"])
        assert screen.query_one(PageHead).kind == "unknown · newest first"


async def test_orders(tmp_path: Path) -> None:
    async with app_of(tmp_path).run_test(size=SIZE) as pilot:
        screen = await opened(pilot, LedgerScreen, "a")
        head = screen.query_one(PageHead)
        await pilot.press("o")
        await until(lambda: head.kind == "by topic")
        await pilot.press("o")
        await until(lambda: head.kind == "by resolver")
        await pilot.press("o")
        await until(lambda: head.kind == "by status")
        await pilot.press("o")
        await until(lambda: head.kind == "newest first")


async def test_typing_narrows(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, LedgerScreen, "a")
        await pilot.press("f", *"refer")
        await until(lambda: rows(screen) == [f"○ {REFERENDUM} asked 2 times"])
        await pilot.press("x")
        await until(lambda: not rows(screen))
        assert "Nothing fits" in str(screen.rows.note)
        await pilot.press("escape")
        await until(lambda: len(rows(screen)) == 2)
        await pilot.press("escape")
        assert app.screen is app.briefing_screen


async def test_from_a_question_to_its_sentence(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, LedgerScreen, "a")
        await pilot.press("j", "enter")
        await until(lambda: id_of_opened(app) == REFUSAL_TOLD[0].id, what="its briefing")
        await until(lambda: app.briefing_screen.evidence.cue, what="its sentence")
        await pilot.pause()

        screen = app.briefing_screen
        assert screen.opened is not None
        assert screen.opened.words(*screen.evidence.cue) == "unclear"
        assert screen.questions.row_id == "q1"


async def test_to_the_dossier_of_who_can_settle_it(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, LedgerScreen, "a")
        await pilot.press("d")
        await until(lambda: isinstance(app.screen, DossierScreen))

        assert app.screen.query_one(PageHead).title == "Maravia"


async def test_the_open_briefing_shows_the_new_status(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, LedgerScreen, "a")
        await pilot.press("enter")
        await until(lambda: app.screen is app.briefing_screen, what="the briefing")
        await until(lambda: id_of_opened(app) == DOUBTS_TOLD[0].id, what="the question's briefing")
        await pilot.press("a")
        screen = await shown(pilot, LedgerScreen)
        await pressed(pilot, screen, "3", "answered 1")

        shown_now = app.briefing_screen.opened
        assert shown_now is not None
        assert shown_now.by_reader.statuses == {"q1": QuestionStatus.ANSWERED}


async def test_more_rows_come_at_the_last_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_screen, "WINDOW", 1)
    async with app_of(tmp_path).run_test(size=SIZE) as pilot:
        screen = await opened(pilot, LedgerScreen, "a")

        await until(lambda: len(rows(screen)) == 2)


async def test_the_help_tells_keys_and_signs_of_the_page(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, LedgerScreen, "a")
        await pilot.press("question_mark")
        await until(lambda: isinstance(app.screen, HelpScreen))
        screen = app.screen
        assert isinstance(screen, HelpScreen)
        told = "".join(
            piece.text
            for row in screen.rows_for("")[0]
            for line in row.lines
            for piece in line.left
        )

        assert "The question is answered." in told
        assert "Overtaken by events" in told
        assert "Give the whole screen" not in told
