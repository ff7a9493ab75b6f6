"""What can go wrong, as one tree.

    BriefingError               everything that is ours to explain
    ├── ReadingError            a source could not be turned into a document
    ├── AnalysisError           a document could not be analysed
    ├── LibraryError            the library could not be opened or written
    ├── QueryError              a search could not be understood (in `briefings.search`)
    ├── ExportError             a note could not be written
    └── SettingsError           a setting, keymap or theme is not valid

Every error says three things: what happened, to which thing, and what to do about it.
"""

from __future__ import annotations


class BriefingError(Exception):
    """Something a person can mend; shown as one sentence, never as a traceback.

    Args:
        what: What happened, with the name of the file or thing it happened to. No full stop.
        remedy: What the reader can do about it. No full stop; empty if nothing can be done.
    """

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what}: {self.remedy}." if self.remedy else f"{self.what}."


class ReadingError(BriefingError):
    """A source could not be turned into a document."""


class AnalysisError(BriefingError):
    """A document could not be analysed."""


class LibraryError(BriefingError):
    """The library could not be opened, read or written."""


class ExportError(BriefingError):
    """A note could not be written."""


class SettingsError(BriefingError):
    """A setting, keymap or theme is not valid."""
