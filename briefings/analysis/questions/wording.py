"""Tokens of the text -> words of a question that can be read without the text.

Pronouns give way to names, pointing words to articles, quotation marks and brackets go. If a
pronoun cannot be resolved there is no wording, since a question about "them" helps nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.grammar import lemma
from briefings.analysis.questions.naming import Names

if TYPE_CHECKING:
    from spacy.tokens import Token

_POSSESSIVE = frozenset({"his", "her", "its", "their", "my", "our", "your"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_NOMINATIVE = frozenset({"he", "she", "they"})
_SPEAKERS = {"i": "", "me": "", "my": "", "we": "they", "us": "them", "our": "their"}
_POINTING = frozenset({"this", "that", "these", "those"})
_INDEFINITE = {"no": "any", "nobody": "anybody", "nothing": "anything", "none": "any"}
_PLACEHOLDERS = frozenset(
    {"it", "one", "ones", "some", "something", "someone", "mine", "yours", "theirs", "so"}
)
_QUANTITIES = frozenset(
    {
        "one",
        "either",
        "neither",
        "more",
        "most",
        "others",
        "another",
        "all",
        "any",
        "each",
        "both",
        "many",
        "few",
        "several",
        "former",
        "latter",
        "first",
        "second",
        "last",
        "two",
        "three",
        "enough",
    }
)
_HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_CLITICS = {"s": "is", "ll": "will", "re": "are", "ve": "have", "d": "would", "m": "is"}


class Writer:
    """Writes the parts of one question, and remembers whom it has named.

    Args:
        names: By whom pronouns are replaced.
        is_thing: Whether a mere noun phrase is written; "its probe" then is "the probe".
        known: The id of an actor that the question names before these words.
    """

    def __init__(self, names: Names, *, is_thing: bool = False, known: str = "") -> None:
        self._names = names
        self._is_thing = is_thing
        self._named: set[str] = {known} if known else set()
        self._subjects: set[str] = set()
        self._has_begun = False

    def words(self, tokens: Sequence[Token]) -> str | None:
        """The words of `tokens`, or None if they hold a pronoun that nobody can resolve."""
        parts: list[str] = []
        previous: Token | None = None
        replaced = False
        kept = {t.i for t in tokens}
        for token in tokens:
            if not _is_written(token, kept):
                continue
            word = self._word(token)
            if word is None:
                return None
            if not word:
                continue
            if replaced and token.tag_ in {"VBZ", "VBP", "MD"} and token.text[0] in "'’":
                word, previous = _CLITICS.get(token.lower_[1:], word), None
            close = previous is not None and previous.i == token.i - 1 and not previous.whitespace_
            if parts and not close:
                parts.append(" ")
            parts.append(word)
            replaced = token.tag_ == "PRP" and word != token.text
            previous = token
            self._has_begun = True
        return "".join(parts).replace(" ,", ",").strip(" ,-–—") or None

    def _word(self, token: Token) -> str | None:
        """One word; empty if it is left out, None if it would not be understood."""
        lower = token.lower_
        if token.tag_ in {"PRP", "PRP$"} or (lower == "mine" and not list(token.children)):
            return self._pronoun(token)
        if lower in _PLACEHOLDERS and token.pos_ == "PRON":
            return None
        if lower in _POINTING and token.dep_ not in {"mark", "advmod"}:
            if token.dep_ == "det":
                timely = token.head.ent_type_ in {"DATE", "TIME"}
                return (
                    token.text
                    if timely or lemma(token.head) in cues("phrasing", "times")
                    else "the"
                )
            return None
        if lower == "such":
            return ""
        if lower == "same" and (token.dep_ in _HEADS or lemma(token.head) == "thing"):
            return None
        if lower in _QUANTITIES and token.dep_ in _HEADS and not _counts_something(token):
            return None
        actor = self._names.actor_at(token)
        if actor is not None:
            self._named.add(actor.id)
            if token.dep_ in _SUBJECTS:
                self._subjects.add(actor.id)
            if self._names.is_name(token):
                return token.text
        denied = token.head.dep_ != "pobj" if token.dep_ == "det" else token.dep_ in _SUBJECTS
        if lower in _INDEFINITE and denied:
            return _INDEFINITE[lower]
        return uncapitalised(token).strip("[](){}")

    def _pronoun(self, token: Token) -> str | None:
        lower = token.lower_
        if lower == "mine":
            return None
        actor = self._names.meant_by(token)
        if actor is None:
            return self._unresolved(lower)
        if actor.id in self._named:
            if lower in {"him", "them", "her"} and token.tag_ == "PRP":
                # of its own subject a clause would say "himself": the two are not the same
                return None if actor.id in self._subjects else token.text
            return token.text if lower not in _SPEAKERS else _SPEAKERS[lower] or None
        self._named.add(actor.id)
        if token.dep_ in _SUBJECTS:
            self._subjects.add(actor.id)
        name = self._names.short(actor)
        if lower in _REFLEXIVE:
            return token.text
        if lower not in _POSSESSIVE or token.tag_ != "PRP$":
            return name
        return name + self._names.apostrophe + ("" if name.endswith("s") else "s")

    def _unresolved(self, lower: str) -> str | None:
        """A pronoun of which only the clause can tell whom it means."""
        if self._is_thing and lower in _POSSESSIVE and not self._has_begun:
            return "the" if lower not in {"my", "your", "our"} else None
        bound = lower in _REFLEXIVE or lower in {"his", "its", "their"}
        if bound and self._has_begun:
            return lower
        if self._named and (lower in _NOMINATIVE or _SPEAKERS.get(lower)):
            return _SPEAKERS.get(lower) or lower
        return None


def _counts_something(token: Token) -> bool:
    """Whether a quantity says of what: "most of the boats"."""
    return any(c.dep_ in {"prep", "nummod"} for c in token.children)


def _is_written(token: Token, kept: set[int]) -> bool:
    """Whether a token is written: of the marks only hyphens in a word and commas in a list are."""
    if token.is_space:
        return False
    if token.dep_ == "case" or token.tag_ == "POS":
        return True
    if token.pos_ != "PUNCT":
        return True
    if not {token.i - 1, token.i + 1} <= kept:
        return False
    if token.text in {"-", "–", "/", "'", "’"}:
        return not token.whitespace_ and not token.nbor(-1).whitespace_
    return token.text == "," and any(c.dep_ == "conj" for c in token.head.children)


def uncapitalised(token: Token) -> str:
    """The token's text, without the capital that it owes to the start of its sentence."""
    text = token.text
    first = token.i == token.sent.start or token.nbor(-1).is_quote or token.nbor(-1).text in ": "
    common = token.pos_ != "PROPN" and not token.ent_type_ and text != "I"
    timely = token.ent_type_ in {"DATE", "TIME", "CARDINAL", "ORDINAL"} and token.tag_ != "NNP"
    if timely or token.pos_ in {"DET", "NUM"} or token.tag_ in {"IN", "TO", "CC"}:
        return text.lower() if first else text
    if first and common and text[:1].isupper() and (text[1:].islower() or len(text) == 1):
        return text[:1].lower() + text[1:]
    return text
