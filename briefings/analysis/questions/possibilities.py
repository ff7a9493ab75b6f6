"""What may come to pass or may be so, told by a modal verb alone: mostly the kind `doubt`.

The other families know by their words what is at stake. Here only the grammar decides: "may",
"might" or "could" of somebody or something definite, in a clause that states it. Left out are
abilities of the past ("she could hear them"), what did not happen ("could have won"), purposes
("so that they could leave"), conditions, advice to the reader and the small talk of a speech.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    auxiliaries,
    child,
    children,
    is_finished,
    is_named,
    is_negated,
    is_over,
    lemma,
    ordered,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_TALKERS = frozenset({"i", "we", "you", "one", "anyone", "someone", "nobody", "there", "who"})
_STATING = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
_SUBORDINATE = frozenset({"if", "so", "until", "where", "when", "before", "in", "because"})
_CONCEDING = frozenset({"although", "as", "but", "though", "while", "whereas"})
_WH_TAGS = frozenset({"WRB", "WP", "WDT"})
_AGENTS = ("er", "or", "ist", "ian", "ant", "ent", "man", "woman")
_SENSES = frozenset({"afford", "hear", "notice", "recall", "remember", "smell", "taste", "watch"})
_MINDS = frozenset({"agree", "care", "know", "like", "notice", "realise", "realize", "understand"})
_VERBS = frozenset({"VERB", "AUX", "ADJ", "NOUN"})
_INDEFINITE = frozenset({"a", "an", "any", "such", "another"})


def possible(token: Token) -> Finding | None:
    """ "The verdict could split the party.", "Okafor might yet withdraw." """
    verb = token.head
    who = child(verb, "nsubj", "nsubjpass", "csubj") or _cut_off(verb)
    if token.dep_ != "aux" or who is None or who.i > token.i or who.lower_ in _TALKERS:
        return None
    denied = is_negated(verb)
    if "have" in auxiliaries(verb) or verb.pos_ not in _VERBS:
        return None
    advice = lemma(verb) in {"want", "recall", "remember"}
    if advice or (denied and lemma(verb) in _MINDS):
        # "she may want to look again" is advice, "he may not know it" an excuse
        return None
    if token.norm_ == "could" and (denied or _is_ability(verb)):
        return None
    if not _states(verb) or _is_anybody(who) or _is_said_of_all(token, who):
        return None
    if _is_description(verb, who) or any(c.lower_ == "well" for c in _as_well(verb)):
        return None
    if lemma(verb) in cues("doubt", "regarding") or who.lower_ in {"little", "much", "few"}:
        return None
    if (
        who.lower_ in {"this", "that"}
        or lemma(who) == "example"
        or any(lemma(t) == "surprise" for t in verb.subtree)
    ):
        return None
    kind, cue = _kind(token, verb, who), ordered(token, verb)
    weight = 3 if _cut_off(verb) is not None else 2
    to_come = token.norm_ != "could" and verb.tag_ in {"VB", "VBN"} and verb.pos_ == "VERB"
    happens = to_come and not denied and set(auxiliaries(verb)) <= {token.norm_, "be"}
    form = Form.EVENT if happens else Form.STATEMENT
    return Finding(kind, "possible", cue, verb, form, None, who, weight=weight, general=True)


def _states(verb: Token) -> bool:
    """Whether a clause states something: a main clause, a report, an aside with a comma."""
    if verb.dep_ in {"relcl", "advcl"} and verb.left_edge.lower_ == "which":
        # weighed by the context: after a comma it tells on
        return True
    opened = verb.dep_ != "ROOT" and verb.left_edge.tag_ in _WH_TAGS
    if (
        opened
        or any(c.tag_ in _WH_TAGS for c in children(verb, "advmod", "dobj"))
        or any(c.lower_ in _SUBORDINATE for c in children(verb, "mark"))
    ):
        return False
    if verb.dep_ == "ccomp":
        return _is_reported(verb)
    if _cut_off(verb) is not None:
        return True
    if verb.dep_ == "advcl":
        return any(c.lower_ in _CONCEDING for c in children(verb, "mark"))
    if verb.dep_ == "conj":
        return _states(verb.head) if verb.head.pos_ in {"VERB", "AUX"} else False
    return verb.dep_ in _STATING


def _cut_off(verb: Token) -> Token | None:
    """The subject of "A win there could help", of which the parser makes a noun and an aside."""
    noun = verb.head
    which = child(verb, "nsubj")
    if verb.dep_ == "relcl" and which is not None and which.lower_ == "which":
        return None
    if verb.dep_ not in {"acl", "relcl"} or noun.dep_ != "ROOT" or noun.pos_ == "VERB":
        return None
    return None if verb.left_edge.tag_ in {"WP", "WDT", "WRB", "IN"} else noun


def _is_description(verb: Token, who: Token) -> bool:
    """ "Okafor may be the boldest of them": said of what a person is."""
    person = who.ent_type_ == "PERSON" or who.lower_ in {"he", "she"}
    return lemma(verb) == "be" and person and child(verb, "attr") is not None


def _as_well(verb: Token) -> list[Token]:
    """ "well" in "they might as well leave" """
    return [c for c in children(verb, "advmod") if any(t.lower_ == "as" for t in c.children)]


def _is_reported(verb: Token) -> bool:
    """ "Ruiz warned that talks might fail" (but not: "found they could leave", "I think it may")"""
    over = verb.head
    if verb.i < over.i:
        return True
    speaker = child(over, "nsubj")
    talk = speaker is not None and speaker.lower_ in _TALKERS
    if lemma(over) == "be":
        # "the danger is that it could spread"
        return True
    told = lemma(over) not in cues("unknown", "foretelling") - {"say", "predict"}
    told = told or (lemma(over) == "tell" and child(over, "nsubjpass") is not None)
    return over.pos_ == "VERB" and told and not talk and lemma(over) != "wish"


def _is_said_of_all(token: Token, who: Token) -> bool:
    """ "Firms could use a bot": what any of many is able to do."""
    lists = cues("undecided", "public") | cues("contingent", "anybody") | {"other", "people"}
    people = lemma(who) in lists or lemma(who).endswith(_AGENTS)
    able = token.norm_ == "could" and people
    able = able or lemma(token.head) in {"be", "have", "get"}
    return able and who.tag_ == "NNS" and not is_named(who)


def _is_ability(verb: Token) -> bool:
    """Whether "could" tells what somebody was able to perceive or do: "could see the port"."""
    if lemma(verb) in (cues("doubt", "idle") | _SENSES) - {"be", "come", "get", "have"}:
        return True
    if any(c.lower_ in {"only", "hardly", "barely", "no", "better"} for c in verb.children):
        return True
    reported = verb.dep_ == "ccomp" and lemma(verb.head) in cues("undecided", "saying")
    return verb.dep_ in {"conj", "ccomp"} and is_finished(verb.head) and not reported


def _is_anybody(who: Token) -> bool:
    """Whether a subject is nobody in particular: "people could", "voters who"."""
    return lemma(who) in cues("contingent", "anybody") and not is_named(who)


def _kind(token: Token, verb: Token, who: Token) -> QuestionKind:
    """Whose turn it is to act decides; what hangs on a turn of events is contingent."""
    if who.dep_ == "csubj" or any(c.lower_ in _INDEFINITE for c in children(who, "det")):
        return QuestionKind.CONTINGENT
    actor = is_named(who) or lemma(who) in cues("undecided", "deciders")
    acts = (
        verb.dep_ != "attr"
        and verb.tag_ == "VB"
        and lemma(verb) not in cues("undecided", "stative")
    )
    measure = lemma(verb) in cues("undecided", "acts") | cues("undecided", "measures")
    if (actor or measure) and acts and token.norm_ != "could" and not is_over(verb):
        return QuestionKind.UNDECIDED
    return QuestionKind.DOUBT


RULES = (Rule(frozenset({"may", "might", "could"}), possible),)
