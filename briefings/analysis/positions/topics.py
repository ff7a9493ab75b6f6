"""The issue of each position: a short noun phrase, the same for positions on one matter.

The issue is the outermost noun of the content that names a matter (not a person, a time, or a word
such as "commitment" that only carries the stance). Positions whose contents share that noun get
one label, the fullest short phrase of the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.grammar import lemma
from briefings.analysis.positions.lexicon import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_MATTER = frozenset({"PERSON", "DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL"})
_PLACES = frozenset({"GPE", "LOC", "NORP"})
_PARTS = frozenset({"compound", "amod", "nmod"})
_MOST = 12


def find_topics(candidates: Sequence[Candidate]) -> list[str]:
    """The issue of each attribution, in order; empty where the content names none."""
    nouns = [_matters(candidate) for candidate in candidates]
    shared = Counter(key for found in nouns for key in {lemma(n) for n in found})
    chosen = [max(found, key=lambda n: _rank(n, found, shared), default=None) for found in nouns]
    labels: dict[str, Counter[str]] = {}
    for found in nouns:
        for noun in found:
            labels.setdefault(lemma(noun), Counter())[_label(noun)] += 1
    return [_best(labels[lemma(noun)]) if noun is not None else "" for noun in chosen]


def _rank(noun: Token, found: list[Token], shared: Counter[str]) -> tuple[float, int]:
    place = found.index(noun)
    outer = 2.0 / (1 + place)
    return outer + min(shared[lemma(noun)], 4) - 2 * (noun.ent_type_ in _PLACES), -place


def _matters(candidate: Candidate) -> list[Token]:
    """The nouns of a content that can name a matter, the outermost first."""
    doc = candidate.head.doc
    found = [
        token
        for start, end in candidate.content
        for token in doc[start:end]
        if token.pos_ in {"NOUN", "PROPN"}
        and token.dep_ not in {"compound", "poss", "nmod", "npadvmod"}
        and token.ent_type_ not in _NO_MATTER
        and token.is_alpha
        and lemma(token) not in word_set("en/topics", "carriers")
    ]
    return sorted(found, key=_depth)[:_MOST]


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def _label(noun: Token) -> str:
    """The noun with what names it closer, lower case unless a name: "troop deployment"."""
    words = []
    for part in noun.lefts:
        if part.dep_ == "compound" or (part.dep_ in _PARTS and not _is_vague(part)):
            words.append(part)
    words = [w for w in words if noun.i - w.i <= 3] + [noun]
    return " ".join(w.text if w.pos_ == "PROPN" or w.ent_type_ else w.lower_ for w in words)


def _is_vague(adjective: Token) -> bool:
    return lemma(adjective) in word_set("en/topics", "vague") or adjective.tag_ in {"JJR", "JJS"}


def _best(labels: Counter[str]) -> str:
    return max(labels, key=lambda label: (labels[label], 1 < label.count(" ") + 1 < 4, -len(label)))
