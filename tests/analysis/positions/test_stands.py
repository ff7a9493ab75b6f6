"""Sentences, and the stands in them: holder, stance, content, condition."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefings.briefing import Briefing

from .rows import Row, rows

Analysed = Callable[[str], Briefing]

RUIZ = ("Ana Ruiz",)
OKAFOR = ("Tom Okafor",)

REPORTS = [
    (
        "Ana Ruiz denied that she had taken the money.",
        Row(RUIZ, "denies", "that she had taken the money"),
    ),
    (
        "Ana Ruiz told reporters that Tom Okafor must resign.",
        Row(RUIZ, "demands", "that Tom Okafor must resign"),
    ),
    ("According to Ana Ruiz, the plan is dead.", Row(RUIZ, "states", "the plan is dead")),
    ("The plan, Ana Ruiz said, is dead.", Row(RUIZ, "states", "The plan … is dead")),
    (
        "Tom Okafor said that he did not take the money.",
        Row(OKAFOR, "denies", "that he did not take the money"),
    ),
    (
        "Ana Ruiz put out a statement saying the tax would stay.",
        Row(RUIZ, "states", "the tax would stay"),
    ),
    (
        "Tom Okafor said he would never abandon the miners.",
        Row(OKAFOR, "commits", "he would never abandon the miners"),
    ),
    (
        "Tom Okafor said he is not giving up.",
        Row(OKAFOR, "commits", "he is not giving up"),
    ),
    ("“We do not pay ransom,” Ana Ruiz said.", Row(RUIZ, "refuses", "“We do not pay ransom,”")),
    (
        "Ana Ruiz said she would require a permit.",
        Row(RUIZ, "commits", "she would require a permit"),
    ),
    (
        "Ana Ruiz said she would gain ground in the north.",
        Row(RUIZ, "states", "she would gain ground in the north"),
    ),
    (
        "“We are going to do well,” Ana Ruiz said.",
        Row(RUIZ, "states", "“We are going to do well,”"),
    ),
    ("Ana Ruiz refused to rule out a tax.", Row(RUIZ, "commits", "to rule out a tax")),
    (
        "Until Friday, Ana Ruiz had declined to sign the treaty.",
        Row(RUIZ, "refuses", "to sign the treaty"),
    ),
    (
        "Ana Ruiz said lifting the ban was out of the question.",
        Row(RUIZ, "refuses", "lifting the ban was out of the question"),
    ),
]

PHRASES = [
    ("Ana Ruiz rejected the plan on Monday.", Row(RUIZ, "opposes", "the plan")),
    ("Ana Ruiz called the plan a disgrace.", Row(RUIZ, "opposes", "the plan a disgrace")),
    ("Ana Ruiz is opposed to the tax.", Row(RUIZ, "opposes", "the tax")),
    ("Ana Ruiz vowed to block the tax.", Row(RUIZ, "refuses", "to block the tax")),
    (
        "Ana Ruiz urged Norway not to sign the treaty.",
        Row(RUIZ, "demands", "Norway not to sign the treaty"),
    ),
    (
        "Tom Okafor's threats to annex the island worried the fishermen.",
        Row(OKAFOR, "threatens", "to annex the island"),
    ),
    (
        "Sweden lifted a curfew in the capital.",
        Row(("Sweden",), "concedes", "a curfew in the capital"),
    ),
    (
        "Ana Ruiz refused to comment on the report.",
        Row(RUIZ, "withholds", "to comment on the report"),
    ),
    (
        "Ana Ruiz has yet to say whether she will run.",
        Row(RUIZ, "withholds", "whether she will run"),
    ),
]

CONDITIONS = [
    (
        "Norway said it would send troops to Mali if a ceasefire holds.",
        Row(
            ("Norway",),
            "commits",
            "it would send troops to Mali if a ceasefire holds",
            "if a ceasefire holds",
        ),
    ),
    (
        "Ana Ruiz agreed to sign the treaty as long as Norway pays.",
        Row(RUIZ, "commits", "to sign the treaty as long as Norway pays", "as long as Norway pays"),
    ),
    (
        "The union threatened to strike unless wages rise.",
        Row(("union",), "threatens", "to strike unless wages rise", "unless wages rise"),
    ),
    (
        "Ana Ruiz said that, should talks fail, Norway would close the border.",
        Row(
            RUIZ,
            "states",
            "that, should talks fail, Norway would close the border",
            "should talks fail",
        ),
    ),
    (
        "Ana Ruiz pledged to send ships after a ceasefire.",
        Row(RUIZ, "commits", "to send ships after a ceasefire", "after a ceasefire"),
    ),
    (
        "Ana Ruiz said peace is contingent upon Sweden's readiness to talk.",
        Row(
            RUIZ,
            "conditions",
            "peace is contingent upon Sweden's readiness to talk",
            "contingent upon Sweden's readiness to talk",
        ),
    ),
]


@pytest.mark.parametrize(("text", "stand"), [*REPORTS, *PHRASES, *CONDITIONS])
def test_a_sentence_tells_one_stand(analysed: Analysed, text: str, stand: Row) -> None:
    assert rows(analysed(text), text) == [stand]


def test_each_of_several_holders_is_named(analysed: Analysed) -> None:
    text = "Ana Ruiz, Tom Okafor and Lena Brandt agreed to a truce."

    assert rows(analysed(text), text) == [
        Row(("Ana Ruiz", "Tom Okafor", "Lena Brandt"), "commits", "a truce")
    ]


def test_the_signers_of_a_letter_say_what_it_says(analysed: Analysed) -> None:
    text = "The letter, signed by Ana Ruiz and Tom Okafor, urges Norway to stop the tests."

    assert Row(("Ana Ruiz", "Tom Okafor"), "demands", "Norway to stop the tests") in rows(
        analysed(text), text
    )


def test_participles_behind_a_comma_take_the_subject_before_them(analysed: Analysed) -> None:
    text = (
        "Sweden has firmly opposed the tax, with Danish officials expressing concern about the "
        "cost, seeking instead a loan."
    )

    assert rows(analysed(text), text) == [
        Row(("Sweden",), "opposes", "the tax"),
        Row(("Danish officials",), "opposes", "the cost"),
        Row(("Danish officials",), "demands", "a loan"),
    ]


def test_a_report_ends_where_the_next_one_begins(analysed: Analysed) -> None:
    text = "Ana Ruiz said that the tax had failed and accused Tom Okafor of fraud."

    assert rows(analysed(text), text) == [
        Row(RUIZ, "states", "that the tax had failed"),
        Row(RUIZ, "accuses", "Tom Okafor of fraud"),
    ]


def test_what_is_insisted_on_limits_the_offer_before_it(analysed: Analysed) -> None:
    text = "Ana Ruiz offered help but insisted the ships remain in the harbour."

    assert rows(analysed(text), text) == [
        Row(RUIZ, "commits", "help"),
        Row(
            RUIZ,
            "conditions",
            "the ships remain in the harbour",
            "the ships remain in the harbour",
        ),
    ]


def test_a_spokesman_speaks_for_another(analysed: Analysed) -> None:
    text = "A spokesman for Norway said the ships would stay."
    briefing = analysed(text)
    (position,) = briefing.stands

    assert [briefing.actor(a).name for a in position.on_behalf_of] == ["Norway"]
    assert position.holders == position.on_behalf_of


def test_a_headline_that_the_body_tells_again_is_told_once(analysed: Analysed) -> None:
    text = "Norway rejects the tax\n\nNorway rejected the tax on Monday, and Ana Ruiz left."

    assert [(r.holders, r.stance) for r in rows(analysed(text), text)] == [(("Norway",), "opposes")]


def test_the_place_of_a_dateline_says_nothing(analysed: Analysed) -> None:
    text = "New York (AFP) – Ana Ruiz on Monday went to Ohio, accusing Tom Okafor of fraud."

    assert all("New York" not in row.holders for row in rows(analysed(text), text))


def test_a_title_with_a_phrase_of_its_own_names_its_bearer(analysed: Analysed) -> None:
    text = (
        "According to Danish Ambassador to the United States Tom Okafor, the trip was a success. "
        "Tom Okafor left."
    )

    assert rows(analysed(text), text)[0].holders == ("Tom Okafor",)
