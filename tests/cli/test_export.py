"""Export: a note, and where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import DOCUMENT, Run

ID = DOCUMENT.id[:8]

pytestmark = pytest.mark.usefixtures("library")


def test_a_note_is_written_and_its_path_is_printed(briefing: Run, tmp_path: Path) -> None:
    ended = briefing("export", ID, "-o", tmp_path / "notes")

    note = tmp_path / "notes" / "Orland walks out of harbour talks.md"
    assert ended.out.decode() == f"{note}\n"
    assert "Petra Lindqvist" in note.read_text(encoding="utf-8")
    assert ended.code == 0


def test_a_note_goes_to_the_folder_of_the_settings(briefing: Run, home: Path) -> None:
    config = Path(briefing("config", "--path").out.decode().strip())
    config.parent.mkdir(parents=True)
    config.write_text('[export]\nfolder = "~/vault"\n')

    assert briefing("export", ID).out.decode().startswith(f"{home}/vault/")


def test_a_note_can_be_printed(briefing: Run, tmp_path: Path) -> None:
    briefing("export", ID, "-o", tmp_path)
    note = tmp_path / "Orland walks out of harbour talks.md"

    assert briefing("export", ID, "-o", "-").out == note.read_bytes()


def test_what_fails_on_one_does_not_stop_the_others(briefing: Run, tmp_path: Path) -> None:
    ended = briefing("export", "ffff", ID, "-o", tmp_path)

    assert ended.out.count(b"\n") == 1
    assert ended.err.decode().startswith("briefing: 1 of 2 could not be exported:\n  The library")
    assert ended.code == 3


def test_a_folder_that_cannot_be_written_is_told(briefing: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ended = briefing("export", ID, "-o", tmp_path / "file")

    assert ended.code == 1
    assert ended.err.startswith(b"briefing: ")
    assert ended.err.count(b"\n") == 1


def test_a_flavour_and_a_part_can_be_asked_for(briefing: Run) -> None:
    ended = briefing("export", ID, "--flavour", "csv", "--what", "questions", "-o", "-")

    first, second = ended.out.decode().splitlines()
    assert first.startswith("briefing,title,publisher,published,url,id,kind,status,question,")
    assert "When will the talks go on?" in second
    assert b"\r" not in ended.out


def test_one_file_can_be_named(briefing: Run, tmp_path: Path) -> None:
    path = tmp_path / "new" / "sources.json"
    ended = briefing("export", ID, "--flavour", "csl", "-o", path)

    assert ended.out.decode() == f"{path}\n"
    assert '"title": "Orland walks out of harbour talks"' in path.read_text(encoding="utf-8")


def test_what_was_there_before_is_told(briefing: Run, tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("mine", encoding="utf-8")
    ended = briefing("export", ID, "-o", path)

    assert ended.err.decode() == f"briefing: what was there before is in {path}.1.bak\n"
    assert ended.code == 0


def test_a_split_briefing_lists_every_file(briefing: Run, tmp_path: Path) -> None:
    ended = briefing("export", ID, "--flavour", "obsidian", "--split", "-o", tmp_path / "vault")

    paths = [Path(line) for line in ended.out.decode().splitlines()]
    assert all(path.is_file() for path in paths)
    assert {path.parent.name for path in paths} == {"vault", "Actors", "Open questions"}


@pytest.mark.parametrize(
    ("words", "code", "complaint"),
    [
        (["--split"], 2, "choose obsidian"),
        (["--flavour", "csv", "--no-front-matter"], 2, "choose github"),
        (["--flavour", "csv", "-o", "-"], 1, "this makes 4 files"),
        (["--flavour", "word"], 2, "invalid choice: 'word'"),
    ],
)
def test_what_cannot_be_exported_is_explained(
    briefing: Run, words: list[str], code: int, complaint: str
) -> None:
    ended = briefing("export", ID, *words)

    assert ended.code == code
    assert complaint in ended.err.decode()
    assert ended.out == b""


def test_what_the_reader_noted_is_exported(briefing: Run, library: Path) -> None:
    from briefings.corrections import AddTag, WriteNote
    from briefings.library import Library

    with Library.open(library) as opened:
        opened.journal.record(DOCUMENT.id, AddTag("harbour"))
        opened.journal.record(DOCUMENT.id, WriteNote("Call them"))
    note = briefing("export", ID, "-o", "-").out.decode()

    assert '  - "harbour"\n' in note
    assert "\n## My notes\n\n- Call them\n" in note
