"""How dossier and list of questions look; each picture was looked at before it was the measure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.across import app_of

Compare = Callable[..., bool]

SIZES = [(160, 45), (80, 24), (40, 12)]
THEMES = ["night", "day", "high-contrast"]


def name(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=name)
def test_a_dossier(
    snap_compare: Compare, tmp_path: Path, size: tuple[int, int], theme: str
) -> None:
    assert snap_compare(app_of(tmp_path, theme), terminal_size=size, press=["1", "d", "j", "j"])


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=name)
def test_the_questions(
    snap_compare: Compare, tmp_path: Path, size: tuple[int, int], theme: str
) -> None:
    assert snap_compare(app_of(tmp_path, theme), terminal_size=size, press=["a", "j"])
