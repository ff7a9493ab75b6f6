"""The parse of a document -> its open questions.

An open question is seldom a sentence with a question mark. It stands in a condition, a dispute, a
pending decision, a hedge or a doubt. Each family of constructions has a module; a rule is tried
at the tokens that may trigger it, what it finds is judged in its context, and put into words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from briefings.analysis.parsing import Parse
from briefings.analysis.questions import (
    aims,
    asked,
    conditions,
    context,
    counterclaims,
    dates,
    decisions,
    demands,
    denials,
    dependence,
    disputes,
    doubts,
    events,
    expectations,
    forecasts,
    idioms,
    inquiries,
    outlook,
    pending,
    plans,
    possibilities,
    quarrels,
    requirements,
    silence,
    unknowns,
)
from briefings.analysis.questions.finding import Finding, Rule
from briefings.analysis.questions.grammar import edges, lemma
from briefings.analysis.questions.groups import grouped
from briefings.analysis.questions.naming import Names
from briefings.analysis.questions.phrasing import printable, question_text
from briefings.analysis.questions.resolvers import resolvers
from briefings.analysis.questions.topics import noun_of, noun_phrase, without_article
from briefings.analysis.resolution import Resolution
from briefings.briefing import Position, Question
from briefings.document import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST_PER_SENTENCE = 6
"""How far back the findings of one sentence are compared with one another."""
LONGEST_SENTENCE = 250
"""In tokens; what is longer is a table or junk, and its tree grows costly to walk."""

_FAMILIES = (
    unknowns,
    silence,
    inquiries,
    conditions,
    dependence,
    requirements,
    disputes,
    quarrels,
    counterclaims,
    decisions,
    pending,
    demands,
    aims,
    plans,
    expectations,
    dates,
    events,
    doubts,
    outlook,
    idioms,
    asked,
    denials,
    forecasts,
    possibilities,
)


def find_questions(
    parse: Parse, resolution: Resolution, positions: Sequence[Position]
) -> tuple[Question, ...]:
    """The open questions of a document, in the order of the text.

    Args:
        parse: The parsed document.
        resolution: Its actors, by whom pronouns are replaced and resolvers named.
        positions: Its positions, by whose sources "I" is understood.
    """
    names = Names(parse, resolution, positions)
    found: list[Question] = []
    sources: list[Finding] = []
    for finding in select(parse, findings(parse)):
        text = question_text(finding, names)
        if not text:
            continue
        noun = noun_of(finding.matter) if finding.matter is not None else None
        phrase = noun_phrase(noun, names) if noun is not None else ""
        found.append(
            Question(
                id=f"q{len(found) + 1}",
                kind=finding.kind,
                sentence=parse.sentence_at(finding.cue[0].idx),
                cue=cue_span(finding.cue),
                text=text,
                resolvers=resolvers(finding, names),
                topic=printable(without_article(phrase)),
            )
        )
        sources.append(finding)
    return grouped(found, sources, names)


def findings(parse: Parse) -> list[Finding]:
    """What the rules find, in text order; nothing in a sentence beyond `LONGEST_SENTENCE`."""
    rules = _by_trigger()
    return [
        finding
        for sentence in parse.doc.sents
        if len(sentence) <= LONGEST_SENTENCE
        for token in sentence
        for rule in _tried(token, rules)
        if (finding := rule.find(token)) is not None
    ]


def _tried(token: Token, rules: Mapping[str, tuple[Rule, ...]]) -> tuple[Rule, ...]:
    """The rules that a token may trigger, by its lemma or as it is written."""
    word, written = lemma(token), token.lower_
    tried = rules.get(word, ())
    if written != word and written in rules:
        tried = (*tried, *(rule for rule in rules[written] if rule not in tried))
    return tried


def select(parse: Parse, candidates: Sequence[Finding]) -> list[Finding]:
    """The findings that count in their context: of a kind, and of a matter, one a sentence."""
    quoted = context.quoted_tokens(parse)
    weighed = [(context.weight(finding, quoted), finding) for finding in candidates]
    counting = [pair for pair in weighed if pair[0] >= context.THRESHOLD]
    counting.sort(key=_rank)
    chosen: list[Finding] = []
    for _, finding in counting:
        if not any(_repeats(finding, other) for other in reversed(chosen[-MOST_PER_SENTENCE:])):
            chosen.append(finding)
    return sorted(chosen, key=lambda finding: finding.cue[0].i)


def _rank(pair: tuple[int, Finding]) -> tuple[int, bool, int, int]:
    """By sentence, what a word shows before what grammar alone shows, the weightiest first."""
    weight, finding = pair
    return finding.cue[0].sent.start, finding.general, -weight, finding.cue[0].i


def _repeats(finding: Finding, other: Finding) -> bool:
    """Whether a finding says what another of its sentence says already."""
    if finding.cue[0].sent.start != other.cue[0].sent.start:
        return False
    if finding.general or finding.kind is other.kind or set(finding.cue) & set(other.cue):
        return True
    if finding.matter is None or other.matter is None:
        return False
    return finding.matter in edges(other.matter) or other.matter in edges(finding.matter)


def cue_span(cue: Sequence[Token]) -> Span:
    """From the first word of a cue to its last."""
    return Span(cue[0].idx, cue[-1].idx + len(cue[-1].text))


@cache
def _by_trigger() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}
    for family in _FAMILIES:
        for rule in family.RULES:
            for trigger in rule.triggers:
                table.setdefault(trigger, []).append(rule)
    return {trigger: tuple(rules) for trigger, rules in table.items()}
