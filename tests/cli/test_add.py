"""Adding articles: what fails on one never stops the others."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from briefings.reading import document_from_text
from tests.cli.conftest import Run

FIRST = "Orland walks out\n\nPetra Lindqvist said on Thursday that Orland would not sign.\n"
SECOND = "Pier is sold\n\nTomas Okafor urged the council to stop the sale.\n"


def short_id(text: str) -> str:
    return document_from_text(text).id[:8]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST)
    (folder / "b.txt").write_text("")
    (folder / "c.txt").write_bytes(b"\x00\x01")
    (folder / "d.txt").write_text(SECOND)
    return folder


def test_a_folder_is_added_and_what_failed_is_listed_at_the_end(
    briefing: Run, articles: Path
) -> None:
    ended = briefing("add", articles, "gone.txt")

    assert ended.out.decode() == (
        f"added  {short_id(FIRST)}  Orland walks out\nadded  {short_id(SECOND)}  Pier is sold\n"
    )
    assert ended.err.decode() == (
        "briefing: 3 of 5 could not be added:\n"
        "  there is no file gone.txt: check the name.\n"
        f"  {articles}/b.txt is empty: there is nothing to read.\n"
        f"  {articles}/c.txt is a binary file, not a text: "
        "save its text as .txt, .md or .html and try again.\n"
    )
    assert ended.code == 3


def test_the_same_text_twice_is_said(briefing: Run, articles: Path) -> None:
    path = articles / "a.txt"
    briefing("add", path)
    copy = articles / "copy.txt"
    copy.write_text(FIRST)

    ended = briefing("add", path, copy, path)

    line = f"already there  {short_id(FIRST)}  Orland walks out\n"
    assert ended.out.decode() == line * 2
    assert ended.code == 0
    assert briefing("list").out.count(b"\n") == 2


def test_standard_input_is_added(briefing: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FIRST.encode())))

    ended = briefing("add", "--json", "-")

    [added] = json.loads(ended.out)
    assert added == {
        "source": "standard input",
        "status": "added",
        "id": document_from_text(FIRST).id,
        "title": "Orland walks out",
    }


def test_json_tells_of_failures_too(briefing: Run, articles: Path) -> None:
    ended = briefing("add", "--json", articles / "b.txt")

    [failed] = json.loads(ended.out)
    assert failed["status"] == "failed"
    assert failed["error"].endswith("b.txt is empty: there is nothing to read.")
    assert ended.code == 1


def test_a_bug_in_one_article_does_not_stop_the_others(
    briefing: Run, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import briefings.analysis

    def analyse(*_: object) -> object:
        raise RuntimeError("no verb")

    monkeypatch.setattr(briefings.analysis, "analyse", analyse)
    ended = briefing("add", articles / "a.txt", articles / "d.txt")

    assert ended.code == 1
    assert b"2 of 2 could not be added" in ended.err
    assert b"an error of ours in" in ended.err
    assert b"RuntimeError: no verb: please report it with what `--debug` shows." in ended.err
    with pytest.raises(RuntimeError):
        briefing("--debug", "add", articles / "a.txt")


def test_what_was_added_before_an_interruption_stays(
    briefing: Run, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import briefings.analysis

    analyse = briefings.analysis.analyse

    def impatient(document: object, model: str) -> object:
        if document.title.startswith("Pier"):  # type: ignore[attr-defined]
            raise KeyboardInterrupt
        return analyse(document, model)  # type: ignore[arg-type]

    monkeypatch.setattr(briefings.analysis, "analyse", impatient)
    ended = briefing("add", articles / "a.txt", articles / "d.txt")

    assert ended.code == 130
    assert ended.out.decode() == f"added  {short_id(FIRST)}  Orland walks out\n"
    assert ended.err == b"briefing: interrupted; 1 not read\n"
