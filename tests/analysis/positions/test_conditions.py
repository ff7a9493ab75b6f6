"""The condition that a stand is under: the text, then the words of the condition."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefings.briefing import Briefing
from tests.analysis.positions.rows import rows

Analysed = Callable[[str], Briefing]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Norway offered to free the crew provided the owners pay.", "provided the owners pay"),
        (
            "Sweden said it would sign, providing that the text was changed.",
            "providing that the text was changed",
        ),
        (
            "Norway agreed to a ceasefire on condition that the rebels disarm.",
            "on condition that the rebels disarm",
        ),
        (
            "Ada Okafor agreed to attend on the understanding that no press would come.",
            "on the understanding that no press would come",
        ),
        ("Sweden said it would stay so long as it was needed.", "so long as it was needed"),
        ("If talks fail, Norway threatened to leave the union.", "If talks fail"),
        ("Students threatened to occupy the hall if fees rose.", "if fees rose"),
        ("Ada Okafor pledged support in return for reforms.", "in return for reforms"),
        ("Norway will not sign unless Sweden does, Ada Okafor said.", "unless Sweden does"),
    ],
)
def test_a_condition_is_found_wherever_it_hangs(
    analysed: Analysed, text: str, condition: str
) -> None:
    assert rows(analysed(text), text)[0].condition == condition


@pytest.mark.parametrize(
    "text",
    [
        "Ada Okafor said talks had lasted as long as four hours.",
        "Ada Okafor said the aid provided by Norway was late.",
        "Ada Okafor said few knew her until recently.",
    ],
)
def test_what_looks_like_a_condition_is_none(analysed: Analysed, text: str) -> None:
    (stand,) = rows(analysed(text), text)
    assert not stand.condition
