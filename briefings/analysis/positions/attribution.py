"""A parse -> its attributions: who says what by which words (PARC3, PolNeAR).

Each rule proposes candidates for one construction, the word lists weigh them, and the choice
keeps those that do not contradict each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.analysis.parsing import Parse
from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.choice import choose
from briefings.analysis.positions.clauses import according, clausal, parenthetical
from briefings.analysis.positions.context import Context
from briefings.analysis.positions.grammar import is_verb
from briefings.analysis.positions.infinitives import infinitival
from briefings.analysis.positions.labels import labelled
from briefings.analysis.positions.lexicon import Lexicon, word_lists
from briefings.analysis.positions.nominals import adjectival, nominal
from briefings.analysis.positions.objects import light_verbs, objects, prepositional
from briefings.analysis.positions.passives import impersonal, passive
from briefings.analysis.positions.quoted import quoted

if TYPE_CHECKING:
    from spacy.tokens import Token

    Rule = Callable[[Context, Token], Iterator[Candidate]]

_OF_VERBS: tuple[Rule, ...] = (
    clausal,
    parenthetical,
    objects,
    light_verbs,
    prepositional,
    infinitival,
    passive,
    impersonal,
)
_OF_WORDS: tuple[Rule, ...] = (according, nominal, adjectival)


@dataclass(frozen=True, slots=True)
class Attributions:
    """The attributions of a document.

    Attributes:
        chosen: In the order of the text, none inside the content of another.
        nested: A chosen one with a candidate inside its content: "praised [her support for it]".
    """

    chosen: list[Candidate]
    nested: list[tuple[Candidate, Candidate]]


def find_attributions(parse: Parse, lexicon: Lexicon | None = None) -> Attributions:
    """The attributions of a document."""
    context = Context.of(parse, lexicon or word_lists())
    return Attributions(*choose(list(candidates(context))))


def candidates(context: Context) -> Iterator[Candidate]:
    """Everything that any rule proposes."""
    yield from quoted(context)
    yield from labelled(context)
    for token in context.parse.doc:
        if context.spoken[token.i] or not token.is_alpha:
            continue
        if is_verb(token):
            for rule in _OF_VERBS:
                yield from rule(context, token)
        for rule in _OF_WORDS:
            yield from rule(context, token)
