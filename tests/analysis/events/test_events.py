"""Events: the sentence, then what is listed of it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.analysis import analyse
from briefings.reading import document_from_text
from tests.analysis.events.conftest import Told, published

WEDNESDAY = "2026-03-04"

STATUSES = [
    # Verbs
    ("Norland signed the treaty in Oslo.", "signed", "past"),
    ("Norland has signed the treaty.", "signed", "past"),
    ("The treaty was signed by Norland.", "signed", "past"),
    ("The treaty, signed by Norland, ends the dispute.", "signed", "past"),
    ("After signing the treaty, Ana Ruiz left.", "signing", "past"),
    ("Norland is deploying troops to Sudmark.", "deploying", "ongoing"),
    ("Norland will sign the treaty on Friday.", "sign", "scheduled"),
    ("Norland plans to sign the treaty on Friday.", "sign", "scheduled"),
    ("Norland is due to sign the treaty on Friday.", "sign", "scheduled"),
    ("Ana Ruiz said she would resign on Friday.", "resign", "scheduled"),
    ("Norland will deploy troops if talks fail.", "deploy", "conditional"),
    ("Norland will deploy troops to Sudmark following a peace deal.", "deploy", "conditional"),
    ("Norland may invade Sudmark.", "invade", "hypothetical"),
    ("Okafor hopes that Ana Ruiz will resign.", "resign", "hypothetical"),
    ("If Norland invades Sudmark, prices rise.", "invades", "hypothetical"),
    ("Should Norland attack the island, prices would rise.", "attack", "hypothetical"),
    ("Sudmark blamed Norland for having shot down a plane.", "shot down", "past"),
    ("Ana Ruiz helped restore the rights of the miners.", "restore", "past"),
    ("Ana Ruiz will sign the treaty when Okafor arrives in Oslo.", "arrives", "scheduled"),
    # Nouns
    ("Norland will send aid after the Oslo bombing.", "bombing", "past"),
    ("A summit was held in Oslo.", "summit", "past"),
    ("The ministers spoke after a summit in Oslo.", "summit", "past"),
    ("The summit will be held in Oslo.", "summit", "scheduled"),
    ("The upcoming summit in Oslo worries Sudmark.", "summit", "scheduled"),
    ("Ana Ruiz rested ahead of the election in Norland.", "election", "scheduled"),
    ("Talks between Norland and Sudmark continue.", "Talks", "ongoing"),
    ("A merger has been under discussion for months.", "under discussion", "ongoing"),
    ("Norland will send observers in the aftermath of a ceasefire.", "ceasefire", "hypothetical"),
    ("Should Norland face attacks in Sudmark, it would leave.", "attacks", "hypothetical"),
    ("He said that, should Norland face attacks in Oslo, it would go.", "attacks", "hypothetical"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), STATUSES)
def test_the_status_of_an_event(told: Told, text: str, trigger: str, status: str) -> None:
    rows = {row.trigger: row.status for row in told(text)}
    assert rows.get(trigger) == status


@pytest.mark.parametrize(
    "text",
    [
        "Norland did not sign the treaty.",
        "Norland refused to sign the treaty.",
        "Norland denied that it attacked Sudmark.",
        "Norland failed to sign the treaty.",
        "There were no talks between Norland and Sudmark.",
        "Norland is a large state.",
        'Norland said: "We are ready."',
        "Ana Ruiz urged Norland to sign the treaty.",
        "Norland signs treaties.",
        "Norland issued a statement.",
        "Norland would have signed the treaty.",
        "Had Norland signed the treaty, prices would fall.",
        "Norland should sign the treaty.",
        "Elections matter.",
    ],
)
def test_what_does_not_happen_or_is_only_said_is_no_event(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norland sent observers after a summit in Oslo.", "a summit in Oslo"),
        ("It will send aid in the aftermath of a ceasefire.", "in the aftermath of a ceasefire"),
        ("Prices would rise if an invasion were to occur.", "if an invasion were to occur"),
        ("Norland and Sudmark signed the treaty in Oslo.", None),
    ],
)
def test_the_words_that_tell_it(told: Told, text: str, words: str | None) -> None:
    assert (words or text.rstrip(".")) in [row.words for row in told(text)]


def test_an_endless_sentence_lists_nothing(told: Told) -> None:
    assert told("On Monday Ana Ruiz signed the treaty in Oslo and " * 29) == []


def test_who_takes_part(told: Told) -> None:
    [met] = told("Ana Ruiz met Bo Okafor and Cem Lund in Oslo.")
    assert met.who == {"Ana Ruiz", "Bo Okafor", "Cem Lund"}


def test_who_attends_a_summit(told: Told) -> None:
    [summit] = told("It was told after a summit in Oslo attended by Ana Ruiz and Bo Okafor.")
    assert (summit.who, summit.where) == ({"Ana Ruiz", "Bo Okafor"}, "Oslo")


def test_whose_readiness_it_is(told: Told) -> None:
    rows = told("Norland and Sudmark announced their readiness to deploy troops if talks fail.")
    deploy = next(row for row in rows if row.trigger == "deploy")
    assert deploy.who == {"Norland", "Sudmark"}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Norland signed the treaty in Oslo.", "Oslo"),
        ("Ana Ruiz visited Oslo.", "Oslo"),
        ("Norland sent troops to Poland on Monday.", "Poland"),
        ("The Oslo summit was held on Monday.", "Oslo"),
        ("Ana Ruiz resigned on Monday.", ""),
    ],
)
def test_where_it_happens(told: Told, text: str, where: str) -> None:
    assert [row.where for row in told(text)] == [where]


@pytest.mark.parametrize(
    ("text", "when", "date"),
    [
        ("Ana Ruiz resigned on Monday.", "on Monday", "2026-03-02"),
        ("Ana Ruiz will resign on Monday.", "on Monday", "2026-03-09"),
        ("On Monday, Ana Ruiz resigned.", "On Monday", "2026-03-02"),
        ("The summit will take place in Oslo next week.", "next week", "2026-W11"),
        ("Ana Ruiz resigned after a six-day trip.", "", ""),
        ("Norland has occupied Sudmark for two years.", "for two years", "P2Y"),
    ],
)
def test_when_it_happens(told: Told, text: str, when: str, date: str) -> None:
    row = told(text, WEDNESDAY)[0]
    assert (row.when, row.date) == (when, date)


def test_a_date_of_another_clause_is_not_that_of_the_event(told: Told) -> None:
    [row] = told("Ana Ruiz told reporters on Monday that Norland had attacked Sudmark.", WEDNESDAY)
    assert (row.trigger, row.when) == ("attacked", "")


def test_the_date_of_a_noun_tells_whether_it_is_over(told: Told) -> None:
    past = told("Critics regret the election on 3 March 2025.", WEDNESDAY)
    to_come = told("Critics fear the election on 3 May 2026.", WEDNESDAY)
    assert [row.status for row in (*past, *to_come)] == ["past", "scheduled"]


def test_an_undated_article_dates_no_event(told: Told) -> None:
    rows = told("Ana Ruiz resigned on Monday. Norland will sign the treaty next week in Oslo.")
    assert [(row.when, row.date) for row in rows] == [("on Monday", ""), ("next week", "")]


def test_one_event_in_two_sentences_is_listed_once(told: Told) -> None:
    rows = told(
        "Ana Ruiz signed the treaty in Oslo. Crowds cheered. Ruiz signed the treaty on Monday.",
        WEDNESDAY,
    )
    [signed] = [row for row in rows if row.trigger == "signed"]
    assert (signed.where, signed.when) == ("Oslo", "on Monday")


def test_what_the_reader_knows_already_is_not_listed_again(told: Told) -> None:
    rows = told("An attack in Oslo killed five people. Ana Ruiz grieved after the attack.")
    assert [row.trigger.lower() for row in rows].count("attack") == 1


def test_two_deeds_of_one_kind_are_two_events(told: Told) -> None:
    rows = told("Norland announced a tax on coal. Later Norland announced a truce with Sudmark.")
    assert [row.trigger for row in rows].count("announced") == 2


def test_a_headline_lists_nothing_that_its_article_tells(told: Told) -> None:
    rows = told("Norland Signs Treaty in Oslo\n\nNorland signed the treaty in Oslo on Monday.")
    assert [row.trigger for row in rows] == ["signed"]


def test_the_line_with_the_date_of_publication_is_no_event() -> None:
    text = "Ruiz Goes\n\nPublished: 3 March 2026\n\nAna Ruiz resigned on Monday, the cabinet said."
    document = document_from_text(text)
    assert document.published is not None
    [event] = analyse(document).events
    assert event.trigger.of(text) == "resigned"
    assert event.time is not None
    assert event.time.value == "2026-03-02"


@pytest.mark.parametrize("row", STATUSES, ids=lambda row: row[0])
def test_every_span_lies_in_its_sentence(told: Told, row: tuple[str, str, str]) -> None:
    for event in (r.event for r in told(row[0])):
        assert event.sentence.contains(event.span)
        assert event.span.contains(event.trigger)
        assert event.time is None or event.sentence.contains(event.time.span)
        assert event.place is None or event.sentence.contains(event.place)


def test_events_stand_in_the_order_of_the_text_with_ids_of_their_own(told: Told) -> None:
    rows = told(
        "Norland attacked Sudmark. Ana Ruiz resigned on Monday. Voters will elect Bo Okafor "
        "in Oslo. A summit was held in Poland."
    )
    events = [row.event for row in rows]
    assert len(events) >= 4
    assert all(a.sentence <= b.sentence for a, b in pairwise(events))
    assert len({event.id for event in events}) == len(events)


_WORDS = (
    "Norland Ruiz Oslo the a an no summit talks ceasefire signed sign signs signing attacked will "
    "would may if unless should after before during under discussion and or not to of in by with "
    "on Monday yesterday for months was has been being is said planned held take place , . ' \n\n"
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(_WORDS.split(" ")), min_size=1, max_size=25).map(" ".join))
def test_any_words_give_events_whose_spans_lie_in_the_text(text: str) -> None:
    briefing = analyse(published(document_from_text(text), WEDNESDAY))
    known = {actor.id for actor in briefing.actors}
    for event in briefing.events:
        assert event.sentence in briefing.sentences
        assert event.sentence.contains(event.span)
        assert event.span.contains(event.trigger)
        assert len(event.trigger) > 0
        assert set(event.actors) <= known
        assert event.time is None or event.time in briefing.times


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        # A deed needs somebody who does it to something, known by name or not.
        ("Norland donated three ships to Ben Okafor.", "donated", {"Norland", "Ben Okafor"}),
        ("A jury found Ana Ruiz guilty of fraud.", "found", set()),
        ("A gunman shot two miners.", "shot", set()),
        ("The court struck down the law.", "struck down", set()),
        ("Police are looking into the deal.", "looking", set()),
        ("Ana Ruiz is under investigation.", "under investigation", {"Ana Ruiz"}),
        ("He spoke of Ana Ruiz. She was invited.", "invited", {"Ana Ruiz"}),
        # Any other verb needs a date as well.
        ("Ana Ruiz cycled to Oslo on Tuesday.", "cycled", {"Ana Ruiz"}),
        ("The two mines closed in 2014.", "closed", set()),
        # An event may be where it is done.
        ("Ana Ruiz appeared at the hearing.", "appeared", {"Ana Ruiz"}),
    ],
)
def test_a_deed_is_told_by_who_does_it(told: Told, text: str, trigger: str, who: set[str]) -> None:
    rows = {row.trigger: row.who for row in told(text, WEDNESDAY)}
    assert trigger in rows
    assert rows[trigger] >= who


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz sent a message to the miners.",
        "Ana Ruiz cycled to work.",
        "Ana Ruiz knew Okafor in 2014.",
        "Norland left the ministers wary of the plan.",
        "A man who lied would be dismissed.",
        "Ana Ruiz complained on Tuesday.",
    ],
)
def test_what_is_no_happening_is_not_listed(told: Told, text: str) -> None:
    assert told(text, WEDNESDAY) == []


def test_one_meeting_is_not_the_meetings_of_the_day(told: Told) -> None:
    text = "Ana Ruiz held meetings with ministers. She held a meeting with Ben Okafor and Eva Lund."
    assert len([row for row in told(text) if row.trigger.startswith("meeting")]) == 2
