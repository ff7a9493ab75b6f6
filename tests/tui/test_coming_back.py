"""Coming back to where one was, live settings, crashes, and a screen without colours or motion."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.library import Library
from tests.tui.conftest import AppMaker
from tests.tui.test_briefing_screen import started
from tests.tui.waiting import until
from tui import crash
from tui.app import BriefingApp
from tui.panes.positions import Order
from tui.screens.coming_back import whereabouts
from tui.session import PLACE
from tui.settings import Settings
from tui.whereabouts import Whereabouts

SECRET = "Okafor's secret plan"


@given(st.text(max_size=200) | st.none())
def test_whatever_was_kept_is_no_error(kept: str | None) -> None:
    assert Whereabouts.from_json(kept) == Whereabouts()


def test_what_was_kept_comes_back_and_parts_that_make_no_sense_do_not() -> None:
    place = Whereabouts("abc", "source", {"actors": "a3"}, 12, "a3", "actor", "events", {}, True)

    assert Whereabouts.from_json(place.to_json()) == place
    assert Whereabouts.from_json('{"pane": 3, "zoomed": 1, "order": "stance", "x": []}') == replace(
        Whereabouts(), order="stance"
    )


async def test_the_next_start_begins_where_the_last_one_ended(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        await pilot.press("o", "greater_than_sign", "right_square_bracket")
        await pilot.press("1", "j", "j", "space", "2", "j", "z")
        row = screen.positions.row_id
        await pilot.press("q")
    again = BriefingApp(app.session.library_path, Settings())
    async with again.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)

        assert screen.order is Order.ACTOR
        assert (screen.pane, screen.narrowed, screen.zoomed) == ("positions", "a4", True)
        assert screen.positions.row_id == row != "p2"
        assert (screen.view, screen.sizes) == ("commitments", {"positions": 60})


async def test_where_one_is_is_kept_meanwhile(app: BriefingApp) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        await pilot.press("j")
        app._keep_place()
        kept = whereabouts(screen).to_json()
        with Library.open(app.session.library_path, read_only=True) as library:
            await until(lambda: library.recall(PLACE) == kept)


async def test_changed_settings_hold_at_once_and_mistakes_are_told(
    app: BriefingApp, tmp_path: Path
) -> None:
    config = tmp_path / "config.toml"
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        await app.followed.look()
        config.write_text('theme = "day"\n[keys]\n"briefing.zoom" = "Z"\n')
        app._follow_settings()
        await until(lambda: app.theme == "day")
        await pilot.press("Z")
        assert screen.zoomed
        config.write_text('theme = "day"\nnonsense = 1\n[keys]\n"briefing.zoom" = "X"\n')
        app._follow_settings()
        await until(lambda: any("nonsense" in toast.message for toast in app._notifications))
        await pilot.press("X")

        assert not screen.zoomed


async def test_without_colours_and_motion(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_app().session.library_path
    monkeypatch.setenv("NO_COLOR", "1")
    app = BriefingApp(path, Settings())
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)

        assert app.theme == "plain"
        assert app.animation_level == "none"
        strips = screen._compositor.render_strips()
        styles = [segment.style for strip in strips for segment in strip if segment.style]
        colours = {
            color.name for style in styles for color in (style.color, style.bgcolor) if color
        }
        assert colours <= {"default"}


async def test_motion_can_be_turned_off(make_app: AppMaker) -> None:
    app = BriefingApp(make_app().session.library_path, replace(Settings(), motion=False))

    assert app.animation_level == "none"


class TestCrash:
    @pytest.fixture(autouse=True)
    def own_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(crash, "folder", lambda: tmp_path / "crashes")
        monkeypatch.setenv("HOME", str(Path(__file__).parents[2]))

    def failure(self) -> Exception:
        words = SECRET
        try:
            try:
                raise KeyError(words)
            except KeyError as error:
                raise ValueError(f"no {words}") from error
        except ValueError as error:
            return error

    def test_the_file_tells_where_and_nothing_of_articles_or_the_home_folder(self) -> None:
        report = crash.report(self.failure())

        assert "ValueError" in report
        assert "KeyError" in report
        assert "in failure" in report
        assert "secret" not in report
        assert str(Path.home()) not in report

    def test_the_reader_is_told_what_to_do(self, tmp_path: Path) -> None:
        words = crash.last_words(self.failure())

        (file,) = (tmp_path / "crashes").iterdir()
        assert str(file) in words
        assert "--debug" in words
        assert "secret" not in words

    def test_old_files_go(self, tmp_path: Path) -> None:
        (tmp_path / "crashes").mkdir()
        for number in range(30):
            (tmp_path / "crashes" / f"crash-20010101-0000{number:02}.txt").write_text("old")
        crash.write_down(self.failure())

        assert len(list((tmp_path / "crashes").iterdir())) == crash.KEPT

    async def test_an_error_in_the_app_ends_it_without_a_traceback(
        self, app: BriefingApp, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def fail() -> None:
            raise ValueError(SECRET)

        async def read_and_fail() -> None:
            async with app.run_test(size=(120, 40)) as pilot:
                await started(pilot)
                await pilot.press("j")
                app.call_later(fail)
                await pilot.pause()

        with pytest.raises(ValueError, match="secret"):
            await read_and_fail()

        told = capsys.readouterr().err
        assert "an error of ours (ValueError)" in told
        assert "secret" not in told
        assert len(list((tmp_path / "crashes").iterdir())) == 1
        with Library.open(app.session.library_path) as library:
            assert Whereabouts.from_json(library.recall(PLACE)).rows["positions"] == "p3"
