"""Clauses as contents: she said that …, …, she said, …, as she put it, according to her."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.contents import around, content_of
from briefings.analysis.positions.context import Context
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import (
    VERBAL,
    Range,
    after_comma,
    can_speak,
    child,
    is_passive,
    is_verb,
    lemma,
    own_subject,
    subtree,
    trimmed,
    verb_key,
    without,
)
from briefings.analysis.positions.sources import Source, source_of
from briefings.analysis.positions.subjects import Clause, clause_of, cue_range

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUESTION_WORDS = frozenset(
    {"whether", "if", "how", "why", "what", "when", "where", "who", "which"}
)
_SURE_WITHOUT_VERB = 0.6
_SHORTEST_CLAUSE = 5
_SURE = 0.8
_LONGEST_SOURCE = 12


def clausal(context: Context, verb: Token) -> Iterator[Candidate]:
    """A clause under a verb: "Ruiz said (that) the plan is dead"; before it or around it too."""
    complements = [
        d
        for d in verb.children
        if d.dep_ == "ccomp" and (not context.spoken[d.i] or not context.spoken[d.left_edge.i])
    ]
    if is_passive(verb) or _is_conjunction(verb):
        return
    if not complements and own_subject(verb) is None and (last := _trailing(context, verb)):
        yield last
        return
    if not complements:
        hung = _hung_on_noun(context, verb)
        if hung is None:
            yield from _misparsed(context, verb)
            return
        complements = [hung]
    clause = clause_of(verb)
    first = complements[0]
    frame = Frame.QUESTION if _is_question(first) else Frame.CLAUSE
    if _is_infinitive(first):
        frame = Frame.OBJECT_INFINITIVE
    key = verb_key(verb)
    weight = context.lexicon.weight(frame, key)
    if weight is None:
        return
    span = _hull(complements, verb)
    if weight < _SURE_WITHOUT_VERB and not _is_marked(first, verb):
        return
    cue = cue_range(clause)
    if span[0] <= cue[0] < span[1]:
        content = around(context, span, clause, {c.i for c in complements})
    else:
        content = content_of(context, span, complements[-1])
    source = source_of(clause.subject, cue)
    if content:
        yield Candidate.of(frame, key, verb, source, content, first, weight)


def _is_conjunction(verb: Token) -> bool:
    """Open to talks, [provided that] the shelling stops: a condition, and nobody's words."""
    return (
        verb.lower_ in {"provided", "providing", "assuming", "supposing", "granted", "given"}
        and own_subject(verb) is None
        and after_comma(verb)
    )


def _is_marked(complement: Token, verb: Token) -> bool:
    """Whether a clause plainly is one: behind the verb, and opened by a word or near to it."""
    if complement.i < verb.i:
        return False
    opener = complement.left_edge
    return opener.i <= verb.i + 1 or opener.lower_ in _QUESTION_WORDS | {"that"}


def _hung_on_noun(context: Context, verb: Token) -> Token | None:
    """Said in a statement that it failed · said on Monday it failed: it is said, not Monday."""
    if (context.lexicon.weight(Frame.CLAUSE, verb_key(verb)) or 0.0) < _SURE_WITHOUT_VERB:
        return None
    for below in verb.rights:
        noun = child(below, "pobj") if below.dep_ == "prep" else below
        if noun is None or below.dep_ not in {"prep", "npadvmod", "dobj", "dative"}:
            continue
        if below.dep_ == "dobj" and not can_speak(noun):
            # "reiterated its demand today that …"
            return None
        for clause in noun.rights:
            if clause.dep_ in {"relcl", "acl", "ccomp"} and clause.pos_ in VERBAL:
                opener = clause.left_edge
                bare = own_subject(clause) is not None and below.dep_ == "npadvmod"
                marked = opener.lower_ == "that" and opener.dep_ == "mark"
                if not context.spoken[opener.i] and (marked or bare):
                    return clause
    return None


def _trailing(context: Context, verb: Token) -> Candidate | None:
    """Norland will pay, a spokesman in Oslo said: the parser may lose the last subject."""
    doc = context.parse.doc
    key = verb_key(verb)
    weight = context.lexicon.weight(Frame.CLAUSE, key) or 0.0
    start = verb.sent.start
    if weight < _SURE or child(verb, "dobj", "advcl", "dative") is not None:
        return None
    comma = verb.i - 1
    while comma > start and doc[comma].text != "," and doc[comma].pos_ not in VERBAL:
        comma -= 1
    if doc[comma].text != "," or not 1 < verb.i - comma <= _LONGEST_SOURCE:
        return None
    speaker = doc[comma + 1]
    while comma < speaker.head.i < verb.i and speaker.head != speaker:
        speaker = speaker.head
    if not can_speak(speaker) or not any(t.pos_ in VERBAL for t in doc[start:comma]):
        return None
    content = trimmed(doc, (start, comma))
    if content is None:
        return None
    source = Source(((comma + 1, verb.i),), speaker, (verb.i, verb.i + 1))
    heads = [t for t in doc[start:comma] if t.pos_ in VERBAL and t.dep_ in {"ROOT", "ccomp"}]
    head = heads[0] if heads else None
    return Candidate.of(
        Frame.CLAUSE, key, verb, source, (context.widened(content),), head, _SURE_WITHOUT_VERB
    )


def _misparsed(context: Context, verb: Token) -> Iterator[Candidate]:
    """Asserting that progress hinges on talks: the parser took the clause for a noun phrase."""
    doc = context.parse.doc
    opener = verb.i + 1
    noun = child(verb, "dobj")
    if noun is None or noun.i <= opener:
        return
    if doc[opener].lower_ != "that" and lemma(verb) != "say":
        return
    key = verb_key(verb)
    weight = context.lexicon.weight(Frame.CLAUSE, key) or 0.0
    end = max(d.right_edge.i + 1 for d in verb.rights)
    if weight < _SURE_WITHOUT_VERB or end - opener < _SHORTEST_CLAUSE:
        return
    clause = clause_of(verb)
    content = content_of(context, (opener, end))
    source = source_of(clause.subject, cue_range(clause))
    if content:
        yield Candidate.of(Frame.CLAUSE, key, verb, source, content, noun, weight)


def _hull(complements: list[Token], verb: Token) -> Range:
    """From the first to the last complement on the same side of the verb."""
    side = [c for c in complements if (c.i > verb.i) == (complements[0].i > verb.i)]
    return min(c.left_edge.i for c in side), max(c.right_edge.i for c in side) + 1


def _is_question(complement: Token) -> bool:
    edge = complement.left_edge
    return edge.lower_ in _QUESTION_WORDS or any(
        d.lower_ in {"whether", "if"} for d in complement.lefts
    )


def _is_infinitive(complement: Token) -> bool:
    return any(d.dep_ == "aux" and d.lower_ == "to" for d in complement.lefts)


def parenthetical(context: Context, verb: Token) -> Iterator[Candidate]:
    """A report thrown in: "The plan, Ruiz said, is dead" · "As Ruiz noted, it is dead"."""
    above = verb.head
    if verb.dep_ not in {"parataxis", "advcl"} or not is_verb(above):
        return
    mark = child(verb, "mark", "advmod")
    has_as = mark is not None and mark.lower_ == "as" and mark.i < verb.i
    if verb.dep_ == "advcl" and (not has_as or child(verb, "dobj", "ccomp", "xcomp", "acomp")):
        return
    subject = own_subject(verb)
    if subject is None or child(verb, "ccomp") or context.spoken[above.i]:
        return
    key = f"as {verb_key(verb)}" if has_as else verb_key(verb)
    weight = context.lexicon.weight(Frame.PARENTHESIS, key)
    if weight is None:
        return
    start, end = subtree(verb)
    pieces = [
        found
        for piece in without(subtree(above), (start, end))
        if (found := trimmed(context.parse.doc, piece)) and found[1] - found[0] > 1
    ]
    clause = Clause(verb, verb, subject, False)
    cue = cue_range(clause)
    source = source_of(subject, cue)
    if pieces and source.ranges:
        content = tuple(context.widened(piece) for piece in pieces)
        yield Candidate.of(Frame.PARENTHESIS, key, verb, source, content, above, weight)


def according(context: Context, token: Token) -> Iterator[Candidate]:
    """According to Ruiz, the plan is dead."""
    doc = context.parse.doc
    if token.lower_ != "according" or token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return
    source_head = child(doc[token.i + 1], "pobj", "pcomp") or child(token, "pobj")
    weight = context.lexicon.weight(Frame.ACCORDING, "according to")
    if source_head is None or weight is None:
        return
    source = trimmed(doc, subtree(source_head))
    if source is None or source[0] <= token.i:
        return
    sentence = (token.sent.start, token.sent.end)
    pieces = [
        context.widened(found)
        for piece in without(sentence, (token.i, source[1]))
        if (found := trimmed(doc, piece)) and found[1] - found[0] > 1
    ]
    if pieces:
        cue = (token.i, token.i + 2)
        owner = Source((source,), source_head, cue)
        yield Candidate.of(
            Frame.ACCORDING, "according to", token, owner, tuple(pieces), token.sent.root, weight
        )
