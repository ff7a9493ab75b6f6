"""An article of our own with a briefing made by hand, in which some things are wrong."""

from __future__ import annotations

from functools import partial

from briefings.briefing import (
    Actor,
    ActorType,
    Briefing,
    Directness,
    Mention,
    MentionKind,
    Position,
    Question,
    QuestionKind,
    Relation,
    Role,
    Stance,
    Strength,
)
from briefings.corrections import Anchors, Applied, Correction, Passage, apply
from briefings.document import Document, Span
from briefings.events import Event, EventStatus, Place
from tests.words import span_in

TEXT = """\
Okafor backs the new ferry

Mira Okafor, the transport minister of Norrland, promised two ferries by autumn. The minister's \
brother Paul Okafor opposes the plan. Okafor told reporters on the quay that he fears for his fish.

Selma Brandt, the mayor, demands a tunnel if the ferries are late. It is unclear who will pay.
"""


at = partial(span_in, TEXT)


def sentence(beginning: str) -> Span:
    start = TEXT.index(beginning)
    return Span(start, TEXT.index(".", start) + 1)


def named(span: Span) -> Mention:
    return Mention(span, MentionKind.NAMED)


DOCUMENT = Document.of(
    TEXT,
    title="Okafor backs the new ferry",
    title_span=Span(0, 26),
    paragraphs=(
        Span(0, 26),
        Span(28, TEXT.index("\n\nSelma")),
        Span(TEXT.index("Selma"), len(TEXT) - 1),
    ),
)
FIRST, SECOND, THIRD = map(sentence, ("Mira", "The minister's", "Okafor told"))
FOURTH, FIFTH = map(sentence, ("Selma", "It is unclear"))

OKAFOR = Actor(
    "a1",
    "Mira Okafor",
    ActorType.PERSON,
    (
        named(at("Okafor")),
        named(at("Mira Okafor")),
        Mention(at("The minister"), MentionKind.NOMINAL),
        named(at("Paul Okafor")),
        named(at("Okafor", "Okafor told")),
        Mention(at("he", "that he"), MentionKind.PRONOUN),
    ),
    aliases=("Okafor", "Paul Okafor"),
    roles=(
        Role("transport minister", at("transport minister"), state="Norrland"),
        Role("brother", at("brother")),
    ),
    state="Norrland",
    salience=1.0,
)
BRANDT = Actor("a2", "Selma Brandt", ActorType.PERSON, (named(at("Selma Brandt")),), salience=0.4)
NORRLAND = Actor("a3", "Norrland", ActorType.PLACE, (named(at("Norrland")),), salience=0.3)

PROMISE = Position(
    "p1",
    holders=("a1",),
    sources=("a1",),
    stance=Stance.COMMITS,
    strength=Strength.FIRM,
    directness=Directness.INDIRECT,
    source=(at("Mira Okafor"),),
    cue=(at("promised"),),
    content=(at("two ferries by autumn"),),
    sentence=FIRST,
    topic="ferries",
)
AGAINST = Position(
    "p2",
    holders=("a1",),
    sources=("a1",),
    stance=Stance.OPPOSES,
    strength=Strength.FIRM,
    directness=Directness.ATTITUDE,
    source=(at("Paul Okafor"),),
    cue=(at("opposes"),),
    content=(at("the plan"),),
    sentence=SECOND,
)
DEMAND = Position(
    "p3",
    holders=("a2",),
    sources=("a2",),
    stance=Stance.DEMANDS,
    strength=Strength.CONDITIONAL,
    directness=Directness.ATTITUDE,
    source=(at("Selma Brandt"),),
    cue=(at("demands"),),
    content=(at("a tunnel"),),
    condition=at("if the ferries are late"),
    sentence=FOURTH,
    topic="tunnel",
    targets=("a1",),
)
PAYING = Question(
    "q1", QuestionKind.UNKNOWN, FIFTH, at("unclear"), "Who will pay?", ("a1", "a2"), "payment"
)
LATE = Question("q2", QuestionKind.CONTINGENT, FOURTH, at("if"), "Will they be late?", group="q1")
FOUND = Briefing(
    DOCUMENT.id,
    "1 by hand",
    sentences=(FIRST, SECOND, THIRD, FOURTH, FIFTH),
    actors=(OKAFOR, BRANDT, NORRLAND),
    positions=(PROMISE, AGAINST, DEMAND),
    questions=(LATE, PAYING),
    relations=(Relation("family", "brother", "a1", "a2", at("brother Paul Okafor")),),
    events=(
        Event(
            "e1", at("opposes"), at("Paul Okafor opposes"), SECOND, EventStatus.PAST, ("a1", "a3")
        ),
    ),
    places=(Place("l1", "Norrland", (at("Norrland"),), actor="a3"),),
)
ANCHORS = Anchors(DOCUMENT, FOUND)


def passage(words: str, after: str = "") -> Passage:
    return Passage.of(DOCUMENT, at(words, after))


def applied(*corrections: Correction, found: Briefing = FOUND) -> Applied:
    return apply(DOCUMENT, found, corrections)


def corrected(*corrections: Correction, found: Briefing = FOUND) -> Briefing:
    """The briefing under corrections that all fit."""
    result = applied(*corrections, found=found)
    assert not result.unfitting
    return result.briefing


def reason(*corrections: Correction, found: Briefing = FOUND) -> str:
    """Why the last of some corrections, and only that one, does not fit."""
    result = applied(*corrections, found=found)
    [unfitting] = result.unfitting
    assert unfitting.correction == corrections[-1]
    return unfitting.reason
