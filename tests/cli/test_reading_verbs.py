"""The verbs that print what is in the library, to the byte."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefings.briefing import Briefing
from briefings.document import Span
from briefings.events import Place, Quantity, Time, TimeKind
from briefings.library import Library
from briefings.reading import document_from_text
from tests.cli.conftest import DOCUMENT, TEXT, Run

ID = DOCUMENT.id[:8]

LIST = f"""\
id        published  actors  positions  questions  title
{ID}  2031-03         3          2          1  Orland walks out of harbour talks
"""

SHOW = f"""\
Orland walks out of harbour talks
2031-03 · Harbour News · Ana Ruiz · 51 words · {ID}

Actors (3)

  Petra Lindqvist  1 mention   foreign minister · Orland
  Orland           2 mentions  state
  Maravia          1 mention   state

Positions (2)

  − refuses    Orland (as told by Petra Lindqvist)
    sign a paper that gives away our port
    ¶1 “We will not sign a paper that gives away our port,”

  ? demands    Maravia (conditional)
    Orland to return … if it wanted a deal
    ¶2 Maravia urged Orland to return if it wanted a deal.

Open questions, in our words (1)

  ? unknown    When will the talks go on? (Orland, Maravia can settle it)
    ¶2 It is unclear when the talks will go on.

Commitments and conditions (2)

  − rules out  Orland (as told by Petra Lindqvist)
    sign a paper that gives away our port
    ¶1 “We will not sign a paper that gives away our port,”

  ? condition  Maravia (demands)
    if it wanted a deal
    ¶2 Maravia urged Orland to return if it wanted a deal.

Events (1)

  · past         The delegation of Orland left the room on Thursday
    who: Orland; where: the room; when: on Thursday (2031-03-06)
    ¶1 The delegation of Orland left the room on Thursday.

Numbers (1)

  a paper
    ¶1 “We will not sign a paper that gives away our port,”

Places (1)

  room  Orland  1 mention  ¶1
"""

PLAIN = f"""\
Orland walks out of harbour talks
Published 2031-03. Harbour News. Ana Ruiz. 51 words. Briefing {ID}.

Actors: 3
Petra Lindqvist, foreign minister, Orland. 1 mention.
Orland, state. 2 mentions.
Maravia, state. 1 mention.

Positions: 2
Orland refuses, as told by Petra Lindqvist: sign a paper that gives away our port. \
Paragraph 1: “We will not sign a paper that gives away our port,”
Maravia demands, conditional: Orland to return, if it wanted a deal. \
Paragraph 2: Maravia urged Orland to return if it wanted a deal.

Open questions, in our words: 1
Question, unknown: When will the talks go on? To be settled by Orland, Maravia. \
Paragraph 2: It is unclear when the talks will go on.

Commitments and conditions: 2
Ruled out by Orland, as told by Petra Lindqvist: sign a paper that gives away our port. \
Paragraph 1: “We will not sign a paper that gives away our port,”
Condition, Maravia demands: if it wanted a deal. \
Paragraph 2: Maravia urged Orland to return if it wanted a deal.

Events: 1
Event, past: The delegation of Orland left the room on Thursday. Who: Orland. Where: the room. \
When: on Thursday (2031-03-06). Paragraph 1: The delegation of Orland left the room on Thursday.

Numbers: 1
a paper. Paragraph 1: “We will not sign a paper that gives away our port,”

Places: 1
room, Orland. 1 mention, paragraph 1.

What the article does not say, inferred by us: 0
"""


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("words", "out"),
    [
        (["list"], LIST),
        (["list", "--limit", "1"], LIST),
        (["show", ID], SHOW),
        (["show", DOCUMENT.id], SHOW),
        (["show", "--plain", ID], PLAIN),
    ],
)
def test_data_goes_to_stdout_to_the_byte(briefing: Run, words: list[str], out: str) -> None:
    ended = briefing(*words)

    assert ended.out.decode() == out
    assert ended.err == b""
    assert ended.code == 0


@pytest.mark.usefixtures("library")
def test_json_holds_what_a_program_needs(briefing: Run) -> None:
    [entry] = json.loads(briefing("list", "--json").out)
    shown = json.loads(briefing("show", "--json", ID).out)

    assert entry["id"] == DOCUMENT.id
    assert entry["published"] == {"date": "2031-03", "precision": "month"}
    assert shown["positions"][0]["cue"][0]["text"] == "said"
    assert briefing("export", "--json", ID).out == briefing("show", "--json", ID).out


@pytest.mark.usefixtures("library")
def test_a_file_whose_text_is_in_the_library_is_not_analysed_again(
    briefing: Run, tmp_path: Path
) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")

    assert briefing("show", path).out.decode() == SHOW


def test_an_empty_library_is_no_error_and_is_not_made(briefing: Run, home: Path) -> None:
    ended = briefing("list")

    assert ended.out == b""
    assert ended.err == b"The library is empty; `briefing add FILE` puts a briefing into it.\n"
    assert ended.code == 0
    assert briefing("list", "--json").out == b"[]\n"
    assert not (home / "library.db").exists()


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["show", "ffff"], "The library has no briefing “ffff”: `briefing list` shows the ids."),
        (["export", "ffff"], "The library has no briefing “ffff”: `briefing list` shows the ids."),
        (
            ["show", "a"],
            "“a” is too short for the id of a briefing: `briefing list` shows the ids.",
        ),
        (["search", "xyzzyq"], "nothing in the library fits “xyzzyq”"),
    ],
)
def test_what_is_not_there_has_an_exit_code_of_its_own(
    briefing: Run, words: list[str], complaint: str
) -> None:
    ended = briefing(*words)

    assert ended.out == b""
    assert ended.err.decode() == f"briefing: {complaint}\n"
    assert ended.code == 4


@pytest.mark.parametrize("words", [["show", "ffff"], ["export", "ffff"], ["search", "x"]])
def test_without_a_library_nothing_is_found(briefing: Run, words: list[str]) -> None:
    assert briefing(*words).code == 4


def test_the_option_goes_before_the_environment_and_may_stand_anywhere(
    briefing: Run, library: Path, tmp_path: Path
) -> None:
    other = library.rename(tmp_path / "other.db")

    assert briefing("list").out == b""
    assert briefing("--library", other, "list").out.decode() == LIST
    assert briefing("list", f"--library={other}").out.decode() == LIST


def test_a_file_that_is_no_library_is_refused(briefing: Run, home: Path) -> None:
    (home / "library.db").write_text("notes " * 300)
    ended = briefing("list")

    assert ended.code == 1
    assert ended.out == b""
    assert ended.err.count(b"\n") == 1
    assert b"library.db" in ended.err


def test_article_text_cannot_act_in_the_terminal(briefing: Run, home: Path) -> None:
    hostile = "Talks \x1b[31mend\x1b]0;x\x07 \u202etoday\x9b2J"
    document = document_from_text(f"{hostile}\n\nThe delegation left.")
    whole = Span(0, len(document.text))
    with Library.open(home / "library.db") as library:
        library.add(
            document,
            Briefing(
                document.id,
                "1",
                quantities=(Quantity("n1", whole, whole, whole, counted=whole),),
                places=(Place("l1", hostile, (whole,), hostile),),
                times=(Time(whole, TimeKind.DATE, hostile),),
            ),
        )
    for words in (
        ["list"],
        ["list", "--json"],
        ["show", document.id],
        ["show", "--plain", document.id],
        ["show", "--json", document.id],
    ):
        out = briefing(*words).out.decode()
        assert "Talks" in out
        assert not set(out) & set("\x1b\x07\x9b\u202e")
