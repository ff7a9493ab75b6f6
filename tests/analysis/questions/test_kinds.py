"""The six kinds: a sentence, why it leaves something open, and what it leaves open."""

from __future__ import annotations

import pytest

from briefings.briefing import QuestionKind
from tests.analysis.questions.conftest import Asked

UNKNOWN = [
    ("It was not immediately clear who had lit the fire.", "Who had lit the fire?"),
    ("Officials have not said why the ferry was turned back.", "Why was the ferry turned back?"),
    (
        "The ministry declined to say how many passengers were hurt.",
        "How many passengers were hurt?",
    ),
    ("It remains to be seen whether the truce will hold.", "Will the truce hold?"),
    ("Police are investigating whether the seal was forged.", "Was the seal forged?"),
    (
        "The probe into the harbour fire continues.",
        "What will the probe into the harbour fire find?",
    ),
    ("Nobody knows who paid for the bridge.", "Who paid for the bridge?"),
    ("The storm may have cut the cable.", "Did the storm cut the cable?"),
    ("No reason was given for the delay.", "What is known about the delay?"),
]
CONTINGENT = [
    ("If the dam breaks, the valley will flood.", "Will the dam break?"),
    ("Should the talks fail, the army would close the border.", "Will the talks fail?"),
    (
        "The opposition will not vote for the budget unless taxes are cut.",
        "Will taxes be cut?",
    ),
    (
        "Peace remains contingent upon Norland's willingness to negotiate.",
        "Will Norland be willing to negotiate?",
    ),
    (
        "The sale of the port hinges on the regulator's consent.",
        "How will the regulator's consent turn out?",
    ),
]
DISPUTED = [
    (
        "The fishing treaty remains a contentious issue with Norland.",
        "How will the dispute over the fishing treaty be settled?",
    ),
    (
        "The union rejects the plan to close the harbour.",
        "How will the dispute over the plan to close the harbour be settled?",
    ),
    (
        "Lawmakers are divided over the tax on sugar.",
        "How will the dispute over the tax on sugar be settled?",
    ),
    (
        "The battle over the harbour continues in the courts.",
        "How will the dispute over the harbour be settled?",
    ),
]
UNDECIDED = [
    ("The council is considering closing the market.", "Will the council close the market?"),
    ("The senator has yet to sign the bill.", "Will the senator sign the bill?"),
    ("Norland called on the court to block the new rules.", "Will the court block the new rules?"),
    (
        "Not all members are prepared to pay for the mission.",
        "Which members are prepared to pay for the mission?",
    ),
    ("The deal has been under discussion for months.", "What will come of the deal?"),
]
AWAITED = [
    (
        "The court will rule on the merger on Monday.",
        "Will the court rule on the merger on Monday?",
    ),
    ("The verdict is expected next week.", "What will the verdict be?"),
    ("The board is set to vote on the merger.", "Will the board vote on the merger?"),
    ("The island holds its election on Sunday.", "Will the island hold its election on Sunday?"),
]
DOUBT = [
    ("The delay raises doubts about the budget.", "How justified are the doubts about the budget?"),
    ("Farmers fear that the dam will burst.", "Will the dam burst?"),
    ("The deal is unlikely to survive the winter.", "Will the deal survive the winter?"),
    ("It is hard to see how the plan would work.", "How would the plan work?"),
    ("The ruling could derail the merger.", "Could the ruling derail the merger?"),
]
CASES = [
    (kind, sentence, question)
    for kind, rows in (
        (QuestionKind.UNKNOWN, UNKNOWN),
        (QuestionKind.CONTINGENT, CONTINGENT),
        (QuestionKind.DISPUTED, DISPUTED),
        (QuestionKind.UNDECIDED, UNDECIDED),
        (QuestionKind.AWAITED, AWAITED),
        (QuestionKind.DOUBT, DOUBT),
    )
    for sentence, question in rows
]


@pytest.mark.parametrize(("kind", "sentence", "question"), CASES)
def test_a_sentence_leaves_this_open(
    asked: Asked, kind: QuestionKind, sentence: str, question: str
) -> None:
    found = asked(sentence)

    assert [(q.kind, q.text) for q in found] == [(kind, question)]


def test_one_sentence_may_leave_two_matters_open(asked: Asked) -> None:
    found = asked("Ministers are weighing a ban on nets, although fishermen oppose the quota.")

    assert [q.kind for q in found] == [QuestionKind.UNDECIDED, QuestionKind.DISPUTED]


def test_the_cue_is_where_the_text_says_so(asked: Asked) -> None:
    text = "The mayor spoke. It remains unclear who will pay for the bridge."
    (question,) = asked(text)

    assert question.cue.of(text) == "remains unclear"
    assert question.sentence.of(text) == "It remains unclear who will pay for the bridge."
