"""Every page of the list of questions, in every order, however many questions there are."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from briefings.briefing import ActorType, Briefing, Question, QuestionKind
from briefings.corrections import Anchors, QuestionStatus, SetQuestionStatus, SetRemoved
from briefings.document import Document, Span
from briefings.library import Library, schema
from briefings.library import ledger as ledgers
from briefings.library.ledger import Asked, LedgerSort
from briefings.stories import ledger
from tests.library.stories import actor, document

TOPICS = ("", "t", "tea", "tea house", "ferry", "fern", "łódź lake", "zz")
NAMES = ("Ada Brunn", "Adam Tull", "Ż", "Óscar Lind")
DATES = ("", "2030", "2031", "2031-03", "2031-03-03", "2031-03-04", "2031-04-01", "2031-10-02")


def told(number: int, chance: random.Random) -> tuple[Document, Briefing]:
    text = f"Talks {number}\n\n{' and '.join(NAMES)} met. What comes next is open."
    written = document(text, "Harbour News", chance.choice(DATES))
    sentence = Span(text.index("What"), len(text))
    questions: list[Question] = []
    for count in range(1, chance.randint(1, 5)):
        leads = [one.id for one in questions if not one.group]
        group = chance.choice(leads) if leads and chance.random() < 0.4 else ""
        resolvers = (chance.choice("abcd"),) if chance.random() < 0.7 else ()
        kind, topic = chance.choice(list(QuestionKind)), chance.choice(TOPICS)
        words = f"What comes of {topic or 'it'}?"
        place = replace(sentence, end=sentence.start + 4)
        one = Question(f"q{count}", kind, sentence, place, words, resolvers, topic, group)
        questions.append(one)
    who = zip("abcd", NAMES, strict=True)
    actors = tuple(actor(identity, name, text, ActorType.PERSON) for identity, name in who)
    return written, Briefing(written.id, "1 test", (sentence,), actors, (), tuple(questions))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Some forty briefings; of many questions it is told what became of them, some are removed."""
    chance = random.Random(11)
    with Library.open(tmp_path_factory.mktemp("ledger") / "library.db") as library:
        for number in range(40):
            written, briefing = told(number, chance)
            library.add(written, briefing)
            for question in briefing.questions:
                if chance.random() < 0.4:
                    status = chance.choice(list(QuestionStatus))
                    anchor = Anchors(written, briefing).question(question.id)
                    library.journal.record(written.id, SetQuestionStatus(anchor, status))
            if chance.random() < 0.15:
                library.journal.record(written.id, SetRemoved(is_removed=True))
        yield library


def expected(library: Library, asked: Asked) -> tuple[list[tuple[str, str]], dict[str, int]]:
    """What a list has, found by looking at everything, and how many there are of each status."""
    everything = library._connection.execute(
        "SELECT id, 'q' || ((row & 65535) + 1), kind, status, topic, resolver, lead = row"
        " FROM ledger JOIN documents ON number = row >> 20"
        " ORDER BY ledger.published DESC, row DESC"
    ).fetchall()
    kinds = {kind.value for kind in asked.kinds or QuestionKind}
    fitting = [row for row in everything if row[2] in kinds and row[6] >= asked.leads_only]
    statuses = list(QuestionStatus)
    counts = Counter(statuses[row[3]] for row in fitting)
    by = {
        LedgerSort.NEWEST: lambda _: 0,
        LedgerSort.TOPIC: lambda row: (not row[4], row[4]),
        LedgerSort.RESOLVER: lambda row: (not row[5], row[5]),
        LedgerSort.STATUS: lambda row: row[3],
    }[asked.sort]
    listed = [row for row in fitting if statuses[row[3]] in (asked.statuses or statuses)]
    listed.sort(key=by)  # equals stay in their order
    return [row[:2] for row in listed], {one: counts[one] for one in statuses}


LISTS = [
    Asked(sort, frozenset(statuses), frozenset(kinds), leads_only=leads)
    for sort, statuses, kinds, leads in product(
        LedgerSort,
        ((), (QuestionStatus.OPEN,), (QuestionStatus.ANSWERED, QuestionStatus.DROPPED)),
        ((), (QuestionKind.DOUBT,), (QuestionKind.UNKNOWN, QuestionKind.AWAITED)),
        (True, False),
    )
]


@pytest.mark.parametrize("few", [0, 2000])
def test_every_page_of_every_list_is_what_it_should_be(
    shelf: Library, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(ledgers, "_FEW", few)
    for asked in LISTS:
        wanted, counts = expected(shelf, asked)
        for offset in range(0, len(wanted) + 7, 7):
            page = ledger(shelf, asked, limit=7, offset=offset)
            found = [(row.item.briefing, row.item.id) for row in page.rows]
            assert found == wanted[offset : offset + 7]
            assert (page.total, page.counts) == (len(wanted), counts)


def test_words_and_who_can_settle_it_leave_the_order_as_it_is(shelf: Library) -> None:
    for sort in LedgerSort:
        asked = Asked(sort, text="comes")
        wanted, counts = expected(shelf, asked)
        page = ledger(shelf, asked, limit=5, offset=9)
        assert [(row.item.briefing, row.item.id) for row in page.rows] == wanted[9:14]
        assert page.counts == counts
        both = ledger(shelf, replace(asked, resolver="person:ada brunn"), limit=1000).rows
        everywhere = ledger(shelf, Asked(sort, resolver="person:ada brunn"), limit=1000).rows
        assert both == everywhere
        assert 0 < len(both) < len(wanted)


def test_a_library_of_the_form_before_counts_its_questions(tmp_path: Path) -> None:
    path, chance = tmp_path / "library.db", random.Random(5)
    with Library.open(path) as library:
        for number in range(6):
            library.add(*told(number, chance))
        before = ledger(library), library._connection.execute("SELECT * FROM sides").fetchall()
    with closing(sqlite3.connect(path)) as older, older:
        triggers = older.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN"
            " ('ledger', 'issues')"
        )
        for (name,) in triggers.fetchall():
            older.execute(f"DROP TRIGGER {name}")
        older.execute("DROP TABLE ledger_steps")
        older.execute("DROP TABLE sides")
        older.execute(f"PRAGMA user_version = {schema.STEPS.index(schema.counts.STEP)}")
    faults: list[object] = []
    with Library.open(path) as library:
        assert (
            ledger(library),
            library._connection.execute("SELECT * FROM sides").fetchall(),
        ) == before
        library.add(*told(7, chance))
        library.upkeep.check(faults.append)
    assert faults == []
