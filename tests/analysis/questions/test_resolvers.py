"""Who can settle it: the decider, both parties, the party of a condition; never the doubter."""

from __future__ import annotations

from briefings.briefing import Question
from tests.analysis.questions.conftest import Asked


def only(questions: tuple[Question, ...]) -> Question:
    (question,) = questions
    return question


def test_the_decider_of_what_is_undecided(asked: Asked) -> None:
    found = asked("Norland is considering closing the port.", ("Norland",))

    assert only(found).resolvers == ("a1",)


def test_the_one_addressed_by_a_demand(asked: Asked) -> None:
    found = asked("Ilvania urged Norland to withdraw its troops.", ("Ilvania",), ("Norland",))

    assert only(found).resolvers[0] == "a2"


def test_both_parties_of_a_dispute(asked: Asked) -> None:
    text = "Ilvania disagrees with Norland over the border."
    found = asked(text, ("Ilvania",), ("Norland",))

    assert set(only(found).resolvers) == {"a1", "a2"}


def test_the_party_whose_act_a_condition_is(asked: Asked) -> None:
    text = "Peace hinges on Norland's readiness to compromise."
    found = asked(text, ("Norland",))

    assert only(found).resolvers == ("a1",)


def test_what_a_doubt_is_about_and_not_the_doubter(asked: Asked) -> None:
    text = "Ilvania fears that Norland will close the strait."
    found = asked(text, ("Ilvania",), ("Norland",))

    assert only(found).resolvers == ("a2",)


def test_whoever_the_matter_belongs_to(asked: Asked) -> None:
    found = asked("Critics have called for the resignation of Ana Ruiz.", ("Ana Ruiz",))

    assert only(found).resolvers == ("a1",)


def test_whoever_acts_if_nobody_else_is_named(asked: Asked) -> None:
    found = asked("Norland declined to weigh in on the merger.", ("Norland",))

    assert only(found).resolvers == ("a1",)
