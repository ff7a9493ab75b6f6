"""The issue of each position: a noun phrase of the text, the same for positions on one matter.

It takes the contents of all positions of a document and gives each a label.

1. The *matters* of a content are its nouns, the outermost first: not persons, times and numbers,
   and not words that only carry a stance ("commitment") or a manner ("establishment of hubs"). A
   verb counts as the noun it makes, if the text has that noun: "deploy" as "deployment".
2. Words for one thing are one *issue*: "troops", "soldiers" and "forces" (`en/topics.toml`).
3. The issue that the most positions are about takes them; then the next, until each has its own.
4. Its label is the phrase of the text that names it for the most of them: "troop deployment".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.conditions import find_condition
from briefings.analysis.positions.grammar import lemma
from briefings.analysis.positions.lexicon import word_set
from briefings.knowledge import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NO_MATTER = frozenset({"PERSON", "DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL"})
_TERRITORIES = frozenset({"GPE", "LOC", "NORP"})
_PARTS = frozenset({"compound", "amod", "nmod"})
_NOMINAL_ENDINGS = ("ment", "ion", "al", "ance", "ence", "ure", "ing", "sis")
_MOST_MATTERS = 12
_SHARED_PLACE = 3
"""A position joins an issue that is among its first matters, this many; deeper ones are asides."""


@dataclass(frozen=True, slots=True)
class _Matter:
    """A word that may name what a content is about.

    Attributes:
        word: The noun, or the verb that stands for one.
        issue: What it is one of.
        weight: How likely the content is about it, 0 to 1.
    """

    word: Token
    issue: str
    weight: float


def find_topics(candidates: Sequence[Candidate]) -> list[str]:
    """The issue of each attribution, in order; empty where the content names none."""
    if not candidates:
        return []
    nominal = _Nominalizations(candidates[0].head.doc)
    matters = [_matters(candidate, nominal) for candidate in candidates]
    matters = [_referred(i, candidates, matters) or found for i, found in enumerate(matters)]
    issues = _shared_issues(matters)
    members: dict[str, list[list[_Matter]]] = {}
    for found, issue in zip(matters, issues, strict=True):
        members.setdefault(issue, []).append(found)
    labels = {issue: _label(issue, group) for issue, group in members.items() if issue}
    return [labels.get(issue, "") for issue in issues]


def _matters(candidate: Candidate, nominal: _Nominalizations) -> list[_Matter]:
    """The matters of a content, the outermost first, each issue once.

    What stands in a condition is what the position waits for, not what it is about, unless
    nothing else is left: "ready to step in if talks fail".
    """
    doc = candidate.head.doc
    condition = find_condition(doc, candidate.content) or (0, 0)
    words = [t for start, end in candidate.content for t in doc[start:end]]
    outside = [t for t in words if not condition[0] <= t.i < condition[1]]
    named = (
        list(_named(outside, nominal))
        or list(_named(words, nominal))
        or [(t, _issue(lemma(t))) for t in words if _is_carrier(t)]
    )
    # A territory is where it happens, unless there is nothing else: "to annex Norrland".
    named = [pair for pair in named if pair[0].ent_type_ not in _TERRITORIES] or named
    found: dict[str, _Matter] = {}
    for place, (word, issue) in enumerate(sorted(named, key=lambda pair: _depth(pair[0]))):
        found.setdefault(issue, _Matter(word, issue, 1 / (1 + place)))
    return list(found.values())[:_MOST_MATTERS]


def _referred(
    index: int, candidates: Sequence[Candidate], matters: Sequence[list[_Matter]]
) -> list[_Matter]:
    """What "they" or "it" of a content is about, by the position next to it in its sentence.

    "hinted at a loan but insisted that it stay small" has the loan in both.
    """
    candidate = candidates[index]
    words = (t for start, end in candidate.content for t in candidate.head.doc[start:end])
    if not any(t.dep_ == "nsubj" and t.lower_ in {"it", "they", "these", "this"} for t in words):
        return []
    sentence = candidate.head.sent
    beside = [
        (abs(other.head.i - candidate.head.i), matters[i])
        for i, other in enumerate(candidates)
        if i != index and sentence.start <= other.head.i < sentence.end
    ]
    return min(beside, key=lambda pair: pair[0])[1] if beside else []


def _named(words: Iterable[Token], nominal: _Nominalizations) -> Iterator[tuple[Token, str]]:
    """Each word that can name a matter, with its issue."""
    for word in words:
        if word.ent_type_ in _NO_MATTER or not word.text.replace("-", "").isalpha():
            continue
        if word.pos_ in {"NOUN", "PROPN"} and word.dep_ not in {"poss", "npadvmod"}:
            if lemma(word) in word_set("en/topics", "empty"):
                continue
            if not _is_carrier(word) or _is_specified(word):
                yield word, _issue(lemma(word))
        elif word.pos_ == "VERB" and (noun := nominal.of(lemma(word))):
            yield word, _issue(noun)


def _is_carrier(word: Token) -> bool:
    return word.pos_ == "NOUN" and lemma(word) in word_set("en/topics", "carriers")


def _is_specified(carrier: Token) -> bool:
    """Whether something says of what kind a carrier is: "military support", "harbour plan"."""
    return any(part.pos_ in {"NOUN", "ADJ"} for part in _phrase(carrier)[:-1])


def _depth(word: Token) -> tuple[int, int]:
    """How deep a word stands below its sentence; what names another noun closer, still deeper."""
    return sum(1 for _ in word.ancestors) + (word.dep_ == "compound"), word.i


def _shared_issues(matters: Sequence[Sequence[_Matter]]) -> list[str]:
    """One issue for each content: those that many share first, then each one's own best."""
    issues = [""] * len(matters)
    open_ = {i for i, found in enumerate(matters) if found}
    while open_:
        gains: dict[str, float] = {}
        bearers: dict[str, set[int]] = {}
        for i in sorted(open_):
            for matter in matters[i][:_SHARED_PLACE]:
                gains[matter.issue] = gains.get(matter.issue, 0.0) + matter.weight
                bearers.setdefault(matter.issue, set()).add(i)
        shared = [issue for issue in gains if len(bearers[issue]) > 1]
        if not shared:
            break
        best = max(shared, key=lambda issue: (gains[issue], issue))
        for i in bearers[best]:
            issues[i] = best
        open_ -= bearers[best]
    for i in open_:
        issues[i] = max(matters[i], key=lambda matter: matter.weight).issue
    return issues


def _label(issue: str, group: Sequence[Sequence[_Matter]]) -> str:
    """The phrase of the text that names an issue for the most of its positions.

    A longer phrase is better only if its other words, too, are matters of most of them:
    "troop deployment", where most say "troops" and "deploy".
    """
    share: Counter[str] = Counter(matter.issue for found in group for matter in found)
    phrases: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for found in group:
        for matter in found:
            if matter.word.pos_ == "VERB":
                continue
            words = _phrase(matter.word)
            kinds = tuple(_issue(lemma(w)) for w in words if w.pos_ != "ADJ")
            if issue in kinds:
                phrases[" ".join(_written(w) for w in words), kinds] += 1
    if not phrases:
        return issue

    def fitness(phrase: tuple[str, tuple[str, ...]]) -> tuple[float, int, int]:
        text, kinds = phrase
        covered = sum(share[kind] / len(group) for kind in set(kinds))
        return round(covered - (len(text.split()) - 1) / 2, 3), phrases[phrase], -len(text)

    return max(phrases, key=fitness)[0]


def _phrase(noun: Token) -> list[Token]:
    """The noun with what names it closer: "long-term military support" -> "military support"."""
    head = noun.head if noun.dep_ == "compound" and noun.head.pos_ in {"NOUN", "PROPN"} else noun
    words = [
        part
        for part in head.lefts
        if part.dep_ == "compound" or (part.dep_ in _PARTS and not _is_vague(part))
    ]
    return [w for w in words if head.i - w.i <= 2 and not _is_half(w)] + [head]


def _is_half(word: Token) -> bool:
    """Whether it is only a part of a word with a hyphen: "long-term"."""
    doc = word.doc
    return doc[max(0, word.i - 1)].text == "-" or doc[min(len(doc) - 1, word.i + 1)].text == "-"


def _written(word: Token) -> str:
    return word.text if word.pos_ == "PROPN" or word.ent_type_ else word.lower_


def _is_vague(adjective: Token) -> bool:
    return (
        lemma(adjective) in word_set("en/topics", "vague")
        or adjective.tag_ in {"JJR", "JJS"}
        or not adjective.text.isalpha()
    )


@cache
def _same() -> dict[str, str]:
    """Each word of the lists of words for one thing -> the first word of its list."""
    lists = ([w.strip() for w in line.split(",")] for line in load("en/topics")["same"])
    return {word: words[0] for words in lists for word in words}


def _issue(noun: str) -> str:
    return _same().get(noun, noun)


class _Nominalizations:
    """Verbs as the nouns they make, of those nouns that the text has: "deploy" -> "deployment"."""

    def __init__(self, doc: Doc) -> None:
        nouns = {lemma(t) for t in doc if t.pos_ == "NOUN"}
        self._nouns = sorted(noun for noun in nouns if noun.endswith(_NOMINAL_ENDINGS))
        self._known: dict[str, str] = {}

    def of(self, verb: str) -> str:
        """The noun of a verb's lemma; empty if the text has none."""
        if verb not in self._known:
            stem = verb[: max(4, len(verb) - 1)]
            near = (n for n in self._nouns if n.startswith(stem) and 1 < len(n) - len(verb) < 6)
            self._known[verb] = next(near, "") if len(verb) > 3 else ""
        return self._known[verb]
