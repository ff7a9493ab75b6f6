"""What a rule gives: a place that leaves something open, before it is put into words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Finding:
    """A construction that leaves something open.

    Attributes:
        kind: Why it is open.
        rule: The name of the rule that found it.
        cue: The words that show it, in text order.
        matter: The head of the clause or noun phrase that says what is open, or None.
        deciders: The words that name who can settle it.
        is_weak: Whether it needs support from its surroundings to count.
    """

    kind: QuestionKind
    rule: str
    cue: tuple[Token, ...]
    matter: Token | None = None
    deciders: tuple[Token, ...] = ()
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A construction and the lemmas that may be its trigger.

    Attributes:
        triggers: Lemmas in lower case; the rule is tried at each of their tokens.
        find: Takes the trigger and gives a finding, or None if the construction is not there.
    """

    triggers: frozenset[str]
    find: Callable[[Token], Finding | None]
