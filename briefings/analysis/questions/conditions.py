"""What hangs on something that is not settled: the kind `contingent`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    IRREALIS,
    WH_WORDS,
    auxiliaries,
    child,
    children,
    clause_of,
    governed,
    is_counterfactual,
    is_finished,
    is_named,
    is_negated,
    is_past_perfect,
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

_KIND = QuestionKind.CONTINGENT
_GENERIC = frozenset({"you", "one", "anyone", "someone", "somebody", "so-and-so", "anybody"})
_SPEAKERS = frozenset({"i", "we"})


def conditional(token: Token) -> Finding | None:
    """ "If the dam breaks, the valley will flood." """
    clause = token.head
    if token.dep_ != "mark" or clause.dep_ not in {"advcl", "ccomp", "ROOT", "conj", "acl"}:
        return None
    if not _is_open_condition(token, clause):
        return None
    main = clause.head
    who = child(clause, "nsubj", "nsubjpass", "csubj", "expl")
    if who is None and clause.i == token.i + 1 and modal(main) in IRREALIS:
        # "if talks stall": the parser takes the subject for the verb
        return Finding(_KIND, "conditional", ordered(token, clause), weight=3)
    if who is None or who.lower_ in _GENERIC:
        return None
    if lemma(clause) == "be":
        # "if the river were to rise"
        clause = child(clause, "xcomp") or clause
    weight = 2
    ours = any(c.lower_ in {"my", "our", "your"} for c in children(who, "poss"))
    if ours or lemma(clause) == "want":
        # "if she wants to win, she must …" tells what it takes, not what may come
        weight = 1
    elif who.lower_ in _SPEAKERS or child(clause, "expl") is not None or who.lower_ == "there":
        weight = 1
    elif modal(main) in IRREALIS or _leads_to_future(main):
        weight = 3
    elif not modal(clause) and modal(clause_of(main)) not in IRREALIS:
        weight = 1
    main_verb = main if modal(main) in IRREALIS else None
    return Finding(
        _KIND, "conditional", (token,), clause, Form.EVENT, who, weight=weight, outcome=main_verb
    )


def _is_open_condition(mark: Token, clause: Token) -> bool:
    """Whether a condition may still come true: not over, not contrary to fact, not a question."""
    before = mark.doc[mark.i - 1].lower_ if mark.i > mark.sent.start else ""
    if mark.sent.text.rstrip(" \"”'’")[-1:] == "?":
        return False
    if before in {"as", "even", "what"} or clause.tag_ not in {
        "VBD",
        "VBZ",
        "VBP",
        "VB",
        "VBN",
        "VBG",
    }:
        return False
    main = clause.head
    if (
        mark.lower_ == "if"
        and clause.dep_ == "ccomp"
        and lemma(main) in cues("contingent", "asking")
    ):
        return False
    if is_past_perfect(clause) or is_counterfactual(main):
        return False
    if clause.dep_ == "advcl" and is_finished(main) and not _is_reported(clause, main):
        return False
    who = child(clause, "nsubj", "nsubjpass")
    past = {clause.lower_, *auxiliaries(clause)}
    return not (
        who is not None
        and "were" in past
        and child(clause, "xcomp") is None
        and modal(main) in {"", "would", "'d"}
    )


def _is_reported(clause: Token, main: Token) -> bool:
    """ "She expressed her readiness to talk if talks stalled": the condition is hers, and open."""
    return (
        clause.i > main.i
        and clause.tag_ in {"VBD", "VBZ", "VBP"}
        and lemma(main) in cues("contingent", "committing")
    )


def _leads_to_future(main: Token) -> bool:
    return any(lemma(c) == "go" for c in [main]) or main.tag_ == "VB"


def inverted(token: Token) -> Finding | None:
    """ "Should talks fail, the bridge stays shut." """
    clause = token.head if token.dep_ == "aux" else token
    if token.lower_ == "were" and child(token, "ccomp") is not None and token.dep_ == "advcl":
        # "Were the bank to fail": the parser hangs the infinitive on "were"
        verb = child(token, "ccomp")
        if verb is not None and verb.tag_ == "VB" and child(verb, "nsubj") is not None:
            return Finding(_KIND, "inverted", (token,), verb, Form.EVENT, subject(verb), weight=3)
    if token.lower_ not in {"should", "were"} or clause.dep_ not in {"advcl", "ccomp", "ROOT"}:
        return None
    who = child(clause, "nsubj", "nsubjpass")
    if who is None or who.left_edge.i != token.i + 1 or clause.sent.text.rstrip()[-1:] in '?"”':
        return None
    if any(c.lower_ in WH_WORDS for c in clause.children):
        return None
    if token.lower_ == "were" and child(clause, "xcomp") is None and token.dep_ != "aux":
        return None
    return Finding(
        _KIND, "inverted", (token,), clause, Form.EVENT, who, weight=3, outcome=clause.head
    )


def depends(token: Token) -> Finding | None:
    """ "The sale hinges on the regulator's consent." """
    on = preposition(token, "on", "upon")
    if on is None or is_finished(token):
        return None
    asked = child(token, "csubj")
    matter = governed(on) or child(on, "ccomp")
    if asked is not None and opens_question(asked):
        return Finding(
            _KIND, "depends", ordered(token, on), asked, Form.STATEMENT, matter, weight=3
        )
    if matter is None:
        return None
    weight = 3
    main = clause_of(token)
    if token.lower_ == "depending":
        main = token.head
        if modal(main) not in IRREALIS and lemma(main) != "be":
            weight = 1
    elif lemma(token) in {"ride", "hang", "rest", "turn", "build"} and not modal(token):
        weight = 2
    if lemma(main) in {"vary", "differ", "range"}:
        weight = 1
    return Finding(_KIND, "depends", ordered(token, on), matter, Form.EVENT, weight=weight)


def contingent(token: Token) -> Finding | None:
    """ "Peace is contingent on the army's consent.", "subject to approval" """
    on = linked(token, "on", "upon", "to")
    matter = governed(on)
    if on is None or matter is None:
        return None
    weight = 3
    if token.lower_ == "subject":
        if lemma(matter) not in cues("contingent", "approvals"):
            return None
        weight = 2
    elif on.lower_ == "to":
        return None
    elif token.lower_ == "dependent":
        weight = 2 if modal(clause_of(token)) in IRREALIS else 1
    return Finding(_KIND, "contingent", ordered(token, on), matter, Form.STATEMENT, weight=weight)


def would_have_to(token: Token) -> Finding | None:
    """ "The union would have to drop its claim." """
    if modal(token) not in {"would", "'d"} or is_negated(token):
        return None
    verb = child(token, "xcomp")
    who = subject(token)
    if verb is None or who is None or who.lower_ in _GENERIC | _SPEAKERS:
        return None
    named = who.ent_type_ or who.lower_ in {"he", "she", "they"}
    weight = 2 if named else 1
    return Finding(_KIND, "would_have_to", (token,), verb, Form.EVENT, who, weight=weight)


def must_in_order(token: Token) -> Finding | None:
    """ "To stay in the league, the club must win twice." """
    verb = token.head
    if token.dep_ != "aux":
        return None
    purpose = child(verb, "advcl")
    if purpose is None or purpose.tag_ != "VB" or purpose.left_edge.lower_ not in {"to", "in"}:
        return None
    return Finding(_KIND, "must_in_order", (token,), verb, Form.EVENT, subject(verb))


def will_settle(token: Token) -> Finding | None:
    """ "The turnout will decide the seat." """
    if modal(token) not in {"will", "could", "may", "might", "would"} or token.pos_ != "VERB":
        return None
    what = child(token, "ccomp", "dobj")
    who = subject(token)
    if what is None or who is None or who.lower_ in _GENERIC | _SPEAKERS:
        return None
    return Finding(_KIND, "will_settle", (token,), what, Form.EVENT, who)


def decisive(token: Token) -> Finding | None:
    """ "The rural vote could be decisive." """
    copula = token.head
    if token.dep_ == "acomp" and modal(copula) in IRREALIS:
        who = subject(copula)
        if who is None or (child(who, "det", "poss") is None and not who.ent_type_):
            return None
        return Finding(_KIND, "decisive", (token,), copula, Form.EVENT, who)
    return None


def failure(token: Token) -> Finding | None:
    """ "Failure to register may lead to a fine." """
    verb = token.head
    if token.dep_ != "nsubj" or modal(verb) not in IRREALIS or child(token, "acl") is None:
        return None
    return Finding(_KIND, "failure", (token,), verb, Form.STATEMENT)


def once_it(token: Token) -> Finding | None:
    """ "The road will open once the snow melts.", "They refuse to leave until they are paid." """
    clause = token.head
    if token.dep_ not in {"mark", "advmod"} or clause.dep_ != "advcl":
        return None
    main = clause.head
    if is_counterfactual(main) or clause.tag_ == "VBG" or is_past_perfect(clause):
        return None
    future = modal(clause_of(main)) in {"will", "would"} or lemma(main) in {"refuse", "leave"}
    who = subject(clause)
    if not future or who is None or who.lower_ in _GENERIC:
        return None
    return Finding(_KIND, "once_it", (token,), clause, Form.EVENT, who)


def in_the_event(token: Token) -> Finding | None:
    """ "in the event of a strike", "in the aftermath of a ceasefire" """
    of = preposition(token, "of")
    matter = governed(of)
    if token.dep_ != "pobj" or token.head.lower_ != "in" or matter is None:
        return None
    indefinite = any(c.lower_ in {"a", "an", "any"} for c in children(matter, "det"))
    if not indefinite and token.lower_ != "event":
        return None
    verb = token.head.head
    if verb.tag_ != "VB" and modal(clause_of(token)) not in IRREALIS:
        return None
    return Finding(_KIND, "in_the_event", ordered(token.head, token, of), matter, weight=2)


def or_face(token: Token) -> Finding | None:
    """ "The firm must pay or face a ban." """
    verb = token.head
    if token.dep_ != "conj" or not any(c.lower_ == "or" for c in children(verb, "cc")):
        return None
    return Finding(_KIND, "or_face", (token,), verb, Form.EVENT, subject(verb))


def needs_approval(token: Token) -> Finding | None:
    """ "The merger needs parliament's approval.", "pending approval by the court" """
    verb = token.head
    if token.dep_ not in {"dobj", "pobj"} or lemma(verb) not in {
        "need",
        "require",
        "pending",
        "await",
    }:
        return None
    if is_finished(verb):
        return None
    who = child(token, "poss") or governed(preposition(token, "from", "by", "of"))
    return Finding(_KIND, "needs_approval", ordered(verb, token), token, Form.THING, who)


def any_would(token: Token) -> Finding | None:
    """ "Any attempt to leave would bring sanctions." """
    noun = token.head
    verb = noun.head
    if token.dep_ != "det" or noun.dep_ != "nsubj" or child(noun, "acl", "prep") is None:
        return None
    if modal(verb) not in {"will", "would", "could", "may", "might"} or is_counterfactual(verb):
        return None
    return Finding(_KIND, "any_would", ordered(token, noun), verb, Form.STATEMENT, noun)


def as_long_as(token: Token) -> Finding | None:
    """ "The offer stands as long as the truce holds." """
    before = token.doc[token.i - 1] if token.i > token.sent.start else None
    if before is None or before.lower_ != "as":
        return None
    clause = child(token, "advcl") or child(token.head, "advcl")
    if clause is None or clause.left_edge.lower_ != "as" or is_finished(clause):
        return None
    who = child(clause, "nsubj", "nsubjpass")
    if who is None or who.lower_ in _GENERIC | _SPEAKERS:
        return None
    cue = ordered(before, token, clause.left_edge)
    weight = 2 if modal(clause_of(clause.head)) in IRREALIS or is_named(who) else 1
    stands = lemma(clause.head) in {"stand", "remain", "apply", "hold"}
    return Finding(
        _KIND, "as_long_as", cue, clause, Form.EVENT, who, weight=2 if stands else weight
    )


def without(token: Token) -> Finding | None:
    """ "Without a deal, factories could close." """
    what = governed(token)
    verb = token.head
    if token.dep_ != "prep" or what is None or what.pos_ != "NOUN":
        return None
    if modal(verb) not in {"will", "would", "could", "may", "might"} or is_counterfactual(verb):
        return None
    if child(what, "poss") is not None or any(c.lower_ == "the" for c in what.children):
        return None
    return Finding(_KIND, "without", (token,), what, Form.THING)


RULES = (
    Rule(frozenset({"without"}), without),
    Rule(frozenset({"long"}), as_long_as),
    Rule(cues("contingent", "conjunctions"), conditional),
    Rule(frozenset({"should", "be"}), inverted),
    Rule(cues("contingent", "rest"), depends),
    Rule(cues("contingent", "adjectives"), contingent),
    Rule(frozenset({"have", "need"}), would_have_to),
    Rule(frozenset({"must"}), must_in_order),
    Rule(cues("contingent", "settle"), will_settle),
    Rule(cues("contingent", "decisive"), decisive),
    Rule(cues("contingent", "failures"), failure),
    Rule(frozenset({"once", "until"}), once_it),
    Rule(frozenset({"event", "case", "aftermath"}), in_the_event),
    Rule(frozenset({"face"}), or_face),
    Rule(frozenset({"any"}), any_would),
    Rule(cues("contingent", "clearance"), needs_approval),
)
