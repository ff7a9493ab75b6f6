"""How likely or how sound something is: the kind `doubt`, beside fears and doubts by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    child,
    clause_of,
    completion,
    governed,
    is_finished,
    is_named,
    is_negated,
    is_over,
    is_past_perfect,
    lemma,
    linked,
    modal,
    ordered,
    preposition,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = QuestionKind.DOUBT
_SPEAKERS = frozenset({"i", "we", "you", "one"})
_MAY = frozenset({"may", "might", "could"})


def may_not(token: Token) -> Finding | None:
    """ "The loan may not be enough.", "The pact might never take effect." """
    if modal(token) not in {"may", "might"} or token.dep_ in {"relcl", "advcl"}:
        return None
    if not any(c.dep_ == "neg" or c.lower_ == "never" for c in token.children):
        return None
    who = subject(token)
    if "have" in {lemma(c) for c in token.children if c.dep_ == "aux"}:
        return None
    if who is None or who.lower_ in _SPEAKERS | {"that", "this", "there"}:
        return None
    if lemma(token) == "be" and child(token, "acomp", "attr", "prep") is None:
        return None
    conceded = any(c.lower_ == "but" for c in token.children if c.dep_ == "cc")
    form = Form.EVENT if token.tag_ == "VBN" else Form.STATEMENT
    return Finding(_KIND, "may_not", (token,), token, form, who, weight=1 if conceded else 2)


def may_be_flawed(token: Token) -> Finding | None:
    """ "The law may be unconstitutional.", "The tests could be unreliable." """
    verb = token.head if token.dep_ in {"acomp", "oprd", "attr"} else token
    who = subject(verb)
    if modal(verb) not in _MAY or is_negated(verb) or who is None or who.lower_ in _SPEAKERS:
        return None
    if verb.dep_ in {"relcl", "advcl"}:
        return None
    return Finding(_KIND, "may_be_flawed", ordered(verb, token), verb, Form.STATEMENT, who)


def could_follow(token: Token) -> Finding | None:
    """ "The anger could send voters elsewhere." (a thing does; what people could do is talk)"""
    verb = token.head
    who = child(verb, "nsubj")
    if token.dep_ != "aux" or verb.tag_ != "VB" or who is None or is_negated(verb):
        return None
    if who.pos_ not in {"NOUN", "PROPN"} or lemma(verb) in cues("doubt", "idle"):
        return None
    if who.i > token.i or lemma(verb) in cues("doubt", "outcome") | {"struggle"}:
        return None
    if verb.dep_ not in {"ROOT", "ccomp", "conj"} or child(verb, "advcl") is not None:
        return None
    if verb.dep_ == "ccomp" and verb.head.pos_ != "VERB":
        return None
    by_name = is_named(who) or who.tag_ in {"NNP", "NNPS"}
    if who.tag_ == "NNS" and (token.norm_ == "could" or lemma(who) in cues("undecided", "public")):
        return None
    if by_name or lemma(who) in cues("undecided", "deciders"):
        # what a party may do is its own to decide
        if token.norm_ == "could" or verb.dep_ == "conj":
            return None
        cue = ordered(token, verb)
        return Finding(QuestionKind.UNDECIDED, "may_act", cue, verb, Form.EVENT, who, who)
    if child(verb, "dobj", "xcomp") is None:
        return None
    return Finding(_KIND, "could_follow", ordered(token, verb), verb, Form.STATEMENT, who)


def may_be_done(token: Token) -> Finding | None:
    """ "The mayor may be prosecuted over the loan." """
    verb = token.head
    who = child(verb, "nsubjpass")
    acts = cues("undecided", "acts") | cues("undecided", "measures")
    if token.dep_ != "aux" or who is None or lemma(verb) not in acts or is_negated(verb):
        return None
    words = {lemma(c) for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if "have" in words or who.lower_ in _SPEAKERS | {"it", "that", "this"}:
        return None
    cue = ordered(token, verb)
    by = governed(preposition(verb, "by"))
    return Finding(QuestionKind.UNDECIDED, "may_be_done", cue, verb, Form.EVENT, by, who)


def brings_up(token: Token) -> Finding | None:
    """ "The figures raise the possibility that the seat is lost." """
    verb = token.head
    about = governed(preposition(token, "about", "of", "over", "for", "with"))
    claim = child(token, "acl", "ccomp", "relcl")
    if token.dep_ != "dobj" or lemma(verb) not in {"raise", "open", "increase"} or is_negated(verb):
        return None
    if claim is not None and claim.tag_ in {"VBD", "VBN"} and child(claim, "nsubj") is None:
        claim = None
    what = claim or about
    if what is None and lemma(token) != "issue":
        return None
    return Finding(_KIND, "raises", ordered(verb, token), what or token, Form.STATEMENT)


def has_a_chance(token: Token) -> Finding | None:
    """ "The challenger has a chance of winning." (a slim one is another rule's)"""
    verb = token.head
    act = governed(preposition(token, "of", "at")) or child(token, "acl", "relcl")
    who = subject(verb)
    if lemma(verb) not in {"have", "stand"} or token.dep_ != "dobj" or act is None or who is None:
        return None
    anybody = who.pos_ == "PRON" and who.tag_ == "NN"
    if act.pos_ != "VERB" or who.lower_ in _SPEAKERS | {"it"} or is_negated(verb) or is_over(verb):
        return None
    if anybody or lemma(who) in cues("contingent", "anybody"):
        return None
    return Finding(_KIND, "has_a_chance", ordered(verb, token), act, Form.EVENT, who, who)


def risks_it(token: Token) -> Finding | None:
    """ "The pact risks collapse." """
    what = child(token, "dobj")
    who = subject(token)
    if token.pos_ != "VERB" or what is None or who is None or is_finished(token):
        return None
    if token.tag_ == "VB" and modal(token) not in _MAY | {"will", "would"}:
        return None
    if who.lower_ in _SPEAKERS or lemma(what) in {"life", "everything", "all"}:
        return None
    owned = child(what, "poss") is not None or any(c.lower_ == "the" for c in what.children)
    rule = "risks_loss" if owned else "risks_it"
    return Finding(_KIND, rule, ordered(token, what), what, Form.THING, who)


def struggles_to(token: Token) -> Finding | None:
    """ "The party may struggle to win a majority." """
    verb = child(token, "xcomp")
    who = subject(token)
    if verb is None or who is None or who.lower_ in _SPEAKERS or is_negated(token):
        return None
    going_on = token.tag_ in {"VBG", "VBZ", "VBP"} or modal(token) in _MAY | {"will", "would"}
    if not going_on or verb.tag_ != "VB":
        return None
    return Finding(_KIND, "struggles_to", (token,), verb, Form.EVENT, who, who)


def unsettles(token: Token) -> Finding | None:
    """ "The move has alarmed allies." """
    who = child(token, "nsubj")
    whom = child(token, "dobj")
    if token.pos_ == "ADJ" and token.dep_ == "amod" and lemma(token.head.head) == "have":
        who, whom = subject(token.head.head), token.head
    elif token.pos_ != "VERB" or token.dep_ in {"amod", "relcl"}:
        return None
    if who is None or whom is None or who.pos_ == "PRON" or who.ent_type_ == "PERSON":
        return None
    if whom.pos_ == "PRON" or is_negated(token) or is_past_perfect(token):
        return None
    return Finding(_KIND, "unsettles", (token,), who, Form.THING, whom)


def concerned_about(token: Token) -> Finding | None:
    """ "The partners are concerned about the cost." """
    copula = token.head if token.dep_ in {"acomp", "oprd"} else token
    if token.pos_ not in {"ADJ", "VERB"} or token.dep_ in {"amod", "relcl", "acl"}:
        return None
    seeming = copula.head if copula.dep_ == "xcomp" else copula
    if is_negated(copula) or is_negated(seeming) or is_past_perfect(copula):
        return None
    if copula == token and child(token, "nsubj", "nsubjpass") is None and token.dep_ != "conj":
        # in a headline, "Okafor to partners worried about the cost", it only describes
        return None
    what = governed(linked(token, "about", "by", "over", "at", "with"))
    if what is not None and what.head.lower_ == "with" and lemma(token) == "concerned":
        # "most concerned with winning" is busy with it
        return None
    who = subject(copula)
    if what is None or who is None or what.pos_ == "PRON":
        return None
    if who.lower_ in _SPEAKERS - {"i"}:
        return None
    if what.dep_ == "pcomp" and what.tag_ != "VBG":
        return None
    weight = 1 if is_over(copula) and copula.dep_ != "ccomp" and not is_named(who) else 2
    return Finding(_KIND, "concerned_about", (token,), what, Form.STATEMENT, who, weight=weight)


def bleak(token: Token) -> Finding | None:
    """ "The firm's future looks bleak." """
    verb = token.head
    what = subject(verb)
    if token.dep_ not in {"acomp", "oprd"} or what is None or is_negated(verb) or is_over(verb):
        return None
    if lemma(what) not in cues("doubt", "prospects"):
        return None
    return Finding(_KIND, "bleak", ordered(verb, token), what, Form.THING)


def not_confident(token: Token) -> Finding | None:
    """ "The general is not confident that the truce will hold." """
    copula = token.head if token.dep_ in {"acomp", "oprd"} else token
    clause = completion(token)
    what = clause or governed(linked(token, "about", "of", "in"))
    who = subject(copula)
    if not (is_negated(copula) or is_negated(token)) or what is None or who is None:
        return None
    if who.lower_ in _SPEAKERS or what.pos_ == "PRON":
        return None
    if clause is not None and clause.tag_ == "VB" and child(clause, "nsubj") is None:
        return None
    if clause is not None and clause.dep_ == "advcl":
        return None
    return Finding(_KIND, "not_confident", ordered(copula, token), what, Form.STATEMENT, who)


def warns_of(token: Token) -> Finding | None:
    """ "Economists warned of a recession.", "warned against a hasty exit" """
    prep = preposition(token, "of", "about", "against")
    what = governed(prep)
    who = subject(token)
    if token.pos_ != "VERB" or what is None or who is None or is_past_perfect(token):
        return None
    if token.dep_ in {"acl", "relcl", "amod"}:
        return None
    if who.lower_ in _SPEAKERS or what.pos_ == "PRON" or is_negated(token):
        return None
    whom = child(token, "dobj")
    if what.ent_type_ == "PERSON" or (whom is not None and whom.lower_ in {"us", "you"}):
        return None
    return Finding(_KIND, "warns_of", ordered(token, prep), what, Form.THING, who)


def fears_doing(token: Token) -> Finding | None:
    """ "Ilvania fears losing access to the port." """
    act = child(token, "xcomp")
    who = subject(token)
    if act is None or act.tag_ != "VBG" or who is None or who.lower_ in _SPEAKERS:
        return None
    if is_negated(token):
        return None
    return Finding(_KIND, "fears_doing", (token,), act, Form.EVENT, None, who)


def far_from(token: Token) -> Finding | None:
    """ "The outcome is not guaranteed.", "Success is not assured." """
    copula = token.head if token.dep_ in {"acomp", "oprd"} else token
    what = subject(copula)
    if not is_negated(copula) or what is None or what.pos_ == "PRON" or is_over(copula):
        return None
    if token.pos_ == "VERB" and child(token, "auxpass", "nsubjpass") is None:
        return None
    return Finding(_KIND, "improbable", ordered(copula, token), what, Form.THING)


def no_guarantee(token: Token) -> Finding | None:
    """ "There is no guarantee that the loan will be repaid.", "There is a risk that it fails." """
    claim = child(token, "acl", "ccomp", "relcl")
    denied = any(c.lower_ in {"no", "little"} for c in token.children)
    risky = lemma(token) in {"risk", "danger", "possibility", "likelihood", "chance"}
    verb = token.head
    said = token.dep_ == "attr" and child(verb, "expl") is not None
    of = governed(preposition(token, "of"))
    if claim is None and risky and said and of is not None and not denied and not is_over(verb):
        return Finding(_KIND, "no_guarantee", (token,), of, Form.THING)
    if token.dep_ == "nsubj" and lemma(verb) in cues("doubt", "persist"):
        # "The chance grows that there will be a runoff"
        said, claim = True, claim or child(verb, "ccomp")
    if claim is None or is_over(clause_of(token)) or not (said if risky else denied):
        return None
    cue = ordered(token, claim) if risky and modal(claim) else (token,)
    return Finding(_KIND, "no_guarantee", cue, claim, Form.STATEMENT)


RULES = (
    Rule(cues("doubt", "gloomy"), bleak),
    Rule(frozenset({"may", "might", "could"}), could_follow),
    Rule(frozenset({"may", "might", "could"}), may_be_done),
    Rule(cues("doubt", "bearing"), may_not),
    Rule(cues("doubt", "flaws"), may_be_flawed),
    Rule(frozenset({"issue", "possibility", "prospect", "specter", "spectre"}), brings_up),
    Rule(frozenset({"chance", "shot"}), has_a_chance),
    Rule(frozenset({"risk"}), risks_it),
    Rule(frozenset({"struggle", "strain"}), struggles_to),
    Rule(cues("doubt", "unsettle"), unsettles),
    Rule(cues("doubt", "troubled"), concerned_about),
    Rule(cues("doubt", "confident"), not_confident),
    Rule(frozenset({"warn", "caution"}), warns_of),
    Rule(frozenset({"fear", "dread", "risk"}), fears_doing),
    Rule(
        frozenset({"guarantee", "guaranteed", "assured", "assure", "inevitable", "certain"}),
        far_from,
    ),
    Rule(
        frozenset(
            {
                "guarantee",
                "assurance",
                "certainty",
                "evidence",
                "risk",
                "danger",
                "possibility",
                "likelihood",
                "chance",
            }
        ),
        no_guarantee,
    ),
)
