"""Rules, history, undo, redo and a new analysis on the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from briefings.analysis import analysis_name
from briefings.briefing import ActorType, Briefing
from briefings.corrections import (
    AlwaysRename,
    Anchors,
    Named,
    Rename,
    SetStar,
    SetTopic,
)
from briefings.document import Document
from briefings.library import Library
from tests.cli.conftest import BRIEFING, DOCUMENT, Run

ID = DOCUMENT.id
ANCHORS = Anchors(DOCUMENT, BRIEFING)
RULE = AlwaysRename(Named("Maravia", ActorType.STATE), "Republic of Maravia")


@pytest.fixture
def changed(library: Path) -> Path:
    """A library whose briefing was corrected, and to which a rule was taught."""
    with Library.open(library) as opened:
        opened.journal.record(ID, SetTopic(ANCHORS.position("p2"), "harbour"))
        opened.journal.record(ID, SetStar(True))
        opened.journal.record(None, RULE)
    return library


@pytest.mark.usefixtures("changed")
def test_changes_are_listed_undone_and_redone(briefing: Run) -> None:
    undone = briefing("undo", ID[:8])
    assert (undone.code, undone.out) == (0, b"undone  Starred the briefing\n")
    undone = briefing("undo")
    assert undone.out.decode() == (
        "undone  Taught for the whole library: ‘Maravia’ is called ‘Republic of Maravia’\n"
    )
    rows = briefing("history", ID[:8]).out.decode().splitlines()
    assert [row.split("  ", 1)[1].strip() for row in rows] == [
        "Changed the topic of the position ‘Orland to return’ to ‘harbour’",
        "undone  Starred the briefing",
    ]
    assert briefing("redo", ID[:8]).out == b"redone  Starred the briefing\n"
    again = briefing("redo", ID[:8])
    assert (again.code, again.out, again.err) == (0, b"", b"There is nothing to redo.\n")
    steps = json.loads(briefing("history", "--json", ID[:8]).out)
    assert [step["state"] for step in steps] == ["done", "done"]
    assert json.loads(briefing("history", "--json").out)[0]["state"] == "undone"


def test_rules_are_listed_exported_removed_and_imported(
    briefing: Run, changed: Path, tmp_path: Path
) -> None:
    listed = briefing("rules", "list").out.decode().splitlines()
    assert listed[1].endswith("3          1  ‘Maravia’ is called ‘Republic of Maravia’")
    assert json.loads(briefing("rules", "list", "--json").out)[0]["briefings"] == 1
    file = tmp_path / "rules.toml"
    file.write_bytes(briefing("rules", "export").out)

    removed = briefing("rules", "remove", "3", "99")
    assert (removed.code, removed.out) == (3, b"removed  3\n")
    assert b"The library has no rule 99" in removed.err
    taught = briefing("rules", "import", file)
    assert taught.out.decode() == "taught  ‘Maravia’ is called ‘Republic of Maravia’\n"
    assert briefing("rules", "import", file).err == b"All rules of the file hold already.\n"
    with Library.open(changed) as library:
        assert library.get(ID).briefing.actor("a3").name == "Republic of Maravia"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["rules"], "required: WHAT"),
        (["rules", "list", "3"], "list takes nothing more"),
        (["rules", "remove", "three"], "remove takes the NUMBER of each rule"),
        (["rules", "import"], "import takes one FILE"),
        (["reanalyse"], "give either the ID of a briefing or --all"),
        (["reanalyse", "--all", "abcd"], "give either the ID of a briefing or --all"),
    ],
)
def test_usage_errors_are_explained(briefing: Run, words: list[str], complaint: str) -> None:
    ended = briefing(*words)

    assert ended.code == 2
    assert complaint in ended.err.decode()


@pytest.mark.parametrize("verb", ["undo", "redo", "history", "reanalyse"])
def test_what_is_not_there_is_said(briefing: Run, library: Path, verb: str) -> None:
    assert briefing(verb, "ffff").code == 4
    missing = briefing(verb, "--library", library.with_name("other.db"), "ffff")
    assert (missing.code, missing.out) == (4, b"")
    assert b"there is no library" in missing.err
    assert not library.with_name("other.db").exists()


@pytest.mark.parametrize(
    ("content", "complaint"),
    [(b"\xff\xfe", "is no text in UTF-8"), (b"[[rule]]", "the kind of rule 1 is none of")],
)
def test_a_file_without_rules_is_refused(
    briefing: Run, tmp_path: Path, content: bytes, complaint: str
) -> None:
    (tmp_path / "rules.toml").write_bytes(content)

    ended = briefing("rules", "import", tmp_path / "rules.toml")
    assert ended.code == 1
    assert complaint in ended.err.decode()
    assert briefing("rules", "import", "gone.toml").code == 1


@pytest.fixture
def analysis(monkeypatch: pytest.MonkeyPatch) -> None:
    """An analysis that finds the same without Maravia; of a text with “broken”, nothing."""

    def analyse(document: Document, model: str) -> Briefing:
        if "broken" in document.text:
            raise ValueError("a bug")
        kept = tuple(actor for actor in BRIEFING.actors if actor.name != "Maravia")
        demand = replace(BRIEFING.positions[1], holders=(), sources=())
        return Briefing(
            document.id,
            analysis_name(model),
            actors=kept,
            positions=(BRIEFING.positions[0], demand),
        )

    monkeypatch.setattr("briefings.analysis.analyse", analyse)


@pytest.mark.usefixtures("analysis")
def test_a_new_analysis_keeps_corrections_and_lists_those_that_do_not_fit(
    briefing: Run, changed: Path
) -> None:
    with Library.open(changed) as library:
        library.journal.record(ID, Rename(ANCHORS.actor("a3"), "The Republic"))
    ended = briefing("reanalyse", "--all")

    assert ended.code == 0
    assert ended.out.decode() == (
        f"analysed  {ID[:8]}  Orland walks out of harbour talks\n"
        "  does not fit any more:\n"
        "    Renamed ‘Maravia’ to ‘The Republic’:"
        " The actor “Maravia” is not found here any more.\n"
    )
    with Library.open(changed) as library:
        assert library.get(ID).briefing.positions[1].topic == "harbour"
    again = briefing("reanalyse", "--all")
    assert (again.code, again.out) == (0, b"")
    assert again.err == b"Every briefing comes from the analysis of today.\n"
    [outcome] = json.loads(briefing("reanalyse", "--json", ID).out)
    assert (outcome["id"], outcome["status"], len(outcome["unfitting"])) == (ID, "analysed", 1)


@pytest.mark.usefixtures("analysis")
def test_what_fails_is_listed_at_the_end(briefing: Run, library: Path) -> None:
    text = "A broken text."
    document = Document.of(text, title="Broken", paragraphs=())
    with Library.open(library) as opened:
        opened.add(document, Briefing(document.id, "0 old"))
    ended = briefing("reanalyse", "--all")

    assert ended.code == 3
    assert ended.out.count(b"analysed") == 1
    assert "1 of 2 could not be analysed" in ended.err.decode()
    assert "ValueError: a bug" in ended.err.decode()
    assert briefing("reanalyse", document.id).code == 1
    with Library.open(library) as opened:
        assert opened.get(document.id).briefing.analysis == "0 old"


@pytest.mark.usefixtures("library")
def test_a_briefing_is_removed_listed_apart_and_brought_back(briefing: Run) -> None:
    removed = briefing("remove", ID[:8])
    assert removed.out.decode() == f"removed     {ID[:8]}  {DOCUMENT.title}\n"
    assert b"nothing was deleted" in removed.err
    assert briefing("remove", ID[:8]).out.decode().startswith("is removed ")
    assert json.loads(briefing("list", "--json").out) == []
    assert [one["id"] for one in json.loads(briefing("list", "--removed", "--json").out)] == [ID]
    assert briefing("library", "check").code == 0
    assert briefing("undo", ID[:8]).out == b"undone  Removed the briefing\n"
    assert [one["id"] for one in json.loads(briefing("list", "--json").out)] == [ID]
    assert briefing("list", "--removed").err == b"No briefing was removed.\n"


@pytest.mark.usefixtures("library")
def test_nothing_is_removed_if_one_of_the_ids_is_wrong(briefing: Run) -> None:
    assert briefing("remove", ID[:8], "ffffffff").code != 0
    assert len(json.loads(briefing("list", "--json").out)) == 1
