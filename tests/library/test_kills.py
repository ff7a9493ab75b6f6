"""SIGKILL at any moment: the library opens, is whole, and has everything that was told as done."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from briefings.library import Library
from briefings.library.schema import STEPS
from briefings.library.upkeep import Fault
from tests.library.killing import Killer, add, back_up, compact, correct, do, migrate
from tests.library.told import told
from tests.library.version_1 import make_version_1

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")

A_WHILE = 0.03
"""Seconds: on an idle machine long enough for several changes."""


def whole(path: Path) -> Library:
    """The library, opened and found to be without fault."""
    library = Library.open(path)
    faults: list[Fault] = []
    checked = library.upkeep.check(faults.append)
    assert not faults
    assert checked.briefings == len(library)
    return library


def libraries(tmp_path: Path, count: int) -> Iterator[Path]:
    """Several libraries, one after the other, so that none grows large."""
    for number in range(count):
        folder = tmp_path / str(number)
        folder.mkdir()
        yield folder / "library.db"


def test_adding(tmp_path: Path) -> None:
    killer = Killer(seed=1)
    for path in libraries(tmp_path, 6):
        known = 0
        for _ in range(20):
            certain = killer.kill(add, path, known, within=A_WHILE, most=6)
            with whole(path) as library:
                # What was being written when it was killed may be there too, but nothing beyond.
                assert len(library) - len(certain) - known in (0, 1)
                assert all(library.find(told(number)[0].id) for number in range(len(library)))
                known = len(library)
        assert known


def test_correcting(tmp_path: Path) -> None:
    killer = Killer(seed=2)
    for number, path in enumerate(libraries(tmp_path, 4)):
        with Library.open(path) as library:
            identity = library.add(*told(number)).entry.id
        # The same changes in a library that nobody kills.
        calm = path.with_name("calm.db")
        with Library.open(calm) as calm_library:
            calm_library.add(*told(number))
            done = 0
            for _ in range(20):
                certain = killer.kill(correct, path, done, within=A_WHILE, most=6)
                with whole(path) as library:
                    seen = state(library, identity)
                    for missing in certain:
                        do(calm_library, identity, missing)
                    done += len(certain)
                    if seen != state(calm_library, identity):
                        do(calm_library, identity, done)
                        done += 1
                    assert seen == state(calm_library, identity)
            assert done


def state(library: Library, identity: str) -> object:
    """What the reader did and sees, without the time of day."""
    stored = library.get(identity)
    steps = [
        (step.number, step.change, step.state, step.text)
        for step in library.journal.history(identity)
    ]
    return stored.briefing, library.journal.marks(stored).tags, steps


def test_migrating(tmp_path: Path) -> None:
    killer = Killer(seed=3)
    kept = [told(number) for number in range(20)]
    for path in libraries(tmp_path, 60):
        make_version_1(path, kept)
        certain = killer.kill(migrate, path, within=0.08)
        form = version(path)
        assert form in (1, len(STEPS))
        assert form == len(STEPS) or not certain
        for copy in path.parent.glob("*.bak"):
            assert version(copy) == 1
        with whole(path) as library:
            assert [library.get(document.id).document for document, _ in kept] == [
                document for document, _ in kept
            ]
        # A copy of what was there is kept, also if the first try was killed.
        assert any(version(copy) == 1 for copy in path.parent.glob("*.bak"))


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (20,)
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_compacting(tmp_path: Path) -> None:
    killer = Killer(seed=4)
    for path in libraries(tmp_path, 4):
        known = 0
        for _ in range(15):
            certain = killer.kill(compact, path, known, within=A_WHILE, most=2)
            with whole(path) as library:
                assert len(library) - len(certain) - known in (0, 1)
                known = len(library)
        assert known


def test_copying(tmp_path: Path) -> None:
    killer = Killer(seed=5)
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        library.add(*told(1))
    for _ in range(10):
        certain = killer.kill(back_up, path, within=A_WHILE, most=2)
        copies = {*tmp_path.glob("library-*.db")}
        assert {*certain} <= copies
        for copy in copies:
            with Library.open(copy, read_only=True) as library:
                assert len(library) == 1
            copy.unlink()
