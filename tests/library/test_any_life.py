"""Whatever is done to briefings, in whatever order: all agrees, and all can be undone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.briefing import Actor
from briefings.corrections import (
    AddTag,
    AlwaysAssign,
    AlwaysMerge,
    AlwaysRename,
    AlwaysRetype,
    Anchors,
    Change,
    DeleteNote,
    EditNote,
    Named,
    NeverMerge,
    QuestionStatus,
    RemoveTag,
    SetQuestionStatus,
    SetRead,
    SetRemoved,
    SetStar,
    Withdraw,
    WriteNote,
)
from briefings.errors import LibraryError
from briefings.library import Library, Stored
from briefings.library.upkeep import Fault
from tests.corrections.strategies import Text, briefings_of, corrections_of, texts

ACTS = (
    "correct", "correct", "correct", "mark", "teach", "teach together", "withdraw",
    "undo", "redo", "undo a rule", "redo a rule", "analyse anew",
)  # fmt: skip


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_any_life_of_a_library_agrees_with_itself_and_can_be_undone(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("any") / "library.db"
    stories = {one.document.id: one for one in data.draw(st.lists(texts(), min_size=1, max_size=2))}
    with Library.open(path) as library:
        found = {identity: data.draw(briefings_of(text)) for identity, text in stories.items()}
        for identity, text in stories.items():
            library.add(text.document, found[identity])
        for _ in range(data.draw(st.integers(1, 8))):
            identity = data.draw(st.sampled_from(sorted(stories)))
            act = data.draw(st.sampled_from(ACTS))
            if act == "analyse anew":
                found[identity] = data.draw(briefings_of(stories[identity]))
                library.replace_findings(identity, found[identity])
                continue
            before = [library.get(one) for one in stories]
            try:
                do(library, identity, stories[identity], act, data)
            except LibraryError:
                # What is refused has done nothing.
                assert [library.get(one) for one in stories] == before
        assert faults(library) == []
        seen = [library.get(identity) for identity in stories]
    with Library.open(path) as library:
        assert [library.get(identity) for identity in stories] == seen
        for identity in stories:
            while library.journal.undo(identity):
                pass
        while library.journal.undo():
            pass
        assert faults(library) == []
        for identity in stories:
            stored = library.get(identity)
            assert (stored.briefing, stored.unfitting) == (found[identity], ())
            marks = library.journal.marks(stored)
            assert (marks.tags, marks.is_starred, stored.entry.notes) == ((), False, 0)
            assert not stored.entry.is_removed
        assert library.journal.rules() == ()
        assert len(library) == len(stories)


def faults(library: Library) -> list[Fault]:
    found: list[Fault] = []
    library.upkeep.check(found.append)
    return found


def do(library: Library, identity: str, text: Text, act: str, data: st.DataObject) -> None:
    journal, stored = library.journal, library.get(identity)
    if act.startswith(("undo", "redo")):
        go = journal.undo if act.startswith("undo") else journal.redo
        go(None if act.endswith("rule") else identity)
    elif act == "correct":
        journal.record(identity, data.draw(corrections_of(text, stored.briefing)))
    elif act == "mark":
        journal.record(identity, data.draw(marks_of(library, stored)))
    elif act == "withdraw":
        numbers = [step.number for step in journal.history(identity)]
        journal.record(identity, Withdraw(data.draw(st.sampled_from([0, *numbers]))))
    elif len(stored.briefing.actors) > 1:
        rule = data.draw(rules_of(stored.briefing.actors))
        if act == "teach together":
            correction = data.draw(corrections_of(text, stored.briefing))
            journal.record_together(identity, [correction, rule])
        else:
            journal.record(data.draw(st.sampled_from([None, identity])), rule)


@st.composite
def marks_of(draw: st.DrawFn, library: Library, stored: Stored) -> Change:
    """Something that a reader puts beside a briefing."""
    yes = draw(st.booleans())
    tag = draw(st.sampled_from(["harbour", "HARBOUR", "to check"]))
    notes = [note.number for note in library.journal.notes(stored.document.id)]
    number = draw(st.sampled_from([*notes, 1]))
    changes: list[Change] = [
        AddTag(tag),
        RemoveTag(tag),
        SetStar(yes),
        SetRead(yes),
        SetRemoved(yes),
        WriteNote(draw(st.text(max_size=5))),
        EditNote(number, draw(st.text(max_size=5))),
        DeleteNote(number),
    ]
    if stored.briefing.questions:
        anchors = Anchors(stored.document, stored.briefing)
        question = anchors.question(draw(st.sampled_from(stored.briefing.questions)).id)
        changes.append(SetQuestionStatus(question, draw(st.sampled_from(QuestionStatus))))
    return draw(st.sampled_from(changes))


@st.composite
def rules_of(draw: st.DrawFn, actors: tuple[Actor, ...]) -> Change:
    """A rule about actors of a briefing; it need not make sense."""
    one, other = (draw(st.sampled_from(actors)) for _ in range(2))
    this, that = Named(one.name, one.type), Named(other.name, other.type)
    rules: list[Change] = [
        AlwaysMerge(this, that),
        NeverMerge(this, that),
        AlwaysRetype(this, other.type),
        AlwaysRename(this, other.name),
        AlwaysAssign(this, other.name),
    ]
    return draw(st.sampled_from(rules))
