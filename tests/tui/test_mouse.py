"""The briefing screen, driven by the mouse."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui import article
from tests.tui.mouse import drag, mouse
from tests.tui.test_briefing_screen import copied, lit, started
from tui.app import BriefingApp
from tui.screens.briefing import BriefingScreen
from tui.screens.correct.screen import CorrectScreen
from tui.screens.dialog import Frame
from tui.screens.notes import NoteScreen
from tui.widgets.key_line import KeyLine


async def select(pilot: Pilot[None], screen: BriefingScreen, words: str) -> None:
    """Drag the mouse over words of the source."""
    passage, source = screen.source._passage, screen.source
    span = article.at(words)
    (line,) = passage.lines_of_span(span)
    corner = source.scrollable_content_region
    row = corner.y + line - round(source.scroll_y)
    left = corner.x + source.margin_width
    start, end = (left + passage.column_of(line, at) for at in (span.start, span.end - 1))
    await drag(pilot, (start, row), (end, row))
    assert source.selected == span


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

    async def test_the_wheel_scrolls_the_pane_under_the_pointer_and_nothing_else(
        self, app: BriefingApp
    ) -> None:
        async with app.run_test(size=(100, 24)) as pilot:
            screen = await started(pilot)
            before = screen.positions.scroll_y
            await mouse(pilot, events.MouseScrollDown, (5, 5), button=0)

            assert screen.actors.scroll_y > 0
            assert (screen.pane, screen.positions.scroll_y) == ("positions", before)
            assert screen.actors.row_id == "a3"

    async def test_words_are_selected_by_dragging_and_y_copies_them(
        self, app: BriefingApp, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await select(pilot, screen, "open the northern harbour")
            assert screen.source.border_subtitle == "4 words selected"
            with copied(app, monkeypatch) as texts:
                await pilot.press("y")
                await app.workers.wait_for_complete()
            assert texts[0].startswith("“open the northern harbour” (")
            await pilot.press("escape")
            assert screen.source.selected is None

    @pytest.mark.parametrize(("key", "opens"), [("n", NoteScreen), ("c", CorrectScreen)])
    async def test_selected_words_are_noted_on_and_corrected(
        self, app: BriefingApp, key: str, opens: type[Screen[object]]
    ) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await select(pilot, screen, "northern harbour")
            await pilot.press(key)
            await pilot.pause()

            assert isinstance(app.screen, opens)
            assert "northern harbour" in str(app.screen.query_one(Frame).border_title)

    async def test_dragging_beyond_the_edge_scrolls_on(self, app: BriefingApp) -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            screen = await started(pilot)
            await pilot.press("4", "home")
            source = screen.source
            start = (source.region.x + 12, source.region.y + 2)
            await drag(pilot, start, *[(60, 23)] * 5)

            assert source.scroll_y >= 5
            assert source.selected is not None
            assert len(source.selected.of(article.TEXT)) > 300
            assert app.mouse_captured is None

    async def test_keys_in_the_footer_can_be_clicked(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            footer = screen.query_one(KeyLine)
            keys = footer.keys(footer.size.width)
            start = sum(key.width + 3 for key in keys[: [k.title for k in keys].index("zoom")])
            await pilot.click("KeyLine", offset=(start + 2, 0))
            await pilot.pause()

            assert screen.zoomed
