"""Who a document is about."""

from __future__ import annotations

from collections.abc import Callable

from briefings.analysis.parsing import Parse
from briefings.analysis.resolution import Resolution
from briefings.analysis.salience import rank
from briefings.briefing import (
    Actor,
    ActorType,
    Directness,
    Mention,
    MentionKind,
    Position,
    Stance,
    Strength,
)
from briefings.document import Span

TEXT = "Harlow Bridge Closed for Winter\n\nAnn Harlow met Paul Marsh and Lena Ford. Marsh left."


def actor(identity: str, *words: str, kind: ActorType = ActorType.PERSON) -> Actor:
    mentions = [
        Mention(Span(TEXT.index(word), TEXT.index(word) + len(word)), MentionKind.NAMED)
        for word in words
    ]
    return Actor(identity, words[0], kind, tuple(mentions))


def stand(holder: str) -> Position:
    span = Span(0, 1)
    return Position(
        id="p1",
        holders=(holder,),
        sources=(),
        stance=Stance.STATES,
        strength=Strength.FIRM,
        directness=Directness.INDIRECT,
        source=(span,),
        cue=(span,),
        content=(span,),
        sentence=span,
    )


def test_the_most_salient_has_one_and_comes_first(parsed: Callable[[str], Parse]) -> None:
    actors = [actor("a1", "Lena Ford"), actor("a2", "Paul Marsh", "Marsh left")]
    ranked = rank(parsed(TEXT), Resolution(actors), ())
    assert [a.id for a in ranked] == ["a2", "a1"]
    assert ranked[0].salience == 1.0
    assert 0 < ranked[1].salience < 1


def test_the_headline_outweighs_a_second_mention(parsed: Callable[[str], Parse]) -> None:
    actors = [actor("a1", "Paul Marsh", "Marsh left"), actor("a2", "Harlow")]
    assert [a.id for a in rank(parsed(TEXT), Resolution(actors), ())] == ["a2", "a1"]


def test_ties_keep_the_order_of_the_text(parsed: Callable[[str], Parse]) -> None:
    actors = [actor("a1", "Paul Marsh"), actor("a2", "Lena Ford")]
    assert [a.id for a in rank(parsed(TEXT), Resolution(actors), ())] == ["a1", "a2"]


def test_who_takes_a_stand_counts_more(parsed: Callable[[str], Parse]) -> None:
    actors = [actor("a1", "Paul Marsh"), actor("a2", "Lena Ford")]
    ranked = rank(parsed(TEXT), Resolution(actors), (stand("a2"),))
    assert [a.id for a in ranked] == ["a2", "a1"]


def test_an_unnamed_group_counts_less(parsed: Callable[[str], Parse]) -> None:
    actors = [actor("a1", "Paul Marsh", kind=ActorType.GROUP), actor("a2", "Lena Ford")]
    assert [a.id for a in rank(parsed(TEXT), Resolution(actors), ())] == ["a2", "a1"]


def test_no_actors_no_ranking(parsed: Callable[[str], Parse]) -> None:
    assert rank(parsed(TEXT), Resolution(()), ()) == ()
