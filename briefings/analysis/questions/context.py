"""Whether a finding counts, judged by where it stands.

Background does not count as open: what is told in an aside, in a time that is over, of nobody in
particular, or in the small talk of a speech. Each mark against a finding lowers its weight, each
support raises it, and it counts when `THRESHOLD` is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefings.analysis.parsing import Parse
from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Form
from briefings.analysis.questions.grammar import (
    child,
    children,
    clause_of,
    is_conceded,
    is_finished,
    is_negated,
    is_past_perfect,
    lemma,
    modal,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

THRESHOLD = 2
_OPENING, _CLOSING, _STRAIGHT = {"“", "``"}, {"”", "''"}, {'"'}
_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LAW"})
_TALK = frozenset({"i", "we", "you", "me", "us", "my", "our", "your"})
_ASIDES = frozenset({"relcl", "acl", "appos"})


def quoted_tokens(parse: Parse) -> list[bool]:
    """For each token whether it stands between quotation marks; a paragraph closes them."""
    inside, flags = False, []
    starts = {span.start for span in parse.document.paragraphs}
    for token in parse.doc:
        if token.idx in starts:
            inside = False
        if token.is_quote:
            if token.text in _OPENING:
                inside = True
            elif token.text in _CLOSING:
                inside = False
            elif token.text in _STRAIGHT:
                inside = not inside
        flags.append(inside)
    return flags


def weight(finding: Finding, quoted: Sequence[bool]) -> int:
    """What a finding weighs in its context; it counts from `THRESHOLD` on."""
    trigger = finding.cue[-1]
    total = finding.weight
    if is_aside(trigger) or gives_a_reason(trigger):
        total -= 1
    if tells_the_past(trigger) or is_habit(finding):
        total -= 2
    if quoted[trigger.i] and is_talk(finding):
        total -= 1
    if is_exclaimed(trigger):
        total -= 1
    if is_conceded(clause_of(trigger)):
        total -= 2
    if finding.weight == 1 and is_supported(finding):
        total += 1
    return total


def is_aside(token: Token) -> bool:
    """Whether a token stands in a relative clause or the like, told in passing."""
    seen = token
    for _ in range(10):
        if _says_what_it_is(seen):
            # "reports that he may resign": the noun only names what the clause says
            seen = seen.head
            continue
        if seen.dep_ == "relcl" and (_is_cleft(seen.head) or _goes_on(seen)):
            return False
        if seen.dep_ == "acl" and seen.tag_ in {"VBD", "VBP", "VBZ"} and seen.head.dep_ == "ROOT":
            # "Ruiz called Monday for a vote", of which the parser makes a noun with a clause
            return False
        if seen.dep_ in _ASIDES and seen.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            if seen.dep_ == "appos" and seen.head.dep_ == "ROOT":
                # in a headline, "Poll: mayor in dead heat", it is the news itself
                return False
            # "a letter disputing the claim": what a text says is no aside
            return not (seen.tag_ == "VBG" and lemma(seen.head) in cues("background", "texts"))
        if seen.head == seen:
            return False
        seen = seen.head
    return False


def _is_cleft(noun: Token) -> bool:
    """ "It is the board that will decide": the clause is the main thing."""
    pointing = child(noun.head, "nsubj")
    return noun.dep_ == "attr" and pointing is not None and pointing.lower_ == "it"


def _goes_on(clause: Token) -> bool:
    """ ", which is causing friction": after a comma a clause of now tells what goes on."""
    first = clause.left_edge
    before = first.nbor(-1) if first.i > clause.sent.start else None
    return (
        first.lower_ == "which"
        and before is not None
        and before.text in {",", "-", "--", "–", "—"}
        and (bool(modal(clause)) or (clause.tag_ == "VBG" and not is_finished(clause)))
    )


def _says_what_it_is(clause: Token) -> bool:
    """ "reports that he may resign", "a sign she may leave": the noun has no other content."""
    if clause.dep_ not in {"acl", "relcl"}:
        return False
    contents = lemma(clause.head) in cues("background", "contents")
    if clause.dep_ == "acl":
        return contents or _is_complete(clause)
    own = child(clause, "nsubj", "nsubjpass")
    relative = any(t.tag_ in {"WDT", "WP", "WP$", "WRB"} for t in clause.children)
    return contents and own is not None and own.i > clause.head.i and not relative


def _is_complete(clause: Token) -> bool:
    """Whether a clause after "that" lacks nothing, and so is no relative clause."""
    says_that = any(c.lower_ == "that" for c in children(clause, "mark"))
    return says_that and any(True for _ in children(clause, "dobj", "acomp", "attr", "ccomp"))


def gives_a_reason(token: Token) -> bool:
    """Whether a token stands in a past clause that only explains: "because many disagreed"."""
    verb = clause_of(token)
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    if verb.dep_ != "advcl" or verb.i < verb.head.i or modal(verb):
        return False
    first = {c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"} and c.i < verb.i}
    if not is_finished(verb):
        return "because" in first
    return bool(first & {"because", "since", "after", "when", "as"})


def is_habit(finding: Finding) -> bool:
    """Whether it happens again and again: "plans to hold the fair every year"."""
    if finding.kind is not QuestionKind.AWAITED:
        return False
    places = [clause_of(finding.cue[-1])]
    if finding.matter is not None and finding.matter.pos_ == "VERB":
        places.append(finding.matter)
    return any(
        c.dep_ == "npadvmod" and any(t.lower_ in {"every", "each"} for t in c.children)
        for verb in places
        for c in verb.children
    )


def tells_the_past(token: Token) -> bool:
    """Whether the clause is set in a time that is over: "had weighed", "in 1998", "years ago"."""
    verb = clause_of(token)
    if is_past_perfect(verb) and not _is_reported_as_undone(verb):
        return True
    if is_told_of_the_past(verb) or _is_set_in_the_past(verb):
        return True
    if verb.dep_ == "ccomp" and verb.head.tag_ == "VBD" and _is_said_in_a_year(verb.head):
        return True
    told = [*verb.children, *(verb.head.children if verb.dep_ == "ccomp" else ())]
    if any(c.lower_ in cues("background", "adverbs") and c.dep_ == "advmod" for c in told):
        return True
    for c in verb.children:
        if c.ent_type_ == "DATE" or c.dep_ == "prep":
            words = [t for t in c.subtree if t.ent_type_ == "DATE"]
            if any(_is_year(t) and (t.text < "2010" or verb.tag_ == "VBD") for t in words):
                return True
            if any(t.lower_ in {"ago", "last", "earlier"} for t in words) and verb.tag_ == "VBD":
                return True
            if verb.tag_ == "VBD" and c.lower_ in {"in", "since"} and len(words) == 1:
                return True
            if verb.tag_ == "VBD" and c.lower_ in {"for", "throughout", "during"}:
                return any(lemma(t) in {"year", "decade", "century"} for t in words)
    return False


def _is_said_in_a_year(speech: Token) -> bool:
    """ "she said in 2009", "in a 2014 interview she insisted": reports of another time."""
    return any(_is_year(t) for c in children(speech, "prep", "npadvmod") for t in c.subtree)


def is_told_of_the_past(verb: Token) -> bool:
    """ "Before the vote, unions called for a boycott.", "At the time, the mayor feared …" """
    told = [verb, verb.head] if verb.dep_ == "ccomp" else [verb]
    if not any(v.tag_ == "VBD" or is_finished(v) or _was_going_on(v) for v in told):
        return False
    for c in [c for v in told for c in v.children]:
        if c.dep_ != "prep" or c.lower_ not in {"at", "before", "until"}:
            continue
        when = child(c, "pobj")
        if when is None:
            continue
        if c.lower_ == "at" and when.lower_ == "first":
            return True
        if c.lower_ == "at" and lemma(when) in {"time", "moment", "point"}:
            return any(t.lower_ in {"the", "that", "one"} for t in when.children)
        if c.lower_ != "at" and c.i < verb.i and when.ent_type_ != "DATE":
            return True
    return False


def _is_reported_as_undone(verb: Token) -> bool:
    """ "said no decision had been made": of what has not been done the report sets the tense."""
    speech = verb.head
    said = lemma(speech) in cues("undecided", "saying") and speech.tag_ == "VBD"
    return verb.dep_ == "ccomp" and said and is_negated(verb)


def _was_going_on(verb: Token) -> bool:
    return verb.tag_ == "VBG" and any(c.tag_ == "VBD" for c in children(verb, "aux"))


def _is_set_in_the_past(verb: Token) -> bool:
    """ "He resigned last year when the inquiry was going badly": the main clause dates it."""
    was_then = any(c.tag_ == "VBD" for c in children(verb, "aux")) or verb.tag_ == "VBD"
    main = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if not was_then or verb.dep_ not in {"pcomp", "advcl"}:
        return False
    if main.dep_ == "advcl" and main.tag_ == "VBD":
        main = main.head
    return main.tag_ == "VBD" and any(
        t.lower_ in {"ago", "last"} for c in children(main, "npadvmod", "advmod") for t in c.subtree
    )


def _is_year(token: Token) -> bool:
    """Whether a token is a year; one to come ("by 2050") sets no clause in the past."""
    digits = token.text.removesuffix("s")
    return digits.isdigit() and len(digits) == 4


def is_talk(finding: Finding) -> bool:
    """Whether a speaker talks of himself or his listeners: "we are going to win"."""
    who = finding.who or subject(clause_of(finding.cue[-1]))
    if finding.kind is QuestionKind.DOUBT and who is not None and who.lower_ == "i":
        # whoever says "I doubt it" is asked for an opinion
        return False
    return who is not None and who.lower_ in _TALK


def is_exclaimed(token: Token) -> bool:
    """Whether the sentence ends in an exclamation mark: then it is rhetoric."""
    return any(
        t.text == "!" for t in token.doc[max(token.sent.start, token.sent.end - 3) : token.sent.end]
    )


def is_supported(finding: Finding) -> bool:
    """Whether a weak finding names an actor whose matter it is."""
    if finding.rule not in cues("background", "supported"):
        return False
    tokens = [finding.who, finding.doer]
    if finding.form is Form.THING:
        tokens.append(finding.matter)
    return any(
        t.ent_type_ in _ACTORS for token in tokens if token is not None for t in token.subtree
    )
