"""Positions and questions, once in one table, are brought apart in a library of an older form."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefings.corrections import SetRemoved
from briefings.library import Library, connection, migrations
from briefings.library.matching import Wanted
from briefings.library.schema import STEPS, kinds
from briefings.library.writer import transactions
from tests.library.stories import PORT_DOCUMENT, STORIES, fill

FORM = STEPS.index(kinds.STEP) + 1

# As the form before had it, with its own statements.
BACK = """
    DROP VIEW items;
    CREATE VIRTUAL TABLE items USING fts5(
        position, question, topic, facets, shown UNINDEXED, columnsize = 0, tokenize = 'ascii'
    );
    INSERT INTO items (rowid, position, question, topic, facets, shown)
    SELECT rowid, words, NULL, topic, facets, shown FROM positions
    UNION ALL SELECT rowid, NULL, words, topic, facets, shown FROM questions ORDER BY 1;
    DROP TABLE positions;
    DROP TABLE questions;
"""


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of the form before this one."""
    path = tmp_path / "library.db"
    with monkeypatch.context() as patched:
        for module in (migrations, connection, transactions):
            patched.setattr(module, "STEPS", STEPS[:FORM])
        fill(Library.open(path)).close()
    with closing(sqlite3.connect(path)) as file:
        file.executescript(f"{BACK} PRAGMA user_version = {FORM - 1};")
    return path


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    asked = "SELECT rowid, words, topic, facets, shown FROM"
    with closing(sqlite3.connect(path)) as file:
        for table in ("positions", "questions"):
            file.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        found = {
            table: file.execute(f"{asked} {table} ORDER BY rowid").fetchall()
            for table in ("positions", "questions")
        }
        found["items"] = file.execute("SELECT rowid, shown FROM items ORDER BY rowid").fetchall()
    return found


def test_what_was_found_by_its_words_still_is(older: Path) -> None:
    stages: list[tuple[str, int, int]] = []
    with Library.open(older, told=lambda *stage: stages.append(stage)) as library:
        fishing = [Wanted(words=((("fishing",),),))]
        assert [one.id for one in library.full_text.positions(fishing, 10)] == ["p2"]
        assert library.full_text.questions(fishing, 10) == ()
        lodz = [Wanted(words=((("lodz",),),))]
        assert len(library.full_text.questions(lodz, 10)) == 1
        assert library.upkeep.check(print).faults == 0
        assert len(library) == len(STORIES)
        library.journal.record(PORT_DOCUMENT.id, SetRemoved(True))
        assert library.full_text.positions(fishing, 10) == ()
    # Numbered from 1, and told of before each part: of the one part from 0 up to the last.
    assert (f"form {FORM} of {len(STEPS)}", 0, len(STORIES) + 1) in stages


def test_the_tables_are_those_of_a_new_library(older: Path, tmp_path: Path) -> None:
    Library.open(older).close()
    fresh = tmp_path / "fresh.db"
    fill(Library.open(fresh)).close()
    assert rows(older) == rows(fresh)


def test_many_parts_one_after_the_other(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "_TOGETHER", 1)
    stages: list[tuple[str, int, int]] = []
    with Library.open(older, told=lambda *stage: stages.append(stage)) as library:
        assert library.upkeep.check(print).faults == 0
    name, total = f"form {FORM} of {len(STEPS)}", len(STORIES) + 1
    parts = [stage for stage in stages if stage[0] == name and stage[2] == total]
    assert parts == [(name, n, total) for n in range(total)]
