"""A web page: its article, what it says of itself, and no date that it does not state."""

from __future__ import annotations

import pytest

from briefings.document import Document, Origin
from briefings.errors import ReadingError
from briefings.reading import read_bytes

ARTICLE = """
<p>The talks on the harbour ended without an agreement on Tuesday after the delegation of
Orland left the room.</p>
<p>“We will not sign a paper that gives away our port,” the foreign minister of Orland,
Petra Lindqvist, said &amp; left.</p>
<p>Her counterpart in Maravia, Tomas Okafor, called on both sides to return to the table, and
said on 3 March 2019 that he was ready to meet her anywhere.</p>
"""


def page(head: str = "", article: str = ARTICLE, above: str = "") -> Document:
    text = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
    <title>Orland walks out</title>{head}</head><body><nav><a href="/">Home</a></nav>{above}
    <article><h1>Orland walks out</h1>{article}</article>
    <footer>Subscribe now to Harbour News</footer></body></html>"""
    return read_bytes(text.encode(), name="page.html")


def test_the_article_is_taken_out_of_its_page() -> None:
    document = page(
        '<meta property="og:site_name" content="Harbour News"><meta name="author" '
        'content="Ana Ruiz"><link rel="canonical" href="https://harbour.example/talks">'
    )

    assert document.title == "Orland walks out"
    assert document.title_span == document.paragraphs[0]
    assert len(document.paragraphs) == 4
    assert "said & left." in document.text
    assert "Home" not in document.text
    assert "Subscribe" not in document.text
    assert document.origin == Origin(
        url="https://harbour.example/talks",
        publisher="Harbour News",
        author="Ana Ruiz",
        language="en",
    )
    assert document.published is None


@pytest.mark.parametrize(
    ("head", "above"),
    [
        ('<meta property="article:published_time" content="2024-03-05T10:00:00Z">', ""),
        ('<meta name="date" content="5 March 2024">', ""),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": '
            '["NewsArticle"], "datePublished": "2024-03-05"}]}</script>',
            "",
        ),
        ("", '<time datetime="2024-03-05" pubdate>Tuesday</time>'),
        ("", '<span itemprop="datePublished" content="2024-03-05">Tuesday</span>'),
        ('<link rel="canonical" href="https://harbour.example/2024/03/05/talks">', ""),
    ],
)
def test_a_stated_date_is_found(head: str, above: str) -> None:
    published = page(head, above=above).published

    assert published is not None
    assert published.date == "2024-03-05"


@pytest.mark.parametrize(
    "line",
    [
        '<time datetime="2024-03-05T10:00">Tuesday</time>',
        '<p class="post-date">Published 5 March 2024</p>',
    ],
)
def test_a_date_in_the_articles_head_is_found(line: str) -> None:
    published = page(article=line + ARTICLE).published

    assert published is not None
    assert published.date == "2024-03-05"


@pytest.mark.parametrize(
    ("head", "above"),
    [
        ('<meta property="article:modified_time" content="2024-03-05">', ""),
        ('<meta name="date" content="soon">', ""),
        ('<script type="application/ld+json">{"@type": "NewsArticle",</script>', ""),
        ("<script type='application/ld+json'>" + "[" * 100_000 + "</script>", ""),
        ("", '<p class="date">Tuesday, March 5, 2024</p>'),
        ('<link rel="canonical" href="https://harbour.example/2024/03/talks">', ""),
        ("", '<img src="/2024/03/05/pier.jpg">'),
    ],
)
def test_no_date_is_made_up(head: str, above: str) -> None:
    assert page(head, above=above).published is None


def test_two_times_in_an_article_are_no_date_of_it() -> None:
    times = '<time datetime="2024-03-05">then</time><time datetime="2024-03-06">now</time>'

    assert page(article=times + ARTICLE).published is None


def test_nothing_in_a_page_can_act() -> None:
    document = page(article=f"{ARTICLE}<p>He left. &#27;[31m&#x202e;\x1b[2J&#147;No.&#148;</p>")

    assert "\x1b" not in document.text
    assert "\u202e" not in document.text
    assert "“No.”" in document.text


def test_the_declared_encoding_counts() -> None:
    text = (
        f'<html><head><meta charset="iso-8859-5"></head><body><p>Орланд ушёл.</p>{ARTICLE}</body>'
    )
    data = text.replace("“", '"').replace("”", '"').encode("iso-8859-5")

    assert "Орланд ушёл." in read_bytes(data, name="page.htm").text


def test_a_page_on_standard_input_is_known_by_its_beginning() -> None:
    data = f"\n<!DOCTYPE html><html><body>{ARTICLE}</body></html>".encode()

    assert "<p>" not in read_bytes(data, name="standard input").text


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("", "no article was found in page.html"),
        ("<div>" * 200_000, "no article was found in page.html"),
        ("<b><p>x" * 60_000, "page.html has over 50,000 elements"),
        (f"<p>{'very long ' * 110_000}</p>", "page.html is too long: over 1,000,000 characters"),
    ],
)
def test_a_page_that_cannot_be_read_is_refused(body: str, what: str) -> None:
    with pytest.raises(ReadingError, match=what):
        read_bytes(f"<html><body>{body}</body></html>".encode(), name="page.html")
