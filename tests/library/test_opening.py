"""What a library says of a file that it cannot use; and that it leaves such a file alone."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from briefings.errors import LibraryError
from briefings.library import Library, connection, default_path, migrations, schema
from briefings.library.writer import transactions
from tests.library.examples import article, empty_briefing

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine can reach; `tmp_path` is ours alone."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Not the superuser, to whom no file is read-only."""
    if sys.platform == "win32":
        pytest.skip("permissions work otherwise there")
    is_superuser = os.geteuid() == 0
    if is_superuser:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_superuser:
            os.seteuid(0)


def fill(path: Path, text: str = "Some words.") -> str:
    document = article(text)
    with Library.open(path) as library:
        library.add(document, empty_briefing(document))
    return document.id


def execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        for statement in statements:
            other.execute(statement)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refusal(path: Path, *, read_only: bool = False) -> str:
    with pytest.raises(LibraryError) as refused:
        Library.open(path, read_only=read_only)
    return str(refused.value)


def test_a_missing_file_is_created_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "a folder #1 100%" / "é?" / "library.db"
    fill(path)
    assert path.is_file()
    with Library.open(path) as library:
        assert len(library) == 1
        assert (library.path, library.is_read_only) == (path, False)


def test_an_empty_file_becomes_a_library(path: Path) -> None:
    path.touch()
    assert "no library in" in refusal(path, read_only=True)
    fill(path)


def test_reading_only_creates_nothing(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "library.db"
    assert "There is no library at" in refusal(path, read_only=True)
    assert not path.parent.exists()


def test_reading_only_changes_nothing(path: Path) -> None:
    identity = fill(path)
    document = article("Other words.")
    with Library.open(path, read_only=True) as library:
        assert library.is_read_only
        assert library.get(identity).document.text == "Some words."
        with pytest.raises(LibraryError, match="reading only"):
            library.add(document, empty_briefing(document))
        with pytest.raises(LibraryError, match="reading only"):
            library.remember("key", "value")
        assert len(library) == 1


@pytest.mark.parametrize("content", [b"hello", b"SQLite format 3\0" + b"\xff" * 84, b"x" * 9999])
@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_that_is_not_sqlite_is_left_alone(
    path: Path, content: bytes, read_only: bool
) -> None:
    path.write_bytes(content)
    message = refusal(path, read_only=read_only)
    assert "is not a library of briefing" in message
    assert "--library" in message
    assert path.read_bytes() == content
    assert names(path.parent) == [path.name]


def test_the_database_of_another_program_is_left_alone(path: Path) -> None:
    execute(path, "CREATE TABLE recipes (name)", "INSERT INTO recipes VALUES ('soup')")
    before = path.read_bytes()
    assert "SQLite file of another program" in refusal(path)
    assert "--library" in refusal(path, read_only=True)
    assert path.read_bytes() == before


def test_a_folder_a_device_and_a_file_as_folder_are_refused(tmp_path: Path, path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)
    fill(path)
    assert "no library at" in refusal(path / "library.db")
    if sys.platform != "win32":
        assert "not a regular file" in refusal(Path(os.devnull))


def test_a_newer_library_is_refused(path: Path) -> None:
    fill(path)
    execute(path, f"PRAGMA user_version = {len(schema.STEPS) + 1}")
    before = path.read_bytes()
    assert "newer briefing" in refusal(path)
    assert "update briefing" in refusal(path, read_only=True)
    assert path.read_bytes() == before


def test_an_older_library_is_brought_up_and_a_copy_of_it_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = fill(path)
    newer = (*schema.STEPS, ("CREATE TABLE fish (name TEXT) STRICT",))
    for module in (migrations, connection, transactions):
        monkeypatch.setattr(module, "STEPS", newer)
    assert "older briefing" in refusal(path, read_only=True)
    with Library.open(path) as library:
        assert library.get(identity).document.text == "Some words."
    execute(path, "INSERT INTO fish VALUES ('cod')")
    fill(path, "More words.")
    (copy,) = path.parent.glob("*.bak")
    monkeypatch.undo()
    with Library.open(copy, read_only=True) as library:
        assert [entry.id for entry in library.entries()] == [identity]


def test_a_migration_that_fails_changes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = fill(path)
    broken = (*schema.STEPS, ("CREATE TABLE fish (name)", "DROP TABLE nothing"))
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "STEPS", broken)
        patched.setattr(connection, "STEPS", broken)
        assert "cannot be used" in refusal(path)
    with Library.open(path) as library:
        assert library.find(identity)


def test_a_file_that_stays_locked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    identity = fill(path)
    document = article("Other words.")
    monkeypatch.setattr(connection, "BUSY_MILLISECONDS", 10)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        # Whoever writes hinders nobody from opening and reading.
        with Library.open(path) as library:
            assert library.find(identity)
            with pytest.raises(LibraryError, match="in use by another program"):
                library.add(document, empty_briefing(document))
            other.execute("ROLLBACK")
            assert library.add(document, empty_briefing(document)).is_new
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert "in use by another program" in refusal(path)
        assert "in use by another program" in refusal(path, read_only=True)


def test_a_damaged_library(path: Path) -> None:
    identity = fill(path)
    execute(path, "UPDATE findings SET briefing = '{'")
    with Library.open(path) as library, pytest.raises(LibraryError, match="damaged"):
        library.get(identity)
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    assert "damaged, and was left as it is: `briefing library check`" in refusal(path)


def test_a_read_only_disk(open_folder: Path) -> None:
    path = open_folder / "library.db"
    identity = fill(path)
    path.chmod(0o444)
    open_folder.chmod(0o555)
    with ordinary_user():
        for place in (path, open_folder / "other.db", open_folder / "new" / "library.db"):
            assert "--library" in refusal(place)
        with Library.open(path, read_only=True) as library:
            assert library.get(identity).document.text == "Some words."
    assert names(open_folder) == [path.name]


def test_a_file_that_may_not_be_read(open_folder: Path) -> None:
    path = open_folder / "library.db"
    fill(path)
    path.chmod(0)
    with ordinary_user():
        assert "cannot be opened" in refusal(path)
        assert "cannot be opened" in refusal(path, read_only=True)


def test_the_default_place_is_a_file_in_a_folder_of_our_own() -> None:
    assert default_path().name == "library.db"
    assert default_path().parent.name == "briefing"
