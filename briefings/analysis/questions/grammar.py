"""What a token's place in the dependency tree says: who does it, when, and whether it is denied.

The labels are those of spaCy's English models (ClearNLP style).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj", "csubjpass"})
FUTURE = frozenset({"will", "wo", "'ll", "’ll", "shall"})
IRREALIS = FUTURE | {"would", "'d", "’d", "could", "may", "might", "can", "should", "must"}
NEGATORS = frozenset({"no", "neither", "nor", "nobody", "none", "nothing", "never", "not", "n't"})
_TRANSPARENT = frozenset({"xcomp", "conj", "aux", "auxpass"})


def children(token: Token, *labels: str) -> Iterator[Token]:
    """The children of a token that bear one of the labels, in text order."""
    return (child for child in token.children if child.dep_ in labels)


def child(token: Token, *labels: str) -> Token | None:
    """The first child that bears one of the labels."""
    return next(children(token, *labels), None)


def preposition(token: Token, *words: str) -> Token | None:
    """The prepositional child with one of these words: "about" in "unclear about it"."""
    return next(
        (c for c in token.children if c.dep_ in {"prep", "agent"} and c.lower_ in words), None
    )


def object_of(prep: Token | None) -> Token | None:
    """The noun or clause that a preposition governs."""
    return None if prep is None else child(prep, "pobj", "pcomp")


def subject(verb: Token) -> Token | None:
    """Who does it, looked for at the verb and then at the verbs that govern it.

    "Ruiz has yet to decide": the subject of `decide` is "Ruiz".
    """
    seen = verb
    for _ in range(4):
        found = child(seen, *SUBJECTS)
        if found is not None:
            return found
        if seen.dep_ in {"relcl", "acl"} or seen.dep_ not in _TRANSPARENT | {"advcl", "pcomp"}:
            break
        seen = seen.head
        if seen.dep_ == "prep":
            seen = seen.head
    return seen.head if seen.dep_ in {"relcl", "acl"} else None


def is_negated(verb: Token) -> bool:
    """Whether the verb itself, its subject or its object is denied: not, never, no one, no plan."""
    for c in verb.children:
        if c.dep_ == "neg" or c.lower_ in NEGATORS:
            return True
        if c.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and any(
            d.lower_ in {"no", "neither"} for d in c.children if d.dep_ in {"det", "preconj"}
        ):
            return True
    return False


def auxiliaries(verb: Token) -> list[str]:
    """The auxiliaries of a verb in lower case, in text order."""
    return [c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}]


def modal(verb: Token) -> str:
    """The modal auxiliary of a verb in lower case, or nothing."""
    return next((c.lower_ for c in children(verb, "aux") if c.tag_ == "MD"), "")


def is_past_perfect(verb: Token) -> bool:
    """ "had agreed", "hadn't agreed": over before something else was."""
    return verb.tag_ == "VBN" and any(
        c.lower_ in {"had", "'d", "’d"} and c.tag_ == "VBD" for c in children(verb, "aux")
    )


def is_counterfactual(verb: Token) -> bool:
    """ "would have agreed": it is settled that it did not happen."""
    return modal(verb) in {"would", "could", "should", "'d", "’d"} and any(
        c.lower_ == "have" for c in children(verb, "aux")
    )


def is_finished(verb: Token) -> bool:
    """Whether the verb tells of something over: simple past or past perfect, not progressive."""
    if verb.tag_ == "VBD":
        return True
    words = auxiliaries(verb)
    if is_past_perfect(verb):
        return True
    if verb.tag_ == "VBN":
        return bool({"was", "were"} & set(words))
    return "did" in words


def finite(token: Token) -> Token:
    """The verb of the finite clause that a token stands in."""
    seen = token
    for _ in range(12):
        if seen.pos_ in {"VERB", "AUX"} and (
            seen.dep_ == "ROOT"
            or seen.tag_ in {"VBD", "VBZ", "VBP", "MD"}
            or any(c.tag_ in {"VBD", "VBZ", "VBP", "MD"} for c in children(seen, "aux", "auxpass"))
        ):
            return seen
        if seen.head is seen or seen.head == seen:
            return seen
        seen = seen.head
    return seen


def ancestors(token: Token, limit: int = 8) -> Iterator[Token]:
    """The tokens that govern a token, nearest first."""
    seen = token
    for _ in range(limit):
        if seen.head == seen:
            return
        seen = seen.head
        yield seen


def ordered(tokens: Iterable[Token | None]) -> tuple[Token, ...]:
    """The tokens that are there, once each, in text order."""
    return tuple(sorted({t for t in tokens if t is not None}, key=lambda t: t.i))
