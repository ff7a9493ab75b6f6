"""A new analysis replaces what was found, and nothing of what the reader did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.briefing import ActorType, Briefing, Stance
from briefings.corrections import (
    AddActor,
    AddPosition,
    HidePosition,
    Merge,
    QuestionStatus,
    Rename,
    Rephrase,
    SetHolders,
    SetQuestionStatus,
    SetStance,
    Split,
    Subject,
    Withdraw,
    WriteNote,
)
from briefings.document import Span
from briefings.errors import LibraryError
from briefings.library import Library
from tests.corrections.examples import (
    ANCHORS,
    DOCUMENT,
    FOUND,
    OKAFOR,
    PROMISE,
    at,
    passage,
)
from tests.corrections.strategies import briefings_of, corrections_of, texts
from tests.library.examples import article, empty_briefing

ID = DOCUMENT.id


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        library.add(DOCUMENT, FOUND)
        yield library


def renumbered(briefing: Briefing) -> Briefing:
    """The same findings as another analysis would number and order them."""
    ids = {"a1": "a7", "a2": "a1", "a3": "a2"}

    def others(given: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(ids[one] for one in given)

    return replace(
        briefing,
        analysis="2 by hand",
        actors=tuple(replace(one, id=ids[one.id]) for one in briefing.actors),
        positions=tuple(
            replace(
                one,
                id=f"p{9 - number}",
                holders=others(one.holders),
                sources=others(one.sources),
                targets=others(one.targets),
            )
            for number, one in enumerate(briefing.positions)
        ),
        questions=tuple(
            replace(one, id=f"q{9 - number}", resolvers=others(one.resolvers), group="")
            for number, one in enumerate(briefing.questions)
        ),
        relations=(),
        events=(),
        places=(),
    )


def test_corrections_and_marks_find_their_items_under_other_ids(library: Library) -> None:
    journal = library.journal
    for change in (
        Split(ANCHORS.actor("a1"), (passage("Paul Okafor"),), "Paul Okafor", ActorType.PERSON),
        SetStance(ANCHORS.position("p1"), Stance.SUPPORTS),
        SetHolders(ANCHORS.position("p3"), (ANCHORS.actor("a3"),)),
        Rephrase(ANCHORS.question("q1"), "Who pays for it?"),
        WriteNote("Ask.", Subject(position=ANCHORS.position("p2"))),
        SetQuestionStatus(ANCHORS.question("q2"), QuestionStatus.OVERTAKEN),
    ):
        journal.record(ID, change)
    stored = library.replace_findings(ID, renumbered(FOUND))

    assert stored == library.get(ID)
    assert stored.found == renumbered(FOUND)
    assert stored.unfitting == ()
    promise, against, demand = stored.briefing.positions
    assert promise.stance is Stance.SUPPORTS
    assert [stored.briefing.actor(one).name for one in against.holders] == ["Paul Okafor"]
    assert demand.holders == ("a2",)
    assert stored.briefing.questions[1].text == "Who pays for it?"
    marks = journal.marks(stored)
    assert (list(marks.notes_of), marks.statuses) == (["p8"], {"q9": QuestionStatus.OVERTAKEN})
    assert [actor.name for actor in library.actors()].count("Paul Okafor") == 1


def test_boundaries_may_have_moved_a_little(library: Library) -> None:
    library.journal.record(ID, SetStance(ANCHORS.position("p1"), Stance.SUPPORTS))
    library.journal.record(ID, Rename(ANCHORS.actor("a2"), "S. Brandt"))
    moved = replace(PROMISE, content=(at("two ferries"),), cue=(at("promised"),))
    longer = replace(
        FOUND.actors[1],
        mentions=(replace(FOUND.actors[1].mentions[0], span=at("Selma Brandt, the mayor")),),
    )
    stored = library.replace_findings(
        ID,
        replace(FOUND, actors=(OKAFOR, longer, FOUND.actors[2]), positions=(moved,)),
    )

    assert stored.unfitting == ()
    assert stored.briefing.positions == (replace(moved, stance=Stance.SUPPORTS),)
    assert stored.briefing.actor("a2").name == "S. Brandt"


def test_what_does_not_fit_any_more_is_listed_and_fits_again_later(library: Library) -> None:
    hide = HidePosition(ANCHORS.position("p1"))
    merge = Merge(ANCHORS.actor("a2"), ANCHORS.actor("a1"))
    for change in (hide, merge):
        library.journal.record(ID, change)
    corrected = library.get(ID).briefing
    other = replace(
        FOUND,
        actors=(OKAFOR, FOUND.actors[2]),
        positions=(replace(PROMISE, content=(Span(60, 62),)),),
        questions=(),
        relations=(),
    )
    stored = library.replace_findings(ID, other)

    assert [unfitting.correction for unfitting in stored.unfitting] == [hide, merge]
    assert [unfitting.reason for unfitting in stored.unfitting] == [
        "The position “two ferries by autumn” is not found here any more.",
        "The actor “Selma Brandt” is not found here any more.",
    ]
    assert stored.briefing == other
    [number] = [step.number for step in library.journal.history(ID) if step.change == merge]
    library.journal.record(ID, Withdraw(number))
    assert [one.correction for one in library.get(ID).unfitting] == [hide]
    assert library.journal.undo(ID)
    again = library.replace_findings(ID, FOUND)
    assert (again.unfitting, again.briefing) == ((), corrected)


def test_what_the_reader_added_is_not_there_twice_once_it_is_found(library: Library) -> None:
    actor = AddActor(passage("reporters"), "Reporters", ActorType.GROUP)
    position = AddPosition(
        (ANCHORS.actor("a1"),), Stance.WARNS, (passage("for his fish"),), (passage("fears"),)
    )
    for change in (actor, position):
        library.journal.record(ID, change)
    seen = library.get(ID).briefing
    found = replace(seen, analysis="2 by hand")
    stored = library.replace_findings(ID, found)

    assert stored.unfitting == ()
    assert stored.briefing == found


def test_undo_works_on_after_a_new_analysis(library: Library) -> None:
    library.journal.record(ID, SetStance(ANCHORS.position("p1"), Stance.SUPPORTS))
    library.replace_findings(ID, renumbered(FOUND))

    assert library.journal.undo(ID)
    assert library.get(ID).briefing == renumbered(FOUND)


def test_briefings_of_an_older_analysis_are_named(library: Library) -> None:
    document = article("Some words.")
    library.add(document, replace(empty_briefing(document), analysis="10 by hand"))

    def ids(analysis: str) -> list[str]:
        return [entry.id for entry in library.outdated(analysis)]

    assert ids("1 by hand") == []
    assert ids("2 by hand") == [ID]
    assert ids("1 other") == [ID]
    assert set(ids("11 by hand")) == {ID, document.id}
    library.replace_findings(ID, replace(FOUND, analysis="2 by hand"))
    assert ids("2 by hand") == []


def test_findings_of_another_document_are_refused(library: Library) -> None:
    other = article("Other words.")
    with pytest.raises(LibraryError, match="not those of the briefing"):
        library.replace_findings(ID, empty_briefing(other))
    with pytest.raises(LibraryError, match="no briefing"):
        library.replace_findings(other.id, empty_briefing(other))
    assert library.get(ID).briefing == FOUND


@given(st.data())
@settings(deadline=None, max_examples=50)
def test_a_new_analysis_twice_is_the_same_as_once_and_the_old_one_gives_the_old(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    text = data.draw(texts())
    found, other = data.draw(briefings_of(text)), data.draw(briefings_of(text))
    identity = text.document.id
    with Library.open(tmp_path_factory.mktemp("any") / "library.db") as library:
        library.add(text.document, found)
        for _ in range(data.draw(st.integers(1, 4))):
            correction = data.draw(corrections_of(text, library.get(identity).briefing))
            try:
                library.journal.record(identity, correction)
            except LibraryError:
                continue
        corrected = library.get(identity)
        once = library.replace_findings(identity, other)
        twice = library.replace_findings(identity, other)
        assert once == twice
        kept = [step.change for step in library.journal.history(identity)]
        assert {unfitting.correction for unfitting in once.unfitting} <= set(kept)
        again = library.replace_findings(identity, found)
        assert (again.briefing, again.unfitting) == (corrected.briefing, ())
