"""The worst mistakes are a stance turned round and a wrong owner: sentences that invite them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefings.briefing import Briefing, Polarity, Stance, Strength

from .rows import Row, names, only, rows

Analysed = Callable[[str], Briefing]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ana Ruiz supports the tax.", Stance.SUPPORTS),
        ("Ana Ruiz does not support the tax.", Stance.OPPOSES),
        ("Ana Ruiz refused to support the tax.", Stance.REFUSES),
        ("Ana Ruiz supports none of the plans.", Stance.OPPOSES),
        ("Ana Ruiz is ready to send ships.", Stance.COMMITS),
        ("Ana Ruiz is not ready to send ships.", Stance.REFUSES),
        ("Ana Ruiz said she will sign the treaty.", Stance.COMMITS),
        ("Ana Ruiz said she will not sign the treaty.", Stance.REFUSES),
        ("“We will strike back,” Ana Ruiz warned.", Stance.THREATENS),
        ("Ana Ruiz vowed to start a war.", Stance.THREATENS),
        ("Norway called on Sweden to lift the blockade.", Stance.DEMANDS),
        ("Norway ruled out sending troops to Mali.", Stance.REFUSES),
        ("Norway will not support the plan.", Stance.OPPOSES),
        ("Few ministers support the bill.", Stance.OPPOSES),
        ("A few ministers support the bill.", Stance.SUPPORTS),
        ("Norway offered few ships.", Stance.COMMITS),
        ("Ana Ruiz did not deny that the port was sold.", Stance.CONCEDES),
        ("Ana Ruiz once opposed the deal.", Stance.OPPOSES),
        ("Ana Ruiz is open to talks, provided that the shelling stops.", Stance.COMMITS),
        ("Ana Ruiz vowed to end the war.", Stance.COMMITS),
        ("Ana Ruiz vowed to lift the sanctions.", Stance.COMMITS),
        ("Ana Ruiz warned that prices will rise.", Stance.WARNS),
        ("Ana Ruiz said the attack was unacceptable.", Stance.OPPOSES),
        ("Ana Ruiz said it would be cold.", Stance.STATES),
        ("“We depend on nobody,” Ana Ruiz said.", Stance.STATES),
        ("Ana Ruiz said the rebels had lied.", Stance.ACCUSES),
        ("Ana Ruiz said the dam would destroy the valley.", Stance.WARNS),
        ("Ana Ruiz has reneged on her promise to cut the tax.", Stance.REFUSES),
    ],
)
def test_negation_and_agent_decide_the_stance(
    analysed: Analysed, text: str, stance: Stance
) -> None:
    assert [position.stance for position in analysed(text).stands] == [stance]


def test_a_negated_group_refuses_through_its_examples(analysed: Analysed) -> None:
    text = "Not all states, like Sweden and Denmark, are prepared to send ships."
    briefing = analysed(text)
    position = only(briefing, Stance.REFUSES)

    assert names(briefing, position.holders) == ("Sweden", "Denmark")
    assert position.polarity is Polarity.NEGATIVE


def test_not_ruling_out_is_no_promise(analysed: Analysed) -> None:
    position = only(analysed("Ana Ruiz did not rule out a tax on sugar."), Stance.COMMITS)

    assert position.strength is Strength.TENTATIVE


@pytest.mark.parametrize(
    "text",
    [
        # No actor: an abstract thing holds nothing.
        "The talks underscored broad support for the treaty.",
        # A part of a party is not the party.
        "Only two Democrats back the bill.",
        "Republicans who know the bill oppose it.",
        # Nobody is named.
        "Prices are expected to fall.",
        # Refused, whatever the noun behind it says.
        "The envoys spoke of Tom Okafor's unwillingness to affirm his support for the treaty.",
        # Who is ready and who is not stays open.
        "Not all Danish officials are ready to sign the treaty.",
        # Only supposed.
        "If Norway backed the tax, prices would fall.",
        # Only possible.
        "Ana Ruiz could support the tax.",
        # What was done instead.
        "Ana Ruiz resigned rather than back the tax.",
    ],
)
def test_nothing_is_said_where_nobody_takes_a_stand(analysed: Analysed, text: str) -> None:
    assert analysed(text).stands == ()


def test_a_stance_told_by_another_keeps_both_apart(analysed: Analysed) -> None:
    text = "Ana Ruiz praised Tom Okafor's commitment to the treaty."
    briefing = analysed(text)
    position = only(briefing, Stance.COMMITS)

    assert names(briefing, position.holders) == ("Tom Okafor",)
    assert names(briefing, position.sources) == ("Ana Ruiz",)


def test_an_undertaking_belongs_to_whom_it_is_told_of(analysed: Analysed) -> None:
    text = "Norway will send ships to Mali, Ana Ruiz said."

    assert Row(("Norway",), "commits", "send ships to Mali") in rows(analysed(text), text)


def test_what_others_must_do_is_not_their_stance(analysed: Analysed) -> None:
    briefing = analysed("Ana Ruiz said that Tom Okafor must agree to new rules.")

    assert [names(briefing, p.holders) for p in briefing.stands] == [("Ana Ruiz",)]


def test_readiness_in_a_condition_is_nobody_s_promise(analysed: Analysed) -> None:
    text = "Ana Ruiz said peace is contingent upon Sweden's readiness to talk."

    assert not [p for p in analysed(text).stands if p.stance is Stance.COMMITS]


def test_what_is_signed_decides_whether_it_is_a_stand(analysed: Analysed) -> None:
    assert [p.stance for p in analysed("Ana Ruiz signed the treaty.").stands] == [Stance.COMMITS]
    assert not analysed("Ana Ruiz signed autographs for her voters.").stands


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ana Ruiz said she never promised a vote.", "denies"),
        ("Ana Ruiz said she did not want to join the union.", "refuses"),
        ("Ana Ruiz has not endorsed anyone in the race.", "refuses"),
        ("Ana Ruiz did not lift the ban.", "refuses"),
        ("Ana Ruiz said she was not only here to work.", "states"),
        ("Ana Ruiz predicted that she would win.", "states"),
        ("Ana Ruiz said the law would have been a mistake.", "states"),
        ("Officials said it would affect the port.", "states"),
    ],
)
def test_what_turns_a_stance_round_or_takes_it_away(
    analysed: Analysed, text: str, stance: str
) -> None:
    assert [row.stance for row in rows(analysed(text), text)] == [stance]


def test_what_is_only_claimed_of_another_is_not_his_stand(analysed: Analysed) -> None:
    text = "Ana Ruiz claimed that Tom Okafor wants to close the port."
    assert all("Tom Okafor" not in row.holders for row in rows(analysed(text), text))


def test_who_is_asked_does_not_ask(analysed: Analysed) -> None:
    text = "Ana Ruiz, when asked about the tax, told Congress: “It is under review.”"
    assert [row.stance for row in rows(analysed(text), text)] == ["states"]
