"""Those whom a text only describes."""

from __future__ import annotations

import pytest

from briefings.briefing import ActorType
from tests.analysis.actors.conftest import Finder


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A Danish judge ordered the release of two men.", "Danish judge", ActorType.PERSON),
        (
            "Opposition groups in Chad called for a vote.",
            "Opposition groups in Chad",
            ActorType.GROUP,
        ),
        (
            "A radical party based in Peru refused to talk.",
            "radical party based in Peru",
            ActorType.PARTY,
        ),
        ("Dockers in Oslo threatened to strike.", "Dockers in Oslo", ActorType.GROUP),
        ("Thousands of shopkeepers rejected the tax.", "shopkeepers", ActorType.GROUP),
        ("State-run radio blamed the rebels.", "State-run radio", ActorType.MEDIA),
        ("The tax was rejected by a regional governor.", "regional governor", ActorType.PERSON),
        ("The ministry said rates would rise.", "ministry", ActorType.GOVERNMENT),
    ],
)
def test_who_takes_a_stand_is_an_actor_by_description(
    found: Finder, text: str, name: str, kind: ActorType
) -> None:
    assert found(text)[name].type is kind


@pytest.mark.parametrize(
    "text",
    [
        "Ada Okafor sent a letter to a judge.",
        "No judge said so.",
        "The papers said little, and a man in the street said less.",
    ],
)
def test_who_takes_no_stand_or_is_nobody_is_none(found: Finder, text: str) -> None:
    assert found(text).names <= {"Ada Okafor"}


def test_the_same_description_is_one_actor(found: Finder) -> None:
    actors = found("A Danish judge ordered an inquiry. The judge said she was ill.")
    assert actors.words("Danish judge")[:2] == ["A Danish judge", "The judge"]


def test_a_pronoun_may_stand_for_somebody_without_a_name(found: Finder) -> None:
    actors = found("The judge said the case was over. He called the delay a shame.")
    assert actors.words("judge") == ["The judge", "He"]


def test_a_description_of_the_only_bearer_is_his(found: Finder) -> None:
    actors = found("Senator Tom Okafor spoke in Oslo. The senator refused to resign.")
    assert actors.names == {"Tom Okafor", "Oslo"}


def test_an_epithet_brings_in_nobody(found: Finder) -> None:
    actors = found("Tom Okafor met reporters. The billionaire refused to answer.")
    assert actors.names == {"Tom Okafor"}


def test_a_newspaper_named_before_is_not_another_one(found: Finder) -> None:
    actors = found("The New York Times called for a vote. The liberal newspaper rejected the plan.")
    assert actors.names == {"New York Times"}


def test_nobody_speaks_of_himself_by_name(found: Finder) -> None:
    actors = found(
        "Peter Voss praised the plan. “Paul Marsh is our best man, and he will win,” he continued."
    )
    assert actors.words("Peter Voss") == ["Peter Voss", "he"]
