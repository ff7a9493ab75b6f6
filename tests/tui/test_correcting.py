"""Corrections, made with keys in a real library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from unicodedata import category

import pytest
from textual.pilot import Pilot

from briefings.briefing import (
    Actor,
    ActorType,
    Briefing,
    Polarity,
    Position,
    Question,
    QuestionKind,
    Stance,
    Strength,
)
from briefings.corrections import Anchors, HideActor, QuestionStatus
from briefings.document import Document
from briefings.library import Library
from tests.tui import article
from tests.tui.conftest import AppMaker
from tests.tui.test_briefing_screen import started
from tests.tui.test_hostile_text import HOSTILE, everywhere
from tests.tui.waiting import until
from tui.app import BriefingApp
from tui.panes.header import BriefingHeader
from tui.screens.briefing import BriefingScreen
from tui.screens.correct.screen import CorrectScreen
from tui.screens.dialog import ACTING
from tui.screens.history import HistoryScreen
from tui.settings import Settings

SAID: dict[BriefingApp, list[str]] = {}


@pytest.fixture(autouse=True)
def hear(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep every sentence that was told: on a slow machine a toast is gone before it is read."""
    notify = BriefingApp.notify

    def told(app: BriefingApp, message: str, **how: Any) -> None:
        SAID.setdefault(app, []).append(message)
        notify(app, message, **how)

    monkeypatch.setattr(BriefingApp, "notify", told)
    yield
    SAID.clear()


def toasts(app: BriefingApp) -> list[str]:
    return SAID.get(app, [])


def seen(screen: BriefingScreen, identity: str) -> Actor | Position | Question | None:
    opened = screen.opened
    assert opened is not None
    briefing = opened.briefing
    items: tuple[Actor | Position | Question, ...]
    items = (*briefing.actors, *briefing.positions, *briefing.questions)
    return next((one for one in items if one.id == identity), None)


async def go_to(pilot: Pilot[None], screen: BriefingScreen, pane: str, row: str) -> None:
    screen.go(pane)
    getattr(screen, pane).move_to(row)
    await pilot.pause()


async def done(app: BriefingApp, times: int = 1) -> str:
    await until(lambda: len(toasts(app)) >= times, what="the sentence that tells what was done")
    return toasts(app)[-1]


async def test_merging_two_actors(app: BriefingApp) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        await go_to(pilot, screen, "actors", "a11")
        await pilot.press("c", "enter", *"okafor", "enter")
        said = await done(app)

        assert said == "Merged ‘Inge Varga’ into ‘Ada Okafor’. u undoes it."
        assert seen(screen, "a11") is None
        assert screen.actors.row_id == "a3"
        position = seen(screen, "p12")
        assert isinstance(position, Position)
        assert position.holders == ("a3",)


POSITIONS = [
    (["down", "enter", *"ruiz", "enter"], ("holders", ("a4",))),
    (["enter", *"opp", "enter"], ("stance", Stance.OPPOSES)),
    (["down", "down", "enter", "up", "enter"], ("strength", Strength.FIRM)),
    ([*"topic", "enter", *"harbour", "enter"], ("topic", "harbour")),
    ([*"direct", "enter", *"karst", "tab", "enter"], ("targets", ("a5",))),
    ([*"polar", "enter", *"neg", "enter"], ("polarity", Polarity.NEGATIVE)),
    ([*"condition", "enter", "enter"], ("condition", None)),
]


@pytest.mark.parametrize(("keys", "expected"), POSITIONS, ids=[what for _, (what, _) in POSITIONS])
async def test_correcting_a_position_and_back_again(
    app: BriefingApp, keys: list[str], expected: tuple[str, object]
) -> None:
    part, value = expected
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        await go_to(pilot, screen, "positions", "p2")
        before = seen(screen, "p2")
        await pilot.press("c", *keys)
        assert (await done(app)).endswith("u undoes it.")
        assert getattr(seen(screen, "p2"), part) == value != getattr(before, part)
        assert screen.positions.row_id == "p2"
        assert screen.pane == "positions"

        await pilot.press("u")
        assert (await done(app, 2)).startswith("Undone: ")
        assert seen(screen, "p2") == before
        await pilot.press("U")
        assert (await done(app, 3)).startswith("Done again: ")
        assert getattr(seen(screen, "p2"), part) == value


class TestQuestions:
    @pytest.mark.parametrize(
        ("keys", "part", "value"),
        [
            ([*"wording", "enter", *"Is it?", "enter"], "text", "Is it?"),
            ([*"kind", "enter", *"doubt", "enter"], "kind", QuestionKind.DOUBT),
            ([*"settled", "enter", *"league", "tab", "backspace", *"e", "enter"], "resolvers",
             ("a8", "a12")),
            ([*"settled", "enter", *"nobody", "enter"], "resolvers", ()),
        ],
        ids=["wording", "kind", "resolvers", "nobody"],
    )  # fmt: skip
    async def test_correcting(
        self, app: BriefingApp, keys: list[str], part: str, value: object
    ) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await go_to(pilot, screen, "questions", "q2")
            await pilot.press("c", *keys)
            await done(app)

            assert getattr(seen(screen, "q2"), part) == value
            assert screen.questions.row_id == "q2"

    async def test_its_status(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await go_to(pilot, screen, "questions", "q2")
            await pilot.press("c", "enter", *"answered", "enter")
            await done(app)

            assert screen.opened
            assert screen.opened.by_reader.statuses == {"q2": QuestionStatus.ANSWERED}

    async def test_hiding_it_leaves_the_cursor_at_its_place(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await go_to(pilot, screen, "questions", "q3")
            await pilot.press("c", *"hide", "enter")
            await done(app)

            assert seen(screen, "q3") is None
            assert screen.questions.row_id == "q4"


class TestActors:
    async def test_splitting_off_mentions(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await go_to(pilot, screen, "actors", "a1")
            await pilot.press("c", *"split", "enter", "tab", "down", "tab", "enter")
            await pilot.press(*"Norvik proper", "enter", "enter")
            assert "Split ‘Norvik proper’ (2 mentions)" in await done(app)

            new = seen(screen, screen.actors.row_id)
            assert isinstance(new, Actor)
            assert (new.name, len(new.mentions)) == ("Norvik proper", 2)

    @pytest.mark.parametrize(
        ("keys", "part", "value"),
        [
            ([*"name", "enter", *"Ana Okafor", "enter"], "name", "Ana Okafor"),
            ([*"type", "enter", *"party", "enter"], "type", ActorType.PARTY),
            ([*"state", "enter", *"Sella", "enter"], "state", "Sella"),
            ([*"state", "enter", "delete", "enter"], "state", ""),
        ],
        ids=["name", "type", "state", "no state"],
    )
    async def test_what_it_is(
        self, app: BriefingApp, keys: list[str], part: str, value: object
    ) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await go_to(pilot, screen, "actors", "a3")
            await pilot.press("c", *keys)
            await done(app)

            assert getattr(seen(screen, "a3"), part) == value
            assert screen.actors.row_id == "a3"

    async def test_moving_and_removing_a_mention(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await go_to(pilot, screen, "actors", "a3")
            await pilot.press("c", *"move", "enter", *"leave", "enter", *"ruiz", "enter")
            await done(app)
            await pilot.press("c", *"remove", "enter", "enter")
            await done(app, 2)

            actors = [seen(screen, "a3"), seen(screen, "a4")]
            assert [len(one.mentions) for one in actors if isinstance(one, Actor)] == [2, 3]

    async def test_a_rule_for_the_whole_library(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await go_to(pilot, screen, "actors", "a3")
            await pilot.press("c", *"type", "enter", *"party", "ctrl+l", "enter")
            said = await done(app)

            assert "Taught for the whole library: ‘Ada Okafor’ is of the type party" in said
            assert said.endswith("u undoes it.")
            with Library.open(app.session.library_path, read_only=True) as library:
                assert [held.text for held in library.journal.rules()] == [
                    "‘Ada Okafor’ is of the type party"
                ]

    async def test_a_correction_and_its_rule_are_one_step(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await go_to(pilot, screen, "actors", "a3")
            await pilot.press("c", *"type", "enter", *"party", "ctrl+l", "enter")
            await done(app)
            await pilot.press("u")
            said = await done(app, 2)
            assert said.startswith("Undone: ")
            assert "Taught for the whole library" in said
            assert getattr(seen(screen, "a3"), "type") is ActorType.PERSON  # noqa: B009
            await pilot.press("U")
            await done(app, 3)
            assert getattr(seen(screen, "a3"), "type") is ActorType.PARTY  # noqa: B009

            await pilot.press("H")
            await until(lambda: isinstance(app.screen, HistoryScreen))
            await pilot.press("enter")
            await done(app, 4)
            assert getattr(seen(screen, "a3"), "type") is ActorType.PERSON  # noqa: B009
            with Library.open(app.session.library_path, read_only=True) as library:
                assert library.journal.rules() == ()


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
            assert warned.condition == article.at("unaffordable before the") or warned.condition

    async def test_with_the_mouse(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.mouse_down("#source", offset=(8, 4))
            await pilot.hover("#source", offset=(30, 4))
            await pilot.mouse_up("#source", offset=(30, 4))

            assert screen.source.selected is None or len(screen.source.selected) > 8

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
            assert getattr(seen(screen, "a3"), "type") is ActorType.PARTY  # noqa: B009

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

    async def test_a_star_and_that_it_was_read(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            await started(pilot)
            await pilot.press("s")
            assert await done(app) == "Starred the briefing. u undoes it."
        with Library.open(app.session.library_path, read_only=True) as library:
            (entry,) = library.entries()
            assert entry.is_starred
            assert entry.is_read


class TestOthers:
    async def test_another_program_was_quicker(self, app: BriefingApp) -> None:
        """What the dialog was opened on is gone by then: nothing else is corrected in its place."""
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await go_to(pilot, screen, "actors", "a11")
            await pilot.press("c", *"type", "enter", *"party")
            document = article.document()
            with Library.open(app.session.library_path) as library:
                anchors = Anchors(document, library.get(document.id).briefing)
                library.journal.record(document.id, HideActor(anchors.actor("a11")))
            await pilot.press("enter")
            await until(lambda: any("not found here any more" in said for said in toasts(app)))

            with Library.open(app.session.library_path, read_only=True) as library:
                assert len(library.journal.history(document.id)) <= 2
            await until(lambda: seen(screen, "a11") is None, what="what the other program did")

    async def test_without_a_library_that_can_be_written(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            library, app.session._library = app.session._library, None
            await pilot.press("c")
            assert "there is no library" in (await done(app)).casefold()
            await pilot.press("u", "n", "s")
            await done(app, 4)
            assert app.screen is screen
            app.session._library = library


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


class TestHostileWords:
    """Text from outside is shown as text on every page of a correction, in notes, and in marks."""

    @pytest.mark.parametrize("what", [what for what in HOSTILE if what != "surrogate"])
    async def test_in_corrections_and_notes(self, make_app: AppMaker, what: str) -> None:
        document, briefing = everywhere(HOSTILE[what])
        app = make_app(document, briefing)
        async with app.run_test(size=(100, 30)) as pilot:
            screen = await started(pilot)
            for pane, row in (("actors", "a1"), ("positions", "p1"), ("questions", "q1")):
                await go_to(pilot, screen, pane, row)
                await pilot.press("c", "enter", "down", "tab")
                assert isinstance(app.screen, CorrectScreen)
                is_harmless(app)
                await pilot.press("escape", "escape")
                await pilot.press("n")
                is_harmless(app)
                await pilot.press("escape")
            await pilot.press("4", "v", "shift+right", "c")
            is_harmless(app)
            await pilot.press("escape", "escape")
            await go_to(pilot, screen, "actors", "a1")
            await pilot.press("c", *"type", "enter", *"media", "enter")
            await done(app)
            is_harmless(app)
            await pilot.press("H")
            await until(lambda: isinstance(app.screen, HistoryScreen))
            is_harmless(app)


def is_harmless(app: BriefingApp) -> None:
    """Nothing on the screen is a control, or turns the reading direction."""
    strips = app.screen._compositor.render_strips()
    seen = "".join(segment.text for strip in strips for segment in strip)
    acting = {letter for letter in seen if category(letter) in ACTING}
    assert not acting, sorted(map(hex, map(ord, acting)))
