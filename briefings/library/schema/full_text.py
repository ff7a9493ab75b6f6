"""The words of everything, folded, for full-text search; and the actors over all briefings.

All of it is derived: `writer.full_text.rebuild` makes it again from the documents and findings, and
the step after this one fills it.
"""

from __future__ import annotations

from briefings.library.schema.steps import Step

STEP: Step = (
    # One row an actor of the library, so that a list of all is read and not worked out. `forms`
    # counts in how many briefings it has which name, type, state, alias and role.
    """
    CREATE TABLE known_actors (
        number INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        surname TEXT NOT NULL,
        name TEXT NOT NULL,
        type TEXT NOT NULL,
        state TEXT NOT NULL,
        aliases TEXT NOT NULL,
        roles TEXT NOT NULL,
        mentions INTEGER NOT NULL,
        briefings INTEGER NOT NULL,
        home INTEGER NOT NULL,
        home_mentions INTEGER NOT NULL,
        forms TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX known_actors_by_surname ON known_actors (surname) WHERE surname != ''",
    # Ordered on disk as a dossier is read: by actor, then by date.
    """
    CREATE TABLE appearances (
        actor INTEGER NOT NULL REFERENCES known_actors,
        published TEXT NOT NULL,
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        item TEXT NOT NULL,
        name TEXT NOT NULL,
        type TEXT NOT NULL,
        state TEXT NOT NULL,
        aliases TEXT NOT NULL,
        roles TEXT NOT NULL,
        mentions INTEGER NOT NULL,
        PRIMARY KEY (actor, published, document, item)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX appearances_by_document ON appearances (document)",
    # The table of the first step, under its name, as these two give it.
    "DROP TABLE actors",
    """
    CREATE VIEW actors AS
    SELECT document, key, item AS actor, appearances.name, appearances.type, appearances.state,
           appearances.aliases, appearances.roles, appearances.mentions
    FROM appearances JOIN known_actors ON number = appearances.actor
    """,
    # Which positions an actor holds and which questions it can settle; `row` is that of `items`.
    """
    CREATE TABLE stands (
        actor INTEGER NOT NULL REFERENCES known_actors,
        kind INTEGER NOT NULL,
        published TEXT NOT NULL,
        row INTEGER NOT NULL,
        label TEXT NOT NULL,
        topic TEXT NOT NULL,
        PRIMARY KEY (actor, kind, published, row)
    ) STRICT, WITHOUT ROWID
    """,
    # A briefing's own words never change, so that they need not be kept to be taken out again.
    # `tokenize = ascii`: the words are folded already.
    """
    CREATE VIRTUAL TABLE sources USING fts5(
        title, publisher, body, facets, content = '', tokenize = 'ascii'
    )
    """,
    # Positions and questions: each fills the column of its kind, and `shown` says how it is shown
    # without its briefing being read. `facets` are what a filter asks for.
    """
    CREATE VIRTUAL TABLE items USING fts5(
        position, question, topic, facets, shown UNINDEXED, columnsize = 0, tokenize = 'ascii'
    )
    """,
    # The notes of the reader, under their numbers.
    """
    CREATE VIRTUAL TABLE note_words USING fts5(note, facets, columnsize = 0, tokenize = 'ascii')
    """,
    # Every word once, with the document it was seen in first: a common word is seen early.
    """
    CREATE TABLE words (
        word TEXT PRIMARY KEY,
        first INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX documents_by_published ON documents (coalesce(published, ''))",
    "CREATE INDEX documents_by_title ON documents (title COLLATE NOCASE)",
    "CREATE INDEX documents_by_publisher ON documents (publisher COLLATE NOCASE)",
    "CREATE INDEX documents_by_words ON documents (words)",
    "CREATE INDEX documents_by_actors ON documents (actors)",
    "CREATE INDEX documents_by_positions ON documents (positions)",
    "CREATE INDEX documents_by_questions ON documents (questions)",
    """
    CREATE TABLE saved_searches (
        name TEXT PRIMARY KEY,
        query TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE recent_searches (
        number INTEGER PRIMARY KEY,
        query TEXT NOT NULL UNIQUE
    ) STRICT
    """,
)
