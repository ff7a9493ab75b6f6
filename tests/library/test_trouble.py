"""A full disk, a locked file, two writers, a damaged page, a disk that cannot be written."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from briefings.errors import LibraryError
from briefings.library import Library, connection
from briefings.library.schema import STEPS
from briefings.library.upkeep import Fault, Upkeep
from tests.library.test_opening import open_folder, ordinary_user
from tests.library.told import told
from tests.library.version_1 import make_version_1

__all__ = ["open_folder"]

REFUSED = """
import resource, signal, sys
from pathlib import Path
from briefings.errors import LibraryError
from briefings.library import Library
from tests.library.told import told

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Library.open(Path(sys.argv[1])) as library:
    resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))
    try:
        if sys.argv[2] == "compact":
            library.upkeep.compact()
        for number in range(1, 100_000):
            library.add(*told(number))
            print(number, flush=True)
    except LibraryError as error:
        print(error)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        library.add(*told(0))
    return path


def faults(path: Path) -> list[Fault]:
    found: list[Fault] = []
    with Library.open(path, read_only=True) as library:
        library.upkeep.check(found.append)
    return found


def copied(path: Path) -> Path:
    with Library.open(path, read_only=True) as library:
        return library.upkeep.backup()


def test_a_full_disk_changes_nothing_and_is_said(path: Path) -> None:
    with Library.open(path) as library:
        pages = library._connection.execute("PRAGMA page_count").fetchone()[0]
        # SQLite says then what it says of a full disk.
        library._connection.execute(f"PRAGMA max_page_count = {pages + 10}")
        known, said = 1, ""
        while not said:
            try:
                library.add(*told(known))
                known += 1
            except LibraryError as error:
                said = str(error)
        assert "has no room left on its disk: free some space" in said
        assert len(library) == known
        library._connection.execute("PRAGMA max_page_count = 1000000")
        assert library.add(*told(known)).is_new
    assert not faults(path)


def refused(path: Path, what: str) -> list[str]:
    """What is certain, and what is said, if the system lets no file grow beyond 700 kB."""
    done = subprocess.run(
        [sys.executable, "-c", REFUSED, str(path), what], capture_output=True, text=True, check=True
    )
    *certain, said = done.stdout.splitlines()
    assert "could not be read or written by the system: see that its disk has room" in said
    return certain


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_a_system_that_refuses_to_write(path: Path) -> None:
    certain = refused(path, "add")
    with Library.open(path) as library:
        assert len(library) == len(certain) + 1
        assert library.find(told(int(certain[-1]))[0].id)
    assert not faults(path)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_a_system_that_refuses_to_compact(path: Path) -> None:
    with Library.open(path) as library:
        library.remember("filling", "x" * 1_000_000)
    assert not refused(path, "compact")
    with Library.open(path) as library:
        assert len(library.recall("filling") or "") == 1_000_000
    assert not faults(path)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_a_full_disk_keeps_nobody_from_reading(path: Path) -> None:
    """Not even the small file can be made beside it that readers share."""
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from briefings.library import Library\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"
        "with Library.open(Path(sys.argv[1]), read_only=True) as library:\n"
        "    found = library.upkeep.check(lambda fault: None)\n"
        "    sys.exit(10 * len(library) + found.faults)"
    )
    before = path.read_bytes()
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert done.returncode == 10
    assert path.read_bytes() == before


def test_no_room_to_compact(path: Path) -> None:
    with Library.open(path) as library:
        library.remember("filling", "x" * 100_000)
        pages = library._connection.execute("PRAGMA page_count").fetchone()[0]

        class Full:
            """A connection that finds no room for a copy of the library."""

            in_transaction = False

            def execute(self, statement: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
                if statement == "VACUUM":
                    library._connection.execute(f"PRAGMA max_page_count = {pages}")
                    library._connection.execute("CREATE TABLE filling (x)")
                return library._connection.execute(statement, values)

        upkeep = Upkeep(Full(), path, is_read_only=False)  # type: ignore[arg-type]
        with pytest.raises(LibraryError, match=r"left as it is: .* no room: free about \d+ MB"):
            upkeep.compact()
    assert not faults(path)


def test_what_a_writer_hinders(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_MILLISECONDS", 10)
    with Library.open(path) as library, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="in use by another program: close that program"):
            library.upkeep.compact()
        # A copy and a check only read.
        assert not faults(path)
        with Library.open(library.upkeep.backup(), read_only=True) as copy:
            assert len(copy) == 1
        other.execute("ROLLBACK")
        library.upkeep.compact()


def test_two_writers_take_turns(path: Path) -> None:
    def write(first: int) -> None:
        with Library.open(path) as library:
            for number in range(first, first + 40):
                library.add(*told(number))

    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(write, 100), threads.submit(write, 120)]:
            done.result()
    with Library.open(path, read_only=True) as library:
        assert len(library) == 61
    assert not faults(path)


def test_each_of_two_programs_is_told_of_the_other(path: Path) -> None:
    with Library.open(path) as one, Library.open(path, read_only=True) as two:
        assert (one.has_changed(), two.has_changed()) == (False, False)
        one.add(*told(1))
        assert (one.has_changed(), two.has_changed()) == (False, True)
        assert not two.has_changed()
        assert len(two) == 2


def test_a_program_that_is_older_than_the_library_has_become_writes_nothing(path: Path) -> None:
    with Library.open(path) as library:
        with closing(sqlite3.connect(path)) as newer:
            newer.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
        with pytest.raises(LibraryError, match=r"newer briefing .* nothing was written: leave"):
            library.add(*told(1))
        assert len(library) == 1


def test_a_damaged_page(path: Path) -> None:
    """Wherever it is: it is said, the file is named, and nothing is written over."""
    with Library.open(path) as library:
        for number in range(1, 30):
            library.add(*told(number))
        good = library.upkeep.backup()
    whole = path.read_bytes()
    chance = random.Random(6)
    noticed = 0
    for page in range(2, len(whole) // 4096, 3):
        damaged = bytearray(whole)
        damaged[page * 4096 : page * 4096 + 200] = chance.randbytes(200)
        path.write_bytes(damaged)
        try:
            found = [f"{path}: {fault.what}" for fault in faults(path)]
        except LibraryError as error:
            found = [str(error)]
        assert all(str(path) in what for what in found)
        noticed += bool(found)
        if found:
            with pytest.raises(LibraryError, match=r"damaged|not a library"):
                copied(path)
        assert path.read_bytes() == damaged
    # A page that nothing uses holds nothing that could be damaged.
    assert noticed > 0.9 * len(range(2, len(whole) // 4096, 3))
    path.write_bytes(good.read_bytes())
    assert not faults(path)


def test_a_damaged_page_keeps_nobody_from_knowing_which_briefings_are_whole(path: Path) -> None:
    with Library.open(path) as library:
        for number in range(1, 40):
            library.add(*told(number))
        library.upkeep.compact()
    with closing(sqlite3.connect(path)) as other:
        [(page,)] = other.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'appearances_by_document'"
        ).fetchall()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 200)
    found: list[Fault] = []
    with Library.open(path, read_only=True) as library:
        checked = library.upkeep.check(found.append)
    assert (checked.briefings, checked.faults) == (40, len(found))
    assert "appearances" in found[0].what or "Tree" in found[0].what
    assert {fault.briefing for fault in found} >= {told(number)[0].id for number in range(40)}


def test_a_disk_that_cannot_be_written_after_a_program_was_killed(open_folder: Path) -> None:
    """What it had written last still waits beside the library, and is read from there."""
    path = open_folder / "library.db"
    code = (
        "import os, sys; from pathlib import Path; from briefings.library import Library\n"
        "from tests.library.told import told\n"
        "library = Library.open(Path(sys.argv[1])); library.add(*told(1)); os.kill(os.getpid(), 9)"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    waiting = sorted(open_folder.iterdir())
    for file in waiting:
        file.chmod(0o444)
    open_folder.chmod(0o555)
    with ordinary_user(), Library.open(path, read_only=True) as library:
        assert library.get(told(1)[0].id).document == told(1)[0]
        assert library.upkeep.check(print).faults == 0
    assert sorted(open_folder.iterdir()) == waiting
    open_folder.chmod(0o755)
    path.with_name("library.db-shm").unlink()
    open_folder.chmod(0o555)
    with ordinary_user(), pytest.raises(LibraryError, match=r"wait in library\.db-wal.*copy both"):
        Library.open(path, read_only=True)


def test_no_copy_on_a_disk_that_cannot_be_written(open_folder: Path) -> None:
    path = open_folder / "library.db"
    with Library.open(path) as library:
        library.add(*told(1))
    path.chmod(0o444)
    open_folder.chmod(0o555)
    with ordinary_user(), Library.open(path, read_only=True) as library:
        assert library.upkeep.check(print).faults == 0
        with pytest.raises(LibraryError, match="cannot be written"):
            library.upkeep.backup()


def test_a_library_of_the_first_version(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    kept = [told(number) for number in range(3)]
    make_version_1(path, kept)
    with pytest.raises(LibraryError, match="older briefing"):
        Library.open(path, read_only=True)
    stages: list[tuple[str, int, int]] = []
    with Library.open(path, told=lambda *stage: stages.append(stage)) as library:
        assert stages[0][0] == "copying what is there"
        assert stages[-1][0] == f"form {len(STEPS)} of {len(STEPS)}"
        assert (f"form 5 of {len(STEPS)}", 2, 3) in stages
        for document, briefing in kept:
            stored = library.get(document.id)
            assert (stored.document, stored.briefing) == (document, briefing)
            assert library.duplicates_of(document.id) == ()
    assert not faults(path)
    (copy,) = tmp_path.glob("*.bak")
    with closing(sqlite3.connect(copy)) as before:
        assert before.execute("PRAGMA user_version").fetchone() == (1,)
        assert before.execute("SELECT count(*) FROM texts").fetchone() == (3,)


def test_one_damaged_briefing_keeps_nobody_from_the_others(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    make_version_1(path, [told(number) for number in range(3)])
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE findings SET briefing = '{' WHERE document = 2")
    with Library.open(path) as library:
        assert library.get(told(2)[0].id).document == told(2)[0]
    (fault,) = faults(path)
    assert fault.briefing == told(1)[0].id
