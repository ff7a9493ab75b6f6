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

MAX_ELEMENTS = 50_000
"""A news page has some thousands; the extraction takes 0.1 ms an element."""

ARTICLE_TYPES = ("Article", "Page", "Posting", "Report")
"""How the schema.org types end whose date of publication is the page's."""

UPDATE_WORDS = ("updat", "modif")
DATE_CLASSES = ("date", "publish", "posted", "timestamp")

LOOKS_LIKE_HTML = re.compile(r"\s{0,99}<(?:!doctype html|html|head|body|article)\b", re.IGNORECASE)
_PROLOGUE = re.compile(r"\s{0,99}<\?xml[^<>]{0,200}\?>")
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,8})|([0-9]{1,9}));?", re.IGNORECASE)
_NO_ARTICLE = "save the page with its full text, or paste the article into a .txt file"


def extract_html(text: str, name: str) -> Extract:
    """The article of a web page.

    Raises:
        ReadingError: If no article can be found in it, or if its markup cannot be followed.
    """
    from lxml.etree import LxmlError

    page = _REFERENCE.sub(_without_control, _PROLOGUE.sub("", clean(text), count=1))
    try:
        return _extract(page, name)
    except (LxmlError, RecursionError, ValueError, AssertionError) as error:
        raise ReadingError(f"{name} holds markup that cannot be followed", _NO_ARTICLE) from error


def _without_control(reference: re.Match[str]) -> str:
    """A character reference that is no control: lxml refuses those once they are decoded.

    References into the C1 range mean Windows-1252, as in every browser.
    """
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    if 0x80 <= number <= 0x9F:
        return bytes([number]).decode("cp1252", "ignore")
    return " " if number < 0x20 or number == 0x7F else reference[0]


def _extract(page: str, name: str) -> Extract:
    try:
        from trafilatura import bare_extraction, load_html
        from trafilatura.settings import Document as Article
    except ImportError as error:  # Old versions of pip leave out a part that it needs.
        raise ReadingError(
            f"{name} is a web page, and what reads web pages is not installed completely",
            "install the package lxml-html-clean",
        ) from error

    tree = load_html(page)
    if tree is None:
        raise ReadingError(f"no article was found in {name}", _NO_ARTICLE)
    _refuse_large(tree, name)
    published = _published(tree)
    language = str(tree.get("lang") or "")[:2].lower()
    article = bare_extraction(
        tree,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        # Its date is not used; the short search is the cheaper one.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    lines = (article.text or "").split("\n") if isinstance(article, Article) else []
    if not isinstance(article, Article) or not any(lines):
        raise ReadingError(f"no article was found in {name}", _NO_ARTICLE)
    return Extract(
        paragraphs=tuple(line.removeprefix("- ") for line in lines),
        title=article.title or "",
        author=article.author or "",
        publisher=article.sitename or "",
        url=article.url or "",
        language=language if re.fullmatch("[a-z]{2}", language) else "",
        published=published,
    )


def _refuse_large(tree: HtmlElement, name: str) -> None:
    """Raise if the page would keep the extraction busy for long."""
    elements = list(tree.iter("*"))
    if len(elements) > MAX_ELEMENTS:
        raise ReadingError(f"{name} has over {MAX_ELEMENTS:,} elements", _NO_ARTICLE)
    visible = (e for e in elements if e.tag not in ("script", "style"))
    if sum(len(e.text or "") + len(e.tail or "") for e in visible) > MAX_CHARACTERS:
        raise ReadingError(f"{name} is too long: over {MAX_CHARACTERS:,} characters", "split it")


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
        except (ValueError, RecursionError):
            continue
        for thing in _json_objects(data):
            kinds = thing.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(str(kind).endswith(ARTICLE_TYPES) for kind in kinds):
                yield parse_date(str(thing.get("datePublished") or ""))


def _json_objects(data: Any) -> Iterator[dict[str, Any]]:
    """The objects at the top of JSON-LD data, and those of their graphs."""
    for thing in data if isinstance(data, list) else [data]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            if isinstance(graph, list):
                yield from (part for part in graph if isinstance(part, dict))


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
