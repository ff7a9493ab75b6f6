"""Statements of one matter -> one group, led by the clearest.

Two statements are of one matter if what they leave open is told in the same words: the same
nouns and verbs, also as "deploy" and "deployment", and no name that tells them apart. It is better
to leave two apart than to join what has nothing in common.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues, pairs
from briefings.analysis.questions.finding import Finding
from briefings.analysis.questions.grammar import WH_WORDS, child, lemma, subject
from briefings.analysis.questions.naming import Names
from briefings.analysis.questions.trimming import kept
from briefings.briefing import Question

if TYPE_CHECKING:
    from spacy.tokens import Token

LEAST_SHARED = 0.6
"""The share of the shorter statement's words that the longer must have too."""
_SHORTEST_STEM = 5
_LONGEST_ENDING = 3
_NOUNS = frozenset({"NOUN", "PROPN"})
_TELLING = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_TEMPLATES = ("What will come of", "How will the dispute", "What is known", "How justified")


@dataclass(frozen=True, slots=True)
class _Matter:
    """What one statement leaves open, as far as it can be compared.

    Attributes:
        words: The lemmas of its nouns, verbs and adjectives, without names and light words; of
            words that mean the same, such as "truce" and "ceasefire", the same one.
        names: The names in it, of persons, places and bodies: ids of actors, else lemmas.
        numbers: Its numbers and years, as written.
        doers: The ids of the actors who would do it.
        head: The lemma of its noun; empty if it is told by a clause.
        clarity: How well the statement says it; the clearest leads.
    """

    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    doers: frozenset[str]
    head: str
    clarity: tuple[int, int, int]


def grouped(
    questions: Sequence[Question], findings: Sequence[Finding], names: Names
) -> tuple[Question, ...]:
    """The questions with their groups set; `findings` are what each was made from."""
    matters = [_matter(q, f, names) for q, f in zip(questions, findings, strict=True)]
    by_clarity = sorted(range(len(questions)), key=lambda n: (matters[n].clarity, -n), reverse=True)
    leads: list[int] = []
    group: dict[int, str] = {}
    for n in by_clarity:
        lead = next((m for m in leads if _is_same(n, m, questions, matters)), None)
        if lead is None:
            leads.append(n)
        else:
            group[n] = questions[lead].id
    return tuple(replace(q, group=group.get(n, "")) for n, q in enumerate(questions))


def _matter(question: Question, finding: Finding, names: Names) -> _Matter:
    matter = finding.matter
    tokens = kept(matter, 1) if matter is not None else []
    words, named = set(), set()
    for token in tokens:
        actor = names.actor_at(token)
        if actor is not None:
            named.add(actor.id)
        elif token.pos_ == "PROPN":
            named.add(lemma(token))
        if token.pos_ in _TELLING and not (actor is not None and names.is_name(token)):
            words.add(_common(token))
    return _Matter(
        words=frozenset(words - cues("phrasing", "light") - cues("phrasing", "vague")),
        names=frozenset(named),
        numbers=frozenset(t.text for t in tokens if t.like_num),
        doers=frozenset(_doers(finding, names)),
        head=_common(matter) if matter is not None and matter.pos_ in _NOUNS else "",
        clarity=(_wording(question), finding.weight, len(question.resolvers)),
    )


def _common(token: Token) -> str:
    """The lemma of a word, or the first of the words that mean the same."""
    return dict(pairs("phrasing", "same")).get(lemma(token), lemma(token))


def _doers(finding: Finding, names: Names) -> list[str]:
    matter = finding.matter
    agents: list[Token | None] = [finding.doer]
    if matter is not None:
        agents += [subject(matter), child(matter, "poss")]
    actors = [names.actor_at(agent) for agent in agents if agent is not None]
    return [actor.id for actor in actors if actor is not None]


def _wording(question: Question) -> int:
    """2 for a question in the text's own words, 1 for a template, 0 for a mere quotation."""
    if question.text.startswith("“"):
        return 0
    first = question.text.split()[0].lower()
    asks = first in cues("phrasing", "openings") or first in WH_WORDS
    return 2 if asks and not question.text.startswith(_TEMPLATES) else 1


def _is_same(n: int, m: int, questions: Sequence[Question], matters: Sequence[_Matter]) -> bool:
    if questions[n].text == questions[m].text:
        return True
    one, other = matters[n], matters[m]
    if not one.words or not other.words or _are_told_apart(one, other):
        return False
    shared = _shared(one.words, other.words)
    if shared >= 2 and shared >= LEAST_SHARED * min(len(one.words), len(other.words)):
        return True
    # "the talks" and "talks on the border": one bare, and nothing that speaks against it
    bare = min(len(one.words), len(other.words)) == 1
    same_head = _is_same_word(one.head, other.head)
    settled_alike = bool(set(questions[n].resolvers) & set(questions[m].resolvers))
    named_alike = bool(one.names & other.names)
    alike = settled_alike or named_alike or one.words == other.words
    return bare and same_head and (alike or one.head in cues("phrasing", "single"))


def _are_told_apart(one: _Matter, other: _Matter) -> bool:
    """Whether different doers, names or numbers show that it is not the same matter."""
    if one.numbers - other.numbers and other.numbers - one.numbers:
        return True
    features = ((one.doers, other.doers), (one.names, other.names))
    return any(a and b and not a & b for a, b in features)


def _shared(one: frozenset[str], other: frozenset[str]) -> int:
    """How many words of one have a counterpart in the other."""
    return sum(any(_is_same_word(a, b) for b in other) for a in one)


def _is_same_word(one: str, other: str) -> bool:
    """ "deploy" and "deployment", "negotiate" and "negotiation"; never short words."""
    if one == other:
        return bool(one)
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length >= max(_SHORTEST_STEM, min(len(one), len(other)) - _LONGEST_ENDING)
