"""Constructions by kind: whatever the wording, the sentence leaves something of this kind open."""

from __future__ import annotations

import pytest

from briefings.briefing import QuestionKind
from tests.analysis.questions.conftest import Asked

OPEN = {
    QuestionKind.UNKNOWN: [
        "The price was kept secret.",
        "The names have not been made public.",
        "Little is known about the buyer.",
        "The minister sidestepped questions about the loan.",
        "The visit fuelled speculation that the king would abdicate.",
        "The letter leaves open who will pay.",
        "The report made no mention of the prisoners.",
        "The owner could not be reached for comment on the sale.",
        "The question of who knew about the loan remains.",
        "It was not known if the two leaders would meet.",
        "The study does not account for the drought.",
        "The reason may be that the pump failed.",
        "It is anyone's guess who will win.",
        "The bishop has kept his silence on the vote.",
    ],
    QuestionKind.CONTINGENT: [
        "Any deal must be ratified by both parliaments.",
        "The bill requires a two-thirds majority to pass.",
        "The cabinet cannot pass a budget without the Greens.",
        "Norland offered to free the pilots in return for the ship.",
        "The offer stands on condition that the fighting stops.",
        "It is up to voters whether the tax is raised.",
        "A loss in the north would end her bid.",
        "He will stay at home in case the strike spreads.",
        "If the party wins, Ruiz suggested, taxes will fall.",
        "If approved, the pipeline would cross two provinces.",
    ],
    QuestionKind.DISPUTED: [
        "The army said nobody was hurt, but residents said nine had died.",
        "The bank counters that it paid its taxes.",
        "Norland dismissed the report as fabricated.",
        "The opposition called the vote a sham.",
        "The mayor pushed back against claims that he had known.",
        "The senators traded accusations over the leak.",
        "Lawmakers clashed over the budget.",
        "The two sides gave conflicting accounts of the raid.",
        "The budget is a source of friction between the partners.",
        "The ruling has been appealed.",
        "Lawyers argue that the ban is illegal.",
        "The mayor said the articles distorted the facts.",
        "Norland accuses Ilvania of breaking the truce, which Ilvania denies.",
    ],
    QuestionKind.UNDECIDED: [
        "The decision lies with the king.",
        "It falls to parliament to give an opinion on the treaty.",
        "The bill is stuck in committee.",
        "A referendum is an option.",
        "The king must now choose a prime minister.",
        "The mayor is thinking about stepping down.",
        "The two sides are close to a deal.",
        "There is no agreement yet on the cost.",
        "Mediators are working on a new proposal.",
        "Some lawmakers are floating the idea of a boycott.",
        "The commission recommended that the ban be lifted.",
        "The union called for the ban to be lifted.",
        "There are growing calls for an inquiry.",
        "The minister faces calls to resign.",
        "The party is looking for a new leader.",
        "The firm vowed to appeal the ruling.",
        "Talks on a new treaty are under way.",
        "Two deputies have signalled their interest in taking the post.",
        "The mayor may be prosecuted over the loan.",
        "The judge put off deciding whether the trial can begin.",
    ],
    QuestionKind.AWAITED: [
        "Elections are scheduled for May.",
        "The report is to be published in March.",
        "More arrests are likely.",
        "The case goes to trial in June.",
        "Sunday's election will show how strong the party is.",
        "The bank said it would publish its findings in June.",
        "It will be the first test of the new law.",
        "The candidates must file their accounts on Sunday.",
        "The two candidates are neck and neck.",
        "The parties are locked in a tight race.",
        "The parties will have until Friday to reply.",
    ],
    QuestionKind.DOUBT: [
        "The loan may not be enough.",
        "The law may be unconstitutional, lawyers said.",
        "The party may struggle to win a majority.",
        "The anger could send voters elsewhere.",
        "The partners are concerned about the cost.",
        "The general is not confident that the truce will hold.",
        "Economists warned of a recession.",
        "Ilvania fears losing access to the port.",
        "There is no guarantee that the loan will be repaid.",
        "There is a risk that the dam will burst.",
        "The figures raise serious issues about the audit.",
        "The company's survival hangs by a thread.",
    ],
}
NOT_OPEN = [
    "The band will play its hits on Friday.",
    "The team is set to play Norland on Sunday.",
    "The two friends ended their feud.",
    "The organisation plans to hold the fair every year.",
    "Officers should avoid speaking of an ongoing trial.",
    "Nobody has any reason to worry about the dam.",
    "For twenty years, the firm denied any link with the mine.",
    "The engineer said the chief did not know what she was doing.",
    "Okafor may have said it best in his memoirs.",
    "She would be surprised if the judge were late.",
]


@pytest.mark.parametrize(
    ("kind", "sentence"), [(kind, sentence) for kind, some in OPEN.items() for sentence in some]
)
def test_the_sentence_is_open(asked: Asked, kind: QuestionKind, sentence: str) -> None:
    assert kind in [question.kind for question in asked(sentence)]


@pytest.mark.parametrize("sentence", NOT_OPEN)
def test_the_sentence_only_looks_open(asked: Asked, sentence: str) -> None:
    assert asked(sentence) == ()
