"""Words found in a text: whatever it holds, what is lit is what was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.panes.finding import FoldedText
from tui.screens.narrowing import folded


def found(text: str, words: str) -> list[str]:
    return [span.of(text) for span in FoldedText(text).find(words)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Café of Réal", "cafe", ["Café"]),
        ("The cafe\u0301 opened", "cafe", ["cafe"]),
        ("talks on the\ntolls", "the tolls", ["the\ntolls"]),
        ("Straße und STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("ﬁsh and fish", "is", ["ﬁs", "is"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("no match", "zebra", []),
        ("anything", "   ", []),
        ("a.b*c", ".b*", [".b*"]),
        ("İzmir and Izmir", "izmir", ["İzmir", "Izmir"]),
    ],
)
def test_words_are_found_folded(text: str, words: str, expected: list[str]) -> None:
    assert found(text, words) == expected


@given(st.text(max_size=60), st.data())
def test_every_part_of_a_text_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    spans = FoldedText(text).find(part)
    wanted = " ".join(folded(part).split(" ")).strip()

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    if wanted.strip() and folded(text) == "".join(folded(letter) for letter in text):
        assert spans
