"""What an action is, and where it may apply."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where an action applies."""

    APP = "everywhere"
    LIST = "lists and text"
    BRIEFING = "briefing"
    FIND = "finding words"
    LIBRARY = "library"
    FILTER = "filtering the library"
    ADDING = "adding"
    PICKER = "choosing files"
    SEARCH = "search"
    DIALOG = "dialogs"
    EXPORT = "export"
    SELECT = "selecting words"
    CORRECT = "correcting"
    NOTE = "notes"
    PAGE = "dossiers and questions"
    DOSSIER = "dossier"
    LEDGER = "open questions"
    GRID = "tables"
    MATRIX = "matrix"


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do with a key.

    Attributes:
        id: Stable name for key settings, such as `briefing.narrow`.
        place: Where it applies.
        name: The Textual action, parameters included, such as `focus_pane(1)`.
        keys: The default keys, the first one shown.
        title: One or two words, for the footer and the palette.
        help: One sentence, for the help screen and the documents.
        footer: Whether the footer has room for it.
        palette: Whether the command palette offers it.
        priority: Whether it goes before the keys of the focused widget.
    """

    id: str
    place: Place
    name: str
    keys: tuple[str, ...]
    title: str
    help: str
    footer: bool = False
    palette: bool = True
    priority: bool = False
