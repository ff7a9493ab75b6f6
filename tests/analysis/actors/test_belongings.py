"""Nouns with a possessive pronoun: the party, the country, the family of somebody."""

from __future__ import annotations

from tests.analysis.actors.conftest import Finder


def test_her_party_is_the_one_that_the_text_gives_her(found: Finder) -> None:
    actors = found("Labour Party leader Ruth Okafor left early. She said her party would vote no.")
    assert actors.of("her party") == "Labour Party"


def test_her_company_is_none_where_the_text_gives_her_none(found: Finder) -> None:
    actors = found("Acme Corp sued Ruth Okafor. She said her company would pay.")
    assert actors.of("her company") is None


def test_our_country_is_the_state_of_who_speaks(found: Finder) -> None:
    actors = found(
        'France sent aid. "Our country is ready," said Norwegian Prime Minister Paul Marsh.'
    )
    assert actors.of("Our country") == "Norway"


def test_his_father_is_whom_the_text_calls_so(found: Finder) -> None:
    actors = found(
        "Paul Marsh left the court on Monday. His father Peter Marsh said nothing. "
        "On Tuesday Paul Marsh and his father flew home."
    )
    assert actors.of("his father") == "Peter Marsh"


def test_his_son_turns_a_tie_around(found: Finder) -> None:
    actors = found(
        "Ruth Okafor, Peter Moss's daughter, spoke first. Peter Moss came late. "
        "He praised his daughter."
    )
    assert actors.of("his daughter") == "Ruth Okafor"
