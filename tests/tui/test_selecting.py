"""Words of the source, selected with keys and made into what was missed."""

from __future__ import annotations

import pytest

from briefings.briefing import Actor, Position, Question, QuestionKind, Stance
from tests.tui import article
from tests.tui.corrected import done, seen
from tests.tui.test_briefing_screen import started
from tui.app import BriefingApp

pytestmark = pytest.mark.usefixtures("hear")


class TestSelecting:
    async def test_words_become_a_position(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            screen.go("source")
            screen.source.move_to_offset(article.at("A second round").start)
            await pilot.press("v", "right", "v", "right", "right")
            assert screen.source.selected == article.at("second round of")
            await pilot.press("c", "enter", *"sella", "enter", *"supports", "enter", "enter")
            await done(app)

            new = seen(screen, screen.positions.row_id)
            assert isinstance(new, Position)
            assert (new.stance, new.content) == (Stance.SUPPORTS, (article.at("second round of"),))
            assert screen.source.selected is None

    async def test_words_become_a_question_and_a_sentence_does_too(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            screen.go("source")
            screen.source.move_to_offset(article.at("A second round").start)
            await pilot.press("c", *"question", "enter", *"When is it?", "enter")
            await pilot.press(*"awaited", "enter", "enter")
            await done(app)

            new = seen(screen, screen.questions.row_id)
            assert isinstance(new, Question)
            assert (new.text, new.kind, new.resolvers) == ("When is it?", QuestionKind.AWAITED, ())

    async def test_words_become_a_mention_an_actor_and_a_condition(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            screen.go("source")
            screen.source.move_to_offset(article.at("Its spokesman").start)
            await pilot.press("v", "c", *"mention", "enter", *"ministry", "enter")
            await done(app)
            ministry = seen(screen, "a6")
            assert isinstance(ministry, Actor)
            assert ministry.mentions[-1].span == article.at("Its")

            screen.source.move_to_offset(article.at("Halden Shipping").start)
            await pilot.press("v", *["right"] * 8, "shift+right", "shift+right", "c")
            await pilot.press(*"actor", "enter", "enter", "enter")
            assert "Added the actor" in await done(app, 2)

            screen.source.move_to_offset(article.at("The League").start)
            await pilot.press("v", *["right"] * 8, "v", "right", "right", "c")
            await pilot.press(*"condition of", "enter")
            await done(app, 3)
            warned = seen(screen, "p9")
            assert isinstance(warned, Position)
            assert warned.condition == article.at("become unaffordable before")

    async def test_escape_selects_nothing_and_arrows_lead_to_the_panes_again(
        self, app: BriefingApp
    ) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("4", "v", "right", "escape")
            assert screen.source.selected is None
            assert screen.pane == "source"
            await pilot.press("left")
            assert screen.pane == "positions"
