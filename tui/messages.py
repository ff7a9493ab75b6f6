"""Messages that cross screens: what the reader asked for, answered by the app."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from briefings.document import Document


@dataclass
class HitAsked(Message):
    """The reader asked for another hit of the search that is on.

    Attributes:
        by: 1 for the next one, -1 for the one before.
    """

    by: int


@dataclass
class ExportAsked(Message):
    """The reader asked to export the briefing that is open."""


@dataclass
class RetryAsked(Message):
    """The reader asked to analyse a document again."""

    document: Document


@dataclass
class CopyAsked(Message):
    """The reader asked for words on the clipboard.

    Attributes:
        words: The words.
        what: What they are, to be told.
    """

    words: str
    what: str
