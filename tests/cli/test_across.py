"""The verbs for dossiers and open questions, to the byte."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.stories.told import DOUBTS_TOLD, REFUSAL_TOLD, TURN_TOLD, filled

REFUSAL, DOUBTS, TURN = (told[0].id[:8] for told in (REFUSAL_TOLD, DOUBTS_TOLD, TURN_TOLD))
REFUSED = (
    "Foreign Minister Petra Lindqvist said on Monday that Orland would refuse the lease of Halden"
    " port."
)
CONCEDED = (
    "Prime Minister Petra Lindqvist said Orland could accept the lease of the port if the dues"
    " were doubled."
)
ORLAND = f"""\
Orland
state · 5 mentions in 2 briefings

Where they stand: 2 positions
  port lease · for
    2031-03-03 refuses: the lease of Halden port
      “{REFUSED}”
      {REFUSAL} · 2031-03-03 · Orland will not lease its port · Harbour News
    2031-04-02 concedes, conditional (told by Petra Lindqvist): the lease of the port
      condition: if the dues were doubled
      “{CONCEDED}”
      {TURN} · 2031-04-02 · Orland may lease Halden after all · Harbour News
    may have changed sides: 2031-03-03 to 2031-04-02
      “{REFUSED}”
      “{CONCEDED}”
    with: Petra Lindqvist, Maravia, Ivo Marek
    against: Harbour Union

Questions that wait for them
  open · undecided · Will a vote be called? (Orland)
    “Whether a vote is called remains open.”
    {REFUSAL} · 2031-03-03 · Orland will not lease its port · Harbour News
  open · unknown · Will Orland hold a referendum? (Orland)
    “It is unclear whether Orland will hold a referendum.”
    {REFUSAL} · 2031-03-03 · Orland will not lease its port · Harbour News
"""
DREDGING = f"""\
  open · undecided · Will Maravia pay for the dredging? (Maravia)
    “Will Maravia pay for the dredging of Halden?”
    {DOUBTS} · 2031-03-10 · Maravia waits · The Courier
"""


@pytest.fixture
def told(home: Path) -> None:
    filled(home / "library.db").close()


@pytest.mark.usefixtures("told")
class TestDossier:
    @pytest.mark.parametrize("name", ["orland", "Orlnd"])
    def test_as_text(self, briefing: Run, name: str) -> None:
        ended = briefing("dossier", name)

        assert (ended.code, ended.out.decode()) == (0, ORLAND)
        assert ended.err == b""

    def test_a_role_and_a_tie(self, briefing: Run) -> None:
        out = briefing("dossier", "ivo marek").out.decode()

        assert "What the texts say they are\n  envoy · 2031-03-10 · 1 briefing\n" in out
        assert out.endswith("Ties that the texts state\n  envoy of Maravia · 2031-03-10\n")

    def test_as_json(self, briefing: Run) -> None:
        ended = briefing("dossier", "--json", "orland")
        found = json.loads(ended.out)

        assert (found["key"], found["positions"]) == ("territory:orland", 2)
        [issue] = found["issues"]
        assert (issue["topic"], issue["side"]) == ("port lease", "for")
        assert [one["label"] for one in issue["positions"]] == ["refuses", "concedes"]
        assert issue["changes"][0]["kind"] == "turned"
        assert [one["name"] for one in issue["against"]] == ["Harbour Union"]
        assert [one["status"] for one in found["questions"]] == ["open", "open"]

    def test_who_else_may_be_meant(self, briefing: Run) -> None:
        ended = briefing("dossier", "minister", "petra")
        assert ended.out.startswith(b"Petra Lindqvist\n")
        ended = briefing("dossier", "mar")
        assert ended.code == 0
        assert b"is also like" in ended.err

    def test_nobody_like_that(self, briefing: Run) -> None:
        ended = briefing("dossier", "zzyzx[/]\x1b[2J")

        assert (ended.code, ended.out) == (4, b"")
        assert ended.err.decode() == (
            "briefing: no actor in the library is called anything like “zzyzx[/]␛[2J”\n"
        )


@pytest.mark.usefixtures("told")
class TestQuestions:
    def test_as_text(self, briefing: Run) -> None:
        ended = briefing("questions", "--kind", "undecided")

        assert (ended.code, ended.out.decode(), ended.err) == (0, DREDGING, b"")

    def test_the_first_of_several(self, briefing: Run) -> None:
        ended = briefing("questions", "--limit", "1", "--status", "open")

        assert ended.out.decode() == DREDGING
        assert ended.err == b"briefing: the first 1 of 2; --limit shows more\n"

    def test_as_json(self, briefing: Run) -> None:
        found = json.loads(briefing("questions", "--json", "refer").out)

        assert found["total"] == 1
        assert found["statuses"]["open"] == 1
        [question] = found["questions"]
        assert (question["text"], question["status"], question["others"]) == (
            "Will Orland hold a referendum?", "open", 1,
        )  # fmt: skip

    def test_none_like_that(self, briefing: Run) -> None:
        ended = briefing("questions", "--status", "dropped")

        assert (ended.code, ended.out) == (4, b"")
        assert ended.err == b"briefing: no question of the library is like that\n"


def test_without_a_library(briefing: Run) -> None:
    assert briefing("dossier", "orland").code == 4
    assert briefing("questions").code == 4
    assert json.loads(briefing("questions", "--json").out) == {
        "questions": [], "total": 0, "statuses": {},
    }  # fmt: skip
