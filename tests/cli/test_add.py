"""Adding articles: what fails on one never stops the others."""

from __future__ import annotations

import io
import json
import random
import signal
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest

from briefings.library import Library
from briefings.reading import document_from_text
from tests.cli.conftest import Run

FIRST = "Orland walks out\n\nPetra Lindqvist said on Thursday that Orland would not sign.\n"
SECOND = "Pier is sold\n\nTomas Okafor urged the council to stop the sale.\n"


TOP = Path(__file__).parents[2]

WAITS_BEHIND_THE_THIRD = """
import signal, sys
from tui.cli import add, main

# Whatever runs the tests in the background may have had it ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)

take, taken = add.Account.take, []

def take_and_wait(account, outcome):
    take(account, outcome)
    taken.append(outcome)
    if len(taken) == 3:
        sys.stdin.read()

add.Account.take = take_and_wait
sys.exit(main(sys.argv[1:]))
"""
"""The command, which goes on after the third article when its input ends: by then the signal is
sent, however late a busy machine sends it."""


@pytest.fixture
def library_path(home: Path) -> Path:
    return home / "library.db"


def short_id(text: str) -> str:
    return document_from_text(text).id[:8]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST)
    (folder / "b.txt").write_text("")
    (folder / "c.txt").write_bytes(b"\x00\x01")
    (folder / "d.txt").write_text(SECOND)
    return folder


def test_a_folder_is_added_and_what_failed_is_listed_at_the_end(
    briefing: Run, articles: Path
) -> None:
    ended = briefing("add", articles, "gone.txt")

    assert sorted(ended.out.decode().splitlines()) == sorted(
        [
            f"added          {short_id(FIRST)}  Orland walks out",
            f"added          {short_id(SECOND)}  Pier is sold",
        ]
    )
    assert ended.err.decode() == (
        "briefing: 3 of 5 could not be added:\n"
        "  there is no file gone.txt: check the name.\n"
        f"  {articles}/b.txt is empty: there is nothing to read.\n"
        f"  {articles}/c.txt is a binary file, not a text: "
        "save its text as .txt, .md or .html and try again.\n"
    )
    assert ended.code == 3


def test_the_same_text_twice_is_said(briefing: Run, articles: Path) -> None:
    path = articles / "a.txt"
    briefing("add", path)
    copy = articles / "copy.txt"
    copy.write_text(FIRST)

    ended = briefing("add", path, copy, path)

    line = f"already there  {short_id(FIRST)}  Orland walks out\n"
    assert ended.out.decode() == line * 2
    assert ended.code == 0
    assert briefing("list").out.count(b"\n") == 2


def test_standard_input_is_added(briefing: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FIRST.encode())))

    ended = briefing("add", "--json", "-")

    [added] = json.loads(ended.out)
    assert added == {
        "source": "standard input",
        "status": "added",
        "id": document_from_text(FIRST).id,
        "title": "Orland walks out",
        "duplicates": [],
    }


def test_json_tells_of_failures_too(briefing: Run, articles: Path) -> None:
    ended = briefing("add", "--json", articles / "b.txt")

    [failed] = json.loads(ended.out)
    assert failed["status"] == "failed"
    assert failed["error"].endswith("b.txt is empty: there is nothing to read.")
    assert ended.code == 1


def test_a_bug_in_one_article_is_said(
    briefing: Run, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import briefings.analysis

    def analyse(*_: object) -> object:
        raise RuntimeError("no verb")

    monkeypatch.setattr(briefings.analysis, "analyse", analyse)
    ended = briefing("add", articles / "a.txt")

    assert ended.code == 1
    assert b"an error of ours in" in ended.err
    assert b"RuntimeError: no verb: please report it with what `--debug` shows." in ended.err
    with pytest.raises(RuntimeError):
        briefing("--debug", "add", articles / "a.txt")


def test_a_story_under_a_new_head_is_said_and_kept(briefing: Run, tmp_path: Path) -> None:
    agency = article(1)
    again = "Harbour talks fail again\n\n" + agency.split("\n\n", 1)[1].rsplit("\n\n", 1)[0]
    (tmp_path / "one.txt").write_text(agency)
    (tmp_path / "two.txt").write_text(again)
    briefing("add", tmp_path / "one.txt")

    ended = briefing("add", tmp_path / "two.txt")

    added, alike = ended.out.decode().splitlines()
    assert added.startswith(f"added          {short_id(again)}  Harbour talks fail again")
    assert f"much the same as {short_id(agency)}, 9" in alike
    assert briefing("list").out.count(b"\n") == 3
    shown = briefing("show", short_id(agency)).err.decode()
    assert f"briefing: much the same as {short_id(again)}, " in shown
    assert "Harbour talks fail again" in shown


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_after_an_interruption_the_same_command_goes_on(
    briefing: Run, tmp_path: Path, how: signal.Signals, library_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    count = 12
    for number in range(count):
        (folder / f"{number:02}.txt").write_text(article(number))

    words = [sys.executable, "-c", WAITS_BEHIND_THE_THIRD, "add", "--jobs", "2", str(folder)]
    with subprocess.Popen(
        words, stdin=PIPE, stdout=PIPE, stderr=PIPE, cwd=TOP, text=True
    ) as program:
        assert program.stdout is not None
        reported = [program.stdout.readline() for _ in range(3)]
        program.send_signal(how)
        rest, said = program.communicate(timeout=120)
    reported += rest.splitlines(keepends=True)

    with Library.open(library_path) as library:
        kept = {entry.id[:8] for entry in library.entries()}
        assert library.upkeep.check(print).faults == 0
    assert {line.split()[1] for line in reported if line.startswith("added")} <= kept
    assert 1 <= len(kept) < count
    if how is signal.SIGINT:
        assert program.returncode == 130
        assert len(kept) == len(reported)
        assert f"{count - len(kept)} not read; the same command goes on from here" in said
    ended = briefing("add", folder)
    lines = ended.out.decode().splitlines()
    assert sum(line.startswith("already there") for line in lines) == len(kept)
    assert sum(line.startswith("added") for line in lines) == count - len(kept)
    assert ended.code == 0


def article(number: int) -> str:
    """An invented article; two of them have little in common."""
    chance = random.Random(number)
    words = [f"word{chance.randrange(10_000)}" for _ in range(40)]
    paragraphs = [
        f"Petra Lindqvist said on Thursday that {words[4 * n]} {words[4 * n + 1]} would not sign"
        f" the {words[4 * n + 2]}, and the council of {words[4 * n + 3]} urged her to return."
        for n in range(10)
    ]
    return f"Harbour talks of {words[0]}\n\n" + "\n\n".join(paragraphs) + "\n"
