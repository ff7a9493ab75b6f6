"""A rule over many briefings holds at once; lists and searches follow, also after a stop."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from briefings.briefing import ActorType, Mention, MentionKind
from briefings.corrections import AlwaysMerge, AlwaysRename, Named, SetStar
from briefings.document import Span
from briefings.errors import LibraryError
from briefings.library import Library
from briefings.library.writer import following
from briefings.library.writer.shown import show
from tests.library.examples import actor, article, briefing_of

BRUNETTE = Named("Brunette", ActorType.PERSON)
BRUNET = Named("Élodie Brunet", ActorType.PERSON)
IDS = [article(f"Brunette left for the {number}. time.").id for number in range(8)]


class PowerFailureError(BaseException):
    """Nobody catches this."""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        for number in range(8):
            document = article(f"Brunette left for the {number}. time.")
            mention = Mention(Span(0, len("Brunette")), MentionKind.NAMED)
            her = replace(actor("Brunette"), mentions=(mention,))
            library.add(document, briefing_of(document, her))
        yield library


@pytest.fixture
def stopping(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two briefings at a time follow, and the third time the program stops."""
    calls = iter(range(4))

    def shown(connection: sqlite3.Connection, number: int) -> None:
        if next(calls, None) is None:
            monkeypatch.undo()
            raise PowerFailureError
        show(connection, number)

    monkeypatch.setattr(following, "AT_ONCE", 2)
    monkeypatch.setattr(following, "show", shown)


def names(library: Library) -> dict[str, int]:
    return {known.name: known.briefings for known in library.actors()}


@pytest.mark.usefixtures("stopping")
def test_a_rule_is_followed_to_the_end_after_a_stop(library: Library) -> None:
    with pytest.raises(PowerFailureError):
        library.journal.record(None, AlwaysMerge(BRUNETTE, BRUNET))
    assert names(library) == {"Brunette": 4, "Élodie Brunet": 4}
    assert not library.upkeep.check(print).faults
    # The rule holds in each of them all the while.
    cast = [one.name for identity in IDS for one in library.get(identity).briefing.actors]
    assert cast == ["Élodie Brunet"] * 8
    library.journal.record(IDS[0], SetStar(is_starred=True))
    assert names(library) == {"Élodie Brunet": 8}
    assert not library.upkeep.check(print).faults


@pytest.mark.usefixtures("stopping")
def test_a_stopped_rule_can_be_undone_and_others_taught(library: Library) -> None:
    with pytest.raises(PowerFailureError):
        library.journal.record(None, AlwaysMerge(BRUNETTE, BRUNET))
    library.journal.undo()
    assert names(library) == {"Brunette": 8}
    library.journal.record(None, AlwaysRename(BRUNETTE, "Ana Brunette"))
    assert names(library) == {"Ana Brunette": 8}
    assert not library.upkeep.check(print).faults


@pytest.mark.usefixtures("stopping")
def test_the_next_program_that_opens_it_catches_up(library: Library) -> None:
    with pytest.raises(PowerFailureError):
        library.journal.record(None, AlwaysMerge(BRUNETTE, BRUNET))
    with Library.open(library.path, read_only=True) as reader:
        assert reader.is_behind
        with pytest.raises(LibraryError, match="reading only"):
            reader.catch_up()
    with Library.open(library.path) as other:
        assert other.is_behind
        while other.catch_up():
            pass
        assert not other.is_behind
    assert names(library) == {"Élodie Brunet": 8}
    assert not library.upkeep.check(print).faults


def test_others_can_write_in_between(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who cannot wait at all gets their turn after each of the short transactions."""
    written = 0
    follow_some = following.follow_some

    def with_another(connection: sqlite3.Connection) -> bool:
        nonlocal written
        with closing(sqlite3.connect(library.path, timeout=0)) as other, other:
            other.execute("INSERT OR REPLACE INTO memory VALUES ('other', ?)", (str(written),))
        written += 1
        return follow_some(connection)

    monkeypatch.setattr(following, "AT_ONCE", 2)
    monkeypatch.setattr(following, "follow_some", with_another)
    library.journal.record(None, AlwaysMerge(BRUNETTE, BRUNET))
    assert names(library) == {"Élodie Brunet": 8}
    assert written == 5
