"""Those who act without a name."""

from __future__ import annotations

import pytest

from briefings.briefing import ActorType
from tests.analysis.actors.conftest import Finder


def test_officials_of_a_state_belong_to_it(found: Finder) -> None:
    actors = found("Russian officials said they would not attend. The officials gave no reason.")
    assert actors["Russian officials"].type is ActorType.GROUP
    assert actors["Russian officials"].state == "Russia"
    assert actors.words("Russian officials") == ["Russian officials", "they", "The officials"]


def test_a_collective_that_acts_is_one_actor(found: Finder) -> None:
    actors = found("The coalition agreed to pay. Critics of the coalition's plan were few.")
    assert actors.words("coalition") == ["The coalition", "the coalition"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The talks left some European leaders wary of the plan.", "European leaders"),
        ("Two hundred rebels were ready to fight, and the rebels' demand was clear.", "rebels"),
        ("According to prosecutors, the money is gone.", "prosecutors"),
    ],
)
def test_speaking_holding_a_stance_or_being_a_source_makes_a_group(
    found: Finder, text: str, name: str
) -> None:
    assert found(text)[name].type is ActorType.GROUP


def test_forces_of_a_state_are_an_armed_force(found: Finder) -> None:
    actors = found("Shells fell on Ukrainian forces near the river.")
    assert actors["Ukrainian forces"].type is ActorType.ARMED_FORCE
    assert actors["Ukrainian forces"].state == "Ukraine"


def test_a_government_named_by_adjective_is_a_government(found: Finder) -> None:
    actors = found("The Polish government rejected the proposal.")
    assert actors["Polish government"].type is ActorType.GOVERNMENT
    assert actors["Polish government"].state == "Poland"


def test_what_a_sentence_only_mentions_is_no_group(found: Finder) -> None:
    assert found("Ruth Okafor gave flowers to voters.").names == {"Ruth Okafor"}


def test_two_leaders_are_the_two_that_were_named(found: Finder) -> None:
    actors = found("Claude Morel met Eva Brandt. The two leaders said they would meet again.")
    assert actors.names == {"Claude Morel", "Eva Brandt"}
