"""Tokens of the text -> words of a question that can be read without the text.

Pronouns give way to names, pointing words to articles, quotation marks and brackets go. If a
pronoun cannot be resolved there is no wording, since a question about "them" helps nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefings.analysis.questions.naming import Names

if TYPE_CHECKING:
    from spacy.tokens import Token

_BOUND = frozenset({"their", "its", "his", "themselves", "itself", "himself", "herself"})
_POINTING = frozenset({"this", "that", "these", "those", "such"})
_DROPPED = frozenset({"PUNCT", "SPACE"})
_INDEFINITE = {"no": "any", "nobody": "anybody", "nothing": "anything", "none": "any"}
_PLACEHOLDERS = frozenset({"it", "one", "ones", "some", "something", "someone", "mine", "so"})


def worded(tokens: Sequence[Token], names: Names) -> str | None:
    """The words of `tokens`, or None if they hold a pronoun that nobody can resolve."""
    parts: list[str] = []
    named: set[str] = set()
    previous: Token | None = None
    for token in tokens:
        if token.pos_ in _DROPPED and not _joins(token, tokens):
            continue
        word = _word(token, names, named, bool(parts))
        if word is None:
            return None
        if not word:
            continue
        close = previous is not None and previous.i == token.i - 1 and not previous.whitespace_
        if parts and not close:
            parts.append(" ")
        parts.append(word)
        previous = token
    return "".join(parts).replace(" ,", ",").strip(" ,-–—") or None


def _joins(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a punctuation mark stays: a hyphen inside a word, a comma inside a list."""
    if token.i in (0, len(token.doc) - 1) or token.is_space:
        return False
    kept = {t.i for t in tokens}
    if not {token.i - 1, token.i + 1} <= kept:
        return False
    if token.text in {"-", "–", "/", "'", "’"}:
        return not token.whitespace_ and not token.nbor(-1).whitespace_
    return token.text == "," and any(c.dep_ == "conj" for c in token.head.children)


def _word(token: Token, names: Names, named: set[str], inside: bool) -> str | None:
    """One word; empty if it is left out, None if it would not be understood."""
    lower = token.lower_
    if token.tag_ in {"PRP", "PRP$"} or (lower in _PLACEHOLDERS and token.pos_ == "PRON"):
        return _pronoun(token, names, named, inside)
    if lower in _POINTING and token.pos_ in {"DET", "PRON", "ADJ"}:
        if token.dep_ == "det" or lower == "such":
            return (
                token.text if token.head.ent_type_ == "DATE" else "" if lower == "such" else "the"
            )
        if token.dep_ != "mark":
            return None
    actor = names.actor_at(token)
    if actor is not None:
        named.add(actor.id)
    if lower in _INDEFINITE and token.dep_ in {"det", "nsubj", "nsubjpass", "dobj"}:
        return _INDEFINITE[lower]
    return uncapitalised(token)


def _pronoun(token: Token, names: Names, named: set[str], inside: bool) -> str | None:
    lower = token.lower_
    actor = names.meant_by(token)
    if actor is None:
        return token.text if lower in _BOUND and inside else None
    if actor.id in named:
        return None if lower in {"i", "my", "me", "we", "our", "us"} else token.text
    named.add(actor.id)
    name = names.short(actor)
    if token.tag_ != "PRP$":
        return name
    return name + names.apostrophe + ("" if name.endswith("s") else "s")


def uncapitalised(token: Token) -> str:
    """The token's text, without the capital that it owes to the start of its sentence."""
    first = token.i == token.sent.start or token.nbor(-1).is_quote
    common = token.pos_ not in {"PROPN"} and not token.ent_type_ and token.text != "I"
    if first and common and token.text[:1].isupper() and token.text[1:].islower():
        return token.text[:1].lower() + token.text[1:]
    return token.text
