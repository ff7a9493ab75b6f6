"""The issue of each position: a noun phrase of the text, the same for positions on one matter.

It takes the contents of all positions of a document and gives each a label.

1. The matters of each content are found (see `matters`); "it" and "they" are about what the
   position before in the sentence is about.
2. The issue that the most positions are about takes them; then the next, until each has its own.
3. Its label is the phrase of the text that names it most exactly for the most of them: "troop
   deployment", where most say "troops" and "deploy". What only one position is about is named by
   that position's own words: "release of the prisoners".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.grammar import lemma
from briefings.analysis.positions.lexicon import word_set
from briefings.analysis.positions.matters import (
    Lookup,
    Matter,
    Matters,
    complement_of,
    issue_of,
    phrase_of,
    refers,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

Written = tuple[str, tuple[str, ...]]
_SHARED_PLACE = 3
_LEAST = 0.3
_PER_WORD = 0.3
_FEW = 2
_BROAD = 0.4


def find_topics(
    candidates: Sequence[Candidate], holders: Sequence[Sequence[str]], actor_at: Lookup
) -> list[str]:
    """The issue of each attribution, in order; empty where the content names none.

    Args:
        candidates: The attributions, in the order of the text.
        holders: The ids of the holders of each.
        actor_at: Which actor a word stands for.
    """
    if not candidates:
        return []
    reader = Matters(candidates[0].head.doc, actor_at)
    matters = [reader.of(c, h) for c, h in zip(candidates, holders, strict=True)]
    matters = _with_referred(candidates, matters)
    issues = _shared_issues(matters)
    members: dict[str, list[list[Matter]]] = defaultdict(list)
    for found, issue in zip(matters, issues, strict=True):
        members[issue].append(found)
    labels = _distinct({i: _label(i, group) for i, group in members.items() if i})
    return [labels.get(issue, "") for issue in issues]


def _with_referred(
    candidates: Sequence[Candidate], matters: Sequence[list[Matter]]
) -> list[list[Matter]]:
    """What "they" or "it" of a content is about: the position before or behind in its sentence.

    "hinted at a loan but insisted that it stay small" has the loan in both.
    """
    full: list[list[Matter]] = []
    for i, (candidate, found) in enumerate(zip(candidates, matters, strict=True)):
        if (found and any(m.weight >= 1 for m in found)) or not refers(candidate):
            full.append(found)
            continue
        beside = [j for j in (i - 1, i + 1) if 0 <= j < len(candidates)]
        same = [j for j in beside if candidates[j].head.sent.start == candidate.head.sent.start]
        full.append(next((matters[j] for j in same if matters[j]), found))
    return full


def _shared_issues(matters: Sequence[Sequence[Matter]]) -> list[str]:
    """One issue for each content: those that many share first, then each one's own best."""
    issues = [""] * len(matters)
    bearers: dict[str, list[int]] = defaultdict(list)
    gains: dict[str, float] = defaultdict(float)
    left: Counter[str] = Counter()
    shareable = [_shareable(found) for found in matters]
    for i, found in enumerate(shareable):
        for matter in found:
            bearers[matter.issue].append(i)
            gains[matter.issue] += matter.weight
            left[matter.issue] += 1
    queue = [(-gain, issue) for issue, gain in gains.items()]
    heapify(queue)
    while queue:
        gain, best = heappop(queue)
        if left[best] < 2:
            continue
        if -gain > gains[best] + 1e-9:
            heappush(queue, (-gains[best], best))
            continue
        for i in bearers[best]:
            if issues[i]:
                continue
            issues[i] = best
            for matter in shareable[i]:
                gains[matter.issue] -= matter.weight
                left[matter.issue] -= 1
    own = [found[0].issue if found else "" for found in matters]
    return [issue or best for issue, best in zip(issues, own, strict=True)]


def _shareable(found: Sequence[Matter]) -> list[Matter]:
    """The matters by which a position joins others: deeper ones are asides."""
    least = found[0].weight * _LEAST if found else 0.0
    return [matter for matter in found[:_SHARED_PLACE] if matter.weight >= least]


def _label(issue: str, group: Sequence[Sequence[Matter]]) -> str:
    """The phrase of the text that names an issue best for its positions."""
    for found in group:
        for matter in found:
            if matter.issue == issue and matter.name:
                return matter.name
    share = Counter(matter.issue for found in group for matter in found)
    phrases: Counter[Written] = Counter()
    for found in group:
        for matter in found:
            if matter.word.pos_ != "VERB" and not matter.name:
                phrases.update(p for p in set(_wordings(matter.word)) if issue in p[1])
    if len(group) == 1 and len(phrases) == 1:
        longer = _with_complement(group[0], issue)
        if longer:
            return longer

    def fitness(phrase: Written) -> tuple[float, int, int]:
        text, kinds = phrase
        count = min(share[kind] for kind in kinds)
        if len(text.split()) > len(kinds):
            # An adjective is shared only where it stands, save in few: "presidential race".
            count = min(count, phrases[phrase] + (len(group) <= _FEW))
        covered = count / len(group)
        words = len(text.split())
        worth = covered * (1 + _PER_WORD * (words - 1))
        is_broad = words == 1 and issue in word_set("en/topics", "broad")
        return round(worth * (_BROAD if is_broad else 1), 3), phrases[phrase], -len(text)

    return max(phrases, key=fitness)[0] if phrases else issue


def _wordings(noun: Token) -> list[Written]:
    """The ways a text names a noun: as it stands, without its adjectives, and alone."""
    words = phrase_of(noun)
    found = []
    nouns = [w for w in words if w.pos_ in {"NOUN", "PROPN"}]
    for kept in (words, nouns, words[-1:]):
        kinds = tuple(issue_of(lemma(w)) for w in kept if w in nouns)
        if kinds:
            found.append((" ".join(_written(w) for w in kept), kinds))
    return found


def _with_complement(found: Sequence[Matter], issue: str) -> str:
    """The words of a bare noun with the phrase behind it: "resolution to the conflict"."""
    noun = next(m.word for m in found if m.issue == issue)
    reach = complement_of(noun) if noun.pos_ == "NOUN" else None
    return noun.doc[slice(*reach)].text if reach is not None else ""


def _distinct(labels: dict[str, str]) -> dict[str, str]:
    """Labels that differ only in number or capitals are one: the first of them."""
    first: dict[str, str] = {}
    return {i: first.setdefault(label.casefold().rstrip("s"), label) for i, label in labels.items()}


def _written(word: Token) -> str:
    return word.text if word.pos_ == "PROPN" or word.ent_type_ else word.lower_
