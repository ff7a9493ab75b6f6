"""Names that the model cuts in two or the text misspells."""

from __future__ import annotations

from tests.analysis.actors.conftest import Finder


def test_a_name_may_hold_a_preposition(found: Finder) -> None:
    actors = found("Women on Waves sent a ship. Members of Women on Waves said it would sail.")
    assert "Women on Waves" in actors


def test_a_word_that_also_stands_alone_is_no_part_of_such_a_name(found: Finder) -> None:
    actors = found("Kona in Faith said so. Later Kona said no. Members of Kona in Faith left.")
    assert actors.names == {"Kona"}


def test_a_place_behind_a_preposition_is_no_part_of_a_name(found: Finder) -> None:
    actors = found("Police in Norway said so. Members of Police in Norway met.")
    assert "Norway" in actors


def test_a_surname_misspelt_by_a_letter_is_the_same_person(found: Finder) -> None:
    actors = found("Ruth Lindqvist resigned. Mrs Lindqwist had led the board. Lindqvest was ill.")
    assert {"Ruth Lindqvist"} == actors.names


def test_short_surnames_a_letter_apart_are_two_people(found: Finder) -> None:
    actors = found("Ruth Marsh resigned. Mr Marsk, her deputy, said nothing.")
    assert {"Ruth Marsh", "Marsk"} <= actors.names
