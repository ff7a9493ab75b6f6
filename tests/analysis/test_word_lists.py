"""The lists of English words say each entry once, so that what is taken out of one is out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings import knowledge
from briefings.knowledge import load

FILES = sorted(Path(str(knowledge.__file__)).parent.glob("en/*.toml"))


def lists_in(value: object, name: str) -> Iterator[tuple[str, list[str]]]:
    """The lists of a file with where they stand: arrays, and texts with commas and line ends."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from lists_in(part, f"{name}.{key}")
    elif isinstance(value, str):
        parts = [part.strip() for line in value.splitlines() for part in line.split(",")]
        yield name, [part for part in parts if part]
    elif isinstance(value, list):
        yield name, [part for part in value if isinstance(part, str)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_list_says_each_entry_once(path: Path) -> None:
    said_twice = {
        name: twice
        for name, entries in lists_in(load(f"en/{path.stem}"), path.stem)
        if (twice := [entry for entry, times in Counter(entries).items() if times > 1])
    }

    assert said_twice == {}
