"""A text as it was read, and where its parts stand.

All offsets in this program are Unicode code points of `Document.text`, half open, and the text
of a document never changes once it is read.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, `[start, end)` in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of `text` at this span."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """How many code points the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published, as far as its source says.

    Attributes:
        date: An ISO 8601 date cut to its precision: `2026-01-06`, `2026-01` or `2026`.
        precision: How much of the date is known.
    """

    date: str
    precision: Precision


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document came from; every field only as far as the source says it."""

    path: str = ""
    url: str = ""
    publisher: str = ""
    author: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was read; build it with `Document.of`, or with `briefings.read`.

    Attributes:
        id: SHA-256 of the text in UTF-8, in hexadecimal.
        text: The whole text, title and boilerplate included.
        title: The headline, or the best name the source gives.
        title_span: Where the title stands in the text; None if it comes from outside of it.
        paragraphs: The paragraphs in order, title first if it stands in the text, without the
            boilerplate.
        boilerplate: Parts that are kept and shown but never analysed, such as a list of links.
        origin: Where the text came from.
        published: The date of publication; None means undated, and undated it stays.
    """

    id: str
    text: str
    title: str
    title_span: Span | None
    paragraphs: tuple[Span, ...]
    boilerplate: tuple[Span, ...] = ()
    origin: Origin = Origin()
    published: Published | None = None

    @classmethod
    def of(
        cls,
        text: str,
        *,
        title: str,
        paragraphs: tuple[Span, ...],
        title_span: Span | None = None,
        boilerplate: tuple[Span, ...] = (),
        origin: Origin | None = None,
        published: Published | None = None,
    ) -> Document:
        """A document with the identity that its text gives it."""
        from hashlib import sha256  # brings OpenSSL, which a document that is only shown needs not

        return cls(
            id=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            text=text,
            title=title,
            title_span=title_span,
            paragraphs=paragraphs,
            boilerplate=boilerplate,
            origin=origin or Origin(),
            published=published,
        )

    @property
    def word_count(self) -> int:
        """The words of the paragraphs, counted at white space."""
        return sum(len(span.of(self.text).split()) for span in self.paragraphs)

    def paragraph_number(self, offset: int) -> int | None:
        """The number, from 1, of the body paragraph at `offset`; None in title or boilerplate."""
        index = bisect_right(self.paragraphs, offset, key=lambda span: span.start) - 1
        if index < 0 or offset >= self.paragraphs[index].end:
            return None
        if self.paragraphs[index] == self.title_span:
            return None
        return index + 1 - (self.title_span in self.paragraphs[:index])
