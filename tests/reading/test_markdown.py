"""Markdown: plain paragraphs, and the few keys of front matter that are read."""

from __future__ import annotations

from briefings.document import Document, Origin, Precision, Published
from briefings.reading import read_bytes

ARTICLE = """\
---
title: "Harbour talks: \\"no deal\\""
author:
  - "[[people/ruiz|Ana Ruiz]]"
  - T. Okafor
published: 2024-03-05T10:00:00Z
source: https://harbour.example/talks
publisher: 'Harbour News'
tags: [fish, tolls]
evil: !!python/object/apply:os.system ["true"]
---
# Harbour talks: "no deal"

The *talks* on the [harbour](https://harbour.example "H") ended
without an **agreement** &amp; a date.\\
Orland left.

> "We will `not` sign," Lindqvist said.

1. Tolls<br>and fees
2. ![The pier](pier.jpg)Fish

| who | what |
|-----|------|
| Orland | left |

<div>Maravia <b>stayed</b>.<script>alert(1)</script></div>
"""


def markdown(text: str) -> Document:
    return read_bytes(text.encode(), name="note.md")


def test_the_markup_is_gone_and_the_words_are_kept() -> None:
    document = markdown(ARTICLE)

    assert [span.of(document.text) for span in document.paragraphs] == [
        'Harbour talks: "no deal"',
        "The talks on the harbour ended without an agreement & a date. Orland left.",
        '"We will not sign," Lindqvist said.',
        "Tolls and fees",
        "Fish",
        "who | what",
        "Orland | left",
        "Maravia stayed.",
    ]
    assert document.title_span == document.paragraphs[0]


def test_the_front_matter_says_where_it_comes_from() -> None:
    document = markdown(ARTICLE)

    assert document.published == Published("2024-03-05", Precision.DAY)
    assert document.origin == Origin(
        url="https://harbour.example/talks", publisher="Harbour News", author="Ana Ruiz, T. Okafor"
    )


def test_the_first_heading_is_the_title() -> None:
    document = markdown("# Orland walks out\n\nIt left the room.\n")

    assert document.title == "Orland walks out"
    assert document.published is None


def test_a_rule_is_no_front_matter() -> None:
    assert "It left the room." in markdown("---\n\nIt left the room.\n" * 120).text


def test_a_source_that_is_no_address_is_the_publisher() -> None:
    document = markdown("---\nsource: Harbour News\ndate: March 2024\n---\nIt left the room.\n")

    assert document.origin.publisher == "Harbour News"
    assert document.published == Published("2024-03", Precision.MONTH)
    assert document.title == "It left the room"


def test_markup_nested_deep_ends() -> None:
    assert markdown("> " * 5_000 + "x\n\n" + "[" * 5_000 + "\n\nIt left.").text.endswith("It left.")
