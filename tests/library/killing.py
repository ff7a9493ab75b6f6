"""Processes that work on a library until they are killed, and tell what is certain.

They are forked from a server that has loaded everything, so that hundreds of them take little
time. This module is what that server loads.
"""

from __future__ import annotations

import multiprocessing
import random
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import anyascii  # noqa: F401 - loaded here, once for all processes
import msgspec  # noqa: F401

from briefings.corrections import AddTag, Anchors, Rename, WriteNote
from briefings.library import Library
from briefings.library.journal import Journal  # noqa: F401
from briefings.library.upkeep import Upkeep  # noqa: F401
from tests.library.told import told

FILLING = "x" * 400_000

Work = Callable[..., None]


class Killer:
    """Starts processes and kills them; each at a moment that nobody can foresee.

    Args:
        seed: What decides the moments.
    """

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload([__name__])

    def kill(self, work: Work, *arguments: object, within: float, most: int = 0) -> list[Any]:
        """Let a process work and kill it.

        Args:
            work: What it does; it is given a connection first, and sends what is certain.
            arguments: What else it is given.
            within: The longest time that it has, in seconds, from when it begins or has sent
                so much as chance demands.
            most: How much chance may demand: on a busy machine time alone may not be enough for
                anything at all.

        Returns:
            What it had sent.
        """
        here, there = self._context.Pipe(duplex=False)
        process = self._context.Process(target=_begin, args=(there, work, arguments))
        process.start()
        there.close()
        assert here.recv() == "begun"
        certain = [here.recv() for _ in range(self._chance.randint(0, most))]
        time.sleep(self._chance.uniform(0, within))
        process.kill()
        process.join()
        try:
            while True:
                certain.append(here.recv())
        except EOFError:
            here.close()
        assert process.exitcode == -9, "it was still at work when it was killed"
        process.close()
        return certain


def _begin(tell: Connection, work: Work, arguments: tuple[object, ...]) -> None:
    tell.send("begun")
    work(tell, *arguments)
    time.sleep(60)  # whoever is done waits to be killed


def add(tell: Connection, path: Path, first: int) -> None:
    """Add documents without end; tell the number of each that is in the library."""
    with Library.open(path) as library:
        for number in range(first, first + 100_000):
            library.add(*told(number))
            tell.send(number)


def correct(tell: Connection, path: Path, first: int) -> None:
    """Correct, note, tag and undo without end; tell the number of each that is done."""
    with Library.open(path) as library:
        (entry,) = library.entries()
        for number in range(first, first + 100_000):
            do(library, entry.id, number)
            tell.send(number)


def do(library: Library, identity: str, number: int) -> None:
    """The change with this number; every fifth takes back the one before it."""
    journal = library.journal
    if number % 5 == 4:
        journal.undo(identity)
    elif number % 5 == 3:
        journal.record(identity, WriteNote(f"note {number}"))
    elif number % 5 == 2:
        journal.record(identity, AddTag(f"tag {number}"))
    else:
        stored = library.get(identity)
        anchor = Anchors(stored.document, stored.briefing).actor("a1")
        journal.record(identity, Rename(anchor, f"Petra Lindqvist {number}"))


def migrate(tell: Connection, path: Path) -> None:
    """Open a library, which brings it to the newest form; tell that it is."""
    with Library.open(path):
        tell.send("migrated")


def compact(tell: Connection, path: Path, first: int) -> None:
    """Add, make the file larger than it need be, compact it, without end."""
    with Library.open(path) as library:
        for number in range(first, first + 100_000):
            library.add(*told(number))
            tell.send(number)
            library.remember("filling", FILLING)
            library.remember("filling", "")
            library.upkeep.compact()


def back_up(tell: Connection, path: Path) -> None:
    """Copy a library without end; tell the name of each copy."""
    with Library.open(path) as library:
        while True:
            tell.send(library.upkeep.backup())
