"""What happened, what is due and what may come, in time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.briefing import Briefing, Stance
from briefings.document import Document
from briefings.events import Event, EventStatus, Time, TimeKind, TimePrecision
from briefings.stories import Happening, timeline
from briefings.stories.timeline import begins
from tests.library.stories import document, position, sentences, span

SIGNED = "Orland signed the lease on 3 March. It will hold a vote in May. A strike is possible."
PROMISED = "Maravia promised to pay the dues by 10 March. The port closed."


def event(text: str, name: str, words: str, status: EventStatus, time: Time | None = None) -> Event:
    place = span(text, words)
    sentence = next(one for one in sentences(text) if one.contains(place))
    return Event(name, place, place, sentence, status, time=time)


def day(text: str, words: str, value: str) -> Time:
    return Time(span(text, words), TimeKind.DATE, value, TimePrecision.DAY)


def signed(date: str) -> tuple[Document, Briefing]:
    told = document(SIGNED, "The Courier", date)
    events = (
        event(SIGNED, "e1", "signed", EventStatus.PAST, day(SIGNED, "3 March", "2031-03-03")),
        event(SIGNED, "e2", "vote", EventStatus.SCHEDULED, day(SIGNED, "May", "2031-05")),
        event(SIGNED, "e3", "strike", EventStatus.HYPOTHETICAL),
    )
    return told, Briefing(told.id, "1 test", sentences(SIGNED), events=events)


def promised(date: str) -> tuple[Document, Briefing]:
    told = document(PROMISED, "Harbour News", date)
    promise = position(
        "p1", "a1", Stance.COMMITS, PROMISED, "promised", "to pay the dues by 10 March", "dues"
    )
    events = (event(PROMISED, "e1", "closed", EventStatus.PAST),)
    due = day(PROMISED, "10 March", "2031-03-10")
    briefing = Briefing(told.id, "1 test", sentences(PROMISED), positions=(promise,), events=events)
    return told, replace(briefing, times=(due,))


def words(happenings: tuple[Happening, ...]) -> list[tuple[str, str]]:
    return [(one.when, one.words.of(one.document.text)) for one in happenings]


def test_days_and_months_stand_in_time() -> None:
    found = timeline([signed("2031-03-04")])

    assert words(found.dated) == [("2031-03-03", "signed"), ("2031-05", "vote")]
    assert not any(one.is_reported for one in found.dated)


def test_what_may_come_without_a_date_stands_apart() -> None:
    found = timeline([signed("2031-03-04")])

    assert words(found.ahead) == [("", "strike")]


def test_what_happened_without_a_date_stands_at_the_day_of_its_report() -> None:
    [closed] = [one for one in timeline([promised("2031-03-05")]).dated if one.is_reported]

    assert (closed.when, closed.words.of(PROMISED)) == ("2031-03-05", "closed")


def test_a_promise_stands_where_it_is_due() -> None:
    [due] = [one for one in timeline([promised("2031-03-05")]).dated if not one.is_reported]

    assert (due.when, due.words.of(PROMISED)) == ("2031-03-10", "to pay the dues by 10 March")


def test_an_undated_article_dates_nothing() -> None:
    found = timeline([promised("")])

    assert words(found.undated) == [("", "closed")]
    assert all(one.when != "" for one in found.dated)


def test_several_articles_are_one_line_whatever_their_order() -> None:
    told = [signed("2031-03-04"), promised("2031-03-05")]

    found, turned = timeline(told), timeline(reversed(told))

    assert words(found.dated) == words(turned.dated)
    assert [one.when for one in found.dated] == sorted(one.when for one in found.dated)


@pytest.mark.parametrize(
    ("value", "when"),
    [
        ("2031-03-03", "2031-03-03"),
        ("2031-03-03T15:00", "2031-03-03"),
        ("2031-W10", "2031-03-03"),
        ("2031-W77", ""),
        ("2031-03", "2031-03"),
        ("2031", "2031"),
        ("203X", ""),
        ("", ""),
    ],
)
def test_when_a_time_begins(value: str, when: str) -> None:
    assert begins(Time(span("in spring", "spring"), TimeKind.DATE, value)) == when


def test_a_duration_begins_at_no_day() -> None:
    assert begins(Time(span("for months", "months"), TimeKind.DURATION, "P3M")) == ""
    assert begins(None) == ""
