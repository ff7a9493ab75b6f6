"""What grammar says of a pronoun in its sentence: its clause, its subject, what it cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.actors import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset(("nsubj", "nsubjpass"))


def clause(token: Token) -> int:
    """The verb that a word belongs to."""
    for _ in range(12):
        if token.pos_ in {"VERB", "AUX"} or token.head.i == token.i:
            return token.i
        token = token.head
    return token.i


def own_subject(token: Token) -> int:
    """The subject of the clause that a word stands in, or -1 if the clause leaves it open."""
    for above in token.ancestors:
        for child in above.children:
            if child.dep_ in SUBJECTS:
                return child.i
        if above.pos_ in {"VERB", "AUX"} and above.dep_ != "conj":
            return -1
    return -1


def is_object(token: Token) -> bool:
    """Whether a pronoun cannot be its verb's subject: not "Lee looked [behind him]"."""
    if token.lower_ in {"his", "hers"}:
        return False
    if token.dep_ == "pobj":
        return token.head.lower_ not in lexicon.grammar("beside")
    return token.dep_ in {"dobj", "dative"}


def is_open_clause(token: Token) -> bool:
    """Whether a word heads a clause that leaves its subject open: "[After calling] her"."""
    if token.dep_ == "prep":
        return any(child.dep_ == "pcomp" and child.tag_ == "VBG" for child in token.children)
    return (
        token.dep_ == "advcl"
        and token.tag_ in {"VBG", "VBN"}
        and not any(child.dep_ in SUBJECTS for child in token.children)
    )
