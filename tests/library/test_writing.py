"""What was acknowledged stays, whatever happens to the program; and programs share a library."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import pytest

from briefings.library import Library
from briefings.library.writer import atomic
from tests.library.examples import article, empty_briefing

ADDING = """
import sys
from pathlib import Path
from briefings.library import Library
from tests.library.examples import actor, article, briefing_of

name, path, count = sys.argv[1:]
with Library.open(Path(path)) as library:
    for number in range(int(count)):
        document = article(f"{name} {number} " + "word " * 5000)
        library.add(document, briefing_of(document, actor("Mira Okafor"), actor(name)))
        print(document.id, flush=True)
"""

BEGINNING = """
import sys
from pathlib import Path
from briefings.library import Library

for line in sys.stdin:
    with Library.open(Path(line.strip())):
        print("begun", flush=True)
"""


def adding(name: str, path: Path, count: int) -> subprocess.Popen[str]:
    """Another program that adds documents, and prints the id of each once it is kept."""
    command = [sys.executable, "-c", ADDING, name, str(path), str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def is_sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        return not broken and connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.parametrize("acknowledged", [1, 7, 20])
def test_a_killed_program_leaves_what_it_acknowledged(tmp_path: Path, acknowledged: int) -> None:
    path = tmp_path / "library.db"
    with adding("Ruiz", path, 100_000) as program:
        assert program.stdout is not None
        ids = [program.stdout.readline().strip() for _ in range(acknowledged)]
        program.send_signal(signal.SIGKILL)
        ids += program.stdout.read().split()
    assert is_sound(path)
    with Library.open(path) as library:
        assert len(library) in (len(ids), len(ids) + 1)
        for identity in ids:
            stored = library.get(identity)
            assert stored.briefing.document_id == stored.document.id == identity
        assert all(library.get(entry.id) for entry in library.entries())


def test_two_programs_write_into_one_library(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with adding("Ruiz", path, 20) as one, adding("Okafor", path, 20) as other:
        outputs = [program.communicate()[0].split() for program in (one, other)]
    assert is_sound(path)
    with Library.open(path) as library:
        assert {entry.id for entry in library.entries()} == {*outputs[0], *outputs[1]}
        mentions = {actor.name: actor.mentions for actor in library.actors()}
    assert mentions == {"Mira Okafor": 40, "Ruiz": 20, "Okafor": 20}


def test_several_programs_begin_a_library_at_the_same_moment(tmp_path: Path) -> None:
    command = [sys.executable, "-c", BEGINNING]
    pipe = subprocess.PIPE
    with ExitStack() as stack:
        programs = [
            stack.enter_context(subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True))
            for _ in range(3)
        ]
        for attempt in range(20):
            for program in programs:
                print(tmp_path / f"{attempt}.db", file=program.stdin, flush=True)
            answers = [program.stdout.readline() for program in programs if program.stdout]
            assert answers == ["begun\n"] * 3


def test_one_library_sees_what_the_other_adds(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    document = article("Some words.")
    with Library.open(path) as one, Library.open(path) as other:
        assert one.add(document, empty_briefing(document)).is_new
        assert not other.add(document, empty_briefing(document)).is_new
        assert other.get(document.id).document == document


def test_a_change_is_whole_or_not_at_all() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE words (word)")

        def insert(word: str, *, fails: bool = False) -> None:
            with atomic(connection):
                connection.execute("INSERT INTO words VALUES (?)", (word,))
                if fails:
                    raise KeyError(word)

        def insert_nested(*, fails: bool) -> None:
            with atomic(connection):
                insert("outer")
                with suppress(KeyError):
                    insert("inner", fails=True)
                insert("other", fails=fails)

        with pytest.raises(KeyError):
            insert_nested(fails=True)
        assert not connection.in_transaction
        assert connection.execute("SELECT word FROM words").fetchall() == []
        insert_nested(fails=False)
        assert not connection.in_transaction
        words = connection.execute("SELECT word FROM words").fetchall()
    assert words == [("outer",), ("other",)]
