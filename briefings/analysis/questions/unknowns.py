"""What nobody in the text can or will tell: the kind `unknown`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Rule
from briefings.analysis.questions.grammar import (
    child,
    children,
    finite,
    is_finished,
    is_negated,
    modal,
    object_of,
    ordered,
    preposition,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = QuestionKind.UNKNOWN
_ABOUT = ("about", "on", "over", "of", "into", "as", "to", "for", "regarding")
_WH = frozenset({"who", "whom", "whose", "what", "which", "when", "where", "why", "how", "whether"})


def asked_clause(token: Token) -> Token | None:
    """The indirect question that depends on a token: "unclear *whether she knew*"."""
    for clause in token.children:
        if clause.dep_ in {"ccomp", "csubj", "csubjpass", "advcl", "xcomp", "acl"}:
            if opens_question(clause):
                return clause
        elif clause.dep_ == "prep":
            governed = child(clause, "pcomp", "pobj")
            if governed is not None and opens_question(governed):
                return governed
    return None


def opens_question(clause: Token) -> bool:
    """Whether a clause is an indirect question: it begins with whether, if or a wh-word."""
    first = clause.left_edge
    if first.lower_ in _WH or (first.lower_ == "if" and clause.dep_ in {"ccomp", "pcomp"}):
        return True
    return any(c.lower_ == "whether" for c in children(clause, "mark"))


def _about(token: Token) -> Token | None:
    """What a token is about: its clause, or what its preposition governs."""
    return asked_clause(token) or object_of(preposition(token, *_ABOUT))


def unclear(token: Token) -> Finding | None:
    """ "It is unclear whether the mayor knew.", "The offer is vague about dates." """
    copula = token.head
    if token.dep_ in {"acomp", "oprd", "ROOT", "conj", "amod", "advcl", "attr", "ccomp"}:
        if token.dep_ == "amod":
            return Finding(_KIND, "unclear", (token,), token.head, is_weak=True)
        matter = _about(token) or asked_clause(copula)
        if matter is None and copula.pos_ in {"AUX", "VERB"}:
            matter = subject(copula)
        cue = ordered([copula if copula.pos_ in {"AUX", "VERB"} else None, token])
        return Finding(_KIND, "unclear", cue, matter)
    return None


def not_clear(token: Token) -> Finding | None:
    """ "It was not immediately clear who had signed." """
    copula = token.head if token.dep_ in {"acomp", "oprd", "attr"} else token
    if not is_negated(copula):
        return None
    matter = asked_clause(token) or asked_clause(copula)
    if matter is None and token.lower_ in {"known", "confirmed", "clear", "certain"}:
        matter = subject(copula)
        if matter is not None and matter.lower_ in {"i", "he", "she", "we", "you", "they"}:
            return None
    if matter is None:
        return None
    return Finding(_KIND, "not_clear", ordered([copula, token]), matter)


def not_told(token: Token) -> Finding | None:
    """ "The ministry did not say why the ferry turned back." """
    if token.pos_ != "VERB":
        return None
    governor = token.head
    denied = is_negated(token)
    cue = [token, *children(token, "neg")]
    if not denied and token.dep_ == "xcomp":
        if governor.lemma_ in cues("unknown", "refusals") or (is_negated(governor) and governor.lower_ in {"able", "willing", "ready", "want"}):
            denied = True
            cue.append(governor)
    if not denied:
        return None
    who = subject(token)
    if who is not None and who.lower_ == "you":
        return None
    matter = asked_clause(token)
    if matter is None:
        matter = object_of(preposition(token, "about", "on", "regarding", "whether"))
    if matter is None and token.lemma_ not in {"know", "tell", "give", "say"}:
        matter = child(token, "dobj")
    if matter is None:
        return None
    return Finding(_KIND, "not_told", ordered(cue), matter, ordered([who]))


def no_reply(token: Token) -> Finding | None:
    """ "The bank did not respond to questions about the loan." """
    denied = is_negated(token) or (
        token.dep_ == "xcomp" and token.head.lemma_ in cues("unknown", "refusals")
    )
    if token.pos_ != "VERB" or not denied:
        return None
    about = object_of(preposition(token, "about", "on", "to", "regarding"))
    if about is not None:
        about = object_of(preposition(about, "about", "on", "regarding")) or about
    return Finding(_KIND, "no_reply", ordered([token]), about, ordered([subject(token)]))


def no_information(token: Token) -> Finding | None:
    """ "No reason was given for the delay.", "She did not see details." """
    quantity = child(token, "det", "amod")
    verb = token.head
    denied = quantity is not None and quantity.lower_ in {"no", "few", "little", "scant"}
    if not denied and token.dep_ == "dobj" and is_negated(verb):
        denied = True
    if not denied:
        return None
    return Finding(
        _KIND, "no_information", ordered([quantity, token]), _about(token) or asked_clause(verb)
    )


def under_inquiry(token: Token) -> Finding | None:
    """ "The probe into the fire continues." """
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    verb = finite(token)
    if is_finished(verb):
        return None
    matter = object_of(preposition(token, "into", "of", "over", "for")) or token
    return Finding(_KIND, "under_inquiry", (token,), matter)


def inquires(token: Token) -> Finding | None:
    """ "Prosecutors are investigating whether the seal was forged." """
    if token.pos_ != "VERB":
        return None
    if token.tag_ not in {"VBG", "VB", "VBN"} or is_finished(token):
        return None
    matter = asked_clause(token) or child(token, "dobj", "nsubjpass")
    return Finding(_KIND, "inquires", (token,), matter, ordered([subject(token)]))


def looks_into(token: Token) -> Finding | None:
    """ "Auditors are looking into the sale." """
    into = preposition(token, "into")
    if into is None or token.pos_ != "VERB" or is_finished(token):
        return None
    return Finding(
        _KIND, "looks_into", ordered([token, into]), object_of(into), ordered([subject(token)])
    )


def remains_to_be_seen(token: Token) -> Finding | None:
    """ "It remains to be seen whether the truce holds.", "We'll see." """
    if token.dep_ == "xcomp" and token.head.lemma_ == "remain":
        return Finding(
            _KIND, "remains_to_be_seen", (token.head, token), asked_clause(token) or subject(token)
        )
    if modal(token) in {"will", "'ll", "’ll"} and child(token, "dobj", "ccomp") is None:
        who = subject(token)
        if who is not None and who.lower_ in {"we", "time"}:
            return Finding(_KIND, "remains_to_be_seen", (token,), asked_clause(token))
    return None


def too_early(token: Token) -> Finding | None:
    """ "It is too early to tell." """
    if not any(c.lower_ == "too" for c in children(token, "advmod")):
        return None
    verb = child(token, "xcomp", "advcl", "ccomp")
    if verb is None or verb.lemma_ not in {"say", "tell", "know", "judge", "predict", "speculate"}:
        return None
    return Finding(_KIND, "too_early", (token, verb), asked_clause(verb))


def puzzle(token: Token) -> Finding | None:
    """ "Who paid for the trip remains a mystery." """
    if token.dep_ not in {"attr", "nsubj", "dobj"}:
        return None
    return Finding(
        _KIND,
        "puzzle",
        (token,),
        object_of(preposition(token, "of", "about")) or subject(token.head),
    )


def speculated(token: Token) -> Finding | None:
    """ "Neighbours speculated that a gas leak had started it." """
    clause = child(token, "ccomp")
    if token.pos_ != "VERB" or clause is None:
        return None
    return Finding(_KIND, "speculated", (token,), clause)


def may_have(token: Token) -> Finding | None:
    """ "The storm may have cut the cable." """
    verb = token.head
    if token.dep_ != "aux" or not any(c.lower_ == "have" for c in children(verb, "aux")):
        return None
    return Finding(_KIND, "may_have", (token,), verb)


def asked_whether(token: Token) -> Finding | None:
    """ "Reporters asked whether the vote would be repeated." """
    clause = asked_clause(token)
    if token.pos_ != "VERB" or clause is None:
        return None
    return Finding(_KIND, "asked_whether", (token,), clause, is_weak=True)


RULES = (
    Rule(cues("unknown", "adjectives"), unclear),
    Rule(cues("unknown", "positives") | {"know", "confirm", "understand"}, not_clear),
    Rule(cues("unknown", "telling"), not_told),
    Rule(cues("unknown", "replies"), no_reply),
    Rule(cues("unknown", "gaps"), no_information),
    Rule(cues("unknown", "inquiries"), under_inquiry),
    Rule(cues("unknown", "inquire"), inquires),
    Rule(frozenset({"look", "dig", "delve"}), looks_into),
    Rule(frozenset({"see", "tell"}), remains_to_be_seen),
    Rule(frozenset({"early", "soon"}), too_early),
    Rule(cues("unknown", "puzzles"), puzzle),
    Rule(cues("unknown", "speculate"), speculated),
    Rule(frozenset({"may", "might"}), may_have),
    Rule(frozenset({"ask", "question", "wonder"}), asked_whether),
)
