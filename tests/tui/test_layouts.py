"""Three layouts, and nothing out of reach at any size."""

from __future__ import annotations

import pytest
from textual.geometry import Size

from tests.tui.test_briefing_screen import started
from tui.app import BriefingApp
from tui.panes.tabs import PANES, PaneTabs
from tui.screens.arrangement import in_sight
from tui.screens.briefing import BriefingScreen


def seen(screen: BriefingScreen) -> list[str]:
    """The panes that have room on the screen."""
    panes = {pane: screen.query_one(f"#{pane}") for pane in PANES}
    return [name for name, pane in panes.items() if pane.is_on_screen and pane.region.area]


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((160, 45), ["actors", "positions", "questions", "source"]),
        ((120, 40), ["actors", "positions", "questions", "source"]),
        ((100, 30), ["actors", "positions", "questions", "source"]),
        ((80, 24), ["actors", "positions", "questions", "source"]),
        ((79, 40), ["positions"]),
        ((40, 12), ["positions"]),
        ((130, 16), ["positions", "source"]),
    ],
)
async def test_what_is_seen_at_once(
    app: BriefingApp, size: tuple[int, int], expected: list[str]
) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await started(pilot)

        assert seen(screen) == expected


async def test_the_source_is_beside_the_positions_or_below_them(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        assert screen.source.region.x > screen.positions.region.x
        await pilot.resize_terminal(100, 40)
        await pilot.pause()
        assert screen.source.region.x == screen.positions.region.x
        assert screen.source.region.y >= screen.positions.region.bottom


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (80, 12), (40, 12), (20, 6)])
async def test_every_pane_can_be_reached_and_shows_its_cursor(
    app: BriefingApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await started(pilot)
        for key, pane in zip("1234", PANES, strict=True):
            await pilot.press(key)
            await pilot.pause()
            view = screen.query_one(f"#{pane}")

            assert pane in seen(screen)
            assert screen.focused is view
            assert view.scrollable_content_region.area > 0


async def test_tabs_lead_to_the_panes_where_one_has_room(app: BriefingApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        screen = await started(pilot)
        names = screen.query_one(PaneTabs).names(58)
        await pilot.click("PaneTabs", offset=(sum(len(name) + 3 for name in names[:3]) + 2, 0))
        await pilot.pause()

        assert seen(screen) == ["source"]


async def test_from_row_to_words_and_back_on_a_small_screen(app: BriefingApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        screen = await started(pilot)
        await pilot.press("3", "enter")
        await pilot.pause()
        assert seen(screen) == ["source"]
        await pilot.press("escape")
        await pilot.pause()
        assert seen(screen) == ["questions"]


async def test_zoom_gives_a_pane_the_screen_and_takes_it_back(app: BriefingApp) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        await pilot.press("4", "z")
        await pilot.pause()
        assert seen(screen) == ["source"]
        await pilot.press("1")
        await pilot.pause()
        assert seen(screen) == ["actors"]
        await pilot.press("escape")
        await pilot.pause()
        assert seen(screen) == list(PANES)


async def test_what_is_lit_stays_in_sight_when_the_terminal_changes(app: BriefingApp) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        await pilot.press("end")
        for size in ((80, 24), (130, 16), (160, 45)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.pause()
            source = screen.source
            lines = source._passage.lines_of_span(screen.evidence.sentences[0])
            top = round(source.scroll_y)

            assert top <= lines[0] < top + source.scrollable_content_region.height


@pytest.mark.parametrize(
    ("size", "is_zoomed", "shown"),
    [
        (Size(160, 45), False, {"actors", "positions", "questions", "source"}),
        (Size(160, 45), True, {"source"}),
        (Size(120, 15), False, {"actors", "source"}),
        (Size(40, 12), False, {"source"}),
    ],
)
def test_the_panes_that_have_room(size: Size, is_zoomed: bool, shown: set[str]) -> None:
    """One pane where there is room for one, the last list beside the text where for two."""
    assert in_sight("source", "actors", size, is_zoomed=is_zoomed) == shown
