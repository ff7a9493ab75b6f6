"""What briefings say together: the dossier of an actor, the list of all open questions, the matrix.

All are put together from what a library hands out, each time anew; nothing of it is stored.
"""

from __future__ import annotations

from briefings.stories.changes import Change, ChangeKind
from briefings.stories.dossier import Dossier, DossierRole, Issue, dossier
from briefings.stories.ledger import Page, ledger
from briefings.stories.matrix import Cell, Matrix, MatrixActor, MatrixIssue, Stand, matrix

__all__ = [
    "Cell",
    "Change",
    "ChangeKind",
    "Dossier",
    "DossierRole",
    "Issue",
    "Matrix",
    "MatrixActor",
    "MatrixIssue",
    "Page",
    "Stand",
    "dossier",
    "ledger",
    "matrix",
]
