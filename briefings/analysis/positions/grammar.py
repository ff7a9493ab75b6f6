"""Clauses in a dependency parse: whose verb it is, how far a phrase reaches.

Stretches of the text are ranges of token indices here, `(first, behind the last)`; they become
spans of characters only in the positions. The labels are those of spaCy's English models (the
CLEAR style): `nsubj`, `ccomp`, `xcomp`, `dobj` and so on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.analysis.positions.lexicon import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
VERBAL = frozenset({"VERB", "AUX"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_CUE_PARTS = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
_LOOSE_ENDS = frozenset(".,;:-–—") | {"--", "---", "..."}
_COMMAS = frozenset({",", "–", "—", "--", ";", ":"})
_LONGEST_CHAIN = 8

# The small model's lemmatizer splits some regular forms wrongly.
_LEMMAS = {
    "hop": "hope",
    "retweete": "retweet",
    "tweete": "tweet",
    "promis": "promise",
    "endors": "endorse",
    "vowe": "vow",
    "pledg": "pledge",
    "criticise": "criticize",
    "emphasise": "emphasize",
    "recognise": "recognize",
    "apologise": "apologize",
    "characterise": "characterize",
    "theorise": "theorize",
    "summarise": "summarize",
    "favour": "favor",
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb and what stands above it in its clause.

    Attributes:
        verb: The verb.
        start: The first verb of the chain it belongs to ("refused to rule out": refused).
        subject: The head of its subject, or None.
        is_passive: Whether its subject undergoes it.
        is_controlled: Whether the subject was taken from a clause above.
    """

    verb: Token
    start: Token
    subject: Token | None
    is_passive: bool
    is_controlled: bool = False


def lemma(token: Token) -> str:
    """The lemma in lower case, mended where the lemmatizer is known to slip."""
    found = token.lemma_.lower()
    return _LEMMAS.get(found, found)


def is_verb(token: Token) -> bool:
    """Whether it heads a clause: a verb or copula, not an auxiliary."""
    return token.pos_ in VERBAL and token.dep_ not in _AUXILIARIES


def child(token: Token, *labels: str) -> Token | None:
    """Its first dependent with one of these labels."""
    for dependent in token.children:
        if dependent.dep_ in labels:
            return dependent
    return None


def verb_key(verb: Token) -> str:
    """Lemma and particle: "ruled it out" is `rule out`."""
    particle = child(verb, "prt")
    return f"{lemma(verb)} {particle.lower_}" if particle is not None else lemma(verb)


def is_negated(token: Token) -> bool:
    """Whether a negation hangs on it ("did not say", "never agreed")."""
    return any(d.dep_ == "neg" or d.lower_ in {"never", "no"} for d in token.children)


def has_mark(token: Token, *marks: str) -> bool:
    """Whether its clause is opened by one of these words."""
    return any(d.dep_ in {"mark", "advmod"} and d.lower_ in marks for d in token.lefts)


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive, auxiliary or not ("was hailed", "signed by")."""
    for dependent in verb.children:
        if dependent.dep_ in {"auxpass", "nsubjpass", "csubjpass"}:
            return True
    if verb.tag_ != "VBN" or any(d.dep_ == "aux" for d in verb.lefts):
        return False
    return verb.dep_ in {"acl", "advcl", "pcomp"} or (
        verb.dep_ == "conj" and verb.head.tag_ == "VBN" and is_passive(verb.head)
    )


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb itself."""
    return child(verb, *SUBJECTS)


def clause_of(verb: Token) -> Clause:
    """Find the subject of a verb, above it if it has none of its own.

    "Ruiz went on to praise it, adding that …": both verbs have the subject Ruiz, and the chain
    of the first one starts at "went".
    """
    passive = is_passive(verb)
    start, at = verb, verb
    for _ in range(6):
        subject = own_subject(at)
        if subject is not None:
            return Clause(verb, start, subject, passive, at != verb)
        above = at.head
        if above == at:
            break
        if at.dep_ == "xcomp":
            controller = child(above, "dobj") if above.pos_ in VERBAL else None
            if controller is not None and controller.i < at.i and can_speak(controller):
                return Clause(verb, verb, controller, passive, True)
            if start == at and above.i < at.i:
                start = above
            at = above
        elif at.dep_ == "advcl" and above.dep_ == "ccomp" and _hangs_loose(at):
            at = above.head
        elif at.dep_ == "conj" and above.dep_ == "ccomp" and _is_parallel(at, above.head):
            at = above.head
        elif at.dep_ in {"conj", "advcl", "dep"}:
            if above.pos_ not in VERBAL and at.dep_ != "advcl":
                break
            at = above
        elif at.dep_ in {"pcomp", "prep"}:
            at = above
        elif at.dep_ == "acl" and above.pos_ in {"NOUN", "PROPN", "PRON"}:
            governor = _governor(above)
            if governor is None or not _hangs_loose(at):
                return Clause(verb, start, above, passive, True)
            at = governor
        elif at.dep_ == "acomp" or (at.dep_ == "ccomp" and above.pos_ == "ADJ"):
            if start == at and above.i < at.i:
                start = above
            at = above
        else:
            break
    return Clause(verb, start, None, passive)


def can_speak(noun: Token) -> bool:
    """Whether a noun may stand for somebody: "urged voters to" against "took the chance to"."""
    if noun.pos_ in {"PROPN", "PRON"} or noun.ent_type_:
        return True
    return lemma(noun) in word_set("en/cues", "speakers")


def _is_parallel(verb: Token, report: Token) -> bool:
    """Said that it failed and [accused Okafor]: same tense as the report, no subject."""
    return verb.tag_ == report.tag_ and verb.tag_ in {"VBD", "VBZ"} and report.pos_ in VERBAL


def _governor(noun: Token) -> Token | None:
    """The verb that a noun behind it hangs on, through prepositions and other nouns."""
    at = noun
    while at.dep_ not in SUBJECTS and at.head != at:
        at = at.head
        if at.pos_ in VERBAL:
            return at
    return None


def _hangs_loose(participle: Token) -> bool:
    """Said that it failed, [adding that …]: the parser hangs it too deep."""
    return (
        participle.tag_ == "VBG" and after_comma(participle) and child(participle, "mark") is None
    )


def subtree(token: Token) -> Range:
    """From the first to the last token below it, itself included."""
    return token.left_edge.i, token.right_edge.i + 1


def cue_range(clause: Clause, end: int | None = None) -> Range:
    """The verb with its auxiliaries, negation, particle and the chain before it.

    "has repeatedly called" · "went on to criticise" · "could not rule out"
    """
    verb = clause.verb
    first = clause.start if verb.i - clause.start.i <= _LONGEST_CHAIN else verb
    start = first.i
    left = {d.i for d in first.lefts if d.dep_ in _CUE_PARTS}
    while start - 1 in left:
        start -= 1
    last = verb.i + 1
    particle = child(verb, "prt")
    if particle is not None and verb.i < particle.i <= verb.i + 2:
        last = particle.i + 1
    return start, max(last, end or last)


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
