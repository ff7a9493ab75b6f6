"""The matrix of actors and issues on the screen: of one briefing, and of several."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.stories.told import REFUSAL_TOLD, TOLD, TURN_TOLD
from tests.tui.across import app_of, shown
from tests.tui.conftest import AppMaker
from tests.tui.test_across_hostile import KEPT
from tests.tui.test_briefing_screen import started
from tests.tui.test_hostile_text import everywhere
from tests.tui.waiting import until
from tui.app import BriefingApp
from tui.doors.across import go_to
from tui.doors.overview import matrix_of
from tui.screens.briefing import BriefingScreen
from tui.screens.dossier import DossierScreen
from tui.screens.library.screen import LibraryScreen
from tui.screens.matrix import MatrixScreen

Compare = Callable[..., bool]


async def matrix_shown(pilot: Pilot[None]) -> MatrixScreen:
    await until(lambda: isinstance(pilot.app.screen, MatrixScreen), what="the matrix")
    screen = pilot.app.screen
    assert isinstance(screen, MatrixScreen)
    await until(lambda: screen.is_mounted and screen.head.facts, what="what is in it")
    await pilot.pause()
    return screen


async def of_all(pilot: Pilot[None]) -> MatrixScreen:
    """The matrix of all five articles."""
    await started(pilot)
    assert isinstance(pilot.app, BriefingApp)
    screen = matrix_of(pilot.app, [document.id for document, _ in TOLD], "5 briefings")
    assert screen is not None
    pilot.app.push_screen(screen, partial(go_to, pilot.app))
    return await matrix_shown(pilot)


def told(screen: MatrixScreen) -> str:
    """What stands beside the table."""
    lines = screen.behind.note
    return "\n".join("".join(piece.text for piece in (*line.left, *line.right)) for line in lines)


class TestReading:
    async def test_the_cell_under_the_cursor_is_told_with_its_sentences(
        self, tmp_path: Path
    ) -> None:
        async with app_of(tmp_path).run_test(size=(160, 45)) as pilot:
            screen = await of_all(pilot)
            screen.grid.move_to("territory:orland", "port lease")
            await pilot.pause()

            words = told(screen)
            assert words.index("concedes") < words.index("refuses"), "the newest first"
            assert "↳ if the dues were doubled" in words
            assert "Harbour News · 2031-04-02" in words
            assert "Prime Minister Petra Lindqvist said Orland could accept" in words
            assert "− Against it: Harbour Union" in words

    async def test_who_says_nothing_on_an_issue_is_told_too(self, tmp_path: Path) -> None:
        async with app_of(tmp_path).run_test(size=(160, 45)) as pilot:
            screen = await of_all(pilot)
            screen.grid.move_to("territory:orland", "harbour due")
            await pilot.pause()

            assert "No position of theirs on this." in told(screen)

    async def test_enter_goes_to_the_position_in_its_briefing(self, tmp_path: Path) -> None:
        async with app_of(tmp_path).run_test(size=(160, 45)) as pilot:
            screen = await of_all(pilot)
            screen.grid.move_to("territory:orland", "port lease")
            await pilot.press("enter")
            await until(lambda: isinstance(pilot.app.screen, BriefingScreen), what="the briefing")
            await pilot.pause()

            briefing = pilot.app.screen
            assert isinstance(briefing, BriefingScreen)
            assert briefing.opened is not None
            assert briefing.opened.document.id == TURN_TOLD[0].id
            assert briefing.positions.row_id == "p1"

    async def test_an_empty_cell_leads_nowhere(self, tmp_path: Path) -> None:
        async with app_of(tmp_path).run_test(size=(160, 45)) as pilot:
            screen = await of_all(pilot)
            screen.grid.move_to("territory:orland", "harbour due")
            await pilot.press("enter")

            assert pilot.app.screen is screen

    async def test_d_opens_the_dossier_and_back_leads_here(self, tmp_path: Path) -> None:
        async with app_of(tmp_path).run_test(size=(120, 30)) as pilot:
            screen = await of_all(pilot)
            await pilot.press("d")
            await shown(pilot, DossierScreen)
            await pilot.press("escape")
            await pilot.pause()

            assert pilot.app.screen is screen

    async def test_it_closes_when_another_briefing_is_opened_from_the_list_above(
        self, tmp_path: Path
    ) -> None:
        async with app_of(tmp_path).run_test(size=(120, 30)) as pilot:
            await of_all(pilot)
            here = pilot.app.screen_stack[0]
            assert isinstance(here, BriefingScreen)
            assert here.opened is not None
            before = here.opened.document.id

            await pilot.press("l")
            await until(lambda: isinstance(pilot.app.screen, LibraryScreen), what="the list")
            listed = pilot.app.screen
            assert isinstance(listed, LibraryScreen)
            await until(lambda: listed.table.entry, what="its rows")
            await pilot.press("G", "enter")
            await until(lambda: pilot.app.screen is here, what="the briefing")

            assert here.opened.document.id != before


class TestMoving:
    async def test_arrows_and_tab(self, tmp_path: Path) -> None:
        async with app_of(tmp_path).run_test(size=(160, 45)) as pilot:
            screen = await of_all(pilot)
            grid = screen.grid
            rows, columns = [r.id for r in grid.rows], [c.id for c in grid.columns]
            await pilot.press("home", "left", "left", "up")
            assert grid.place == (rows[0], columns[0])
            await pilot.press("right", "down")
            assert grid.place == (rows[1], columns[1])
            await pilot.press("G", "right")
            assert grid.place == (rows[-1], columns[-1])

            await pilot.press("home", "left")
            visited = []
            for _ in range(20):
                await pilot.press("tab")
                visited.append(grid.place)
            filled = {(row.id, column) for row in grid.rows for column in row.cells}
            assert set(visited) | {(rows[0], columns[0])} >= filled

    @pytest.mark.parametrize("size", [(160, 45), (80, 24), (40, 12)])
    async def test_the_cursor_is_always_in_sight(
        self, tmp_path: Path, size: tuple[int, int]
    ) -> None:
        async with app_of(tmp_path).run_test(size=size) as pilot:
            grid = (await of_all(pilot)).grid
            for key in ("G", "right", "right", "g", "left", "down"):
                await pilot.press(key)
                await pilot.pause()
                row = grid.rows[grid.cursor.y]
                lines = [grid.render_line(y).text for y in range(grid.size.height)]
                assert any(line.startswith(f"▌{row.name[:6]}") for line in lines)
                assert grid.cursor.x in grid._in_sight()

    async def test_a_click_moves_there(self, tmp_path: Path) -> None:
        async with app_of(tmp_path).run_test(size=(160, 45)) as pilot:
            grid = (await of_all(pilot)).grid
            there = (grid.names_width + grid.column_width + 2, grid.head_lines + 2)
            await pilot.click(type(grid), offset=there)

            assert (grid.cursor.x, grid.cursor.y) == (1, 2)


class TestNarrowing:
    async def test_typed_words_choose_actors_or_issues(self, tmp_path: Path) -> None:
        async with app_of(tmp_path).run_test(size=(120, 30)) as pilot:
            screen = await of_all(pilot)
            await pilot.press("f", *"maravia")
            await pilot.pause()
            assert [row.name for row in screen.grid.rows] == ["Maravia"]
            assert len(screen.grid.columns) == 2, "the issues that Maravia speaks about"

            await pilot.press("escape", "f", *"dues")
            await pilot.pause()
            assert [column.head for column in screen.grid.columns] == ["harbour dues"]
            assert {row.name for row in screen.grid.rows} == {"Maravia", "Petra Lindqvist"}

            await pilot.press("escape", "f", *"nobody")
            await pilot.pause()
            assert not screen.grid.rows
            await pilot.press("escape", "escape")
            await pilot.pause()
            assert isinstance(pilot.app.screen, BriefingScreen)


class TestOneBriefing:
    async def test_m_opens_it_and_esc_leaves_it(self, make_app: AppMaker) -> None:
        app = make_app(*REFUSAL_TOLD)
        async with app.run_test(size=(100, 30)) as pilot:
            await started(pilot)
            await pilot.press("m")
            screen = await matrix_shown(pilot)

            assert [row.name for row in screen.grid.rows] == ["Orland", "Harbour Union", "Maravia"]
            assert "2031" not in told(screen), "one briefing needs not be named"
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(pilot.app.screen, BriefingScreen)

    @pytest.mark.parametrize("size", [(160, 45), (40, 12)])
    @pytest.mark.parametrize("words", KEPT.values(), ids=KEPT)
    async def test_hostile_words_are_shown_as_words(
        self, make_app: AppMaker, words: str, size: tuple[int, int]
    ) -> None:
        app = make_app(*everywhere(words))
        async with app.run_test(size=size) as pilot:
            await started(pilot)
            await pilot.press("m")
            screen = await matrix_shown(pilot)

            for view in (screen.grid, screen.behind):
                strips = [view.render_line(y) for y in range(view.size.height)]
                drawn = "".join(strip.text for strip in strips)
                assert not [c for c in drawn if unicodedata.category(c) in ("Cc", "Cs")]
                assert not set(drawn) & set("\u202e\u2066\u2069\u200f\u200b\u200d\ufeff")
                assert {strip.cell_length for strip in strips} <= {view.size.width}


class TestLooks:
    @pytest.mark.parametrize("theme", ["night", "day", "high-contrast"])
    @pytest.mark.parametrize(
        "size", [(160, 45), (80, 24), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}"
    )
    def test_of_several(
        self, snap_compare: Compare, tmp_path: Path, size: tuple[int, int], theme: str
    ) -> None:
        async def before(pilot: Pilot[None]) -> None:
            screen = await of_all(pilot)
            screen.grid.move_to("territory:orland", "port lease")
            await pilot.pause()

        assert snap_compare(app_of(tmp_path, theme), terminal_size=size, run_before=before)
