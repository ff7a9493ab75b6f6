"""The journal laid over what was found: first the rules of the library, then the corrections.

Only what counts now is read: a change that was undone is still in the journal, and of no effect.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from briefings.briefing import Briefing
from briefings.corrections import Correction, Rule, Unfitting, Withdraw, apply
from briefings.corrections.coding import decode
from briefings.document import Document
from briefings.library.rules import NumberedRule, ruled

_DONE = """
    SELECT number, journal.kind, journal.change FROM changes JOIN journal USING (number)
    WHERE changes.document = ? AND state = 'done' AND class IN ('correction', 'withdrawal')
    ORDER BY number
"""


@dataclass(frozen=True, slots=True)
class Replayed:
    """What the reader sees of a briefing, and how it came to that.

    Attributes:
        briefing: What the reader sees.
        unfitting: The corrections that do not fit what was found.
        used: The numbers of the rules that did something.
        ruled: The briefing under the rules, before its own corrections.
        is_changed: Whether the last correction has changed anything.
    """

    briefing: Briefing
    unfitting: tuple[Unfitting, ...]
    used: frozenset[int]
    ruled: Briefing
    is_changed: bool


def replayed(
    connection: sqlite3.Connection, number: int, document: Document, found: Briefing
) -> Replayed:
    """What the reader sees of a briefing.

    Args:
        connection: To the library.
        number: That of the document.
        document: The document.
        found: What the machine found in it.

    Raises:
        LibraryError: The journal holds what cannot be read.
        sqlite3.Error: The library could not be read.
    """
    return laid_over(document, found, rules_in(connection), corrections_of(connection, number))


def laid_over(
    document: Document,
    found: Briefing,
    rules: Sequence[NumberedRule],
    corrections: Sequence[Correction],
) -> Replayed:
    """What rules and then corrections make of what was found."""
    under = ruled(document, found, rules)
    applied = apply(document, under.briefing, corrections, under.renamed)
    return Replayed(
        applied.briefing, applied.unfitting, under.used, under.briefing, applied.is_changed
    )


def corrections_of(connection: sqlite3.Connection, number: int) -> list[Correction]:
    """The corrections of a document that count, oldest first."""
    return list(numbered_corrections(connection, number).values())


def numbered_corrections(connection: sqlite3.Connection, number: int) -> dict[int, Correction]:
    """The same by the numbers of their entries in the journal."""
    found: dict[int, Correction] = {}
    for entry, kind, text in connection.execute(_DONE, (number,)):
        change = decode(kind, text)
        if isinstance(change, Withdraw):
            found.pop(change.change, None)
        else:
            assert isinstance(change, Correction), "the class of a change is stored with it"
            found[entry] = change
    return found


def rules_in(connection: sqlite3.Connection) -> list[NumberedRule]:
    """The rules that hold, oldest first."""
    rows = connection.execute("SELECT number, kind, rule FROM rules ORDER BY number")
    return [(number, rule(kind, text)) for number, kind, text in rows]


def rule(kind: str, text: str) -> Rule:
    """The rule that was stored; LibraryError if it cannot be read."""
    change = decode(kind, text)
    assert isinstance(change, Rule), "no other changes are in the table of rules"
    return change
