"""What a reader can say of positions and of open questions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.briefing import Polarity, Position, Question, QuestionKind, Stance, Strength
from briefings.corrections import (
    AddPosition,
    AddQuestion,
    Correction,
    HidePosition,
    HideQuestion,
    Rephrase,
    SetCondition,
    SetHolders,
    SetPolarity,
    SetQuestionKind,
    SetResolvers,
    SetStance,
    SetStrength,
    SetTargets,
    SetTopic,
)
from tests.corrections.examples import (
    AGAINST,
    ANCHORS,
    DEMAND,
    FOUND,
    LATE,
    PAYING,
    PROMISE,
    THIRD,
    at,
    corrected,
    passage,
    reason,
)

POSITION = ANCHORS.position("p3")
QUESTION = ANCHORS.question("q1")
BRANDT = ANCHORS.actor("a2")
NORRLAND = ANCHORS.actor("a3")


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        (SetHolders(POSITION, (NORRLAND, BRANDT)), replace(DEMAND, holders=("a3", "a2"))),
        (SetTargets(POSITION, ()), replace(DEMAND, targets=())),
        (SetStance(POSITION, Stance.WARNS), replace(DEMAND, stance=Stance.WARNS)),
        (SetStrength(POSITION, Strength.FIRM), replace(DEMAND, strength=Strength.FIRM)),
        (SetPolarity(POSITION, Polarity.NEGATIVE), replace(DEMAND, polarity=Polarity.NEGATIVE)),
        (SetTopic(POSITION, " the  tunnel"), replace(DEMAND, topic="the tunnel")),
        (SetCondition(POSITION, None), replace(DEMAND, condition=None)),
        (SetCondition(POSITION, passage("are late")), replace(DEMAND, condition=at("are late"))),
    ],
    ids=lambda value: type(value).__name__,
)
def test_one_thing_of_a_position_is_changed(correction: Correction, expected: Position) -> None:
    assert corrected(correction).positions == (PROMISE, AGAINST, expected)


def test_a_position_is_hidden() -> None:
    assert corrected(HidePosition(POSITION)).positions == (PROMISE, AGAINST)
    assert reason(HidePosition(POSITION), HidePosition(POSITION)) == (
        "The position “a tunnel” is not found here any more."
    )


def test_a_position_needs_a_holder() -> None:
    assert "hide it instead" in reason(SetHolders(POSITION, ()))
    assert "choose a holder" in reason(AddPosition((), Stance.WARNS, (passage("his fish"),)))
    assert "select the words" in reason(AddPosition((BRANDT,), Stance.WARNS, ()))


FEAR = AddPosition(
    (ANCHORS.actor("a1"),),
    Stance.WARNS,
    (passage("for his fish"),),
    (passage("fears"),),
    Strength.TENTATIVE,
    topic="fish",
)


def test_a_position_is_added_where_it_stands_in_the_text() -> None:
    briefing = corrected(FEAR)

    assert [position.id for position in briefing.positions] == ["p1", "p2", "u1", "p3"]
    added = briefing.positions[2]
    assert added in briefing.stands
    assert (added.stance, added.strength, added.topic) == (Stance.WARNS, Strength.TENTATIVE, "fish")
    assert (added.sentence, added.cue) == (THIRD, (at("fears"),))
    without_cue = corrected(replace(FEAR, cue=())).positions[2]
    assert (without_cue.cue, without_cue.sentence) == ((), THIRD)


def test_an_added_position_that_is_found_now_is_not_there_twice() -> None:
    found = replace(FOUND, positions=(*FOUND.positions, replace(AGAINST, holders=("a2",))))
    same = AddPosition(
        (BRANDT,), Stance.DENIES, (passage("the plan"),), (passage("opposes"),), Strength.FIRM
    )

    last = corrected(same, found=found).positions
    assert last == (*FOUND.positions, replace(AGAINST, holders=("a2",), stance=Stance.DENIES))


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        (Rephrase(QUESTION, " Who\tpays? "), replace(PAYING, text="Who pays?")),
        (
            SetQuestionKind(QUESTION, QuestionKind.DISPUTED),
            replace(PAYING, kind=QuestionKind.DISPUTED),
        ),
        (SetResolvers(QUESTION, (NORRLAND,)), replace(PAYING, resolvers=("a3",))),
    ],
    ids=lambda value: type(value).__name__,
)
def test_one_thing_of_a_question_is_changed(correction: Correction, expected: Question) -> None:
    assert corrected(correction).questions == (LATE, expected)


def test_a_question_keeps_some_words() -> None:
    assert reason(Rephrase(QUESTION, "  ")) == "The question is empty."


def test_another_question_speaks_for_a_group_whose_first_is_hidden() -> None:
    third = replace(LATE, id="q3", cue=at("late"), text="How late?")
    found = replace(FOUND, questions=(*FOUND.questions, third))

    left = corrected(HideQuestion(QUESTION), found=found).questions
    assert left == (replace(LATE, group=""), replace(third, group="q2"))


def test_a_question_is_added_where_it_stands_in_the_text() -> None:
    added = AddQuestion(
        passage("he fears"), "What does he fear?", QuestionKind.DOUBT, (BRANDT,), "fish"
    )
    question = corrected(added).questions[0]

    assert (question.id, question.sentence, question.cue) == ("u1", THIRD, at("he fears"))
    assert (question.kind, question.resolvers) == (QuestionKind.DOUBT, ("a2",))
    assert corrected(added, replace(added, kind=QuestionKind.AWAITED)).questions == (
        replace(question, kind=QuestionKind.AWAITED),
        LATE,
        PAYING,
    )
