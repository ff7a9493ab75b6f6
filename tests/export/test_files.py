"""Notes on the disk: what the reader made is never lost, whatever is exported over it."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.errors import ExportError
from briefings.export import export_note, markdown_note, note_name, write_note
from briefings.export.note import BEGIN, END
from tests.export.examples import BRIEFING, DOCUMENT, OPEN, stored, titled

AFTER_NEW_ANALYSIS = stored(briefing=replace(BRIEFING, questions=(OPEN, replace(OPEN, id="q2"))))

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="files work otherwise there")


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_note_is_written_into_a_new_folder(tmp_path: Path) -> None:
    path = export_note(stored(), tmp_path / "vault" / "Briefings")
    assert path == tmp_path / "vault" / "Briefings" / "Norrland weighs a second harbour.md"
    assert path.read_text(encoding="utf-8") == markdown_note(stored())
    assert names(path.parent) == [path.name]


def test_exporting_again_changes_nothing(tmp_path: Path) -> None:
    path = export_note(stored(), tmp_path)
    os.utime(path, (1, 1))
    assert export_note(stored(), tmp_path) == path
    assert path.stat().st_mtime == 1
    assert names(tmp_path) == [path.name]


def test_of_two_copies_of_a_note_the_one_with_its_own_name_is_renewed(tmp_path: Path) -> None:
    path = export_note(stored(), tmp_path)
    copy = path.with_name("A copy.md")
    copy.write_bytes(path.read_bytes())
    before = copy.read_bytes()

    assert export_note(AFTER_NEW_ANALYSIS, tmp_path) == path
    assert "open-questions: 2\n" in path.read_text(encoding="utf-8")
    assert copy.read_bytes() == before


def test_what_the_reader_added_is_kept(tmp_path: Path) -> None:
    path = export_note(stored(), tmp_path)
    edited(path, f"{BEGIN}\n", f"{BEGIN}\nAsk *Ruiz* about\n\n- the union\n{END}\nand more\n")
    edited(path, "tags:\n  - briefing\n", "tags:\n  - briefing\n  - harbour\n")
    edited(path, "aliases: []\n", "aliases:\n  - Elm Bay\n")
    edited(path, "briefing-version: 1\n", "briefing-version: 1\nstatus: read\nrelated:\n- x\n")
    before = path.read_text(encoding="utf-8")
    assert export_note(stored(), tmp_path) == path
    assert path.read_text(encoding="utf-8").split("---")[2] == before.split("---")[2]

    export_note(AFTER_NEW_ANALYSIS, tmp_path)
    after = path.read_text(encoding="utf-8")
    assert f"{BEGIN}\nAsk *Ruiz* about\n\n- the union\n{END}\nand more\n{END}" in after
    assert "tags:\n  - briefing\n  - harbour\n" in after
    assert "aliases:\n  - Elm Bay\n" in after
    assert "status: read\nrelated:\n- x\n" in after
    assert "open-questions: 2\n" in after
    assert names(tmp_path) == [path.name]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r")))
@settings(deadline=None, max_examples=50)
def test_whatever_the_reader_wrote_is_kept(
    tmp_path_factory: pytest.TempPathFactory, words: str
) -> None:
    folder = tmp_path_factory.mktemp("any")
    note = markdown_note(stored()).replace(f"{BEGIN}\n", f"{BEGIN}\n{words}\n")
    (folder / "note.md").write_bytes(note.encode())
    path = export_note(AFTER_NEW_ANALYSIS, folder)
    assert f"{BEGIN}\n{words}\n{END}" in path.read_bytes().decode()
    assert names(folder) == ["note.md"]


def test_a_note_that_was_changed_is_backed_up_before_it_is_replaced(tmp_path: Path) -> None:
    path = export_note(stored(), tmp_path)
    for number, word in enumerate(("retracts", "regrets"), start=1):
        edited(path, "**opposes**", f"**{word}**")
        edited(path, f"{BEGIN}\n", f"{BEGIN}\nmine {number}\n")
        changed = path.read_bytes()
        export_note(stored(), tmp_path)
        assert "**opposes**" in path.read_text(encoding="utf-8")
        assert f"mine {number}\n" in path.read_text(encoding="utf-8")
        assert (tmp_path / f"{path.name}.{number}.bak").read_bytes() == changed
    assert len(names(tmp_path)) == 3


def test_a_changed_property_is_backed_up_too(tmp_path: Path) -> None:
    path = export_note(stored(), tmp_path)
    edited(path, "published: 2031-04-07", "published: 2031-04-06")
    export_note(stored(), tmp_path)
    assert "published: 2031-04-06" in (tmp_path / f"{path.name}.1.bak").read_text("utf-8")


def test_what_an_editor_rewrites_without_changing_it_is_no_change(tmp_path: Path) -> None:
    path = export_note(stored(), tmp_path)
    edited(path, '  - "Jon Ruiz"', "  - Jon Ruiz")
    edited(
        path,
        'title: "Norrland weighs a *second* harbour"',
        "title: Norrland weighs a *second* harbour",
    )
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    export_note(AFTER_NEW_ANALYSIS, tmp_path)
    assert names(tmp_path) == [path.name]
    assert path.read_text(encoding="utf-8") == markdown_note(AFTER_NEW_ANALYSIS)


def test_a_date_that_the_reader_found_out_stays(tmp_path: Path) -> None:
    undated = stored(replace(DOCUMENT, published=None))
    path = export_note(undated, tmp_path)
    edited(path, "created:", "published: 2031-04-06\ncreated:")
    for _ in range(2):
        export_note(undated, tmp_path)
        assert "published: 2031-04-06" in path.read_text(encoding="utf-8")
    assert names(tmp_path) == [path.name, f"{path.name}.1.bak"]


def test_a_renamed_note_is_found_by_its_id(tmp_path: Path) -> None:
    path = export_note(stored(), tmp_path)
    edited(path, f"{BEGIN}\n", f"{BEGIN}\nmine\n")
    renamed = path.rename(tmp_path / "Elm Bay.md")
    assert export_note(titled("Another headline"), tmp_path) == renamed
    assert names(tmp_path) == ["Elm Bay.md"]
    text = renamed.read_text(encoding="utf-8")
    assert "# Another headline" in text
    assert "mine" in text


def test_two_briefings_of_one_title_have_two_notes(tmp_path: Path) -> None:
    other = replace(DOCUMENT, id="0123456789abcdef" * 4)
    first = export_note(stored(), tmp_path)
    second = export_note(stored(other), tmp_path)
    assert second.name == "Norrland weighs a second harbour (01234567).md"
    assert export_note(stored(), tmp_path) == first
    assert export_note(stored(other), tmp_path) == second


@pytest.mark.parametrize(
    "name", ["Norrland weighs a second harbour.md", "NORRLAND weighs a SECOND harbour.MD"]
)
def test_a_file_of_the_readers_own_is_not_replaced(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("my own words", encoding="utf-8")
    path = export_note(stored(), tmp_path)
    assert path.name == f"Norrland weighs a second harbour ({DOCUMENT.id[:8]}).md"
    assert (tmp_path / name).read_text(encoding="utf-8") == "my own words"


@pytest.mark.parametrize("content", [b"my own words", b"\xff\xfe\x00", b"---\n---\n"])
def test_a_file_that_is_named_on_purpose_is_backed_up(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(content)
    assert write_note(markdown_note(stored()), path) == path
    assert path.read_text(encoding="utf-8") == markdown_note(stored())
    assert (tmp_path / "note.md.1.bak").read_bytes() == content


def test_the_note_of_another_briefing_is_backed_up(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    other = markdown_note(stored(replace(DOCUMENT, id="0" * 64)))
    write_note(other, path)
    write_note(markdown_note(stored()), path)
    assert (tmp_path / "note.md.1.bak").read_text(encoding="utf-8") == other


def test_stray_files_in_the_folder_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "broken.md").write_bytes(b"---\nbriefing-id: \xff\n---\n")
    (tmp_path / "empty.md").touch()
    if sys.platform != "win32":
        (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere")
    assert export_note(stored(), tmp_path).name == note_name(stored())


@needs_posix
def test_a_link_in_the_place_of_a_note_leads_nowhere(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("keep", encoding="utf-8")
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "note.md"
    path.symlink_to(outside)
    write_note("new", path)
    assert outside.read_text(encoding="utf-8") == "keep"
    assert path.read_text(encoding="utf-8") == "new"


@needs_posix
def test_a_note_keeps_the_permissions_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    write_note("one", path)
    usual = tmp_path / "usual"
    usual.touch()
    assert path.stat().st_mode == usual.stat().st_mode
    path.chmod(0o640)
    write_note("two", path)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_place_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    with pytest.raises(ExportError, match=r"folder\.md is a folder"):
        write_note("text", tmp_path / "folder.md")
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(ExportError, match="cannot be written"):
            export_note(stored(), folder)
        with pytest.raises(ExportError, match="cannot be written"):
            write_note("text", folder / "note.md")
    with pytest.raises(ExportError, match="shorter name"):
        write_note("text", tmp_path / ("n" * 300))
    assert names(tmp_path) == ["file", "folder.md"]


@pytest.mark.skipif(sys.platform != "linux", reason="has a device that is always full")
def test_a_device_is_not_replaced_by_a_note() -> None:
    with pytest.raises(ExportError, match="not a regular file"):
        write_note("text", Path("/dev/full"))


def test_a_full_disk_leaves_the_old_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "note.md"
    write_note("old", path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match=r"No space left on device.*free some space"):
        write_note("new", path)
    assert path.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["note.md"]
