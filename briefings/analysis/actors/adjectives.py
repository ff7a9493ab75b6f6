"""Nationality adjectives -> mentions of the state: "French" in "French officials".

An adjective never makes an actor alone: it is a mention of a state that the text names, or of
one that a person stands for ("German Chancellor Merz"; see `roles`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.context import Context
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.lexicon import Known
from briefings.briefing import MentionKind


def find_adjectives(context: Context) -> Iterator[tuple[int, int, Known]]:
    """Every nationality adjective: first token, token after the last, its state or land."""
    table = _table()
    at = 0
    while at < len(context.tokens):
        for length in (2, 1) if context.capital(at) else ():
            end = at + length
            if end > len(context.tokens):
                continue
            known = table.get(lexicon.pieces(context.words(at, end)))
            if known is not None and _is_adjective(context, at, end):
                yield at, end, known
                at = end - 1
                break
        at += 1


@cache
def _table() -> dict[lexicon.Pieces, Known]:
    """The adjectives of states and of parties, by their pieces."""
    parties = {lexicon.pieces(word): known for word, known in lexicon.parties().items()}
    return {**lexicon.adjectives(), **parties}


def _is_adjective(context: Context, start: int, end: int) -> bool:
    if context.lower(start - 1) in lexicon.grammar("no_state_after") and context.same_line(
        start - 1, start
    ):
        return False
    is_word = context.tokens[start].text in lexicon.grammar("plain_adjectives")
    if is_word and start in context.sentence_starts:
        return False
    last = context.tokens[end - 1]
    if last.dep_ == "pobj" and context.lower(start - 1) == "in":
        return False
    return last.tag_ not in {"NNS", "NNPS"}


def mention_adjectives(discourse: Discourse) -> None:
    """Adds them to the states that are actors already, outside of longer names."""
    context = discourse.context
    for start, end, known in find_adjectives(context):
        cluster = discourse.state(known)
        if cluster is not None and not any(discourse.owner(i) for i in range(start, end)):
            discourse.add(cluster, start, end, MentionKind.ADJECTIVE)
