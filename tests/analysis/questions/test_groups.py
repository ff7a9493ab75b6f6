"""Statements of one matter stand together, and what has nothing in common stands apart."""

from __future__ import annotations

from briefings.briefing import Question
from tests.analysis.questions.conftest import Asked

RUIZ = ("Ana Ruiz", "Ruiz", "she", "her")
OKAFOR = ("Dan Okafor", "Okafor", "he", "his")


def leads(questions: tuple[Question, ...]) -> list[Question]:
    return [question for question in questions if not question.group]


def test_two_statements_of_one_matter_are_a_group(asked: Asked) -> None:
    questions = asked(
        "It is unclear whether the council will close the harbour market.\n\n"
        "Fishermen oppose the closure of the harbour market."
    )

    assert [q.text for q in leads(questions)] == ["Will the council close the harbour market?"]
    assert {q.group for q in questions if q.group} == {leads(questions)[0].id}


def test_the_clearest_statement_leads_wherever_it_stands(asked: Asked) -> None:
    questions = asked(
        "The dispute over the sale of the old shipyard goes on.\n\n"
        "It is unclear whether the city will allow the sale of the old shipyard."
    )

    assert [q.text for q in leads(questions)] == [
        "Will the city allow the sale of the old shipyard?"
    ]
    assert questions[0].group == questions[1].id


def test_other_words_for_the_same_thing(asked: Asked) -> None:
    questions = asked("It is unclear whether the truce will hold.\n\nThe ceasefire may not hold.")

    assert len(leads(questions)) == 1


def test_what_two_people_may_do_are_two_matters(asked: Asked) -> None:
    questions = asked(
        "It is unclear whether Ana Ruiz will publish the letters.\n\n"
        "It is unclear whether Dan Okafor will publish the letters.",
        RUIZ,
        OKAFOR,
    )

    assert len(leads(questions)) == 2


def test_two_figures_are_two_matters(asked: Asked) -> None:
    questions = asked(
        "It is unclear whether the wage will be raised by 2030.\n\n"
        "It is unclear whether the wage will be raised by 2050."
    )

    assert len(leads(questions)) == 2


def test_one_word_in_common_joins_nothing(asked: Asked) -> None:
    questions = asked(
        "It is unclear whether the council will build the bridge.\n\n"
        "It is unclear whether the council will sell the hospital."
    )

    assert len(leads(questions)) == 2


def test_a_group_is_always_led_by_a_question_that_leads(asked: Asked) -> None:
    questions = asked(
        "Talks continue.\n\nIf talks stall, the army will act.\n\nThe talks could collapse."
    )
    leading = {q.id for q in leads(questions)}

    assert leading
    assert {q.group for q in questions if q.group} <= leading
