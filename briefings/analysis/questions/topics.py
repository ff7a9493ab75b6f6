"""The matter of a question -> its topic, a short noun phrase of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.grammar import child, children, governed

if TYPE_CHECKING:
    from spacy.tokens import Token

MAX_TOPIC = 48
"""The longest topic in characters; a phrase is cut at a whole prepositional phrase."""
_MODIFIERS = frozenset({"amod", "compound", "nummod", "nmod", "poss", "quantmod", "case"})
_JOINED = frozenset({"of", "for", "on", "in", "with", "between", "to", "from", "over", "against"})
_CLAUSE_PARTS = ("dobj", "attr", "nsubjpass", "nsubj", "oprd")


def noun_of(matter: Token) -> Token | None:
    """The noun that a matter is about: itself, or its clause's object or else subject."""
    if matter.pos_ in {"NOUN", "PROPN"}:
        return matter
    for part in _CLAUSE_PARTS:
        for found in children(matter, part):
            if found.pos_ in {"NOUN", "PROPN"}:
                return found
    for prep in children(matter, "prep"):
        found_object = governed(prep)
        if found_object is not None and found_object.pos_ in {"NOUN", "PROPN"}:
            return found_object
    inner = child(matter, "xcomp", "ccomp", "pcomp", "acomp")
    return noun_of(inner) if inner is not None else None


def noun_phrase(noun: Token) -> str:
    """A noun with its modifiers and as many prepositional phrases as fit into MAX_TOPIC."""
    first = noun.i
    for c in noun.lefts:
        if c.dep_ in _MODIFIERS and c.i < first and c.lower_ not in {"own", "such"}:
            first = c.left_edge.i
            break
    while noun.doc[first].dep_ in {"det", "punct"} and first < noun.i:
        first += 1
    last = noun.i
    for c in noun.rights:
        if c.dep_ != "prep" or c.lower_ not in _JOINED or c.i != last + 1:
            break
        if c.right_edge.idx + len(c.right_edge.text) - noun.doc[first].idx > MAX_TOPIC:
            break
        last = c.right_edge.i
    return " ".join(noun.doc[first : last + 1].text.split())
