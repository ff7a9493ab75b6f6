"""Pronouns and descriptions: resolved where the text leaves little choice."""

from __future__ import annotations

from tests.analysis.actors.conftest import Finder


def test_he_is_the_subject_before(found: Finder) -> None:
    actors = found("Paul Marsh met Peter Ruiz in Oslo. He said the talks had gone well.")
    assert actors.of("He") == "Paul Marsh"


def test_gender_decides(found: Finder) -> None:
    actors = found("Paul Marsh thanked Ruth Okafor. She smiled.")
    assert actors.of("She") == "Ruth Okafor"


def test_an_object_is_not_its_own_subject(found: Finder) -> None:
    actors = found("Paul Marsh arrived. Peter Ruiz greeted him.")
    assert actors.of("him") == "Paul Marsh"


def test_who_makes_a_subject_of_its_noun(found: Finder) -> None:
    actors = found("Later Paul Ruiz, who told Peter Moss that he would resign, left the hall.")
    assert actors.of("he") == "Paul Ruiz"


def test_an_unnamed_man_keeps_a_pronoun_from_being_resolved_wrongly(found: Finder) -> None:
    actors = found("Paul Marsh left in May. A photographer fell when he missed a step.")
    assert actors.of("he") != "Paul Marsh"


def test_i_is_the_speaker_of_the_quotation(found: Finder) -> None:
    actors = found("“I have asked the ministry,” said Ruth Okafor. Paul Marsh listened.")
    assert actors.of("I") == "Ruth Okafor"


def test_we_is_a_body_that_speaks_but_never_one_person(found: Finder) -> None:
    actors = found('"We will never agree," the National Farmers Union said in a statement.')
    assert actors.of("We") == "National Farmers Union"
    person = found('"We will never agree," Ruth Okafor said in a statement.')
    assert person.of("We") is None


def test_their_is_both_of_two_subjects(found: Finder) -> None:
    actors = found("Norway and Sweden have announced their readiness to help.")
    assert "their" in actors.words("Norway")
    assert "their" in actors.words("Sweden")


def test_they_is_the_group_of_the_clause_before(found: Finder) -> None:
    actors = found("Should European forces face attacks in Norway, they would receive aid.")
    assert actors.of("they") == "European forces"


def test_it_is_the_body_that_said_so(found: Finder) -> None:
    actors = found("Acme Corp said it would appeal. It has sued before.")
    assert actors.of("it") == "Acme Corp"
    assert actors.of("It") == "Acme Corp"


def test_it_that_does_nothing_is_nobody(found: Finder) -> None:
    actors = found("Acme Corp closed the mine. It is unclear whether it will rain.")
    assert actors.of("It") is None


def test_a_description_is_the_last_body_of_its_kind(found: Finder) -> None:
    actors = found("Acme Corp sued Oslo. A judge agreed with the company.")
    assert actors.of("the company") == "Acme Corp"


def test_a_description_is_the_bearer_of_the_role(found: Finder) -> None:
    actors = found("U.S. envoy Paul Marsh arrived in Kyiv. Reporters waited for the envoy.")
    assert actors.of("the envoy") == "Paul Marsh"


def test_a_description_of_a_country_is_the_last_state(found: Finder) -> None:
    actors = found("Norway closed its ports. Ships may not enter the country.")
    assert actors.of("the country") == "Norway"
    assert actors.of("its") == "Norway"
