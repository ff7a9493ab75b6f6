"""Spans and documents."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from briefings.document import Document, Span

spans = st.builds(
    lambda start, length: Span(start, start + length),
    st.integers(0, 500),
    st.integers(0, 500),
)


def test_a_span_counts_code_points_half_open() -> None:
    text = "Zürich’s 🌍 plan"

    assert Span(0, 6).of(text) == "Zürich"
    assert Span(9, 10).of(text) == "🌍"
    assert len(Span(9, 10)) == 1


@given(spans, spans)
def test_overlap_is_symmetric_and_bounded(one: Span, other: Span) -> None:
    assert one.overlap(other) == other.overlap(one) <= min(len(one), len(other))
    if one.contains(other):
        assert one.overlap(other) == len(other)


def document() -> Document:
    text = "Harbour Plan Fails\nThe plan failed.\nOkafor left.\nRead more: elsewhere"
    return Document.of(
        text,
        title="Harbour Plan Fails",
        title_span=Span(0, 18),
        paragraphs=(Span(0, 18), Span(19, 35), Span(36, 48)),
        boilerplate=(Span(49, 69),),
    )


def test_the_text_is_the_identity() -> None:
    assert document().id == hashlib.sha256(document().text.encode()).hexdigest()


def test_paragraphs_are_numbered_without_title_and_boilerplate() -> None:
    numbers = [document().paragraph_number(offset) for offset in (3, 19, 40, 60)]

    assert numbers == [None, 1, 2, None]


def test_words_are_counted_without_boilerplate() -> None:
    assert document().word_count == 8
