"""What an article does not say: inferred from what was found, and never a fact about the world.

A view, as that of the commitments is: it reads the document and the briefing as values. A gap is
listed only if a reader who looks for it in the text will not find it; few and right is better than
many.
"""

from __future__ import annotations

from briefings.briefing import Briefing
from briefings.document import Document
from briefings.gaps.details import meetings_without_place, vague_numbers, without_date
from briefings.gaps.gap import Gap, GapKind
from briefings.gaps.hearing import accused_not_heard, parties_not_quoted, unnamed_sources
from briefings.gaps.promises import promises_without_number, promises_without_time

__all__ = ["Gap", "GapKind", "gaps"]


def gaps(document: Document, briefing: Briefing) -> tuple[Gap, ...]:
    """Everything that an article leaves out, as far as it can be told; the date first."""
    return (
        *without_date(document),
        *accused_not_heard(document, briefing),
        *parties_not_quoted(document, briefing),
        *unnamed_sources(document, briefing),
        *promises_without_number(document, briefing),
        *promises_without_time(document, briefing),
        *vague_numbers(document, briefing),
        *meetings_without_place(document, briefing),
    )
