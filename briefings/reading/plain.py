"""A text -> a `Document`: its title, paragraphs, boilerplate, and what its head says.

The head of an article may hold lines that are no part of it: a date, a byline. They are kept as
boilerplate, so that they are shown but never analysed, and what they say goes into the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefings.document import Document, Origin, Published
from briefings.reading.boilerplate import find_boilerplate
from briefings.reading.dates import date_line, dateline_date
from briefings.reading.paragraphs import split_paragraphs

HEAD = 8
"""How many paragraphs from the top may be title, date or byline."""

LONGEST_HEADLINE = 200
"""In code points; few headlines have half of it."""

LONGEST_BYLINE = 80
LONGEST_NAME = 80
"""A text without a headline is called by its first words, cut to this length in code points."""

UNTITLED = "Untitled"

_SENTENCE_END = re.compile(r"[.:;,][\"”’')]*$")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.){2}$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr)\.$")
_NAME_PARTICLES = frozenset(
    {"al", "and", "bin", "da", "de", "del", "der", "di", "el", "van", "von"}
)
_NO_NAMES = frozenset({"a", "any", "by", "in", "not", "of", "or", "the", "to", "way"})


@dataclass
class _Head:
    """What the first paragraphs say.

    Attributes:
        content: The indices of the paragraphs in it that belong to the article.
        asides: The indices of its date lines and bylines.
        published: The date it states.
        author: The name in its byline.
    """

    content: list[int] = field(default_factory=list)
    asides: set[int] = field(default_factory=set)
    published: Published | None = None
    author: str = ""


def document_from_text(
    text: str,
    *,
    origin: Origin | None = None,
    published: Published | None = None,
    title: str = "",
) -> Document:
    """The document of a text that is kept exactly as given.

    Args:
        text: Any text; the document's offsets are code points of it.
        origin: Where it came from; the text's byline is added if this names no author.
        published: When it was published; else the date line or dateline near its top, if any.
        title: Its title if that is known; else its headline, or its first words.

    Returns:
        A document whose paragraphs and boilerplate are in order, do not overlap, and together
        hold every character of the text that is not blank.
    """
    spans = split_paragraphs(text)
    lines = [" ".join(span.of(text).split()) for span in spans]
    boilerplate = find_boilerplate(lines)
    head = _read_head(lines, boilerplate)
    aside = boilerplate | head.asides
    if len(aside) == len(spans):
        aside = frozenset()
    first = next((i for i in range(len(lines)) if i not in aside), None)
    is_lone = len(lines) - len(aside) == 1
    title_span = None
    if first is not None and _is_title(lines[first], title, is_lone):
        title_span = spans[first]
    origin = origin or Origin()
    if head.author and not origin.author:
        origin = replace(origin, author=head.author)
    return Document.of(
        text,
        title=" ".join(title.split()) or (_name(lines[first]) if first is not None else UNTITLED),
        title_span=title_span,
        paragraphs=tuple(span for i, span in enumerate(spans) if i not in aside),
        boilerplate=tuple(span for i, span in enumerate(spans) if i in aside),
        origin=origin,
        published=published or head.published,
    )


def _read_head(lines: Sequence[str], boilerplate: frozenset[int]) -> _Head:
    head = _Head()
    for i, line in enumerate(lines[:HEAD]):
        if i in boilerplate:
            continue
        is_date, published = date_line(line)
        author = byline(line) if head.content else ""
        if is_date or author:
            head.asides.add(i)
            head.author = head.author or author
        else:
            head.content.append(i)
            published = dateline_date(line)
        head.published = head.published or published
    return head


def byline(line: str) -> str:
    """The name in a line like "By Ana Ruiz, Harbour News"; empty if it is no byline."""
    words = re.split(r"[,|–—]", line[3:], maxsplit=1)[0].split()
    if line[:3].casefold() != "by " or len(line) > LONGEST_BYLINE or not 2 <= len(words) <= 6:
        return ""
    if line.endswith(".") or any(word.casefold() in _NO_NAMES for word in words):
        return ""
    names = [word for word in words if word not in _NAME_PARTICLES]
    return " ".join(words) if names and all(name[0].isupper() for name in names) else ""


def _is_title(line: str, known: str, is_lone: bool) -> bool:
    """Whether the first paragraph is the title: the one that is known, else a headline."""
    if known.strip():
        return line.casefold() == " ".join(known.split()).casefold()
    return not is_lone and is_headline(line)


def is_headline(line: str) -> bool:
    """Whether a line is short and does not end as a sentence does."""
    if len(line) > LONGEST_HEADLINE:
        return False
    return not _SENTENCE_END.search(line) or bool(_ABBREVIATION.search(line))


def _name(line: str) -> str:
    """What to call a text that begins with this line."""
    if is_headline(line):
        return line
    if len(line) <= LONGEST_NAME:
        return line.removesuffix(".")
    cut = line[: LONGEST_NAME - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:") + "…"
