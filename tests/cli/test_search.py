"""The verb that searches everything, to the byte."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import DOCUMENT, TEXT, Run

ID = DOCUMENT.id[:8]

ACTOR = """\
Actors
  Petra Lindqvist  foreign minister · Orland  1 mention in 1 briefing
"""

POSITION = f"""\
Positions
  demands · Maravia: Orland to return
    Maravia urged Orland to return if it wanted a deal.
    {ID} · 2031-03 · Orland walks out of harbour talks
"""

QUESTION = f"""\
Questions
  unknown · When will the talks go on? (Orland, Maravia)
    It is unclear when the talks will go on.
    {ID} · 2031-03 · Orland walks out of harbour talks
"""

BRIEFING = f"""\
Briefings
  {ID} · 2031-03 · Orland walks out of harbour talks
"""

pytestmark = pytest.mark.usefixtures("library")


@pytest.mark.parametrize(
    ("words", "out"),
    [
        (["lindqvst"], ACTOR),
        (["--only", "actors", "--limit", "1", "foreign", "minister"], ACTOR),
        (["stance:demands"], POSITION),
        (["kind:unknown"], QUESTION),
        (["--only", "positions", "actor:maravia", "return"], POSITION),
        (["--only", "positions", "stance:demands return"], POSITION),
        (["--only", "questions", "--only", "briefings", "talks"], f"{QUESTION}\n{BRIEFING}"),
        (["--only", "briefings", '"walks out of" -embassy'], BRIEFING),
        (["--only", "briefings", "source:harbour news", "since:2031-03", "talks"], BRIEFING),
    ],
)
def test_what_is_found_stands_in_groups(briefing: Run, words: list[str], out: str) -> None:
    ended = briefing("search", *words)

    assert ended.out.decode() == out
    assert ended.err == b""
    assert ended.code == 0


def test_a_slip_is_mended_and_said(briefing: Run) -> None:
    ended = briefing("search", "harbor")

    assert ended.out.decode() == BRIEFING
    assert ended.err.decode() == "briefing: “harbor” was taken for “harbour”\n"


def test_a_query_that_cannot_be_read_is_pointed_at(briefing: Run) -> None:
    ended = briefing("search", "talks", "stanse:demands")

    assert ended.out == b""
    assert ended.err.decode() == (
        "briefing: There is no filter “stanse:”: write “stance:”, or put it in quotation marks to"
        " look for the words.\n  talks stanse:demands\n        ^\n"
    )
    assert ended.code == 2


def test_json_says_where_everything_stands(briefing: Run) -> None:
    found = json.loads(briefing("search", "--json", "orland").out)

    assert list(found) == [
        "query", "corrections", "actors", "positions", "questions", "briefings", "notes"
    ]  # fmt: skip
    [actor, *_] = found["actors"]
    assert (actor["key"], actor["briefing"]) == ("territory:orland", DOCUMENT.id)
    refusal, demand = found["positions"]
    assert refusal["id"] == "p1"
    assert demand["text"][slice(*demand["lit"][0])] == "Orland"
    assert TEXT[slice(*demand["sentence"])] == demand["passage"]


def test_json_of_nothing_is_empty_groups(briefing: Run) -> None:
    ended = briefing("search", "--json", "--only", "notes", "xyzzyq")

    assert json.loads(ended.out) == {"query": "xyzzyq", "corrections": [], "notes": []}
    assert ended.code == 4


def test_a_search_is_saved_listed_and_forgotten(briefing: Run) -> None:
    saved = briefing("search", "--save", "Refusals  at sea", "stance:refuses since:2031-03")
    assert (saved.code, saved.out) == (0, b"")
    assert "saved as “Refusals at sea”" in saved.err.decode()
    listed = briefing("search", "--saved")
    assert listed.out.decode().splitlines() == [
        "name             query",
        "Refusals at sea  stance:refuses since:2031-03",
    ]
    as_json = json.loads(briefing("search", "--saved", "--json").out)
    assert as_json == [{"name": "Refusals at sea", "query": "stance:refuses since:2031-03"}]
    assert briefing("search", "--forget", "Refusals at sea").code == 0
    assert briefing("search", "--forget", "Refusals at sea").code == 4
    assert json.loads(briefing("search", "--saved", "--json").out) == []


def test_what_was_searched_for_is_listed(briefing: Run) -> None:
    assert json.loads(briefing("search", "--recent", "--json").out) == []


@pytest.mark.parametrize(
    "words",
    [["--saved", "harbour"], ["--save", "x"], ["--save", " ", "harbour"], ["--save", "x", "kind:"]],
)
def test_what_cannot_be_kept_is_a_usage_error(briefing: Run, words: list[str]) -> None:
    assert briefing("search", *words).code == 2
    assert json.loads(briefing("search", "--saved", "--json").out) == []
