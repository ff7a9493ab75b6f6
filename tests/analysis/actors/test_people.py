"""Names of people: who is one, and who is two."""

from __future__ import annotations

from briefings.briefing import ActorType, MentionKind
from tests.analysis.actors.conftest import Finder


def test_a_surname_is_the_person_named_in_full_before(found: Finder) -> None:
    actors = found("Mayor Ann Harlow opened the bridge. Harlow praised the engineers.")
    assert actors.words("Ann Harlow") == ["Ann Harlow", "Harlow"]
    assert actors["Ann Harlow"].type is ActorType.PERSON


def test_two_people_of_one_surname_stay_two(found: Finder) -> None:
    actors = found("Ann Harlow met Tom Harlow in Oslo. Tom Harlow had flown in.")
    assert actors.words("Ann Harlow") == ["Ann Harlow"]
    assert actors.words("Tom Harlow") == ["Tom Harlow", "Tom Harlow"]


def test_middle_initials_part_two_people(found: Finder) -> None:
    actors = found("Ann M. Harlow and Ann K. Harlow both ran for the board.")
    assert {"Ann M. Harlow", "Ann K. Harlow"} <= actors.names


def test_a_shared_surname_goes_to_whom_the_text_introduced_first(found: Finder) -> None:
    actors = found(
        "President Joe Marsh spoke in Oslo. Lena Marsh, his daughter, listened.\n\n"
        "Marsh said taxes would rise."
    )
    assert actors.of("Marsh", 2) == "Joe Marsh"


def test_a_title_tells_which_of_two(found: Finder) -> None:
    actors = found(
        "President Paul Harlan spoke. Jill Harlan listened.\n\nMrs. Harlan waved at the crowd."
    )
    assert actors.of("Harlan", 2) == "Jill Harlan"


def test_short_forms_and_initials_are_the_same_person(found: Finder) -> None:
    actors = found("President Joe Harlan spoke. Joseph R. Harlan said he was glad.")
    assert actors.words("Joseph R. Harlan", MentionKind.NAMED) == [
        "Joe Harlan",
        "Joseph R. Harlan",
    ]


def test_spellings_of_a_foreign_name_are_one(found: Finder) -> None:
    actors = found("Volodymyr Berenskyy arrived. Volodymyr Berensky thanked the crowd.")
    people = [a for a in actors.actors.values() if a.type is ActorType.PERSON]
    assert len(people) == 1


def test_particles_belong_to_the_name(found: Finder) -> None:
    actors = found(
        "Ludwig van der Berg met Abdul al-Rashid in Vienna. "
        "The talks between van der Berg and al-Rashid failed."
    )
    assert actors.words("Ludwig van der Berg") == ["Ludwig van der Berg", "van der Berg"]
    assert actors.words("Abdul al-Rashid") == ["Abdul al-Rashid", "al-Rashid"]


def test_apostrophes_are_one_however_they_are_written(found: Finder) -> None:
    actors = found("Sean O'Malley spoke to reporters. Later O’Malley left for Dublin.")
    assert len([a for a in actors.actors.values() if a.type is ActorType.PERSON]) == 1


def test_a_title_is_no_part_of_the_name_but_a_royal_one_before_a_single_name(
    found: Finder,
) -> None:
    actors = found("Senator Ruth Okafor met Prince Harald in London.")
    assert "Ruth Okafor" in actors
    assert "Prince Harald" in actors


def test_an_office_alone_is_no_person(found: Finder) -> None:
    actors = found("The Texas Agriculture Secretary resigned, the governor said.")
    people = [a.name for a in actors.actors.values() if a.type is ActorType.PERSON]
    assert people == ["governor"]  # whom the text only describes, and who speaks


def test_a_form_of_address_makes_a_person_of_what_looks_like_a_body(found: Finder) -> None:
    actors = found("The Rev Rachel Okafor of the campaign group Norr First called it a blow.")
    assert "Rachel Okafor" in actors


def test_the_office_before_a_name_may_name_its_portfolio(found: Finder) -> None:
    actors = found("On Monday Minister of Defence Olga Petrova met reporters.")
    assert actors.roles("Olga Petrova") == [("Minister of Defence", "", "")]
