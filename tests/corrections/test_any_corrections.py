"""What must hold for any sequence of corrections of any briefing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.briefing import ActorType, Briefing
from briefings.corrections import (
    Anchors,
    Correction,
    apply,
    describe,
    find_actor,
    find_position,
    find_question,
)
from briefings.corrections.coding import decode, encode, kind_of
from briefings.document import Document
from briefings.library.upkeep.findings import dangling, misplaced, places
from tests.corrections.strategies import Text, briefings_of, corrections_of, texts


@st.composite
def corrected(draw: st.DrawFn) -> tuple[Text, Briefing, list[Correction]]:
    """A briefing and corrections, each made of what the ones before it gave."""
    text = draw(texts())
    found = draw(briefings_of(text))
    corrections: list[Correction] = []
    for _ in range(draw(st.integers(1, 6))):
        seen = apply(text.document, found, corrections).briefing
        corrections.append(draw(corrections_of(text, seen)))
    return text, found, corrections


def faults(document: Document, briefing: Briefing) -> Iterator[str]:
    """What is wrong with a briefing that a library keeps, and what its own promises say more."""
    yield from misplaced(document.text, places(briefing))
    yield from dangling(briefing)
    ids = [one.id for one in briefing.actors] + [one.id for one in briefing.positions]
    ids += [one.id for one in briefing.questions]
    if len(set(ids)) < len(ids):
        yield "an id is there twice"
    for actor in briefing.actors:
        spans = [mention.span for mention in actor.mentions]
        if spans != sorted(set(spans)):
            yield f"the mentions of {actor.id} are not in order"
        if not spans:
            yield f"{actor.id} is mentioned nowhere"
        if actor.name in actor.aliases:
            yield f"{actor.name} is its own alias"
    for position in briefing.positions:
        if not all(position.sentence.contains(cue) for cue in position.cue):
            yield f"{position.id} has a cue outside of its sentence"
    for question in briefing.questions:
        if not question.sentence.contains(question.cue):
            yield f"{question.id} has a cue outside of its sentence"
    for sentences in (
        [position.sentence for position in briefing.positions],
        [question.sentence for question in briefing.questions],
    ):
        if sorted(sentences) != sentences:
            yield "the items are not in the order of the text"


@given(corrected())
@settings(deadline=None, max_examples=300)
def test_what_corrections_give_is_a_sound_briefing(
    made: tuple[Text, Briefing, list[Correction]],
) -> None:
    text, found, corrections = made
    before = set(faults(text.document, found))
    result = apply(text.document, found, corrections)

    assert set(faults(text.document, result.briefing)) <= before
    assert (result.briefing.document_id, result.briefing.analysis) == (
        found.document_id,
        found.analysis,
    )
    assert apply(text.document, found, corrections) == result
    for unfitting in result.unfitting:
        assert unfitting.correction in corrections
        assert unfitting.reason.endswith(".")


@given(corrected())
@settings(deadline=None, max_examples=100)
def test_any_correction_is_stored_and_described(
    made: tuple[Text, Briefing, list[Correction]],
) -> None:
    for correction in made[2]:
        assert decode(kind_of(correction), encode(correction)) == correction
        text = describe(correction)
        assert text
        assert "\n" not in text


def called(briefing: Briefing, ids: Sequence[str]) -> set[tuple[str, ActorType]]:
    """The names and types of actors."""
    return {(actor.name, actor.type) for actor in briefing.actors if actor.id in ids}


@given(st.data())
@settings(deadline=None, max_examples=300)
def test_an_anchor_fits_what_it_was_made_for_and_nothing_else_once_that_is_gone(
    data: st.DataObject,
) -> None:
    text = data.draw(texts())
    found = data.draw(briefings_of(text))
    anchors = Anchors(text.document, found)
    for actor in found.actors:
        anchor = anchors.actor(actor.id)
        assert find_actor(found, anchor) == actor
        rest = replace(found, actors=tuple(one for one in found.actors if one != actor))
        if (other := find_actor(rest, anchor)) is not None:
            assert (other.name, other.type) == (actor.name, actor.type)
            assert sum(one.name == actor.name for one in found.actors) == 1
    for position in found.positions:
        hit = find_position(found, anchors.position(position.id))
        assert hit is not None
        assert replace(hit, id=position.id).cue == position.cue
        # Of two that differ in the order of the holders alone, or in which of those of one name and
        # type it is, either is the right one: an anchor knows actors by name and type.
        assert called(found, hit.holders) == called(found, position.holders)
        assert (hit.content, hit.stance) == (position.content, position.stance)
        others = [one for one in found.positions if one.content != position.content]
        rest = replace(found, positions=tuple(others))
        assert find_position(rest, anchors.position(position.id)) is None
    for question in found.questions:
        hit_question = find_question(found, anchors.question(question.id))
        assert hit_question is not None
        assert hit_question.cue == question.cue
        questions = tuple(one for one in found.questions if one.cue != question.cue)
        rest = replace(found, questions=questions)
        assert find_question(rest, anchors.question(question.id)) is None
