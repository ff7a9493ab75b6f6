"""The reader's own editor: what it gets, what it leaves, and what is left of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefings.errors import SettingsError
from tui.editor import MOST_BYTES, edited, editor_command

LENT: list[str] = []


@contextmanager
def lent() -> Iterator[None]:
    LENT.append("lent")
    yield
    LENT.append("back")


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that does what `does.py` says with the file it is given."""
    LENT.clear()
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{tmp_path / 'does.py'}' --wait")
    monkeypatch.delenv("VISUAL", raising=False)
    return tmp_path / "does.py"


BEGINNING = """
import os, sys
path = sys.argv[-1]
assert sys.argv[1] == "--wait"
open(os.path.join(os.path.dirname(sys.argv[0]), "seen"), "w").write(
    f"{path} {os.stat(path).st_mode & 0o777:o} {os.stat(os.path.dirname(path)).st_mode & 0o777:o}"
)
text = open(path, encoding="utf-8").read()
"""


def test_what_was_written_comes_back_and_nothing_is_left(editor: Path) -> None:
    editor.write_text(BEGINNING + "open(path, 'w', encoding='utf-8').write(text + ' più\\n\\n')")

    assert edited("A first line", lent()) == "A first line più"
    path, mode, folder = (editor.parent / "seen").read_text().rsplit(" ", 2)
    assert (mode, folder) == ("600", "700")
    assert path.endswith(".md")
    assert not Path(path).parent.exists()
    assert LENT == ["lent", "back"]


def test_an_editor_that_fails_changes_nothing(editor: Path) -> None:
    editor.write_text(BEGINNING + "open(path, 'w').write('lost'); sys.exit(1)")

    assert edited("kept", lent()) is None
    assert LENT == ["lent", "back"]
    assert not Path((editor.parent / "seen").read_text().split(" ")[0]).parent.exists()


def test_what_is_left_too_long_or_missing_is_told(editor: Path) -> None:
    editor.write_text(BEGINNING + f"open(path, 'w').write('x' * {MOST_BYTES + 1})")
    with pytest.raises(SettingsError, match="longer than a note"):
        edited("", lent())

    editor.write_text(BEGINNING + "os.remove(path)")
    with pytest.raises(SettingsError, match="could not be read"):
        edited("", lent())


def test_bytes_that_are_no_text_are_shown_as_such(editor: Path) -> None:
    editor.write_text(BEGINNING + "open(path, 'wb').write(b'caf\\xe9')")

    assert edited("", lent()) == "caf\ufffd"


def test_an_editor_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "/no/such/editor")

    LENT.clear()
    with pytest.raises(SettingsError, match=r"could not be run.*set \$EDITOR"):
        edited("", lent())
    assert LENT == ["lent", "back"]


def test_which_editor() -> None:
    assert editor_command({"EDITOR": "vi -n", "VISUAL": "code --wait"}) == ["code", "--wait"]
    assert editor_command({"EDITOR": "vi", "VISUAL": " "}) == ["vi"]
    with pytest.raises(SettingsError, match="no editor is named"):
        editor_command({})
    with pytest.raises(SettingsError, match="EDITOR is no command"):
        editor_command({"EDITOR": "vi 'unclosed"})
