"""How a question is put: short, grammatical, and to be understood without the text."""

from __future__ import annotations

import pytest

from briefings.analysis.questions.clauses import MAX_LENGTH
from tests.analysis.questions.conftest import Asked


def test_a_pronoun_gives_way_to_the_name(asked: Asked) -> None:
    text = "Ana Ruiz spoke on Monday. Ruiz has yet to say whether she will run."
    (question,) = asked(text, ("Ana Ruiz", "Ruiz", "she"))

    assert question.text == "Will Ruiz run?"


def test_a_name_is_not_said_twice(asked: Asked) -> None:
    text = "It is unclear whether Ana Ruiz will sell her shares."
    (question,) = asked(text, ("Ana Ruiz", "her"))

    assert question.text == "Will Ana Ruiz sell her shares?"


def test_a_pronoun_nobody_can_resolve_stays_in_the_words_of_the_text(asked: Asked) -> None:
    (question,) = asked("If that happens, it will be closed.")

    assert question.text == "“If that happens”: what will happen?"


def test_a_demand_asks_whether_the_one_addressed_will_comply(asked: Asked) -> None:
    (question,) = asked("Residents asked the court to stop the works.")

    assert question.text == "Will the court stop the works?"


def test_asides_and_relative_clauses_go(asked: Asked) -> None:
    (question,) = asked(
        "If the dam, which was built by prisoners, breaks this spring, the valley will flood."
    )

    assert question.text == "Will the dam break this spring?"


@pytest.mark.parametrize(
    "sentence",
    [
        "Officials have not said whether the winding road along the northern shore of the lake"
        " beside the old monastery will be open to heavy vehicles in the coming winter months.",
        "If the committee of the regional assembly of the northern islands and the council of the"
        " southern harbour towns agree on the terms of the treaty, the ferry will sail again.",
    ],
)
def test_a_long_clause_is_cut_at_whole_phrases(asked: Asked, sentence: str) -> None:
    (question,) = asked(sentence)

    assert len(question.text) <= MAX_LENGTH
    assert question.text.endswith("?")


def test_the_topic_is_a_noun_phrase_without_article(asked: Asked) -> None:
    (question,) = asked("The council is considering a curfew in the old town.")

    assert question.topic == "curfew in the old town"


def test_quotation_marks_and_brackets_leave_no_trace(asked: Asked) -> None:
    (question,) = asked("It is unclear whether the “final” offer (a loan) will be accepted.")

    assert question.text == "Will the final offer be accepted?"


def test_who_has_not_chosen_is_asked_for_the_decision(asked: Asked) -> None:
    (question,) = asked("Ana Ruiz has not made a choice.", ("Ana Ruiz",))

    assert question.text == "What will Ana Ruiz decide?"
