"""What is taught once holds for the whole library, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.briefing import ActorType
from briefings.corrections import (
    AlwaysAssign,
    AlwaysMerge,
    AlwaysRename,
    AlwaysRetype,
    Anchors,
    Assign,
    HideActor,
    Merge,
    NeverMerge,
    RemoveRule,
    Rename,
    Retype,
    Rule,
    SetStar,
    Split,
    as_rule,
)
from briefings.document import Span
from briefings.errors import LibraryError
from briefings.library import Library
from tests.library.examples import article
from tests.library.rules import (
    APART,
    BOTH,
    BRUNETTE,
    NEITHER,
    ONE,
    PERSON,
    PLACE,
    STATE,
    actor,
    brief,
    filled,
    named,
)
from tests.library.version_1 import make_version_1


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with filled(tmp_path / "library.db") as library:
        yield library


def cast(library: Library, text: str) -> list[str]:
    """Who is in the briefing of a text."""
    return sorted(one.name for one in library.get(article(text).id).briefing.actors)


def everybody(library: Library) -> dict[str, int]:
    return {known.name: known.mentions for known in library.actors()}


def test_a_merge_is_taught_once_for_all_briefings_old_and_new(library: Library) -> None:
    recorded = library.journal.record(None, BRUNETTE)

    assert library.journal.describe(BRUNETTE) == (
        "Taught for the whole library: ‘Brunette’ is ‘Élodie Brunet’"
    )
    assert cast(library, ONE) == cast(library, BOTH) == ["Élodie Brunet"]
    assert cast(library, NEITHER) == ["Ruiz"]
    assert everybody(library) == {"Élodie Brunet": 3, "Ruiz": 1}
    [held] = library.journal.rules()
    assert (held.number, held.rule, held.briefings) == (recorded.number, BRUNETTE, 2)
    assert held.text == "‘Brunette’ is ‘Élodie Brunet’"

    later = "Then Brunette spoke."
    library.add(*brief(later, actor(later, "Brunette")))
    assert cast(library, later) == ["Élodie Brunet"]
    assert everybody(library)["Élodie Brunet"] == 4
    assert library.get(article(later).id).found.actors[0].name == "Brunette"


def test_a_rule_is_undone_redone_and_removed(library: Library) -> None:
    before = everybody(library)
    number = library.journal.record(None, BRUNETTE).number
    after = everybody(library)

    assert library.journal.undo()
    assert (everybody(library), library.journal.rules()) == (before, ())
    assert cast(library, ONE) == ["Brunette"]
    assert library.journal.redo()
    assert everybody(library) == after
    assert library.journal.remove_rule(number).change == RemoveRule(number)
    assert everybody(library) == before
    assert library.journal.undo()
    assert everybody(library) == after
    with pytest.raises(LibraryError, match="no rule 999"):
        library.journal.remove_rule(999)


def test_a_rule_is_a_step_of_the_briefing_it_was_taught_from(library: Library) -> None:
    identity = article(ONE).id
    library.journal.record(identity, SetStar(True))
    library.journal.record(identity, BRUNETTE)

    assert library.journal.can_undo(identity) == library.journal.can_undo() == BRUNETTE
    assert library.journal.can_undo(article(BOTH).id) is None
    assert library.journal.undo(identity)
    assert cast(library, BOTH) == ["BRUNETTE", "Élodie Brunet"]
    assert library.journal.can_undo(identity) == SetStar(True)


def test_two_that_are_never_one_are_kept_apart(library: Library) -> None:
    text = "Mira Okafor promised. Paul Okafor opposes. Paul Okafor’s fish died."
    library.add(*brief(text, actor(text, "Mira Okafor", "Paul Okafor")))
    library.journal.record(None, APART)

    mira, paul = sorted(library.get(article(text).id).briefing.actors, key=lambda one: one.name)
    assert (mira.name, mira.aliases) == ("Mira Okafor", ())
    assert (paul.name, paul.type, len(paul.mentions)) == ("Paul Okafor", PERSON, 1)
    assert "Paul Okafor" in everybody(library)


def test_retyped_renamed_and_of_another_owner_everywhere(library: Library) -> None:
    text = "Varda left Norrland. The Harbour House is quiet."
    library.add(
        *brief(
            text,
            actor(text, "Varda"),
            actor(text, "Norrland", type=PLACE),
            actor(text, "Harbour House", type=ActorType.ORGANIZATION),
        )
    )
    for rule in (
        AlwaysRetype(named("Norrland", PLACE), STATE),
        AlwaysRename(named("VARDA"), "Anna Varda"),
        AlwaysAssign(named("Harbour House", ActorType.COMPANY), "Norrland"),
    ):
        library.journal.record(None, rule)

    stored = library.get(article(text).id)
    found = {one.name: (one.type, one.state) for one in stored.briefing.actors}
    assert found == {
        "Anna Varda": (PERSON, ""),
        "Norrland": (STATE, ""),
        "Harbour House": (ActorType.ORGANIZATION, "Norrland"),
    }
    assert stored.entry.actors == 3
    assert {"Norrland", "Anna Varda"} <= everybody(library).keys()
    assert library.journal.undo()
    assert library.journal.undo()
    assert library.journal.undo()
    assert library.get(article(text).id).briefing == stored.found
    assert "Norrland" not in everybody(library)


def test_a_rule_does_nothing_where_it_is_not_clear_who_is_meant(library: Library) -> None:
    text = "Brunette met Brunette."
    second = actor("#" * 13 + "Brunette", "Brunette", identity="a2")
    library.add(*brief(text, actor(text, "Brunette"), second))
    library.journal.record(None, BRUNETTE)

    assert cast(library, text) == ["Brunette", "Brunette"]


def test_corrections_come_after_rules_and_outlive_a_rule_that_is_taught_later(
    library: Library,
) -> None:
    stored = library.get(article(BOTH).id)
    anchors = Anchors(stored.document, stored.briefing)
    retype = Retype(anchors.actor("a-BRUNETTE"), ActorType.PARTY)
    library.journal.record(stored.document.id, retype)
    library.journal.record(None, BRUNETTE)

    now = library.get(stored.document.id)
    assert now.unfitting == ()
    assert [(one.name, one.type) for one in now.briefing.actors] == [
        ("Élodie Brunet", ActorType.PARTY)
    ]


def test_a_rule_reaches_briefings_whose_actor_was_corrected_away(library: Library) -> None:
    stored = library.get(article(ONE).id)
    rename = Rename(Anchors(stored.document, stored.briefing).actor("a-Brunette"), "Nobody")
    library.journal.record(stored.document.id, rename)
    library.journal.record(None, BRUNETTE)
    assert cast(library, ONE) == ["Nobody"]
    library.journal.undo(stored.document.id)

    assert cast(library, ONE) == ["Élodie Brunet"]
    assert library.journal.rules()[0].briefings == 2
    assert library.journal.undo()
    assert cast(library, ONE) == ["Brunette"]


def test_a_rule_reaches_the_briefings_of_an_older_library(tmp_path: Path) -> None:
    text = "Varda left Norrland."
    document, found = brief(text, actor(text, "Varda"), actor(text, "Norrland", type=PLACE))
    make_version_1(tmp_path / "old.db", [(document, found)])
    with Library.open(tmp_path / "old.db") as library:
        assert [entry.id for entry in library.outdated("2 test")] == [document.id]
        assert library.outdated("1 test") == ()
        library.journal.record(None, AlwaysRetype(named("Norrland", PLACE), STATE))
        assert everybody(library) == {"Norrland": 1, "Varda": 1}


@pytest.mark.parametrize(
    ("held", "rule", "message"),
    [
        (
            (BRUNETTE,),
            NeverMerge(named("élodie brunet"), named("Brunette")),
            "contradicts the rule",
        ),
        ((APART,), AlwaysMerge(named("Paul Okafor"), named("Mira Okafor")), "contradicts the rule"),
        (
            (APART, AlwaysMerge(named("Paul Okafor"), named("P. O."))),
            AlwaysMerge(named("P. O."), named("Mira Okafor")),
            "never the same” contradicts the rule “‘Paul Okafor’ is ‘P. O.’”",
        ),
        ((BRUNETTE,), AlwaysMerge(named("Brunette"), named("B. Ruiz")), "remove that one first"),
        ((BRUNETTE,), AlwaysMerge(named("Élodie Brunet"), named("Brunette")), "contradicts"),
        ((BRUNETTE,), AlwaysRename(named("Brunette"), "Ruiz"), "contradicts the rule"),
        (
            (AlwaysRetype(named("Norrland", PLACE), STATE),),
            AlwaysRetype(named("Norrland", STATE), PLACE),
            "contradicts the rule",
        ),
        ((), AlwaysMerge(named("U.N."), named("UN")), "are one name to a rule"),
        ((), AlwaysRename(named("Ruiz"), " "), "names nobody"),
        ((), AlwaysAssign(named(""), "Norrland"), "names nobody"),
        ((), AlwaysRename(named("Ruiz"), "\udc00"), "surrogate"),
    ],
)
def test_rules_that_contradict_or_say_nothing_are_refused(
    library: Library, held: tuple[Rule, ...], rule: Rule, message: str
) -> None:
    for one in held:
        library.journal.record(None, one)
    before = everybody(library)
    with pytest.raises(LibraryError) as refused:
        library.journal.record(None, rule)
    assert message in str(refused.value)
    assert [one.rule for one in library.journal.rules()] == list(held)
    assert everybody(library) == before


def test_a_redo_that_would_contradict_is_refused(library: Library) -> None:
    library.journal.record(article(ONE).id, BRUNETTE)
    library.journal.undo(article(ONE).id)
    apart = NeverMerge(named("Brunette"), named("Élodie Brunet"))
    library.journal.record(None, apart)

    with pytest.raises(LibraryError, match="contradicts"):
        library.journal.redo(article(ONE).id)
    assert [one.rule for one in library.journal.rules()] == [apart]


def test_the_same_rule_twice_is_one(library: Library) -> None:
    assert library.journal.record(None, BRUNETTE).is_new
    assert not library.journal.record(None, BRUNETTE).is_new


def test_a_correction_is_made_a_rule(library: Library) -> None:
    stored = library.get(article(BOTH).id)
    anchors = Anchors(stored.document, stored.briefing)
    brunette, brunet = anchors.actors(["a-BRUNETTE", "a-Élodie Brunet"])
    passage = anchors.passage(Span(0, 13))

    assert as_rule(Merge(brunette, brunet)) == AlwaysMerge(named("BRUNETTE"), named(brunet.name))
    assert as_rule(Split(brunet, (passage,), "Ruiz", PERSON)) == NeverMerge(
        named(brunet.name), named("Ruiz")
    )
    assert as_rule(Retype(brunet, PLACE)) == AlwaysRetype(named(brunet.name), PLACE)
    assert as_rule(Rename(brunet, "E. B.")) == AlwaysRename(named(brunet.name), "E. B.")
    assert as_rule(Assign(brunet, "Varda")) == AlwaysAssign(named(brunet.name), "Varda")
    assert as_rule(HideActor(brunet)) is None
