"""What a token's place in the dependency tree says: who does it, when, and whether it is denied.

The labels are those of spaCy's English models (ClearNLP style). Contractions are read by their
norm, since a curly apostrophe leaves them without a lemma.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.knowledge import load

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
FUTURE = frozenset({"will", "shall"})
IRREALIS = FUTURE | {"would", "'d", "’d", "could", "may", "might", "can", "should", "must"}
WH_WORDS = frozenset({"who", "whom", "whose", "what", "which", "when", "where", "why", "how"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NEGATORS = frozenset({"no", "neither", "nor", "nobody", "none", "nothing", "never", "not"})
_CARRIERS = frozenset({"xcomp", "acomp", "conj", "aux", "auxpass", "advcl", "pcomp", "ccomp"})
_ASKING_OF = frozenset({"about", "as", "for", "into", "of", "on", "over", "to", "regarding"})
_RELATIVES = frozenset({"who", "whom", "whose", "which"})
_CONTRACTED = {"’s": "be", "'s": "be", "’re": "be", "’m": "be", "’ve": "have"}


def lemma(token: Token) -> str:
    """The lemma of a token in lower case; that of an auxiliary by its norm."""
    if token.tag_ == "MD":
        return token.norm_
    if token.tag_ in {"VBZ", "VBP"} and token.lower_ in _CONTRACTED:
        return _CONTRACTED[token.lower_]
    word = token.lemma_.lower()
    return _corrections().get(word, word)


@cache
def _corrections() -> Mapping[str, str]:
    """What the lemmatizer gives -> what the lists of words have."""
    return load("en/lemmas")


def children(token: Token, *labels: str) -> Iterator[Token]:
    """The children of a token that bear one of the labels, in text order."""
    return (child for child in token.children if child.dep_ in labels)


def child(token: Token, *labels: str) -> Token | None:
    """The first child that bears one of the labels, the labels tried in turn."""
    for label in labels:
        for found in token.children:
            if found.dep_ == label:
                return found
    return None


def preposition(token: Token, *words: str) -> Token | None:
    """The prepositional child with one of these words: "about" in "unclear about it"."""
    return next(
        (c for c in token.children if c.dep_ in {"prep", "agent"} and c.lower_ in words), None
    )


def linked(token: Token, *words: str) -> Token | None:
    """The preposition of a predicate, whether the parser hangs it on it or on its copula."""
    found = preposition(token, *words)
    if found is None and token.dep_ in {"acomp", "attr", "oprd"}:
        found = preposition(token.head, *words)
    return found if found is None or found.i > token.i else None


def completion(token: Token) -> Token | None:
    """The clause that completes a predicate: "hard *to see*", whether it hangs on it or not."""
    found = child(token, "xcomp", "ccomp", "advcl")
    if found is None and token.dep_ in {"acomp", "attr", "oprd"}:
        found = child(token.head, "xcomp", "ccomp", "advcl")
    return found if found is None or found.i > token.i else None


def governed(prep: Token | None) -> Token | None:
    """The noun or clause that a preposition governs."""
    return None if prep is None else child(prep, "pobj", "pcomp")


def subject(verb: Token) -> Token | None:
    """Who does it, looked for at the verb and then at the verbs that govern it.

    "Ruiz has yet to decide": the subject of `decide` is "Ruiz".
    """
    seen = verb
    for _ in range(4):
        found = child(seen, *SUBJECTS)
        if found is None:
            helper = child(seen, "auxpass", "aux")
            found = child(helper, *SUBJECTS) if helper is not None else None
        if found is not None:
            return found
        if seen.dep_ in {"relcl", "acl"}:
            return seen.head
        if seen.dep_ not in _CARRIERS or (seen.dep_ == "ccomp" and seen.tag_ in FINITE_TAGS):
            return None
        seen = seen.head
        if seen.dep_ == "prep":
            seen = seen.head
    return None


def is_negated(verb: Token) -> bool:
    """Whether the verb itself, its subject or its object is denied: not, never, no one, no plan."""
    for c in verb.children:
        if c.dep_ == "neg" or (c.norm_ in _NEGATORS and not _is_answer(c)):
            return True
        if c.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and any(
            d.lower_ in {"no", "neither"} for d in c.children if d.dep_ in {"det", "preconj"}
        ):
            return True
    return False


def _is_answer(token: Token) -> bool:
    """ "answered no", "said no to the offer": the word is what is said, and denies no verb."""
    return token.norm_ == "no" and token.dep_ in {"dobj", "intj", "oprd", "attr", "ccomp"}


def is_refused(verb: Token) -> bool:
    """Whether somebody refuses to do it: "refuses to disavow the pact"."""
    return verb.dep_ == "xcomp" and lemma(verb.head) in cues("unknown", "refusals")


def is_conceded(verb: Token) -> bool:
    """ "The critics may blame trade, but the cause lies elsewhere": granted, not left open."""
    if modal(verb) != "may":
        return False
    before = verb.dep_ == "advcl" and verb.i < verb.head.i
    if before and any(c.lower_ in {"although", "though", "while"} for c in children(verb, "mark")):
        return True
    if not any(c.lower_ == "but" for c in children(verb, "cc")):
        return False
    second = child(verb, "conj")
    return second is not None and child(second, *SUBJECTS) is not None and not modal(second)


def auxiliaries(verb: Token) -> list[str]:
    """The auxiliaries of a verb by their norm, in text order."""
    return [c.norm_ for c in verb.children if c.dep_ in {"aux", "auxpass"}]


def modal(verb: Token) -> str:
    """The modal auxiliary of a verb by its norm, or nothing."""
    return next((c.norm_ for c in children(verb, "aux") if c.tag_ == "MD"), "")


def is_past_perfect(verb: Token) -> bool:
    """Whether it was over before something else was: "had agreed", "had been trying"."""
    return verb.tag_ in {"VBN", "VBG"} and any(
        c.lower_ in {"had", "'d", "’d"} and c.tag_ == "VBD" for c in children(verb, "aux")
    )


def is_counterfactual(verb: Token) -> bool:
    """Whether it is settled that it did not happen: "would have agreed"."""
    return modal(verb) in {"would", "could", "should", "'d", "’d"} and "have" in auxiliaries(verb)


def is_finished(verb: Token) -> bool:
    """Whether the verb tells of something over: simple past or past perfect, not progressive."""
    if verb.tag_ == "VBD" or is_past_perfect(verb):
        return True
    words = auxiliaries(verb)
    if verb.tag_ == "VBN":
        return bool({"was", "were"} & set(words))
    return "did" in words


def is_over(verb: Token) -> bool:
    """Whether a state is past; "was" after "she said" may still be so."""
    reported = verb.dep_ == "ccomp" and is_finished(verb.head)
    return is_finished(verb) and not (reported and lemma(verb) in {"be", "remain", "face", "have"})


def clause_of(token: Token) -> Token:
    """The verb of the finite clause that a token stands in."""
    seen = token
    for _ in range(12):
        if seen.pos_ in {"VERB", "AUX"} and (
            seen.tag_ in FINITE_TAGS
            or any(c.tag_ in FINITE_TAGS for c in children(seen, "aux", "auxpass"))
        ):
            return seen
        if seen.head == seen:
            return seen
        seen = seen.head
    return seen


def asked_clause(token: Token) -> Token | None:
    """The indirect question that depends on a token: "unclear *whether she knew*"."""
    for clause in token.children:
        if clause.dep_ in {"ccomp", "csubj", "csubjpass", "advcl", "xcomp", "acl"}:
            if opens_question(clause):
                return clause
            if clause.dep_ == "acl" and clause.tag_ == "VBG":
                inner = child(clause, "ccomp")
                if inner is not None and opens_question(inner):
                    return inner
        elif clause.dep_ == "dobj" or (clause.dep_ == "prep" and clause.lower_ in _ASKING_OF):
            inner = _below(clause)
            if inner is not None and opens_question(inner):
                return inner
    return None


def _below(token: Token) -> Token | None:
    """The clause under a preposition or object: "on *whether*", "as to *why*"."""
    inner = child(token, "pcomp", "acl", "ccomp", "relcl")
    if inner is not None and inner.dep_ == "relcl" and inner.left_edge.lower_ in _RELATIVES:
        # "tells the members who oppose it"
        return None
    if inner is None and token.dep_ == "prep":
        second = child(token, "prep")
        inner = child(second, "pcomp", "ccomp") if second is not None else None
    return inner


def opens_question(clause: Token) -> bool:
    """Whether a clause is an indirect question: it begins with whether, if or a wh-word."""
    first = clause.left_edge
    if first.lower_ in {"of", "about", "on", "to", "as"} and first.i < clause.i:
        first = first.nbor()
    if first.lower_ in WH_WORDS:
        return clause.pos_ in {"VERB", "AUX"} and clause.dep_ != "advcl"
    if first.lower_ == "if":
        return clause.dep_ in {"ccomp", "pcomp"}
    return any(c.lower_ == "whether" for c in clause.children)


def is_named(token: Token) -> bool:
    """Whether a noun bears a name: "Norland", "the mayor, Ana Ruiz", "Ruiz aides"."""
    return bool(token.ent_type_) or any(
        c.ent_type_ for c in children(token, "appos", "compound", "amod", "poss", "nmod")
    )


def edges(token: Token) -> Iterable[Token]:
    """The tokens of a subtree as one stretch of text, without gaps."""
    return token.doc[token.left_edge.i : token.right_edge.i + 1]


def ordered(*tokens: Token | None) -> tuple[Token, ...]:
    """The tokens that are there, once each, in text order."""
    return tuple(sorted({t for t in tokens if t is not None}, key=lambda t: t.i))
