"""What a position is about: the text, then the issue of each holder's position."""

from __future__ import annotations

from collections.abc import Callable

from briefings.briefing import Briefing

Analysed = Callable[[str], Briefing]


def topics(briefing: Briefing) -> list[tuple[str, str]]:
    return [(briefing.actor(p.holders[0]).name, p.topic) for p in briefing.stands]


def test_positions_on_one_matter_share_its_name(analysed: Analysed) -> None:
    """Troops, soldiers and forces are one matter, and a verb is the noun it makes."""
    found = topics(
        analysed(
            "Peter Voss promised to deploy troops in spring. "
            "Mira Lund rejected the deployment of soldiers. "
            "The minister Ada Okafor warned against a troop deployment before the vote."
        )
    )

    assert found == [
        ("Peter Voss", "troop deployment"),
        ("Mira Lund", "troop deployment"),
        ("Ada Okafor", "troop deployment"),
    ]


def test_a_word_that_only_carries_the_stance_is_no_matter(analysed: Analysed) -> None:
    assert topics(analysed("Ada Okafor expressed her opposition to the harbour tax.")) == [
        ("Ada Okafor", "harbour tax")
    ]


def test_a_pronoun_is_about_what_stands_beside_it(analysed: Analysed) -> None:
    found = topics(
        analysed("Ada Okafor announced a loan for the harbour but insisted that it stay small.")
    )

    assert {topic for _, topic in found} == {"loan"}


def test_a_condition_is_not_what_a_promise_is_about(analysed: Analysed) -> None:
    assert topics(analysed("Peter Voss promised to open his archives if the strike ends.")) == [
        ("Peter Voss", "archives")
    ]


def test_a_territory_is_the_matter_only_if_nothing_else_is(analysed: Analysed) -> None:
    found = topics(analysed("Ada Okafor promised to build two bridges in Canada."))

    assert found == [("Ada Okafor", "bridges")]


def test_an_actor_is_the_matter_of_what_is_said_of_him(analysed: Analysed) -> None:
    found = topics(
        analysed(
            "Ada Okafor praised Peter Voss. Mira Lund spoke of Mr. Voss and refused to endorse him."
        )
    )

    assert {topic for _, topic in found} == {"Peter Voss"}


def test_a_closer_name_is_better_than_a_broad_one(analysed: Analysed) -> None:
    found = topics(
        analysed(
            "Ada Okafor promised security guarantees. Peter Voss demanded guarantees of security."
        )
    )

    assert found == [("Ada Okafor", "security guarantees"), ("Peter Voss", "security guarantees")]


def test_what_only_one_is_about_is_named_by_its_own_words(analysed: Analysed) -> None:
    assert topics(analysed("Ada Okafor demanded the release of the prisoners.")) == [
        ("Ada Okafor", "release of the prisoners")
    ]


def test_a_verb_may_be_the_noun_that_is_written_like_it(analysed: Analysed) -> None:
    found = topics(
        analysed("Ada Okafor called for a vote. Peter Voss refused to vote on Sunday morning.")
    )

    assert {topic for _, topic in found} == {"vote"}
