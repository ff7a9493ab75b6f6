"""Markdown -> plain paragraphs, and its front matter -> what it says of the article.

The front matter is YAML by custom, but only the few keys below are read, each with plain text or
a flat list after it: a whole YAML reader would bring anchors, tags and other things that act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from briefings.reading.dates import parse_date
from briefings.reading.extract import Extract

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

KEYS = frozenset(
    {"title", "author", "authors", "published", "date", "source", "publisher", "url", "language"}
)
LONGEST_FRONT_MATTER = 200
"""In lines; if it is not closed by then, the first line was just a rule."""

LOOKS_LIKE_MARKDOWN = re.compile(r"---\n[A-Za-z]|#{1,3} \S")

_BREAKS = ("softbreak", "hardbreak")
_KEY = re.compile(r"([A-Za-z]{2,20}) ?:(?: (.*))?")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,200}\|)?([^\[\]|]{1,200})\]\]")


def extract_markdown(text: str) -> Extract:
    """The article of a Markdown text.

    Its title is that of the front matter, else the heading it begins with.
    """
    stated, body = split_front_matter(text)
    blocks = list(_blocks(body))
    title = stated.get("title", "")
    if not title and blocks and blocks[0][0] == "h1":
        title = blocks[0][1]
    source = stated.get("source", "")
    is_address = source.startswith(("http://", "https://"))
    language = stated.get("language", "")[:2].lower()
    return Extract(
        paragraphs=tuple(text for _, text in blocks),
        title=title,
        author=stated.get("author", "") or stated.get("authors", ""),
        publisher=stated.get("publisher", "") or ("" if is_address else source),
        url=stated.get("url", "") or (source if is_address else ""),
        language=language if language.isalpha() else "",
        published=parse_date(stated.get("published", "")) or parse_date(stated.get("date", "")),
    )


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """What the front matter says under the keys that are known, and the text after it."""
    lines = text.split("\n", LONGEST_FRONT_MATTER)
    if lines[0].rstrip() != "---":
        return {}, text
    closing = (i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "..."))
    end = next(closing, None)
    if end is None or end == LONGEST_FRONT_MATTER:
        return {}, text
    return _stated(lines[1:end]), "\n".join(lines[end + 1 :])


def _stated(lines: Sequence[str]) -> dict[str, str]:
    values: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        match = _KEY.fullmatch(line.rstrip())
        if match:
            key = match[1].lower()
            values.setdefault(key, []).extend(_items(match[2] or ""))
        elif key and line.lstrip().startswith("- "):
            values[key].extend(_items(line.lstrip()[2:]))
        elif line[:1] not in ("", " ", "\t", "#"):
            key = ""
    return {key: ", ".join(values[key]) for key in values if key in KEYS and values[key]}


def _items(value: str) -> list[str]:
    """The entries of a plain value or of a flat list in brackets."""
    value = value.strip()
    if value.startswith("[") and value.endswith("]") and not value.startswith("[["):
        return [item for part in value[1:-1].split(",") for item in _items(part)]
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1].replace('\\"', '"').replace("''", "'")
    value = _WIKI_LINK.sub(r"\1", value).strip()
    return [value] if value and value not in ("|", ">", "null", "~") else []


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """The blocks of a Markdown text as kind ("h1", "p", …) and plain text."""
    from markdown_it import MarkdownIt

    kind = "p"
    cells: list[str] = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type.endswith("_open"):
            kind = token.tag
        elif token.type == "tr_close":
            yield "tr", " | ".join(cells)
            cells = []
        elif token.type == "inline" and kind in ("td", "th"):
            cells.append(_words(token))
        elif token.type == "inline":
            yield kind, _words(token)
        elif token.type in ("fence", "code_block"):
            yield from (("code", part) for part in token.content.split("\n\n"))
        elif token.type == "html_block":
            yield from (("html", part) for part in _without_tags(token.content).split("\n\n"))


def _words(token: Token) -> str:
    """The words of a block without their markup; a picture's description is left out."""
    parts: list[str] = []
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in _BREAKS or child.content.lower().startswith("<br"):
            parts.append(" ")
    return "".join(parts)


def _without_tags(markup: str) -> str:
    """The text of a piece of HTML, without comments, scripts and styles."""
    reader = _TextOfHtml()
    reader.feed(markup)
    reader.close()
    return "".join(reader.parts)


class _TextOfHtml(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("script", "style")
        if tag in ("p", "div", "br", "li", "tr", "h1", "h2", "h3"):
            self.parts.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._hidden = max(0, self._hidden - 1)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)
