"""A phrase of the text -> the tokens of it that a short question keeps.

Relative clauses, asides and adverbial clauses always go; the higher the level, the more of the
rest goes too, so that the first level that is short enough can be taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues

if TYPE_CHECKING:
    from spacy.tokens import Token

LEVELS = range(4)
_ALWAYS_CUT = frozenset({"relcl", "appos", "parataxis", "advcl", "meta", "intj", "mark", "preconj"})
_NEEDED = frozenset({"dobj", "attr", "acomp", "oprd", "xcomp", "ccomp"})
_TIGHT = frozenset({"of", "to"})


def kept(token: Token, level: int) -> list[Token]:
    """The tokens of a subtree that a question keeps at a level, in text order."""
    tokens = [token]
    for c in token.children:
        if _stays(c, token, level):
            tokens += kept(c, level)
    tokens.sort(key=lambda t: t.i)
    return tokens


def kept_after(verb: Token, level: int) -> list[Token]:
    """What follows a verb in its clause, and the adverbs of manner before it."""
    tokens: list[Token] = []
    has_object = any(c.dep_ in _NEEDED for c in verb.children)
    prepositions = 0
    for c in verb.children:
        if c.dep_ in {"nsubj", "nsubjpass", "csubj", "aux", "auxpass", "neg", "cc", "conj", "expl"}:
            continue
        if c.i < verb.i and not (c.dep_ == "advmod" and c.i > _subject_end(verb)):
            continue
        if c.dep_ in {"prep", "agent"}:
            prepositions += 1
            if level == 3 and (has_object or prepositions > 1):
                continue
        elif c.dep_ in {"npadvmod", "advmod"} and level >= 2:
            continue
        if _stays(c, verb, level):
            tokens += kept(c, level)
    return sorted(tokens, key=lambda t: t.i)


def _subject_end(verb: Token) -> int:
    ends = [c.right_edge.i for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "csubj"}]
    return max(ends, default=verb.left_edge.i)


def _stays(c: Token, head: Token, level: int) -> bool:
    label = c.dep_
    if label == "mark":
        return head.dep_ in {"ccomp", "acl", "pcomp"} and c.i < head.i
    if label in _ALWAYS_CUT:
        return False
    if label == "punct":
        return c.text in {"-", "–", "/", "$", "£", "€", "'", "’"} or (
            c.text == "," and any(x.dep_ == "conj" for x in head.children)
        )
    if label == "dep":
        return c.is_space is False and abs(c.i - head.i) == 1 and c.pos_ != "VERB"
    if label in {"conj", "cc"}:
        return _conjunct_stays(c, head, level)
    if label == "acl":
        return c.tag_ == "VB" or level == 0
    if label == "advmod":
        return c.lower_ not in cues("phrasing", "asides") and level < 3
    if label == "prep" and head.pos_ in {"NOUN", "PROPN"}:
        return level < 2 or (c.lower_ in _TIGHT and level < 3) or c.lower_ == "of"
    return True


def _conjunct_stays(c: Token, head: Token, level: int) -> bool:
    """Two nouns or adjectives stay together; second clauses go."""
    if head.pos_ in {"VERB", "AUX"}:
        return False
    other = c if c.dep_ == "conj" else next((x for x in head.children if x.dep_ == "conj"), None)
    return other is not None and other.pos_ not in {"VERB", "AUX"} and level < 3
