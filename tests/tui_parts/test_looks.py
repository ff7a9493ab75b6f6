"""What the dialogs look like: at three sizes, in a dark, a light and a terminal theme."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tui_parts.shows import SOME_ACTIONS, dialog
from tests.tui_parts.stage import Stage
from tui import actions


@pytest.fixture(autouse=True)
def some_actions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "ACTIONS", SOME_ACTIONS)


SIZES = [(60, 20), (80, 24), (120, 40)]
THEMES = ["night", "day", "terminal"]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("name", ["help", "themes"])
def test_dialog(snap_compare: Any, name: str, size: tuple[int, int], theme: str) -> None:
    assert snap_compare(Stage(dialog(name), theme), terminal_size=size)
