"""What briefings say together: the dossier of an actor, the open questions, matrix and timeline.

All are put together from what a library hands out, each time anew; nothing of it is stored.
"""

from __future__ import annotations

from briefings.stories.changes import Change, ChangeKind
from briefings.stories.dossier import Dossier, DossierRole, Issue, dossier
from briefings.stories.ledger import Page, ledger
from briefings.stories.matrix import Cell, Matrix, MatrixActor, MatrixIssue, Stand, matrix
from briefings.stories.timeline import Happening, Timeline, timeline

__all__ = [
    "Cell",
    "Change",
    "ChangeKind",
    "Dossier",
    "DossierRole",
    "Happening",
    "Issue",
    "Matrix",
    "MatrixActor",
    "MatrixIssue",
    "Page",
    "Stand",
    "Timeline",
    "dossier",
    "ledger",
    "matrix",
    "timeline",
]
