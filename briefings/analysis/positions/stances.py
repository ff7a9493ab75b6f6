"""Cue and content -> the stance, its polarity and how tentative it is.

The cue tells the stance if it is on a list; a neutral cue ("said") takes the stance of its content.
Negation flips pairs, and so do verbs of refusal above the cue ("refused to support").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.content_stances import (
    IsOwn,
    Reading,
    read_clause,
    read_coordinated,
)
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import (
    VERBAL,
    child,
    lemma,
    own_subject,
)
from briefings.analysis.positions.lexicon import word_set
from briefings.analysis.positions.negation import has_stopped, is_negative_cue, withholds
from briefings.analysis.positions.phrase_stances import STATES, is_anothers, of_cue
from briefings.analysis.positions.stance_lexicon import pair_stance, stance_of
from briefings.briefing import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSAL = frozenset({Frame.QUOTATION, Frame.CLAUSE, Frame.PARENTHESIS, Frame.ACCORDING})
_NOUN_CONTENT = frozenset({Frame.OBJECT, Frame.PREPOSITION, Frame.OBJECT_AS, Frame.PASSIVE_BY})


def read_stance(candidate: Candidate, is_own: IsOwn) -> Reading:
    """The stance of an attribution.

    Args:
        candidate: The attribution.
        is_own: Whether a subject in the content is the holder's own side.
    """
    if candidate.frame in _CLAUSAL:
        return _of_speech(candidate, is_own)
    if candidate.frame is Frame.QUESTION:
        return Reading(Stance.WITHHOLDS, True) if withholds(candidate) else STATES
    reading = of_cue(candidate)
    if has_stopped(candidate):
        return STATES
    if withholds(candidate):
        return Reading(Stance.WITHHOLDS, True)
    if not is_negative_cue(candidate):
        return reading
    noun = candidate.content_head
    if reading.stance is Stance.CONCEDES and noun is not None and pair_stance(candidate.head, noun):
        return Reading(Stance.REFUSES, True)  # "did not lift the ban"
    if "endorse" in candidate.key and reading.stance is Stance.SUPPORTS:
        return Reading(Stance.REFUSES, True)  # who endorses nobody opposes nobody
    if candidate.key == "recognize":
        return STATES  # "did not recognize themselves"
    return reading.flipped()


def _of_speech(candidate: Candidate, is_own: IsOwn) -> Reading:
    """A cue with a clause or quotation: said that …, warned that …, “…,” she insisted."""
    verb = candidate.head
    name = candidate.key.removeprefix("as ")
    inner = _clause_reading(candidate, is_own)
    if withholds(candidate):
        return Reading(Stance.WITHHOLDS, True)
    stance = stance_of("verbs", name, lemma(verb)) or _carried(verb)
    if name == "charge" and not _has_that(candidate.content_head):
        stance = None  # "charged the campaign a fee"
    if name == "agree":
        stance = Stance.SUPPORTS
    if name == "ask" and _asks(candidate):
        stance = None
    if name == "insist":
        stance = Stance.DEMANDS if _is_subjunctive(candidate.content_head) else None
        if stance is not None and _follows_offer(verb):
            stance = Stance.CONDITIONS
    if stance in {Stance.DEMANDS, Stance.COMMITS} and name in {"suggest", "assure", "propose"}:
        stance = stance if inner is not None or _has_future(candidate.content_head) else None
    if stance is Stance.WARNS and inner is not None and inner.stance in _HARSH:
        return Reading(Stance.THREATENS, inner.is_negative)
    if stance is Stance.CONCEDES and inner is not None and inner.stance is Stance.CONDITIONS:
        return inner
    if stance is None and inner is not None and inner.stance is Stance.COMMITS:
        inner = None if lemma(verb) in word_set("en/stances", "forecasts") else inner
    if stance is None:
        reading = inner or STATES
        return reading.flipped() if inner and is_negative_cue(candidate) else reading
    reading = Reading(stance, is_tentative=inner is not None and inner.is_tentative)
    return reading.flipped() if is_negative_cue(candidate) else reading


_HARSH = frozenset({Stance.COMMITS, Stance.THREATENS, Stance.REFUSES})


def _clause_reading(candidate: Candidate, is_own: IsOwn) -> Reading | None:
    head = candidate.content_head
    if head is None or candidate.frame is Frame.QUOTATION:
        return _quoted_reading(candidate, is_own) or _misparsed_dependence(candidate)
    if head.pos_ not in VERBAL:
        return _misparsed_dependence(candidate)
    return read_coordinated(head, is_own) or _misparsed_dependence(candidate)


def _quoted_reading(candidate: Candidate, is_own: IsOwn) -> Reading | None:
    """The first sentence of a quotation tells the stance, or a later one in the first person."""
    for place, head in enumerate(_roots(candidate)):
        if "?" in head.sent[-2:].text:
            if place == 0:
                return None
            continue
        reading = read_coordinated(head, is_own) if place == 0 else read_clause(head, is_own)
        subject = own_subject(head)
        if reading is None or place == 0:
            if reading is not None:
                return reading
            continue
        is_speaker = subject is not None and subject.lower_ in {"i", "we"}
        is_demand = reading.stance is Stance.DEMANDS and subject is not None
        if (is_speaker and reading.stance in _OUTSPOKEN) or (is_demand and not is_speaker):
            return reading
    return None


_OUTSPOKEN = frozenset(
    {
        Stance.SUPPORTS,
        Stance.OPPOSES,
        Stance.COMMITS,
        Stance.REFUSES,
        Stance.THREATENS,
    }
)
_MOST_SENTENCES = 8


def _carried(verb: Token) -> Stance | None:
    """Reiterated its demand today that …: the noun beside a light verb tells the stance."""
    noun = child(verb, "dobj")
    if noun is None or lemma(verb) not in word_set("en/stances", "light"):
        return None
    return None if is_anothers(noun) else stance_of("nouns", f"{lemma(noun)} that", lemma(noun))


def _has_that(head: Token | None) -> bool:
    return head is None or any(d.dep_ == "mark" and d.lower_ == "that" for d in head.lefts)


def _asks(candidate: Candidate) -> bool:
    """“Will you go?” she asked: a question, no demand."""
    last = candidate.head.doc[max(b for _, b in candidate.content) - 1]
    return "?" in last.text or (last.i > 0 and "?" in last.nbor(-1).text)


def _misparsed_dependence(candidate: Candidate) -> Reading | None:
    """Progress hinges on talks: the tagger may take the verb for a noun."""
    doc = candidate.head.doc
    for start, end in candidate.content:
        for token in doc[start : end - 1]:
            if lemma(token) == "hinge" and token.nbor(1).lower_ in {"on", "upon"}:
                return Reading(Stance.CONDITIONS)
    return None


def _roots(candidate: Candidate) -> Iterator[Token]:
    """The main verbs of the sentences of a quotation, one a sentence."""
    doc = candidate.head.doc
    last, count = -1, 0
    for start, end in candidate.content:
        for token in doc[start:end]:
            inside = start <= token.head.i < end and token.head != token
            if token.pos_ not in VERBAL or inside or token.dep_ in {"aux", "auxpass"}:
                continue
            if token.sent.start != last and count < _MOST_SENTENCES:
                last, count = token.sent.start, count + 1
                yield token


def _is_subjunctive(head: Token | None) -> bool:
    """Insisted they remain outside: a bare verb where the report is in the past."""
    if head is None or head.pos_ not in VERBAL:
        return False
    auxiliaries = [d for d in head.lefts if d.dep_ in {"aux", "auxpass"}]
    if auxiliaries:
        return auxiliaries[0].lower_ in {"must", "should", "be"}
    reported = head.head.tag_ in {"VBD", "VBN"}
    subject = own_subject(head)
    if head.tag_ == "VB" or head.lower_ == "be":
        return True
    return head.tag_ == "VBP" and reported and subject is not None and head.lower_ != "are"


def _follows_offer(verb: Token) -> bool:
    """Offered help but insisted that …: what is insisted on limits the offer."""
    return verb.dep_ == "conj" and any(d.lower_ in {"but", "yet"} for d in verb.head.rights)


def _has_future(head: Token | None) -> bool:
    return head is not None and any(
        d.lower_ in {"will", "would", "should", "shall"} for d in head.lefts if d.dep_ == "aux"
    )
