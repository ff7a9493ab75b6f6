"""The command as a process: what it loads, its help, its usage errors, pipes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefings.reading import read
from tests.cli.conftest import DOCUMENT, Run
from tui.cli.exits import EXIT_HELP, Exit
from tui.cli.parser import VERBS, parser_of, split_verb
from tui.seeds import sample_path

TOP = Path(__file__).parents[2]
HEAVY = {"textual", "rich", "spacy", "numpy", "msgspec", "trafilatura", "rapidfuzz", "sqlite3"}


def process(*words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "tui", *words]
    return subprocess.run(command, capture_output=True, input=stdin, cwd=TOP, check=False)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--version"], 0),
        (["--help"], 0),
        (["export", "--help"], 0),
        (["list", "--no-such-option"], 2),
        (["show"], 2),
        ([], 2),
    ],
)
def test_help_version_and_usage_errors_load_nothing_heavy(words: list[str], code: int) -> None:
    source = (
        "import sys\nfrom tui.cli import main\n"
        f"code = main({words!r})\n"
        "print(code, *sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, cwd=TOP, check=True
    )
    reported, *modules = done.stderr.splitlines()[-1].split()

    assert int(reported) == code
    assert not HEAVY & set(modules)


def test_the_first_paint_waits_for_no_library(tmp_path: Path) -> None:
    source = f"""
import sys
from pathlib import Path
from tui.cli.context import bring_up, find_all_sources
from tui.running import BriefingApp
from tui.settings import Settings

BriefingApp._begin = lambda app: app.exit()  # which comes after the first paint
path = Path({str(tmp_path / "library.db")!r})
find_all_sources([])
bring_up(path)
BriefingApp(path, Settings()).run(headless=True)
print(*sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, cwd=TOP, check=True
    )
    loaded = set(done.stdout.split())

    later = {"briefings.library.library", "briefings.corrections", "briefings.reading"}
    assert "tui.screens.briefing" in loaded
    assert not (HEAVY - {"textual", "rich"} | later) & loaded


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_every_help_has_examples_and_the_exit_codes(briefing: Run, verb: str) -> None:
    ended = briefing(*[verb][: len(verb)], "--help")

    text = ended.out.decode()
    assert ended.code == 0
    assert "examples:\n  briefing" in text
    assert EXIT_HELP.strip() in text
    assert "--library PATH" in text


def test_the_help_names_every_exit_code() -> None:
    for code in Exit:
        assert f"\n  {code:<4} " in EXIT_HELP


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["add"], "the following arguments are required: PATH"),
        (["list", "--limit", "0"], "argument --limit: '0' is no number from 1"),
        (["list", "--limit", "many"], "argument --limit: 'many' is no number from 1"),
        (["list", "x"], "unrecognized arguments: x"),
        (["--library", "", "list"], "argument --library: the path is empty"),
        (["export", "ffff", "--json", "-o", "x"], "argument -o/--output: not allowed with"),
        (["--lib", "x", "list"], "unrecognized arguments: --lib"),
    ],
)
def test_a_usage_error_is_explained(briefing: Run, words: list[str], complaint: str) -> None:
    ended = briefing(*words)

    assert ended.code == 2
    assert ended.out == b""
    assert complaint in ended.err.decode()
    assert ended.err.startswith(b"usage: briefing")


@pytest.mark.parametrize(
    ("words", "verb", "rest"),
    [
        ([], "", []),
        (["list", "--json"], "list", ["--json"]),
        (["--library", "list", "list"], "list", ["--library", "list"]),
        (["--debug", "list"], "list", ["--debug"]),
        (["./list"], "", ["./list"]),
        (["--", "list"], "", ["--", "list"]),
        (["-", "list"], "", ["-", "list"]),
        (["talks.txt", "list"], "", ["talks.txt", "list"]),
    ],
)
def test_a_verb_is_the_first_word_that_is_no_option(
    words: list[str], verb: str, rest: list[str]
) -> None:
    assert split_verb(words) == (verb, rest)


def test_a_file_called_like_a_verb_is_opened_as_a_file() -> None:
    verb, rest = split_verb(["./list"])

    assert parser_of(verb)[0].parse_args(rest).files == ["./list"]


def test_without_a_terminal_the_app_paints_nothing() -> None:
    ended = process("seeds/troops-to-ukraine.txt")

    assert ended.stdout == b""
    assert ended.stderr.count(b"\n") == 1
    assert b"\x1b" not in ended.stderr
    assert b"the app needs a terminal" in ended.stderr
    assert ended.returncode == 2


@pytest.mark.usefixtures("library")
def test_the_reader_of_a_pipe_may_leave() -> None:
    line = f"'{sys.executable}' -m tui show --json {DOCUMENT.id} | head -c 20"
    for _ in range(2):
        ended = subprocess.run(["sh", "-c", line], capture_output=True, cwd=TOP, check=False)
        assert ended.stdout == b'{\n  "schema_version"'
        assert ended.stderr == b""


def test_standard_input_is_shown() -> None:
    text = "Orland walks out\n\nPetra Lindqvist said on Thursday that Orland would not sign.\n"
    ended = process("show", "-", stdin=text.encode())

    assert ended.stdout.startswith(b"Orland walks out\nundated")
    assert "Petra Lindqvist" in ended.stdout.decode()
    assert ended.stderr == b""
    assert ended.returncode == 0


def test_an_empty_standard_input_is_refused() -> None:
    ended = process("show", "-")

    assert ended.stderr == b"briefing: standard input is empty: there is nothing to read.\n"
    assert ended.returncode == 1


def test_the_output_is_utf_8_wherever_it_goes(library: Path) -> None:
    environment = {"BRIEFING_LIBRARY": str(library), "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
    ended = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "tui", "show", DOCUMENT.id],
        capture_output=True,
        env=environment,
        cwd=TOP,
        check=True,
    )

    assert "“We will not sign" in ended.stdout.decode("utf-8")


def test_the_sample_article_is_where_the_app_looks_for_it() -> None:
    document = read(sample_path())

    assert document.title_span is not None
    assert document.boilerplate
    assert document.published is None
