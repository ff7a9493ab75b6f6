from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.library import Library
from tests.stories.told import filled


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with filled(tmp_path / "library.db") as library:
        yield library
