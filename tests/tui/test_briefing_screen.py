"""The briefing screen, driven by keys and mouse."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from textual.pilot import Pilot

from tests.tui import article
from tests.tui.waiting import until
from tui import clipboard
from tui.app import BriefingApp
from tui.panes.header import BriefingHeader
from tui.panes.only import Only
from tui.panes.opened import Opened
from tui.panes.positions import Order
from tui.screens.briefing import BriefingScreen
from tui.screens.only import OnlyScreen


def lit(screen: BriefingScreen, part: str) -> str:
    assert screen.opened is not None
    return screen.opened.words(*getattr(screen.evidence, part))


@contextmanager
def copied(app: BriefingApp, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    texts: list[str] = []
    monkeypatch.setattr(app, "copy_to_clipboard", texts.append)
    monkeypatch.setattr(clipboard, "commands", lambda *_: [])
    yield texts


async def started(pilot: Pilot[None]) -> BriefingScreen:
    screen = pilot.app.screen
    assert isinstance(screen, BriefingScreen)
    await until(lambda: screen.opened, what="an article on the screen")
    await pilot.pause()
    return screen


class TestLinking:
    async def test_a_row_lights_its_words_in_the_source(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)

            assert screen.pane == "positions"
            assert lit(screen, "sentences").startswith("Okafor promised")
            await pilot.press("j", "j")
            assert lit(screen, "cue") == "commitment to"
            assert screen.source.sentence == article.SENTENCES[5]

    async def test_what_belongs_together_is_marked_in_the_other_lists(
        self, app: BriefingApp
    ) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)

            assert screen.actors.linked == {"a3", "q2"}
            assert screen.positions.linked == frozenset()

    async def test_a_sentence_far_below_is_scrolled_into_sight(self, app: BriefingApp) -> None:
        async with app.run_test(size=(100, 24)) as pilot:
            screen = await started(pilot)
            await pilot.press("3", "end")
            await pilot.pause()

            passage, source = screen.source._passage, screen.source
            lines = passage.lines_of_span(screen.evidence.sentences[0])
            top = round(source.scroll_y)
            assert top <= lines[0] < lines[-1] < top + source.scrollable_content_region.height

    async def test_enter_goes_from_row_to_sentence_and_through_its_rows(
        self, app: BriefingApp
    ) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            visited = []
            for _ in range(3):
                await pilot.press("enter")
                assert screen.pane == "source"
                await pilot.press("enter")
                rows = screen.positions if screen.pane == "positions" else screen.questions
                visited.append(rows.row_id)

            assert visited == ["p2", "q2", "p2"]

    async def test_the_source_is_walked_by_sentences(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("4", "down", "down")

            assert screen.source.sentence == article.SENTENCES[5]
            assert screen.positions.linked >= {"p4", "p5"}

    async def test_mentions_are_walked(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("1", "full_stop", "full_stop")
            assert screen.source.sentence == article.SENTENCES[4]
            await pilot.press("comma")
            assert screen.source.sentence == article.SENTENCES[3]


class TestNarrowing:
    async def test_space_narrows_to_an_actor_and_esc_widens(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("1", "j", "j", "space")

            assert screen.narrowed == "a4"
            assert screen.positions.border_subtitle == "2 of 12 · by topic"
            await pilot.press("escape")
            assert screen.narrowed == ""
            assert screen.positions.border_subtitle == "12 · by topic"

    async def test_another_actor_is_narrowed_to_at_once_and_the_same_one_widens(
        self, app: BriefingApp
    ) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("1", "space", "j", "space")
            assert screen.narrowed == "a1"
            await pilot.press("space")
            assert screen.narrowed == ""

    async def test_a_position_narrows_to_its_holder(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("end", "space")

            assert screen.narrowed == "a7"
            assert screen.actors.row_id == "a7"

    async def test_a_sentence_whose_rows_are_hidden_shows_them_again(
        self, app: BriefingApp
    ) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            screen.narrow_to("a8")
            await pilot.press("4", "home", "down", "enter")

            assert (screen.pane, screen.positions.row_id) == ("positions", "p1")
            assert screen.narrowed == ""


class TestShowingOnly:
    async def test_a_topic_and_an_actor_together_and_esc_shows_all(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("F")
            assert isinstance(app.screen, OnlyScreen)
            assert app.screen.choices.row_id == "topic free passage"
            await pilot.press("enter", "1", "space")
            assert screen.positions.border_subtitle == "3 of 12 · by topic"
            assert screen.positions.row_id == "p2"
            header = screen.query_one(BriefingHeader)
            told = "".join(p.text for line in header.lines(150) for p in line.left)
            assert "narrowed to Ada Okafor · topic free passage" in told
            await pilot.press("escape")

            assert (screen.narrowed, screen.only) == ("", Only())
            assert screen.positions.border_subtitle == "12 · by topic"

    @pytest.mark.parametrize(
        ("typed", "only", "shown"),
        [
            ("commits", Only(stance="commits"), {"p1", "p2", "p10"}),
            ("against", Only(stance="against"), {"p3", "p6", "p7", "p11"}),
            ("disputed", Only(kind="disputed"), {"q5"}),
        ],
    )
    async def test_a_stance_or_a_kind(
        self, app: BriefingApp, typed: str, only: Only, shown: set[str]
    ) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("F", *typed, "enter")
            await pilot.pause()
            rows = screen.questions if only.kind else screen.positions
            assert screen.only == only
            assert {row.id for row in rows._model.rows if row.id} == shown
            await pilot.press("F", "enter")

            assert screen.only == Only()

    async def test_what_hides_a_row_that_is_gone_to_is_left(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            screen.only = Only(stance="demands")
            await pilot.press("4", "home", "down", "enter")

            assert (screen.positions.row_id, screen.only) == ("p1", Only())

    def test_a_promise_is_shown_as_its_position_is(self) -> None:
        opened = Opened(article.document(), article.briefing())
        promises = list(opened.promised_by)

        assert all(Only(stance="for").has_row(opened, one) for one in promises[:1])
        assert not Only(topic="no such").has_row(opened, promises[0])

    def test_what_makes_no_sense_in_a_briefing_is_left_out(self) -> None:
        opened = Opened(article.document(), article.briefing())
        kept = Only.kept({"topic": "gone", "stance": "commits", "kind": 3, "x": "y"})

        assert kept.fitting(opened) == Only(stance="commits")


class TestOtherKeys:
    async def test_o_cycles_the_order_and_keeps_the_row(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("j", "o")

            assert (screen.order, screen.positions.row_id) == (Order.ACTOR, "p3")

    async def test_y_copies_a_cited_quotation_and_says_so(
        self, app: BriefingApp, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            await started(pilot)
            with copied(app, monkeypatch) as texts:
                await pilot.press("y")
                await app.workers.wait_for_complete()

            assert texts[0].startswith(
                "Ada Okafor commits: “Okafor promised to open the northern harbour"
            )
            assert texts[0].endswith("2031-03-11, ¶2)")
            assert [toast.message for toast in app._notifications] == [
                "Copied the sentence of ¶2 through the terminal, if it allows that."
            ]

    async def test_tab_goes_through_the_panes_in_the_order_of_their_numbers(
        self, app: BriefingApp
    ) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            panes = []
            for key in ("tab", "tab", "tab", "tab", "shift+tab"):
                await pilot.press(key)
                panes.append(screen.pane)

            assert panes == ["questions", "source", "actors", "positions", "actors"]

    async def test_left_and_right_go_to_the_neighbour(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("right")
            assert screen.pane == "source"
            await pilot.press("left", "left", "left")
            assert screen.pane == "actors"

    async def test_pages_and_ends(self, app: BriefingApp) -> None:
        async with app.run_test(size=(100, 24)) as pilot:
            screen = await started(pilot)
            await pilot.press("G")
            assert screen.positions.row_id == "p8"
            await pilot.press("g")
            assert screen.positions.row_id == "p2"
            await pilot.press("pagedown")
            assert screen.positions.row_id not in ("p2", "p3")
            await pilot.press("pageup")
            assert screen.positions.row_id == "p2"


class TestMoving:
    async def test_half_a_page_is_half_of_what_a_page_is(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 24)) as pilot:
            screen = await started(pilot)
            await pilot.press("ctrl+d", "ctrl+d")
            half = screen.positions.row_id
            await pilot.press("ctrl+u", "ctrl+u")
            assert screen.positions.row_id == "p2"
            await pilot.press("pagedown")
            assert screen.positions.row_id == half != "p2"

    async def test_braces_go_by_groups_and_by_paragraphs(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("j", "right_curly_bracket")
            assert screen.positions.row_id == "p1"
            await pilot.press("j", "left_curly_bracket")
            assert screen.positions.row_id == "p1"
            await pilot.press("left_curly_bracket")
            assert screen.positions.row_id == "p2"
            await pilot.press(*["right_curly_bracket"] * 9)
            assert screen.positions.row_id == "p8"

            await pilot.press("4", "home", "down", "right_curly_bracket")
            assert screen.source.sentence == article.SENTENCES[3]
            await pilot.press("down", "left_curly_bracket")
            assert screen.source.sentence == article.SENTENCES[3]

    async def test_g_twice_is_first_as_once(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("G", "g", "g")

            assert screen.positions.row_id == "p2"
