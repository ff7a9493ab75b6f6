"""Checking finds what is wrong and says where; copies are whole; compacting loses nothing."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from briefings.corrections import AddTag, Anchors, Rename
from briefings.errors import LibraryError
from briefings.library import Library, copying
from briefings.library.upkeep import Fault, Upkeep
from briefings.library.upkeep.upkeep import copies_of
from tests.library.told import told


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library of three briefings; the reader has corrected the second one."""
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        for number in range(3):
            library.add(*told(number))
        stored = library.get(told(1)[0].id)
        anchor = Anchors(stored.document, stored.briefing).actor("a1")
        library.journal.record(stored.document.id, Rename(anchor, "Minister Lindqvist"))
        library.journal.record(stored.document.id, AddTag("harbour"))
    return path


@pytest.fixture
def upkeep(path: Path) -> Iterator[Upkeep]:
    with Library.open(path) as library:
        yield library.upkeep


def faults_after(path: Path, *statements: str) -> list[Fault]:
    """What a check finds after somebody has changed the file by hand."""
    with closing(sqlite3.connect(path)) as other, other:
        for statement in statements:
            other.execute(statement)
    found: list[Fault] = []
    with Library.open(path, read_only=True) as library:
        checked = library.upkeep.check(found.append)
    assert checked.briefings == 3
    assert checked.faults == len(found)
    return found


def test_a_library_without_fault(path: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    with Library.open(path, read_only=True) as library:
        checked = library.upkeep.check(
            lambda fault: pytest.fail(fault.what), lambda *s: steps.append(s)
        )
    assert (checked.briefings, checked.faults) == (3, 0)
    assert checked.spans > 30
    assert ("briefings", 3, 3) in steps


def test_a_text_that_was_changed(path: Path) -> None:
    (fault,) = faults_after(
        path, "UPDATE texts SET text = replace(text, 'not', 'now') WHERE document = 2"
    )
    assert fault.briefing == told(1)[0].id
    assert fault.title == "Harbour talks, part 1"
    assert fault.what == "its text is not the one that was read"


def test_a_text_that_was_cut_leaves_findings_without_a_place(path: Path) -> None:
    faults = faults_after(path, "UPDATE texts SET text = substr(text, 1, 120) WHERE document = 1")
    assert {fault.briefing for fault in faults} == {told(0)[0].id}
    said = [fault.what for fault in faults]
    assert "question q1 points to characters 97 to 134 of a text that has 120" in said
    assert any(what.startswith("sentence 2 points to characters") for what in said)


def test_an_offset_that_was_changed_within_the_text(path: Path) -> None:
    """It still lies in the text, but the findings are not what was stored."""
    faults = faults_after(
        path,
        "UPDATE findings SET briefing = json_set(briefing, '$.actors[0].mentions[0].span.start', 3)"
        " WHERE document = 3",
    )
    assert [fault.what for fault in faults] == ["its findings are not what was found"]
    assert f"`briefing reanalyse {told(2)[0].id[:8]}`" in faults[0].remedy


def test_findings_that_point_to_nobody(path: Path) -> None:
    faults = faults_after(
        path,
        "UPDATE findings SET briefing = json_set(briefing, '$.positions[0].holders[0]', 'a9')"
        " WHERE document = 1",
    )
    said = [fault.what for fault in faults]
    assert "position p1 names the actor a9, whom the briefing does not have" in said


def test_findings_that_cannot_be_read(path: Path) -> None:
    faults = faults_after(path, "UPDATE findings SET briefing = '{' WHERE document = 1")
    assert "its findings, or where its paragraphs stand, cannot be read" in [f.what for f in faults]


def test_findings_that_are_missing(path: Path) -> None:
    (fault,) = faults_after(path, "DELETE FROM findings WHERE document = 1")
    assert fault.what == "its text or its findings are missing"


def test_lists_that_disagree_with_the_findings(path: Path) -> None:
    faults = faults_after(
        path,
        "UPDATE documents SET actors = 7 WHERE number = 1",
        "UPDATE appearances SET name = 'Somebody' WHERE document = 3",
    )
    assert [(fault.briefing, fault.what) for fault in faults] == [
        (told(0)[0].id, "the list gives other numbers of its findings than it has"),
        (told(2)[0].id, "the table of actors has others than the briefing"),
    ]


def test_a_search_that_knows_other_findings(path: Path) -> None:
    (fault,) = faults_after(path, "DELETE FROM positions WHERE rowid < (2 << 20)")
    assert fault.briefing == told(0)[0].id
    assert fault.what == "the search knows other positions or questions than the briefing has"


def test_a_list_that_does_not_know_a_title(path: Path) -> None:
    (fault,) = faults_after(path, "UPDATE documents SET title = 'Another title' WHERE number = 3")
    assert fault.briefing == told(2)[0].id
    assert fault.what == "the lists do not know the words of its title"
    assert "reanalyse" in fault.remedy
    document, briefing = told(2)
    with Library.open(path) as library:
        library.replace_findings(document.id, briefing)
    assert not faults_after(path)


def test_numbers_that_are_miscounted_are_counted_anew_as_it_is_compacted(path: Path) -> None:
    faults = faults_after(
        path,
        "UPDATE ledger_steps SET questions = questions + 1 WHERE sort = 'topic'",
        "INSERT INTO sides VALUES ('paper', 1, 2)",
    )
    assert [fault.what for fault in faults] == [
        "the list of questions by topic has another number than there are",
        "the dossiers know other numbers of positions on issues than there are",
    ]
    assert all("library compact" in fault.remedy for fault in faults)
    with Library.open(path) as library:
        library.upkeep.compact()
    assert faults_after(path) == []


def test_marks_that_disagree_with_the_journal(path: Path) -> None:
    (fault,) = faults_after(path, "UPDATE marks SET tags = '[]'")
    assert fault.briefing == told(1)[0].id
    assert fault.what == "its star, tags or notes are not those of the journal"


def test_an_entry_of_the_journal_that_does_not_count_as_it_should(path: Path) -> None:
    faults = faults_after(path, "UPDATE changes SET state = 'undone' WHERE class = 'mark'")
    assert "entry 2 of the journal does not count as it should" in [fault.what for fault in faults]


def test_undone_redone_and_cut_changes_count_as_they_should(path: Path) -> None:
    identity = told(1)[0].id
    with Library.open(path) as library:
        for step in "uuruadduuaru":
            if step == "u":
                library.journal.undo(identity)
            elif step == "r":
                library.journal.redo(identity)
            else:
                number = len(library.journal.history(identity))
                library.journal.record(identity, AddTag(f"tag {number}"))
            assert library.upkeep.check(print).faults == 0


def test_what_belongs_to_nothing(path: Path) -> None:
    faults = faults_after(
        path, "INSERT INTO duplicates (document, earlier, share, earlier_share) VALUES (3, 9, 1, 1)"
    )
    assert "belongs to nothing in the table documents" in faults[0].what


def test_a_copy_has_everything_and_is_one_file(path: Path, upkeep: Upkeep) -> None:
    stages: list[tuple[str, int, int]] = []
    days = {date.today()}
    made = upkeep.backup(told=lambda *stage: stages.append(stage))
    days.add(date.today())  # another one at midnight
    assert made in {path.with_name(f"library-{day.isoformat()}.db") for day in days}
    *copied, checked = stages
    assert {what for what, _, _ in copied} == {"copying what is there"}
    assert copied[-1][1] == copied[-1][2] > 0
    assert checked == ("checking the copy", 0, 0)  # nobody knows how long that takes
    with Library.open(made, read_only=True) as copy, Library.open(path, read_only=True) as library:
        assert copy.entries() == library.entries()
        identity = told(1)[0].id
        assert copy.get(identity) == library.get(identity)
        assert copy.journal.history(identity) == library.journal.history(identity)
    assert copies_of(path) == (made,)
    assert not [*path.parent.glob("*.partial*")]


def test_a_copy_never_takes_the_place_of_a_file(tmp_path: Path, upkeep: Upkeep) -> None:
    taken = tmp_path / "precious"
    taken.write_text("words")
    with pytest.raises(LibraryError, match=r"There is a file .*precious already"):
        upkeep.backup(taken)
    assert taken.read_text() == "words"
    assert len({upkeep.backup(), upkeep.backup(), upkeep.backup()}) == 3


def test_a_copy_into_a_folder_and_into_none(tmp_path: Path, upkeep: Upkeep) -> None:
    (tmp_path / "stick").mkdir()
    assert upkeep.backup(tmp_path / "stick").parent == tmp_path / "stick"
    with pytest.raises(LibraryError, match="cannot be written"):
        upkeep.backup(tmp_path / "nowhere" / "copy.db")


def test_a_copy_while_another_program_writes(
    path: Path, upkeep: Upkeep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "PAGES_AT_ONCE", 10)
    with Library.open(path) as other:

        def write(*_: object) -> None:
            other.add(*told(10 + len(other)))

        made = upkeep.backup(tmp_path / "copy.db", write)
        assert len(other) > 6
    with Library.open(made, read_only=True) as copy:
        assert len(copy) == 3
        assert copy.upkeep.check(print).faults == 0


def test_what_a_killed_copy_left_is_cleared_away_later(path: Path, upkeep: Upkeep) -> None:
    target = path.with_name("copy.db")
    old, new = (path.with_name(f"copy.db.{name}.partial") for name in ("old", "new"))
    for left in (old, new):
        left.touch()
    long_ago = time.time() - 3 * 24 * 60 * 60
    os.utime(old, (long_ago, long_ago))
    upkeep.backup(target)
    assert (old.exists(), new.exists()) == (False, True)


@pytest.mark.skipif(sys.platform == "win32", reason="processes are not asked there")
def test_what_a_killed_copy_left_is_cleared_away_by_the_next_one(path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from briefings.library import Library\n"
        "library = Library.open(Path(sys.argv[1]), read_only=True)\n"
        "library.upkeep.backup(told=lambda what, done, total: os.kill(os.getpid(), 9))"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    [left] = path.parent.glob("*.partial")
    # But not what a program writes that runs, here or on another machine, nor any other file.
    machine, process, rest = left.name.split(".db.")[1].split("-")
    running = left.with_name(left.name.replace(f"-{process}-", f"-{os.getpid()}-"))
    elsewhere = left.with_name(left.name.replace(machine, "0" * 8))
    foreign = path.with_name(f"other-2031-01-01.db.{machine}-{process}-{rest}")
    for other in (running, elsewhere, foreign):
        other.touch()
    with Library.open(path, read_only=True) as library:
        library.upkeep.backup()
    assert {*path.parent.glob("*.partial")} == {running, elsewhere, foreign}


def test_compacting_gives_space_back(path: Path) -> None:
    with Library.open(path) as library, Library.open(path, read_only=True) as other:
        library.remember("filling", "x" * 3_000_000)
        library.remember("filling", "")
        gained = library.upkeep.compact()
        assert gained.before - gained.after > 2_000_000
        assert not gained.is_read_elsewhere
        assert len(other) == len(library) == 3
        assert library.upkeep.check(print).faults == 0


def test_compacting_while_another_program_reads(path: Path) -> None:
    with Library.open(path) as library, closing(sqlite3.connect(path)) as reader:
        library.remember("filling", "x" * 3_000_000)
        library.remember("filling", "")
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM documents").fetchone()
        library._connection.execute("PRAGMA busy_timeout = 10")
        assert library.upkeep.compact().is_read_elsewhere
        assert reader.execute("SELECT count(*) FROM documents").fetchone() == (3,)
        reader.execute("COMMIT")
        assert library.upkeep.check(print).faults == 0


def test_a_library_that_was_opened_for_reading_is_not_compacted(path: Path) -> None:
    with (
        Library.open(path, read_only=True) as library,
        pytest.raises(LibraryError, match="reading only"),
    ):
        library.upkeep.compact()
