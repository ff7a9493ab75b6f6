"""The words of a content that may name what it is about.

1. Nouns, the outermost first: not times and numbers, and not words that only carry a stance
   ("commitment") or a manner ("establishment of hubs"), unless there is nothing else.
2. A verb counts as the noun it makes, if the text has that noun: "deploy" as "deployment".
3. Words for one thing are one *issue*: "troops", "soldiers" and "forces" (`en/topics.toml`).
4. An actor is an issue where the content is about him or her: "refused to endorse Ruiz", "praised
   him"; whatever the text calls the actor, it is the same one.

A word counts the more, the further out it stands and the oftener the text says it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from math import log2
from typing import TYPE_CHECKING

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.conditions import find_condition
from briefings.analysis.positions.grammar import Range, lemma
from briefings.analysis.positions.lexicon import word_set
from briefings.briefing import Actor, ActorType
from briefings.knowledge import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Lookup = Callable[["Token"], Actor | None]

_NO_MATTER = frozenset({"PERSON", "DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL"})
_TERRITORIES = frozenset({"GPE", "LOC", "NORP"})
_PLACES = frozenset({ActorType.STATE, ActorType.PLACE})
_NOMINAL_ENDINGS = ("ment", "ion", "al", "ance", "ence", "ure", "ing", "sis")
_CENTRAL = frozenset({"dobj", "pobj", "nsubjpass", "conj", "ROOT", "attr", "dep"})
_MOST = 12
_OF_PART, _OF_ACTOR, _OF_TERRITORY = 0.6, 0.55, 0.3
_PER_MENTION = 0.15


@dataclass(frozen=True, slots=True)
class Matter:
    """A word that may name what a content is about.

    Attributes:
        word: The noun, or the verb that stands for one.
        issue: What it is one of; of an actor, the id.
        weight: How likely the content is about it.
        name: The name of the actor that it is, or empty.
    """

    word: Token
    issue: str
    weight: float
    name: str = ""


class Matters:
    """Finds the matters of contents, in one document."""

    def __init__(self, doc: Doc, actor_at: Lookup) -> None:
        self._actor_at = actor_at
        self._nominal = _Nominalizations(doc)
        self._said = Counter(issue_of(lemma(t)) for t in doc if t.pos_ in {"NOUN", "PROPN"})

    def of(self, candidate: Candidate, holders: Iterable[str]) -> list[Matter]:
        """The matters of a content, the likeliest first, each issue once.

        What stands in a condition is what the position waits for, not what it is about, unless
        nothing else is left: "ready to step in if talks fail".
        """
        doc = candidate.head.doc
        condition = find_condition(doc, candidate.content) or (0, 0)
        words = [t for start, end in candidate.content for t in doc[start:end]]
        outside = [t for t in words if not condition[0] <= t.i < condition[1]]
        about = self._actors(outside, candidate, frozenset(holders))
        named = list(self._named(outside))
        if not named and not about:
            about = self._actors(outside, None, frozenset(holders))
        if not named and not about:
            named = list(self._named(words)) or [
                (t, issue_of(lemma(t))) for t in words if is_carrier(t)
            ]
        found: dict[str, Matter] = {}
        for place, (word, issue) in enumerate(sorted(named, key=lambda pair: _depth(pair[0]))):
            matter = Matter(word, issue, self._weight(word, issue, place))
            if issue not in found or found[issue].weight < matter.weight:
                found[issue] = matter
        for matter in about:
            found.setdefault(matter.issue, matter if found else replace(matter, weight=1.0))
        return sorted(found.values(), key=lambda m: -m.weight)[:_MOST]

    def _weight(self, word: Token, issue: str, place: int) -> float:
        weight = (1 + _PER_MENTION * min(4.0, log2(max(1, self._said[issue])))) / (1 + place)
        if word.dep_ == "compound":
            weight *= _OF_PART
        # A territory is where it happens, unless there is nothing else: "to annex Norrland".
        return weight * _OF_TERRITORY if word.ent_type_ in _TERRITORIES else weight

    def _named(self, words: Iterable[Token]) -> Iterator[tuple[Token, str]]:
        """Each word that can name a matter, with its issue."""
        for word in words:
            if word.ent_type_ in _NO_MATTER or not word.text.replace("-", "").isalpha():
                continue
            if word.whitespace_ == "" and word.i + 1 < len(word.doc) and word.nbor(1).text == "-":
                continue  # "counter" of "counter-measures"
            if word.pos_ in {"NOUN", "PROPN"} and word.dep_ not in {"poss", "npadvmod"}:
                if lemma(word) in word_set("en/topics", "empty") or self._is_person(word):
                    continue
                if not is_carrier(word) or _is_specified(word):
                    yield word, issue_of(lemma(word))
            elif word.pos_ == "VERB" and (noun := self._nominal.of(lemma(word))):
                yield word, issue_of(noun)

    def _is_person(self, word: Token) -> bool:
        if word.dep_ == "compound" and word.head.pos_ == "PROPN":
            word = word.head  # "White" of "White House"
        actor = self._actor_at(word) if word.pos_ == "PROPN" else None
        return actor is not None and actor.type not in _PLACES

    def _actors(
        self, words: list[Token], candidate: Candidate | None, holders: frozenset[str]
    ) -> list[Matter]:
        """The actors in the middle of a content: its head, or the object of its verb.

        Without a candidate those anywhere in it.
        """
        head = candidate.content_head if candidate is not None else None
        found = []
        for word in words:
            if word.pos_ not in {"PROPN", "PRON", "NOUN"}:
                continue
            is_near = candidate is None or (
                head is not None and (word == head or word.head in {head, head.head})
            )
            if word.dep_ not in _CENTRAL or not is_near:
                continue
            actor = self._actor_at(word)
            if actor is not None and actor.id not in holders and actor.type not in _PLACES:
                found.append(Matter(word, actor.id, _OF_ACTOR, actor.name))
        return found


def refers(candidate: Candidate) -> bool:
    """Whether a content says "they" or "it" of what stands before: "that it stay small"."""
    words = (t for start, end in candidate.content for t in candidate.head.doc[start:end])
    return any(t.dep_ == "nsubj" and t.lower_ in {"it", "they", "these", "this"} for t in words)


def is_carrier(word: Token) -> bool:
    """Whether a noun names a matter only with a word that says which."""
    return word.pos_ == "NOUN" and lemma(word) in word_set("en/topics", "carriers")


def _is_specified(carrier: Token) -> bool:
    """Whether something says of what kind a carrier is: "military support", "harbour plan"."""
    return any(part.pos_ in {"NOUN", "ADJ"} for part in phrase_of(carrier)[:-1])


def _depth(word: Token) -> tuple[int, int]:
    """How deep a word stands below its sentence; what names another noun closer, still deeper."""
    return sum(1 for _ in word.ancestors) + (word.dep_ == "compound"), word.i


_PARTS = frozenset({"compound", "amod", "nmod"})
_FAR = 2


def phrase_of(noun: Token) -> list[Token]:
    """The noun with what names it closer: "long-term military support" -> "military support"."""
    head = noun.head if noun.dep_ == "compound" and noun.head.pos_ in {"NOUN", "PROPN"} else noun
    words = [
        part
        for part in head.lefts
        if part.dep_ == "compound"
        or (part.dep_ in _PARTS and part.pos_ != "VERB" and not _is_vague(part))
    ]
    kept = [w for w in words if head.i - w.i <= _FAR + (w.dep_ == "compound") and not _is_half(w)]
    return [w for w in kept if not _is_cut(w, kept)] + [head]


def _is_cut(word: Token, kept: list[Token]) -> bool:
    """Whether only a part of a name is left: "State" of "Islamic State group"."""
    before = word.nbor(-1) if word.i else word
    return word.ent_iob_ == "I" and before not in kept


def complement_of(noun: Token) -> Range | None:
    """The noun with the phrase right behind it: "release of the prisoners"; None if it has none."""
    for below in noun.rights:
        if below.dep_ != "prep" or below.i != noun.i + 1:
            return None
        named = next((c for c in below.rights if c.dep_ == "pobj"), None)
        if below.lower_ not in {"of", "to", "for", "on", "over", "against"} or named is None:
            return None
        is_plain = (
            named.pos_ in {"NOUN", "PROPN"}
            and not _is_any(named)
            and named.ent_type_ not in _NO_MATTER
        )
        return (noun.i, named.i + 1) if is_plain and named.i - noun.i <= 2 + _FAR else None
    return None


def _is_any(noun: Token) -> bool:
    return any(d.lower_ in {"some", "any", "other", "such", "no", "every"} for d in noun.lefts)


def _is_half(word: Token) -> bool:
    """Whether it is only a part of a word with a hyphen: "long-term"."""
    doc = word.doc
    return doc[max(0, word.i - 1)].text == "-" or doc[min(len(doc) - 1, word.i + 1)].text == "-"


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


def issue_of(noun: str) -> str:
    """The issue that a noun's lemma stands for."""
    return _same().get(noun, noun)


class _Nominalizations:
    """Verbs as the nouns they make, if the text has them: "deploy" -> "deployment", "attack"."""

    def __init__(self, doc: Doc) -> None:
        nouns = {lemma(t) for t in doc if t.pos_ == "NOUN"}
        self._nouns = nouns
        self._by_start: dict[str, list[str]] = {}
        for noun in sorted(noun for noun in nouns if noun.endswith(_NOMINAL_ENDINGS)):
            self._by_start.setdefault(noun[:4], []).append(noun)
        self._known: dict[str, str] = {}

    def of(self, verb: str) -> str:
        """The noun of a verb's lemma; empty if the text has none, or the verb is too general."""
        if verb not in self._known:
            stem = verb[: max(4, len(verb) - 1)]
            near = (
                n
                for n in self._by_start.get(verb[:4], ())
                if n.startswith(stem) and 1 < len(n) - len(verb) < 6
            )
            general = len(verb) <= 3 or verb in word_set("en/topics", "general")
            found = verb if verb in self._nouns else next(near, "")
            self._known[verb] = "" if general else found
        return self._known[verb]
