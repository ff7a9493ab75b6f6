"""What a text says a person is, and to whom that ties them."""

from __future__ import annotations

import pytest

from tests.analysis.actors.conftest import Finder


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("French President Claude Morel spoke.", "Claude Morel", ("President", "", "France")),
        (
            "Ukraine's President Oleh Hnatiuk spoke.",
            "Oleh Hnatiuk",
            ("President", "", "Ukraine"),
        ),
        (
            "U.S. envoy Paul Marsh arrived in Kyiv.",
            "Paul Marsh",
            ("envoy", "", "United States"),
        ),
        (
            "Former Norwegian fisheries minister Ruth Okafor spoke.",
            "Ruth Okafor",
            ("Former fisheries minister", "", "Norway"),
        ),
        (
            "Secretary of State Paul Marsh arrived.",
            "Paul Marsh",
            ("Secretary of State", "", ""),
        ),
        (
            "Lena Ford, a lawyer for Acme Corp, declined to comment.",
            "Lena Ford",
            ("lawyer", "Acme Corp", ""),
        ),
        (
            "The president of France, Claude Morel, arrived.",
            "Claude Morel",
            ("president", "", "France"),
        ),
        (
            "Republican Senator John Harlow spoke.",
            "John Harlow",
            ("Senator", "Republican Party", ""),
        ),
        ("Lena Ford is the head of Acme Group.", "Lena Ford", ("head", "Acme Group", "")),
    ],
)
def test_a_role_is_parted_from_its_state_and_organisation(
    found: Finder, text: str, name: str, role: tuple[str, str, str]
) -> None:
    assert role in found(text).roles(name)


def test_every_role_stands_where_its_span_says(found: Finder) -> None:
    actors = found("German Chancellor Eva Brandt met Lena Ford, a lawyer for Acme Corp, in Oslo.")
    spans = [role.span.of(actors.text) for a in actors.actors.values() for role in a.roles]
    assert spans == ["German Chancellor", "lawyer for Acme Corp"]


def test_a_title_makes_its_state_known(found: Finder) -> None:
    actors = found("German Chancellor Eva Brandt spoke.")
    assert actors["Eva Brandt"].state == "Germany"
    assert "Germany" in actors


def test_an_adjective_alone_makes_no_actor(found: Finder) -> None:
    assert "Italy" not in found("Ruth Okafor likes Italian food.")


def test_the_son_in_law_of_a_man_is_neither_he_nor_his_role(found: Finder) -> None:
    actors = found("Donald Harlan's son-in-law, Jared Moss, attended the talks.")
    assert actors.roles("Jared Moss") == [("Donald Harlan's son-in-law", "", "")]
    assert actors.roles("Donald Harlan") == []
    assert actors.ties() == {("Jared Moss", "family", "Donald Harlan")}


def test_relations_have_the_names_of_the_field(found: Finder) -> None:
    actors = found(
        "French President Claude Morel met U.S. envoy Paul Marsh. "
        "Lena Ford, the chief executive of Acme Corp, attended. "
        "So did Peter Ruiz, a spokesman for Morel."
    )
    assert actors.ties() == {
        ("Claude Morel", "head_of_state", "France"),
        ("Paul Marsh", "agent_of", "United States"),
        ("Lena Ford", "head_of", "Acme Corp"),
        ("Peter Ruiz", "spokesperson_of", "Claude Morel"),
    }


def test_an_envoy_to_a_state_is_not_the_states(found: Finder) -> None:
    actors = found("Jared Moss, the envoy to Norway, spoke.")
    assert actors["Jared Moss"].state == ""
    assert actors.roles("Jared Moss") == [("envoy to Norway", "", "")]


def test_an_apposition_is_a_role_and_no_actor(found: Finder) -> None:
    actors = found("Ruth Okafor, the harbour master, spoke. The harbour master is new.")
    assert actors.names == {"Ruth Okafor"}
