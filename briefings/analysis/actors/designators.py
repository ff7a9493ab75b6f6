"""The text -> names that show by a word of their own that they are organisations.

"Ministry of Fisheries", "Oxenby University", "Council on Harbour Trade". A run of capitalised
words that holds such a word is one name, over "of" and "for", whatever the model made of it.
"""

from __future__ import annotations

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.context import Context
from briefings.analysis.actors.names import (
    ARTICLES,
    Label,
    Name,
    Source,
    is_origin,
    is_title,
)
from briefings.briefing import ActorType

MOST_WORDS = 12
JOINS = frozenset(("of", "for"))
ONLY_AFTER_SOME = frozenset(("on", "against", "in"))


def find_designated(context: Context) -> list[Name]:
    """Names with an organisation word, left to right, none overlapping another."""
    found: list[Name] = []
    at = 0
    while at < len(context.tokens):
        if context.headline[at] or not _is_head(context, at):
            at += 1
            continue
        floor = found[-1].end if found else 0
        start = _leftmost(context, at, floor)
        end = _rightmost(context, start, at)
        if _is_enough(context, start, end):
            found.append(Name(start, end, Label.ORGANIZATION, Source.DESIGNATOR))
        at = max(end, at + 1)
    return found


def _is_head(context: Context, i: int) -> bool:
    return context.capital(i) and context.lower(i) in lexicon.head_kinds()


def _part(context: Context, i: int) -> bool:
    """Whether a token may stand within such a name."""
    if not 0 <= i < len(context.tokens):
        return False
    token = context.tokens[i]
    if token.is_space or token.is_punct:
        return False
    return context.capital(i) and token.pos_ not in {"PRON", "DET", "VERB", "AUX", "ADP", "SCONJ"}


def _leftmost(context: Context, head: int, floor: int) -> int:
    """Where the name of this head begins: "[Oxenby Harbour] Board"."""
    start = head
    while start > floor and head - start < MOST_WORDS and context.same_line(start - 1, head):
        before = start - 1
        if _part(context, before):
            if _begins_afresh(context, before):
                break
            start = before
        elif _is_inner_join(context, before) and before - 1 >= floor:
            start = before - 1
        else:
            break
    while start + 1 < head and (
        context.lower(start).rstrip(".") in lexicon.titles("honorifics")
        and not lexicon.is_first_name(context.tokens[start].text)
    ):
        start += 1
    return start


def _begins_afresh(context: Context, i: int) -> bool:
    """A first word of a sentence that is a word like any other: "Former Harbour Board ..."."""
    token = context.tokens[i]
    if i not in context.sentence_starts:
        return False
    is_small = token.is_stop or token.pos_ in {"ADV", "CCONJ", "INTJ", "ADP"}
    return is_small or token.lower_ in context.lower_words


def _is_inner_join(context: Context, i: int) -> bool:
    """ "&" and hyphens join; so does 's unless a place or person owns the body."""
    text = context.tokens[i].text
    if text in {"&", "-", "/"}:
        return _part(context, i - 1)
    if not context.is_possessive(i) or not _part(context, i - 1):
        return False
    owner = context.tokens[i - 1]
    return (owner.ent_type_ not in {"GPE", "PERSON", "NORP"} and owner.tag_ != "NNP") or (
        owner.lower_.endswith("s") and text in {"'", "’"}
    )


def _rightmost(context: Context, start: int, head: int) -> int:
    """Where the name of this head ends, over "of", "for" and "and"."""
    end = head + 1
    while _part(context, end) and end - start < MOST_WORDS and not _ends_before(context, end):
        end += 1
    while end - start < MOST_WORDS:
        after = _after_join(context, start, end)
        if after == end:
            break
        end = after
    return end


def _after_join(context: Context, start: int, end: int) -> int:
    """The end of "of Fisheries and Canals" that begins at `end`, or `end` itself."""
    join = context.lower(end)
    inside = {context.lower(i) for i in range(start, end)}
    if join in JOINS:
        if not inside & lexicon.designators("open", "words"):
            return end
    elif join in ONLY_AFTER_SOME:
        if not inside & lexicon.designators("open", "after_on"):
            return end
        if join == "in" and not (inside & JOINS and _is_state(context, end + 1)):
            return end
    elif join in {"and", "&", "-"}:
        if not inside & JOINS and join == "and":
            return end
        if _holds_head_or_person(context, end + 1):
            return end
    else:
        return end
    at = end + 1
    if context.lower(at) in ARTICLES:
        at += 1
    if not _part(context, at) or not context.same_line(start, at):
        return end
    if _is_date(context, at):
        return end
    while _part(context, at) and at - start < MOST_WORDS and not _starts_person(context, at):
        at += 1
    return at if at > end + 1 else end


def _is_state(context: Context, i: int) -> bool:
    """ "Board for Cricket in [Ostria]"."""
    known = lexicon.gazetteer().get(lexicon.pieces(context.tokens[i].text))
    return known is not None and known.type is ActorType.STATE


def _ends_before(context: Context, i: int) -> bool:
    """Whether a person or a title begins here: "House Trade Committee [Chairman Lee]"."""
    if _starts_person(context, i):
        return True
    word = context.tokens[i].text
    if context.lower(i) in lexicon.head_kinds():
        return False
    if not is_title(word) and not (word.endswith("s") and is_title(word[:-1])):
        return False
    while _part(context, i + 1):
        i += 1
        if context.lower(i) in lexicon.head_kinds():
            return False
    return True


def _is_date(context: Context, i: int) -> bool:
    return context.lower(i) in lexicon.designators("things", "never")


def _holds_head_or_person(context: Context, at: int) -> bool:
    """Whether what follows "and" is a body or a person of its own."""
    if not _part(context, at) or context.tokens[at].ent_type_ == "GPE":
        return True
    if lexicon.is_first_name(context.tokens[at].text) and _part(context, at + 1):
        return True
    while _part(context, at):
        if context.lower(at) in lexicon.head_kinds():
            return True
        at += 1
    return False


def _starts_person(context: Context, i: int) -> bool:
    """ "... Council on Trade Relations [Alia Moss]": a first name begins a person.

    So does a word before a surname that the text gives somewhere else by itself.
    """
    if not _part(context, i + 1) or context.lower(i + 1) in lexicon.head_kinds():
        return False
    if context.lower(i + 1) in lexicon.designators("places", "words"):
        return False
    token = context.tokens[i]
    if lexicon.pieces(context.words(i, i + 2)) in lexicon.gazetteer():
        return False
    if lexicon.is_first_name(token.text):
        return not _part(context, i + 2) or token.ent_type_ == "PERSON"
    return context.tokens[i + 1].text in context.lone_people and not _part(context, i + 2)


def _is_enough(context: Context, start: int, end: int) -> bool:
    """Whether the run names a body: it needs more than the bare word, and a word that decides."""
    words = [context.lower(i) for i in range(start, end)]
    if end - start < 2 or all(w in lexicon.head_kinds() for w in words):
        return False
    joined = bool(set(words) & JOINS)
    before_office = context.same_line(start, end) and is_title(context.tokens[end].text)
    if before_office and not joined and words[-1] not in lexicon.head_kinds():
        return False  # "Senate Majority Leader"
    if words[0] == "team" and end - start == 2 and _is_state(context, start + 1):
        return True
    heads = [w for w in words if w in lexicon.head_kinds()]
    last = words[-1]
    is_thing = last in lexicon.designators("things", "last") and last not in lexicon.head_kinds()
    if is_thing and not joined:
        return False
    strong = [w for w in heads if w not in lexicon.designators("weak", "words")]
    if not joined and last not in lexicon.head_kinds() and last not in {"inc", "inc."}:
        if last == "district" and "school" in words:
            return True
        # "Church Street", "University Avenue"
        return False if last in lexicon.designators("places", "words") else bool(strong)
    if all(
        is_origin(context.tokens[i].text) or w in lexicon.head_kinds()
        for i, w in enumerate(words, start)
    ):
        return bool(strong)
    last_token = context.tokens[end - 1]
    is_subject = last_token.dep_ in {"nsubj", "nsubjpass"} and last_token.pos_ == "PROPN"
    return bool(strong) or joined or last_token.ent_type_ == "ORG" or is_subject
