"""Sentences in, findings out: the fixtures of all tests of the analysis.

Both read the text as the program would, and use the language model that is installed.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefings.analysis import analyse
from briefings.analysis.parsing import Parse, parse
from briefings.briefing import Briefing
from briefings.reading import document_from_text


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Parse]:
    """`parsed(text) -> Parse`; the same text is parsed once a session."""
    known: dict[str, Parse] = {}

    def of(text: str) -> Parse:
        if text not in known:
            known[text] = parse(document_from_text(text))
        return known[text]

    return of


@pytest.fixture(scope="session")
def analysed() -> Callable[[str], Briefing]:
    """`analysed(text) -> Briefing`; the same text is analysed once a session."""
    known: dict[str, Briefing] = {}

    def of(text: str) -> Briefing:
        if text not in known:
            known[text] = analyse(document_from_text(text))
        return known[text]

    return of
