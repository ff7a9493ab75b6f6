"""Constructions beyond the plain ones: each leaves its sentence open, asked in these words."""

from __future__ import annotations

import pytest

from tests.analysis.questions.conftest import Asked

CONSTRUCTIONS = {
    # unknown
    "It is too soon to say whether the vaccine works.": "Does the vaccine work?",
    "No group has claimed responsibility for the blast.": "Who is responsible for the blast?",
    "Investigators are trying to determine the cause of the crash.": (
        "What is the cause of the crash?"
    ),
    "The crash is under investigation.": "What will the inquiry into the crash find?",
    "The claims could not be independently verified.": "Are the claims true?",
    "Rescuers were still searching for three missing sailors on Tuesday.": (
        "Will three missing sailors be found?"
    ),
    "Three people remain missing after the ferry sank.": "What has become of three people?",
    "The exact number of victims is not yet known.": (
        "What is known about the exact number of victims?"
    ),
    "The question now is whether parliament will agree.": "Will parliament agree?",
    "Questions remain about who ordered the raid.": "Who ordered the raid?",
    "How the plan will be paid for, nobody knows.": "How will the plan be paid for?",
    "It is not clear when the school will reopen.": "When will the school reopen?",
    "The bank said it did not know how the data had leaked.": "How did the data leak?",
    "The vote brings Norland no closer to knowing who will form a cabinet.": (
        "Who will form a cabinet?"
    ),
    "Whether the truce will hold is hard to say.": "Will the truce hold?",
    "Officials would not say whether it was an accident.": (
        "“whether it was an accident”: what are the facts?"
    ),
    "The firm did not release details about the loan.": "What is known about the loan?",
    # contingent
    "If the firm decides to leave, the port will close.": "Will the firm leave?",
    "The offer stands as long as the ceasefire holds.": "Will the ceasefire hold?",
    "The plan still needs the approval of parliament.": (
        "Will the approval of parliament be given?"
    ),
    "The outcome of the vote will determine whether the coalition survives.": (
        "Will the coalition survive?"
    ),
    "Whether the minister stays depends on the king.": "Will the minister stay?",
    "The next step depends on the court.": "What will the court do?",
    "Without a deal, factories could close.": "Will there be a deal?",
    "Were the bank to fail, savers would lose everything.": "Will the bank fail?",
    "Troops will leave once the treaty is signed.": "Will the treaty be signed?",
    "Any attempt to leave would bring sanctions.": "Would any attempt to leave bring sanctions?",
    "“This depends on what the court does,” Ruiz said.": "What will the court do?",
    "“If we win in Norland, we will go on to the final,” Ruiz said.": (
        "“If we win in Norland”: what will happen?"
    ),
    # disputed
    "A row is brewing among members over the new tax.": (
        "How will the dispute over the new tax be settled?"
    ),
    "The senators blocked the bill because they found it too costly.": (
        "How will the dispute over the bill be settled?"
    ),
    "Critics say the law is unconstitutional.": "Is the law unconstitutional?",
    "Both sides blamed each other for the shelling.": (
        "How will the dispute over the shelling be settled?"
    ),
    "The army denied the report.": "Is the report true?",
    "The report contradicts the government's account.": "Is the government's account true?",
    "The parties are deadlocked over the budget.": (
        "How will the dispute over the budget be settled?"
    ),
    "Opposition is growing to the plan for a dam.": (
        "How will the dispute over the plan for a dam be settled?"
    ),
    "The decision drew sharp criticism from teachers.": (
        "How will the dispute over the decision be settled?"
    ),
    "The mayor, contradicting Ana Ruiz, said that there was no warning.": "Was there any warning?",
    "Residents are suing the firm for $40 million.": (
        "What will come of the lawsuit against the firm?"
    ),
    "Residents are more divided.": "“Residents are more divided”: what is in dispute?",
    # undecided
    "Not everyone is on board.": "Who is on board?",
    "Other missions being considered have worried allies.": (
        "What will be decided on other missions being considered?"
    ),
    "Prosecutors have until Friday to decide whether to file charges.": (
        "Will prosecutors file charges?"
    ),
    "The two sides failed to agree on a price.": "Will the two sides agree on a price?",
    "Talks between Norland and Ilvania broke down on Monday.": (
        "What will come of talks between Norland and Ilvania?"
    ),
    "A final decision has not been made.": "What will the final decision be?",
    "The proposal is being reviewed by the ministry.": "What will be decided on the proposal?",
    "It is up to parliament to approve the treaty.": "Will parliament approve the treaty?",
    "He left open the possibility of a second term.": "Will there be a second term?",
    "The minister is under pressure to resign.": "Will the minister resign?",
    "The jury began deliberating on Tuesday.": "What will the jury decide?",
    "The bill now goes to the senate.": "What will come of the bill?",
    "Negotiators are racing to finish the text before Friday.": (
        "Will negotiators finish the text before Friday?"
    ),
    "The two leaders may meet in Oslo next month.": "Will the two leaders meet in Oslo next month?",
    "The firm announced that it would seek a recount.": "What will come of the bid for a recount?",
    # awaited
    "The trial, due to begin in May, was postponed.": "When will the trial take place?",
    "The deadline for bids is 1 March.": "Will the deadline for bids be met?",
    "Voters go to the polls on Sunday.": "Will voters go to the polls on Sunday?",
    "The new law takes effect in January.": "Will the new law take effect in January?",
    "The ministry is drafting a bill on nets.": "What will come of a bill on nets?",
    "The party is on track to win a majority.": "Will the party win a majority?",
    "Voters turn to the mayoral election in two weeks.": "What will come of the mayoral election?",
    "Ana Ruiz and Maria Lopez are tied in Norland.": (
        "Who will come out ahead, Ana Ruiz or Maria Lopez?"
    ),
    # doubt
    "There is always a chance the nomination could move in spring.": (
        "Could the nomination move in spring?"
    ),
    "The chance grows that the bank will fail.": "Will the bank fail?",
    "They could lose the port of Oslo.": (
        "“They could lose the port of Oslo”: how well founded is it?"
    ),
    "A vote at the congress could prolong it.": ("What could come of a vote at the congress?"),
    "The loan will raise questions as to whether the bank is sound.": "Is the bank sound?",
    "It was viewed as a sign the treaty may be in trouble.": (
        "How justified are the doubts about the treaty?"
    ),
    "The talks on the border will be difficult.": "How hard will the talks on the border prove?",
    "Some members are concerned that the merger could fail.": "Could the merger fail?",
    "Doubts remain about the safety of the vaccine.": "Is the vaccine safe?",
    "Military spending is in danger of sinking to a record low.": (
        "Will military spending sink to a record low?"
    ),
    "Analysts say the truce may not hold.": "Will the truce hold?",
    "It is doubtful whether the plan is legal.": "Is the plan legal?",
    "Concerns have been raised about the cost.": "How justified are the doubts about the cost?",
    "Observers question whether the vote was fair.": "Was the vote fair?",
    "The plan has little chance of passing.": "Will the plan pass?",
}


@pytest.mark.parametrize(("sentence", "question"), CONSTRUCTIONS.items())
def test_the_sentence_asks(asked: Asked, sentence: str, question: str) -> None:
    assert question in [found.text for found in asked(sentence)]
