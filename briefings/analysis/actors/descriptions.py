"""The phrases beside a name that describe its bearer, by the dependency parse.

Appositions ("Ann Lee, [a lawyer for Acme]", "[the coach], Ann Lee"), predicates ("Ann Lee is [the
harbour master]") and nouns right before the name ("[the young lawyer] Ann Lee").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.names import Name
from briefings.briefing import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

OUTSIDE = frozenset(("relcl", "advcl", "punct", "acl", "appos", "parataxis"))
CLAUSES = OUTSIDE | {"cc", "conj"}
OPENERS = frozenset(("the", "his", "her", "their", "its", "a", "an"))
PLACES = frozenset((ActorType.STATE, ActorType.PLACE))
CALLING = frozenset(("call", "name", "dub", "know"))
COPULAS = frozenset(("be", "become", "remain"))
Phrase = tuple[int, int, int]


def is_person_noun(token: Token) -> bool:
    """Whether a noun says what one person is: "lawyer", "son-in-law"."""
    return token.lower_.replace("’", "'") in lexicon.titles("persons") and token.tag_ != "NNS"


def find_descriptions(discourse: Discourse, name: Name) -> Iterator[Phrase]:
    """The describing phrases: first token, token after the last, head."""
    head = discourse.agency.head(name.start, name.end)
    for child in head.children:
        if child.dep_ == "appos" and is_person_noun(child):
            yield _phrase(child, name)
            yield from _joined(child, name)
    is_second = head.dep_ == "appos" and is_person_noun(head.head)
    if is_second and not discourse.is_named(head.head.i):
        yield _phrase(head.head, name)
    called = _called(head)
    if called is not None and is_person_noun(called):
        yield _phrase(called, name)
    if head.dep_ == "nsubj" and head.head.lemma_ in COPULAS:
        yield from _predicates(head, name)


def _called(head: Token) -> Token | None:
    """ "[a charity] called Oxenby": the noun that is given a name."""
    verb = head.head
    is_called = head.dep_ == "oprd" and verb.dep_ == "acl" and verb.lemma_ in CALLING
    return verb.head if is_called else None


def _predicates(subject: Token, name: Name) -> Iterator[Phrase]:
    if any(child.dep_ == "neg" for child in subject.head.children):
        return
    for child in subject.head.children:
        if child.dep_ == "attr" and child.i > subject.i and is_person_noun(child):
            yield _phrase(child, name)
            yield from _joined(child, name)


def _joined(noun: Token, name: Name) -> Iterator[Phrase]:
    """ "a lawyer and [the head of Acme]": what else one person is."""
    for child in noun.children:
        if child.dep_ == "conj" and is_person_noun(child):
            yield _phrase(child, name)


def is_body_noun(token: Token) -> bool:
    """Whether a noun says what one body is: "shipping company", "charity"."""
    kind = lexicon.body_kinds().get(token.lower_)
    return kind is not None and kind not in PLACES and token.tag_ != "NNS"


def find_body_descriptions(discourse: Discourse, name: Name) -> Iterator[Phrase]:
    """ "Oxenby, [a charity in Norr]": what a body's name is put beside."""
    head = discourse.agency.head(name.start, name.end)
    for child in head.children:
        if child.dep_ == "appos" and is_body_noun(child):
            yield _phrase(child, name)
    noun = head.head if head.dep_ == "appos" else _called(head)
    if noun is not None and noun.i < name.start and is_body_noun(noun):
        yield _phrase(noun, name)


def find_noun_before(
    discourse: Discourse, name: Name, is_noun: Callable[[Token], bool]
) -> tuple[int, int] | None:
    """ "[the young lawyer] Ann Lee", "[his father] Ann Lee": no comma, and an article."""
    context = discourse.context
    noun = name.start - 1
    if context.lower(noun) == "the":
        noun -= 1
    if not context.same_line(noun, name.start) or context.capital(noun):
        return None
    if not is_noun(context.tokens[noun]):
        return None
    is_apart = discourse.agency.head(name.start, name.end).dep_ == "appos"
    if is_apart and is_noun is is_person_noun:
        return None
    start = noun
    while start and context.same_line(start - 1, noun):
        token = context.tokens[start - 1]
        if discourse.is_named(start - 1):
            has_article = _opens_before_name(discourse, start)
            return (start, noun + 1) if has_article else None
        if token.pos_ not in {"ADJ", "NOUN"} and token.text != "-":
            break
        start -= 1
    return (start - 1, noun + 1) if context.lower(start - 1) in OPENERS else None


def _opens_before_name(discourse: Discourse, start: int) -> bool:
    """ "[the Oxenby] parish magazine Dawn": an article, and the name of whose it is."""
    i = start - 1
    while i and discourse.is_named(i) and discourse.context.same_line(i - 1, i):
        i -= 1
    return discourse.context.lower(i) in OPENERS


def _phrase(noun: Token, name: Name) -> Phrase:
    """The words of a noun with what belongs to it, but no clause, and not the name itself."""
    start, end = noun.i, noun.i + 1
    for child in noun.children:
        if child.dep_ in CLAUSES or (child.dep_ == "prep" and child.lower_ in {"after", "before"}):
            continue
        left, right = _edges(child)
        if child.i < noun.i:
            start = min(start, left)
        elif left == end or (left == end + 1 and noun.doc[end].text == "-"):
            end = max(end, right)
    if start <= noun.i < name.start < end:
        end = name.start
    return start, end, noun.i


def _edges(token: Token) -> tuple[int, int]:
    """The edges of what hangs on a word, without clauses."""
    left, right = token.i, token.i + 1
    stack = [token]
    while stack:
        word = stack.pop()
        left, right = min(left, word.i), max(right, word.i + 1)
        stack.extend(c for c in word.children if c.dep_ not in OUTSIDE)
    return left, right
