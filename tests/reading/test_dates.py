"""A date is read if it is stated in full, and never made up."""

from __future__ import annotations

import pytest

from briefings.reading import document_from_text
from briefings.reading.dates import parse_date

BODY = "The delegation of Orland left the room on 3 March 2019, as it had in May 2018."


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T23:30:00-08:00", "2024-03-05"),
        ("2024-03-05T10:00:00.000Z", "2024-03-05"),
        ("2024-03-05 10:00", "2024-03-05"),
        ("2024-03", "2024-03"),
        ("2024", "2024"),
        ("March 5, 2024", "2024-03-05"),
        ("Mar. 5th, 2024", "2024-03-05"),
        ("Sept 5 2024", "2024-09-05"),
        ("5 March 2024", "2024-03-05"),
        ("Tues, 5 March 2024", "2024-03-05"),
        ("the 5th", None),
        ("March 2024", "2024-03"),
        ("25/03/2024", "2024-03-25"),
        ("03/25/2024", "2024-03-25"),
        ("04.04.2024", "2024-04-04"),
        ("03/04/2024", None),
        ("2024-02-30", None),
        ("2024-13", None),
        ("31 June 2024", None),
        ("Tuesday", None),
        ("yesterday", None),
        ("March 5", None),
        ("", None),
    ],
)
def test_dates_in_the_usual_forms(words: str, date: str | None) -> None:
    published = parse_date(words)

    assert (published.date if published else None) == date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Friday, July 21, 2017", "2017-07-21"),
        ("Published: 21 July 2017, 14:05 GMT", "2017-07-21"),
        ("Posted on July 21, 2017 at 2:05 p.m.", "2017-07-21"),
        ("July 2017", "2017-07"),
        ("2017-07-21", "2017-07-21"),
    ],
)
def test_a_line_that_is_only_a_date_dates_the_text(line: str, date: str) -> None:
    document = document_from_text(f"Orland walks out\n\n{line}\n\n{BODY}")

    assert document.published is not None
    assert document.published.date == date
    assert [span.of(document.text) for span in document.boilerplate] == [line]


def test_a_dateline_dates_the_text() -> None:
    document = document_from_text(f"Orland walks out\n\nPORT LINDA, July 21, 2017 (HNA) — {BODY}")

    assert document.published is not None
    assert document.published.date == "2017-07-21"
    assert len(document.paragraphs) == 2


@pytest.mark.parametrize(
    "second",
    [
        BODY,
        "Updated July 21, 2017",
        "2017",
        "PORT LINDA, July 21 — The delegation left.",
        "On July 21, 2017 the delegation left.",
        "Friday",
    ],
)
def test_undated_stays_undated(second: str) -> None:
    assert document_from_text(f"Orland walks out\n\n{second}\n\n{BODY}").published is None


def test_a_date_far_down_is_not_the_date_of_the_text() -> None:
    text = "\n\n".join(["Orland walks out", *[BODY] * 10, "Friday, July 21, 2017"])

    assert document_from_text(text).published is None
