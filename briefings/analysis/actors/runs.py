"""Capitalised words in running text that no other rule has claimed -> names.

A first name and a word are a person; so is what a title stands before. What speaks is an
organisation, and so is an acronym that acts or stands in brackets behind its long form.
"""

from __future__ import annotations

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.context import Context
from briefings.analysis.actors.names import (
    Label,
    Name,
    Source,
    is_acronym,
    is_origin,
    is_title,
)

MOST_WORDS = 5


def find_runs(context: Context, claimed: list[bool]) -> list[Name]:
    """Names among the tokens that are not claimed, left to right."""
    found: list[Name] = []
    at = 0
    while at < len(context.tokens):
        if claimed[at] or not _begins(context, at):
            at += 1
            continue
        end = _end(context, at, claimed)
        label = _label(context, at, end)
        if label is not None:
            found.append(Name(at, end, label, Source.RUN))
        at = end
    return found


def _begins(context: Context, i: int) -> bool:
    token = context.tokens[i]
    if context.headline[i] or not context.capital(i) or token.pos_ in {"PRON", "DET", "ADP"}:
        return False
    if is_title(token.text) or is_origin(token.text) or len(token.text) < 2:
        return False
    if i in context.sentence_starts and token.lower_ in context.lower_words:
        return False
    after = context.tokens[i + 1] if i + 1 < len(context.tokens) else token
    if token.lower_ in lexicon.titles("modifiers") and lexicon.is_first_name(after.text):
        return lexicon.is_first_name(token.text)  # "Minister of Defence [Olga Moss]"
    if i in context.sentence_starts and token.pos_ != "PROPN" and not is_acronym(token.text):
        return False
    return token.lower_ not in lexicon.designators("things", "never")


def _end(context: Context, start: int, claimed: list[bool]) -> int:
    end = start + 1
    while end < len(context.tokens) and end - start < MOST_WORDS and context.same_line(start, end):
        token = context.tokens[end]
        if claimed[end]:
            break
        if (
            token.text == "-"
            and context.tokens[end - 1].whitespace_ == ""
            and token.whitespace_ == ""
        ):
            end += 1
            continue
        is_particle = (
            token.lower_ in lexicon.grammar("particles")
            and end + 1 < len(context.tokens)
            and context.capital(end + 1)
            and not claimed[end + 1]
        )
        if not (context.capital(end) and token.is_alpha and not is_title(token.text)) and (
            not is_particle
        ):
            break
        end += 1
    while end - 1 > start and not context.capital(end - 1):
        end -= 1
    return end


def is_team(context: Context, start: int, end: int) -> bool:
    """ "the Norr Tigers": a plural name of two words with an article."""
    last = context.tokens[end - 1]
    is_plural = last.tag_ == "NNPS" or (last.pos_ == "PROPN" and last.text.endswith("s"))
    if last.lower_ in lexicon.designators("places", "words"):
        return False
    return end - start > 1 and is_plural and context.lower(start - 1) == "the"


def _label(context: Context, start: int, end: int) -> Label | None:
    words = [context.tokens[i].text for i in range(start, end)]
    if lexicon.is_first_name(words[0]) and len(words) > 1 and words[1] != "-":
        return Label.PERSON
    before = start - 1
    is_titled = context.lower(before).rstrip(".") in lexicon.titles("honorifics")
    is_enough = context.same_line(before, start) and (context.capital(before) or end - start > 1)
    if is_titled and is_enough:
        return Label.PERSON
    last = context.tokens[end - 1]
    speaks = last.dep_ in {"nsubj", "nsubjpass"} and last.head.lemma_ in lexicon.agency("saying")
    if is_acronym(words[0]) and len(words) == 1:
        in_brackets = context.lower(before) == "(" and context.lower(end) == ")"
        in_brackets = in_brackets and before > 0 and context.capital(before - 1)
        acts = last.dep_ == "nsubj" and last.head.lemma_ in lexicon.agency("doing")
        acts = acts or context.lower(end) in lexicon.agency("staff")
        return Label.ORGANIZATION if speaks or in_brackets or acts else None
    if is_team(context, start, end):
        return Label.ORGANIZATION
    if any(c.dep_ == "appos" and c.lower_ in lexicon.body_kinds() for c in last.children):
        return Label.ORGANIZATION  # "the Camorra, a crime syndicate"
    if speaks and last.pos_ == "PROPN":
        return Label.PERSON if lexicon.is_first_name(words[0]) else Label.ORGANIZATION
    return None
