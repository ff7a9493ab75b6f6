"""What is kept back, skirted or only whispered: the kind `unknown`, where nobody says "unclear"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    WH_WORDS,
    asked_clause,
    auxiliaries,
    child,
    children,
    clause_of,
    governed,
    is_negated,
    is_over,
    is_past_perfect,
    lemma,
    opens_question,
    ordered,
    preposition,
    subject,
)
from briefings.analysis.questions.unknowns import unknown
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = QuestionKind.UNKNOWN
_ABOUT = ("about", "of", "on", "over", "regarding", "as", "to")
_TALKERS = frozenset({"i", "we", "you"})


def withheld(token: Token) -> Finding | None:
    """ "The price was kept secret.", "The names have not been made public." """
    verb = token.head
    public = token.lower_ in {"public", "available"}
    if token.dep_ not in {"oprd", "acomp", "ccomp", "xcomp"}:
        return None
    if lemma(verb) not in {"keep", "make", "remain", "hold", "stay"} or public != is_negated(verb):
        return None
    what = child(verb, "nsubjpass")
    if what is None and lemma(verb) in {"remain", "stay"}:
        what = subject(verb)
    if what is None or what.pos_ == "PRON":
        return None
    return unknown("withheld", ordered(verb, token), what, None if public else subject(verb))


def little_known(token: Token) -> Finding | None:
    """ "Little is known about the buyer." """
    verb = token.head
    if token.dep_ not in {"nsubj", "nsubjpass", "dobj"} or lemma(verb) not in {
        "know",
        "say",
        "disclose",
        "reveal",
    }:
        return None
    what = governed(preposition(verb, *_ABOUT) or preposition(token, *_ABOUT))
    clause = asked_clause(verb)
    if clause is None and (what is None or what.pos_ == "PRON"):
        return None
    return unknown("little_known", ordered(token, verb), clause or what, weight=3)


def dodges(token: Token) -> Finding | None:
    """ "The minister sidestepped questions about the loan.", "declined to answer a question on" """
    verb = token.head
    evading = lemma(verb) in cues("unknown", "evading")
    refused = lemma(verb) in {"answer", "take", "address"} and (
        is_negated(verb) or lemma(verb.head) in cues("unknown", "refusals")
    )
    if token.dep_ != "dobj" or not (evading or refused):
        return None
    about = preposition(token, *_ABOUT)
    matter = asked_clause(token) or governed(about)
    weight = 1 if matter is None else 2
    return unknown("dodges", ordered(verb, token), matter, subject(verb), weight)


def speculation(token: Token) -> Finding | None:
    """ "The visit fuelled speculation that the king would abdicate." """
    about = governed(preposition(token, "about", "over", "on", "of", "around"))
    claim = child(token, "acl", "ccomp", "relcl")
    if claim is not None and not any(c.lower_ == "that" for c in children(claim, "mark")):
        claim = None
    if token.dep_ == "compound" or any(c.lower_ in {"no", "pure"} for c in token.children):
        return None
    named = child(token, "compound", "amod")
    if claim is None and about is None:
        if named is None or named.pos_ not in {"NOUN", "PROPN"} or is_negated(token.head):
            return None
        return Finding(_KIND, "rumoured", (token,), token, Form.THING)
    return unknown("speculation", (token,), claim or about)


def leaves_open(token: Token) -> Finding | None:
    """ "The letter leaves open who will pay.", "left unanswered the question of …" """
    verb = token.head.head if token.dep_ == "amod" and token.i > token.head.i else token.head
    if token.dep_ == "amod" and lemma(verb) == "leave" and token.head.dep_ == "dobj":
        # "leaves the question unanswered", where the parser gives the word to the question
        asked = asked_clause(token.head) or token.head
        return unknown("leaves_open", ordered(verb, token), asked, subject(verb), 3)
    if lemma(verb) != "leave" or token.dep_ not in {"oprd", "xcomp", "acomp", "ccomp", "advmod"}:
        return None
    what = child(verb, "dobj") or child(token, "nsubj")
    inner = asked_clause(verb) or (asked_clause(what) if what is not None else None)
    if inner is None and (
        what is None
        or what.pos_ == "PRON"
        or lemma(what) in cues("undecided", "open_ways") | {"door"}
    ):
        return None
    return unknown("leaves_open", ordered(verb, token), inner or what, subject(verb), 3)


def nothing_heard(token: Token) -> Finding | None:
    """ "Nothing has been heard of the climbers since Monday." """
    verb = token.head
    of = governed(preposition(verb, "from", "of", "about"))
    if token.dep_ != "nsubjpass" or lemma(verb) not in {"hear", "know", "see"} or of is None:
        return None
    return unknown("lost", ordered(token, verb), of)


def baffles(token: Token) -> Finding | None:
    """ "The cause of the outbreak has baffled doctors." """
    what = subject(token)
    if token.pos_ != "VERB" or what is None or what.pos_ == "PRON" or is_negated(token):
        return None
    if child(token, "dobj") is None or is_past_perfect(token) or what.ent_type_ == "PERSON":
        return None
    return unknown("baffles", (token,), what, child(token, "dobj"))


def untested(token: Token) -> Finding | None:
    """ "The method has never been tested on people." """
    asked = child(token, "csubjpass", "csubj")
    if asked is not None and opens_question(asked) and is_negated(token):
        return unknown("untested", (token,), asked)
    what = child(token, "nsubjpass")
    if token.tag_ != "VBN" or what is None or not is_negated(token) or what.pos_ == "PRON":
        return None
    if not {"has", "have"} & set(auxiliaries(token)):
        return None
    return Finding(QuestionKind.DOUBT, "untested", (token,), token, Form.STATEMENT)


def no_mention(token: Token) -> Finding | None:
    """ "The report made no mention of the prisoners." """
    verb = token.head
    what = governed(preposition(token, "of", "to") or preposition(verb, "of", "to"))
    denied = any(c.lower_ in {"no", "little", "scant"} for c in children(token, "det", "amod"))
    if lemma(verb) not in {"make", "give", "contain", "include"} or not denied or what is None:
        return None
    return unknown("no_mention", ordered(verb, token), what, subject(verb))


def wants_answers(token: Token) -> Finding | None:
    """ "The council wants answers about the missing funds." """
    verb = token.head
    about = preposition(token, "about", "on", "over", "for", "as") or preposition(verb, "about")
    what = asked_clause(token) or governed(about)
    wants = lemma(verb) in {"demand", "seek", "want", "await", "need"}
    if token.dep_ != "dobj" or not wants or what is None or is_negated(verb) or is_over(verb):
        return None
    who = subject(verb)
    return (
        None
        if who is None or who.lower_ in _TALKERS
        else unknown("wants_answers", ordered(verb, token), what)
    )


def keeps_silence(token: Token) -> Finding | None:
    """ "The bishop has kept his silence on the vote." """
    verb = token.head
    what = governed(preposition(token, *_ABOUT) or preposition(verb, "on", "about", "over"))
    if token.dep_ != "dobj" or lemma(verb) not in {"keep", "maintain", "hold", "preserve"}:
        return None
    if what is None or is_negated(verb):
        return None
    return unknown("keeps_silence", ordered(verb, token), what, subject(verb))


def no_closer(token: Token) -> Finding | None:
    """ "The vote brings the party no closer to knowing who will lead it." """
    knowing = governed(preposition(token, "to"))
    clause = asked_clause(knowing) if knowing is not None else None
    denied = is_negated(token.head) or any(c.lower_ == "no" for c in token.children)
    return unknown("no_closer", (token,), clause, weight=3) if clause and denied else None


def not_drawn(token: Token) -> Finding | None:
    """ "She would not be drawn on whether she would stand." """
    on = preposition(token, "on", "about", "into")
    if not is_negated(token) or "be" not in auxiliaries(token) or on is None:
        return None
    matter = asked_clause(token) or governed(on)
    return unknown("not_drawn", (token,), matter, subject(token))


def not_reached(token: Token) -> Finding | None:
    """ "The owner could not be reached for comment on the sale." """
    if not is_negated(token):
        return None
    for_ = governed(preposition(token, "for"))
    called = child(token, "dobj")
    spoken_to = for_ is not None or child(token, "nsubjpass") is not None
    if lemma(token) == "reach" and "be" in auxiliaries(token) and spoken_to:
        about = governed(preposition(for_ or token, "about", "regarding"))
    elif lemma(token) == "return" and called is not None and lemma(called) in _MESSAGES:
        seeking = child(called, "acl")
        sought = child(seeking, "dobj") if seeking is not None else None
        about = governed(preposition(sought or called, "on", "about", "regarding"))
    else:
        return None
    return unknown("no_reply", (token,), about, subject(token), 2)


_MESSAGES = frozenset({"call", "message", "email", "e-mail", "request"})


def wonders(token: Token) -> Finding | None:
    """ "Many wonder whether the pact can survive.", "That prompts the question of who knew." """
    clause = asked_clause(token)
    who = subject(token)
    if token.pos_ != "VERB" or clause is None or who is None or who.lower_ in _TALKERS:
        return None
    if any(c.lower_ == "if" for c in children(token, "mark")):
        # "if anyone wonders why, here is the reason"
        return None
    asks = {"whether", "if"} if lemma(token) == "talk" else {"whether", "if"} | WH_WORDS
    if clause.left_edge.lower_ not in asks:
        return None
    return unknown("wonders", (token,), clause)


def question_of(token: Token) -> Finding | None:
    """ "The letter raised the question of who had known." """
    if token.pos_ != "NOUN" or is_negated(token.head):
        return None
    of = preposition(token, "of", "about", "over", "as")
    clause = asked_clause(token)
    if clause is None and of is not None:
        clause = asked_clause(of)
    verb = token.head
    settled = lemma(verb) in cues("unknown", "settling") or (
        verb.tag_ != "NN"
        and is_over(clause_of(token))
        and lemma(verb) not in cues("doubt", "raise")
    )
    if clause is None or settled:
        return None
    return unknown("question_of", (token,), clause, weight=2)


def unsolved(token: Token) -> Finding | None:
    """ "Nobody has been charged over the fire." """
    denied = child(token, "nsubjpass")
    if denied is None or not {"has", "have"} & set(auxiliaries(token)):
        return None
    if not (is_negated(token) or denied.lower_ in {"nobody", "none"}):
        return None
    if denied.lower_ not in {"one", "nobody", "none"} and lemma(denied) not in {
        "arrest",
        "suspect",
        "person",
        "group",
    }:
        return None
    what = governed(preposition(token, "over", "for", "in", "with"))
    return unknown("unclaimed", ordered(denied, token), what)


RULES = (
    Rule(cues("unknown", "hidden") | {"public", "available"}, withheld),
    Rule(frozenset({"little"}), little_known),
    Rule(frozenset({"question", "answer"}), dodges),
    Rule(cues("unknown", "rumours"), speculation),
    Rule(
        frozenset({"open", "unanswered", "unclear", "unresolved", "unsaid", "unsettled"}),
        leaves_open,
    ),
    Rule(frozenset({"mention", "reference"}), no_mention),
    Rule(frozenset({"silence", "secrecy"}), keeps_silence),
    Rule(frozenset({"answer", "clarity", "clarification", "explanation"}), wants_answers),
    Rule(frozenset({"draw", "drawn"}), not_drawn),
    Rule(frozenset({"closer", "nearer", "close", "near"}), no_closer),
    Rule(frozenset({"reach", "return"}), not_reached),
    Rule(frozenset({"wonder", "talk", "guess", "speculate"}), wonders),
    Rule(frozenset({"question", "issue", "matter"}), question_of),
    Rule(frozenset({"charge", "arrest", "make", "identify", "convict"}), unsolved),
    Rule(frozenset({"nothing"}), nothing_heard),
    Rule(frozenset({"baffle", "confound", "elude", "mystify", "perplex", "stump"}), baffles),
    Rule(frozenset({"study", "test", "try", "prove", "replicate"}), untested),
)
