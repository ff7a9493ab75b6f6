"""Corrections, made with keys in a real library."""

from __future__ import annotations

from unicodedata import category

import pytest

from briefings.briefing import (
    Actor,
    ActorType,
    Polarity,
    Position,
    QuestionKind,
    Stance,
    Strength,
)
from briefings.corrections import Anchors, HideActor, QuestionStatus, SetRead
from briefings.library import Library
from tests.tui import article
from tests.tui.conftest import AppMaker
from tests.tui.corrected import done, go_to, seen, toasts, type_of
from tests.tui.test_briefing_screen import started
from tests.tui.test_hostile_text import HOSTILE, everywhere
from tests.tui.waiting import until
from tui.app import BriefingApp
from tui.screens.correct.screen import CorrectScreen
from tui.screens.dialog import ACTING
from tui.screens.history import HistoryScreen

pytestmark = pytest.mark.usefixtures("hear")


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


async def test_hiding_a_position_below_a_heading_leaves_the_cursor_at_its_place(
    app: BriefingApp,
) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        screen.go("positions")
        await pilot.press("down", "down")
        hidden, place = screen.positions.row_id, screen.positions.cursor
        assert place > 2  # the list begins with a heading
        await pilot.press("c", *"hide", "enter")
        await done(app)

        assert seen(screen, hidden) is None
        assert screen.positions.cursor == place
        assert screen.positions.row_id


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
            assert type_of(screen, "a3") is ActorType.PERSON
            await pilot.press("U")
            await done(app, 3)
            assert type_of(screen, "a3") is ActorType.PARTY

            await pilot.press("H")
            await until(lambda: isinstance(app.screen, HistoryScreen))
            await pilot.press("enter")
            await done(app, 4)
            assert type_of(screen, "a3") is ActorType.PERSON
            with Library.open(app.session.library_path, read_only=True) as library:
                assert library.journal.rules() == ()


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
                done_to_it = [step.change for step in library.journal.history(document.id)]
                assert [type(one) for one in done_to_it] == [SetRead, HideActor]
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


async def test_mentions_are_offered_within_the_words_of_the_text(app: BriefingApp) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        await go_to(pilot, screen, "actors", "a7")
        await pilot.press("c", *"remove", "enter")
        page = app.screen
        assert isinstance(page, CorrectScreen)
        offered = [
            "".join(piece.text for piece in row.lines[0].left) for row in page.choices._model.rows
        ]

        assert screen.opened
        text = " ".join(screen.opened.document.text.split())
        assert offered
        assert all(one.strip(" …") in text for one in offered)
