"""How far the words reach that tell an event: who, what, where and when, and no further."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefings.analysis.events.triggers import Trigger, word_list
from briefings.analysis.parsing import token_span
from briefings.analysis.positions.grammar import child, lemma
from briefings.analysis.questions.grammar import SUBJECTS
from briefings.document import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN = frozenset({"aux", "auxpass", "neg", "prt", "dobj", "dative", "agent", "oprd", "acomp"})
_OWN |= {"attr"}
_KEPT = frozenset({"prep", "agent", "pobj", "det", "poss", "amod", "compound", "nummod", "case"})
_KEPT |= {"conj", "nmod", "quantmod", "xcomp", "aux", "dobj", "prt"}
_CLOSE = frozenset({"det", "poss", "amod", "compound", "nummod", "case", "nmod", "aux", "auxpass"})
_CLOSE |= {"neg", "prt"}
_PROSPECTS = frozenset({"aftermath", "wake", "event", "case", "prospect", "threat", "risk"})
_FEW = 12
_LONGEST = 180
"""Code points; of what is longer only the bare subject, verb and object are kept."""


def extent(
    trigger: Trigger,
    sentence: Span,
    beside: tuple[Span | None, Span | None],
    *,
    supposed: bool = False,
) -> Span:
    """The words that tell an event.

    Args:
        trigger: The event.
        sentence: Its sentence.
        beside: Its place and time.
        supposed: Whether it may never happen; then the words that say so belong to it, such as
            "in the event of a strike", "if a strike were called".
    """
    tokens = list(_words(trigger))
    if supposed and trigger.is_noun:
        tokens += _supposing(trigger.token)
    spans = [token_span(t) for t in tokens]
    place = trigger.token.doc.char_span(beside[0].start, beside[0].end) if beside[0] else None
    if place is not None and place.root.head.dep_ == "prep":
        spans.append(token_span(place.root.head))
    near = [s for s in beside if s is not None and sentence.contains(s)]
    whole = _hull([*spans, *near])
    if len(whole) > _LONGEST:
        bare = [token_span(t) for t in _core(trigger)]
        whole = _hull([*bare, *near])
        whole = whole if len(whole) <= _LONGEST else _hull(bare)
    return Span(max(whole.start, sentence.start), min(whole.end, sentence.end))


def _supposing(noun: Token) -> Iterable[Token]:
    """The words that make an event a supposition, as far as they are few."""
    above = noun.head
    if noun.dep_ == "pobj":
        if lemma(above.head) in _PROSPECTS:
            # "in the aftermath of a strike"
            yield from (above, *(c for c in above.head.lefts if c.dep_ in _CLOSE), above.head)
            above = above.head.head
        if above.dep_ == "prep" and above.lower_ not in {"of", "for", "on", "about"}:
            yield above
    elif noun.dep_ in SUBJECTS and any(c.lower_ in {"if", "unless"} for c in above.lefts):
        clause = list(above.subtree)
        yield from clause if len(clause) <= _FEW else ()


def _core(trigger: Trigger) -> Iterable[Token]:
    """The trigger with the bare nouns beside it: "the minister signed the treaty"."""
    heads = [trigger.token]
    verb = trigger.support if trigger.is_noun else trigger.token
    beside_noun = trigger.is_noun and verb is not None and verb.dep_ in {"acl", "relcl"}
    if verb is not None and not beside_noun:
        heads.append(verb)
        heads += [c for c in verb.children if c.dep_ in SUBJECTS | {"dobj"}]
    while heads:
        seen = heads.pop()
        yield seen
        heads += [c for c in seen.children if c.dep_ in _CLOSE]


def _hull(spans: Iterable[Span]) -> Span:
    known = list(spans)
    return Span(min(s.start for s in known), max(s.end for s in known))


def _words(trigger: Trigger) -> Iterable[Token]:
    yield trigger.token
    if trigger.is_noun:
        for below in trigger.token.children:
            if below.dep_ in _KEPT - {"conj"} or _is_aim(below):
                yield from _phrase(below)
        if trigger.token.dep_ == "pobj" and trigger.token.head.lower_ == "under":
            yield from _discussed(trigger.token.head)
    verb = trigger.support if trigger.is_noun else trigger.token
    if verb is None:
        return
    yield verb
    for below in verb.children:
        behind = below.dep_ == "prep" and below.i > verb.i and child(below, "pobj") is not None
        if below.dep_ in SUBJECTS | _OWN or behind:
            yield from _phrase(below)
        elif below.dep_ in {"ccomp", "xcomp"} and trigger.key in word_list("verbs", "clausal"):
            yield from below.subtree
    if verb.dep_ in {"acl", "relcl"} and verb.head.i < verb.i and verb.tag_ != "VB":
        yield from _phrase(verb.head)


def _discussed(under: Token) -> Iterable[Token]:
    """What is under discussion: "a deal that has been under discussion"."""
    above = under.head
    if above.dep_ == "relcl":
        above = above.head
    elif above.pos_ in {"AUX", "VERB"}:
        above = child(above, *SUBJECTS) or above
    yield from _phrase(above)


def _phrase(token: Token) -> Iterable[Token]:
    """A word with what belongs to it closely, without clauses and asides."""
    waiting = [token]
    while waiting:
        seen = waiting.pop()
        yield seen
        waiting.extend(c for c in seen.children if c.dep_ in _KEPT or _is_aim(c))


def _is_aim(token: Token) -> bool:
    """Whether it is an infinitive that says what a noun is for: "a plan to close the port"."""
    return token.dep_ == "acl" and token.tag_ == "VB"
