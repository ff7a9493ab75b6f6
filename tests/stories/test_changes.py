"""When two positions of one actor on one issue may be a change of stance."""

from __future__ import annotations

import pytest

from briefings.briefing import Stance, Strength
from briefings.document import Precision, Published, Span
from briefings.library.listed import Item
from briefings.stories.changes import ChangeKind, changes, time_of

FIRM, CONDITIONAL, TENTATIVE = Strength.FIRM, Strength.CONDITIONAL, Strength.TENTATIVE


def said(
    date: str, stance: Stance, strength: Strength = FIRM, *, briefing: str = "", at: int = 0
) -> Item:
    published = Published(date, list(Precision)[2 - date.count("-")]) if date else None
    sentence = Span(at, at + 9)
    return Item(
        briefing or f"briefing of {date}", "A headline", published, "", f"p{at}", stance.value,
        strength.value, "port lease", ("Orland",), sentence, (sentence,), "the lease",
        "A sentence.",
    )  # fmt: skip


def kinds(*items: Item) -> list[ChangeKind]:
    return [change.kind for change in changes(sorted(items, key=time_of))]


def test_from_against_to_for() -> None:
    assert kinds(said("2031-03-03", Stance.REFUSES), said("2031-04-02", Stance.COMMITS)) == [
        ChangeKind.TURNED
    ]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (TENTATIVE, FIRM, ChangeKind.FIRMER),
        (TENTATIVE, CONDITIONAL, ChangeKind.FIRMER),
        (FIRM, CONDITIONAL, ChangeKind.WEAKER),
    ],
)
def test_from_one_strength_to_another(before: Strength, after: Strength, kind: ChangeKind) -> None:
    first = said("2031-03-03", Stance.COMMITS, before)
    assert kinds(first, said("2031-04-02", Stance.SUPPORTS, after)) == [kind]


def test_the_same_again_is_no_change() -> None:
    assert kinds(said("2031-03-03", Stance.OPPOSES), said("2031-04-02", Stance.REFUSES)) == []


def test_what_is_said_in_one_briefing_is_no_change() -> None:
    for_it = said("2031-03-03", Stance.COMMITS, briefing="one", at=0)
    assert kinds(for_it, said("2031-03-03", Stance.REFUSES, briefing="one", at=50)) == []


def test_where_something_agrees_nothing_has_changed() -> None:
    before = said("2031-03-03", Stance.COMMITS, CONDITIONAL, briefing="one")
    also = said("2031-03-03", Stance.REFUSES, briefing="one", at=50)
    assert kinds(before, also, said("2031-04-02", Stance.COMMITS, FIRM)) == []


@pytest.mark.parametrize("date", ["", "2031", "2031-03", "2031-03-03"])
def test_what_may_be_of_the_same_day_is_no_change(date: str) -> None:
    first = said("2031-03-03", Stance.COMMITS, briefing="one")
    assert kinds(first, said(date, Stance.REFUSES, briefing="another")) == []


@pytest.mark.parametrize("stance", [Stance.DEMANDS, Stance.WARNS, Stance.STATES])
def test_asking_and_telling_are_no_sides(stance: Stance) -> None:
    first, last = said("2031-03-03", Stance.COMMITS), said("2031-05-01", Stance.COMMITS)
    assert kinds(first, said("2031-04-02", stance), last) == []


def test_every_turn_is_told() -> None:
    found = changes(
        [
            said("2031-03-03", Stance.COMMITS),
            said("2031-04-02", Stance.REFUSES),
            said("2031-05-01", Stance.COMMITS),
        ]
    )
    assert [(one.before.label, one.after.label) for one in found] == [
        ("commits", "refuses"),
        ("refuses", "commits"),
    ]
