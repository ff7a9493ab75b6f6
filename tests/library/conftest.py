"""The library of most of these tests; a module that needs another one says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.library import Library
from tests.corrections.examples import DOCUMENT, FOUND


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of a library with the article in which some things are wrong."""
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        library.add(DOCUMENT, FOUND)
    return path


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    """That library."""
    with Library.open(path) as library:
        yield library
