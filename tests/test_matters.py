"""Questions on one matter stand together, and none is lost."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefings.briefing import Briefing, Question, QuestionKind
from briefings.document import Span

HERE = Span(0, 1)


def question(number: int, group: str = "") -> Question:
    return Question(f"q{number}", QuestionKind.UNKNOWN, HERE, HERE, "Who?", group=group)


def matters(*questions: Question) -> list[list[str]]:
    found = replace(Briefing("0", "1"), questions=questions).matters
    return [[lead.id, *(other.id for other in others)] for lead, others in found]


def test_the_clearest_statement_comes_first() -> None:
    assert matters(question(1, "q2"), question(2), question(3)) == [["q2", "q1"], ["q3"]]


def test_without_its_clearest_statement_a_question_stands_for_itself() -> None:
    assert matters(question(1, "q9"), question(2)) == [["q1"], ["q2"]]


@given(st.lists(st.integers(0, 6), max_size=6))
def test_no_question_is_lost(groups: list[int]) -> None:
    rows = [question(number, f"q{group}") for number, group in enumerate(groups, start=1)]
    found = [identity for matter in matters(*rows) for identity in matter]
    assert sorted(found) == sorted(row.id for row in rows)
