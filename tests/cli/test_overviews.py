"""The verbs for the matrix and the timeline, to the byte."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefings.library import Library
from tests.cli.conftest import Run
from tests.stories.test_timeline import promised, signed
from tests.stories.told import REFUSAL_TOLD, filled

REFUSAL = REFUSAL_TOLD[0].id[:8]
ALL = """\
lease of the port · in dispute
  + for: Orland (concedes, conditional, once the other way), Maravia (supports), \
Petra Lindqvist (commits), Ivo Marek (supports)
  − against: Harbour Union (opposes)

harbour dues
  − against: Petra Lindqvist (opposes)
  ? asks: Maravia (demands)
"""
ONE = """\
lease of the port · in dispute
  + for: Maravia (supports)
  − against: Orland (refuses), Harbour Union (opposes)
"""


@pytest.fixture
def told(home: Path) -> None:
    filled(home / "library.db").close()


@pytest.fixture
def happened(home: Path) -> None:
    with Library.open(home / "library.db") as library:
        library.add(*signed("2031-03-04"))
        library.add(*promised("2031-03-05"))


@pytest.mark.usefixtures("told")
def test_the_matrix_of_all(briefing: Run) -> None:
    done = briefing("matrix")

    assert (done.code, done.out.decode()) == (0, ALL)


@pytest.mark.usefixtures("told")
def test_the_matrix_of_one(briefing: Run) -> None:
    assert briefing("matrix", REFUSAL).out.decode() == ONE


@pytest.mark.usefixtures("told")
def test_the_matrix_as_json(briefing: Run) -> None:
    found = json.loads(briefing("matrix", "--json", REFUSAL).out)

    [issue] = found["issues"]
    assert issue["is_disputed"]
    assert {cell["actor"]: cell["side"] for cell in issue["cells"]} == {
        "territory:orland": "against",
        "body:harbour union": "against",
        "territory:maravia": "for",
    }
    passage = issue["cells"][0]["positions"][0]["passage"]
    start, end = issue["cells"][0]["positions"][0]["sentence"]
    assert REFUSAL_TOLD[0].text[start:end] == passage


@pytest.mark.usefixtures("told")
def test_a_tag_that_nothing_has(briefing: Run) -> None:
    assert briefing("matrix", "--tag", "whales").code == 4


@pytest.mark.usefixtures("told")
def test_an_id_that_nothing_has(briefing: Run) -> None:
    done = briefing("matrix", "ffffffff")

    assert done.code == 4
    assert b"ffffffff" in done.err


def test_no_library(briefing: Run) -> None:
    assert briefing("matrix").code == 4
    assert briefing("timeline").code == 4


@pytest.mark.usefixtures("happened")
def test_the_timeline(briefing: Run) -> None:
    lines = briefing("timeline").out.decode().splitlines()

    assert [one for one in lines if not one.startswith(" ")] == [
        "2031-03-03 past: signed",
        "(2031-03-05) past: closed",
        "2031-03-10 due: to pay the dues by 10 March",
        "2031-05 scheduled: vote",
        "undated hypothetical: strike",
    ]
    assert "  “It will hold a vote in May.”" in lines


@pytest.mark.usefixtures("happened")
def test_the_timeline_as_json(briefing: Run) -> None:
    found = json.loads(briefing("timeline", "--json").out)

    assert [(one["when"], one["status"], one["is_reported"]) for one in found] == [
        ("2031-03-03", "past", False),
        ("2031-03-05", "past", True),
        ("2031-03-10", "due", False),
        ("2031-05", "scheduled", False),
        (None, "hypothetical", False),
    ]
