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
    attitude_of,
    has_negative_quantifier,
    is_harmful,
    is_ultimatum,
    read_clause,
    read_coordinated,
)
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import (
    VERBAL,
    can_speak,
    child,
    is_negated,
    lemma,
    own_subject,
    possessor,
    verb_key,
)
from briefings.analysis.positions.lexicon import word_set
from briefings.analysis.positions.stance_lexicon import gives_way, is_mere_deed, stance_of
from briefings.briefing import Family, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSAL = frozenset({Frame.QUOTATION, Frame.CLAUSE, Frame.PARENTHESIS, Frame.ACCORDING})
_NOUN_CONTENT = frozenset({Frame.OBJECT, Frame.PREPOSITION, Frame.OBJECT_AS, Frame.PASSIVE_BY})
_STATES = Reading(Stance.STATES)


def read_stance(candidate: Candidate, is_own: IsOwn) -> Reading:
    """The stance of an attribution.

    Args:
        candidate: The attribution.
        is_own: Whether a subject in the content is the holder's own side.
    """
    if candidate.frame in _CLAUSAL:
        return _of_speech(candidate, is_own)
    if candidate.frame is Frame.QUESTION:
        return Reading(Stance.WITHHOLDS, True) if _withholds(candidate) else _STATES
    reading = _of_cue(candidate)
    if _has_stopped(candidate):
        return _STATES
    if _withholds(candidate):
        return Reading(Stance.WITHHOLDS, True)
    if not _is_negative(candidate):
        return reading
    noun = candidate.content_head
    if reading.stance is Stance.CONCEDES and noun is not None and gives_way(candidate.head, noun):
        return Reading(Stance.REFUSES, True)  # "did not lift the ban"
    return reading.flipped()


def _of_speech(candidate: Candidate, is_own: IsOwn) -> Reading:
    """A cue with a clause or quotation: said that …, warned that …, “…,” she insisted."""
    verb = candidate.head
    name = candidate.key.removeprefix("as ")
    inner = _clause_reading(candidate, is_own)
    if _withholds(candidate):
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
    if stance is None:
        reading = inner or _STATES
        return reading.flipped() if inner and _is_negative(candidate) else reading
    reading = Reading(stance, is_tentative=inner is not None and inner.is_tentative)
    return reading.flipped() if _is_negative(candidate) else reading


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
        is_speaker = subject is not None and subject.lower_ in {"i", "we"}
        if reading is not None and (place == 0 or (is_speaker and reading.stance in _OUTSPOKEN)):
            return reading
    return None


_OUTSPOKEN = frozenset(
    {
        Stance.SUPPORTS,
        Stance.OPPOSES,
        Stance.COMMITS,
        Stance.REFUSES,
        Stance.DENIES,
        Stance.THREATENS,
    }
)
_MOST_SENTENCES = 8


def _carried(verb: Token) -> Stance | None:
    """Reiterated its demand today that …: the noun beside a light verb tells the stance."""
    noun = child(verb, "dobj")
    if noun is None or lemma(verb) not in word_set("en/stances", "light"):
        return None
    return None if _is_anothers(noun) else stance_of("nouns", f"{lemma(noun)} that", lemma(noun))


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


def _of_cue(candidate: Candidate) -> Reading:
    """A cue with a phrase: vowed to fight, rejected the plan, her commitment to peace."""
    first, _, rest = candidate.key.partition(" ")
    if candidate.frame is Frame.FUTURE:
        harm = candidate.content_head is not None and is_harmful(candidate.content_head)
        return Reading(Stance.THREATENS if harm else Stance.COMMITS)
    if candidate.frame is Frame.NOUN:
        return Reading(stance_of("nouns", candidate.key, first) or Stance.STATES)
    if candidate.frame is Frame.ADJECTIVE:
        return Reading(stance_of("adjectives", first) or Stance.STATES)
    if candidate.frame is Frame.VERB_NOUN:
        return _of_light_verb(first, rest)
    if candidate.frame in {Frame.PREDICATE, Frame.OBJECT_AS}:
        return _of_judgement(candidate)
    stance = stance_of("verbs", candidate.key, lemma(candidate.head))
    complement = candidate.content_head
    if candidate.key == "question" and complement is not None and can_speak(complement):
        # "questioned Okafor about the tax" asks, "questioned the tax" doubts.
        return _STATES
    if candidate.key == "sign" and not _binds(complement):
        # "signed autographs" promises nothing, "signed the treaty" does.
        return _STATES
    if candidate.frame is Frame.INFINITIVE and complement is not None:
        return _of_infinitive(stance, candidate.key, complement)
    if candidate.frame is Frame.OBJECT_INFINITIVE:
        is_forecast = stance is None and candidate.key not in {"tell", "press", "challenge"}
        return Reading(Stance.STATES if is_forecast else stance or Stance.DEMANDS)
    if complement is not None and candidate.frame in _NOUN_CONTENT:
        return _of_noun(candidate, stance, complement)
    return Reading(stance or Stance.STATES)


def _binds(signed: Token | None) -> bool:
    """Whether who signs it takes a stand by that."""
    return signed is not None and lemma(signed) in word_set("en/stances", "binding", "nouns")


def _of_light_verb(verb: str, noun: str) -> Reading:
    """Expressed concern about · rejected the notion that · announced its readiness to"""
    stance = stance_of("verbs", verb)
    if stance is None or verb in word_set("en/stances", "light"):
        stance = stance_of("nouns", f"{noun} for", noun) or stance_of("adjectives", noun)
    return Reading(stance or Stance.STATES)


def _of_judgement(candidate: Candidate) -> Reading:
    """Called it a mistake · described the deal as a triumph"""
    stance = stance_of("verbs", candidate.key)
    if stance is not None and stance not in {Stance.DEMANDS, Stance.COMMITS}:
        return Reading(stance)
    doc = candidate.head.doc
    said = {lemma(doc[i]) for start, end in candidate.content for i in range(start, end)}
    if said & word_set("en/stances", "judgements", "bad"):
        return Reading(Stance.OPPOSES)
    if said & word_set("en/stances", "judgements", "good"):
        return Reading(Stance.SUPPORTS)
    return _STATES


def _of_infinitive(stance: Stance | None, key: str, complement: Token) -> Reading:
    """Vowed to fight · refused to comment · threatened to leave · wants to talk"""
    if stance is Stance.REFUSES and tells_something(complement):
        return Reading(Stance.WITHHOLDS)
    if is_negated(complement) and stance is not None and stance.family is Family.FOR:
        # "vowed not to return the land" refuses, "vowed not to attack" does not.
        is_threat = is_harmful(complement) or stance is not Stance.COMMITS
        return Reading(stance, True) if is_threat else Reading(Stance.REFUSES, True)
    if stance is Stance.COMMITS:
        inner = attitude_of(complement)
        if is_harmful(complement) or is_ultimatum(complement) or _fights_on(complement):
            return Reading(Stance.THREATENS)
        if inner is not None and inner.stance.family is Family.AGAINST:
            return inner
    if key in {"seek", "ask", "request", "push", "press"}:
        return Reading(Stance.DEMANDS if key in {"ask", "request"} else Stance.STATES)
    if key in {"want", "like", "love", "prefer"}:
        return Reading(Stance.SUPPORTS, is_tentative=True)
    return Reading(stance or Stance.STATES, is_tentative=key in _WEAK_PLANS)


def _fights_on(verb: Token) -> bool:
    """Vowed to fight until they win: against people, not against a plan."""
    return lemma(verb) == "fight" and child(verb, "dobj", "prep") is None


_WEAK_PLANS = frozenset({"consider", "contemplate", "weigh", "hope", "look", "aim", "expect"})


def _of_noun(candidate: Candidate, stance: Stance | None, noun: Token) -> Reading:
    """Reiterated its opposition to the plan: the noun tells the stance, unless it is another's."""
    is_light = stance is None or candidate.key in word_set("en/stances", "light")
    if gives_way(candidate.head, noun):
        return Reading(Stance.CONCEDES)
    if is_mere_deed(candidate.head, noun) or _is_price(candidate, noun):
        return _STATES
    if stance is Stance.COMMITS and lemma(noun) in word_set("en/stances", "harm", "nouns"):
        return Reading(Stance.THREATENS)  # "vowed revenge"
    preposition = child(noun, "prep")
    exact = f"{lemma(noun)} {preposition.lower_ if preposition is not None else 'to'}"
    inner = stance_of("nouns", exact, lemma(noun)) if is_light else None
    if inner is not None and not _is_anothers(noun):
        tentative = any(d.lower_ in word_set("en/hedges", "tentative") for d in noun.lefts)
        return Reading(inner, is_tentative=tentative)
    return Reading(stance or Stance.STATES)


def _is_price(candidate: Candidate, noun: Token) -> bool:
    """Charged them a fee: only who is charged *with* something is accused."""
    prepositions = {d.lower_ for d in (*candidate.head.rights, *noun.rights) if d.dep_ == "prep"}
    return candidate.key == "charge" and "with" not in prepositions


def _is_anothers(noun: Token) -> bool:
    """Whether somebody is named as the owner of the noun: "the coalition's commitment"."""
    owner = possessor(noun)
    return owner is not None and owner.pos_ != "PRON"


def _is_negative(candidate: Candidate) -> bool:
    """Did not support · no nation backed it · not all are ready · has never agreed"""
    head = candidate.head
    heads = {head.i: head}
    for token in head.doc[candidate.cue[0] : candidate.cue[1]]:
        if token.pos_ in VERBAL and token.dep_ not in {"aux", "auxpass"}:
            heads[token.i] = token
    if head.dep_ in {"acomp", "oprd"}:
        heads[head.head.i] = head.head
    if _is_outstanding(candidate):
        return True
    flips = sum(is_negated(word) for word in heads.values())
    flips += sum(_refuses(word) for word in heads.values() if word != head)
    source, noun = candidate.source_head, _object_of(candidate)
    flips += source is not None and has_negative_quantifier(source)
    flips += noun is not None and has_negative_quantifier(noun) and not _is_few(noun)
    return flips % 2 == 1


def _has_stopped(candidate: Candidate) -> bool:
    """Stopped insulting him, failed to condemn it: no stance, and no opposite one."""
    doc = candidate.head.doc
    words = doc[candidate.cue[0] : candidate.cue[1]]
    ended = word_set("en/stances", "ended")
    return any(lemma(t) in ended for t in words if t != candidate.head)


def _is_few(noun: Token) -> bool:
    """Offered few ideas: little is not nothing."""
    return any(d.lower_ == "few" for d in noun.lefts)


def _object_of(candidate: Candidate) -> Token | None:
    """The noun whose "no" negates the cue: endorsed none of it, expressed no support for it."""
    if candidate.frame is Frame.VERB_NOUN:
        return child(candidate.head, "dobj")
    return candidate.content_head if candidate.frame in _NOUN_CONTENT else None


def _is_outstanding(candidate: Candidate) -> bool:
    """Has yet to say: it has not been said."""
    start, end = candidate.cue
    words = [t.lower_ for t in candidate.head.doc[start:end]]
    return "yet" in words[:-1] and words[words.index("yet") + 1] == "to"


def _refuses(verb: Token) -> bool:
    """Whether a verb above the cue turns it into its opposite: "refused to support"."""
    return stance_of("verbs", lemma(verb)) is Stance.REFUSES


def _withholds(candidate: Candidate) -> bool:
    """Did not say · declined to comment on · refused to answer"""
    if candidate.head.pos_ not in VERBAL:
        return False
    if candidate.key != "know" and not tells_something(candidate.head):
        return False
    if candidate.frame is Frame.QUOTATION or candidate.key == "deny":
        return False
    return _is_negative(candidate)


def tells_something(verb: Token) -> bool:
    """Whether a verb is one of giving information: to comment, to release the figures."""
    keys = {lemma(verb), verb_key(verb)}
    preposition, noun = child(verb, "prep"), child(verb, "dobj")
    if preposition is not None:
        keys.add(f"{lemma(verb)} {preposition.lower_}")
    if keys & word_set("en/stances", "speaking", "verbs"):
        return True
    if not keys & word_set("en/stances", "speaking", "giving") or noun is None:
        return False
    return lemma(noun) in word_set("en/stances", "speaking", "information")


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
