"""Notes of actors and questions beside a briefing's own: shared, renewed, never taken away."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.errors import ExportError
from briefings.export import Flavour, Form, Taken, What, export, export_to
from briefings.export.note import BEGIN
from tests.export.examples import stored
from tests.export.marked import another, taken
from tests.export.test_markdown import hostile

SPLIT = Form(Flavour.OBSIDIAN, is_split=True)
HOME = "Norrland weighs a second harbour"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_split_briefing_is_a_note_an_actor_and_a_question(tmp_path: Path) -> None:
    written = export([taken()], SPLIT, tmp_path)
    assert sorted(contents(tmp_path)) == [
        "Actors.base",
        "Actors/Fishers' Union.md",
        "Actors/Jon Ruiz.md",
        "Actors/Mira Okafor.md",
        "Actors/Norrland.md",
        "Actors/Varda.md",
        f"{HOME}.md",
        "Open questions.base",
        "Open questions/Who would run the harbour.md",
    ]
    assert written[0].path == tmp_path / f"{HOME}.md"
    assert len(written) == 9


def test_exporting_again_changes_nothing(tmp_path: Path) -> None:
    export([taken(), another()], SPLIT, tmp_path)
    before = contents(tmp_path)
    assert not any(one.is_changed for one in export([taken(), another()], SPLIT, tmp_path))
    assert contents(tmp_path) == before


def test_an_actor_has_one_note_for_all_briefings_in_whatever_order(tmp_path: Path) -> None:
    for name, order in {"one": [taken(), another()], "other": [another(), taken()]}.items():
        for each in order:
            export([each], SPLIT, tmp_path / name)
    actors = [contents(tmp_path / name / "Actors") for name in ("one", "other")]
    assert actors[0] == actors[1]
    text = (tmp_path / "one" / "Actors" / "Norrland.md").read_text(encoding="utf-8")
    assert f'briefing-notes:\n  - "[[Varda waits]]"\n  - "[[{HOME}]]"\n' in text
    assert text.index("## [[Varda waits]]") < text.index(f"## [[{HOME}]]")
    assert "[^01234567-p1]: " in text


def test_what_the_reader_wrote_on_an_actor_is_kept(tmp_path: Path) -> None:
    export([taken()], SPLIT, tmp_path)
    path = tmp_path / "Actors" / "Varda.md"
    renamed = path.rename(path.with_name("The Vards.md"))
    mine = renamed.read_text(encoding="utf-8").replace(f"{BEGIN}\n", f"{BEGIN}\nmine\n")
    renamed.write_text(mine, encoding="utf-8")
    written = export([another()], SPLIT, tmp_path)
    assert not path.exists()
    assert f"{BEGIN}\nmine\n" in renamed.read_text(encoding="utf-8")
    assert [one.path.name for one in written if one.has_readers_part] == ["The Vards.md"]
    assert not [one.backup for one in written if one.backup]


def test_the_base_that_the_reader_changed_stays(tmp_path: Path) -> None:
    export([taken()], SPLIT, tmp_path)
    base = tmp_path / "Actors.base"
    base.write_text("views: []\n", encoding="utf-8")
    export([taken()], SPLIT, tmp_path)
    assert base.read_text(encoding="utf-8") == "views: []\n"


def test_the_notes_beside_link_to_the_name_that_the_note_really_has(tmp_path: Path) -> None:
    (tmp_path / f"{HOME}.md").write_text("my own", encoding="utf-8")
    home = export([taken()], SPLIT, tmp_path)[0].path
    assert home.name != f"{HOME}.md"
    text = (tmp_path / "Actors" / "Varda.md").read_text(encoding="utf-8")
    assert f"## [[{home.stem}]]\n" in text


@given(st.text(min_size=1, max_size=30))
@settings(deadline=None, max_examples=40)
def test_no_name_leaves_the_folder(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    outside = tmp_path_factory.mktemp("any")
    folder = outside / "vault"
    for one in export([Taken(hostile(f"../{name}/..\\x"))], SPLIT, folder):
        assert one.path.resolve().is_relative_to(folder.resolve())
    assert [path.name for path in outside.iterdir()] == ["vault"]


def test_a_part_has_a_note_of_its_own(tmp_path: Path) -> None:
    export([taken()], Form(), tmp_path)
    whole = contents(tmp_path)
    export([taken()], Form(what=What.QUESTIONS), tmp_path)
    assert contents(tmp_path).keys() - whole.keys() == {f"{HOME} (questions).md"}
    assert whole.items() <= contents(tmp_path).items()


def test_another_flavour_renews_the_note_and_keeps_the_readers_part(tmp_path: Path) -> None:
    (first,) = export([taken()], Form(), tmp_path)
    text = first.path.read_text(encoding="utf-8")
    text = text.replace(f"{BEGIN}\n", f"{BEGIN}\nmine\n").replace("aliases: []", "aliases:\n  - EB")
    first.path.write_text(text, encoding="utf-8")
    for form in (Form(Flavour.OBSIDIAN), Form(Flavour.GITHUB)):
        (again,) = export([taken()], form, tmp_path)
        assert (again.path, again.backup, again.has_readers_part) == (first.path, None, True)
        assert "aliases:\n  - EB\n" in first.path.read_text(encoding="utf-8")

    # Properties that are no more written are not lost.
    (bare,) = export([taken()], Form(Flavour.GITHUB, has_front_matter=False), tmp_path)
    assert bare.backup is not None
    assert "  - EB\n" in bare.backup.read_text(encoding="utf-8")
    assert f"{BEGIN}\nmine\n" in first.path.read_text(encoding="utf-8")
    (again,) = export([taken()], Form(Flavour.GITHUB, has_front_matter=False), tmp_path)
    assert not again.is_changed


def test_tags_of_the_library_join_those_in_the_note(tmp_path: Path) -> None:
    (first,) = export([Taken(stored())], Form(), tmp_path)
    text = first.path.read_text(encoding="utf-8")
    first.path.write_text(text.replace("  - briefing\n", "  - mine\n"), encoding="utf-8")
    export([taken()], Form(), tmp_path)
    expected = 'tags:\n  - mine\n  - "harbour"\n  - "elm-bay-talks"\nsource:'
    assert expected in first.path.read_text(encoding="utf-8")


def test_data_that_is_replaced_is_backed_up(tmp_path: Path) -> None:
    path = tmp_path / "positions.csv"
    form = Form(Flavour.CSV, What.POSITIONS)
    assert export_to([taken()], form, path).backup is None
    assert not export_to([taken()], form, path).is_changed
    path.write_text("coded by hand", encoding="utf-8")
    backup = export_to([taken()], form, path).backup
    assert backup is not None
    assert backup.read_text(encoding="utf-8") == "coded by hand"


def test_one_file_cannot_hold_several(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="9 files"):
        export_to([taken()], SPLIT, tmp_path / "note.md")
