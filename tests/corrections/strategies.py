"""Any briefing whose parts fit together, and any correction of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from hypothesis import strategies as st

from briefings.briefing import (
    Actor,
    ActorType,
    Briefing,
    Directness,
    Mention,
    MentionKind,
    Polarity,
    Position,
    Question,
    QuestionKind,
    Relation,
    Stance,
    Strength,
)
from briefings.corrections import (
    AddActor,
    AddMention,
    AddPosition,
    AddQuestion,
    Anchors,
    Assign,
    Correction,
    HideActor,
    HidePosition,
    HideQuestion,
    Merge,
    MoveMention,
    Passage,
    RemoveMention,
    Rename,
    Rephrase,
    Retype,
    SetCondition,
    SetHolders,
    SetPolarity,
    SetQuestionKind,
    SetResolvers,
    SetStance,
    SetStrength,
    SetTargets,
    SetTopic,
    Split,
)
from briefings.document import Document, Span
from briefings.events import Event, EventStatus, Place

_NAMES = ("Okafor", "Mira Okafor", "Paul Okafor", "Brandt", "Norrland", "the Board")
_WORDS = (*_NAMES, "backs", "opposes", "says", "the plan", "ferries", "if", "unclear", "é", "…")


@dataclass(frozen=True)
class Text:
    """A document of a few sentences, and where its words stand."""

    document: Document
    sentences: tuple[Span, ...]
    words: tuple[tuple[Span, ...], ...]


@st.composite
def texts(draw: st.DrawFn) -> Text:
    text, sentences, words = "", [], []
    for _ in range(draw(st.integers(1, 4))):
        start, places = len(text), []
        for word in draw(st.lists(st.sampled_from(_WORDS), min_size=3, max_size=8)):
            places.append(Span(len(text), len(text) + len(word)))
            text += f"{word} "
        text = f"{text[:-1]}. "
        sentences.append(Span(start, len(text) - 1))
        words.append(tuple(places))
    document = Document.of(
        text, title="A title", paragraphs=(Span(0, len(text)),), title_span=sentences[0]
    )
    return Text(document, tuple(sentences), tuple(words))


@st.composite
def briefings_of(draw: st.DrawFn, text: Text) -> Briefing:
    """What some analysis could find in a text: each word is a mention of one actor at most."""
    places = [span for words in text.words for span in words]
    owners = draw(st.lists(st.integers(0, 4), min_size=len(places), max_size=len(places)))
    actors = []
    for number in range(1, 5):
        spans = [span for span, owner in zip(places, owners, strict=True) if owner == number]
        if spans:
            actors.append(draw(_actors(f"a{number}", spans)))
    ids = st.lists(st.sampled_from([a.id for a in actors]), max_size=2, unique=True).map(tuple)
    some = ids if actors else st.just(())
    positions = draw(st.lists(_positions(text, some), max_size=4))
    questions = draw(st.lists(_questions(text, some), max_size=3))
    ordered = sorted(questions, key=lambda one: one.sentence)
    return Briefing(
        document_id=text.document.id,
        analysis=draw(st.sampled_from(["1 test", "2 test"])),
        sentences=text.sentences,
        actors=tuple(actors),
        positions=tuple(
            replace(one, id=f"p{number}")
            for number, one in enumerate(sorted(positions, key=lambda one: one.sentence))
        ),
        questions=tuple(
            replace(one, id=f"q{number}", group="q0" if number else "")
            for number, one in enumerate(ordered)
        ),
        relations=tuple(
            Relation("family", "kin", one.id, other.id, one.mentions[0].span)
            for one, other in pairwise(actors)
        ),
        events=tuple(
            Event("e1", words[0], words[0], sentence, EventStatus.PAST, draw(some))
            for sentence, words in zip(text.sentences[:1], text.words, strict=False)
        ),
        places=tuple(
            Place("l1", actor.name, (actor.mentions[0].span,), actor=actor.id)
            for actor in actors[:1]
        ),
    )


@st.composite
def _actors(draw: st.DrawFn, identity: str, spans: list[Span]) -> Actor:
    kinds = draw(st.lists(st.sampled_from(MentionKind), min_size=len(spans), max_size=len(spans)))
    return Actor(
        identity,
        draw(st.sampled_from(_NAMES)),
        draw(st.sampled_from(ActorType)),
        tuple(Mention(span, kind) for span, kind in zip(spans, kinds, strict=True)),
        aliases=tuple(draw(st.lists(st.sampled_from(_NAMES), max_size=2, unique=True))),
        salience=draw(st.floats(0, 1)),
    )


@st.composite
def _positions(draw: st.DrawFn, text: Text, ids: st.SearchStrategy[tuple[str, ...]]) -> Position:
    number = draw(st.integers(0, len(text.sentences) - 1))
    words = st.sampled_from(text.words[number])
    return Position(
        "p",
        holders=draw(ids),
        sources=draw(ids),
        stance=draw(st.sampled_from(Stance)),
        strength=draw(st.sampled_from(Strength)),
        directness=Directness.INDIRECT,
        source=(draw(words),),
        cue=(draw(words),),
        content=(draw(words),),
        sentence=text.sentences[number],
        targets=draw(ids),
    )


@st.composite
def _questions(draw: st.DrawFn, text: Text, ids: st.SearchStrategy[tuple[str, ...]]) -> Question:
    number = draw(st.integers(0, len(text.sentences) - 1))
    cue = draw(st.sampled_from(text.words[number]))
    kind = draw(st.sampled_from(QuestionKind))
    return Question("q", kind, text.sentences[number], cue, "What then?", draw(ids))


@st.composite
def corrections_of(draw: st.DrawFn, text: Text, briefing: Briefing) -> Correction:
    """Something that a reader could do to a briefing; it need not make sense."""
    anchors = Anchors(text.document, briefing)
    number = draw(st.integers(0, len(text.words) - 1))
    passage = anchors.passage(draw(st.sampled_from(text.words[number])))
    name = draw(st.sampled_from(_NAMES) | st.text(max_size=8))
    kinds = [_added]
    kinds += [_of_actor] * 2 if briefing.actors else []
    kinds += [_of_position] if briefing.positions else []
    kinds += [_of_question] if briefing.questions else []
    return draw(draw(st.sampled_from(kinds))(anchors, briefing, passage, name))


@st.composite
def _added(
    draw: st.DrawFn, anchors: Anchors, briefing: Briefing, passage: Passage, name: str
) -> Correction:
    actors = anchors.actors([actor.id for actor in briefing.actors[:1]])
    stance = draw(st.sampled_from(Stance))
    corrections: list[Correction] = [
        AddActor(passage, name, ActorType.PARTY),
        AddPosition(actors, stance, (passage,)),
        AddQuestion(passage, name, resolvers=actors),
    ]
    return draw(st.sampled_from(corrections))


@st.composite
def _of_actor(
    draw: st.DrawFn, anchors: Anchors, briefing: Briefing, passage: Passage, name: str
) -> Correction:
    chosen = draw(st.sampled_from(briefing.actors))
    actor = anchors.actor(chosen.id)
    other = anchors.actor(draw(st.sampled_from(briefing.actors)).id)
    own = [anchors.passage(mention.span) for mention in chosen.mentions]
    some = tuple(draw(st.lists(st.sampled_from(own), min_size=1, unique=True)))
    type_ = draw(st.sampled_from(ActorType))
    corrections: list[Correction] = [
        Merge(actor, other),
        Split(actor, some, name, type_),
        Rename(actor, name),
        Retype(actor, type_),
        Assign(actor, name),
        HideActor(actor),
        AddMention(actor, passage),
        RemoveMention(actor, some[0]),
        MoveMention(actor, other, some[0]),
    ]
    return draw(st.sampled_from(corrections))


@st.composite
def _of_position(
    draw: st.DrawFn, anchors: Anchors, briefing: Briefing, passage: Passage, name: str
) -> Correction:
    position = anchors.position(draw(st.sampled_from(briefing.positions)).id)
    actors = anchors.actors([actor.id for actor in briefing.actors[-1:]])
    corrections: list[Correction] = [
        SetHolders(position, actors),
        SetTargets(position, actors),
        SetStance(position, draw(st.sampled_from(Stance))),
        SetStrength(position, draw(st.sampled_from(Strength))),
        SetPolarity(position, Polarity.NEGATIVE),
        SetTopic(position, name),
        SetCondition(position, passage),
        SetCondition(position, None),
        HidePosition(position),
    ]
    return draw(st.sampled_from(corrections))


@st.composite
def _of_question(
    draw: st.DrawFn, anchors: Anchors, briefing: Briefing, passage: Passage, name: str
) -> Correction:
    question = anchors.question(draw(st.sampled_from(briefing.questions)).id)
    text = draw(st.sampled_from([name, passage.words]))
    actors = anchors.actors([actor.id for actor in briefing.actors[-1:]])
    corrections: list[Correction] = [
        HideQuestion(question),
        Rephrase(question, text),
        SetQuestionKind(question, draw(st.sampled_from(QuestionKind))),
        SetResolvers(question, actors),
    ]
    return draw(st.sampled_from(corrections))
