"""The stance of a cue with a phrase: vowed to fight, rejected the plan, commitment to peace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.content_stances import (
    Reading,
    attitude_of,
)
from briefings.analysis.positions.deeds import is_harmful, is_ultimatum
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import (
    can_speak,
    child,
    is_negated,
    lemma,
    possessor,
    verb_key,
)
from briefings.analysis.positions.lexicon import word_set
from briefings.analysis.positions.negation import tells_something
from briefings.analysis.positions.stance_lexicon import is_mere_deed, pair_stance, stance_of
from briefings.briefing import Family, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUN_CONTENT = frozenset({Frame.OBJECT, Frame.PREPOSITION, Frame.OBJECT_AS, Frame.PASSIVE_BY})

STATES = Reading(Stance.STATES)


def of_cue(candidate: Candidate) -> Reading:
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
    if candidate.key == "ask" and (candidate.frame is Frame.PASSIVE_BY or _inquires(candidate)):
        return STATES
    if candidate.key == "question" and complement is not None and can_speak(complement):
        # "questioned Okafor about the tax" asks, "questioned the tax" doubts.
        return STATES
    if candidate.key == "sign" and not _binds(complement):
        # "signed autographs" promises nothing, "signed the treaty" does.
        return STATES
    if candidate.frame is Frame.INFINITIVE and complement is not None:
        return _of_infinitive(stance, candidate.key, complement)
    if candidate.frame is Frame.OBJECT_INFINITIVE:
        is_forecast = stance is None and candidate.key not in {"tell", "press", "challenge"}
        if is_forecast:
            return STATES
        is_urging = stance is None or candidate.key in {"push", "encourage", "challenge", "dare"}
        return Reading(Stance.DEMANDS if is_urging or stance is None else stance)
    if complement is not None and candidate.frame in _NOUN_CONTENT:
        return _of_noun(candidate, stance, complement)
    return Reading(stance or Stance.STATES)


def _inquires(candidate: Candidate) -> bool:
    """Asked voters if it was fair: a question, no demand."""
    doc = candidate.head.doc
    words = [doc[i] for start, end in candidate.content for i in range(start, min(end, start + 8))]
    return any(t.lower_ in {"if", "whether", "what", "why", "how", "who", "about"} for t in words)


def _binds(signed: Token | None) -> bool:
    """Whether who signs it takes a stand by that."""
    return signed is not None and lemma(signed) in word_set("en/stances", "binding", "nouns")


def _of_light_verb(verb: str, noun: str) -> Reading:
    """Expressed concern about · rejected the notion that · announced its readiness to"""
    if verb == "make" and noun in word_set("en/stances", "misdeeds", "made"):
        return STATES  # "made a contribution"
    stance = stance_of("verbs", verb)
    if stance is None or verb in word_set("en/stances", "light"):
        stance = stance_of("nouns", f"{noun} for", noun) or stance_of("adjectives", noun)
    return Reading(stance or Stance.STATES)


def _of_judgement(candidate: Candidate) -> Reading:
    """Called it a mistake · described the deal as a triumph"""
    stance = stance_of("verbs", candidate.key)
    if stance is not None and stance not in {Stance.DEMANDS, Stance.COMMITS}:
        return Reading(stance)
    said = {lemma(token) for token in _judged(candidate)}
    if said & word_set("en/stances", "guilt", "words"):
        return Reading(Stance.ACCUSES)
    if said & word_set("en/stances", "judgements", "bad"):
        return Reading(Stance.OPPOSES)
    if said & word_set("en/stances", "judgements", "good"):
        return Reading(Stance.SUPPORTS)
    return STATES


def _judged(candidate: Candidate) -> list[Token]:
    """The words of the judgement, without those of what is judged: "the deal as [a triumph]"."""
    doc, judged = candidate.head.doc, candidate.content_head
    words = [doc[i] for start, end in candidate.content for i in range(start, end)]
    behind = [n for n, word in enumerate(words) if word.lower_ == "as"]
    if candidate.frame is Frame.OBJECT_AS and behind:
        return words[behind[0] + 1 :]
    if judged is None:
        return words
    last = judged.right_edge.i
    return [word for word in words if word.i > last] or words


def _of_infinitive(stance: Stance | None, key: str, complement: Token) -> Reading:
    """Vowed to fight · refused to comment · threatened to leave · wants to talk"""
    if stance is Stance.REFUSES and child(complement, "auxpass") is not None:
        return STATES  # "declined to be named"
    if stance is Stance.REFUSES and verb_key(complement) == "rule out":
        return Reading(Stance.COMMITS, is_tentative=True)
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
    if key in {"like", "love"} and not _would(complement.head):
        return STATES  # "likes to joke" is a habit
    if key in {"want", "like", "love", "prefer"}:
        return Reading(Stance.SUPPORTS, is_tentative=True)
    return Reading(stance or Stance.STATES, is_tentative=key in _WEAK_PLANS)


def _would(verb: Token) -> bool:
    return any(d.dep_ == "aux" and d.lower_ in {"would", "'d", "’d"} for d in verb.lefts)


def _fights_on(verb: Token) -> bool:
    """Vowed to fight until they win: against people, not against a plan."""
    return lemma(verb) == "fight" and child(verb, "dobj", "prep") is None


_WEAK_PLANS = frozenset({"consider", "contemplate", "weigh", "hope", "look", "aim", "expect"})


def _of_noun(candidate: Candidate, stance: Stance | None, noun: Token) -> Reading:
    """Reiterated its opposition to the plan: the noun tells the stance, unless it is another's."""
    is_light = candidate.key in word_set("en/stances", "light") | word_set("en/cues", "carrying")
    pair = pair_stance(candidate.head, noun)
    if pair is not None:
        return Reading(pair)
    if candidate.key in {"advise", "direct", "instruct", "encourage"} and can_speak(noun):
        return STATES  # "advises the campaign"
    if candidate.key == "consider" and can_speak(noun):
        return STATES  # "considered the companies enemies"
    if candidate.key == "commit" and lemma(noun) in word_set("en/stances", "misdeeds", "nouns"):
        return STATES
    if candidate.key == "deny" and child(candidate.head, "dative") is not None:
        return STATES  # "denied him a seat"
    if candidate.key == "offer" and lemma(noun) in word_set("en/stances", "sayings", "nouns"):
        return STATES
    if is_mere_deed(candidate.head, noun) or _is_price(candidate, noun):
        return STATES
    if stance is Stance.COMMITS and lemma(noun) in word_set("en/stances", "harm", "nouns"):
        return Reading(Stance.THREATENS)  # "vowed revenge"
    preposition = child(noun, "prep")
    exact = f"{lemma(noun)} {preposition.lower_ if preposition is not None else 'to'}"
    inner = stance_of("nouns", exact, lemma(noun)) if is_light else None
    if inner is not None and not is_anothers(noun):
        tentative = any(d.lower_ in word_set("en/hedges", "tentative") for d in noun.lefts)
        return Reading(inner, is_tentative=tentative)
    return Reading(stance or Stance.STATES)


def _is_price(candidate: Candidate, noun: Token) -> bool:
    """Charged them a fee: only who is charged *with* something is accused."""
    prepositions = {d.lower_ for d in (*candidate.head.rights, *noun.rights) if d.dep_ == "prep"}
    if candidate.key == "credit":
        return "to" in prepositions  # "credited the victory to luck"
    return candidate.key == "charge" and "with" not in prepositions


def is_anothers(noun: Token) -> bool:
    """Whether somebody is named as the owner of the noun: "the coalition's commitment"."""
    owner = possessor(noun)
    return owner is not None and owner.pos_ != "PRON"
