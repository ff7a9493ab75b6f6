"""What is taught once holds for the whole library, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.briefing import Actor, ActorType, Briefing, Mention, MentionKind
from briefings.corrections import (
    AlwaysAssign,
    AlwaysMerge,
    AlwaysRename,
    AlwaysRetype,
    Anchors,
    Assign,
    HideActor,
    Merge,
    Named,
    NeverMerge,
    RemoveRule,
    Rename,
    Retype,
    Rule,
    SetStar,
    Split,
    as_rule,
)
from briefings.document import Document, Span
from briefings.errors import LibraryError
from briefings.library import Library, writer
from tests.library.examples import article
from tests.library.test_journal import derived
from tests.library.version_1 import make_version_1

PERSON, STATE, PLACE = ActorType.PERSON, ActorType.STATE, ActorType.PLACE


def named(name: str, type: ActorType = PERSON) -> Named:
    return Named(name, type)


BRUNETTE = AlwaysMerge(named("Brunette"), named("Élodie Brunet"))
APART = NeverMerge(named("Mira Okafor"), named("Paul Okafor"))


def brief(text: str, *actors: Actor) -> tuple[Document, Briefing]:
    document = article(text)
    return document, Briefing(document.id, "1 test", actors=actors)


def actor(text: str, *names: str, type: ActorType = PERSON, identity: str = "") -> Actor:
    """An actor called by the first name, mentioned wherever one of the names stands."""
    mentions = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    return Actor(
        identity or f"a-{names[0]}",
        names[0],
        type,
        tuple(Mention(span, MentionKind.NAMED) for span in sorted(mentions)),
        aliases=names[1:],
    )


ONE = "Brunette left."
BOTH = "Élodie Brunet came, and BRUNETTE left."
NEITHER = "Ruiz stayed."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        library.add(*brief(ONE, actor(ONE, "Brunette")))
        library.add(*brief(BOTH, actor(BOTH, "BRUNETTE"), actor(BOTH, "Élodie Brunet")))
        library.add(*brief(NEITHER, actor(NEITHER, "Ruiz")))
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


def test_rules_travel_as_a_file(library: Library, tmp_path: Path) -> None:
    awkward = AlwaysRename(named('A "quoted" \\ name\x7f'), "Søren\n\t‘x’ #1")
    rules: list[Rule] = [
        BRUNETTE,
        APART,
        awkward,
        AlwaysRetype(named("Norrland", PLACE), STATE),
        AlwaysAssign(named("Ruiz"), ""),
    ]
    for rule in rules:
        library.journal.record(None, rule)
    text = library.journal.export_rules()
    with Library.open(tmp_path / "other.db") as other:
        other.journal.record(None, NeverMerge(named("Brunette"), named("Élodie Brunet")))
        taught, refused = other.journal.import_rules(text)
        assert taught == rules[1:]
        assert [(rule, "contradicts" in str(error)) for rule, error in refused] == [
            (BRUNETTE, True)
        ]
        assert other.journal.import_rules(text)[0] == []


@pytest.mark.parametrize(
    "text",
    [
        "rule = 1",
        "[[rule]]",
        "x = [",
        "other = 1",
        '[[rule]]\nkind = "merge"',
        '[[rule]]\nkind = ["x"]',
        '[[rule]]\nkind = "always rename"\nname = "x"',
        'rule = ["x"]',
    ],
)
def test_a_file_that_holds_no_rules_teaches_nothing(library: Library, text: str) -> None:
    with pytest.raises(LibraryError, match="file of rules cannot be read"):
        library.journal.import_rules(f"{text}\n")
    assert library.journal.rules() == ()


NAMES = st.sampled_from(["Brunette", "Élodie Brunet", "Ruiz", "Varda"])
NAMED = st.builds(Named, NAMES, st.sampled_from([PERSON, PLACE]))
RULES: st.SearchStrategy[Rule] = st.one_of(
    st.builds(AlwaysMerge, NAMED, NAMED),
    st.builds(NeverMerge, NAMED, NAMED),
    st.builds(AlwaysRetype, NAMED, st.sampled_from([PERSON, PLACE, STATE])),
    st.builds(AlwaysRename, NAMED, NAMES),
    st.builds(AlwaysAssign, NAMED, NAMES),
)


@given(st.lists(st.tuples(st.sampled_from(["teach", "undo", "redo", "remove"]), RULES), max_size=8))
@settings(deadline=None, max_examples=60)
def test_the_lists_say_what_the_briefings_say_whatever_is_taught(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, Rule]]
) -> None:
    text = "Brunette, Ruiz and Varda left; Élodie Brunet came."
    with Library.open(tmp_path_factory.mktemp("any") / "library.db") as library:
        for index, names in enumerate((["Brunette", "Ruiz"], ["Élodie Brunet"], ["Varda"])):
            type_ = PLACE if index == 2 else PERSON
            own = f"{text} {index}"
            library.add(*brief(own, *(actor(own, name, type=type_) for name in names)))
        stored = library.get(library.entries()[-1].id)
        anchors = Anchors(stored.document, stored.briefing)
        merge = Merge(anchors.actor("a-Ruiz"), anchors.actor("a-Brunette"))
        library.journal.record(stored.document.id, merge)
        originals = [library.get(entry.id).briefing for entry in library.entries()]
        for act, rule in acts:
            try:
                if act == "teach":
                    library.journal.record(None, rule)
                elif act == "remove" and library.journal.rules():
                    library.journal.remove_rule(library.journal.rules()[0].number)
                elif act == "redo":
                    library.journal.redo()
                else:
                    library.journal.undo()
            except LibraryError:
                continue
            finally:
                check_lists(library)
        before = derived(library.path)
        writer.rebuild(library._connection)
        assert derived(library.path) == before
        while library.journal.undo():
            pass
        assert [library.get(entry.id).briefing for entry in library.entries()] == originals


def check_lists(library: Library) -> None:
    """That what is asked over all briefings agrees with each of them."""
    counted: dict[str, int] = {}
    for entry in library.entries():
        stored = library.get(entry.id)
        assert entry.actors == len(stored.briefing.listed_actors)
        for one in stored.briefing.listed_actors:
            counted[one.name] = counted.get(one.name, 0) + len(one.mentions)
    assert sum(counted.values()) == sum(known.mentions for known in library.actors())
    for known in library.actors():
        assert known.name in counted
