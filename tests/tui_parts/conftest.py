"""What every test of these parts uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.waiting import steady
from tests.tui_parts.searching import filled

__all__ = ["steady"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of a library to search in."""
    return filled(tmp_path / "library.db")
