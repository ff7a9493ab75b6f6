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
from tui.panes.positions import Order
from tui.screens.briefing import BriefingScreen


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


class TestMouse:
    async def test_a_click_moves_the_cursor_and_a_double_click_goes_to_the_words(
        self, app: BriefingApp
    ) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.click("#actors", offset=(5, 5))
            assert (screen.pane, screen.actors.row_id) == ("actors", "a4")
            await pilot.click("#positions", offset=(5, 8), times=2)
            assert screen.pane == "source"
            assert lit(screen, "cue") == "commitment to"

    async def test_a_click_on_a_heading_does_nothing(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.click("#positions", offset=(5, 1))

            assert screen.positions.row_id == "p2"

    async def test_a_click_in_the_text_takes_the_sentence(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.click("#source", offset=(30, 14))

            assert screen.pane == "source"
            assert screen.source.sentence == article.SENTENCES[4]

    async def test_keys_in_the_footer_can_be_clicked(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            footer = screen.query_one("KeyLine")
            keys = footer.keys(footer.size.width)  # type: ignore[attr-defined]
            start = sum(key.width + 3 for key in keys[: [k.title for k in keys].index("zoom")])
            await pilot.click("KeyLine", offset=(start + 2, 0))
            await pilot.pause()

            assert screen.zoomed
