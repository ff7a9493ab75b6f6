"""A small article of our own making, with its briefing marked by hand."""

from __future__ import annotations

from dataclasses import replace
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
    Role,
    Stance,
    Strength,
)
from briefings.document import Document, Origin, Precision, Published, Span
from briefings.events import (
    Event,
    EventStatus,
    Place,
    Quantity,
    Time,
    TimeKind,
    TimePrecision,
)
from briefings.library import Entry, Stored
from tests.words import only_span_in

TEXT = """Norrland weighs a *second* harbour

Norrland and Varda said on Monday that they were ready to pay for a second harbour at Elm Bay. \
The Fishers' Union opposes the plan.

Envoy Mira Okafor met the union's chair, Jon Ruiz, in the evening. She assured him that, should \
prices fall, Norrland would buy the catch. “We were not asked,” Ruiz said.

It is unclear who would run the harbour. Dozens of boats lie there."""


span = partial(only_span_in, TEXT)


def named(words: str, name: str) -> Mention:
    """The mention `name` inside of `words`."""
    start = span(words).start + words.index(name)
    return Mention(Span(start, start + len(name)), MentionKind.NAMED)


TITLE = span("Norrland weighs a *second* harbour")
FIRST = span(TEXT.split("\n\n")[1])
SECOND = span(TEXT.split("\n\n")[2])
THIRD = span("It is unclear who would run the harbour.")

DOCUMENT = Document.of(
    TEXT,
    title="Norrland weighs a *second* harbour",
    title_span=TITLE,
    paragraphs=(TITLE, FIRST, SECOND, Span(THIRD.start, len(TEXT))),
    origin=Origin(
        url="https://courier.example/harbour?id=1&page=2", publisher="The Courier", author="A. Lind"
    ),
    published=Published("2031-04-07", Precision.DAY),
)

NORRLAND = Actor(
    id="a1",
    name="Norrland",
    type=ActorType.STATE,
    mentions=(named("Norrland weighs", "Norrland"), named("Norrland and Varda", "Norrland")),
    salience=1.0,
)
VARDA = Actor("a2", "Varda", ActorType.STATE, (named("and Varda said", "Varda"),), salience=0.5)
UNION = Actor(
    id="a3",
    name="Fishers' Union",
    type=ActorType.ORGANIZATION,
    mentions=(named("The Fishers' Union", "Fishers' Union"),),
    aliases=("the union",),
    salience=0.4,
)
OKAFOR = Actor(
    id="a4",
    name="Mira Okafor",
    type=ActorType.PERSON,
    mentions=(
        named("Envoy Mira Okafor", "Mira Okafor"),
        Mention(span("She"), MentionKind.PRONOUN),
    ),
    roles=(Role("Envoy", span("Envoy"), state="Norrland"),),
    salience=0.3,
)
RUIZ = Actor(
    id="a5",
    name="Jon Ruiz",
    type=ActorType.PERSON,
    mentions=(named("Jon Ruiz", "Jon Ruiz"), named("Ruiz said", "Ruiz")),
    roles=(Role("the union's chair", span("the union's chair")),),
    salience=0.2,
)
HARBOUR = Actor("a6", "Elm Bay", ActorType.PLACE, (named("Elm Bay", "Elm Bay"),), salience=0.1)

JOINT = Position(
    id="p1",
    holders=("a1", "a2"),
    sources=("a1", "a2"),
    stance=Stance.COMMITS,
    strength=Strength.FIRM,
    directness=Directness.INDIRECT,
    source=(span("Norrland and Varda"),),
    cue=(span("said on Monday"),),
    content=(span("they were ready to pay for a second harbour at Elm Bay"),),
    sentence=Span(FIRST.start, span("at Elm Bay.").end),
    topic="second harbour",
)
AGAINST = Position(
    id="p2",
    holders=("a3",),
    sources=(),
    stance=Stance.OPPOSES,
    strength=Strength.FIRM,
    directness=Directness.ATTITUDE,
    source=(span("The Fishers' Union"),),
    cue=(span("opposes"),),
    content=(span("the plan"),),
    sentence=span("The Fishers' Union opposes the plan."),
    topic="second harbour",
)
SECOND_HAND = Position(
    id="p3",
    holders=("a1",),
    sources=("a4",),
    stance=Stance.COMMITS,
    strength=Strength.CONDITIONAL,
    directness=Directness.INDIRECT,
    source=(span("She"),),
    cue=(span("assured"),),
    content=(span("should prices fall, Norrland would buy the catch"),),
    condition=span("should prices fall"),
    sentence=span("She assured him that, should prices fall, Norrland would buy the catch."),
    topic="catch",
)
QUOTED = Position(
    id="p4",
    holders=("a5",),
    sources=("a5",),
    stance=Stance.STATES,
    strength=Strength.FIRM,
    directness=Directness.DIRECT,
    source=(named("Ruiz said", "Ruiz").span,),
    cue=(named("Ruiz said", "said").span,),
    content=(span("“We were not asked,”"),),
    sentence=span("“We were not asked,” Ruiz said."),
)
OPEN = Question(
    id="q1",
    kind=QuestionKind.UNKNOWN,
    sentence=THIRD,
    cue=span("unclear"),
    text="Who would run the harbour?",
    resolvers=("a1", "a2"),
    topic="harbour",
)
AGAIN = Question(
    id="q2",
    kind=QuestionKind.CONTINGENT,
    sentence=SECOND_HAND.sentence,
    cue=span("should"),
    text="Will prices fall?",
    group="q1",
)
MONDAY = Time(span("on Monday"), TimeKind.DATE, "2031-04-07", TimePrecision.DAY)
MET = Event(
    id="e1",
    trigger=span("met"),
    span=span("met the union's chair, Jon Ruiz, in the evening"),
    sentence=span("Envoy Mira Okafor met the union's chair, Jon Ruiz, in the evening."),
    status=EventStatus.PAST,
    actors=("a4", "a5"),
    time=Time(span("in the evening"), TimeKind.TIME, "2031-04-07TEV", TimePrecision.DAY),
)
BUYING = Event(
    id="e2",
    trigger=span("buy"),
    span=span("Norrland would buy the catch"),
    sentence=SECOND_HAND.sentence,
    status=EventStatus.CONDITIONAL,
    actors=("a1",),
    place=named("at Elm Bay", "Elm Bay").span,
)
DOZENS = Quantity(
    id="n1",
    span=span("Dozens of boats"),
    sentence=span("Dozens of boats lie there."),
    amount=span("Dozens"),
    counted=span("boats"),
)
ELM_BAY = Place("l1", "Elm Bay", (named("at Elm Bay", "Elm Bay").span,), "Norrland", "a6")

BRIEFING = Briefing(
    document_id=DOCUMENT.id,
    analysis="1 by hand",
    sentences=(
        JOINT.sentence,
        AGAINST.sentence,
        MET.sentence,
        SECOND_HAND.sentence,
        QUOTED.sentence,
        THIRD,
        DOZENS.sentence,
    ),
    actors=(NORRLAND, VARDA, UNION, OKAFOR, RUIZ, HARBOUR),
    positions=(JOINT, AGAINST, SECOND_HAND, QUOTED),
    questions=(OPEN, AGAIN),
    events=(MET, BUYING),
    times=(MONDAY,),
    quantities=(DOZENS,),
    places=(ELM_BAY,),
)


def stored(document: Document = DOCUMENT, briefing: Briefing = BRIEFING) -> Stored:
    """A document and its briefing as a library would hand them out."""
    entry = Entry(
        id=document.id,
        title=document.title,
        published=document.published,
        publisher=document.origin.publisher,
        added="2031-04-08T09:10:11Z",
        words=document.word_count,
        actors=len(briefing.listed_actors),
        positions=len(briefing.stands),
        questions=len(briefing.questions),
    )
    return Stored(entry, document, briefing)


def titled(title: str) -> Stored:
    """The example under another title."""
    return stored(replace(DOCUMENT, title=title))
