"""Rules travel from library to library as a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.corrections import AlwaysAssign, AlwaysRename, AlwaysRetype, NeverMerge, Rule
from briefings.errors import LibraryError
from briefings.library import Library
from tests.library.rules import APART, BRUNETTE, PLACE, STATE, filled, named


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with filled(tmp_path / "library.db") as library:
        yield library


def test_rules_travel_as_a_file(library: Library, tmp_path: Path) -> None:
    awkward = AlwaysRename(named('A "quoted" \\ name\x7f'), "Søren\n\t‘x’ #1")
    rules: list[Rule] = [
        BRUNETTE,
        APART,
        awkward,
        AlwaysRetype(named("Norrland", PLACE), STATE),
        AlwaysAssign(named("Ruiz"), ""),
    ]
    for rule in rules:
        library.journal.record(None, rule)
    text = library.journal.export_rules()
    with Library.open(tmp_path / "other.db") as other:
        other.journal.record(None, NeverMerge(named("Brunette"), named("Élodie Brunet")))
        taught, refused = other.journal.import_rules(text)
        assert taught == rules[1:]
        assert [(rule, "contradicts" in str(error)) for rule, error in refused] == [
            (BRUNETTE, True)
        ]
        assert other.journal.import_rules(text)[0] == []


@pytest.mark.parametrize(
    "text",
    [
        "rule = 1",
        "[[rule]]",
        "x = [",
        "other = 1",
        '[[rule]]\nkind = "merge"',
        '[[rule]]\nkind = ["x"]',
        '[[rule]]\nkind = "always rename"\nname = "x"',
        'rule = ["x"]',
    ],
)
def test_a_file_that_holds_no_rules_teaches_nothing(library: Library, text: str) -> None:
    with pytest.raises(LibraryError, match="file of rules cannot be read"):
        library.journal.import_rules(f"{text}\n")
    assert library.journal.rules() == ()
