"""News articles and reports as briefings: actors, positions, open questions.

The public names below are resolved when they are first used, so that importing this package
loads neither spaCy nor any reader's library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefings.analysis import analyse as analyse
    from briefings.briefing import Briefing as Briefing
    from briefings.document import Document as Document
    from briefings.errors import BriefingError as BriefingError
    from briefings.library import Library as Library
    from briefings.reading import read as read

_HOMES = {
    "Briefing": "briefings.briefing",
    "BriefingError": "briefings.errors",
    "Document": "briefings.document",
    "Library": "briefings.library",
    "analyse": "briefings.analysis",
    "read": "briefings.reading",
}

__all__ = ["Briefing", "BriefingError", "Document", "Library", "analyse", "read"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
