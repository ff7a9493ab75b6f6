"""A library -> a page of all its open questions, with how many there are of each status."""

from __future__ import annotations

from dataclasses import dataclass

from briefings.corrections import QuestionStatus
from briefings.library import Library
from briefings.library.ledger import Asked, LedgerRow


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the list of questions.

    Attributes:
        rows: The questions.
        offset: How many come before them.
        total: How many there are on all pages.
        counts: How many there are of each status, whichever statuses are asked for; all are there.
    """

    rows: tuple[LedgerRow, ...]
    offset: int
    total: int
    counts: dict[QuestionStatus, int]


def ledger(
    library: Library, asked: Asked | None = None, *, limit: int = 50, offset: int = 0
) -> Page:
    """The questions that are asked for.

    Args:
        library: Whose questions.
        asked: Which ones and in what order; None means all, the newest first.
        limit: How many at most.
        offset: How many of the first to leave out.

    Raises:
        LibraryError: The library could not be read.
    """
    asked = asked or Asked()
    rows, found = library.threads.questions(asked, limit=limit, offset=offset)
    counts = {status: found.get(status, 0) for status in QuestionStatus}
    return Page(rows, offset, sum(counts[status] for status in asked.statuses or counts), counts)
