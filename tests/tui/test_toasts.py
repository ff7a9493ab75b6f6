"""Toasts: the latest news alone, and never over a dialog."""

from __future__ import annotations

from textual.events import Paste

from briefings.corrections import SetRemoved
from briefings.errors import BriefingError
from briefings.library import Library
from tests.tui.article import document
from tests.tui.test_briefing_screen import started
from tests.tui.waiting import until
from tui.app import BriefingApp
from tui.panes.header import BriefingHeader
from tui.screens.briefing import BriefingScreen
from tui.screens.help import HelpScreen


def told(app: BriefingApp) -> list[str]:
    return [toast.message for toast in app._notifications]


def head(screen: BriefingScreen) -> str:
    header = screen.query_one(BriefingHeader)
    lines = header.lines(header.size.width)
    return "\n".join("".join(p.text for p in (*line.left, *line.right)) for line in lines)


async def test_news_takes_the_place_of_older_news_and_a_problem_stays(app: BriefingApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        app.notify("The first is done.")
        app.tell(BriefingError("The second failed: try again"))
        app.notify("The third is done.")
        await until(lambda: len(told(app)) == 2)

        assert told(app) == ["The second failed: try again.", "The third is done."]


async def test_a_dialog_opens_without_the_news_of_what_was_done_before(app: BriefingApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await started(pilot)
        app.notify("That is done.")
        app.tell(BriefingError("This failed: try again"))
        await until(lambda: len(told(app)) == 2)
        await pilot.press("question_mark")
        await until(lambda: isinstance(app.screen, HelpScreen))
        await pilot.pause()

        assert told(app) == ["This failed: try again."]


async def test_the_head_says_that_the_open_briefing_was_removed(app: BriefingApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await started(pilot)
        assert "removed" not in head(screen)
        with Library.open(app.session.library_path) as another_program:
            another_program.journal.record(document().id, SetRemoved(is_removed=True))
        await until(lambda: "removed from the library" in head(screen))
        with Library.open(app.session.library_path) as another_program:
            another_program.journal.undo(document().id)
        await until(lambda: "removed" not in head(screen))


async def test_it_is_told_why_a_few_pasted_words_are_not_added(app: BriefingApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        app.post_message(Paste("Veld will not sign."))

        await until(lambda: any("200 characters or more" in one for one in told(app)))
