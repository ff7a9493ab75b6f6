"""A phrase of the text -> the tokens of it that a short question keeps.

Relative clauses, asides and adverbial clauses always go; the higher the level, the more of the
rest goes too, so that the first level that is short enough can be taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.grammar import WH_WORDS, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

LEVELS = range(5)
_ALWAYS_CUT = frozenset({"relcl", "appos", "parataxis", "advcl", "meta", "intj", "preconj"})
_NEEDED = frozenset({"dobj", "attr", "acomp", "oprd", "xcomp", "ccomp"})
_SKIPPED = frozenset({"nsubj", "nsubjpass", "csubj", "aux", "auxpass", "neg", "cc", "conj", "expl"})
_MARKS = frozenset({"-", "–", "/", "$", "£", "€", "'", "’"})


def kept(token: Token, level: int) -> list[Token]:
    """The tokens of a subtree that a question keeps at a level, in text order."""
    tokens = [token]
    for c in token.children:
        if _stays(c, token, level) and not _is_dateline(c, token):
            part = kept(c, level)
            if len(part) > 1 or c.dep_ not in {"prep", "agent"}:
                tokens += part
    tokens += _rest_of_word(token)
    return sorted(set(tokens), key=lambda t: t.i)


def kept_around(verb: Token, level: int) -> tuple[list[Token], list[Token]] | None:
    """What a clause keeps besides its subject and verbs: adverbs before the verb, and the rest.

    None if the verb would be left without what completes it: "result in" is no question.
    """
    before: list[Token] = []
    after: list[Token] = []
    has_object = any(c.dep_ in _NEEDED for c in verb.children)
    prepositions = 0
    subject_end = _subject_end(verb)
    for c in verb.children:
        if c.dep_ in _SKIPPED or (c.dep_ == "advmod" and c.lower_ in WH_WORDS):
            continue
        if c.i < verb.i:
            if c.dep_ == "advmod" and c.i > subject_end and _stays(c, verb, level):
                before += kept(c, level)
            continue
        if c.dep_ in {"prep", "agent"}:
            prepositions += 1
            if _loses_its_sense(c, level):
                if not has_object and prepositions == 1:
                    return None
                continue
            if level >= 3 and (has_object or prepositions > 1):
                continue
        elif c.dep_ in {"npadvmod", "advmod"} and level >= 2:
            continue
        elif c.dep_ == "dobj" and c.left_edge.nbor(-1).text == "," and _has_object_before(verb, c):
            # "in the north, the home of fishers", which the parser takes for a second object
            continue
        if _stays(c, verb, level):
            after += kept(c, level)
    if not after:
        after = _shared_object(verb, level)
    return sorted(before, key=lambda t: t.i), sorted(after, key=lambda t: t.i)


def _has_object_before(verb: Token, token: Token) -> bool:
    return any(c.dep_ == "dobj" and c.i < token.i for c in verb.children)


def _shared_object(verb: Token, level: int) -> list[Token]:
    """ "and repeal the law" in "amend and repeal the law": the object belongs to both verbs."""
    second = next((c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"), None)
    if second is None or second.tag_ != verb.tag_ or second.i - verb.i > 3:
        return []
    links = [c for c in verb.children if c.dep_ == "cc"]
    rest = kept_around(second, level)
    return [*links, second, *rest[1]] if rest is not None and rest[1] else []


def _loses_its_sense(prep: Token, level: int) -> bool:
    """Whether trimming leaves nothing: "in the manner (in which they spoke)"."""
    cut = {"relcl", "acl"} if level else {"relcl"}
    return _is_vague(prep) or any(
        c.dep_ in cut and c.tag_ != "VB" for noun in prep.children for c in noun.children
    )


def _is_vague(prep: Token) -> bool:
    """Whether a phrase names nothing: "with both", "of some"."""
    return any(noun.lower_ in {"both", "one", "some", "those", "many"} for noun in prep.children)


def _rest_of_word(token: Token) -> list[Token]:
    """The second half of a hyphenated word that the parser has torn apart."""
    if token.pos_ not in {"NOUN", "ADJ"} or token.whitespace_ or token.i + 2 >= len(token.doc):
        return []
    hyphen = token.nbor()
    if hyphen.text != "-" or hyphen.whitespace_ or hyphen.head == token.head:
        return []
    return [] if hyphen.nbor().is_ancestor(token) else [hyphen, hyphen.nbor()]


def _is_dateline(c: Token, head: Token) -> bool:
    """ "OSLO" in "OSLO - Minister Ruiz will …", which the parser takes for part of the name."""
    if c.i > head.i or not c.left_edge.is_sent_start:
        return False
    return any(t.text in {"-", "–", "—", "--"} and t.whitespace_ for t in c.doc[c.i : head.i])


def _subject_end(verb: Token) -> int:
    ends = [c.right_edge.i for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "csubj"}]
    return max(ends, default=verb.left_edge.i)


def _stays(c: Token, head: Token, level: int) -> bool:
    label = c.dep_
    if label == "mark":
        return head.dep_ in {"ccomp", "acl", "pcomp"} and c.i < head.i
    if label in {"relcl", "acl"}:
        if c.tag_ == "VB" and any(t.lower_ == "to" for t in c.children):
            return level < 3 or head.pos_ == "PRON"
        return label == "acl" and level == 0
    if label in _ALWAYS_CUT:
        return False
    if label == "punct":
        return c.text in _MARKS or (c.text == "," and any(x.dep_ == "conj" for x in head.children))
    if label == "dep":
        return not c.is_space and abs(c.i - head.i) == 1 and c.pos_ != "VERB"
    if label in {"conj", "cc"}:
        return _conjunct_stays(c, head, level)
    if label == "advmod":
        degree = c.lower_ == "too" and c.head.pos_ == "ADJ"
        degree = degree or (c.lower_ == "well" and c.i > head.i and head.pos_ == "VERB")
        return (degree or c.lower_ not in cues("phrasing", "asides")) and level < 3
    if (label == "amod" and c.i > head.i) or (label == "det" and c.lower_ == "yet"):
        return False
    if label == "prep" and head.pos_ in {"NOUN", "PROPN"}:
        if c.lower_ not in cues("phrasing", "prepositions") or (_is_vague(c)):
            return False
        if level == 4:
            return c.lower_ == "of" and lemma(head) in cues("phrasing", "light")
        return level < 2 or c.lower_ == "of" or (c.lower_ == "to" and level < 3)
    return True


def _conjunct_stays(c: Token, head: Token, level: int) -> bool:
    """Two nouns or adjectives stay together; second clauses go."""
    if head.pos_ in {"VERB", "AUX"}:
        return False
    if any(t.text in {"-", "–", "—", "--", ";"} for t in c.doc[head.i + 1 : c.i]):
        return False
    other = c if c.dep_ == "conj" else next((x for x in head.children if x.dep_ == "conj"), None)
    if c.dep_ == "cc" and other is not None and not _conjunct_stays(other, head, level):
        return False
    return other is not None and other.pos_ not in {"VERB", "AUX"} and level < 3
