"""A theme that was chosen and cannot be used: the reader is told the one thing that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.errors import SettingsError
from tests.tui.conftest import AppMaker
from tests.tui.test_briefing_screen import started
from tests.tui.waiting import until
from tui.theming import check_choice


async def test_a_theme_with_a_mistake_is_not_said_to_be_missing(
    make_app: AppMaker, tmp_path: Path
) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "mine.toml").write_text('dark = "yes"\n', encoding="utf-8")
    app = make_app(theme="mine")

    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await started(pilot)
        await until(lambda: app._notifications)
        (told,) = [toast.message for toast in app._notifications]

        assert "mine.toml" in told
        assert app.theme == "night"


def test_of_a_theme_that_is_nowhere_it_is_told_how_to_list_them() -> None:
    with pytest.raises(SettingsError, match="no theme 'zzzz': `briefing themes` lists them"):
        check_choice("zzzz", ["night", "day"])
