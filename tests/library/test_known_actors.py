"""When actors of different briefings are one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.briefing import Actor, ActorType, Role
from briefings.library import KnownActor, Library
from briefings.library.known import normalised
from tests.library.examples import NOWHERE, actor, article, briefing_of


def known(tmp_path: Path, *actors: tuple[Actor, ...]) -> tuple[KnownActor, ...]:
    """The actors of a library whose first briefing has the first tuple, and so on."""
    with Library.open(tmp_path / "library.db") as library:
        for number, group in enumerate(actors):
            document = article(f"Text {number}")
            library.add(document, briefing_of(document, *group))
        return library.actors()


def identity(number: int) -> str:
    return article(f"Text {number}").id


def test_one_actor_of_two_briefings(tmp_path: Path) -> None:
    minister = actor("Élodie Brunet", role="Minister", state="Norrland", mentions=2)
    former = actor(
        "Elodie Brunet", role="Minister", state="Norrland", mentions=5, aliases=("Brunet",)
    )
    again = actor("Elodie Brunet", aliases=("Brunet", "Madame Brunet"))
    assert known(tmp_path, (minister,), (former,), (again,)) == (
        KnownActor(
            key="person:elodie brunet",
            name="Elodie Brunet",
            type=ActorType.PERSON,
            aliases=("Brunet", "Madame Brunet", "Élodie Brunet"),
            roles=("Minister · Norrland",),
            state="Norrland",
            mentions=8,
            briefings=3,
            home=identity(1),
        ),
    )


def test_a_person_is_not_a_place_but_an_organisation_may_be_a_company(tmp_path: Path) -> None:
    found = known(
        tmp_path,
        (
            actor("Varda"),
            Actor("a9", "Varda", ActorType.STATE, mentions=()),
            actor("Norrbank", ActorType.COMPANY),
        ),
        (actor("Norrbank", ActorType.COMPANY),),
        (actor("NORRBANK", ActorType.ORGANIZATION),),
    )
    assert [(one.key, one.type.value, one.briefings) for one in found] == [
        ("body:norrbank", "company", 3),
        ("person:varda", "person", 1),
        ("territory:varda", "state", 1),
    ]


def test_a_place_that_takes_no_stand_is_not_listed(tmp_path: Path) -> None:
    assert known(tmp_path, (actor("Harbour Town", ActorType.PLACE),)) == ()


def test_the_most_mentioned_comes_first(tmp_path: Path) -> None:
    found = known(
        tmp_path, (actor("Ruiz", mentions=2), actor("Okafor")), (actor("Okafor", mentions=3),)
    )
    assert [(one.name, one.mentions) for one in found] == [("Okafor", 4), ("Ruiz", 2)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jean-Luc Étienne", "jean luc etienne"),
        ("U.N.", "UN"),
        ("O’Hara", "O'Hara"),
        ("  North   Union ", "North Union"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@given(st.text(min_size=1))
def test_a_normalised_name_is_never_empty_and_does_not_depend_on_case(name: str) -> None:
    assert normalised(name)
    assert normalised(name) == normalised(name.casefold())


@pytest.mark.parametrize(
    ("role", "label"),
    [
        (Role("President", NOWHERE, state="Norrland"), "President · Norrland"),
        (Role("President of Norrland", NOWHERE, state="Norrland"), "President of Norrland"),
        (Role("economist", NOWHERE, "Varda Bank"), "economist · Varda Bank"),
        (Role("industry chief", NOWHERE, state="US"), "industry chief · US"),
        (Role("", NOWHERE, state="Norrland"), "Norrland"),
    ],
)
def test_a_role_in_one_line(role: Role, label: str) -> None:
    assert role.label == label
