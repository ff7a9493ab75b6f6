"""Noun phrases that describe somebody: "an Ostrian judge", "the leader of the rebels".

A phrase is taken from its noun, which must be one for people or bodies: by the word lists, or, of
several people, by its ending ("dockers", "lobbyists", "fishermen").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.context import POSSESSIVES
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.lexicon import Known
from briefings.analysis.actors.phrases import origin_of
from briefings.briefing import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

DEFINITE = frozenset(("the", "this", "that", "these", "those"))
NOBODY = frozenset(("no", "neither", "any", "every", "each", "either", "what", "which", "few"))
OWNERS = frozenset(("his", "her", "its", "their", "my", "our", "your"))
ENDINGS = ("ers", "ors", "ists", "ians", "men", "women")
FREE_TAILS = frozenset(("of", "from", "to"))
NAMED_TAILS = frozenset(("in", "at", "on", "against", "with", "for"))
FACETS = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL"))
NO_BODIES = frozenset((ActorType.STATE, ActorType.PLACE))
BEFORE = frozenset(("det", "amod", "compound", "nmod", "nummod", "poss", "predet", "quantmod"))
INNER_MARKS = frozenset("-()")
LONGEST_START, LONGEST_TAIL = 8, 6


@dataclass(slots=True)
class Depiction:
    """A phrase that describes somebody.

    Attributes:
        start: Its first token.
        end: The token after its noun.
        head: Its noun, or the noun that counts it: "[hundreds] of farmers".
        noun: The lemma of its noun.
        form: The words that tell who it is, in small letters.
        name: The same as the text writes them.
        type: What kind of actor it describes.
        is_plural: Whether it stands for several.
        is_definite: Whether it has "the" or the like.
        is_owned: Whether a pronoun says whose it is: "his lawyer".
        origin: The state that a word in it gives.
        gender: What its noun tells.
    """

    start: int
    end: int
    head: int
    noun: str
    form: str
    name: str
    type: ActorType
    is_plural: bool
    is_definite: bool
    is_owned: bool
    origin: Known | None
    gender: str

    @property
    def is_known(self) -> bool:
        """Whether it may take up a description from before: "the judge", not "a judge"."""
        return self.is_definite or self.is_plural or " " in self.form


def depiction_of(discourse: Discourse, noun: Token) -> Depiction | None:
    """The phrase around a noun, if it describes somebody who is nobody's mention yet."""
    context = discourse.context
    if noun.dep_ in {"compound", "amod", "nmod"} or context.headline[noun.i]:
        return None
    kind = _type(noun)
    if kind is None or discourse.owner(noun.i) is not None or _has_name(discourse, noun):
        return None
    start = _start(noun)
    opener = context.lower(start)
    if opener in NOBODY or _sums_up(noun, start):
        return None
    is_plural = noun.tag_ in {"NNS", "NNPS"} or kind is ActorType.GROUP
    counter = _counter(noun)
    first = _first(discourse, start, noun)
    end = tail_end(noun)
    return Depiction(
        start=counter.left_edge.i if counter is not None else start,
        end=noun.i + 1,
        head=counter.i if counter is not None else noun.i,
        noun=noun.lemma_.lower(),
        form=" ".join(w for i in range(first, end) if (w := context.lower(i)) not in POSSESSIVES),
        name=context.words(first, end),
        type=kind,
        is_plural=is_plural,
        is_definite=opener in DEFINITE,
        is_owned=opener in OWNERS,
        origin=origin_of(discourse, start, noun.i),
        gender=next((g for g in ("male", "female") if noun.lower_ in lexicon.titles(g)), ""),
    )


def _type(noun: Token) -> ActorType | None:
    """What kind of actor a noun describes; None if none."""
    lower, lemma = noun.lower_, noun.lemma_.lower()
    is_plural = noun.tag_ in {"NNS", "NNPS"}
    # "women" are nobody, "Nepalese women" somebody.
    is_told = is_plural and any(left.dep_ in {"amod", "compound"} for left in noun.lefts)
    nobody = lexicon.nouns("groups", "nobody")
    if lower in nobody or (lemma in nobody and not is_told):
        return None
    if is_plural:
        return ActorType.GROUP if _is_many(lower, lemma) else None
    if lower in lexicon.nouns("groups", "stations"):
        return ActorType.MEDIA
    body = lexicon.body_kinds().get(lower)
    if body is not None and body not in NO_BODIES:
        return body
    if lower in lexicon.titles("persons"):
        return ActorType.PERSON
    listed = (lexicon.nouns("groups", kind) for kind in ("collectives", "forces", "people"))
    return ActorType.GROUP if any(lower in nouns for nouns in listed) else None


def _is_many(lower: str, lemma: str) -> bool:
    known = lexicon.nouns("groups", "people") | lexicon.nouns("groups", "forces")
    if lower in known or lemma in lexicon.titles("persons"):
        return True
    body = lexicon.body_kinds().get(lemma)
    if body is not None:
        return body not in NO_BODIES
    return lower.endswith(ENDINGS) and len(lower) > len("users") and lower.isalpha()


def _start(noun: Token) -> int:
    """Where the words before a noun that belong to it begin: "[some ruling-party] leaders"."""
    start = noun.i
    for left in reversed(list(noun.lefts)):
        is_inner_mark = left.dep_ == "punct" and left.text in INNER_MARKS
        if left.dep_ not in BEFORE and not is_inner_mark:
            break
        if noun.i - left.left_edge.i > LONGEST_START:
            break
        start = left.left_edge.i
    return start


def _has_name(discourse: Discourse, noun: Token) -> bool:
    """ "the coach Ann Lee", "a charity, Oxenby": who is described has a name."""
    if discourse.is_named(noun.i + 1) and discourse.context.same_line(noun.i, noun.i + 1):
        return True
    return any(c.dep_ == "appos" and discourse.is_named(c.i) for c in noun.children) or (
        noun.dep_ in {"appos", "attr"}
    )


def _sums_up(noun: Token, start: int) -> bool:
    """ "The two leaders", "both sides": people whom the text has named."""
    words = list(noun.doc[start : noun.i])
    if any(t.lower_ == "both" for t in words):
        return True
    return len(words) > 1 and words[0].lower_ in DEFINITE and words[1].like_num


def _counter(noun: Token) -> Token | None:
    """ "[Hundreds] of farmers": it is the farmers who act."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return None
    above = noun.head.head
    return above if above.lower_ in lexicon.nouns("groups", "counters") else None


def _first(discourse: Discourse, start: int, noun: Token) -> int:
    """Where the words begin that tell who it is: behind articles and numbers."""
    context = discourse.context
    while start < noun.i and (
        (
            context.lower(start) in lexicon.grammar("determiners")
            and context.lower(start) not in OWNERS
        )
        or context.tokens[start].like_num
        or context.tokens[start].is_punct
    ):
        start += 1
    return start


def tail_end(noun: Token) -> int:
    """The end of a phrase right behind a noun that says which one: "leader [of the rebels]"."""
    end = noun.i + 1
    for behind in noun.rights:
        if behind.i != end:
            break
        inner = behind
        if behind.dep_ == "acl" and behind.lower_ == "based":
            inner = next((c for c in behind.rights if c.dep_ == "prep"), behind)
        if inner.dep_ != "prep":
            break
        named = next((c for c in inner.rights if c.dep_ == "pobj"), None)
        if named is None or named.ent_type_ in FACETS or named.i - end > LONGEST_TAIL:
            break
        is_free = inner.lower_ in FREE_TAILS
        if not is_free and not (inner.lower_ in NAMED_TAILS and named.pos_ == "PROPN"):
            break
        end = named.i + 1
        inner = next((c for c in named.rights if c.dep_ == "prep" and c.i == end), named)
        deeper = next((c for c in inner.rights if c.dep_ == "pobj"), None)
        if inner.lower_ == "of" and deeper is not None and deeper.i - end <= LONGEST_TAIL:
            end = deeper.i + 1
    return end
