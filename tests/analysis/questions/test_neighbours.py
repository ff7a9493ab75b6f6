"""Of two sentences that look alike, one leaves something open and the other does not."""

from __future__ import annotations

import pytest

from briefings.briefing import QuestionKind
from tests.analysis.questions.conftest import Asked

OPEN = [
    (QuestionKind.AWAITED, "All signs point to the king abdicating in May."),
    (QuestionKind.UNKNOWN, "The ministry would not offer details of the sale or the buyer."),
    (QuestionKind.UNKNOWN, "The bank said it did not have numbers to show how many had left."),
    (QuestionKind.UNKNOWN, "The envoy declined to confirm or deny the report."),
    (QuestionKind.DISPUTED, "The mayor said that the paper was unfairly judging her record."),
    (QuestionKind.DISPUTED, "The union takes issue with the new clause."),
    (QuestionKind.CONTINGENT, "She could not see herself voting for it if the tax rises."),
    (QuestionKind.AWAITED, "The committee will discuss the pact on Friday."),
    (QuestionKind.DOUBT, "The partners are concerned about the cost."),
    (QuestionKind.AWAITED, "The verdict is expected on Friday."),
    (QuestionKind.DOUBT, "The auditor says many schools will increase their fees."),
    (QuestionKind.UNKNOWN, "The envoy will talk to both sides to see if a truce is possible."),
    (QuestionKind.CONTINGENT, "The firm would join only if a bank were able to pay."),
    (QuestionKind.DOUBT, "It will be tough for Lund to win the vote."),
    (QuestionKind.CONTINGENT, "A win there could help the party."),
    (QuestionKind.UNKNOWN, "Police are treating the fire as suspicious."),
    (QuestionKind.UNKNOWN, "The council wants answers about the missing funds."),
    (QuestionKind.UNKNOWN, "The outcome of the vote is hard to predict."),
    (QuestionKind.UNKNOWN, "The report leaves several questions unanswered."),
    (QuestionKind.CONTINGENT, "Everything depends on the weather."),
    (QuestionKind.CONTINGENT, "The treaty takes effect only after all members ratify it."),
    (QuestionKind.DISPUTED, "The two governments give different accounts of the clash."),
    (QuestionKind.DISPUTED, "The government disputes the figures."),
    (QuestionKind.DISPUTED, "The law is being challenged in court."),
    (QuestionKind.UNDECIDED, "The governor declined to take a position on the bill."),
    (QuestionKind.UNDECIDED, "The two sides appeared no closer to an agreement."),
    (QuestionKind.UNDECIDED, "The senator said he was leaning toward voting no."),
    (QuestionKind.AWAITED, "Norland has given the rebels until Friday to withdraw."),
    (QuestionKind.AWAITED, "The president has two weeks to respond."),
    (QuestionKind.AWAITED, "The ministry has promised an answer by June."),
    (QuestionKind.UNDECIDED, "Pressure is mounting on the chairman to quit."),
    (QuestionKind.UNDECIDED, "The talks ended without a deal."),
    (QuestionKind.UNDECIDED, "The mayor said no decision had been made."),
    (QuestionKind.UNKNOWN, "Whether the law applies to foreigners has never been tested."),
    (QuestionKind.CONTINGENT, "The treaty is not binding until it is ratified."),
    (QuestionKind.DISPUTED, "The dispute has dragged on for months."),
    (QuestionKind.DOUBT, "The firm's future looks bleak."),
    (QuestionKind.DOUBT, "The letter raises a level of doubt about the sale."),
    (QuestionKind.UNDECIDED, "The post won't go to Lund, at least not yet."),
    (QuestionKind.UNKNOWN, "The editor asked, but did not receive answers about the loan."),
    (QuestionKind.DOUBT, "Residents have been told they may have to leave."),
]
SETTLED = [
    "But neither side takes the issue seriously.",
    "It is hard to answer no to that.",
    "Members have not looked into the sale.",
    "He answers every inquiry himself.",
    "The crew might have been saved if a boat had come in time.",
    "A recount of the votes could not be done.",
    "It is not a question of whether they can pay.",
    "The critics may blame trade, but the real cause lies elsewhere.",
    "The team did not respond in kind.",
    "About 30,000 visitors are expected this year.",
    "Growth is expected to rise to three percent.",
    "The island has not voted for a liberal in decades.",
    "She challenged her own ministers to be humbler.",
    "Lund, a host, will interview the author on Friday.",
    "If anyone wonders why the bridge is late, this report is the proof.",
    "Donors are most concerned with winning.",
    "If it wasn't for her help, the school would be closed.",
    "He may want to check the figures again.",
    "If the poll is any guide, the party is strong.",
    "While she may be able to win applause, her words are false.",
    "The delay was likely due to the rain.",
    "Some may recall the older case.",
    "Each had a different view of the bridge.",
    "The speaker failed to mention the fire of last year.",
    "Judges should not weigh in on the vote.",
    "The host said the members will meet for drinks.",
]


@pytest.mark.parametrize(("kind", "text"), OPEN)
def test_this_is_open(asked: Asked, kind: QuestionKind, text: str) -> None:
    assert kind in {question.kind for question in asked(text)}


@pytest.mark.parametrize("text", SETTLED)
def test_this_is_settled(asked: Asked, text: str) -> None:
    assert asked(text) == ()


def test_who_gave_no_answer_is_asked_again(asked: Asked) -> None:
    (question,) = asked("A spokesman for the port did not respond to a request for comment.")

    assert question.text == "What does a spokesman for the port say?"


def test_a_quotation_keeps_the_spaces_around_marks_that_it_leaves_out(asked: Asked) -> None:
    (question,) = asked("She\N{NO-BREAK SPACE}has been under fire for the “late” bill.")

    assert "She has been" in question.text or "the late bill" in question.text


def test_the_day_that_opens_a_sentence_is_nobody_to_be_asked(asked: Asked) -> None:
    (question,) = asked("On Saturday, the union called on the governor to resign.")

    assert question.text == "Will the governor resign?"
