"""What only looks open: the past, asides, talk, rhetoric, and what holds of everybody."""

from __future__ import annotations

import pytest

from tests.analysis.questions.conftest import Asked

SETTLED = {
    "a deliberation long over": "The council had weighed a curfew in 1998.",
    "a condition contrary to fact": "If he had signed, the strike would have ended.",
    "an inquiry that is over": "The inquiry found no wrongdoing.",
    "a habit of anybody": "If you ask politely, you usually get an answer.",
    "what it takes": "As if nothing had happened, the mayor went on.",
    "campaign talk": "“We are going to win,” Ruiz said.",
    "an attack on a person": "Ruiz slammed the mayor.",
    "a rhetorical question": "“Is she really so naive?” asked Ruiz.",
    "taking somebody for something": "Many would consider Ruiz a friend.",
    "a finished fact": "The port was closed in March and reopened a week later.",
    "what was feared then": "At the time, the mayor feared that the dam would burst.",
    "what was asked before it was over": "Before the vote, Ruiz called for a boycott.",
    "a vote that has been won": "Ruiz spoke of her victory in Tuesday's runoff.",
    "a rhetorical how": "And how could she keep making that mistake?",
    "an answered question": "Did the inquiry find reasons to act?",
    "a plan of old": "The mayor repeated the original call for an inquiry.",
    "what nobody minds": "“I don't care if it rains,” the coach said.",
    "a guess that was answered": "Many speculated that she was ill, but she came.",
    "refusing to oppose": "The minister refuses to disavow the pact.",
    "a rule without exception": "No treaty has ever been broken.",
    "whom one tells": "Ruiz will tell the members who oppose it to leave.",
    "what a reporter asks": "The host asked Norland to describe its plan.",
    "an attempt long over": "Ruiz had been trying to oust the mayor.",
    "a plain appearance": "Ruiz will be attending the fair on Saturday.",
    "however hard they try": "No matter how hard they push to win, we are ahead.",
    "no words minced": "The mayor minced no words on Tuesday.",
    "a wait that is over": "She had to wait a year for a vote.",
    "a saying": "Desperate times call for desperate measures.",
    "what voters would consider": "Half the voters said they would consider voting for Ruiz.",
    "a nomination that is settled": "The nominee will not be confirmed.",
    "how hard it is": "It was a very difficult investigation.",
    "the parties in opposition": "The speech pleases the opposition.",
    "a message mislaid": "The clerk failed to pass on the message.",
    "where all eyes are": "Everybody is looking at Norland.",
    "what one must not do": "They are required to keep it, not say a word of it.",
    "few traces": "There are few signs of a campaign in the town.",
    "plain news": "The mayor opened the new bridge and thanked the workers.",
}


@pytest.mark.parametrize("sentence", SETTLED.values(), ids=SETTLED.keys())
def test_nothing_is_open(asked: Asked, sentence: str) -> None:
    assert asked(sentence) == ()


def test_an_aside_counts_for_less(asked: Asked) -> None:
    aside = "The firm, which opposes the tariff, sells nets."

    assert asked("The firm opposes the tariff.")
    assert not asked(aside)
