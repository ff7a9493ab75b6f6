"""What is called into question: the kind `doubt`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues, pairs
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    asked_clause,
    child,
    children,
    clause_of,
    completion,
    governed,
    is_finished,
    is_named,
    is_negated,
    is_over,
    lemma,
    linked,
    modal,
    opens_question,
    ordered,
    preposition,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = QuestionKind.DOUBT
_ABOUT = ("about", "over", "of", "on", "with", "regarding", "at")


def _raised_measure(token: Token, measured: Token) -> Finding | None:
    verb = measured.head
    what = governed(preposition(token, *_ABOUT) or preposition(verb, *_ABOUT))
    denied = is_negated(verb) or any(c.lower_ == "no" for c in measured.children)
    if lemma(verb) not in cues("doubt", "raise") or denied or what is None:
        return None
    return Finding(_KIND, "raises", ordered(verb, token), what, Form.STATEMENT, subject(verb))


def raises(token: Token) -> Finding | None:
    """ "The delay raises doubts about the budget." """
    verb = token.head
    if token.pos_ != "NOUN":
        return None
    measured = verb.head if verb.lower_ == "of" and token.dep_ == "pobj" else token
    if measured.dep_ == "dobj" and lemma(measured) in cues("doubt", "measures"):
        # "raises a level of doubt about the budget"
        return _raised_measure(token, measured)
    if token.dep_ == "ROOT" and child(token, "acl", "ccomp") is not None:
        # "Many fear she will ...": the parser takes the verb for a noun
        return Finding(_KIND, "raises", (token,), child(token, "acl", "ccomp"), Form.STATEMENT)
    denied = any(c.lower_ == "no" for c in children(token, "det"))
    prep = preposition(token, *_ABOUT)
    if prep is None and token.dep_ == "nsubj" and lemma(verb) in cues("doubt", "persist"):
        prep = preposition(verb, *_ABOUT)
    what = governed(prep) or child(token, "acl", "ccomp")
    if token.dep_ == "pobj" and verb.lower_ == "with" and what is None:
        return _regarded(token, verb.head)
    growing = token.dep_ == "dobj" and child(verb, "expl") is not None
    if growing and lemma(verb) in cues("doubt", "persist") and what is not None:
        return Finding(_KIND, "raises", (token,), what, Form.STATEMENT)
    if token.dep_ == "nsubjpass" and lemma(verb) in cues("doubt", "raise"):
        what = what or governed(preposition(verb, *_ABOUT))
        return Finding(_KIND, "raises", ordered(token, verb), what, Form.STATEMENT)
    asks = token.lower_ in {"question", "questions"}
    if asks and token.dep_ == "dobj":
        what = what or asked_clause(token) or asked_clause(verb)
    owned = asks and (
        lemma(verb) == "have" or (what is None and preposition(verb, *_ABOUT) is None)
    )
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        # "a chance to raise doubts": whether they were raised is not said
        return None
    if token.dep_ == "dobj" and lemma(verb) in cues("doubt", "raise") and not denied and not owned:
        what = what or governed(preposition(verb, "on", "about", "over")) or subject(verb)
        return Finding(_KIND, "raises", ordered(verb, token), what, Form.STATEMENT, subject(verb))
    if asks and token.dep_ == "dobj" and not denied and lemma(verb) in {"face", "confront"}:
        return Finding(_KIND, "raises", ordered(verb, token), what or subject(verb), Form.THING)
    if what is None or denied or token.lower_ in {"question", "questions", "eyebrows"}:
        return None
    if token.dep_ in {"attr", "nsubj"} and not is_finished(clause_of(token)):
        return Finding(_KIND, "raises", (token,), what, Form.STATEMENT)
    if token.dep_ in {"pobj", "dobj", "ROOT"}:
        return Finding(_KIND, "raises", (token,), what, Form.STATEMENT, weight=1)
    return None


def threatened(token: Token) -> Finding | None:
    """ "The harvest is threatened by drought." """
    what = child(token, "nsubjpass")
    by = governed(preposition(token, "by"))
    if token.tag_ != "VBN" or what is None or by is None or is_negated(token):
        return None
    if is_finished(token) or what.pos_ == "PRON" or what.ent_type_ == "PERSON":
        return None
    return Finding(_KIND, "threatened", (token,), what, Form.THING)


def _regarded(worry: Token, verb: Token) -> Finding | None:
    """ "The plan is viewed with concern." """
    if lemma(verb) not in cues("doubt", "regard"):
        return None
    what = child(verb, "nsubjpass", "dobj")
    if what is None or what.pos_ == "PRON":
        return None
    return Finding(_KIND, "regarded", ordered(worry), what, Form.THING)


def uncertain_of(token: Token) -> Finding | None:
    """ "because of uncertainty over future demand" """
    what = governed(preposition(token, *_ABOUT))
    if what is None:
        return None
    return Finding(QuestionKind.UNKNOWN, "uncertain_of", (token,), what)


def fears(token: Token) -> Finding | None:
    """ "Farmers fear the dam will burst.", "Residents are worried that it may." """
    if token.pos_ not in {"VERB", "ADJ"} or is_negated(token):
        return None
    if child(token, "nsubj", "nsubjpass") is None and token.dep_ == "ROOT":
        return None
    what = child(token, "ccomp")
    if what is None and lemma(token) == "fear":
        what = governed(preposition(token, "for"))
    if what is None and lemma(token) in {"fear", "doubt", "question"}:
        what = child(token, "dobj")
        if what is None or what.pos_ == "PRON" or what.ent_type_ == "PERSON":
            return None
        if what.dep_ == "dobj" and is_finished(token) and not _is_questionable(what):
            return None
    who = subject(token)
    if what is None or (lemma(token) == "suspect" and is_finished(token)):
        return None
    if lemma(token) in {"question", "wonder"} and asked_clause(token) is None:
        weight = 2 if _is_questionable(what) else 1
        return Finding(_KIND, "fears", (token,), what, Form.STATEMENT, who, weight=weight)
    return Finding(_KIND, "fears", (token,), what, Form.STATEMENT, who)


def _is_questionable(what: Token) -> bool:
    """Whether to question it is to doubt it: a quality, a decision, a claim."""
    lists = cues("disputed", "rulings") | cues("disputed", "notions") | cues("doubt", "questioned")
    return lemma(what) in lists or lemma(what) in dict(pairs("phrasing", "qualities"))


def doubtful(token: Token) -> Finding | None:
    """ "A deal is unlikely.", "Traders are wary of the merger." """
    if token.dep_ not in {"acomp", "oprd", "ROOT", "conj", "ccomp"} or token.pos_ not in {
        "ADJ",
        "VERB",
    }:
        return None
    verb = token.head if token.dep_ in {"acomp", "oprd"} else token
    if is_negated(verb) or is_negated(token):
        return None
    if child(token, "xcomp") is not None and lemma(token) in cues("doubt", "shy"):
        # "afraid to ask" is unwilling, not in doubt
        return None
    whose = subject(token.head)
    anybody = whose is not None and (
        whose.pos_ == "PRON" or lemma(whose) in cues("undecided", "public")
    )
    if anybody and lemma(token) in cues("doubt", "shy") - {"wary"}:
        return None
    asked = asked_clause(token) or asked_clause(token.head)
    what = asked or child(token, "ccomp", "xcomp") or governed(linked(token, *_ABOUT))
    who = subject(token.head)
    if what is None and who is not None and who.lower_ == "it":
        what = completion(token)
    if what is None:
        what = who
    if what is None or what.pos_ == "PRON":
        return None
    weight = 1 if is_over(verb) else 2
    if what == who and lemma(token) in cues("doubt", "improbable"):
        return Finding(_KIND, "improbable", (token,), what, Form.THING, who, weight=weight)
    return Finding(_KIND, "doubtful", (token,), what, Form.STATEMENT, who, weight=weight)


def not_likely(token: Token) -> Finding | None:
    """ "The ban isn't likely to last." """
    if token.dep_ in {"acomp", "oprd"} and is_negated(token.head):
        what = completion(token) or subject(token.head)
        return Finding(_KIND, "not_likely", (token,), what, Form.EVENT, subject(token.head))
    return None


def hard_to_see(token: Token) -> Finding | None:
    """ "It is hard to see how the plan survives.", "Winning would prove challenging." """
    verb = completion(token)
    if token.dep_ not in {"acomp", "oprd"} or verb is None or verb.tag_ != "VB":
        return None
    if is_finished(token.head) or is_negated(token.head):
        return None
    what = asked_clause(verb) or child(verb, "ccomp")
    if what is None and lemma(verb) == "imagine":
        # "hard to imagine a bigger mess" is mere emphasis
        return None
    weight = 2 if lemma(verb) in {"see", "imagine", "believe", "envision"} else 1
    if lemma(token.head) != "be" and modal(token.head) == "will":
        weight = 2
    doer = child(verb, "nsubj")
    if modal(token.head) in {"will", "would"} and doer is not None and is_named(doer):
        # "it will be tough for Lund to win"
        weight = 2
    return Finding(
        _KIND, "hard_to_see", ordered(token, verb), what or verb, Form.STATEMENT, weight=weight
    )


def hard_going(token: Token) -> Finding | None:
    """ "The talks will be difficult.", "She can win, but it will be hard." """
    copula = token.head
    who = subject(copula)
    if token.dep_ != "acomp" or modal(copula) not in {"will", "would"} or who is None:
        return None
    easy = lemma(token) in {"easy", "simple", "smooth"}
    if token.tag_ != "JJ" or is_negated(copula) != easy or completion(token) is not None:
        return None
    conceded = copula.dep_ == "conj" and any(c.lower_ == "but" for c in copula.head.children)
    if who.pos_ == "PRON" and not (conceded and who.lower_ in {"it", "that", "this"}):
        return None
    matter = who if who.pos_ != "PRON" else None
    return Finding(_KIND, "hard_going", ordered(copula, token), matter, Form.THING)


def slim_chance(token: Token) -> Finding | None:
    """ "She has little chance of winning.", "Their chances are slim." """
    small = next(
        (c for c in children(token, "amod", "det") if c.lower_ in cues("doubt", "small")), None
    )
    if small is None and token.dep_ == "nsubj":
        small = child(token.head, "acomp")
        small = small if small is not None and small.lower_ in cues("doubt", "small") else None
    if small is None or lemma(token) == "way" or lemma(token.head) == "take":
        return None
    words = ("of", "for", "to") if lemma(token) == "path" else ("of", "for")
    what = governed(preposition(token, *words)) or child(token, "acl")
    if (small.lower_ == "no" and what is None) or is_finished(clause_of(token)):
        return None
    who = subject(clause_of(token))
    if who == token:
        # "The odds of winning are low": nobody in particular wins
        return Finding(_KIND, "slim_chance", ordered(small, token), what, Form.THING)
    return Finding(_KIND, "slim_chance", ordered(small, token), what, Form.EVENT, who)


def out_of_reach(token: Token) -> Finding | None:
    """ "The title is out of reach." """
    if token.head.lower_ != "of" or token.head.head.lower_ not in {"out", "beyond"}:
        return None
    verb = token.head.head.head
    if lemma(verb) not in {"be", "remain", "seem", "look", "appear"}:
        return None
    who = governed(preposition(token.head.head, "for") or preposition(verb, "for"))
    cue = ordered(token.head.head, token)
    return Finding(_KIND, "out_of_reach", cue, subject(verb), Form.EVENT, doer=who)


def disbelieves(token: Token) -> Finding | None:
    """ "I don't believe the bank can survive." """
    clause = child(token, "ccomp")
    if (
        not is_negated(token)
        or clause is None
        or modal(clause) not in {"will", "can", "could", "would"}
    ):
        return None
    who = subject(clause)
    holder = subject(token)
    if is_finished(token) and holder is not None and holder.lower_ in {"i", "we", "you"}:
        # "I didn't think it could happen": a story of then
        return None
    weight = 2 if who is None or who.lower_ in {"i", "we", "you"} else 3
    return Finding(
        _KIND, "disbelieves", (token,), clause, Form.STATEMENT, subject(token), weight=weight
    )


def _is_plan(what: Token | None) -> bool:
    """Whether a subject is something proposed: what it would do nobody has seen yet."""
    lists = cues("disputed", "plans") | cues("undecided", "proposals")
    return what is not None and lemma(what) in lists


def could_harm(token: Token) -> Finding | None:
    """ "The ruling could derail the merger." """
    would = modal(token) == "would" and _is_plan(subject(token))
    may = modal(token) in {"could", "may", "might"}
    if not (may or would) or token.pos_ not in {"VERB", "ADJ"}:
        return None
    if "have" in {lemma(c) for c in children(token, "aux")}:
        return None
    if modal(token) == "could" and is_negated(token):
        return None
    return Finding(_KIND, "could_harm", ordered(token), token, Form.STATEMENT, subject(token))


def puts_at_risk(token: Token) -> Finding | None:
    """ "The cuts could put lives at risk." """
    verb = token.head.head
    if token.head.lower_ not in {"at", "in"} or is_finished(clause_of(token)):
        return None
    act = governed(preposition(token, "of"))
    cue = ordered(token.head, token)
    if act is not None and act.dep_ == "pcomp":
        who = subject(verb)
        return Finding(_KIND, "puts_at_risk", cue, act, Form.EVENT, who, who)
    what = child(verb, "dobj") or subject(verb)
    said = lemma(verb) in {"be", "remain", "stand"} and what is not None and what.pos_ != "PRON"
    return Finding(_KIND, "puts_at_risk", cue, what, Form.THING, weight=2 if said else 1)


def threatens_to(token: Token) -> Finding | None:
    """ "The strike threatens to close the port." """
    verb = child(token, "xcomp")
    if verb is None or token.tag_ not in {"VBZ", "VBP", "VBG"} or token.pos_ != "VERB":
        return None
    return Finding(_KIND, "threatens_to", (token,), verb, Form.EVENT, subject(token))


def could_come(token: Token) -> Finding | None:
    """ "The vote could bring the party back.", "Lawsuits could be filed." """
    helping = modal(token)
    if helping not in {"could", "may", "might"} or token.pos_ != "VERB":
        return None
    if is_negated(token) and helping == "could":
        return None
    if "have" in {lemma(c) for c in children(token, "aux")}:
        return None
    who = subject(token)
    if who is None or who.lower_ in {"i", "we", "you", "one", "that", "this", "it"}:
        return None
    if token.dep_ in {"relcl", "advcl"} or opens_question(token):
        return None
    if token.dep_ == "ccomp" and lemma(token.head) in {"ask", "wonder"}:
        return None
    return Finding(_KIND, "could_come", (token,), token, Form.STATEMENT, who)


def warns(token: Token) -> Finding | None:
    """ "The bank warned that prices would rise." """
    clause = child(token, "ccomp")
    if clause is None or modal(clause) not in {"will", "would", "could", "may", "might"}:
        return None
    who = subject(clause)
    if who is None or who.lower_ in {"i", "we", "you"}:
        return None
    return Finding(_KIND, "warns", (token,), clause, Form.STATEMENT, subject(token))


def hopes_fade(token: Token) -> Finding | None:
    """ "Hopes for a deal are fading.", "Trust in the bank is falling." """
    verb = token.head
    if token.dep_ != "nsubj" or lemma(verb) not in cues("doubt", "fade") or verb.tag_ == "VBD":
        return None
    what = governed(preposition(token, "for", "of", "in"))
    return Finding(_KIND, "hopes_fade", ordered(token, verb), what or token, Form.THING)


RULES = (
    Rule(cues("doubt", "hopes"), hopes_fade),
    Rule(cues("doubt", "nouns") - {"uncertainty"}, raises),
    Rule(frozenset({"uncertainty"}), uncertain_of),
    Rule(cues("doubt", "fear") | {"concerned", "worried", "afraid", "fearful"}, fears),
    Rule(cues("doubt", "adjectives") - {"concerned", "worried"}, doubtful),
    Rule(frozenset({"likely"}), not_likely),
    Rule(cues("doubt", "hard") | {"impossible"}, hard_to_see),
    Rule(cues("doubt", "hard") | {"easy", "simple", "smooth"}, hard_going),
    Rule(cues("doubt", "chances"), slim_chance),
    Rule(frozenset({"reach"}), out_of_reach),
    Rule(cues("doubt", "believe"), disbelieves),
    Rule(cues("doubt", "harm"), could_harm),
    Rule(cues("doubt", "risks"), puts_at_risk),
    Rule(frozenset({"threaten", "risk"}), threatens_to),
    Rule(cues("doubt", "outcome"), could_come),
    Rule(cues("doubt", "warn"), warns),
    Rule(frozenset({"endanger", "imperil", "jeopardise", "jeopardize", "threaten"}), threatened),
)
