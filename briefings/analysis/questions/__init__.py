"""The parse of a document -> its open questions.

An open question is seldom a sentence with a question mark. It stands in a condition, a dispute, a
pending decision, a hedge or a doubt. Each family of constructions has a module; a rule is tried
at the tokens that may trigger it, what it finds is judged in its context, and put into words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefings.analysis.parsing import Parse
from briefings.analysis.questions import (
    conditions,
    context,
    decisions,
    disputes,
    doubts,
    expectations,
    unknowns,
)
from briefings.analysis.questions.finding import Finding, Rule
from briefings.analysis.questions.grammar import lemma
from briefings.analysis.questions.topics import noun_of, noun_phrase
from briefings.analysis.resolution import Resolution
from briefings.briefing import Position, Question, QuestionKind
from briefings.document import Span

_TAILS = {
    QuestionKind.UNKNOWN: "what are the facts?",
    QuestionKind.CONTINGENT: "will it come about?",
    QuestionKind.DISPUTED: "how will it be settled?",
    QuestionKind.UNDECIDED: "what will be decided?",
    QuestionKind.AWAITED: "what will come of it?",
    QuestionKind.DOUBT: "are the doubts justified?",
}
_FAMILIES = (unknowns, conditions, disputes, decisions, expectations, doubts)


def find_questions(
    parse: Parse, resolution: Resolution, positions: Sequence[Position]
) -> tuple[Question, ...]:
    """The open questions of a document, in the order of the text.

    Args:
        parse: The parsed document.
        resolution: Its actors, by whom pronouns are replaced and resolvers named.
        positions: Its positions.
    """
    found: list[Question] = []
    quoted = context.quoted_tokens(parse)
    taken: set[tuple[int, QuestionKind]] = set()
    for finding in findings(parse):
        sentence = parse.sentence_index(finding.cue[0].idx)
        if context.weight(finding, quoted) < context.THRESHOLD:
            continue
        if (sentence, finding.kind) in taken:
            continue
        taken.add((sentence, finding.kind))
        cue = Span(finding.cue[0].idx, finding.cue[-1].idx + len(finding.cue[-1].text))
        noun = noun_of(finding.matter) if finding.matter is not None else None
        topic = noun_phrase(noun) if noun is not None else ""
        text = f"{topic}: {_TAILS[finding.kind]}" if topic else "What is open here?"
        found.append(
            Question(
                id=f"q{len(found) + 1}",
                kind=finding.kind,
                sentence=parse.sentences[sentence],
                cue=cue,
                text=text,
                topic=topic,
            )
        )
    return tuple(found)


def findings(parse: Parse) -> list[Finding]:
    """What the rules find, in text order."""
    rules = _by_trigger()
    found = []
    for token in parse.doc:
        for rule in rules.get(lemma(token), ()):
            finding = rule.find(token)
            if finding is not None:
                found.append(finding)
    return found


@cache
def _by_trigger() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}
    for family in _FAMILIES:
        for rule in family.RULES:
            for lemma in rule.triggers:
                table.setdefault(lemma, []).append(rule)
    return {lemma: tuple(rules) for lemma, rules in table.items()}
