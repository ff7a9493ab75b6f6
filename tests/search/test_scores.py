"""What decides between actors of whom several are called something like what was typed."""

from __future__ import annotations

from briefings.search import ActorIndex, Candidate
from briefings.search.conditions import hits_of


def person(name: str, weight: float = 1.0) -> Candidate:
    return Candidate(name, name, "person", weight)


def found(query: str, *candidates: Candidate) -> list[str]:
    return [hit.id for hit in ActorIndex(candidates).search(query)]


def test_a_word_of_a_name_stands_for_one_typed_word_only() -> None:
    assert found("lind lind", person("Eva Lind", 1000), person("Lind Lindqvist"))[0] == (
        "Lind Lindqvist"
    )


def test_words_in_the_order_of_the_name_come_before_those_that_are_not() -> None:
    assert found("paul simon", person("Simon Paul"), person("Paul Simon"))[0] == "Paul Simon"


def test_the_whole_of_a_short_name_fits_though_more_was_typed() -> None:
    hits = ActorIndex([person("John Miller"), person("Henry Ford")]).search("john henry miller")

    assert hits[0].id == "John Miller"
    assert not hits[0].is_approximate


def test_the_beginning_of_a_word_is_no_run_of_words() -> None:
    hits = ActorIndex([person("Jean Pierre Korhonen")]).search("jea")

    assert [(hit.id, hit.positions) for hit in hits] == [("Jean Pierre Korhonen", (0, 1, 2))]


def test_a_filter_means_those_who_are_called_by_these_very_words() -> None:
    index = ActorIndex([person("Eva Lind"), person("Lind"), person("Petra Lindqvist")])
    assert {hit.id for hit in hits_of("lind", index)} == {"Eva Lind", "Lind"}
