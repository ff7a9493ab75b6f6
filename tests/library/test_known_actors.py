"""When actors of different briefings are one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.briefing import Actor, ActorType, Mention, MentionKind, Role
from briefings.library import KnownActor, Library
from briefings.library.known import normalised
from tests.library.examples import NOWHERE, actor, article, briefing_of
from tests.library.stories import PORT_DOCUMENT, fill


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


def described(name: str, type: ActorType, state: str = "") -> Actor:
    """Whom a text only describes; twice, so that it is listed."""
    return Actor(f"a-{name}", name, type, (Mention(NOWHERE, MentionKind.NOMINAL),) * 2, state=state)


def test_who_is_only_described_is_known_to_one_briefing(tmp_path: Path) -> None:
    minister = described("prime minister", ActorType.PERSON)
    farmers = described("farmers", ActorType.GROUP)
    officials = described("Norrland officials", ActorType.GROUP, state="Norrland")
    found = known(tmp_path, (minister, farmers, officials), (minister, farmers, officials))
    assert [(one.name, one.briefings) for one in found] == [("Norrland officials", 2)]


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


def test_a_lone_surname_is_offered_and_not_linked(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        known(tmp_path, (actor("Joan Clinton", mentions=3), actor("Ruiz")), (actor("Clinton"),))
        assert library.actor("person:clinton") != library.actor("person:joan clinton")
        assert [one.name for one in library.candidates("person:clinton")] == ["Joan Clinton"]
        assert library.candidates("person:ruiz") == ()
        assert library.candidates("person:joan clinton") == ()
        document = article("Another text")
        library.add(document, briefing_of(document, actor("Mary Clinton", mentions=5)))
        assert [one.name for one in library.candidates("person:clinton")] == [
            "Mary Clinton",
            "Joan Clinton",
        ]


def test_where_an_actor_appears_and_what_it_was_then(tmp_path: Path) -> None:
    with fill(Library.open(tmp_path / "library.db")) as library:
        dates = [one.published for one in library.appearances("territory:maravia")]
        assert [one.date if one else None for one in dates] == ["2031-04", "2031-03-09"]
        [second] = library.appearances("territory:maravia", limit=1, offset=1)
        assert (second.briefing, second.actor, second.mentions) == (PORT_DOCUMENT.id, "a3", 1)
        [role] = library.roles_of("person:petra lindqvist")
        assert (role.label, role.first, role.last, role.briefings) == (
            "Foreign Minister",
            "2031-03-09",
            "2031-03-09",
            1,
        )
        assert library.appearances("person:nobody") == ()


def test_what_an_actor_holds_and_can_settle(tmp_path: Path) -> None:
    with fill(Library.open(tmp_path / "library.db")) as library:
        assert [(one.label, one.topic) for one in library.positions_of("territory:maravia")] == [
            ("supports", "ceasefire"),
            ("demands", "fishing boats"),
        ]
        [question] = library.questions_for("territory:orland")
        assert question.text == "Will the talks in Łódź go on?"
        assert question.passage == "It is unclear whether the talks in Łódź will go on."
        assert library.positions_of("territory:maravia", limit=1, offset=1)[0].id == "p2"
