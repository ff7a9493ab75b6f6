"""The text -> the names in it that are known from the knowledge files, the longest first.

A known name counts only where it stands alone: "Paris" is no place in "Paris Hilton", and no
known name is found across the edge of a token.
"""

from __future__ import annotations

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.context import Context
from briefings.analysis.actors.lexicon import Known, Pieces
from briefings.analysis.actors.names import (
    Label,
    Name,
    Source,
    is_origin,
    is_title,
    is_title_part,
)
from briefings.briefing import ActorType

SHOUT = 4
LABELS = {ActorType.STATE: Label.PLACE, ActorType.PLACE: Label.PLACE}


def find_known(context: Context) -> list[Name]:
    """Every known name, left to right, none overlapping another."""
    parts, owners = _all_pieces(context)
    found: list[Name] = []
    at = 0
    while at < len(parts):
        match = _longest_at(context, parts, owners, at)
        if match is None:
            at += 1
            continue
        length, known = match
        start, end = owners[at], owners[at + length - 1] + 1
        if _stands_alone(context, start, end, known):
            found.append(_name(start, end, known))
        at += length
    return found


def _name(start: int, end: int, known: Known) -> Name:
    label = LABELS.get(known.type, Label.ORGANIZATION)
    source = Source.KNOWN_LONG if end - start > 1 else Source.KNOWN
    return Name(start, end, label, source, known)


def _all_pieces(context: Context) -> tuple[list[str], list[int]]:
    parts: list[str] = []
    owners: list[int] = []
    for token in context.tokens:
        if token.is_space:
            continue
        for piece in lexicon.pieces(token.text):
            parts.append(piece)
            owners.append(token.i)
    return parts, owners


def _longest_at(
    context: Context, parts: list[str], owners: list[int], at: int
) -> tuple[int, Known] | None:
    """The longest known name that begins here and ends where a token ends."""
    if at and owners[at - 1] == owners[at]:
        return None
    first = context.tokens[owners[at]]
    shouted = first.is_upper and (context.headline[first.i] or len(first) >= SHOUT)
    most = lexicon.longest_known().get(parts[at], 0)
    if shouted and len(parts[at]) > 1:
        most = max(most, lexicon.longest_known().get(parts[at].capitalize(), 0))
    for length in range(min(most, len(parts) - at), 0, -1):
        after = at + length
        if after < len(parts) and owners[after] == owners[after - 1]:
            continue
        if not context.same_line(owners[at], owners[after - 1]):
            continue
        known = _look_up(tuple(parts[at:after]), shouted)
        if known is not None:
            return length, known
    return None


def _look_up(parts: Pieces, shouted: bool) -> Known | None:
    known = lexicon.gazetteer().get(parts)
    if known is None and shouted:
        small = ("of", "and", "the", "for")
        parts = tuple(p.lower() if p.lower() in small else p.capitalize() for p in parts)
        known = lexicon.gazetteer().get(parts)
    return known


def _stands_alone(context: Context, start: int, end: int, known: Known) -> bool:
    """Whether the name is not a part of a longer one."""
    word = context.tokens[start]
    if end - start == 1 and known.type is ActorType.PLACE and lexicon.is_first_name(word.text):
        # "Berlin refused": the model knows a place, and the name is a capital's.
        is_capital = word.ent_type_ == "GPE" and known.name in lexicon.capitals()
        return is_capital or _is_at_place(context, start)
    if end - start > 2:
        return True
    if context.headline[start]:
        return _is_safe_in_headline(known, end - start)
    is_body = end - start == 1 and known.type not in {ActorType.STATE, ActorType.PLACE}
    if is_body and start in context.sentence_starts and word.lower_ in context.lower_words:
        return False
    return not (_joins_left(context, start) or _joins_right(context, end, known))


def _is_at_place(context: Context, start: int) -> bool:
    """ "in Victoria", "Florence, Italy": a city whose name people bear too."""
    if context.lower(start - 1) in lexicon.designators("places", "prepositions"):
        return True
    after = start + 2
    return (
        context.lower(start + 1) == ","
        and context.same_line(start, after)
        and context.tokens[after].ent_type_ == "GPE"
    )


def _is_safe_in_headline(known: Known, length: int) -> bool:
    """In title case any word may be a word: only states and long or shouted names are names."""
    if known.type in {ActorType.STATE, ActorType.PLACE} or length > 1:
        return True
    return sum(c.isupper() for c in known.name) > 1 or known.type is ActorType.GOVERNMENT


def _joins_left(context: Context, start: int) -> bool:
    """ "Lake Victoria", "Jack London": the word before belongs to the name."""
    before = start - 1
    if not context.same_line(before, start) or not context.capital(before):
        return False
    token = context.tokens[before]
    if token.pos_ not in {"PROPN", "NOUN"} or context.is_possessive(before):
        return False
    if before in context.sentence_starts and token.lower_ in context.lower_words:
        return False
    if is_title_part(token.text) or token.lower_ in lexicon.grammar("compass"):
        return token.lower_ in {"north", "south", "east", "west"}
    return token.ent_iob_ != "O" and context.tokens[start].ent_iob_ == "I"


def _joins_right(context: Context, end: int, known: Known) -> bool:
    """ "Paris Hilton", "Boston Globe": the word after belongs to the name."""
    if end >= len(context.tokens) or not context.same_line(end - 1, end):
        return False
    token = context.tokens[end]
    if (
        token.lower_ in lexicon.grammar("particles")
        and context.same_line(end, end + 1)
        and context.capital(end + 1)
    ):
        return token.lower_ not in {"y", "e", "la", "el"}  # "Van der Berg"
    if not context.capital(end) or token.pos_ != "PROPN" or is_title(token.text):
        return False
    if is_origin(token.text) or is_title_part(token.text):
        return False
    if context.tokens[end - 1].ent_iob_ != "O" and token.ent_iob_ == "I":
        return True
    is_place = known.type in {ActorType.STATE, ActorType.PLACE}
    return is_place and token.ent_type_ not in {"PERSON", "ORG", "GPE", "NORP"}
