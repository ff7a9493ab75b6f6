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
    modal,
    ordered,
    preposition,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = QuestionKind.CONTINGENT
_GENERIC = frozenset({"you", "one", "anyone", "someone", "somebody", "so-and-so", "anybody"})
_BOUND = frozenset({"vow", "pledge", "promise", "threaten", "expect", "risk"})
_SPEAKERS = frozenset({"i", "we"})
_MOODS = frozenset(
    {"surprised", "shocked", "glad", "happy", "grateful", "nice", "great", "lovely", "fine", "okay"}
)


def conditional(token: Token) -> Finding | None:
    """ "If the dam breaks, the valley will flood." """
    clause = token.head
    if token.dep_ != "mark" or clause.dep_ not in {"advcl", "ccomp", "ROOT", "conj", "acl"}:
        return None
    main = _main_clause(clause)
    if not _is_open_condition(token, clause, main):
        return None
    who = child(clause, "nsubj", "nsubjpass", "csubj", "expl")
    threatened = lemma(main) in {"face", "risk"} and not is_finished(main)
    if who is None and clause.i == token.i + 1 and (modal(main) in IRREALIS or threatened):
        doer = subject(main) if clause.tag_ == "VBN" else None
        if doer is not None and doer.lower_ in {"which", "that", "who"}:
            doer = main.head
        # "if enacted"; otherwise "if talks stall", with the subject taken for the verb
        matter = clause if doer is not None else None
        cue = ordered(token, clause)
        return Finding(_KIND, "conditional", cue, matter, Form.EVENT, None, doer, weight=3)
    if who is None or who.lower_ in _GENERIC:
        return None
    if lemma(clause) in {"be", "plan", "decide", "choose", "intend"}:
        # "if the river were to rise", "if she decides to leave"
        act = child(clause, "xcomp")
        clause = act if act is not None and act.tag_ == "VB" else clause
    weight = 2
    ours = any(c.lower_ in {"my", "our", "your"} for c in children(who, "poss"))
    anybody = lemma(who) in cues("contingent", "anybody") and not is_named(who)
    if ours or anybody or lemma(clause) == "want":
        # "if she wants to win, she must …" tells what it takes, "if a child …" what always is
        weight = 1
    elif who.lower_ in _SPEAKERS and lemma(clause) in cues("contingent", "contested"):
        weight = 3 if modal(main) in IRREALIS or _leads_to_future(main) else 1
    elif who.lower_ in _SPEAKERS or child(clause, "expl") is not None or who.lower_ == "there":
        weight = 1
    elif modal(main) in IRREALIS or _leads_to_future(main):
        weight = 3
    elif not modal(clause) and modal(clause_of(main)) not in IRREALIS:
        weight = 1
    if clause.tag_ == "VBN" and {"has", "have"} & set(auxiliaries(clause)):
        # "if she has staked all on it, she may lose": it is taken as a fact
        weight = min(weight, 1)
    main_verb = main if modal(main) in {"will", "would", "could", "may", "might"} else None
    return Finding(
        _KIND, "conditional", (token,), clause, Form.EVENT, who, weight=weight, outcome=main_verb
    )


def _main_clause(clause: Token) -> Token:
    """What a condition is set for; in "If she wins, Ruiz said, taxes will fall" not the saying."""
    main = clause.head
    if lemma(main) not in cues("undecided", "saying") | cues("undecided", "propose"):
        return main
    before = main.dep_ == "ccomp" and main.i < main.head.i
    told = (
        [main.head]
        if main.dep_ == "parataxis" or before
        else list(children(main, "ccomp", "parataxis"))
    )
    return next((c for c in told if modal(c) in IRREALIS and c.i > clause.i), main)


def _is_open_condition(mark: Token, clause: Token, main: Token) -> bool:
    """Whether a condition may still come true: not over, not contrary to fact, not a question."""
    before = mark.doc[mark.i - 1].lower_ if mark.i > mark.sent.start else ""
    if mark.sent.text.rstrip(" \"”'’")[-1:] == "?" and mark.lower_ != "unless":
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
    asking = lemma(main) in cues("contingent", "asking")
    wondering = lemma(main) in {"ask", "question", "wonder"} and clause.i > main.i
    has_object = child(main, "dobj", "ccomp", "xcomp") not in {None, clause}
    denied = is_negated(main) and (not has_object or lemma(main) in cues("unknown", "indifferent"))
    asked = wondering or clause.dep_ == "ccomp" or denied
    if mark.lower_ == "if" and asking and asked:
        return False
    if modal(main) == "will" and is_finished(clause) and clause.tag_ == "VBD":
        # "if it worked then, it will work now": a fact is conceded
        return False
    if any(c.lower_ in _MOODS for c in children(main, "acomp")):
        return False
    if is_past_perfect(clause) or is_counterfactual(main) or _is_told_already(main):
        return False
    if clause.dep_ == "advcl" and is_finished(main) and not _is_reported(clause, main):
        return False
    who = child(clause, "nsubj", "nsubjpass")
    told = child(clause, "attr")
    any_guide = told is not None and any(c.lower_ == "any" for c in children(told, "det"))
    if lemma(main) == "let" or _is_but_for(clause) or (any_guide and lemma(clause) == "be"):
        # "if the poll is any guide": it is taken as one
        return False
    return not (
        who is not None
        and before != "only"
        and clause.lower_ == "were"
        and child(clause, "xcomp") is None
        and modal(main) in {"", "would", "'d"}
    )


def _is_but_for(clause: Token) -> bool:
    """ "if it wasn't for his help": without it, all would be otherwise."""
    who = child(clause, "nsubj")
    for_ = preposition(clause, "for")
    bare = who is not None and who.lower_ == "it" and for_ is not None
    return bare and lemma(clause) == "be" and is_negated(clause)


def _is_told_already(main: Token) -> bool:
    """ "If there are any doubts, she has argued for it": whatever the condition, it is done."""
    if lemma(main) in cues("contingent", "committing"):
        return False
    return (
        main.tag_ == "VBN" and not modal(main) and {"has", "have"} & set(auxiliaries(main)) != set()
    )


def _is_reported(clause: Token, main: Token) -> bool:
    """ "She expressed her readiness to talk if talks stalled": the condition is hers, and open."""
    return (
        clause.i > main.i
        and clause.tag_ in {"VBD", "VBZ", "VBP"}
        and lemma(main) in cues("contingent", "committing")
    )


def _leads_to_future(main: Token) -> bool:
    """ "is going to", "must", "intends to", "vows to" """
    bound = lemma(main) in cues("awaited", "prepare") | cues("undecided", "fights") | _BOUND
    promised = bound and child(main, "xcomp") is not None and not is_finished(main)
    return lemma(main) == "go" or main.tag_ == "VB" or promised


def inverted(token: Token) -> Finding | None:
    """ "Should talks fail, the bridge stays shut." """
    clause = token.head if token.dep_ == "aux" else token
    if token.lower_ == "were" and child(token, "ccomp") is not None and token.dep_ == "advcl":
        # "Were the bank to fail": the parser hangs the infinitive on "were"
        verb = child(token, "ccomp")
        if verb is not None and verb.tag_ == "VB" and child(verb, "nsubj") is not None:
            return Finding(_KIND, "inverted", (token,), verb, Form.EVENT, subject(verb), weight=3)
    trailing = clause.dep_ == "conj" and token.lower_ == "should" and modal(clause.head) in IRREALIS
    trailing = trailing and child(clause.head, "cc") is None
    opened = clause.dep_ in {"advcl", "ccomp", "ROOT"} or trailing
    if token.lower_ not in {"should", "were"} or not opened:
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


def once_it(token: Token) -> Finding | None:
    """ "The road will open once the snow melts.", "They refuse to leave until they are paid." """
    clause = token.head
    if token.dep_ not in {"mark", "advmod"} or clause.dep_ != "advcl":
        return None
    main = clause.head
    if is_counterfactual(main) or clause.tag_ == "VBG" or is_past_perfect(clause):
        return None
    who = subject(clause)
    future = modal(main) in {"will", "would", "could", "may"} or lemma(main) in {"refuse", "leave"}
    held = token.lower_ == "until" and is_negated(main) and not is_finished(main)
    held = held and who is not None and who.lower_ not in {"i", "they", "we"}
    future = future or (held and clause.tag_ in {"VBN", "VBZ", "VBP"} and not is_finished(clause))
    if not future or who is None or who.lower_ in _GENERIC:
        return None
    if lemma(main) == "be" and who.pos_ == "PRON":
        # "she is, and will be until she retires": nothing hangs on it
        return None
    return Finding(_KIND, "once_it", (token,), clause, Form.EVENT, who)


def only_after(token: Token) -> Finding | None:
    """ "The treaty takes effect only after all members ratify it." """
    clause = token.head
    mark = next((c for c in clause.children if c.i == token.i + 1), None)
    if token.dep_ != "advmod" or clause.dep_ != "advcl" or mark is None or is_finished(clause):
        return None
    if mark.lower_ not in {"after", "when", "once"} or is_finished(clause.head):
        return None
    who = child(clause, "nsubj", "nsubjpass")
    if who is None or who.lower_ in _GENERIC | _SPEAKERS or clause.tag_ == "VBG":
        return None
    if not (is_named(who) or modal(clause.head) in IRREALIS or clause.head.tag_ == "VBZ"):
        return None
    return Finding(_KIND, "once_it", ordered(token, mark), clause, Form.EVENT, who)


def in_the_event(token: Token) -> Finding | None:
    """ "in the event of a strike", "in the aftermath of a ceasefire" """
    of = preposition(token, "of")
    matter = governed(of)
    clause = child(token, "acl", "ccomp", "relcl")
    if clause is None and token.head.head.dep_ == "advcl" and token.head.head.i > token.i:
        clause = token.head.head
    if token.lower_ == "case" and token.head.lower_ == "in" and clause is not None:
        who = child(clause, "nsubj", "nsubjpass")
        if who is None or who.lower_ in _GENERIC or child(token, "det") is not None:
            return None
        return Finding(_KIND, "conditional", ordered(token.head, token), clause, Form.EVENT, who)
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
    main = clause_of(token)
    stands = lemma(main) in {"stand", "remain", "apply", "hold"}
    weight = 2 if stands or modal(main) in IRREALIS or is_named(who) else 1
    return Finding(_KIND, "as_long_as", cue, clause, Form.EVENT, who, weight=weight)


def without(token: Token) -> Finding | None:
    """ "Without a deal, factories could close." """
    what = governed(token)
    verb = token.head
    if token.dep_ != "prep" or what is None or what.pos_ != "NOUN":
        return None
    if modal(verb) not in {"will", "would", "could", "may", "might"} or is_counterfactual(verb):
        return None
    definite = child(what, "poss") is not None or any(c.lower_ == "the" for c in what.children)
    if definite and lemma(what) not in cues("contingent", "clearance") | {"support", "help"}:
        return None
    return Finding(_KIND, "without", (token,), what, Form.THING)


RULES = (
    Rule(frozenset({"without"}), without),
    Rule(frozenset({"long"}), as_long_as),
    Rule(cues("contingent", "conjunctions"), conditional),
    Rule(frozenset({"should", "be"}), inverted),
    Rule(frozenset({"once", "until"}), once_it),
    Rule(frozenset({"only"}), only_after),
    Rule(frozenset({"event", "case", "aftermath"}), in_the_event),
    Rule(frozenset({"face"}), or_face),
)
