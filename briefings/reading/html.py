"""A web page -> its article, by trafilatura, and the date that the page states.

trafilatura's own search for a date falls back on any date in the text or the markup. A date that
is wrong is worse than none, so here only what a page declares as its date of publication counts:
metadata, JSON-LD, a marked `time` element, or a line of the article's head that is just a date.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefings.document import Published
from briefings.errors import ReadingError
from briefings.reading.cleaning import MAX_CHARACTERS, clean
from briefings.reading.dates import date_line, parse_date
from briefings.reading.extract import Extract

if TYPE_CHECKING:
    from lxml.html import HtmlElement

META_DATES = (
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date.published",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "publication_date",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "date",
)
"""Names of `meta` elements that hold a date of publication, the surest first."""

UPDATE_WORDS = ("updat", "modif")
DATE_CLASSES = ("date", "publish", "posted", "timestamp")

LOOKS_LIKE_HTML = re.compile(r"\s{0,99}<(?:!doctype html|html|head|body|article)\b", re.IGNORECASE)
_PROLOGUE = re.compile(r"\s{0,99}<\?xml[^<>]{0,200}\?>")
_NO_ARTICLE = "save the page with its full text, or paste the article into a .txt file"


def extract_html(text: str, name: str) -> Extract:
    """The article of a web page.

    Raises:
        ReadingError: If no article can be found in it, or if its markup cannot be followed.
    """
    from lxml.etree import LxmlError

    page = _PROLOGUE.sub("", clean(text), count=1)
    try:
        return _extract(page, name)
    except (LxmlError, RecursionError, ValueError, AssertionError) as error:
        raise ReadingError(f"{name} holds markup that cannot be followed", _NO_ARTICLE) from error


def _extract(page: str, name: str) -> Extract:
    from trafilatura import bare_extraction, extract_metadata, load_html

    tree = load_html(page)
    if tree is None:
        raise ReadingError(f"no article was found in {name}", _NO_ARTICLE)
    if sum(map(len, tree.itertext())) > 2 * MAX_CHARACTERS:
        raise ReadingError(f"{name} is too long: over {MAX_CHARACTERS:,} characters", "split it")
    published = _published(tree)
    language = str(tree.get("lang") or "")[:2].lower()
    # Its date is not used; the short search is the cheaper one.
    about = extract_metadata(tree, date_config={"extensive_search": False, "original_date": True})
    article = bare_extraction(tree, include_comments=False, include_tables=False)
    body = (article.text or "") if article is not None and not isinstance(article, dict) else ""
    if not body.strip():
        raise ReadingError(f"no article was found in {name}", _NO_ARTICLE)
    return Extract(
        paragraphs=tuple(line.removeprefix("- ") for line in body.split("\n") if line.strip()),
        title=about.title or "",
        author=about.author or "",
        publisher=about.sitename or "",
        url=about.url or "",
        language=language if re.fullmatch("[a-z]{2}", language) else "",
        published=published,
    )


def _published(tree: HtmlElement) -> Published | None:
    """The date of publication that the page declares."""
    for candidates in (_meta_dates, _json_dates, _time_dates, _printed_dates):
        for published in candidates(tree):
            if published is not None:
                return published
    return None


def _meta_dates(tree: HtmlElement) -> Iterator[Published | None]:
    stated: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            key = str(meta.get(attribute) or "").strip().lower()
            stated.setdefault(key, str(meta.get("content") or ""))
    for key in META_DATES:
        yield parse_date(stated.get(key, ""))


def _json_dates(tree: HtmlElement) -> Iterator[Published | None]:
    for script in tree.iter("script"):
        if "ld+json" not in str(script.get("type") or ""):
            continue
        try:
            data = json.loads(script.text or "")
        except ValueError:
            continue
        for thing in _articles(data):
            yield parse_date(str(thing.get("datePublished") or ""))


def _articles(data: Any) -> Iterator[dict[str, Any]]:
    """The objects at the top of JSON-LD data, and in its graph, that are an article or a page."""
    things = data if isinstance(data, list) else [data]
    for thing in things:
        if not isinstance(thing, dict):
            continue
        kinds = thing.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(str(kind).endswith(("Article", "Page", "Posting", "Report")) for kind in kinds):
            yield thing
        graph = thing.get("@graph")
        if isinstance(graph, list):
            yield from _articles([part for part in graph if "@graph" not in part])


def _time_dates(tree: HtmlElement) -> Iterator[Published | None]:
    """Elements marked as the date of publication; else the article's `time`, if it has one."""
    for element in tree.iter("time", "span", "div", "p", "abbr"):
        marks = str(element.get("itemprop") or "").lower()
        if "datepublished" in marks or (element.tag == "time" and "pubdate" in element.attrib):
            yield _date_of(element)
    times = [
        _date_of(element)
        for article in tree.iter("article", "main")
        for element in article.iter("time")
        if not _is_about_update(element)
    ]
    if len(set(times)) == 1:
        yield times[0]


def _printed_dates(tree: HtmlElement) -> Iterator[Published | None]:
    """Lines of the article that are nothing but a date, and whose class says so."""
    for article in tree.iter("article", "main"):
        for element in article.iter("p", "span", "div", "li"):
            names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
            if any(name in names for name in DATE_CLASSES) and not _is_about_update(element):
                yield date_line(str(element.text_content())[:200])[1]


def _is_about_update(element: HtmlElement) -> bool:
    marks = " ".join(str(element.get(name) or "") for name in ("class", "id", "itemprop")).lower()
    return any(word in marks for word in UPDATE_WORDS)


def _date_of(element: HtmlElement) -> Published | None:
    for attribute in ("datetime", "content"):
        if element.get(attribute):
            return parse_date(str(element.get(attribute)))
    return date_line(str(element.text_content())[:200])[1]
