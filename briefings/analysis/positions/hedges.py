"""Words that mark uncertainty in a position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.parsing import token_span
from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.lexicon import word_set
from briefings.briefing import Hedge, HedgeKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL_KINDS = frozenset({HedgeKind.DOXASTIC})


def find_hedges(candidate: Candidate) -> tuple[Hedge, ...]:
    """The hedges of the cue and of the content's main clause, in the order of the text."""
    doc = candidate.head.doc
    words = list(doc[candidate.cue[0] : candidate.cue[1]])
    if candidate.source_head is not None:
        words.extend(candidate.source_head.lefts)
    if candidate.content_head is not None:
        words.append(candidate.content_head)
        words.extend(candidate.content_head.children)
    found = {word.i: Hedge(token_span(word), kind) for word in words if (kind := _kind(word))}
    return tuple(found[i] for i in sorted(found))


def _kind(word: Token) -> HedgeKind | None:
    for kind in HedgeKind:
        key = word.lemma_.lower() if kind in _VERBAL_KINDS else word.lower_
        if key in word_set("en/hedges", kind) and _is_used_so(word, kind):
            return kind
    return None


def _is_used_so(word: Token, kind: HedgeKind) -> bool:
    """May is a month, too, and "some" hedges only a source."""
    if kind is HedgeKind.WEASEL:
        return word.dep_ in {"det", "amod"} or word.pos_ in {"NOUN", "PRON"}
    return not word.ent_type_ and (kind is not HedgeKind.DOXASTIC or word.pos_ == "VERB")
