"""Lines whose capitals tell nothing."""

from __future__ import annotations

from tests.analysis.actors.conftest import Finder


def test_verbs_of_a_headline_in_title_case_are_no_names(found: Finder) -> None:
    actors = found(
        "Harlow Vows to Rebuild Bridge as Talks Stall in Norway\n\n"
        "Mayor Ann Harlow said on Monday that the bridge would be rebuilt."
    )
    assert actors.names == {"Ann Harlow", "Norway"}
    assert actors.words("Ann Harlow")[0] == "Harlow"


def test_a_state_is_found_in_a_headline_that_shouts(found: Finder) -> None:
    actors = found(
        "MINISTER RESIGNS AFTER PROTESTS IN FRANCE\n\n"
        "The minister, Claude Morel, resigned on Tuesday."
    )
    assert actors.words("France") == ["FRANCE"]
    assert actors.names == {"Claude Morel", "France"}


def test_a_headline_in_sentence_case_is_read_like_any_line(found: Finder) -> None:
    actors = found("Harbour board sues Acme Corp over oil spill\n\nThe board gave no details.")
    assert "Acme Corp" in actors


def test_the_name_of_a_picture_credit_is_cut_at_its_label(found: Finder) -> None:
    actors = found("The mayor opened the bridge. Image: Ruth Okafor.")
    assert actors.names == {"Ruth Okafor"}
