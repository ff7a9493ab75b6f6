"""What the reader did: the journal, and what it says now.

`journal` is only ever added to. All other tables here are derived from it, and
`writer.journal.rebuild` makes them again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.library.schema.steps import Count, Step

if TYPE_CHECKING:
    import sqlite3


def _fill(connection: sqlite3.Connection, count: Count) -> None:
    from briefings.library.writer.shown import fill_hidden_keys

    fill_hidden_keys(connection, count)


STEP: Step = (
    # `kind` is that of a change, or `undo` or `redo` of the change that `of` names. A rule's
    # `document` is where it was taught, if it was taught from a briefing.
    """
    CREATE TABLE journal (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        moment TEXT NOT NULL,
        document INTEGER REFERENCES documents,
        kind TEXT NOT NULL,
        version INTEGER NOT NULL,
        of INTEGER REFERENCES journal,
        change TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX journal_by_document ON journal (document, number)",
    """
    CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
    BEGIN SELECT raise(ABORT, 'the journal is only ever added to'); END
    """,
    """
    CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
    BEGIN SELECT raise(ABORT, 'the journal is only ever added to'); END
    """,
    # `class` is `correction`, `withdrawal`, `mark`, `read` or `rule`; `state` is `done`, `undone`,
    # or `cut` if it was undone and something else was done then, so that it cannot be redone.
    """
    CREATE TABLE changes (
        number INTEGER PRIMARY KEY REFERENCES journal,
        document INTEGER REFERENCES documents,
        class TEXT NOT NULL,
        state TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX changes_by_document ON changes (document, state, number)",
    "CREATE INDEX changes_of_rules ON changes (state, number) WHERE class = 'rule'",
    # Lists of briefings show this; a briefing without a row has nothing of it.
    """
    CREATE TABLE marks (
        document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
        is_read INTEGER NOT NULL,
        is_starred INTEGER NOT NULL,
        tags TEXT NOT NULL,
        notes INTEGER NOT NULL,
        corrections INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX marks_starred ON marks (document) WHERE is_starred",
    """
    CREATE TABLE tags (
        tag TEXT NOT NULL,
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        PRIMARY KEY (tag, document)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX tags_by_document ON tags (document)",
    # `number` is that of the entry that wrote the note; `about` is a `Subject` as JSON.
    """
    CREATE TABLE notes (
        number INTEGER PRIMARY KEY REFERENCES journal,
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        about TEXT NOT NULL,
        text TEXT NOT NULL,
        written TEXT NOT NULL,
        changed TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX notes_by_document ON notes (document)",
    # `number` is that of the entry that set it last; `question` is a `QuestionAnchor` as JSON.
    """
    CREATE TABLE question_statuses (
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        number INTEGER NOT NULL REFERENCES journal,
        question TEXT NOT NULL,
        status TEXT NOT NULL,
        PRIMARY KEY (document, number)
    ) STRICT, WITHOUT ROWID
    """,
    # The rules that hold, by the number of the entry that taught them.
    """
    CREATE TABLE rules (
        number INTEGER PRIMARY KEY REFERENCES journal,
        kind TEXT NOT NULL,
        rule TEXT NOT NULL
    ) STRICT
    """,
    # In which briefings a rule has done something.
    """
    CREATE TABLE rule_uses (
        rule INTEGER NOT NULL REFERENCES journal,
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        PRIMARY KEY (rule, document)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX rule_uses_by_document ON rule_uses (document)",
    # The actors that a rule could meet and the list of actors does not show under that key: places
    # that do not act, and those that the reader has corrected.
    """
    CREATE TABLE hidden_keys (
        key TEXT NOT NULL,
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        PRIMARY KEY (key, document)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX hidden_keys_by_document ON hidden_keys (document)",
    # Which analysis found it: asked of all briefings at once, and long texts are slow to step over.
    "ALTER TABLE findings ADD COLUMN analysis TEXT NOT NULL DEFAULT ''",
    "UPDATE findings SET analysis = coalesce(json_extract(briefing, '$.analysis'), '')"
    " WHERE json_valid(briefing)",
    "CREATE INDEX findings_by_analysis ON findings (analysis)",
    _fill,
)
