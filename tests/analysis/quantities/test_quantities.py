"""A sentence in, its quantities out: the amount, its value and unit, and what is counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.analysis.parsing import Parse
from briefings.analysis.quantities import find_quantities

Row = tuple[str, float | None, float | None, str, str]


def rows(parse: Parse) -> list[Row]:
    text = parse.document.text
    return [
        (q.amount.of(text), q.value, q.upper, q.unit, q.counted.of(text) if q.counted else "")
        for q in find_quantities(parse)
    ]


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("About 2,000 troops left Elm Bay.", ("About 2,000", 2000, None, "people", "troops")),
        (
            "With 31 harbour ministers in town, the talks began.",
            ("31", 31, None, "people", "harbour ministers"),
        ),
        (
            "Varda offered $4.5 billion in aid.",
            ("$4.5 billion", 4.5e9, None, "USD", "aid"),
        ),
        ("The port cost €3.2bn.", ("€3.2bn", 3.2e9, None, "EUR", "")),
        (
            "They promised a £20 million loan package.",
            ("£20 million", 2e7, None, "GBP", "loan package"),
        ),
        ("Prices rose 10 to 20 percent.", ("10 to 20 percent", 10, 20, "percent", "")),
        ("Prices rose 10–20%.", ("10–20%", 10, 20, "percent", "")),
        (
            "It costs between $10 million and $20 million.",
            ("between $10 million and $20 million", 1e7, 2e7, "USD", ""),
        ),
        ("Dozens of civilians fled.", ("Dozens", None, None, "people", "civilians")),
        (
            "Tens of thousands of fishermen came.",
            ("Tens of thousands", None, None, "people", "fishermen"),
        ),
        (
            "They spent millions of dollars.",
            ("millions of dollars", None, None, "USD", ""),
        ),
        (
            "The union won a third of the seats.",
            ("a third", pytest.approx(1 / 3), None, "share", "seats"),
        ),
        (
            "One in five voters stayed at home.",
            ("One in five", 0.2, None, "share", "voters"),
        ),
        ("Half a million people marched.", ("Half a million", 5e5, None, "people", "people")),
        (
            "Two hundred and six boats sank.",
            ("Two hundred and six", 206, None, "", "boats"),
        ),
        (
            "The ship lost more than 1,200 tons of grain.",
            ("more than 1,200 tons", 1200, None, "ton", "grain"),
        ),
        ("Elm Bay lies 5 km away.", ("5 km", 5, None, "km", "")),
        ("A 30-member panel met.", ("30", 30, None, "", "member")),
        ("At least one soldier was hurt.", ("At least one", 1, None, "people", "soldier")),
        ("At least 12 were killed.", ("At least 12", 12, None, "", "")),
        (
            "Hundreds of law-abiding fishermen came.",
            ("Hundreds", None, None, "people", "law-abiding fishermen"),
        ),
    ],
)
def test_a_quantity(parsed: Callable[[str], Parse], sentence: str, row: Row) -> None:
    assert rows(parsed(sentence)) == [row]


def test_a_part_and_its_whole_are_both_counted(parsed: Callable[[str], Parse]) -> None:
    found = rows(parsed("Two of the three states signed."))
    assert found == [("Two", 2, None, "", "states"), ("three", 3, None, "", "states")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministers met on March 3, 2031, at 10 a.m.",
        "The 34-year-old envoy, Mira Okafor, 34, waited for two weeks.",
        "The second ship left on the 3rd of May.",
        "They took Route 66 and read Section 5.",
        "Varda won 3-2.",
        "Call 555-1234 now.",
        "The G7 spoke of COVID-19.",
        "The office is at 10 Harbour Street.",
        "One of the ministers left.",
        "She is 100 percent right.",
        "The catch is three times as large.",
        "It happened in 2029.",
        "Men under 35 support the plan.",
        "The workers start at 6 a.m.-to-noon shifts.",
    ],
)
def test_a_number_that_counts_nothing(parsed: Callable[[str], Parse], sentence: str) -> None:
    assert rows(parsed(sentence)) == []


def test_the_span_runs_from_the_amount_to_what_is_counted(parsed: Callable[[str], Parse]) -> None:
    parse = parsed("The town lost a third of its old boats in the storm.")
    (found,) = find_quantities(parse)
    assert found.span.of(parse.document.text) == "a third of its old boats"
    assert found.sentence == parse.sentences[0]


PIECES = [
    "two",
    "27",
    "2,000",
    "10–20",
    "$",
    "4.5bn",
    "million",
    "percent",
    "a",
    "third",
    "half",
    "of",
    "the",
    "dozens",
    "troops",
    "-",
    "–",
    "to",
    "between",
    "and",
    "one",
    "in",
    "out of",
    "at least",
    "year-old",
    "No.",
    ".",
    ",",
    "\n\n",
    "[/b]",
    "\x1b[31m",
    "{0}",
    "😀",
    "9" * 30,
    "1e9",
    "½",
    "٣",
    "a couple",
    "hundred",
    "“",
    "’s",
    "Harbour",
    "km",
]


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=30))
def test_every_quantity_points_into_the_text(
    parsed: Callable[[str], Parse], pieces: list[str]
) -> None:
    parse = parsed(" ".join(pieces))
    found = find_quantities(parse)
    assert [q.id for q in found] == [f"n{n}" for n in range(1, len(found) + 1)]
    end = 0
    for q in found:
        assert end <= q.amount.start < q.amount.end <= q.span.end <= len(parse.document.text)
        assert q.span.start == q.amount.start
        assert q.sentence in parse.sentences
        assert q.counted is None or q.span.contains(q.counted)
        assert q.upper is None or (q.value is not None and q.value < q.upper)
        end = q.amount.end
