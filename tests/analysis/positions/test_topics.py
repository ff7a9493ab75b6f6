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
