"""Quotations, and who says them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.analysis.parsing import parse
from briefings.analysis.positions.quotations import find_quotations
from briefings.briefing import Briefing, Directness
from briefings.reading import document_from_text

from .rows import Row, rows

Analysed = Callable[[str], Briefing]

SAID_BY_RUIZ = [
    ("“We will win,” said Ana Ruiz. “We always do.”", "“We will win,” … “We always do.”"),
    ("“The tax,” Ana Ruiz said, “must end.”", "“The tax,” … “must end.”"),
    ('"We will win," Ana Ruiz said.', '"We will win,"'),
    ("''We will win,'' Ana Ruiz said.", "''We will win,''"),
    ("Ana Ruiz said on Monday: “It is a bad tax.”", "“It is a bad tax.”"),
    (
        "The tax is “a danger to us all,” Ana Ruiz said.",
        "The tax is “a danger to us all,”",
    ),
    (
        "Ana Ruiz said the tax was “a disgrace that must end.”",
        "the tax was “a disgrace that must end.”",
    ),
    ("“No,” replied Ana Ruiz.", "“No,”"),
    # What stands before a colon, or on the other side of the verb, is the writer's.
    ("The vote had failed: “We lost the port,” Ana Ruiz said.", "“We lost the port,”"),
    ("The talks failed: Ana Ruiz said that “nobody listens to us.”", "“nobody listens to us.”"),
]


@pytest.mark.parametrize(("text", "content"), SAID_BY_RUIZ)
def test_a_quotation_is_tied_to_its_speaker(analysed: Analysed, text: str, content: str) -> None:
    assert [(r.holders, r.content) for r in rows(analysed(text), text)] == [
        (("Ana Ruiz",), content)
    ]


def test_a_paragraph_of_quotation_goes_on_with_the_one_before(analysed: Analysed) -> None:
    text = "A vote was held.\n\n“It is a bad tax,” said Ana Ruiz. “It hurts us.\n\n“It must end.”\n"

    (found,) = rows(analysed(text), text)

    assert found.content == "“It is a bad tax,” … “It hurts us. … “It must end.”"


def test_a_title_between_marks_is_said_by_nobody(analysed: Analysed) -> None:
    text = "Ana Ruiz wrote “The Long Road Home,” and Tom Okafor read it."

    assert all(
        "Long Road" not in r.content for r in rows(analysed(text), text) if "Okafor" in r.holders
    )


@pytest.mark.parametrize(
    ("text", "directness"),
    [
        ("“We will win,” said Ana Ruiz.", Directness.DIRECT),
        ("Ana Ruiz said the tax was “a disgrace that must end.”", Directness.MIXED),
        ("Ana Ruiz said the tax was a disgrace.", Directness.INDIRECT),
        ("Ana Ruiz is opposed to the tax.", Directness.ATTITUDE),
    ],
)
def test_how_the_words_are_given(analysed: Analysed, text: str, directness: Directness) -> None:
    (position,) = analysed(text).stands

    assert position.directness is directness


def test_nothing_is_found_inside_a_quotation(analysed: Analysed) -> None:
    text = "“Lena Brandt said it was over,” Ana Ruiz recalled."

    assert rows(analysed(text), text) == [
        Row(("Ana Ruiz",), "states", "“Lena Brandt said it was over,”")
    ]


@given(st.text(alphabet="ab .,!\"“”'`\n", max_size=60))
def test_marks_of_any_kind_make_quotations_in_order(text: str) -> None:
    found = find_quotations(parse(document_from_text(text)))

    assert all(q.span[0] < q.span[1] for q in found)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(found))


def test_paragraphs_that_open_a_speech_belong_to_who_ends_it(analysed: Analysed) -> None:
    text = (
        "Rift over the harbour\n\n“The plan is wrong for the town.\n\n“It takes the beach.\n\n"
        "“And it costs too much,” said Ana Ruiz.\n\nTom Okafor did not answer."
    )

    assert [(r.holders, r.content) for r in rows(analysed(text), text)] == [
        (
            ("Ana Ruiz",),
            "“The plan is wrong for the town. … “It takes the beach. … “And it costs too much,”",
        )
    ]


def test_a_later_sentence_of_a_quotation_may_tell_the_stance(analysed: Analysed) -> None:
    text = "“It was a bad week. We will not sign the treaty,” Ana Ruiz said."

    assert [r.stance for r in rows(analysed(text), text)] == ["refuses"]
