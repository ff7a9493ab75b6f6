"""What a clause says by itself: will, must, should, is ready to, did not.

A neutral cue takes the stance of its content, so that "said it would send troops" is a promise.
Much hangs on whether the subject of the content is the holder's own side: "said it will attack"
threatens, "said the rebels will attack" does not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.analysis.positions.conditions import depends_in_person
from briefings.analysis.positions.deeds import (
    is_behind_it,
    is_giving_up,
    is_harmful,
    is_said_only,
    is_ultimatum,
    is_undertaking,
)
from briefings.analysis.positions.grammar import (
    VERBAL,
    can_speak,
    child,
    is_negated,
    lemma,
    own_subject,
    verb_key,
)
from briefings.analysis.positions.lexicon import word_set
from briefings.analysis.positions.stance_lexicon import (
    NEGATED,
    is_mere_deed,
    pair_stance,
    stance_of,
)
from briefings.briefing import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

IsOwn = Callable[["Token | None"], bool]

_WILL = frozenset({"will", "'ll", "’ll", "shall", "would", "'d", "’d", "wo"})
_MUST = frozenset({"must", "should", "ought"})
_MAY = frozenset({"may", "might", "could", "can"})
_TALK = frozenset({"say", "mention", "thank", "congratulate", "tell", "ask", "talk", "know", "see"})
_GIVEN = frozenset({Stance.COMMITS, Stance.THREATENS, Stance.DEMANDS, Stance.ACCUSES})
_MIGHT = frozenset({"may", "might", "could"})
_ORDERS = frozenset({"require", "order", "instruct", "direct", "command"})
_UNREAL = _WILL | _MUST | _MAY | {"to"}
_OPINION = frozenset({"think", "believe", "hope", "say", "feel", "expect", "argue"})
_KEPT_IN_FUTURE = frozenset(Stance) - {Stance.CONCEDES, Stance.WARNS}
_NO = frozenset({"no", "neither", "none", "nobody", "nothing", "few", "hardly"})
_ALL = frozenset({"all", "every", "everyone", "everybody", "many", "a", "one", "any", "enough"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from cue and content.

    Attributes:
        stance: The stance.
        is_negative: Whether a negation led to it.
        is_tentative: Whether it is only a possibility.
    """

    stance: Stance
    is_negative: bool = False
    is_tentative: bool = False

    def flipped(self) -> Reading:
        """The stance of the negation: not opposing is weaker than supporting."""
        weak = self.stance in {Stance.REFUSES, Stance.OPPOSES}
        return Reading(NEGATED[self.stance], True, self.is_tentative or weak)


def read_clause(head: Token, is_own: IsOwn) -> Reading | None:
    """The stance of a clause, or None if it only states something.

    Args:
        head: The verb of the clause.
        is_own: Whether a subject is the holder's own side.
    """
    head = _after_going_to(head)
    found = _dependence(head) or _obligation(head)
    if found is not None:
        return found
    subject = own_subject(head)
    if subject is None and head.dep_ == "xcomp":
        subject = own_subject(head.head)
    if subject is None and _is_imperative(head):
        return Reading(Stance.DEMANDS, is_negated(head))
    if is_own(subject):
        return _own_attitude(head, is_own) or _announcement(head) or _denial(head)
    return _blame(head) or _verdict(head) or _danger(head)


def read_coordinated(head: Token, is_own: IsOwn) -> Reading | None:
    """The stance of the first of several joined clauses that tells one.

    "The coup was illegal and the prisoners should be freed", "he was tired and would resign".
    """
    first = read_clause(head, is_own)
    if first is not None:
        return first
    subject = own_subject(head)

    def is_own_too(word: Token | None) -> bool:
        return is_own(subject if word is None else word)

    for clause in head.conjuncts:
        if clause.i > head.i and clause.pos_ in VERBAL:
            found = read_clause(clause, is_own_too)
            if found is not None:
                return found
    return None


def is_negative(head: Token) -> bool:
    """Whether a clause is negated, on its verb or on its subject ("no nation", "not all")."""
    if is_negated(head):
        return True
    subject = own_subject(head)
    return subject is not None and has_negative_quantifier(subject)


def has_negative_quantifier(noun: Token) -> bool:
    """No nation is ready · not all nations are ready · few are ready, but not "a few" """
    before = noun.doc[noun.left_edge.i : noun.i + 1]
    words = [t.lower_ for t in before]
    if "few" in words and words[0] in {"a", "quite"}:
        return False
    return any(word in _NO for word in words) or any(
        t.lower_ == "not" and t.nbor(1).lower_ in _ALL for t in before[:-1]
    )


def attitude_of(head: Token) -> Reading | None:
    """The stance that the word itself tells, verb or adjective, with its negation."""
    if head.pos_ == "ADJ":
        stance = stance_of("adjectives", head.lower_)
    else:
        adjective = child(head, "acomp", "oprd")
        preposition = child(head, "prep")
        keys = [verb_key(head), lemma(head)]
        if preposition is not None:
            keys.insert(0, f"{verb_key(head)} {preposition.lower_}")
        stance = stance_of("verbs", *keys)
        if stance is None and adjective is not None:
            stance = stance_of("adjectives", adjective.lower_)
    if lemma(head) == "consider" and child(head, "oprd", "ccomp", "attr", "acomp") is not None:
        return None  # "considers it a mistake"
    noun = child(head, "dobj")
    if stance is not None and noun is not None and is_mere_deed(head, noun):
        return None
    pair = pair_stance(head, noun) if noun is not None else None
    if pair is Stance.CONCEDES and is_negative(head):
        return Reading(Stance.REFUSES, True)
    stance = stance or pair
    subject = own_subject(head)
    if stance is Stance.CONDITIONS and subject is not None and depends_in_person(subject):
        stance = None
    if stance is None:
        return None
    is_weak = lemma(head) in word_set("en/hedges", "tentative")
    reading = Reading(stance, is_tentative=is_weak or _is_possible(head))
    return reading.flipped() if is_negative(head) else reading


def _after_going_to(head: Token) -> Token:
    if head.lower_ == "going":
        return child(head, "xcomp") or head
    return head


def _modals(head: Token) -> set[str]:
    found = {d.lower_ for d in head.lefts if d.dep_ == "aux"}
    if head.dep_ == "xcomp" and head.head.lower_ == "going":
        found.add("will")
    return found


def _is_possible(head: Token) -> bool:
    return bool(_modals(head) & _MAY) or any(
        d.lower_ in word_set("en/hedges", "tentative") for d in head.children if d.dep_ == "advmod"
    )


def _dependence(head: Token) -> Reading | None:
    """Peace hinges on talks · it is contingent upon talks"""
    subject = own_subject(head)
    if subject is not None and depends_in_person(subject):
        return None
    for word in (head, child(head, "acomp"), child(head, "xcomp")):
        if word is None:
            continue
        preposition = child(word, "prep")
        kind = "adjectives" if word.pos_ == "ADJ" else "verbs"
        keys = [word.lower_] if word.pos_ == "ADJ" else []
        if preposition is not None:
            keys.insert(0, f"{lemma(word)} {preposition.lower_}")
        if keys and stance_of(kind, *keys) is Stance.CONDITIONS:
            return Reading(Stance.CONDITIONS)
    return None


def _obligation(head: Token) -> Reading | None:
    """Norland must pay · they need to go · it is vital to talk"""
    negative = is_negated(head)
    subject = own_subject(head)
    for auxiliary in head.lefts:
        if auxiliary.dep_ == "aux" and auxiliary.lower_ in _MUST:
            inverted = subject is not None and auxiliary.i < subject.i
            has_have = child(head, "aux") is not None and any(
                d.lower_ == "have" for d in head.lefts if d.dep_ == "aux"
            )
            if not inverted and not has_have:
                return Reading(Stance.DEMANDS, negative)
    infinitive = child(head, "xcomp")
    if _modals(head) & _UNREAL or (subject is not None and subject.lower_ == "you"):
        # "would have to win" and "you have to take what comes" ask nothing of anybody.
        return None
    has_object = child(head, "dobj") is not None
    if infinitive is not None and any(d.lower_ == "to" for d in infinitive.lefts):
        must = lemma(head) in {"need", "have"} and not has_object and lemma(infinitive) != "do"
    else:
        must = lemma(head) == "need" and has_object
    is_memory = head.tag_ == "VBD" and subject is not None and subject.lower_ in {"i", "we"}
    if must and not negative and not is_memory:
        return Reading(Stance.DEMANDS)
    adjective = child(head, "acomp", "attr")
    if adjective is not None and adjective.lower_ in word_set("en/stances", "necessity"):
        return Reading(Stance.DEMANDS, negative)
    return None


def _is_imperative(head: Token) -> bool:
    """“Stop the war,” she said."""
    return (
        head.tag_ == "VB"
        and head.dep_ == "ROOT"
        and head.left_edge.pos_ not in {"PRON", "NOUN", "PROPN"}
        and not any(d.dep_ in {"aux", "mark", "nsubj"} for d in head.children)
    )


def _own_attitude(head: Token, is_own: IsOwn) -> Reading | None:
    """Said it supports the plan · said he believes they must go · would like to see it"""
    if lemma(head) in _OPINION:
        inner = child(head, "ccomp")
        reading = read_clause(inner, is_own) if inner is not None else None
        return reading.flipped() if reading and is_negated(head) else reading
    if lemma(head) == "want" and child(head, "dobj") is None:
        inner = child(head, "xcomp")
        if inner is not None and own_subject(inner) is None:
            # "I want to be clear" is no stand, "we want to stay" is one.
            if lemma(inner) == "be" or lemma(inner) in _TALK:
                return None
            return Reading(Stance.REFUSES, True) if is_negated(head) else Reading(Stance.SUPPORTS)
    if lemma(head) in {"like", "love"} and _modals(head) & _WILL:
        return Reading(Stance.OPPOSES, True) if is_negated(head) else Reading(Stance.DEMANDS)
    if lemma(head) in {"continue", "go", "decide", "choose"} and child(head, "xcomp") is not None:
        inner = child(head, "xcomp")
        return attitude_of(inner) if inner is not None else None
    noun = child(head, "dobj")
    if lemma(head) == "have" and noun is not None:
        # "had no intention of paying", "had doubts about it"
        stance = stance_of("nouns", lemma(noun))
        if stance is not None:
            is_none = is_negated(head) or has_negative_quantifier(noun)
            return Reading(stance).flipped() if is_none else Reading(stance)
    if _is_to_blame(head) and not is_negative(head):
        return Reading(Stance.CONCEDES)
    if is_negated(head) and lemma(head) in {"know", "comment"} and head.dep_ == "ccomp":
        return Reading(Stance.WITHHOLDS, True)
    if _modals(head) & _WILL and is_harmful(head) and not is_negative(head):
        # "said it would boycott the talks" threatens, whatever the word says by itself.
        return Reading(Stance.THREATENS)
    if _modals(head) & _WILL and lemma(head) in _ORDERS and not is_negative(head):
        return Reading(Stance.COMMITS)  # "said she would require a permit"
    reading = attitude_of(head)
    if reading is None:
        return None
    if _modals(head) & _WILL and reading.stance not in _KEPT_IN_FUTURE:
        return None
    has_never = any(d.lower_ == "never" for d in head.lefts)
    if has_never and not _modals(head) & _WILL and _attitude_verb(head) in _GIVEN:
        return Reading(Stance.DENIES, True)  # "never promised it"
    return reading


def _attitude_verb(head: Token) -> Stance | None:
    """The stance of the verb alone, without its negation."""
    return stance_of("verbs", verb_key(head), lemma(head))


def _announcement(head: Token) -> Reading | None:
    """Said it would send troops · said it will not sign · said it will retaliate"""
    modals = _modals(head)
    tentative = not modals & _WILL
    if tentative and not (modals & _MIGHT and is_undertaking(head)):
        # "I can point to two reasons" promises nothing, "we might send troops" does.
        return None
    if "have" in modals or lemma(head) in word_set("en/stances", "stative", "verbs"):
        # "would have sent" was never promised, nor was "would be cold".
        return None
    if child(head, "auxpass") is not None or is_said_only(head):
        return None
    if is_negative(head):
        return None if tentative else _refusal(head)
    if is_harmful(head) or is_ultimatum(head):
        return Reading(Stance.THREATENS, False, tentative)
    return Reading(Stance.COMMITS, False, tentative)


def _denial(head: Token) -> Reading | None:
    """Said he did not take the money · said she had never met him · is not sending troops"""
    if not is_negated(head) or lemma(head) in _OPINION:
        return None
    subject = own_subject(head)
    habit = {"do", "does"} & {d.lower_ for d in head.lefts if d.dep_ == "aux"}
    if habit and subject is not None and subject.lower_ in {"we", "it", "i"}:
        # "We do not pay ransom."
        return Reading(Stance.REFUSES, True) if is_undertaking(head) else None
    if head.tag_ == "VBG" and child(head, "auxpass") is None:
        # What one is not doing on purpose, one refuses.
        on_purpose = is_undertaking(head) or is_giving_up(head)
        return _refusal(head) if on_purpose else _past_denial(head)
    return _past_denial(head)


def _refusal(head: Token) -> Reading:
    """Will not sign it, but to say that one will not give up is a promise."""
    return Reading(Stance.COMMITS if is_giving_up(head) else Stance.REFUSES, True)


def _past_denial(head: Token) -> Reading | None:
    if _modals(head) & _UNREAL:
        return None  # "could not remember"
    past = head.tag_ in {"VBD", "VBN"} or any(
        d.lower_ in {"did", "had", "was", "were"}
        for d in head.lefts
        if d.dep_ in {"aux", "auxpass"}
    )
    return Reading(Stance.DENIES, True) if past and head.pos_ in VERBAL else None


def _verdict(head: Token) -> Reading | None:
    """Said the raid was unacceptable · said a deal was out of the question"""
    if lemma(head) not in {"be", "remain"} or is_negative(head):
        return None
    if "have" in _modals(head) and _modals(head) & _UNREAL:
        return None  # "it would have been a mistake"
    said = " ".join(t.lower_ for t in head.doc[head.i + 1 : head.right_edge.i + 1][:6])
    if any(phrase in said for phrase in word_set("en/stances", "verdicts", "refusing")):
        return Reading(Stance.REFUSES)
    adjective = child(head, "acomp", "attr")
    if adjective is not None and lemma(adjective) in word_set("en/stances", "verdicts", "opposing"):
        return Reading(Stance.OPPOSES)
    return None


def _blame(head: Token) -> Reading | None:
    """Said the rebels were to blame · said Okafor was responsible · said they had lied"""
    if is_negative(head):
        return None
    if _is_to_blame(head):
        return Reading(Stance.ACCUSES)
    subject = own_subject(head)
    is_done = head.tag_ in {"VBD", "VBN", "VBZ", "VBP", "VBG"} and not _modals(head) & _UNREAL
    if subject is None or not is_done or child(head, "auxpass") is not None:
        return None
    if is_behind_it(head):
        return Reading(Stance.ACCUSES)
    if lemma(head) in word_set("en/stances", "guilt", "deeds") and can_speak(subject):
        return Reading(Stance.ACCUSES)
    return None


def _is_to_blame(head: Token) -> bool:
    adjective = child(head, "acomp", "xcomp", "attr")
    return adjective is not None and lemma(adjective) in word_set("en/stances", "guilt", "words")


def _danger(head: Token) -> Reading | None:
    """Said the plan would destroy the forest · said it could lead to war"""
    if not _modals(head) & (_WILL | _MAY) or is_negative(head):
        return None
    if lemma(head) in word_set("en/stances", "dangers", "verbs"):
        return Reading(Stance.WARNS)
    words = head.doc[head.i + 1 : head.i + 4]
    leads = lemma(head) in {"lead", "cause", "risk", "bring", "spark", "trigger", "face"}
    nouns = word_set("en/stances", "dangers", "nouns")
    return Reading(Stance.WARNS) if leads and any(lemma(w) in nouns for w in words) else None
