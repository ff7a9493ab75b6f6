""" "I" and "we" between quotation marks: the speaker, or the body spoken for."""

from __future__ import annotations

from tests.analysis.actors.conftest import Finder


def test_we_is_the_team_of_its_coach(found: Finder) -> None:
    actors = found('"We played well and we will win on Sunday," said Norway coach Ruth Okafor.')
    assert actors.of("We") == "Norway"


def test_we_is_the_company_of_its_spokesman(found: Finder) -> None:
    actors = found('"We will appeal," said Peter Ruiz, a spokesman for Acme Corp, on Monday.')
    assert actors.of("We") == "Acme Corp"


def test_we_of_the_head_of_an_institute_may_be_everybody(found: Finder) -> None:
    actors = found(
        'Ruth Okafor is the director of the Oslo Institute of Health. "We eat too much," she said.'
    )
    assert actors.of("We") is None


def test_a_former_coach_speaks_for_nobody(found: Finder) -> None:
    actors = found('"We lost our nerve," said Paul Marsh, a former coach of Norway.')
    assert actors.of("We") is None


def test_a_quotation_that_is_not_closed_goes_on_in_the_next_paragraph(found: Finder) -> None:
    actors = found(
        'Ruth Okafor said, "The hall was cold.\n\nI have asked the ministry for help." '
        "Paul Marsh listened."
    )
    assert actors.of("I") == "Ruth Okafor"


def test_a_mark_that_opens_in_the_next_paragraph_closes_nothing(found: Finder) -> None:
    actors = found(
        'Ruth Okafor said, "The hall was cold.\n\nI was there. Paul Marsh said "No" to her.'
    )
    assert actors.of("I") is None


def test_we_of_a_letter_is_the_body_that_wrote_it(found: Finder) -> None:
    actors = found('The Home Office letter reads: "We may ask for further papers."')
    assert actors.of("We") == "Home Office"


def test_a_captain_by_rank_is_no_player(found: Finder) -> None:
    actors = found('"We left at dawn," said Norwegian Captain Paul Marsh.')
    assert actors.of("We") is None
