"""Which briefings the reader has not read, so that nobody goes through all others to find them.

The triggers keep it: a briefing is unread as it comes, and a row of `marks` says that it was read.
"""

from __future__ import annotations

from briefings.library.schema.steps import Step

STEP: Step = (
    """
    CREATE TABLE unread (
        document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE
    ) STRICT
    """,
    """
    INSERT INTO unread (document) SELECT number FROM documents
    WHERE NOT EXISTS (SELECT 1 FROM marks WHERE document = number AND is_read)
    """,
    """
    CREATE TRIGGER unread_as_it_comes AFTER INSERT ON documents
    BEGIN INSERT INTO unread (document) VALUES (new.number); END
    """,
    """
    CREATE TRIGGER read_as_it_is_marked AFTER INSERT ON marks WHEN new.is_read
    BEGIN DELETE FROM unread WHERE document = new.document; END
    """,
    """
    CREATE TRIGGER unread_as_its_mark_goes AFTER DELETE ON marks WHEN old.is_read
    BEGIN
        INSERT INTO unread (document) SELECT number FROM documents WHERE number = old.document;
    END
    """,
)
