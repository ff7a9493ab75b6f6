"""What a rule gives: a place that leaves something open, before it is put into words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token


class Form(Enum):
    """What sort of question the matter makes.

    A `STATEMENT` is asked in its own tense ("Did the mayor know?"), an `EVENT` as something to
    come ("Will the mayor resign?"), a `THING` by a template around a noun phrase ("What will the
    inquiry find?"). A `DIRECT` question is one that the text itself puts.
    """

    STATEMENT = auto()
    EVENT = auto()
    THING = auto()
    DIRECT = auto()


@dataclass(frozen=True, slots=True)
class Finding:
    """A construction that leaves something open.

    Attributes:
        kind: Why it is open.
        rule: The name of the rule that found it.
        cue: The words that show it, in text order.
        matter: The head of the clause or noun phrase that says what is open, or None.
        form: What sort of question the matter makes; a noun makes a `THING` in any case.
        who: The word that names who decides, knows, denies or demands.
        doer: Who would do what the matter says, if it is not the matter's own subject.
        outcome: The clause that tells what would follow, to be asked if the matter cannot be.
        weight: 3 stands by itself, 2 in a main statement of the text, 1 only with support.
        general: Whether grammar alone found it; it gives way to any other of its sentence.
    """

    kind: QuestionKind
    rule: str
    cue: tuple[Token, ...]
    matter: Token | None = None
    form: Form = Form.THING
    who: Token | None = None
    doer: Token | None = None
    weight: int = 2
    outcome: Token | None = None
    general: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A construction and the lemmas that may be its trigger.

    Attributes:
        triggers: Lemmas in lower case; the rule is tried at each of their tokens.
        find: Takes the trigger and gives a finding, or None if the construction is not there.
    """

    triggers: frozenset[str]
    find: Callable[[Token], Finding | None]
