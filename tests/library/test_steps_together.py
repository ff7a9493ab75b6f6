"""What is done together, such as a correction that is made a rule, is one step."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from briefings.briefing import ActorType
from briefings.corrections import (
    AddTag,
    AlwaysRetype,
    Anchors,
    RemoveRule,
    Retype,
    SetStar,
    Withdraw,
)
from briefings.errors import LibraryError
from briefings.library import Act, Library, State, writer
from tests.library.examples import article
from tests.library.journals import derived
from tests.library.rules import BOTH, ONE, actor, brief, named

ID = article(ONE).id
DOCUMENT, FOUND = brief(ONE, actor(ONE, "Brunette"))
PARTY = Retype(Anchors(DOCUMENT, FOUND).actor("a-Brunette"), ActorType.PARTY)
RULE = AlwaysRetype(named("Brunette"), ActorType.PARTY)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        library.add(DOCUMENT, FOUND)
        library.add(*brief(BOTH, actor(BOTH, "Brunette".upper(), identity="a-Brunette")))
    return path


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path) as library:
        yield library


def types(library: Library) -> list[ActorType]:
    """What the actor is in the briefing where the rule was taught, and in the other one."""
    stored = (library.get(ID), library.get(article(BOTH).id))
    return [one.briefing.actors[0].type for one in stored]


PERSON, NOW = [ActorType.PERSON] * 2, [ActorType.PARTY] * 2


def test_one_undo_takes_both_back_and_one_redo_brings_both_over_restarts(path: Path) -> None:
    with Library.open(path) as library:
        library.journal.record(ID, SetStar(True))
        correction, rule = library.journal.record_together(ID, [PARTY, RULE])
        assert (correction.is_new, rule.is_new) == (True, True)
        assert types(library) == NOW
    with Library.open(path) as library:
        assert library.journal.can_undo(ID) == PARTY
        undone = library.journal.undo(ID)
        assert undone
        assert (undone.act, undone.change, undone.also) == (Act.UNDO, PARTY, (RULE,))
        assert types(library) == PERSON
        assert library.journal.rules() == ()
        assert library.journal.can_undo(ID) == SetStar(True)
    with Library.open(path) as library:
        assert library.journal.can_redo(ID) == PARTY
        redone = library.journal.redo(ID)
        assert redone
        assert (redone.change, redone.also) == (PARTY, (RULE,))
        assert types(library) == NOW
        assert library.journal.redo(ID) is None
        assert [one.rule for one in library.journal.rules()] == [RULE]


def test_the_history_shows_one_step(library: Library) -> None:
    library.journal.record_together(ID, [PARTY, RULE])

    [step] = library.journal.history(ID)
    assert (step.change, step.state) == (PARTY, State.DONE)
    assert [(one.change, one.state) for one in step.also] == [(RULE, State.DONE)]
    assert step.text == (
        "Changed the type of ‘Brunette’ from person to party."
        " Taught for the whole library: ‘Brunette’ is of the type party"
    )
    library.journal.undo(ID)
    [step] = library.journal.history(ID)
    assert (step.state, step.also[0].state) == (State.UNDONE, State.UNDONE)
    [step] = library.journal.history()
    assert step.change == RULE


def test_none_is_done_if_one_is_refused(library: Library) -> None:
    library.journal.record(None, AlwaysRetype(named("Brunette"), ActorType.STATE))
    before = derived(library.path)

    with pytest.raises(LibraryError, match="contradicts"):
        library.journal.record_together(ID, [PARTY, RULE])
    assert derived(library.path) == before
    assert library.journal.history(ID) == ()


def test_what_is_so_already_is_no_part_of_the_step(library: Library) -> None:
    library.journal.record(ID, PARTY)
    correction, rule = library.journal.record_together(ID, [PARTY, RULE])

    assert (correction.is_new, rule.is_new) == (False, True)
    undone = library.journal.undo(ID)
    assert undone
    assert (undone.change, undone.also) == (RULE, ())
    assert types(library) == [ActorType.PARTY, ActorType.PERSON]


def test_a_step_after_an_undo_cuts_off_both(library: Library) -> None:
    library.journal.record_together(ID, [PARTY, RULE])
    library.journal.undo(ID)
    library.journal.record(ID, AddTag("coast"))

    assert library.journal.redo(ID) is None
    assert [step.state for step in library.journal.history(ID)] == [State.CUT, State.DONE]


def test_the_rule_alone_can_still_be_undone_among_the_rules(library: Library) -> None:
    library.journal.record_together(ID, [PARTY, RULE])

    undone = library.journal.undo()
    assert undone
    assert (undone.change, undone.also) == (RULE, ())
    assert types(library) == [ActorType.PARTY, ActorType.PERSON]
    assert [(step.change, step.state) for step in library.journal.history(ID)] == [
        (PARTY, State.DONE),
        (RULE, State.UNDONE),
    ]
    redone = library.journal.redo(ID)
    assert redone
    assert (redone.change, redone.also) == (RULE, ())
    assert len(library.journal.history(ID)) == 1
    undone = library.journal.undo(ID)
    assert undone
    assert undone.also == (RULE,)
    assert types(library) == PERSON


def test_a_correction_is_withdrawn_with_its_rule(library: Library) -> None:
    correction, rule = library.journal.record_together(ID, [PARTY, RULE])

    library.journal.record_together(ID, [Withdraw(correction.number), RemoveRule(rule.number)])
    assert types(library) == PERSON
    library.journal.undo(ID)
    assert types(library) == NOW


def test_what_is_derived_agrees_with_the_journal(path: Path) -> None:
    with Library.open(path) as library:
        library.journal.record_together(ID, [PARTY, RULE])
        library.journal.undo(ID)
        library.journal.redo(ID)
        library.journal.record_together(ID, [SetStar(True), AddTag("coast")])
        library.journal.undo(ID)
        assert library.upkeep.check(print).faults == 0
    before = derived(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        writer.rebuild(connection)
    assert derived(path) == before
