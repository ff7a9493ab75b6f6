"""Words in a dependency parse: lemmas, dependents, and how far a phrase reaches.

Stretches of the text are ranges of token indices here, `(first, behind the last)`; they become
spans of characters only in the positions. The labels are those of spaCy's English models (the
CLEAR style): `nsubj`, `ccomp`, `xcomp`, `dobj` and so on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.positions.lexicon import line_set, word_set
from briefings.knowledge import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
VERBAL = frozenset({"VERB", "AUX"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_LOOSE_ENDS = frozenset(".,;:-–—") | {"--", "---", "..."}
_COMMAS = frozenset({",", "–", "—", "--", ";", ":"})


def lemma(token: Token) -> str:
    """The lemma in lower case, mended where the lemmatizer is known to slip."""
    found = token.lemma_.lower()
    known: dict[str, str] = load("en/lemmas")
    return known.get(found, found)


def is_verb(token: Token) -> bool:
    """Whether it heads a clause: a verb or copula, not an auxiliary."""
    return token.pos_ in VERBAL and token.dep_ not in _AUXILIARIES


def child(token: Token, *labels: str) -> Token | None:
    """Its first dependent with one of these labels."""
    for dependent in token.children:
        if dependent.dep_ in labels:
            return dependent
    return None


def possessor(noun: Token) -> Token | None:
    """Whose a noun is: "Okafor" in "Okafor's plan"."""
    for dependent in noun.lefts:
        if dependent.dep_ == "poss":
            return dependent
        if dependent.dep_ == "nmod" and child(dependent, "case") is not None:
            return dependent
    return None


def verb_key(verb: Token) -> str:
    """Lemma and particle: "ruled it out" is `rule out`."""
    particle = child(verb, "prt")
    return f"{lemma(verb)} {particle.lower_}" if particle is not None else lemma(verb)


def is_negated(token: Token) -> bool:
    """Whether a negation hangs on it ("did not say", "never agreed")."""
    for below in token.children:
        if below.lower_ in {"never", "no"}:
            return True
        if below.dep_ == "neg" and below.i + 1 < len(below.doc):
            # "not only here to work" is here to work.
            return below.nbor(1).lower_ not in {"only", "just", "merely", "simply"}
    return False


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive, auxiliary or not ("was hailed", "signed by")."""
    for dependent in verb.children:
        if dependent.dep_ in {"auxpass", "nsubjpass", "csubjpass"}:
            return True
    if (
        verb.dep_ == "advcl"
        and verb.tag_ in {"VBN", "VBD"}
        and child(verb, "nsubj", "dobj") is None
    ):
        # "when asked about it": who is asked, not who asks
        return any(d.lower_ in {"when", "if", "once", "while", "though"} for d in verb.lefts)
    if verb.tag_ != "VBN" or any(d.dep_ == "aux" for d in verb.lefts):
        return False
    if is_misread_main_verb(verb):
        return False
    return verb.dep_ in {"acl", "advcl", "pcomp"} or (
        verb.dep_ == "conj" and verb.head.tag_ == "VBN" and is_passive(verb.head)
    )


def is_misread_main_verb(verb: Token) -> bool:
    """The cabinet approved on Tuesday a plan: the parser takes the sentence for a noun phrase."""
    is_participle = verb.tag_ == "VBN" and verb.dep_ == "acl"
    return is_participle and verb.head.dep_ == "ROOT" and child(verb, "dobj") is not None


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb itself; of two before it, the nearer."""
    found: Token | None = None
    for dependent in verb.children:
        if dependent.dep_ not in SUBJECTS:
            continue
        if found is None or (dependent.i < verb.i and not _is_behind_preposition(dependent)):
            found = dependent
    return found


def _is_behind_preposition(noun: Token) -> bool:
    """A system for refugees was rejected: the parser may take the refugees for a subject."""
    return noun.left_edge.i > 0 and noun.left_edge.nbor(-1).pos_ == "ADP"


def subtree(token: Token) -> Range:
    """From the first to the last token below it, itself included."""
    return token.left_edge.i, token.right_edge.i + 1


def trimmed(doc: Doc, span: Range) -> Range | None:
    """The range without commas, colons and blanks at its ends, nor a full stop; None if empty."""
    start, end = span
    while start < end and (doc[start].is_space or doc[start].text in _LOOSE_ENDS):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in _LOOSE_ENDS):
        end -= 1
    return (start, end) if start < end else None


def without(span: Range, hole: Range) -> list[Range]:
    """What is left of a range when another is cut out of it."""
    pieces = [(span[0], min(span[1], hole[0])), (max(span[0], hole[1]), span[1])]
    return [piece for piece in pieces if piece[0] < piece[1]]


def overlaps(a: Range, b: Range) -> bool:
    """Whether two ranges share a token."""
    return a[0] < b[1] and b[0] < a[1]


def after_comma(token: Token) -> bool:
    """Whether the phrase of this token begins behind a comma or dash."""
    start = token.left_edge.i
    return start > 0 and token.doc[start - 1].text in _COMMAS


def can_speak(noun: Token) -> bool:
    """Whether a noun may stand for somebody: "urged voters" against "took the chance"."""
    if noun.pos_ in {"PROPN", "PRON"} or noun.ent_type_:
        return True
    return is_human(noun)


def is_human(noun: Token) -> bool:
    """Whether a common noun is one for people, bodies or what they publish."""
    name = lemma(noun)
    return (
        name in word_set("en/cues", "speakers")
        or name in line_set("en/titles", "persons")
        or noun.lower_ in line_set("en/nouns", "groups", "people")
    )


def counted(noun: Token) -> Token:
    """Thousands of farmers: the farmers, who are counted by it."""
    if noun.lower_ not in line_set("en/nouns", "groups", "counters"):
        return noun
    for below in noun.rights:
        if below.dep_ == "prep" and below.lower_ == "of":
            return child(below, "pobj") or noun
    return noun
