"""What nobody in the text can or will tell: the kind `unknown`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    IRREALIS,
    WH_WORDS,
    asked_clause,
    auxiliaries,
    child,
    children,
    completion,
    governed,
    is_counterfactual,
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

_KIND = QuestionKind.UNKNOWN
_ABOUT = ("about", "on", "over", "of", "into", "as", "to", "for", "regarding")
_PREDICATES = frozenset({"acomp", "oprd", "ROOT", "conj", "advcl", "attr", "ccomp", "advmod"})
_TALK = frozenset({"i", "we", "you", "your", "our"})
_PERSONAL = frozenset({"i", "he", "she", "we", "you", "they", "it", "this", "that"})


def unknown(
    rule: str,
    cue: tuple[Token, ...],
    matter: Token | None,
    who: Token | None = None,
    weight: int = 2,
) -> Finding:
    """A finding of this kind: a clause is asked in its own tense, a noun as a thing."""
    form = Form.STATEMENT
    if matter is None or matter.pos_ in {"NOUN", "PROPN", "PRON"}:
        form = Form.THING if matter is None or not opens_question(matter) else Form.STATEMENT
    return Finding(_KIND, rule, cue, matter, form, who, weight=weight)


def unclear(token: Token) -> Finding | None:
    """ "It is unclear whether the mayor knew.", "The offer is vague about dates." """
    if token.pos_ not in {"ADJ", "VERB", "ADV"}:
        return None
    if token.dep_ == "amod":
        matter = asked_clause(token) or asked_clause(token.head)
        if matter is None and _has_prospects(token.head):
            who = subject(token.head.head)
            return Finding(QuestionKind.DOUBT, "unclear", (token, token.head), who, Form.THING)
        return unknown("unclear", (token,), matter or token.head, weight=3 if matter else 1)
    if token.dep_ not in _PREDICATES:
        return None
    copula = token.head if token.dep_ in {"acomp", "oprd", "attr", "advmod"} else None
    matter = asked_clause(token) or governed(linked(token, *_ABOUT))
    if matter is not None and matter.ent_type_ in {"DATE", "TIME"}:
        matter = None
    if copula is not None and copula.pos_ in {"AUX", "VERB"}:
        matter = matter or asked_clause(copula) or _when(copula) or subject(copula)
    if token.lower_ in cues("unknown", "silence"):
        who = subject(copula) if copula is not None else None
        public = who is not None and (is_named(who) or lemma(who) in cues("undecided", "deciders"))
        if not public or (copula is not None and copula.tag_ == "VB"):
            return None
    if token.lower_ in {"uncertain", "unsure"}:
        undecided = matter is not None and copula is not None and matter == subject(copula)
        if matter is None or matter.pos_ == "PRON" or (undecided and _are_people(matter)):
            return None
    weight = 3 if matter is not None and opens_question(matter) else 2
    if matter is not None and matter.lower_ in {"it", "this", "that"}:
        # "it is unclear at this point": the sentence before would have to tell what
        weight = 1
    return unknown("unclear", ordered(copula, token), matter, weight=weight)


def _has_prospects(noun: Token) -> bool:
    """ "The pact faces an uncertain future." """
    verb = noun.head
    ahead = lemma(noun) in {"future", "fate", "outlook", "prospect", "path", "outcome", "status"}
    faced = noun.dep_ == "dobj" and lemma(verb) in {"face", "have", "confront"}
    return ahead and faced and not is_finished(verb) and subject(verb) is not None


def _are_people(who: Token) -> bool:
    """Whether a subject is a crowd or a share of one: "many people", "13 percent"."""
    counted = who.ent_type_ in {"PERCENT", "CARDINAL", "PERSON"}
    return counted or lemma(who) in cues("undecided", "public")


def not_clear(token: Token) -> Finding | None:
    """ "It was not immediately clear who had signed." """
    copula = token.head if token.dep_ in {"acomp", "oprd", "attr"} else token
    if not is_negated(copula) or (token.pos_ == "VERB" and not _is_passive(token)):
        return None
    if token.lower_ == "known" and preposition(token, "as", "for") is not None:
        return None
    matter = asked_clause(token) or asked_clause(copula) or _when(token) or _when(copula)
    weight = 3
    if matter is None:
        if modal(copula) in {"will", "would"} and lemma(token) not in {"know", "clear"}:
            # "The nominee will not be confirmed" is settled
            return None
        claim = child(token, "ccomp") if lemma(token) in {"certain", "clear", "sure"} else None
        matter = claim or governed(preposition(token, "about")) or subject(copula)
        weight = 2
        if matter is None or matter.lower_ in _PERSONAL or token.lower_ == "convinced":
            return None
    return unknown("not_clear", ordered(copula, token), matter, weight=weight)


def _when(token: Token) -> Token | None:
    """ "when it will reopen" after "not clear", which the parser takes for a time clause"""
    clause = child(token, "advcl")
    first = clause.left_edge.lower_ if clause is not None and clause.i > token.i else ""
    return clause if first in {"when", "where", "how", "why", "if"} else None


def _is_passive(verb: Token) -> bool:
    return child(verb, "auxpass") is not None or child(verb, "nsubjpass") is not None


def not_told(token: Token) -> Finding | None:
    """ "The ministry did not say why the ferry turned back." """
    if token.pos_ != "VERB" or is_counterfactual(token):
        return None
    denial = _denial(token)
    if denial is None:
        return None
    who = subject(token)
    if who is None or who.lower_ == "you":
        return None
    if token.dep_ == "conj" and token.tag_ == "VB" and not auxiliaries(token):
        # "to keep it for life, not tell of it"
        return None
    clause = asked_clause(token)
    if lemma(token) in {"know", "understand"}:
        # "we don't know what we are talking about" is talk, "police do not know who" is a gap
        talk = who.lower_ in {"i", "we"} or token.sent.text.count("know") > 1
        if lemma(who) in cues("undecided", "public"):
            return None
        if clause is None or talk or (lemma(token) == "understand" and who.pos_ == "PRON"):
            return None
        if clause.left_edge.lower_ == "what" and lemma(clause) in {"talk", "do"}:
            # "does not know what she is talking about" is an insult
            return None
    matter = clause or governed(preposition(token, "about", "on", "regarding"))
    if matter is None and lemma(token) in cues("unknown", "withholding"):
        matter = child(token, "dobj")
        if matter is not None and lemma(matter) in {"detail", "information", "specific"}:
            matter = governed(preposition(matter, *_ABOUT)) or matter
    if matter is None and lemma(token) == "mention":
        # what somebody leaves out of a speech may be well known
        return None
    if matter is None and lemma(denial) in cues("unknown", "refusals"):
        matter = child(token, "dobj")
    if matter is None and lemma(token) == "confirm":
        # "refused to confirm or deny the report": the object hangs on the second verb
        second = child(token, "conj")
        matter = child(second, "dobj") if second is not None else None
    if matter is None or matter.lower_ in _PERSONAL:
        return None
    if clause is None and who.lower_ in {"i", "we"}:
        return None
    weight = 3 if clause is not None and who.lower_ not in {"i", "we"} else 2
    return unknown("not_told", ordered(denial, token), matter, who, weight)


def _denial(verb: Token) -> Token | None:
    """The word that denies the verb: not, decline to, unable to."""
    if is_negated(verb):
        return child(verb, "neg") or verb
    governor = verb.head
    if verb.dep_ == "conj" and governor.dep_ == "xcomp":
        # "declined to confirm or deny it"
        governor = governor.head
    elif verb.dep_ != "xcomp":
        return None
    if lemma(governor) in cues("unknown", "refusals"):
        # "officers should avoid speaking of it" is a rule, no refusal
        return governor if modal(governor) not in {"should", "must"} else None
    willing = {"able", "possible", "prepared", "ready", "willing"}
    if governor.lower_ in willing and is_negated(governor.head):
        return governor
    return None


def no_reply(token: Token) -> Finding | None:
    """ "The bank did not respond to questions about the loan." """
    if token.pos_ != "VERB":
        return None
    denial = _denial(token)
    if denial is None or (lemma(token) == "weigh" and child(token, "prt") is None):
        return None
    if modal(token) in {"can", "could", "must", "should"}:
        # "judges should not weigh in" is a rule, no silence
        return None
    manner = governed(preposition(token, "in"))
    if manner is not None and lemma(manner) == "kind":
        # who does not respond in kind does not keep silent
        return None
    about = governed(preposition(token, "about", "on", "to", "regarding"))
    if about is not None:
        deeper = governed(preposition(about, "about", "on", "regarding"))
        if deeper is None:
            for_ = governed(preposition(about, "for"))
            deeper = governed(preposition(for_, "about", "on")) if for_ is not None else None
        about = deeper if lemma(about) in cues("unknown", "asked") else deeper or about
    return unknown("no_reply", ordered(denial, token), about, subject(token))


def no_information(token: Token) -> Finding | None:
    """ "No reason was given for the delay.", "She did not see details." """
    quantity = next(
        (c for c in children(token, "det", "amod") if c.lower_ in {"no", "few", "little", "scant"}),
        None,
    )
    verb = token.head
    clause = asked_clause(token) or asked_clause(verb)
    about = preposition(token, *_ABOUT, "for", "behind") or preposition(verb, "for", "about", "on")
    matter = clause or governed(about) or child(token, "acl", "ccomp")
    who = subject(verb)
    if who is not None and lemma(who) in cues("undecided", "public"):
        return None
    if token.lower_ == "words" and lemma(verb) in {"mince", "have", "need"}:
        return None
    if quantity is not None:
        needless = child(token, "acl", "relcl") is not None and lemma(token) in {"reason", "idea"}
        thin = lemma(token) == "sign" and (lemma(verb) == "show" or quantity.lower_ != "no")
        if (needless or thin) and clause is None:
            # "no reason to worry" and "shows no sign of tiring" tell of no gap
            return None
        return unknown("no_information", ordered(quantity, token), matter)
    denial = child(verb, "neg")
    if (
        quantity is None
        and token.dep_ == "dobj"
        and denial is not None
        and lemma(verb) in cues("unknown", "giving")
    ):
        weight = 3 if clause is not None else 2
        return unknown("no_information", ordered(denial, verb, token), matter, None, weight)
    return None


def remains_to_be_seen(token: Token) -> Finding | None:
    """ "It remains to be seen whether the truce holds.", "We'll see." """
    if token.dep_ == "xcomp" and lemma(token.head) == "remain":
        matter = asked_clause(token) or subject(token)
        return unknown("remains_to_be_seen", ordered(token.head, token), matter, weight=3)
    who = subject(token)
    if modal(token) == "will" and who is not None and who.lower_ in {"we", "time"}:
        clause = asked_clause(token)
        if clause is not None or child(token, "dobj", "ccomp", "xcomp") is None:
            return unknown("remains_to_be_seen", (token,), clause, weight=3)
    return None


def too_early(token: Token) -> Finding | None:
    """ "It is too early to tell.", "Whether the truce will hold is hard to say." """
    verb = completion(token)
    if verb is None or lemma(verb) not in cues("unknown", "foretelling"):
        return None
    asked = child(token.head, "csubj")
    clause = asked if asked is not None and opens_question(asked) else asked_clause(verb)
    too = any(c.lower_ == "too" for c in children(token, "advmod"))
    told = subject(token.head)
    open_matter = told is not None and lemma(told) in cues("unknown", "outcomes")
    if told is not None and open_matter and not is_over(token.head):
        # "the outcome is hard to predict"
        return unknown("too_early", ordered(token, verb), told)
    if not too and (clause is None or token.dep_ != "acomp" or is_negated(token.head)):
        return None
    return unknown("too_early", ordered(token, verb), clause, weight=3)


def puzzle(token: Token) -> Finding | None:
    """ "Who paid for the trip remains a mystery." """
    verb = token.head
    if token.dep_ not in {"attr", "oprd"} or lemma(verb) not in {"remain", "be"}:
        return None
    about = governed(preposition(token, "of", "about", "over"))
    return unknown("puzzle", (token,), about or subject(verb))


def asked_whether(token: Token) -> Finding | None:
    """ "Reporters asked whether the vote would be repeated." """
    clause = asked_clause(token)
    if token.pos_ != "VERB" or clause is None or modal(clause) not in IRREALIS:
        return None
    if token.dep_ in {"advcl", "acl"}:
        # "asked whether she would run, she said …" is answered in the same breath
        return None
    return unknown("asked_whether", (token,), clause)


def which_way(token: Token) -> Finding | None:
    """ "How the committee votes could be the first test." """
    clause = token.head
    if clause.left_edge != token or clause.dep_ not in {"csubj", "csubjpass"}:
        return None
    said = child(clause.head, "attr", "acomp")
    left = said is not None and lemma(said) in {"matter", "question", "issue", "open"}
    left = left and lemma(clause.head) == "be" and token.lower_ != "what"
    hanging = left or lemma(clause.head) in {"remain", "matter"}
    if modal(clause.head) not in IRREALIS and not hanging:
        return None
    form = Form.EVENT if modal(clause.head) in IRREALIS else Form.STATEMENT
    return Finding(_KIND, "which_way", (token,), clause, form)


def asks(token: Token) -> Finding | None:
    """ "Who will pay for the repairs?", put by the text itself"""
    sentence = token.sent
    root = sentence.root
    who = subject(root) if not is_counterfactual(root) else None
    if (
        token.i < sentence.end - 2
        or who is None
        or who.lower_ in {"i", "you", "that", "what"}
        or child(root, "neg")
    ):
        return None
    # without a modal it is mostly rhetorical: "What is so wrong with that?"
    start = sentence.start + (sentence[0].dep_ == "cc")
    first = [t.lower_ for t in token.doc[start : start + 2]]
    if first in (["how", "could"], ["how", "can"], ["why", "should"]):
        return None
    degree = (
        first[:1] == ["how"] and first[1:] != ["do"] and token.doc[start + 1].pos_ in {"ADJ", "ADV"}
    )
    if (modal(root) not in IRREALIS and not degree) or any(
        t.is_quote or t.lower_ in _TALK for t in sentence
    ):
        return None
    return Finding(_KIND, "asks", (token,), root, Form.DIRECT, who)


def nobody_knows(token: Token) -> Finding | None:
    """ "Nobody has explained who gave the order." """
    verb = token.head
    clause = asked_clause(verb)
    denied = token.lower_ != "one" or any(c.lower_ == "no" for c in token.children)
    if token.dep_ not in {"nsubj", "nsubjpass"} or clause is None or not denied:
        return None
    if lemma(verb) not in cues("unknown", "telling") | cues("unknown", "foretelling"):
        return None
    return unknown("nobody_knows", ordered(token, verb), clause, weight=3)


def unclaimed(token: Token) -> Finding | None:
    """ "No group has claimed responsibility for the blast." """
    verb = token.head
    if token.dep_ != "dobj" or lemma(verb) != "claim" or not is_negated(verb):
        return None
    what = governed(preposition(token, "for") or preposition(verb, "for"))
    return unknown("unclaimed", ordered(verb, token), what)


RULES = (
    Rule(frozenset({"responsibility"}), unclaimed),
    Rule(cues("unknown", "adjectives"), unclear),
    Rule(cues("unknown", "positives"), not_clear),
    Rule(cues("unknown", "telling"), not_told),
    Rule(cues("unknown", "replies") | {"weigh"}, no_reply),
    Rule(cues("unknown", "gaps") | {"data", "numbers"}, no_information),
    Rule(frozenset({"see", "tell"}), remains_to_be_seen),
    Rule(frozenset({"early", "soon", "hard", "difficult", "impossible", "tough"}), too_early),
    Rule(cues("unknown", "puzzles"), puzzle),
    Rule(frozenset({"ask", "question", "wonder"}), asked_whether),
    Rule(WH_WORDS | {"whether"}, which_way),
    Rule(frozenset({"?"}), asks),
    Rule(frozenset({"nobody", "one", "none"}), nobody_knows),
)
