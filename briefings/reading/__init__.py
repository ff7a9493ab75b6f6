"""A source -> `Document`: one module a format.

    bytes --cleaning--> text --plain | markdown | html--> Document

The text of a document is made here once and never changes: it is decoded, cleaned of whatever a
terminal could act on, and freed of markup before the first offset is taken.
"""

from __future__ import annotations

from pathlib import Path

from briefings.document import Document, Origin
from briefings.errors import ReadingError
from briefings.reading.cleaning import MAX_CHARACTERS, clean, decode
from briefings.reading.plain import document_from_text
from briefings.reading.sources import (
    HTML_SUFFIXES,
    MARKDOWN_SUFFIXES,
    PLAIN_SUFFIXES,
    SUPPORTED,
    find_sources,
    shown,
    unreadable,
)

__all__ = ["MAX_BYTES", "document_from_text", "find_sources", "read", "read_bytes"]

MAX_BYTES = 5_000_000
"""A larger source is refused: the longest newspaper reports have a hundredth of it."""


def read(path: Path) -> Document:
    """Read one file.

    Args:
        path: A text, Markdown or HTML file, told by its suffix; without suffix, by its contents.

    Raises:
        ReadingError: If it cannot be read, is empty, too large, binary or of another format.
    """
    try:
        with path.open("rb") as source:
            data = source.read(MAX_BYTES + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    except ValueError as error:
        raise ReadingError(f"{shown(path)!r} is no file name", "check the name") from error
    return read_bytes(data, name=path.name, path=shown(path.absolute()))


def read_bytes(data: bytes, *, name: str, path: str = "") -> Document:
    """Read a source that is in memory, such as standard input.

    Args:
        data: The source's bytes.
        name: What errors call it if there is no path; its suffix tells the format.
        path: Where it came from.

    Raises:
        ReadingError: As `read`.
    """
    called = path or name
    suffix = Path(name).suffix.lower()
    if suffix and suffix not in PLAIN_SUFFIXES + MARKDOWN_SUFFIXES + HTML_SUFFIXES:
        raise ReadingError(f"{called} is in a format that is not read yet", SUPPORTED)
    if not data:
        raise ReadingError(f"{called} is empty", "there is nothing to read")
    if len(data) > MAX_BYTES:
        raise ReadingError(f"{called} is too large: over {MAX_BYTES // 1_000_000} MB", "split it")
    document = _document(decode(data, called), suffix, called, path)
    if not document.text.strip():
        raise ReadingError(f"{called} is blank", "there is nothing to read")
    if len(document.text) > MAX_CHARACTERS:
        raise ReadingError(f"{called} is too long: over {MAX_CHARACTERS:,} characters", "split it")
    return document


def _document(text: str, suffix: str, called: str, path: str) -> Document:
    """The document of a decoded source; a reader's module is loaded when it is needed."""
    from briefings.reading.extract import document_of
    from briefings.reading.html import LOOKS_LIKE_HTML, extract_html
    from briefings.reading.markdown import LOOKS_LIKE_MARKDOWN, extract_markdown

    text = clean(text)
    if not text.strip():
        raise ReadingError(f"{called} is blank", "there is nothing to read")
    if suffix in HTML_SUFFIXES or (not suffix and LOOKS_LIKE_HTML.match(text)):
        return document_of(extract_html(text, called), path)
    if len(text) > MAX_CHARACTERS:
        raise ReadingError(f"{called} is too long: over {MAX_CHARACTERS:,} characters", "split it")
    if suffix in MARKDOWN_SUFFIXES or (not suffix and LOOKS_LIKE_MARKDOWN.match(text)):
        return document_of(extract_markdown(text), path)
    return document_from_text(text, origin=Origin(path=path))
