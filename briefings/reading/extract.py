"""What a reader of one format hands over, and how it becomes a `Document`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefings.document import Document, Origin, Published
from briefings.reading.cleaning import clean_line
from briefings.reading.dates import date_in_url
from briefings.reading.plain import document_from_text


@dataclass(frozen=True, slots=True)
class Extract:
    """An article taken out of its format; every field only as far as the source states it.

    Attributes:
        paragraphs: The text, a paragraph each, without markup.
        title: The title; it becomes the first line of the text.
        author: Who wrote it.
        publisher: Who published it.
        url: Where it was published.
        language: Its language as an ISO 639-1 code.
        published: When it was published.
    """

    paragraphs: tuple[str, ...]
    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    published: Published | None = None


def document_of(extract: Extract, path: str) -> Document:
    """The document of an extract: title first, a blank line between the paragraphs.

    The date is the one the source states, else one in the text's head, else a full date in the
    address.
    """
    title = clean_line(extract.title)
    paragraphs = [line for line in map(clean_line, extract.paragraphs) if line]
    if title and (not paragraphs or paragraphs[0].casefold() != title.casefold()):
        paragraphs.insert(0, title)
    url = clean_line(extract.url)
    document = document_from_text(
        "\n\n".join(paragraphs),
        origin=Origin(
            path=path,
            url=url if url.startswith(("http://", "https://")) else "",
            publisher=clean_line(extract.publisher),
            author=clean_line(extract.author),
            language=extract.language or Origin().language,
        ),
        published=extract.published,
        title=title,
    )
    if document.published is None:
        return replace(document, published=date_in_url(url))
    return document
