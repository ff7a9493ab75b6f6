"""A note goes through the reader's own editor, with the terminal lent to it and given back."""

from __future__ import annotations

import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefings.library import Library
from tests.terminal.conftest import Terminal
from tests.tui import article

CTRL_C, CTRL_O, CTRL_S, ESCAPE, ENTER = "\x03", "\x0f", "\x13", "\x1b", "\r"

ASKS = """
import sys
path = sys.argv[-1]
sys.stdout.write(f"EDITOR HAS {open(path, encoding='utf-8').read()!r}\\n")
sys.stdout.write(f"ITS TERMINAL IS {sys.stdin.isatty()} {sys.stdout.isatty()}\\n")
sys.stdout.flush()
words = input("write: ")
"""
"""An editor that talks through the terminal that it is lent."""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    with Library.open(path) as opened:
        opened.add(article.document(), article.briefing())
    return path


@pytest.fixture
def open_note(
    command: list[str], library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], Terminal]]:
    """The app in a terminal with a new note open; the terminal's own state is noted around it."""
    terminals: list[Terminal] = []

    def opened(editor: str) -> Terminal:
        monkeypatch.setenv("EDITOR", editor)
        monkeypatch.delenv("VISUAL", raising=False)
        app = shlex.join([*command, "--library", str(library)])
        line = f"trap : INT; stty -g > before; {app}; code=$?; stty -g > after; exit $code"
        terminal = Terminal(["sh", "-c", line], tmp_path, 120, 40)
        terminals.append(terminal)
        terminal.wait_for("by salience")
        terminal.press("n")
        terminal.wait_for("Note on")
        return terminal

    yield opened
    for terminal in terminals:
        terminal.child.close(force=True)


def settle(terminal: Terminal) -> None:
    """Let an editor begin: some throw away what was typed before they were ready."""
    for _ in range(4):
        terminal.read(0.25)


def leave(terminal: Terminal, folder: Path) -> None:
    """Close the note and the app; the terminal is as it was found."""
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert (folder / "after").read_text() == (folder / "before").read_text()


def notes(library: Path) -> list[str]:
    with Library.open(library, read_only=True) as opened:
        return [note.text for note in opened.journal.notes(article.document().id)]


def script(folder: Path, does: str) -> str:
    (folder / "editor.py").write_text(ASKS + does, encoding="utf-8")
    return shlex.join([sys.executable, str(folder / "editor.py")])


SAVES = "open(path, 'w', encoding='utf-8').write(words + '\\n')\n"


def test_what_is_written_there_is_saved(
    open_note: Callable[[str], Terminal], library: Path, tmp_path: Path
) -> None:
    app = open_note(script(tmp_path, SAVES))
    app.press("begun")
    app.wait_for("begun")
    app.press(CTRL_O)
    app.wait_for("EDITOR HAS 'begun'")
    app.wait_for("ITS TERMINAL IS True True")
    app.press("Ask Ruiz about the dredging\n")
    app.wait_for("Note on")
    app.wait_for("Ask Ruiz about the dredging")
    app.press(CTRL_S)
    app.wait_for("undoes it")

    leave(app, tmp_path)
    assert notes(library) == ["Ask Ruiz about the dredging"]


def test_an_editor_that_saves_nothing_changes_nothing(
    open_note: Callable[[str], Terminal], library: Path, tmp_path: Path
) -> None:
    app = open_note(script(tmp_path, ""))
    app.press("begun")
    app.wait_for("begun")
    app.press(CTRL_O)
    app.wait_for("write: ")
    app.press("never saved\n")
    app.wait_for("Note on")
    app.wait_for("begun")
    app.press(ESCAPE)
    app.wait_for("The draft is kept")

    leave(app, tmp_path)
    assert notes(library) == []


@pytest.mark.parametrize(
    ("does", "said"),
    [
        (f"{SAVES}sys.exit(3)", "The editor ended with an error; nothing was taken from it."),
        ("import os\nos.remove(path)", "What the editor left could not be read"),
    ],
    ids=["fails", "removes the file"],
)
def test_what_an_editor_spoils_is_not_taken(
    open_note: Callable[[str], Terminal], library: Path, tmp_path: Path, does: str, said: str
) -> None:
    app = open_note(script(tmp_path, does))
    app.press("begun")
    app.wait_for("begun")
    app.press(CTRL_O)
    app.wait_for("write: ")
    app.press("lost\n")
    app.wait_for(said)
    app.wait_for("begun")
    app.press(CTRL_S)
    app.wait_for("undoes it")

    leave(app, tmp_path)
    assert notes(library) == ["begun"]


def test_an_editor_that_is_broken_off(
    open_note: Callable[[str], Terminal], library: Path, tmp_path: Path
) -> None:
    app = open_note(script(tmp_path, SAVES))
    app.press("begun")
    app.wait_for("begun")
    app.press(CTRL_O)
    app.wait_for("write: ")
    app.press(CTRL_C)
    app.wait_for("The editor ended with an error")
    app.press(CTRL_S)
    app.wait_for("undoes it")

    leave(app, tmp_path)
    assert notes(library) == ["begun"]


def test_an_editor_that_is_not_there(
    open_note: Callable[[str], Terminal], library: Path, tmp_path: Path
) -> None:
    app = open_note("no-editor-of-this-name --wait")
    app.press("begun" + CTRL_O)
    app.wait_for("could not be run")
    app.press(" and ended" + CTRL_S)
    app.wait_for("undoes it")

    leave(app, tmp_path)
    assert notes(library) == ["begun and ended"]


@pytest.mark.skipif(shutil.which("vi") is None, reason="there is no vi here")
def test_vi(open_note: Callable[[str], Terminal], library: Path, tmp_path: Path) -> None:
    app = open_note("env TERM=vt100 vi -u NONE")
    app.press("begun" + CTRL_O)
    app.wait_for("note.md")
    settle(app)
    app.press("A in vi" + ESCAPE)
    settle(app)
    app.press(":wq" + ENTER)
    app.wait_for("Note on")
    app.wait_for("begun in vi")
    app.press(CTRL_O)
    app.wait_for("note.md")
    settle(app)
    app.press(":cq" + ENTER)
    app.wait_for("The editor ended with an error")
    app.press(CTRL_S)
    app.wait_for("undoes it")

    leave(app, tmp_path)
    assert notes(library) == ["begun in vi"]
