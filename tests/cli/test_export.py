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
