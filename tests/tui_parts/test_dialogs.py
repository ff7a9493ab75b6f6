"""The dialogs, used as a reader uses them: keys and mouse in, a result out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Input

from briefings.export import Taken
from tests.tui_parts.shows import dialog, stored
from tests.tui_parts.stage import HOSTILE, Stage, seen
from tui import actions
from tui.actions import Place
from tui.panes.signs import LEGEND
from tui.screens.dialog import Choices, ListDialog
from tui.screens.export import ExportScreen
from tui.screens.help import HelpScreen
from tui.screens.search import SearchScreen
from tui.screens.themes import ThemeScreen

NAMES = ["search", "help", "themes", "export"]
SIZES = [(160, 45), (120, 40), (80, 24), (60, 20), (40, 12)]


def listed(app: Stage) -> list[str]:
    """The lines of the dialog's list, without bars and empty lines."""
    choices = app.dialog.query_one(Choices)
    region = choices.region
    rows = [line[region.x : region.right] for line in seen(app)[region.y : region.bottom]]
    return [row.strip("▌ ") for row in rows if row.strip()]


def typed(app: Stage, text: str) -> None:
    app.dialog.query_one(Input).value = text


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_dialog_works_at_every_size(name: str, size: tuple[int, int]) -> None:
    app = Stage(dialog(name))

    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        lines = seen(app)
        await pilot.press("down", "pagedown", "up", "pageup", "escape")
        await pilot.pause()

    assert app.result is None
    assert any("╭" in line and "╮" in line for line in lines)
    assert "esc close" in lines[-1] or any("esc" in line for line in lines)


@pytest.mark.parametrize("name", NAMES)
async def test_a_click_beside_a_dialog_closes_it(name: str) -> None:
    app = Stage(dialog(name))

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click(offset=(1, 1))
        await pilot.pause()

    assert app.result is None


@pytest.mark.parametrize("name", NAMES)
async def test_resizing_keeps_a_dialog_usable(name: str) -> None:
    app = Stage(dialog(name))

    async with app.run_test(size=(160, 45)) as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
        frame = app.dialog.query_one("Frame").region

    assert (frame.width, frame.height) == (40, 12)


class TestHelp:
    @pytest.mark.parametrize("place", [*Place])
    async def test_every_key_of_a_place_is_there(self, place: Place) -> None:
        screen = HelpScreen([place])
        app = Stage(screen)

        async with app.run_test() as pilot:
            await pilot.pause()
            rows, _ = screen.rows_for("")

        expected = {action.id for action in actions.of_place(place)}
        shown = [row.id for row in rows if not row.is_heading]
        assert set(shown) == expected
        assert len(shown) == len(expected)

    async def test_it_begins_with_what_a_newcomer_needs(self) -> None:
        screen = HelpScreen([Place.BRIEFING, Place.LIST, Place.APP])
        app = Stage(screen)

        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            assert listed(app)[0].startswith("To begin with ─")
            rows, _ = screen.rows_for("")

        keys = [row.lines[0].left[0].text.split()[0] for row in rows]
        assert keys[:8] == ["To", "↑", "↓", "enter", "esc", "tab", "/", "e"]
        assert keys[8:13] == ["l", "?", "q", "Briefing", "1"]

    async def test_typing_finds_by_key_and_by_what_it_does(self) -> None:
        app = Stage(HelpScreen([Place.BRIEFING, Place.APP]))

        async with app.run_test(size=(120, 40)) as pilot:
            typed(app, "markdown")
            await pilot.pause()
            by_word = listed(app)
            typed(app, "?")
            await pilot.pause()
            by_key = listed(app)

        assert by_word[0].startswith("To begin with ─")
        assert by_word[1].startswith("e ")
        assert [row[:1] for row in by_key[1:]] == ["?"]

    async def test_the_readers_own_keys_are_shown(self) -> None:
        app = Stage(HelpScreen([Place.BRIEFING], {"briefing.narrow": "n,ctrl+j"}))

        async with app.run_test(size=(120, 40)) as pilot:
            typed(app, "briefing.narrow")
            await pilot.pause()

            assert listed(app)[1].startswith("n ctrl+j ")

    async def test_the_signs_are_told_below_the_keys_and_found_by_typing(self) -> None:
        screen = HelpScreen([Place.BRIEFING], signs=LEGEND)
        app = Stage(screen)

        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("end")
            await pilot.pause()
            rows, count = screen.rows_for("")
            last = [row.id.removeprefix("sign ") for row in rows[-len(LEGEND) :]]
            typed(app, "condition")
            await pilot.pause()
            by_word = listed(app)
            typed(app, "-")
            await pilot.pause()
            by_sign = listed(app)

        assert "".join(last) == "+−?·~←↳○└¿◂◐●»×✱✚✎★✗"
        assert count == f"{len(actions.of_place(Place.BRIEFING))} keys"
        assert by_word[0].startswith("What the signs say ─")
        assert [row.split()[0] for row in by_word[1:]] == ["?", "↳"]
        assert any(row.startswith("−") and "opposes" in row for row in by_sign)

    async def test_the_name_for_the_settings_stands_below(self) -> None:
        app = Stage(HelpScreen([Place.BRIEFING]))

        async with app.run_test(size=(120, 40)) as pilot:
            typed(app, "markdown")
            await pilot.pause()

            assert any("briefing.export" in line and "esc close" in line for line in seen(app))


class TestThemes:
    async def test_the_theme_under_the_cursor_is_what_one_sees(self) -> None:
        app = Stage(dialog("themes"))

        async with app.run_test() as pilot:
            typed(app, "paper")
            await pilot.pause()
            previewed = app.theme
            await pilot.press("enter")

        assert previewed == "paper"
        assert app.theme == "paper"
        assert app.result == "paper"

    async def test_it_begins_on_the_theme_in_use(self) -> None:
        app = Stage(dialog("themes"), "okabe-ito")

        async with app.run_test() as pilot:
            await pilot.pause()
            await pilot.press("enter")

        assert app.result == "okabe-ito"

    async def test_closing_it_brings_the_old_theme_back(self) -> None:
        app = Stage(dialog("themes"), "day")

        async with app.run_test() as pilot:
            await pilot.press("down", "down")
            await pilot.pause()
            previewed = app.theme
            await pilot.press("escape")
            await pilot.pause()

        assert previewed != "day"
        assert app.theme == "day"
        assert app.result is None

    async def test_every_theme_of_the_app_can_be_chosen(self) -> None:
        screen = ThemeScreen({})
        app = Stage(screen)

        async with app.run_test() as pilot:
            await pilot.pause()
            rows, _ = screen.rows_for("")

            assert {row.id for row in rows} - {""} == set(app.available_themes)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
class TestHostileText:
    """Whatever a text holds is shown; nothing in it acts."""

    async def check(self, screen: ModalScreen[Any], pilot: Pilot[Any], text: str) -> None:
        app = pilot.app
        assert isinstance(app, Stage)
        for field in app.dialog.query(Input):
            field.value = text
        await pilot.pause()
        for line in seen(app):
            assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in line)
            assert not set(line) & set("\u202e\u2066\u200b")
        for link in ("app.quit", "quit"):
            assert not any(
                segment.style and segment.style.meta.get("@click") == link
                for strip in app.screen._compositor.render_strips()
                for segment in strip
            )
        assert app.is_running

    async def test_in_the_export(self, text: str, tmp_path: Path) -> None:
        screen = ExportScreen([Taken(stored(text))], tmp_path / "notes")

        async with Stage(screen).run_test(size=(60, 20)) as pilot:
            await pilot.pause()
            await self.check(screen, pilot, str(tmp_path))
            await pilot.press("enter")
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()

        (written,) = tmp_path.glob("*.md")
        assert written.parent == tmp_path

    async def test_in_the_help_and_the_themes(self, text: str) -> None:
        for screen in (HelpScreen([Place.APP], {"app.help": "f1"}), ThemeScreen({})):
            async with Stage(screen).run_test(size=(60, 20)) as pilot:
                await pilot.pause()
                await self.check(screen, pilot, text)


def test_a_title_is_never_read_as_markup() -> None:
    """The frame takes Content; a string would be read as markup by Textual."""
    for screen in (SearchScreen, HelpScreen, ThemeScreen, ExportScreen):
        assert Content(screen.TITLE_TEXT).plain == screen.TITLE_TEXT
        assert issubclass(screen, ListDialog) or screen in (ExportScreen, SearchScreen)
