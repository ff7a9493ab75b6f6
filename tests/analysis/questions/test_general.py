"""What grammar alone leaves open: no word of the sentence need be in a list of its matter."""

from __future__ import annotations

import pytest

from briefings.briefing import QuestionKind
from tests.analysis.questions.conftest import Asked

OPEN = {
    QuestionKind.UNKNOWN: [
        "An investigation into the collapse has been opened.",
        "The source of the outbreak has eluded health officials for weeks.",
        "Nothing has been heard from the crew since Tuesday evening.",
        "The general is thought to be planning a coup.",
        "Scientists still do not understand why the bees are dying.",
        "The envoys are waiting for word on who will chair the board.",
        "The spokesman did not elaborate.",
        "Lund declined to weigh in on the merger.",
    ],
    QuestionKind.CONTINGENT: [
        "He faces up to ten years in prison if convicted.",
        "Whoever wins will face a divided parliament.",
        "Rejection would end the talks.",
        "The players will lose their bonus should they fail to qualify.",
        "Okafor, who has threatened to leave unless she is paid, said nothing.",
        "The deal would last a year and must be approved by the members.",
        "If the court agrees, it intends to hear the case in May.",
    ],
    QuestionKind.DISPUTED: [
        "Okafor says she never signed the letter.",
        "“We have never asked for money,” the mayor said.",
        "Both parties claimed victory after Sunday's vote.",
        "Lund said the auditor was wrong to blame the crew.",
        "The governor's decision was met with outrage in the capital.",
    ],
    QuestionKind.UNDECIDED: [
        "The ministry is drawing up plans for a new railway line to the coast.",
        "Norland is conducting talks with its creditors.",
        "The case is ongoing.",
        "The court agreed to hear the case.",
        "A bill to legalise the drug is before the upper house.",
        "The plan has been sent to the governor for his signature.",
    ],
    QuestionKind.AWAITED: [
        "The suspect will appear in court on Tuesday.",
        "The deficit will end this year, the office said.",
        "The storm is forecast to make landfall on Thursday.",
    ],
    QuestionKind.DOUBT: [
        "The verdict could split the party.",
        "The minister said the danger is that it could spread.",
        "The envoy believes the truce will hold until spring.",
        "The ruling will probably stand.",
        "It’s unlikely the nomination will go anywhere.",
        "The coach is optimistic that the strike will end.",
        "The idea faces a deeply uncertain future.",
        "The harvest is threatened by a plague of locusts.",
        "The method has never been tested on people.",
    ],
}
NOT_OPEN = [
    "From the roof she could hear the crowd.",
    "They found they could no longer open the door.",
    "I think the soup may be cold.",
    "Painters could order the paint by post.",
    "The general could have won the battle.",
    "The team has lost five games in a row.",
    "In an interview on Sunday, the singer talked about her childhood.",
    "The clause in question names the ferry.",
    "Okafor explained how he would spend the money.",
    "The visitors were divided into two groups.",
    "The painter is not known for his portraits.",
]


@pytest.mark.parametrize(
    ("kind", "sentence"), [(kind, sentence) for kind, some in OPEN.items() for sentence in some]
)
def test_grammar_leaves_it_open(asked: Asked, kind: QuestionKind, sentence: str) -> None:
    assert kind in [question.kind for question in asked(sentence)]


@pytest.mark.parametrize("sentence", NOT_OPEN)
def test_grammar_does_not_open_what_is_settled(asked: Asked, sentence: str) -> None:
    assert asked(sentence) == ()


def test_what_a_word_shows_goes_before_what_grammar_shows(asked: Asked) -> None:
    (question,) = asked("The council is weighing a ban, which could hurt the shops.")

    assert question.kind is QuestionKind.UNDECIDED


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Whoever wins will face a divided parliament.", "Who wins?"),
        ("The fare might be raised again.", "Will the fare be raised?"),
        (
            "The bridge may be too weak to carry lorries.",
            "Is the bridge too weak to carry lorries?",
        ),
        ("The verdict could split the party.", "Could the verdict split the party?"),
    ],
)
def test_the_question_reads_well(asked: Asked, sentence: str, text: str) -> None:
    assert text in [question.text for question in asked(sentence)]
