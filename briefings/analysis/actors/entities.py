"""spaCy's named entities -> names: trimmed, without titles, grown over what they cut off.

The model's boundaries are often a word too long or too short; its labels are votes, no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.context import Context
from briefings.analysis.actors.names import (
    Label,
    Name,
    Source,
    is_title,
    trimmed,
    without_title,
)

if TYPE_CHECKING:
    from spacy.tokens import Span as Phrase

LABELS = {
    "PERSON": Label.PERSON,
    "ORG": Label.ORGANIZATION,
    "GPE": Label.PLACE,
    "NORP": Label.OTHER,
    "FAC": Label.OTHER,
    "LOC": Label.OTHER,
    "PRODUCT": Label.OTHER,
    "EVENT": Label.OTHER,
    "WORK_OF_ART": Label.OTHER,
    "LAW": Label.OTHER,
}


def find_entities(context: Context) -> list[Name]:
    """The model's entities as names, left to right."""
    found: list[Name] = []
    for entity in context.entities:
        label = LABELS.get(entity.label_)
        if label is None or not _is_trusted(context, entity, label):
            continue
        if lexicon.pieces(entity.text) in lexicon.adjectives():
            continue
        for left, right in _parts(context, entity.start, entity.end, label):
            start, end = trimmed(context, left, right)
            if label is Label.PERSON:
                start = _after_possessor(context, start, end)
            if start < end and label in {Label.PERSON, Label.ORGANIZATION}:
                start, end = trimmed(context, *_grown(context, start, end, label))
            kind = label
            if start < end and label is not Label.OTHER:
                kind = _relabelled(context, start, end, label)
                start = _untitled(context, start, end, kind)
            if start < end and context.tokens[start].text.strip():
                found.append(_name(context, start, end, kind))
    return found


def _parts(context: Context, start: int, end: int, label: Label) -> list[tuple[int, int]]:
    """A person's name is cut at small words: "Lee of Acme", "Lee and Moss" -> "Lee", "Moss"."""
    if label is not Label.PERSON:
        return [(start, end)]
    parts = []
    at = start
    for i in range(start, end):
        if context.lower(i) in lexicon.grammar("cuts"):
            parts.append((at, i))
            at = i + 1 if context.lower(i) in {"and", "&"} else end
    return [*parts, (at, end)] if at < end else parts


def _name(context: Context, start: int, end: int, label: Label) -> Name:
    words = [context.tokens[i] for i in range(start, end)]
    is_full = (
        label is Label.PERSON
        and sum(w.is_alpha or "-" in w.text for w in words) > 1
        and lexicon.is_first_name(words[0].text)
    )
    return Name(start, end, label, Source.FULL_NAME if is_full else Source.MODEL)


def _is_trusted(context: Context, entity: Phrase, label: Label) -> bool:
    """In a line of capitals the model sees names everywhere: only full names of people count."""
    if not context.headline[entity.start]:
        return True
    if label is not Label.PERSON or context.in_title(entity.start):
        return False
    return len(entity) > 1 and lexicon.is_first_name(entity[0].text.capitalize())


def _after_possessor(context: Context, start: int, end: int) -> int:
    """ "Acme's Ann Lee" -> "Ann Lee"."""
    for i in range(end - 2, start, -1):
        if context.is_possessive(i):
            return i + 1
    return start


def _untitled(context: Context, start: int, end: int, label: Label) -> int:
    """The start of the name behind its title; `end` for an office, which is no name."""
    if label is Label.PERSON:
        start = _after_portfolio(context, start, end)
        return without_title(context, start, end)
    if _is_office(context, start, end):
        return end
    first = context.lower(start).rstrip(".")
    plain = lexicon.titles("plain")
    return start + 1 if first in plain and end - start > 1 else start


def _relabelled(context: Context, start: int, end: int, label: Label) -> Label:
    """ "[Rev Ann Lee]": a form of address and a first name are a person's."""
    if label is not Label.ORGANIZATION or end - start < 3:
        return label
    is_titled = context.lower(start).rstrip(".") in lexicon.titles("honorifics")
    is_person = is_titled and lexicon.is_first_name(context.tokens[start + 1].text)
    return Label.PERSON if is_person else label


def _after_portfolio(context: Context, start: int, end: int) -> int:
    """ "Minister of [Education Ann Lee]" -> "Ann Lee"; "[Floridians Ann Lee]" -> "Ann Lee"."""
    first = context.tokens[start]
    is_portfolio = context.lower(start - 1) == "of" and (
        first.lower_ in lexicon.titles("modifiers") and not lexicon.is_first_name(first.text)
    )
    if end - start > 2 and (is_portfolio or first.text in lexicon.peoples()):
        return start + 1
    return start


def _is_office(context: Context, start: int, end: int) -> bool:
    """ "[Home] Secretary", "[Shadow Home] Secretary": a part of a title, and no body."""
    if not (context.same_line(start, end) and is_title(context.tokens[end].text)):
        return False
    return all(context.tokens[i].lower_ in lexicon.titles("modifiers") for i in range(start, end))


def _grown(context: Context, start: int, end: int, label: Label) -> tuple[int, int]:
    """Takes in the capitalised words beside an entity that no other entity claims.

    "Min-[Woo Park]" -> "Min-Woo Park", "[Dario] Gomez" -> "Dario Gomez".
    """
    while _is_free(context, end, end - 1) and not (
        end + 1 < len(context.tokens) and _is_joined_to_small(context, end)
    ):
        end += 1
    while (
        end + 1 < len(context.tokens)
        and context.tokens[end].text == "-"
        and (context.tokens[end].whitespace_ == "" and context.tokens[end - 1].whitespace_ == "")
    ):
        if not (context.capital(end + 1) and context.tokens[end + 1].ent_iob_ == "O"):
            break
        end += 2
    if (
        label is Label.PERSON
        and context.lower(end) in lexicon.grammar("suffixes")
        and context.same_line(start, end)
    ):
        end += 1
    while (
        start > 0
        and _is_free(context, start - 1, start)
        and (
            start - 1 not in context.sentence_starts
            or context.lower(start - 1) not in context.lower_words
        )
        and not is_title(context.tokens[start - 1].text)
    ):
        start -= 1
    return start, end


def _is_free(context: Context, i: int, beside: int) -> bool:
    if not context.same_line(i, beside):
        return False
    token = context.tokens[i]
    return (
        token.ent_iob_ == "O"
        and token.pos_ == "PROPN"
        and context.capital(i)
        and token.is_alpha
        and not is_title(token.text)
        and token.text not in lexicon.origin_words()
        and token.lower_ not in lexicon.designators("things", "never")
    )


def _is_joined_to_small(context: Context, i: int) -> bool:
    """ "Acme T-shirt": a word with a hyphen after it belongs to what follows."""
    return context.tokens[i + 1].text == "-" and context.tokens[i].whitespace_ == ""
