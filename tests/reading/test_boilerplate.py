"""What surrounds an article is told from the article."""

from __future__ import annotations

import pytest

from briefings.reading import document_from_text

BODY = [
    "Orland walks out",
    "The delegation of Orland left the room on Thursday.",
    "Maravia called for more talks.",
]


def boilerplate(*lines: str) -> list[str]:
    document = document_from_text("\n".join(lines))
    return [span.of(document.text) for span in document.boilerplate]


@pytest.mark.parametrize(
    "tail",
    [
        ["Related Sources:", "• Source 1 • Source 2"],
        ["Read more:", "Pier sold to a stranger", "Fishing season opens"],
        ["Read more: Pier sold to a stranger"],
        ["Sign up for our newsletter"],
        ["Sign up for our morning newsletter and get the harbour to your inbox every day."],
        ["ADVERTISEMENT"],
        ["© 2031 Harbour News. All rights reserved."],
        ["All rights reserved."],
        ["Share this article", "Facebook", "Email"],
        ["Follow Ana Ruiz on Bluesky @anaruiz."],
        ["Follow us on Facebook."],
        ["(Reporting by Ana Ruiz; Editing by T. Okafor)"],
        ["Petra Holm contributed to this report."],
        ["Tags: Orland, harbour, fish"],
        ["* * *"],
        ["You may also like", "1. Pier sold", "2. Season opens", "Subscribe to our newsletter"],
    ],
)
def test_the_tail_is_boilerplate(tail: list[str]) -> None:
    assert boilerplate(*BODY, *tail) == tail


@pytest.mark.parametrize("line", ["Advertisement", "Share", "Skip to main content", "—"])
def test_furniture_is_found_in_the_middle(line: str) -> None:
    assert boilerplate(*BODY[:2], line, *BODY[2:]) == [line]


@pytest.mark.parametrize(
    "last",
    [
        "Topics for the next round include fishing rights and tolls.",
        "Tags on the cod, the minister said, had cost a fortune.",
        "Related talks on tolls will go on in May.",
        "Read more slowly, the treaty gives Orland nothing, Lindqvist said.",
        "“Sign up for our plan,” Okafor urged the fishermen.",
        "It is unclear when the talks will go on.",
        "Follow the money, Okafor said.",
        "Sources close to Maravia were hopeful.",
        "No deal",
    ],
)
def test_a_last_paragraph_of_the_article_is_kept(last: str) -> None:
    assert boilerplate(*BODY, last) == []


def test_prose_after_a_list_of_links_is_kept() -> None:
    links = ["Read more:", "Pier sold to a stranger"]

    assert boilerplate(*BODY[:2], *links, *BODY[2:]) == links


def test_a_text_of_nothing_else_is_kept_whole() -> None:
    assert boilerplate("Advertisement", "Share this article") == []
