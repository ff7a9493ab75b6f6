"""An article and its briefing in, what it does not say out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings

from briefings.analysis import analyse
from briefings.briefing import Briefing
from briefings.document import Document, Precision, Published
from briefings.gaps import Gap, GapKind, gaps
from briefings.reading import document_from_text
from tests.library.strategies import analysed

Asked = Callable[[str], list[Gap]]


@pytest.fixture(scope="session")
def asked() -> Asked:
    """`asked(text) -> gaps`, of a text that is dated."""

    def of(text: str) -> list[Gap]:
        document = document_from_text(text, published=Published("2031-03-02", Precision.DAY))
        return list(gaps(document, analyse(document)))

    return of


def test_an_article_without_a_date(asked: Asked) -> None:
    document = document_from_text("The harbour is closed.")
    (gap,) = gaps(document, analyse(document))
    assert gap == Gap(GapKind.NO_DATE, "The article bears no date of publication.")
    assert asked("The harbour is closed.") == []


def test_the_accused_is_not_heard(asked: Asked) -> None:
    accusation = "Mira Okafor accused Jon Ruiz of taking bribes."
    (gap,) = asked(accusation)
    assert gap.kind is GapKind.ACCUSED_NOT_HEARD
    assert gap.text == "Jon Ruiz is accused by Mira Okafor, and is not heard."
    assert asked(f"{accusation} Ruiz denied the charge.") == []


def test_only_unnamed_sources(asked: Asked) -> None:
    (gap,) = asked("Two senior officials said that the port would close.")
    assert gap.kind is GapKind.UNNAMED_SOURCE
    assert "“Two senior officials”" in gap.text
    assert asked("Jon Ruiz, a senior official, said that the port would close.") == []


def test_a_promise_without_a_number(asked: Asked) -> None:
    (number, time) = asked("Norway promised to send soldiers to Latvia.")
    assert number.kind is GapKind.NO_NUMBER
    assert number.text == "The article does not say how many soldiers Norway promised."
    assert time.kind is GapKind.NO_TIME
    assert asked("Norway promised to send 300 soldiers to Latvia.") == []


def test_a_promise_under_a_condition_needs_no_time(asked: Asked) -> None:
    kinds = [gap.kind for gap in asked("Norway promised to send soldiers if war breaks out.")]
    assert kinds == [GapKind.NO_NUMBER]


def test_a_vague_number(asked: Asked) -> None:
    (gap,) = asked("Dozens of fishermen marched to the port.")
    assert gap.text == "No number is given for “fishermen”, only “Dozens”."
    assert asked("Dozens of fishermen marched. Police counted 48 fishermen.") == []


def test_every_gap_but_the_date_has_a_sentence(asked: Asked) -> None:
    found = asked("Two aides said so. Mira Okafor accused Jon Ruiz. Hundreds of men came.")
    assert found
    assert all(gap.evidence for gap in found)


@given(analysed())
@settings(deadline=None)
def test_any_briefing_has_its_gaps(pair: tuple[Document, Briefing]) -> None:
    document, briefing = pair
    found = gaps(document, briefing)
    assert found == gaps(document, replace(briefing))
    assert any(gap.kind is GapKind.NO_DATE for gap in found) == (document.published is None)
