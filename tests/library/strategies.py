"""Any document and any briefing, for tests that must hold for all of them."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import strategies as st

from briefings.briefing import (
    Actor,
    ActorType,
    Briefing,
    Directness,
    Hedge,
    HedgeKind,
    Mention,
    MentionKind,
    Polarity,
    Position,
    Question,
    QuestionKind,
    Relation,
    Role,
    Stance,
    Strength,
)
from briefings.document import Document, Origin, Precision, Published, Span

T = TypeVar("T")

words = st.text(max_size=12)
ratios = st.floats(0, 1)


def spans(length: int) -> st.SearchStrategy[Span]:
    offsets = st.integers(0, length)
    return st.tuples(offsets, offsets).map(lambda pair: Span(min(pair), max(pair)))


def few(values: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(values, max_size=3).map(tuple)


origins = st.builds(
    Origin,
    # A file name may hold bytes that are no text; Python keeps them as lone surrogates.
    path=st.text(st.characters(), max_size=12),
    url=words,
    publisher=words,
    author=words,
    language=words,
)
dates = st.one_of(
    st.dates().map(lambda date: Published(date.isoformat(), Precision.DAY)),
    st.dates().map(lambda date: Published(date.isoformat()[:7], Precision.MONTH)),
    st.dates().map(lambda date: Published(date.isoformat()[:4], Precision.YEAR)),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(st.text(max_size=200))
    inside = spans(len(text))
    return Document.of(
        text,
        title=draw(words),
        paragraphs=draw(few(inside)),
        title_span=draw(st.none() | inside),
        boilerplate=draw(few(inside)),
        origin=draw(origins),
        published=draw(st.none() | dates),
    )


def actors(inside: st.SearchStrategy[Span]) -> st.SearchStrategy[Actor]:
    return st.builds(
        Actor,
        id=st.integers(1, 99).map("a{}".format),
        name=words,
        type=st.sampled_from(ActorType),
        mentions=few(st.builds(Mention, inside, st.sampled_from(MentionKind))),
        aliases=few(words),
        roles=few(st.builds(Role, words, inside, words, words)),
        state=words,
        salience=ratios,
    )


def positions(inside: st.SearchStrategy[Span]) -> st.SearchStrategy[Position]:
    ids = few(st.integers(1, 99).map("a{}".format))
    return st.builds(
        Position,
        id=st.integers(1, 99).map("p{}".format),
        holders=ids,
        sources=ids,
        stance=st.sampled_from(Stance),
        strength=st.sampled_from(Strength),
        directness=st.sampled_from(Directness),
        source=few(inside),
        cue=few(inside),
        content=few(inside),
        sentence=inside,
        condition=st.none() | inside,
        polarity=st.sampled_from(Polarity),
        topic=words,
        on_behalf_of=ids,
        targets=ids,
        hedges=few(st.builds(Hedge, inside, st.sampled_from(HedgeKind))),
        is_stand=st.booleans(),
        confidence=ratios,
    )


def questions(inside: st.SearchStrategy[Span]) -> st.SearchStrategy[Question]:
    return st.builds(
        Question,
        id=st.integers(1, 99).map("q{}".format),
        kind=st.sampled_from(QuestionKind),
        sentence=inside,
        cue=inside,
        text=words,
        resolvers=few(words),
        topic=words,
    )


def briefings(document: Document) -> st.SearchStrategy[Briefing]:
    inside = spans(len(document.text))
    return st.builds(
        Briefing,
        document_id=st.just(document.id),
        analysis=words,
        sentences=few(inside),
        actors=st.lists(actors(inside), max_size=3, unique_by=lambda one: one.id).map(tuple),
        positions=few(positions(inside)),
        questions=few(questions(inside)),
        relations=few(st.builds(Relation, words, words, words, words, inside)),
    )


@st.composite
def analysed(draw: st.DrawFn) -> tuple[Document, Briefing]:
    document = draw(documents())
    return document, draw(briefings(document))
