"""The titles before a name: "[Ostrian Prime Minister] Ann Lee".

A title is read from its last word to the left, over words that may stand within a title, states
and capitalised words, up to a possessor: "[Ostria's former finance minister] Ann Lee".
"""

from __future__ import annotations

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.context import Context
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.names import Label, Name, is_origin, is_title, is_title_part

MOST_WORDS = 12
NO_TITLE = frozenset(("PERSON", "DATE", "TIME"))
OFFICE_OF = frozenset(("of", "for"))


def find_title(discourse: Discourse, name: Name) -> tuple[int, int, int] | None:
    """The first token of the title before a name, the token after its last, and its head."""
    context = discourse.context
    end = name.start
    start = _title_start(context, end)
    if start == end:
        start = _office_start(discourse, end)
    if start == end and context.lower(end - 1) == "," and _is_closed(context, name):
        end -= 1
        start = _office_start(discourse, end)
    for i in range(end - 1, start - 1, -1):
        if is_title(context.tokens[i].text):
            return start, end, i
    return None


def _is_closed(context: Context, name: Name) -> bool:
    """Whether a comma or the sentence's end follows: "the mayor of Norr, Ann Lee, said"."""
    return not context.same_line(name.end, name.start) or context.tokens[name.end].is_punct


def _title_start(context: Context, end: int) -> int:
    """Where the title that ends at `end` begins, or `end`."""
    start = end
    if not context.same_line(end - 1, end) or not is_title(context.tokens[end - 1].text):
        return end
    while start and end - start < MOST_WORDS and context.same_line(start - 1, end):
        i = start - 1
        if context.is_possessive(i) and _owner_start(context, i) < i:
            return _owner_start(context, i)
        if not _may_be_within(context, i):
            break
        start = i
    while start < end and context.lower(start) in {"and", "or", "-", "/"}:
        start += 1
    return start


def _may_be_within(context: Context, i: int) -> bool:
    """Whether a word may be part of a title: "former", "Ostria", "Agriculture"."""
    token = context.tokens[i]
    if token.text == "-":
        return True
    if is_title_part(token.text) and token.pos_ not in {"VERB", "AUX", "ADP"}:
        return True
    if not context.capital(i):
        is_noun = token.pos_ in {"NOUN", "ADJ"} and token.head.i > i
        return is_noun and token.dep_ in {"compound", "amod", "nmod"}
    if lexicon.pieces(token.text) in lexicon.gazetteer():
        return True
    if i in context.sentence_starts or token.ent_type_ in NO_TITLE:
        return False
    is_noun = token.pos_ in {"PROPN", "ADJ", "NOUN"} and token.is_alpha
    return is_noun and token.dep_ not in {"nsubj", "nsubjpass", "ROOT"}


def _owner_start(context: Context, possessive: int) -> int:
    """ "[Ukraine]'s President", "[New Norr]'s mayor": where the owner begins."""
    start = possessive
    while start and context.same_line(start - 1, possessive):
        if context.tokens[start - 1].pos_ != "PROPN" or not context.capital(start - 1):
            break
        start -= 1
    return start


def _office_start(discourse: Discourse, end: int) -> int:
    """Where "chair of the Norr Board" begins before a name, or `end`."""
    context = discourse.context
    if not context.capital(end - 1):
        return end
    seen_join = False
    for at in range(end - 1, max(-1, end - MOST_WORDS - 2), -1):
        if not context.same_line(at, end):
            break
        lower = context.lower(at)
        is_office = is_title(context.tokens[at].text) and context.lower(at + 1) in OFFICE_OF
        if seen_join and is_office:
            return _title_start(context, at + 1)
        if lower == "," or not (context.capital(at) or lower in lexicon.grammar("role_joins")):
            break
        owner = discourse.owner(at)
        if owner is not None and owner.label is Label.PERSON:
            break
        if lower in OFFICE_OF:
            between = range(at + 1, end)
            seen_join = any(
                context.capital(i) and not is_origin(context.tokens[i].text) for i in between
            )
    return end
