"""A real pseudo-terminal with the command running in it, read back as a screen of characters."""

from __future__ import annotations

import contextlib
import os
import shlex
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pexpect
import pyte
import pytest

PATIENCE = 60.0
"""Seconds until something that must appear counts as missing; generous, for slow machines."""

MOST_BYTES = 20_000
"""How much of what arrived last a failure tells, to see how the screen came to look so."""

MOST_CELLS = 3_000
"""How much of the screen the first line of a failure tells: it may be all that is seen of it."""


class Terminal:
    """The command in a pseudo-terminal, driven by keys and read as text."""

    def __init__(self, command: list[str], home: Path, columns: int, rows: int) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("BRIEFING_", "XDG_"))},
            "HOME": str(home),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
        }
        self.child = pexpect.spawn(
            command[0],
            command[1:],
            dimensions=(rows, columns),
            cwd=str(home),
            env=environment,
            timeout=PATIENCE,
        )
        self.last_bytes = b""

    def text(self) -> str:
        return "\n".join(self.screen.display)

    def read(self, seconds: float = 0.1) -> None:
        with contextlib.suppress(pexpect.TIMEOUT):
            arrived = self.child.read_nonblocking(65536, timeout=seconds)
            self.last_bytes = (self.last_bytes + arrived)[-MOST_BYTES:]
            self.stream.feed(arrived)

    def wait_for(self, expected: str) -> str:
        """Read until the screen shows `expected`, which must be there to stay."""
        self._wait(lambda: expected in self.text(), f"no {expected!r}")
        return self.text()

    def wait_until_gone(self, unexpected: str) -> None:
        """Read until the screen does not show something any more."""
        self._wait(lambda: unexpected not in self.text(), f"still {unexpected!r}")

    def wait_until(self, condition: Callable[[], object], what: str) -> None:
        """Read until something is so; `what` says what was not if it never is."""
        self._wait(condition, what)

    def _wait(self, condition: Callable[[], object], what: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() >= deadline:
                self._fail(what)
            try:
                self.read()
            except pexpect.EOF:
                self._fail(f"ended with {what}")

    def _fail(self, what: str) -> NoReturn:
        """Fail; the first line says all that matters, the bytes how it came to be."""
        lines = [" ".join(line.split()) for line in self.screen.display]
        seen = " / ".join(line for line in lines if line)[:MOST_CELLS] or "nothing at all"
        pytest.fail(
            f"{what} on the screen: {seen}\n{self.text()}\nafter {self.last_bytes!r}",
            pytrace=False,
        )

    def press(self, keys: str) -> None:
        self.child.send(keys)

    def wait_for_end(self) -> int:
        """The exit code, once the program has ended by itself."""
        deadline = time.monotonic() + PATIENCE
        while True:
            if time.monotonic() >= deadline:
                self._fail("still running, with this")
            try:
                self.read()
            except pexpect.EOF:
                break
        self.child.close()
        assert self.child.exitstatus is not None, f"killed by signal {self.child.signalstatus}"
        return int(self.child.exitstatus)


@pytest.fixture
def command() -> list[str]:
    """The installed command; `BRIEFING_COMMAND` names another one to test."""
    return shlex.split(os.environ.get("BRIEFING_COMMAND", f"{shlex.quote(sys.executable)} -m tui"))


@pytest.fixture
def open_terminal(command: list[str], tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    terminals: list[Terminal] = []

    def opened(
        *words: str, columns: int = 120, rows: int = 40, piped: Path | None = None
    ) -> Terminal:
        line = [*command, *words]
        if piped:
            line = ["sh", "-c", f"cat {shlex.quote(str(piped))} | {shlex.join(line)}"]
        terminal = Terminal(line, tmp_path, columns, rows)
        terminals.append(terminal)
        return terminal

    yield opened
    for terminal in terminals:
        terminal.child.close(force=True)
