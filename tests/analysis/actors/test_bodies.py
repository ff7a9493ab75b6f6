"""Organisations, states and places: one actor each, of the right kind."""

from __future__ import annotations

import pytest

from briefings.briefing import ActorType, MentionKind
from tests.analysis.actors.conftest import Finder


def test_names_of_one_state_are_one_actor(found: Finder) -> None:
    actors = found("Britain sent aid. The UK had promised it. British ships arrived in Norway.")
    assert actors.words("United Kingdom", MentionKind.NAMED) == ["Britain", "UK"]
    assert actors.words("United Kingdom", MentionKind.ADJECTIVE) == ["British"]
    assert actors["United Kingdom"].type is ActorType.STATE


def test_an_acronym_in_brackets_is_its_long_form(found: Finder) -> None:
    actors = found(
        "The National Harbour Board (NHB) rejected the plan. The NHB said it would harm fishermen."
    )
    assert actors.words("National Harbour Board", MentionKind.NAMED) == [
        "National Harbour Board",
        "NHB",
        "NHB",
    ]


def test_a_company_without_its_legal_form_is_the_same(found: Finder) -> None:
    actors = found(
        "Ostfold Shipping Inc. sued the port. Ostfold Shipping said it had lost millions."
    )
    assert actors.words("Ostfold Shipping Inc.", MentionKind.NAMED) == [
        "Ostfold Shipping Inc.",
        "Ostfold Shipping",
    ]
    assert actors["Ostfold Shipping Inc."].type is ActorType.COMPANY


def test_a_shorter_name_joins_the_longer_one_it_is_part_of(found: Finder) -> None:
    actors = found(
        "The Norwegian Harbour Ministry denied the report. The Harbour Ministry gave no details."
    )
    assert actors.words("Norwegian Harbour Ministry", MentionKind.NAMED) == [
        "Norwegian Harbour Ministry",
        "Harbour Ministry",
    ]
    assert actors["Norwegian Harbour Ministry"].state == "Norway"


def test_a_university_and_a_company_of_one_first_word_stay_two(found: Finder) -> None:
    actors = found("Acme Corp gave money to Acme University. Acme University thanked Acme Corp.")
    assert {"Acme Corp", "Acme University"} <= actors.names


def test_a_designator_holds_a_name_together(found: Finder) -> None:
    actors = found(
        "The University of Oslo and Lund College signed a deal with the Ministry of Fisheries."
    )
    assert {"University of Oslo", "Lund College", "Ministry of Fisheries"} <= actors.names


def test_a_person_after_a_body_is_not_part_of_it(found: Finder) -> None:
    actors = found("The head of the Council on Harbour Trade Ruth Okafor said she would resign.")
    assert {"Council on Harbour Trade", "Ruth Okafor"} <= actors.names


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("NATO said it would help.", "NATO", ActorType.INTERNATIONAL_ORGANIZATION),
        ("The Kremlin declined to comment.", "Kremlin", ActorType.GOVERNMENT),
        ("Reuters reported the vote.", "Reuters", ActorType.MEDIA),
        ("Microsoft said profits rose.", "Microsoft", ActorType.COMPANY),
        ("The Royal Navy sent two ships.", "Royal Navy", ActorType.ARMED_FORCE),
        ("Oxfam called for aid.", "Oxfam", ActorType.ORGANIZATION),
        ("The Unity Party won the vote.", "Unity Party", ActorType.PARTY),
        ("Four ships left Rotterdam.", "Rotterdam", ActorType.PLACE),
    ],
)
def test_every_actor_has_its_kind(found: Finder, text: str, name: str, kind: ActorType) -> None:
    assert found(text)[name].type is kind


def test_a_seat_of_government_belongs_to_its_state(found: Finder) -> None:
    assert found("The Kremlin declined to comment.")["Kremlin"].state == "Russia"


def test_a_capital_that_speaks_is_a_government(found: Finder) -> None:
    actors = found("Oslo said it would not sign. Four ships left for Stockholm on Monday.")
    assert actors["Oslo"].type is ActorType.GOVERNMENT
    assert actors["Oslo"].state == "Norway"
    assert actors["Stockholm"].type is ActorType.PLACE


def test_georgia_is_the_american_state_where_the_text_names_atlanta(found: Finder) -> None:
    american = found("Voters in Georgia went to the polls. Lines were long in Atlanta.")
    assert american["Georgia"].type is ActorType.PLACE
    european = found("Georgia and Armenia signed the treaty in Tbilisi.")
    assert european["Georgia"].type is ActorType.STATE


@pytest.mark.parametrize(
    "thing",
    [
        "The Harlow Prize was awarded on Monday.",
        "The Oslo Film Festival opens on Friday.",
        "The Clean Rivers Act passed on Monday.",
        "Hurricane Ida came ashore on Monday.",
        "Critics praised the film Winter Harbour.",
        "It runs on Windows 11.",
        "They met on Thanksgiving Day.",
    ],
)
def test_events_works_prizes_laws_and_products_are_no_actors(found: Finder, thing: str) -> None:
    named = {a.name for a in found(thing).actors.values() if a.type is not ActorType.GROUP}
    assert not named


def test_an_abbreviation_before_a_hyphen_is_still_a_mention(found: Finder) -> None:
    actors = found("U.S.-led talks began. The U.S. had called for them.")
    assert actors.words("United States") == ["U.S.", "U.S."]


def test_a_body_that_many_states_have_is_of_the_state_that_the_text_names(found: Finder) -> None:
    assert found("Congress passed the bill in May. Canada protested.")["Congress"].state == ""
    american = found("Congress passed the bill in May. The United States had waited for it.")
    assert american["Congress"].state == "United States"


def test_a_noun_before_a_name_tells_its_kind(found: Finder) -> None:
    actors = found("Ruth Okafor told the newspaper Dnevnik that she would resign.")
    assert actors["Dnevnik"].type is ActorType.MEDIA


def test_a_team_is_no_person(found: Finder) -> None:
    actors = found("The Norr Tigers beat the Eastbrook Hawks. The Tigers had lost in May.")
    assert actors["Norr Tigers"].type is ActorType.ORGANIZATION
    assert actors.words("Norr Tigers", MentionKind.NAMED) == ["Norr Tigers", "Tigers"]
