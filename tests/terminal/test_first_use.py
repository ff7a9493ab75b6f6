"""What a new user does first, with the installed command in a real pseudo-terminal."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.conftest import Terminal

ENTER = "\r"


def test_a_new_user_reads_searches_exports_and_quits(
    open_terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    """Open on an empty library, find an actor as they would type it, take a note away."""
    app = open_terminal("--library", str(tmp_path / "library.db"))
    app.wait_for("by salience")

    app.press("/")
    app.wait_for("names, words, filters")
    app.press("selenskyj")
    app.wait_for("zelenskyy in place of selenskyj")
    app.press(ENTER)
    app.wait_for("narrowed to Volodymyr Zelenskyy")

    app.press("e")
    app.wait_for("Flavour")
    app.press(ENTER)
    app.wait_until_gone("Flavour")

    app.press("q")
    assert app.wait_for_end() == 0
    notes = [p for p in tmp_path.rglob("*.md") if "Troops to Ukraine" in p.name]
    assert len(notes) == 1
    assert re.search(r"^\[\^p\d+\]: ", notes[0].read_text(encoding="utf-8"), re.MULTILINE)


def test_every_size_down_to_40_by_12_opens_on_what_was_found(
    open_terminal: Callable[..., Terminal], tmp_path: Path, command: list[str]
) -> None:
    """The library is filled once; then each layout opens on it and paints."""
    library = str(tmp_path / "library.db")
    sample = Path(__file__).parents[2] / "seeds" / "troops-to-ukraine.txt"
    subprocess.run([*command, "--library", library, "add", sample], check=True, cwd=tmp_path)
    for columns, rows in ((160, 45), (100, 30), (80, 24), (40, 12)):
        app = open_terminal("--library", library, columns=columns, rows=rows)
        app.wait_for("Ukraine")
        app.press("2")
        app.wait_for("commits")
        app.press("1")
        app.wait_for("United Kingdom")
        app.press("q")
        assert app.wait_for_end() == 0


def test_the_terminal_is_asked_for_its_size_and_no_variable(
    open_terminal: Callable[..., Terminal], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    app = open_terminal("--library", str(tmp_path / "library.db"), columns=100, rows=30)
    # The keys stand on the last line, and the frames end in the last column.
    app.wait_until(lambda: "quit" in app.screen.display[29], "no keys in the last line")
    assert [line[99] for line in app.screen.display].count("│") > 10
    app.press("q")
    assert app.wait_for_end() == 0


def test_standard_input_is_opened_as_a_briefing(
    open_terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    """`cat ARTICLE | briefing -` reads the article and still listens to the keyboard."""
    article = tmp_path / "harbour.txt"
    article.write_text(
        "Norrland Rejects Harbour Plan\n"
        "The minister Ada Okafor said on Tuesday that Norrland would not sign the harbour plan.\n",
        encoding="utf-8",
    )
    app = open_terminal("--library", str(tmp_path / "library.db"), "-", piped=article)
    app.wait_for("Ada Okafor")
    app.press("q")
    assert app.wait_for_end() == 0


def test_a_web_page_is_read(command: list[str], tmp_path: Path) -> None:
    """The reader of web pages is there with whatever dependencies were resolved."""
    page = tmp_path / "harbour.html"
    story = "The minister Ada Okafor said on Tuesday that Norrland would not sign the plan. "
    page.write_text(
        "<html><head><title>Norrland Rejects Harbour Plan</title></head><body><article>"
        f"<h1>Norrland Rejects Harbour Plan</h1><p>{story * 3}</p><p>{story * 2}</p>"
        "</article></body></html>",
        encoding="utf-8",
    )
    library = str(tmp_path / "library.db")
    done = subprocess.run(
        [*command, "--library", library, "add", page], capture_output=True, text=True, cwd=tmp_path
    )

    assert done.returncode == 0, done.stderr
    assert "Norrland Rejects Harbour Plan" in done.stdout
