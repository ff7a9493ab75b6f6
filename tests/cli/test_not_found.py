"""What is said when there is nothing by a name, and of what a group does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefings.briefing import Actor, ActorType, Stance, Strength
from briefings.library import Library
from tests.cli.conftest import BRIEFING, DOCUMENT, ORLAND, Run
from tui.panes.facts import is_plural


@pytest.mark.usefixtures("library")
def test_a_word_that_is_no_id_and_no_file_may_have_been_meant_as_either(briefing: Run) -> None:
    ended = briefing("show", "harbour")

    assert ended.code == 4
    assert ended.err.decode() == (
        "briefing: there is neither a briefing nor a file “harbour”:"
        " `briefing list` shows the ids.\n"
    )
    assert b"no file harbour.txt" in briefing("show", "harbour.txt").err


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("verb", ["matrix", "timeline"])
def test_a_tag_that_no_briefing_has_is_said_to_be_one(briefing: Run, verb: str) -> None:
    ended = briefing(verb, "--tag", "tolls")

    assert ended.code == 4
    assert ended.err.decode() == (
        "briefing: no briefing of the library has the tag “tolls”: check its name.\n"
    )


def test_a_library_that_was_named_and_is_not_there_is_not_called_empty(briefing: Run) -> None:
    ended = briefing("list", "--library", "misspelt.db")

    assert ended.code == 0
    assert b"There is no library misspelt.db yet" in ended.err


def test_rules_ask_for_what_to_do_alone(briefing: Run) -> None:
    ended = briefing("rules")

    assert ended.code == 2
    assert ended.err.endswith(b"the following arguments are required: WHAT\n")


@pytest.mark.usefixtures("library")
def test_a_file_that_holds_no_rules_is_named(briefing: Run, tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("Dear all,\n", encoding="utf-8")

    assert b"briefing: letters.txt: " in briefing("rules", "import", "letters.txt").err


@pytest.mark.parametrize(
    ("name", "type", "expected"),
    [
        ("Orland officials", ActorType.GROUP, True),
        ("officials of the ministry", ActorType.GROUP, True),
        ("Maravian forces", ActorType.ARMED_FORCE, True),
        ("coalition of states", ActorType.GROUP, False),
        ("press", ActorType.GROUP, False),
        ("United Provinces", ActorType.STATE, False),
    ],
)
def test_some_names_of_groups_stand_for_many(name: str, type: ActorType, expected: bool) -> None:
    assert is_plural(Actor("a1", name, type, ())) is expected


def test_of_a_group_in_the_plural_one_says_that_they_do(briefing: Run, home: Path) -> None:
    dockers = replace(ORLAND, name="Orland dockers", type=ActorType.GROUP)
    actors = tuple(dockers if one is ORLAND else one for one in BRIEFING.actors)
    first, second = BRIEFING.positions
    second = replace(second, stance=Stance.CONDITIONS, strength=Strength.CONDITIONAL)
    with Library.open(home / "library.db") as library:
        library.add(DOCUMENT, replace(BRIEFING, actors=actors, positions=(first, second)))

    said = briefing("show", "--plain", DOCUMENT.id[:8]).out.decode()

    assert "Orland dockers refuse, as told by Petra Lindqvist: " in said
    assert "Maravia conditions: " in said
