"""Noun phrases that may be unnamed groups: "some Ostrian officials", "the coalition".

A phrase is taken from its head noun to the left. Its form, the words but for articles, numbers
and the like, tells whether two phrases are about the same group.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.context import POSSESSIVES
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.lexicon import Known
from briefings.analysis.actors.names import Label, is_origin
from briefings.briefing import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST_WORDS = 7
DEFINITE = frozenset(("the", "these", "those", "this", "that"))
INDEFINITE = frozenset(("a", "an", "any", "no", "every", "each", "another"))
ELSEWHERE = frozenset(("nsubj", "dobj", "pobj", "attr", "npadvmod"))


@dataclass(slots=True)
class Phrase:
    """A noun phrase for a group.

    Attributes:
        start: Its first token.
        end: The token after the last.
        head: Its noun.
        form: The words that tell which group it is.
        is_definite: Whether it has "the", "these" or the like.
        has_origin: Whether a word tells where the group is from, be it a state or not.
        owner: The state or land that it belongs to.
    """

    start: int
    end: int
    head: int
    form: str
    is_definite: bool
    has_origin: bool
    owner: Known | None

    @property
    def is_bare(self) -> bool:
        """Whether no word says which group it is."""
        return " " not in self.form


def group_phrase(discourse: Discourse, token: Token) -> Phrase | None:
    """The phrase around a token, if it is a noun for a group that is nobody's mention yet."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ == "compound":
        return None
    lower = token.lower_
    is_people = token.text in lexicon.peoples()
    is_plural = is_people or (
        lower in lexicon.nouns("groups", "people") or lower in lexicon.nouns("groups", "forces")
    )
    if not is_plural and lower not in lexicon.nouns("groups", "collectives"):
        return None
    if is_people and token.tag_ not in {"NNS", "NNPS"}:
        return None
    if discourse.context.headline[token.i] or discourse.owner(token.i) is not None:
        return None
    if _stands_beside_name(discourse, token):
        return None
    if _sums_up(discourse, token) or _belongs_to_name(discourse, token):
        return None
    return _phrase(discourse, token, is_plural=is_plural)


def _phrase(discourse: Discourse, noun: Token, *, is_plural: bool) -> Phrase | None:
    context = discourse.context
    start = start_of(discourse, noun)
    if any(left.dep_ in {"amod", "compound", "nmod"} and left.i < start for left in noun.lefts):
        return None  # "the Reform (Norr) party": more words than can be told apart
    opener = context.lower(start)
    determiners = lexicon.grammar("determiners")
    before = [context.lower(i) for i in range(start, noun.i)]
    words = [
        word
        for word in before
        if word not in determiners and not word.isdigit() and word not in POSSESSIVES
    ]
    if not is_plural:
        stands_alone = not words and opener not in determiners
        if opener in INDEFINITE or (
            stands_alone and noun.lower_ not in lexicon.grammar("articleless")
        ):
            return None
    owner = lexicon.peoples().get(noun.text) or origin_of(discourse, start, noun.i)
    return Phrase(
        start=start,
        end=noun.i + 1,
        head=noun.i,
        form=" ".join([*words, noun.lower_]),
        is_definite=opener in DEFINITE,
        has_origin=owner is not None
        or any(is_origin(context.tokens[i].text) for i in range(start, noun.i)),
        owner=owner,
    )


def _sums_up(discourse: Discourse, noun: Token) -> bool:
    """ "The two leaders": people whom the text has named."""
    has_number = noun.i > 1 and discourse.context.tokens[noun.i - 1].like_num
    return has_number and discourse.context.lower(noun.i - 2) == "the"


def _stands_beside_name(discourse: Discourse, noun: Token) -> bool:
    """ "the space agency NASA", "a charity, Oxenby": described, and named at once."""
    if discourse.is_named(noun.i + 1) and discourse.context.same_line(noun.i, noun.i + 1):
        return True
    return any(c.dep_ == "appos" and discourse.is_named(c.i) for c in noun.children)


def _belongs_to_name(discourse: Discourse, noun: Token) -> bool:
    """ "the M5S party" is M5S."""
    before = discourse.owner(noun.i - 1)
    is_body = before is not None and before.label is Label.ORGANIZATION
    return is_body and noun.lower_ in lexicon.body_kinds()


def start_of(discourse: Discourse, noun: Token) -> int:
    """Where the words before a noun that belong to it begin: "[some European] leaders"."""
    context = discourse.context
    start = noun.i
    while start and noun.i - start < MOST_WORDS and context.same_line(start - 1, noun.i):
        token = context.tokens[start - 1]
        if token.tag_ in {"WDT", "WP", "IN"}:
            break  # "information that officials gave"
        if token.pos_ == "DET" or token.lower_ in lexicon.grammar("determiners"):
            start -= 1
            break
        if context.is_possessive(token.i):
            return _possessor_start(discourse, token.i)
        is_mark = token.text == "-"
        if token.pos_ not in {"ADJ", "NOUN", "PROPN", "NUM"} and not is_mark:
            break
        if token.dep_ in ELSEWHERE and token.head.i != noun.i:
            break
        start -= 1
    while start < noun.i and (context.is_possessive(start) or context.tokens[start].is_punct):
        start += 1
    return start


def _possessor_start(discourse: Discourse, possessive: int) -> int:
    """ "[Moss]'s party": where the name of the owner begins."""
    start = possessive
    while start and discourse.owner(start - 1) is not None and discourse.is_named(start - 1):
        start -= 1
    return start if start < possessive else possessive + 1


def origin_of(discourse: Discourse, start: int, head: int) -> Known | None:
    """The state that an adjective or name within a phrase gives: "[Ostrian] officials"."""
    context = discourse.context
    for i in range(start, head):
        if not context.capital(i):
            continue
        for end in (i + 2, i + 1):
            parts = lexicon.pieces(context.words(i, min(end, head)))
            known = lexicon.adjectives().get(parts) or lexicon.gazetteer().get(parts)
            if known is not None and known.type in {ActorType.STATE, ActorType.PLACE}:
                return known
    return None
