"""What was broken off of a rule is finished by the session that opens the library next."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from briefings.briefing import ActorType
from briefings.corrections import AddTag, AlwaysRename, Named
from briefings.library import Library
from briefings.library.connection import connect
from briefings.library.writer import following
from tests.library.told import told
from tests.tui.waiting import until
from tui import session as session_module
from tui.session import Session

RULE = AlwaysRename(Named("Petra Lindqvist", ActorType.PERSON), "Minister Lindqvist")
COUNT = 60


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library whose rule was taught, and followed by nothing before the program was killed."""
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        for number in range(COUNT):
            library.add(*told(number))
        with monkeypatch.context() as killed:
            killed.setattr("briefings.library.writer.journal.follow", lambda _: None)
            library.journal.record(None, RULE)
    monkeypatch.setattr(following, "AT_ONCE", 2)
    return path


def slowly(catch_up: Callable[[Path], bool]) -> Callable[[Path], bool]:
    """Catching up, each piece of which takes so long that the whole takes several seconds."""

    def piece(path: Path) -> bool:
        time.sleep(0.2)
        return catch_up(path)

    return piece


def names(path: Path) -> dict[str, int]:
    with Library.open(path, read_only=True) as library:
        return {known.name: known.briefings for known in library.actors()}


async def test_a_session_catches_up_aside(path: Path) -> None:
    assert names(path)["Petra Lindqvist"] == COUNT
    session = Session(path, "no model")
    session.open()
    await until(lambda: names(path).get("Minister Lindqvist") == COUNT, what="all follow")
    await session.close()
    with Library.open(path) as library:
        assert not library.is_behind
        assert not library.upkeep.check(print).faults


async def test_what_the_reader_does_goes_between(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for all of it, and a program that ends does not either."""
    with monkeypatch.context() as slower:
        slower.setattr(session_module, "_caught_up", slowly(session_module._caught_up))
        session = Session(path, "no model")
        session.open()
        assert session.shelf is not None
        await session.shelf.change([(told(0)[0].id, AddTag("harbour"))])
        await session.close()
    with Library.open(path) as library:
        assert library.is_behind
        assert library.journal.tags() == (("harbour", 1),)
    again = Session(path, "no model")
    again.open()
    await until(lambda: "Petra Lindqvist" not in names(path), what="all follow")
    await again.close()


def test_opening_takes_no_longer_for_it(path: Path) -> None:
    """It is asked for one row, and nothing is followed while it is opened."""
    with closing(connect(path, read_only=False)) as connection:
        asked: list[str] = []
        connection.set_trace_callback(asked.append)
        library = Library(connection, path, is_read_only=False)
        assert library.is_behind
        assert len(asked) == 2
