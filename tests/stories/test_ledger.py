"""All open questions of a library."""

from __future__ import annotations

import pytest

from briefings.briefing import QuestionKind
from briefings.corrections import Anchors, HideQuestion, QuestionStatus, Rephrase, SetQuestionStatus
from briefings.library import Library
from briefings.library.ledger import Asked, LedgerSort
from briefings.stories import ledger
from tests.stories.told import DOUBTS_TOLD, REFUSAL_TOLD

REFERENDUM = "Will Orland hold a referendum?"
VOTE = "Will a vote be called?"
DREDGING = "Will Maravia pay for the dredging?"


def texts(library: Library, asked: Asked) -> list[str]:
    return [row.item.text for row in ledger(library, asked).rows]


def set_status(library: Library, question: str, status: QuestionStatus) -> None:
    document, briefing = REFUSAL_TOLD
    anchor = Anchors(document, briefing).question(question)
    library.journal.record(document.id, SetQuestionStatus(anchor, status))


def test_one_row_a_matter_the_newest_first(library: Library) -> None:
    page = ledger(library)
    assert [(row.item.text, row.kind, row.status, row.others) for row in page.rows] == [
        (DREDGING, QuestionKind.UNDECIDED, QuestionStatus.OPEN, 0),
        (REFERENDUM, QuestionKind.UNKNOWN, QuestionStatus.OPEN, 1),
    ]
    assert page.total == 2
    first = page.rows[0].item
    assert (first.briefing, first.title, first.actors) == (
        DOUBTS_TOLD[0].id, "Maravia waits", ("Maravia",),
    )  # fmt: skip
    assert first.passage == "Will Maravia pay for the dredging of Halden?"


def test_every_statement(library: Library) -> None:
    assert texts(library, Asked(leads_only=False)) == [DREDGING, VOTE, REFERENDUM]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (LedgerSort.NEWEST, [DREDGING, VOTE, REFERENDUM]),
        (LedgerSort.TOPIC, [DREDGING, REFERENDUM, VOTE]),
        (LedgerSort.RESOLVER, [DREDGING, VOTE, REFERENDUM]),
        (LedgerSort.STATUS, [VOTE, REFERENDUM, DREDGING]),
    ],
)
def test_orders(library: Library, sort: LedgerSort, order: list[str]) -> None:
    document, briefing = DOUBTS_TOLD
    anchor = Anchors(document, briefing).question("q1")
    library.journal.record(document.id, SetQuestionStatus(anchor, QuestionStatus.DROPPED))
    assert texts(library, Asked(sort=sort, leads_only=False)) == order


def test_a_status_is_set_and_taken_back(library: Library) -> None:
    set_status(library, "q1", QuestionStatus.ANSWERED)
    page = ledger(library, Asked(statuses=frozenset({QuestionStatus.OPEN})))
    assert [row.item.text for row in page.rows] == [DREDGING]
    assert page.total == 1
    assert page.counts == {
        QuestionStatus.OPEN: 1,
        QuestionStatus.NARROWED: 0,
        QuestionStatus.ANSWERED: 1,
        QuestionStatus.OVERTAKEN: 0,
        QuestionStatus.DROPPED: 0,
    }
    library.journal.undo(REFUSAL_TOLD[0].id)
    assert ledger(library).counts[QuestionStatus.OPEN] == 2
    library.journal.redo(REFUSAL_TOLD[0].id)
    assert ledger(library).counts[QuestionStatus.ANSWERED] == 1


def test_a_status_outlives_a_correction(library: Library) -> None:
    document, briefing = REFUSAL_TOLD
    set_status(library, "q1", QuestionStatus.NARROWED)
    anchor = Anchors(document, briefing).question("q1")
    library.journal.record(document.id, Rephrase(anchor, "Is there a referendum?"))
    [row] = ledger(library, Asked(statuses=frozenset({QuestionStatus.NARROWED}))).rows
    assert row.item.text == "Is there a referendum?"


def test_a_hidden_question_is_listed_no_more(library: Library) -> None:
    document, briefing = DOUBTS_TOLD
    anchor = Anchors(document, briefing).question("q1")
    library.journal.record(document.id, HideQuestion(anchor))
    assert texts(library, Asked()) == [REFERENDUM]


def test_filters(library: Library) -> None:
    assert texts(library, Asked(kinds=frozenset({QuestionKind.UNKNOWN}))) == [REFERENDUM]
    assert texts(library, Asked(resolver="territory:maravia")) == [DREDGING]
    assert texts(library, Asked(resolver="person:nobody")) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("refer", [REFERENDUM]),
        ("REFERENDUM orl", [REFERENDUM]),
        ("maravia", [DREDGING]),
        ("will", [DREDGING, REFERENDUM]),
        ("nowhere", []),
        ('"; DROP', []),
        ("[/]", []),
        ("   ", [DREDGING, REFERENDUM]),
    ],
)
def test_words_as_they_are_typed(library: Library, typed: str, found: list[str]) -> None:
    assert texts(library, Asked(text=typed)) == found


def test_pages(library: Library) -> None:
    page = ledger(library, Asked(leads_only=False), limit=1, offset=1)
    assert [row.item.text for row in page.rows] == [VOTE]
    assert (page.offset, page.total) == (1, 3)


def test_the_tables_are_checked_and_can_be_made_again(library: Library) -> None:
    set_status(library, "q1", QuestionStatus.ANSWERED)
    before = ledger(library)
    library.full_text.rebuild()
    assert ledger(library) == before
    faults: list[object] = []
    library.upkeep.check(faults.append)
    assert faults == []
