"""How far the words of a content reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.positions.context import Context
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import (
    VERBAL,
    Range,
    after_comma,
    lemma,
    overlaps,
    own_subject,
    subtree,
    trimmed,
    verb_key,
    without,
)
from briefings.analysis.positions.lexicon import word_set
from briefings.analysis.positions.stance_lexicon import stance_of
from briefings.analysis.positions.subjects import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token

_REPORTING = (Frame.CLAUSE, Frame.OBJECT, Frame.QUOTATION)
_ADDRESSING = frozenset({"dobj", "dative", "prep", "npadvmod", "advmod", "agent"})


def content_of(context: Context, span: Range, head: Token | None = None) -> tuple[Range, ...]:
    """A content with its borders mended: no loose punctuation, quotations whole.

    Args:
        context: The document.
        span: The range as the parse gives it.
        head: The head of the content; a report that hangs at its end is cut off
            ("that it failed, adding that …").
    """
    start, end = span
    if head is not None:
        end = min(end, _before_report(context, head, end))
    end = _before_aside(context, start, end)
    found = trimmed(context.parse.doc, (start, end))
    return (context.widened(found),) if found else ()


def _before_report(context: Context, head: Token, end: int) -> int:
    """Where a participle with a report of its own begins behind a comma, or `end`."""
    for token in (head, *head.conjuncts):
        for dependent in token.rights:
            if own_subject(dependent) is None and (
                _is_loose_report(context, dependent) or is_second_report(context, dependent)
            ):
                end = min(end, _left_of(dependent))
    return end


def _before_aside(context: Context, start: int, end: int) -> int:
    """Where a relative clause behind a comma begins that ends the content: the writer's aside."""
    doc = context.parse.doc
    for token in doc[start:end]:
        if token.dep_ != "relcl" or token.right_edge.i + 1 < end or context.spoken[token.i]:
            continue
        opening = token.left_edge.i
        if opening > start + 2 and doc[opening - 1].text == ",":
            return opening - 1
    return end


def _is_loose_report(context: Context, verb: Token) -> bool:
    """Said that it failed, [adding that …]"""
    return (
        verb.dep_ in {"advcl", "conj"}
        and verb.tag_ == "VBG"
        and after_comma(verb)
        and _reports(context, verb)
    )


def is_second_report(context: Context, verb: Token) -> bool:
    """Said that it failed and [accused Okafor of lying]: the speaker does both."""
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBZ"}:
        return False
    if verb.head.tag_ == "VB" and verb.head.dep_ == "xcomp":
        # "vowed to fight and called for talks": no finite verb goes with "to".
        return True
    if verb.head.dep_ != "ccomp":
        return False
    above = verb.head.head
    if above.tag_ != verb.tag_ or above.pos_ not in VERBAL:
        return False
    return _reports(context, verb)


def _reports(context: Context, verb: Token) -> bool:
    return any((context.lexicon.weight(f, verb_key(verb)) or 0.0) > 0.5 for f in _REPORTING)


def _left_of(verb: Token) -> int:
    """Where the words before a coordinated verb end, its conjunction left out."""
    at = verb.left_edge.i
    doc = verb.doc
    while at > 0 and doc[at - 1].dep_ in {"cc", "punct", "advmod"}:
        at -= 1
    return at


def around(context: Context, span: Range, clause: Clause, keep: set[int]) -> tuple[Range, ...]:
    """A content that the report stands inside of: "The plan, Ruiz said on Monday, is dead".

    Args:
        context: The document.
        span: The range of the content, with the report in it.
        clause: The reporting clause.
        keep: Tokens below the reporting verb that belong to the content.
    """
    hole = subtree_without(clause.verb, keep)
    if clause.subject is not None and not any(
        overlaps(subtree(clause.subject), (token, token + 1)) for token in keep
    ):
        left, right = subtree(clause.subject)
        hole = (min(hole[0], left), max(hole[1], right))
    pieces: list[Range] = []
    for piece in without(span, hole):
        found = trimmed(context.parse.doc, piece)
        if (found and found[1] - found[0] > 1) or (found and not pieces):
            pieces.append(context.widened(found))
    return tuple(pieces)


def subtree_without(verb: Token, keep: set[int]) -> Range:
    """The verb with its addressee, time and place, but none of the dependents in `keep`."""
    start, end = verb.i, verb.i + 1
    for dependent in verb.children:
        if dependent.i in keep or dependent.dep_ == "punct":
            continue
        if dependent.dep_ in _ADDRESSING or dependent.dep_ in {"aux", "neg", "prt", "mark"}:
            left, right = subtree(dependent)
            if not any(left <= token < right for token in keep):
                start, end = min(start, left), max(end, right)
    return start, end


def with_tail(verb: Token, head: Token) -> Range:
    """An object with the phrases that belong to it: "Ruiz for the delay", "talks with Okafor".

    Times, speech situations ("in an interview") and whatever stands behind a comma are left out.
    """
    start, end = subtree(head)
    while start < head.i and verb.doc[start].dep_ == "advmod" and verb.doc[start].head == head:
        start += 1
    for dependent in head.rights:
        if dependent.dep_ in {"relcl", "advcl"} and after_comma(dependent):
            end = min(end, dependent.left_edge.i - 1)
    for dependent in verb.rights:
        if dependent.i <= head.i:
            continue
        goes_on = dependent.dep_ in {"prep", "dative", "xcomp", "acl", "oprd", "prt"}
        if not goes_on and not _completes(dependent, head, end):
            break
        left, right = subtree(dependent)
        if left > end + 1 or after_comma(dependent) or _is_setting(dependent):
            break
        end = max(end, right)
    return start, end


def _completes(infinitive: Token, noun: Token, end: int) -> bool:
    """Decried the calls [to ban it]: right behind a noun that takes an infinitive."""
    return (
        infinitive.dep_ == "advcl"
        and infinitive.left_edge.i == end
        and infinitive.left_edge.lower_ == "to"
        and stance_of("nouns", f"{lemma(noun)} to", lemma(noun)) is not None
    )


def _is_setting(phrase: Token) -> bool:
    """Whether a prepositional phrase tells when or where it was said."""
    if phrase.dep_ != "prep":
        return False
    if phrase.lower_ in word_set("en/cues", "settings", "prepositions"):
        return True
    for below in phrase.children:
        if below.dep_ == "pobj":
            return below.ent_type_ in {"DATE", "TIME"} or below.lemma_.lower() in word_set(
                "en/cues", "settings", "nouns"
            )
    return False
