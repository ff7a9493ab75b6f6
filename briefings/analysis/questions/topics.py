"""The matter of a question -> its topic, a short noun phrase of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.grammar import WH_WORDS, child, children, governed, lemma
from briefings.analysis.questions.naming import Names
from briefings.analysis.questions.trimming import LEVELS, kept
from briefings.analysis.questions.wording import Writer

if TYPE_CHECKING:
    from spacy.tokens import Token

MAX_TOPIC = 48
"""The longest topic in characters; a phrase is cut at whole phrases."""
_NOUNS = frozenset({"NOUN", "PROPN"})
_LEADING = WH_WORDS | {"the", "a", "an", "any", "some", "many", "much", "not", "all"}
_CLAUSE_PARTS = ("dobj", "attr", "nsubjpass", "nsubj", "oprd")


def noun_of(matter: Token) -> Token | None:
    """The noun that a matter is about: itself, or its clause's object or else subject."""
    if _tells(matter):
        return matter
    for part in _CLAUSE_PARTS:
        for found in children(matter, part):
            if _tells(found):
                return found
    for prep in children(matter, "prep"):
        found_object = governed(prep)
        if found_object is None or found_object.ent_type_ in {"GPE", "LOC"}:
            continue
        if _tells(found_object):
            return found_object
    inner = child(matter, "xcomp", "ccomp", "pcomp", "acomp")
    return noun_of(inner) if inner is not None else None


def _tells(token: Token) -> bool:
    """Whether a noun tells what something is about; a date or "place" does not."""
    if token.pos_ not in _NOUNS or token.ent_type_ in {"DATE", "TIME", "PERCENT"}:
        return False
    return token.text[0].isalnum() and lemma(token) not in cues("phrasing", "light")


def noun_phrase(
    noun: Token,
    names: Names,
    longest: int = MAX_TOPIC,
    *,
    owned: bool = False,
    without: Token | None = None,
    known: str = "",
) -> str:
    """A noun with as much around it as fits into `longest` characters, or nothing.

    `owned` leaves out the mark of the possessive: "Oslo" for the owner in "Oslo's consent";
    `without` leaves out a word; `known` is the id of an actor that the question has named.
    """
    for level in LEVELS:
        tokens = [t for t in kept(noun, level) if t != without and t.dep_ != "mark"]
        if owned:
            tokens = [t for t in tokens if not (t.dep_ == "case" and t.head == noun)]
        text = Writer(names, is_thing=True, known=known).words(tokens)
        if text is None:
            return ""
        if text.endswith(("’s", "'s")) and not owned:
            # the parser has lost what is owned
            return ""
        if len(text) <= longest:
            return text
    return ""


def without_article(phrase: str) -> str:
    """A noun phrase as a topic: "a curfew" -> "curfew", "how many boats" -> "boats"."""
    first, _, rest = phrase.partition(" ")
    while rest and first.lower() in _LEADING:
        phrase = rest
        first, _, rest = phrase.partition(" ")
    return phrase
