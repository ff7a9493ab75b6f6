"""Attributions -> positions: holder, stance, condition, topic and the rest put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.analysis.parsing import Parse
from briefings.analysis.positions.attribution import Attributions
from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.conditions import condition_beside, find_condition
from briefings.analysis.positions.content_stances import Reading
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import Range
from briefings.analysis.positions.hedges import find_hedges
from briefings.analysis.positions.holders import Finder, Holders
from briefings.analysis.positions.lexicon import word_set
from briefings.analysis.positions.reality import is_hypothetical
from briefings.analysis.positions.secondhand import foretold, told
from briefings.analysis.positions.stances import read_stance
from briefings.analysis.positions.topics import find_topics
from briefings.analysis.resolution import Resolution
from briefings.briefing import (
    Directness,
    HedgeKind,
    Polarity,
    Position,
    Stance,
    Strength,
)
from briefings.document import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

STATEMENT_THRESHOLD = 0.45
STANCE_THRESHOLD = 0.4
"""Below this confidence a position is kept, but is no stand a reader is shown."""

_MAY_DEPEND = frozenset(Stance) - {Stance.STATES, Stance.WITHHOLDS, Stance.ACCUSES, Stance.DENIES}
_ATTITUDES = frozenset({Frame.ADJECTIVE, Frame.NOUN})
_ONLY_STANCES = frozenset(
    {
        Frame.OBJECT,
        Frame.PREPOSITION,
        Frame.NOUN,
        Frame.ADJECTIVE,
        Frame.INFINITIVE,
        Frame.GERUND,
        Frame.VERB_NOUN,
    }
)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A candidate with what was found out about it, and the report that tells it."""

    candidate: Candidate
    holders: Holders
    sources: tuple[str, ...]
    reading: Reading
    report: Candidate | None = None


def assemble(
    parse: Parse, resolution: Resolution, attributions: Attributions
) -> tuple[Position, ...]:
    """The positions behind the attributions, in the order of the text, numbered."""
    finder = Finder(resolution)
    drafts = sorted(_drafts(parse, finder, attributions), key=lambda d: d.candidate.cue)
    topics = find_topics(
        [draft.candidate for draft in drafts],
        [draft.holders.ids for draft in drafts],
        finder.actor_at,
    )
    positions = tuple(
        _position(parse, resolution, draft, topic, f"p{number}")
        for number, (draft, topic) in enumerate(zip(drafts, topics, strict=True), start=1)
    )
    return _without_headline(parse, resolution, positions)


def _without_headline(
    parse: Parse, resolution: Resolution, positions: tuple[Position, ...]
) -> tuple[Position, ...]:
    """What the headline says in short is no stand of its own if the body tells it, too.

    Nor does it bring in a holder whom the body never names: "Ruiz Backers Rally: It's Over".
    """
    title = parse.document.title_span
    if title is None:
        return positions
    present = {a.id for a in resolution.actors if a.mentions[-1].span.start >= title.end}
    if not any(sentence.start >= title.end for sentence in parse.sentences):
        return positions
    told = {
        (holder, p.stance)
        for p in positions
        if p.is_stand and not title.contains(p.sentence)
        for holder in p.holders
    }
    return tuple(
        replace(p, is_stand=False)
        if title.contains(p.sentence)
        and (any((h, p.stance) in told for h in p.holders) or not set(p.holders) <= present)
        else p
        for p in positions
    )


def _drafts(parse: Parse, finder: Finder, attributions: Attributions) -> Iterator[_Draft]:
    holders = {c: finder.holders(c.source_head) for c in attributions.chosen}
    for candidate, found in holders.items():
        yield _Draft(candidate, found, found.ids, _reading(parse, finder, candidate, found))
    announced = [(c, inner) for c in attributions.chosen if (inner := foretold(c)) is not None]
    telling: set[int] = set()
    for outer, inner in (*told(attributions.nested), *announced):
        if inner.head.i in telling:
            continue  # "will support": both a support and a promise, and the first says more
        found = finder.holders(inner.source_head)
        reading = _reading(parse, finder, inner, found)
        is_another = not set(found.ids) & set(holders[outer].ids)
        if found.ids and is_another and reading.stance is not Stance.STATES:
            telling.add(inner.head.i)
            yield _Draft(inner, found, holders[outer].ids, reading, outer)


def _reading(parse: Parse, finder: Finder, candidate: Candidate, holders: Holders) -> Reading:
    is_direct = _directness(parse, candidate) is Directness.DIRECT

    source = candidate.source_head
    are_many = source is not None and source.tag_ in {"NNS", "NNPS"}

    def is_own(subject: Token | None) -> bool:
        if are_many and subject is not None and subject.lower_ in {"it", "he", "she"}:
            return False  # "officials said it would pass"
        return finder.is_own(subject, holders.ids, is_direct=is_direct)

    return read_stance(candidate, is_own)


def _position(
    parse: Parse,
    resolution: Resolution,
    draft: _Draft,
    topic: str,
    identity: str,
) -> Position:
    candidate, reading = draft.candidate, draft.reading
    content = tuple(_span(parse, r) for r in candidate.content)
    condition = find_condition(parse.doc, candidate.content)
    if condition is None and reading.stance in _MAY_DEPEND:
        condition = condition_beside(candidate.head, candidate.content)
        if condition is None and draft.report is not None:
            # "Norway will sign, she said, on condition that they pay"
            condition = condition_beside(draft.report.head, draft.report.content)
    if condition is None and reading.stance is Stance.CONDITIONS:
        # "agreed to it but insisted that they pay": the content is the condition.
        condition = candidate.content[0]
    hedges = find_hedges(candidate)
    tentative = reading.is_tentative or any(h.kind is HedgeKind.EPISTEMIC for h in hedges)
    strength = Strength.TENTATIVE if tentative else Strength.FIRM
    if condition is not None or reading.stance is Stance.CONDITIONS:
        strength = Strength.CONDITIONAL
    targets = [
        actor.id
        for span in content
        for _, actor in resolution.within(span)
        if actor.id not in draft.holders.ids
    ]
    return Position(
        id=identity,
        holders=draft.holders.ids,
        sources=draft.sources,
        stance=reading.stance,
        strength=strength,
        directness=_directness(parse, candidate),
        source=tuple(_span(parse, r) for r in candidate.source),
        cue=(_span(parse, candidate.cue),),
        content=content,
        sentence=parse.sentence_at(candidate.head.idx),
        condition=_span(parse, condition) if condition else None,
        polarity=Polarity.NEGATIVE if reading.is_negative else Polarity.POSITIVE,
        topic=topic,
        on_behalf_of=draft.holders.on_behalf_of,
        targets=tuple(dict.fromkeys(targets)),
        hedges=hedges,
        is_stand=_is_stand(candidate, reading),
        confidence=round(candidate.weight, 2),
    )


def _is_stand(candidate: Candidate, reading: Reading) -> bool:
    is_stance = reading.stance is not Stance.STATES
    threshold = STANCE_THRESHOLD if is_stance else STATEMENT_THRESHOLD
    if round(candidate.weight, 2) < threshold or is_hypothetical(candidate):
        return False
    if is_stance or candidate.frame is Frame.QUOTATION:
        return True
    name = candidate.key.removeprefix("as ")
    return candidate.frame not in _ONLY_STANCES and name not in word_set(
        "en/stances", "deeds", "verbs"
    )


def _directness(parse: Parse, candidate: Candidate) -> Directness:
    """Whether the content is quoted as a whole, in part, or not at all."""
    doc = parse.doc
    if candidate.frame in _ATTITUDES:
        return Directness.ATTITUDE
    marks = [doc[i].text for start, end in candidate.content for i in range(start, end)]
    if not any(m[0] in '"“”' or m in {"''", "``"} for m in marks):
        return Directness.INDIRECT
    quoted = all(doc[start].text[0] in "\"“`'" for start, _ in candidate.content)
    return Directness.DIRECT if quoted else Directness.MIXED


def _span(parse: Parse, words: Range) -> Span:
    first, last = parse.doc[words[0]], parse.doc[words[1] - 1]
    return Span(first.idx, last.idx + len(last.text))
