"""The parse: offsets of the document, sentences that end with their paragraph."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.analysis.parsing import LONGEST_SENTENCE, Parse, load_model, parse, token_span
from briefings.document import Span
from briefings.errors import AnalysisError
from briefings.reading import document_from_text


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.text(alphabet="ab. \n\t\rÄé“”\u00a0\u2028😀\x1b", max_size=60))
def test_every_token_stands_where_it_says(parsed: Callable[[str], Parse], text: str) -> None:
    found = parsed(text)
    assert len(found.doc.text) == len(text)
    for token in found.doc:
        if not token.is_space:
            assert token_span(token).of(text) == token.text


def test_a_headline_is_a_sentence_of_its_own(parsed: Callable[[str], Parse]) -> None:
    text = "Harlow Vows to Rebuild Bridge\n\nMayor Ann Harlow spoke on Monday."
    assert [span.of(text) for span in parsed(text).sentences] == [
        "Harlow Vows to Rebuild Bridge",
        "Mayor Ann Harlow spoke on Monday.",
    ]


def test_an_abbreviation_ends_no_sentence(parsed: Callable[[str], Parse]) -> None:
    text = "The talks were led by U.S. envoy Paul Marsh in Oslo."
    assert len(parsed(text).sentences) == 1


def test_an_abbreviation_is_parted_from_what_its_hyphen_joins(
    parsed: Callable[[str], Parse],
) -> None:
    words = [token.text for token in parsed("A U.S.-led force landed.").doc]
    assert words == ["A", "U.S.", "-", "led", "force", "landed", "."]


def test_boilerplate_is_blank_to_the_parser(parsed: Callable[[str], Parse]) -> None:
    found = parsed("Ann Harlow spoke in Oslo.\n\nRelated Sources:\n• Source 1 • Source 2")
    assert found.document.boilerplate
    assert "Source" not in found.doc.text


def test_the_sentence_at_an_offset_is_the_last_one_that_begins_before_it(
    parsed: Callable[[str], Parse],
) -> None:
    text = "Ann Harlow spoke.  Paul Marsh listened."
    found = parsed(text)
    assert [found.sentence_index(text.index(word)) for word in ("Ann", "spoke", "Paul")] == [
        0,
        0,
        1,
    ]
    assert found.sentence_at(len(text)) == Span(text.index("Paul"), len(text))


def test_words_without_an_end_are_parted(parsed: Callable[[str], Parse]) -> None:
    """A list of thousands of words is no sentence, and the rules would take minutes to walk it."""
    parse = parsed("harbour " * (2 * LONGEST_SENTENCE + 10))

    assert max(len(phrase) for phrase in parse.phrases) <= LONGEST_SENTENCE


def test_a_long_sentence_stays_whole(parsed: Callable[[str], Parse]) -> None:
    """However long, it is cut at no other place than at its end."""
    parts = "the ferry that the harbour master of the old port had painted sailed, and " * 15
    parse = parsed(f"He said that {parts} nobody complained. Then it rained.")

    assert len(parse.sentences) == 2


def test_a_model_that_is_missing_is_explained() -> None:
    with pytest.raises(AnalysisError, match="'no_such_model' is not installed"):
        load_model("no_such_model")
    with pytest.raises(AnalysisError):
        parse(document_from_text("Hello."), "no_such_model")
