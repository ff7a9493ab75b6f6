"""What lists and searches read of a briefing follows what the reader sees of it."""

from __future__ import annotations

import sqlite3

from briefings.briefing import Briefing
from briefings.document import Document
from briefings.library.known import actor_key, linked_actors
from briefings.library.replay import Replayed, laid_over, replayed, rules_in
from briefings.library.rows import found_in
from briefings.library.schema.steps import Count
from briefings.library.writer.full_text import drop_source, index_findings, index_source


def show(connection: sqlite3.Connection, number: int) -> None:
    """Derive anew what is derived from a briefing; part of the transaction of its change.

    Args:
        connection: To the library.
        number: The document's.
    """
    document, found = found_in(connection, number)
    derive_shown(connection, number, document, replayed(connection, number, document, found))


def show_new(
    connection: sqlite3.Connection, number: int, document: Document, found: Briefing
) -> None:
    """The same for a document that has just come, of which there is nothing in the journal."""
    derive_shown(connection, number, document, laid_over(document, found, rules_in(connection), ()))


def derive_shown(
    connection: sqlite3.Connection, number: int, document: Document, seen: Replayed
) -> None:
    """The same where it is known already what the reader sees; nothing for what was removed."""
    if is_removed(connection, number):
        return
    connection.execute(
        "UPDATE documents SET actors = ?, positions = ?, questions = ? WHERE number = ?",
        (*counts(seen.briefing), number),
    )
    index_findings(connection, number, document, seen.briefing)
    _hide_keys(connection, number, seen.ruled, seen.briefing)
    connection.execute("DELETE FROM rule_uses WHERE document = ?", (number,))
    connection.executemany(
        "INSERT INTO rule_uses (rule, document) VALUES (?, ?)",
        ((rule, number) for rule in seen.used),
    )


def is_removed(connection: sqlite3.Connection, number: int) -> bool:
    """Whether a briefing was taken out of the library."""
    row = connection.execute("SELECT 1 FROM removed WHERE document = ?", (number,))
    return row.fetchone() is not None


def take_out(connection: sqlite3.Connection, number: int, entry: int) -> None:
    """Take a briefing out of everything that lists and searches read; part of a transaction.

    Args:
        connection: To the library.
        number: The document's.
        entry: The entry of the journal that does this.
    """
    document, _ = found_in(connection, number)
    drop_source(connection, number, document)
    index_findings(connection, number, document, nothing_of(document))
    for table in ("hidden_keys", "rule_uses"):
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (number,))
    connection.execute("INSERT INTO removed (document, entry) VALUES (?, ?)", (number, entry))


def bring_back(connection: sqlite3.Connection, number: int) -> None:
    """Let lists and searches find a briefing again as it is seen now; part of a transaction."""
    connection.execute("DELETE FROM removed WHERE document = ?", (number,))
    document, found = found_in(connection, number)
    index_source(connection, number, document)
    derive_shown(connection, number, document, replayed(connection, number, document, found))


def nothing_of(document: Document) -> Briefing:
    """What lists and searches know of a document that was removed."""
    return Briefing(document_id=document.id, analysis="")


def counts(briefing: Briefing) -> tuple[int, int, int]:
    """How many actors, positions and questions the list of briefings says there are."""
    return len(briefing.listed_actors), len(briefing.stands), len(briefing.questions)


def fill_hidden_keys(connection: sqlite3.Connection, count: Count) -> None:
    """Note the actors that are not listed of briefings from before there was a journal."""
    from msgspec import DecodeError, json

    [total] = connection.execute("SELECT count(*) FROM findings").fetchone()
    rows = connection.execute("SELECT document, briefing FROM findings")
    for done, (number, findings) in enumerate(rows):
        count(done, total)
        try:
            found = json.decode(findings, type=Briefing)
        except DecodeError:
            continue  # a check of the library says so
        _hide_keys(connection, number, found, found)


def _hide_keys(
    connection: sqlite3.Connection, number: int, ruled: Briefing, briefing: Briefing
) -> None:
    """Note the actors that a rule could meet and the list of actors does not show."""
    listed = {actor_key(actor) for actor in linked_actors(briefing)}
    hidden = {actor_key(actor) for actor in ruled.actors} - listed
    connection.execute("DELETE FROM hidden_keys WHERE document = ?", (number,))
    connection.executemany(
        "INSERT INTO hidden_keys (key, document) VALUES (?, ?)", ((key, number) for key in hidden)
    )
