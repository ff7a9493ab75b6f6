"""Three layouts, and nothing out of reach at any size."""

from __future__ import annotations

import pytest
from textual.geometry import Size

from tests.tui import article
from tests.tui.mouse import drag
from tests.tui.test_briefing_screen import started
from tui.app import BriefingApp
from tui.panes.opened import Opened
from tui.panes.tabs import PANES, PaneTabs
from tui.panes.views import VIEWS
from tui.screens.arrangement import MOST, checked, in_sight
from tui.screens.briefing import BriefingScreen
from tui.screens.coming_back import whereabouts


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


@pytest.mark.parametrize("view", [view.id for view in VIEWS])
def test_the_tabs_have_room_on_the_smallest_screen(view: str) -> None:
    tabs = PaneTabs()
    tabs.set_reactive(PaneTabs.view, view)

    assert len(" ".join(tabs.names(38))) <= 38


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


async def test_a_text_without_findings_stays_where_it_was_when_the_terminal_changes(
    app: BriefingApp,
) -> None:
    async with app.run_test(size=(160, 30)) as pilot:
        screen = await started(pilot)
        screen.opened = Opened(article.document())
        await pilot.press("4", *["j"] * 18)
        source = screen.source
        before = source._passage.offset_at(round(source.scroll_y), 0)
        assert before
        await pilot.resize_terminal(124, 30)
        await pilot.pause()
        await pilot.pause()
        after = source._passage.offset_at(round(source.scroll_y), 0)
        assert after is not None
        assert after <= before < after + source.size.width


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


class TestDragging:
    async def test_the_border_between_lists_and_positions(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            right = screen.actors.region.right
            for grip, column in ((right - 1, 49), (50, 31)):
                await drag(pilot, (grip, 10), (column, 10))
                edge = column + (1 if grip == right - 1 else 0)
                assert screen.actors.region.right == screen.positions.region.x == edge
            assert app.mouse_captured is None

    async def test_the_border_between_two_lists(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await drag(pilot, (5, screen.questions.region.y), (5, 15))
            assert screen.questions.region.y == 15

    @pytest.mark.parametrize("size", [(160, 45), (121, 40), (100, 30)])
    async def test_the_border_before_the_source(
        self, app: BriefingApp, size: tuple[int, int]
    ) -> None:
        async with app.run_test(size=size) as pilot:
            screen = await started(pilot)
            source = screen.source.region
            is_beside = size[0] >= 120
            start = (source.x, source.y + 3) if is_beside else (source.x + 3, source.y)
            end = (start[0] - 7, start[1]) if is_beside else (start[0], start[1] - 3)
            await drag(pilot, start, end)

            moved = screen.source.region
            assert moved.x == end[0] if is_beside else moved.y == end[1]

    async def test_no_pane_is_dragged_to_nothing_and_sizes_are_remembered(
        self, app: BriefingApp
    ) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await drag(pilot, (screen.source.region.x, 10), (159, 44))
            assert screen.sizes == {"positions": MOST}
            assert screen.source.size.width > 10
            await drag(pilot, (screen.source.region.x, 10), (100, 10))
            kept = whereabouts(screen).sizes
            await pilot.press("2", "greater_than_sign", "equals_sign")
            assert screen.sizes == {}
        again = checked(kept)
        assert again == kept != {}

    async def test_the_pointer_tells_of_a_border(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            shapes = []
            for place in ((screen.source.region.x, 10), (5, screen.questions.region.y), (60, 10)):
                await pilot.hover(offset=place)
                shapes.append(screen._pointer_shape)

            assert shapes == ["ew-resize", "ns-resize", "default"]

    @pytest.mark.parametrize("size", [(60, 20), (130, 16)])
    async def test_nothing_is_dragged_where_sizes_mean_nothing(
        self, app: BriefingApp, size: tuple[int, int]
    ) -> None:
        async with app.run_test(size=size) as pilot:
            screen = await started(pilot)
            for column in range(0, size[0], 4):
                await drag(pilot, (column, 8), (3, 9))

            assert screen.sizes == {}
