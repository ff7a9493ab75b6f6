"""A text as it is given: title, paragraphs, boilerplate, date and byline."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefings.document import Document, Origin, Precision, Published, Span
from briefings.reading import document_from_text

ARTICLE = """\
Orland walks out of harbour talks

Friday, July 21, 2017

By Ana Ruiz, Harbour News

The delegation of Orland left the room on Thursday.

Maravia called for more talks.

Related Stories:
• The harbour, explained
• Who owns the pier
"""


def words(document: Document, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(document.text) for span in spans]


def test_an_article_is_taken_apart() -> None:
    document = document_from_text(ARTICLE)

    assert document.text == ARTICLE
    assert document.title == "Orland walks out of harbour talks"
    assert document.title_span == document.paragraphs[0]
    assert document.published == Published("2017-07-21", Precision.DAY)
    assert document.origin.author == "Ana Ruiz"
    assert words(document, document.paragraphs) == [
        "Orland walks out of harbour talks",
        "The delegation of Orland left the room on Thursday.",
        "Maravia called for more talks.",
    ]
    assert words(document, document.boilerplate) == [
        "Friday, July 21, 2017",
        "By Ana Ruiz, Harbour News",
        "Related Stories:",
        "• The harbour, explained",
        "• Who owns the pier",
    ]


@pytest.mark.parametrize(
    ("first", "is_title"),
    [
        ("Orland walks out", True),
        ("Will Orland walk out?", True),
        ("Maravia leaves for talks in the U.S.", True),
        ("Orland Fish Inc.", True),
        ("The delegation of Orland left the room.", False),
        ("“We are leaving.”", False),
        ("The delegation said this:", False),
        ("a " * 150, False),
    ],
)
def test_a_headline_is_short_and_no_sentence(first: str, is_title: bool) -> None:
    document = document_from_text(f"{first}\n\nThe talks went on without it.")

    assert (document.title_span is not None) is is_title


def test_a_text_without_headline_is_called_by_its_first_words() -> None:
    sentence = (
        "The delegation of Orland left the room on Thursday after a long night of talks on fish."
    )

    assert document_from_text("It left.").title == "It left"
    title = document_from_text(sentence).title
    assert title.endswith("…")
    assert sentence.startswith(title[:-1])
    assert len(title) <= 80


def test_a_lone_paragraph_is_text_and_no_title() -> None:
    document = document_from_text("Orland walks out")

    assert document.title == "Orland walks out"
    assert document.title_span is None
    assert len(document.paragraphs) == 1


def test_what_the_caller_knows_goes_first() -> None:
    known = Published("2019-01", Precision.MONTH)
    document = document_from_text(
        ARTICLE, origin=Origin(author="T. Okafor"), published=known, title="Another title"
    )

    assert document.title == "Another title"
    assert document.title_span is None
    assert document.published == known
    assert document.origin.author == "T. Okafor"


def test_a_blank_text_is_a_document_without_paragraphs() -> None:
    document = document_from_text(" \n\t\n")

    assert document.title == "Untitled"
    assert document.paragraphs == document.boilerplate == ()


PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        "\r\n",
        "\u2028",
        " ",
        "Related Sources:",
        "• Source 1",
        "Advertisement",
        "Friday, July 21, 2017",
        "By Ana Ruiz",
        "Orland walks out",
        "She left.",
        "***",
        "\u200b",
        "\x1b[31m",
        "©",
        "the harbour was closed for the night and nobody knew when it would open",
    ]
)


@settings(deadline=None)
@given(
    st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES | st.text()).map("".join))
)
@example("\x1c")
@example("Advertisement")
@example("\ud800")
def test_every_character_has_its_place(text: str) -> None:
    document = document_from_text(text)

    assert document.text == text
    assert document.title.strip()
    assert bool(document.paragraphs) == bool(text.strip())
    spans = sorted(document.paragraphs + document.boilerplate)
    assert list(document.paragraphs) == sorted(document.paragraphs)
    assert list(document.boilerplate) == sorted(document.boilerplate)
    at = 0
    for span in spans:
        assert not text[at : span.start].strip()
        assert span.of(text) == span.of(text).strip() != ""
        at = span.end
    assert not text[at:].strip()
    assert document.title_span in (None, *document.paragraphs[:1])
