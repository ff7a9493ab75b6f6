"""What a reader can say of actors and of their mentions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.briefing import ActorType, Briefing, MentionKind
from briefings.corrections import (
    AddActor,
    AddMention,
    Anchors,
    Assign,
    Correction,
    HideActor,
    Merge,
    MoveMention,
    Passage,
    RemoveMention,
    Rename,
    Retype,
    Split,
)
from briefings.document import Span
from tests.corrections.examples import (
    ANCHORS,
    DOCUMENT,
    FOUND,
    LATE,
    NORRLAND,
    OKAFOR,
    applied,
    at,
    corrected,
    named,
    passage,
    reason,
)

PAUL = Split(
    ANCHORS.actor("a1"),
    (passage("Paul Okafor"), passage("Okafor", "Okafor told"), passage("he", "that he")),
    "Paul Okafor",
    ActorType.PERSON,
)


def test_no_correction_changes_nothing() -> None:
    assert corrected() == FOUND


def test_merged_actors_have_everything_of_both_and_all_that_refers_to_them_follows() -> None:
    briefing = corrected(Merge(ANCHORS.actor("a1"), ANCHORS.actor("a2")))

    assert {actor.id for actor in briefing.actors} == {"a2", "a3"}
    both = briefing.actor("a2")
    assert (both.name, both.type, both.state) == ("Selma Brandt", ActorType.PERSON, "Norrland")
    assert both.aliases == ("Mira Okafor", "Okafor", "Paul Okafor")
    assert both.roles == OKAFOR.roles
    assert both.mentions == (*OKAFOR.mentions, named(at("Selma Brandt")))
    assert [position.holders for position in briefing.positions] == [("a2",)] * 3
    assert briefing.positions[2].targets == ("a2",)
    assert briefing.questions[1].resolvers == ("a2",)
    assert briefing.events[0].actors == ("a2", "a3")
    assert briefing.relations == ()


def test_a_merge_weighs_the_actors_anew() -> None:
    briefing = corrected(Merge(ANCHORS.actor("a2"), ANCHORS.actor("a3")))

    assert [actor.id for actor in briefing.actors] == ["a1", "a3"]
    assert briefing.actors[0].salience == 1.0
    assert 0 < briefing.actors[1].salience < 1


def test_a_place_that_takes_a_stand_by_a_merge_is_listed() -> None:
    briefing = corrected(Merge(ANCHORS.actor("a2"), ANCHORS.actor("a3")))

    assert NORRLAND not in FOUND.listed_actors
    assert "a3" in [actor.id for actor in briefing.listed_actors]


def test_what_was_found_at_mentions_that_are_split_off_goes_with_them() -> None:
    briefing = corrected(PAUL)

    mira, paul = briefing.actor("a1"), briefing.actor("u1")
    assert [mention.span for mention in paul.mentions] == [
        at("Paul Okafor"),
        at("Okafor", "Okafor told"),
        at("he", "that he"),
    ]
    assert {*mira.mentions, *paul.mentions} == set(OKAFOR.mentions)
    assert (mira.name, mira.aliases) == ("Mira Okafor", ("Okafor",))
    assert (paul.name, paul.type, paul.aliases) == ("Paul Okafor", ActorType.PERSON, ("Okafor",))
    assert [role.title for role in mira.roles] == ["transport minister"]
    assert [role.title for role in paul.roles] == ["brother"]
    promise, against, demand = briefing.positions
    assert promise.holders == demand.targets == ("a1",)
    assert against.holders == against.sources == ("u1",)
    assert briefing.events[0].actors == ("u1", "a3")
    assert briefing.relations[0].subject == "u1"


def test_a_name_that_stands_in_the_source_beside_the_moved_one_stays_a_holder() -> None:
    joint = replace(FOUND.positions[1], source=(at("The minister's brother Paul Okafor"),))
    found = replace(FOUND, positions=(joint,))

    assert corrected(PAUL, found=found).positions[0].holders == ("a1", "u1")


def test_splitting_off_everything_is_refused() -> None:
    everything = tuple(Passage.of(DOCUMENT, mention.span) for mention in OKAFOR.mentions)

    assert "No mention would be left to “Mira Okafor”" in reason(replace(PAUL, mentions=everything))


def test_a_split_that_the_analysis_makes_by_itself_is_done() -> None:
    found = corrected(PAUL)

    assert corrected(PAUL, found=found) == found


def test_a_renamed_actor_keeps_its_old_name_as_an_alias() -> None:
    okafor = corrected(Rename(ANCHORS.actor("a1"), "  Mira\n Okafor-Lund ")).actor("a1")

    assert okafor.name == "Mira Okafor-Lund"
    assert okafor.aliases == ("Mira Okafor", "Okafor", "Paul Okafor")
    assert "The name is empty" in reason(Rename(ANCHORS.actor("a1"), " \n"))


def test_an_actor_has_another_type_and_belongs_elsewhere() -> None:
    briefing = corrected(
        Retype(ANCHORS.actor("a3"), ActorType.STATE), Assign(ANCHORS.actor("a3"), "Norrland")
    )

    norrland = briefing.actor("a3")
    assert (norrland.type, norrland.state) == (ActorType.STATE, "Norrland")
    assert norrland in briefing.listed_actors


def test_selected_words_become_an_actor() -> None:
    briefing = corrected(AddActor(passage("reporters"), "The press", ActorType.MEDIA))

    added = briefing.actor("u1")
    assert (added.name, added.type) == ("The press", ActorType.MEDIA)
    assert added.mentions == (named(at("reporters")),)
    assert added.salience > 0
    same = AddActor(passage("Selma Brandt"), "selma brandt", ActorType.PERSON)
    assert corrected(same) == FOUND
    assert "move it instead" in reason(AddActor(passage("Selma Brandt"), "Bo", ActorType.PERSON))


def test_a_hidden_actor_is_referred_to_by_nothing() -> None:
    briefing = corrected(HideActor(ANCHORS.actor("a1")), HideActor(ANCHORS.actor("a3")))

    assert [actor.id for actor in briefing.actors] == ["a2"]
    assert [position.holders for position in briefing.positions] == [(), (), ("a2",)]
    assert [position.id for position in briefing.stands] == ["p3"]
    assert briefing.positions[2].targets == ()
    assert briefing.relations == ()
    assert briefing.questions[1].resolvers == ("a2",)
    assert briefing.places[0].actor == ""


def test_a_mention_is_added_removed_and_moved() -> None:
    mayor = AddMention(ANCHORS.actor("a2"), passage("the mayor"), MentionKind.NOMINAL)
    removed = RemoveMention(ANCHORS.actor("a1"), passage("The minister"))
    moved = MoveMention(ANCHORS.actor("a1"), ANCHORS.actor("a2"), passage("Paul Okafor"))
    briefing = corrected(mayor, removed, moved)

    okafor, brandt = briefing.actor("a1"), briefing.actor("a2")
    assert [mention.span for mention in brandt.mentions] == [
        at("Paul Okafor"),
        at("Selma Brandt"),
        at("the mayor"),
    ]
    assert len(okafor.mentions) == 4
    assert briefing.positions[1].holders == ("a2",)
    assert corrected(mayor, mayor, removed, removed, moved, moved) == briefing


def test_a_mention_of_another_is_moved_and_not_added() -> None:
    taken = AddMention(ANCHORS.actor("a2"), passage("Norrland"))

    assert reason(taken) == "“Norrland” is a mention of “Norrland” already; move it instead."


def test_the_last_mention_cannot_be_removed_but_moved() -> None:
    only = passage("Norrland")
    assert "hide the actor instead" in reason(RemoveMention(ANCHORS.actor("a3"), only))

    briefing = corrected(MoveMention(ANCHORS.actor("a3"), ANCHORS.actor("a1"), only))
    assert "a3" not in [actor.id for actor in briefing.actors]
    assert briefing.places[0].actor == "a1"


@pytest.mark.parametrize(
    "correction",
    [
        AddMention(ANCHORS.actor("a2"), Passage(Span(0, 6), "Brandt")),
        AddMention(ANCHORS.actor("a2"), Passage(Span(5, 5), "")),
        AddMention(ANCHORS.actor("a2"), Passage(Span(9_999, 10_005), "Brandt")),
    ],
)
def test_words_that_do_not_stand_there_are_refused(correction: Correction) -> None:
    assert "The text does not say" in reason(correction)


def test_later_corrections_are_made_of_what_earlier_ones_gave() -> None:
    after = corrected(PAUL)
    renamed = Rename(Anchors(DOCUMENT, after).actor("u1"), "P. Okafor")
    briefing = corrected(PAUL, renamed)

    assert briefing.actor("u1").name == "P. Okafor"
    result = applied(renamed)
    assert result.briefing == FOUND
    assert result.unfitting[0].reason == "The actor “Paul Okafor” is not found here any more."


def test_what_is_added_never_takes_an_id_that_is_there() -> None:
    found: Briefing = replace(FOUND, questions=(replace(LATE, id="u1", group=""),))

    assert [a.id for a in corrected(PAUL, found=found).actors if a.name == "Paul Okafor"] == [
        "u1x1"
    ]
