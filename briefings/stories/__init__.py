"""What many briefings say together: the dossier of an actor, and the list of all open questions.

Both are put together from what a library hands out, each time anew; nothing of it is stored.
"""

from __future__ import annotations

from briefings.stories.changes import Change, ChangeKind
from briefings.stories.dossier import Dossier, DossierRole, Issue, dossier
from briefings.stories.ledger import Page, ledger

__all__ = [
    "Change",
    "ChangeKind",
    "Dossier",
    "DossierRole",
    "Issue",
    "Page",
    "dossier",
    "ledger",
]
