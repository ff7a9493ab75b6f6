"""The clipboard, with invented programs in place of the system's."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tui.clipboard import (
    BY_TERMINAL,
    MOST_BY_TERMINAL,
    ClipboardError,
    commands,
    copy,
    wrapped_for_tmux,
)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the programs are shell scripts")


def install(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of programs, on a local X11 terminal."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    for variable in ("SSH_CONNECTION", "SSH_TTY", "TMUX", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    return folder


async def test_a_program_of_the_system_takes_the_text(programs: Path, tmp_path: Path) -> None:
    install(programs, "xclip", f'cat > "{tmp_path}/clipboard"')
    asked: list[str] = []

    how = await copy("“Two ships” – Norland", asked.append)

    assert how == "xclip"
    assert (tmp_path / "clipboard").read_text(encoding="utf-8") == "“Two ships” – Norland"
    assert asked == ["“Two ships” – Norland"]


@pytest.mark.usefixtures("programs")
async def test_without_a_program_the_terminal_is_asked() -> None:
    asked: list[str] = []

    assert await copy("ships", asked.append) == BY_TERMINAL
    assert asked == ["ships"]


@pytest.mark.usefixtures("programs")
async def test_what_is_too_long_is_not_sent_to_the_terminal() -> None:
    asked: list[str] = []

    with pytest.raises(ClipboardError, match="75,000 bytes"):
        await copy("é" * 37_500, asked.append)
    assert asked == []
    await copy("e" * MOST_BY_TERMINAL, asked.append)
    assert len(asked) == 1


async def test_a_program_takes_what_is_too_long_for_the_terminal(programs: Path) -> None:
    install(programs, "xclip", "cat > /dev/null")

    assert await copy("e" * (MOST_BY_TERMINAL + 1), lambda _: None) == "xclip"


def test_a_tmux_is_asked_to_pass_it_on() -> None:
    assert wrapped_for_tmux("ships") == "\x1bPtmux;\x1b\x1b]52;c;c2hpcHM=\x07\x1b\\"


async def test_a_program_that_fails_is_not_believed(programs: Path, tmp_path: Path) -> None:
    install(programs, "xclip", "exit 1")
    install(programs, "xsel", f'cat > "{tmp_path}/clipboard"')

    assert await copy("ships", lambda _: None) == "xsel"


async def test_a_program_that_stays_on_is_not_waited_for(programs: Path) -> None:
    install(programs, "xclip", "cat > /dev/null; sleep 30 &")

    assert await copy("ships", lambda _: None) == "xclip"


@pytest.mark.parametrize(
    ("environment", "platform", "programs"),
    [
        ({}, "darwin", ["pbcopy"]),
        ({}, "win32", ["clip"]),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", ["wl-copy", "xclip", "xsel"]),
        ({}, "linux", []),
        ({"SSH_CONNECTION": "there", "DISPLAY": ":0"}, "linux", []),
        ({"SSH_TTY": "/dev/pts/1", "TMUX": "/run/tmux"}, "darwin", ["tmux"]),
    ],
)
def test_only_programs_that_reach_the_readers_clipboard_are_asked(
    environment: dict[str, str], platform: str, programs: list[str]
) -> None:
    assert [command[0] for command in commands(environment, platform)] == programs
