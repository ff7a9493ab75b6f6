"""Where words stand in a text: what a briefing that is made by hand is made of."""

from __future__ import annotations

from briefings.document import Span


def span_in(text: str, words: str, after: str = "") -> Span:
    """Where words stand, the first time they do after some other words.

    Raises:
        ValueError: They stand nowhere there.
    """
    start = text.index(words, text.index(after) if after else 0)
    return Span(start, start + len(words))


def only_span_in(text: str, words: str) -> Span:
    """Where words stand that stand in a text once."""
    assert text.count(words) == 1, words
    return span_in(text, words)
