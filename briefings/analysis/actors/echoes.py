"""The names found so far -> where the text says them again unnoticed.

A name is looked for as a whole; of a person also the surname and a known first name.
"""

from __future__ import annotations

from collections import defaultdict

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.context import Context
from briefings.analysis.actors.names import (
    Label,
    Name,
    Source,
    is_title,
)

Words = tuple[str, ...]


def find_echoes(context: Context, names: list[Name], claimed: list[bool]) -> list[Name]:
    """The unclaimed repetitions of names, left to right; the longest is taken."""
    table = _table(context, names)
    found: list[Name] = []
    at = 0
    while at < len(context.tokens):
        match = None if claimed[at] else _match(context, table, claimed, at)
        if match is None:
            at += 1
            continue
        length, model = match
        found.append(Name(at, at + length, model.label, Source.RUN, model.known))
        at += length
    return found


def _table(context: Context, names: list[Name]) -> dict[str, dict[Words, Name]]:
    """The words of each name, by the first of them."""
    table: dict[str, dict[Words, Name]] = defaultdict(dict)
    for name in names:
        words = tuple(context.tokens[i].text for i in range(name.start, name.end))
        forms = [words]
        if name.label is Label.PERSON and len(words) > 1:
            forms += _short_forms(words)
        for form in forms:
            if form[0].lower() in lexicon.designators("things", "never"):
                continue
            table[form[0].lower()].setdefault(form, name)
    return table


def _short_forms(words: Words) -> list[Words]:
    while len(words) > 1 and (
        words[-1].lower() in lexicon.grammar("suffixes") or not words[-1][0].isalpha()
    ):
        words = words[:-1]
    forms = [words[-1:]] if words[-1][0].isupper() and len(words[-1]) > 2 else []
    if "-" in words[-3:] and len(words) > 3:
        forms = [words[-3:]]
    particle = next(
        (
            i
            for i, w in enumerate(words[1:-1], start=1)
            if w.lower() in lexicon.grammar("particles")
        ),
        0,
    )
    if particle:
        forms += [words[particle:], (words[particle].title(), *words[particle + 1 :])]
    if lexicon.is_first_name(words[0]) and not is_title(words[0]) and len(words[0]) > 2:
        forms.append(words[:1])
    return forms


def _match(
    context: Context, table: dict[str, dict[Words, Name]], claimed: list[bool], at: int
) -> tuple[int, Name] | None:
    token = context.tokens[at]
    forms = table.get(token.lower_)
    if not forms:
        return None
    best: tuple[int, Name] | None = None
    for form, name in forms.items():
        end = at + len(form)
        if best is not None and len(form) <= best[0]:
            continue
        if not context.same_line(at, end - 1) or any(claimed[at:end]):
            continue
        if _same_words(context, at, form) and _is_whole(context, at, end, claimed):
            best = (len(form), name)
    return best


def _same_words(context: Context, at: int, form: Words) -> bool:
    for i, word in enumerate(form, start=at):
        text = context.tokens[i].text
        if text != word and not (context.headline[i] and text.isupper() and text == word.upper()):
            return False
    return True


def _is_whole(context: Context, start: int, end: int, claimed: list[bool]) -> bool:
    """Not within a longer capital run, and not a word at a sentence start like any other."""
    if start in context.sentence_starts and end - start == 1:
        token = context.tokens[start]
        if token.lower_ in context.lower_words and token.pos_ != "PROPN":
            return False
    if context.headline[start]:
        return True
    return not (
        _glued(context, start - 1, start, claimed) or _glued(context, end, end - 1, claimed)
    )


def _glued(context: Context, i: int, beside: int, claimed: list[bool]) -> bool:
    if not context.same_line(i, beside) or claimed[i] or not context.capital(i):
        return False
    token = context.tokens[i]
    if (
        token.pos_ != "PROPN"
        or is_title(token.text)
        or lexicon.pieces(token.text) in (lexicon.adjectives())
    ):
        return False
    return not (i in context.sentence_starts and token.lower_ in context.lower_words)
