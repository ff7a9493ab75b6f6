"""Looking after the library from the command line."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from briefings.library import Library
from tests.cli.conftest import DOCUMENT, Run
from tests.library.told import told
from tests.library.version_1 import make_version_1
from tui.cli.progress import Progress, Stages, duration


def test_where_it_is(briefing: Run, home: Path) -> None:
    assert briefing("library", "path").out.decode() == f"{home / 'library.db'}\n"
    ended = briefing("--library", "other.db", "library", "path")
    assert ended.out == b"other.db\n"
    assert not Path("other.db").exists()


@pytest.mark.usefixtures("library")
def test_a_library_without_fault(briefing: Run) -> None:
    ended = briefing("library", "check")

    assert ended.code == 0
    assert ended.out.decode().startswith("Checked 1 briefing: every text and all findings by ")
    assert ended.out.endswith(b"and the file itself.\nNothing is wrong.\n")
    assert ended.err == b""


@pytest.mark.usefixtures("library")
def test_the_copies_beside_a_library_are_told_as_soon_as_there_are_several(briefing: Run) -> None:
    first = Path(briefing("library", "backup").out.decode().strip())
    assert briefing("library", "check").err == b""
    second = Path(briefing("library", "backup").out.decode().strip())
    said = briefing("library", "check").err.decode()
    assert "briefing: 2 copies lie beside it, " in said
    assert first.name in said
    assert second.name in said
    assert first.exists()
    assert second.exists()


def test_what_is_wrong_is_said_with_what_to_do(briefing: Run, library: Path) -> None:
    copy = briefing("library", "backup").out.decode().strip()
    with closing(sqlite3.connect(library)) as other, other:
        other.execute("UPDATE texts SET text = text || '\x1b[31m'")
        other.execute("UPDATE documents SET questions = 7, title = title || '\x1b[31m'")

    ended = briefing("library", "check")

    first, *others = ended.out.decode().splitlines()
    assert ended.code == 1
    assert first == (
        f"{DOCUMENT.id[:8]} “Orland walks out of harbour talks␛[31m”: its text is not the one that"
        " was read; go on with a copy of the library, and keep the damaged file."
    )
    assert "faults" in others[-1]
    assert f"the newest copy beside it is {copy}; see it with --library" in ended.err.decode()
    assert briefing("--library", copy, "library", "check").code == 0


def test_a_damaged_file_is_named_and_left_alone(briefing: Run, library: Path) -> None:
    damaged = bytearray(library.read_bytes())
    damaged[100:5000] = b"\xff" * 4900
    library.write_bytes(damaged)

    for words in (("check",), ("backup",), ("compact",)):
        ended = briefing("library", *words)
        assert ended.code == 1
        assert f"{library} is damaged, and was left as it is" in ended.err.decode()
    assert "there is no copy beside the library" in briefing("library", "check").err.decode()
    assert briefing("add", __file__.replace(".py", ".txt")).code == 1
    assert library.read_bytes() == damaged


@pytest.mark.usefixtures("library")
def test_a_copy_is_named_and_never_written_over(briefing: Run, tmp_path: Path) -> None:
    ended = briefing("library", "backup", tmp_path / "copy.db")

    assert ended.out.decode() == f"{tmp_path / 'copy.db'}\n"
    assert ended.err == b"briefing: copied 1 briefing, and checked the copy\n"
    again = briefing("library", "backup", tmp_path / "copy.db")
    assert again.code == 1
    assert b"There is a file" in again.err
    with Library.open(tmp_path / "copy.db", read_only=True) as copy:
        assert len(copy) == 1


def test_compacting_says_what_was_gained(briefing: Run, library: Path) -> None:
    with Library.open(library) as opened:
        opened.remember("filling", "x" * 2_000_000)
        opened.remember("filling", "")

    said = briefing("library", "compact").out.decode()

    assert said.startswith("2.")
    assert said.endswith(" MB gained.\n")


@pytest.mark.parametrize("what", ["check", "backup", "compact"])
def test_a_library_that_is_not_there_is_not_made(briefing: Run, home: Path, what: str) -> None:
    assert briefing("library", what).code in (1, 4)
    assert not (home / "library.db").exists()


def test_a_file_belongs_to_a_backup_only(briefing: Run) -> None:
    ended = briefing("library", "compact", "library.db")

    assert ended.code == 2
    assert b"name a library with --library" in ended.err


class Terminal:
    """A stderr that somebody looks at."""

    def __init__(self, is_terminal: bool) -> None:
        self.shown = ""
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal

    def write(self, text: str) -> None:
        self.shown += text

    def flush(self) -> None:
        pass

    def fileno(self) -> int:
        raise OSError


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr("tui.cli.progress.time.monotonic", lambda: now[0])
    return now


def test_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    terminal = Terminal(is_terminal=True)
    monkeypatch.setattr(sys, "stderr", terminal)
    progress = Progress(1000)
    progress.at(0, "starting")
    assert terminal.shown == "\r\x1b[K[------------------------] 0/1,000 · starting"
    clock[0] += 50
    progress.at(250, "2 failed · a.txt")
    assert terminal.shown.endswith(
        "[######------------------] 250/1,000 · 5.0/s · 2 min left · 2 failed · a.txt"
    )
    before = terminal.shown
    progress.at(251, "too soon to be seen")
    assert terminal.shown == before
    progress.hide()
    assert terminal.shown == f"{before}\r\x1b[K"


def test_lines_in_a_log(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    log = Terminal(is_terminal=False)
    monkeypatch.setattr(sys, "stderr", log)
    progress = Progress(1000)
    progress.at(0, "starting")
    assert log.shown == ""
    for _ in range(25):
        clock[0] += 1
        progress.at(100, "a\x1b[31m.txt")
    assert log.shown.splitlines() == [
        "briefing: 100/1,000 · 10.0/s · 2 min left · a␛[31m.txt",
        "briefing: 100/1,000 · 5.0/s · 3 min left · a␛[31m.txt",
    ]


def test_times_as_people_say_them() -> None:
    assert [duration(seconds) for seconds in (0.4, 59, 61, 7512)] == [
        "0 s",
        "59 s",
        "1 min",
        "2 h 5 min",
    ]


def test_that_a_library_of_an_older_form_takes_a_while_is_said(
    briefing: Run, tmp_path: Path
) -> None:
    old = tmp_path / "old.db"
    make_version_1(old, [])
    ended = briefing("--library", old, "undo", "abcd")

    assert b"old.db is brought to the form of this version" in ended.err
    assert b"a stop at any moment harms nothing" in ended.err
    assert old.with_name("old.db.version-1.1.bak").exists()
    assert b"brought" not in briefing("--library", old, "undo", "abcd").err


def test_a_library_of_an_older_form_is_brought_up_to_be_read(briefing: Run, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    make_version_1(old, [told(1)])
    ended = briefing("--library", old, "list")

    assert ended.code == 0
    assert b"brought to the form" in ended.err
    assert b"Harbour talks, part 1" in ended.out


def test_each_stage_of_a_long_job_has_a_bar(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    terminal = Terminal(is_terminal=True)
    monkeypatch.setattr(sys, "stderr", terminal)
    with Stages() as stages:
        stages.at("the file", 0, 0)
        assert terminal.shown.endswith("\x1b[Kthe file")
        clock[0] += 1
        stages.at("briefings", 10, 40)
        assert terminal.shown.endswith("\x1b[K[######------------------] 10/40 · briefings")
    assert terminal.shown.endswith("briefings\r\x1b[K")
