"""Names with a small preposition inside, which the model cuts in two: "Forward in Faith".

A capitalised word and another behind a preposition are one name where the text never writes the
first without the second, does so more than once, and lets the whole act.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.agency import Agency
from briefings.analysis.actors.context import Context
from briefings.analysis.actors.names import Label, Name, Source, is_origin, is_title

MOST_WORDS = 5


def find_joined(context: Context, agency: Agency) -> list[Name]:
    """The names of organisations that hold a preposition, left to right."""
    found: dict[str, list[Name]] = defaultdict(list)
    prepositions = lexicon.grammar("inner_prepositions")
    for i, lower in enumerate(context.lowers):
        if lower in prepositions and not context.capital(i):
            end = _end(context, i + 1)
            if end > i + 1 and _begins(context, i - 1):
                name = Name(i - 1, end, Label.ORGANIZATION, Source.DESIGNATOR)
                found[context.words(name.start, end)].append(name)
    if not found:
        return []
    written = Counter(t.text for t in context.tokens if not context.headline[t.i])
    kept = [
        name
        for names in found.values()
        if len(names) > 1 and written[context.tokens[names[0].start].text] == len(names)
        if any(not context.is_new_word(name.start) for name in names)
        if any(agency.acts(name) for name in names)
        for name in names
    ]
    return sorted(kept, key=lambda name: name.start)


def _begins(context: Context, i: int) -> bool:
    """Whether a token may be the first word: one capitalised word that is no title or name."""
    if i < 0 or not context.same_line(i, i + 1) or context.headline[i]:
        return False
    word = context.tokens[i]
    if not word.is_title or is_origin(word.text):
        return False
    if is_title(word.text) and word.lower_ not in lexicon.titles("players"):
        return False
    if lexicon.is_first_name(word.text) or word.text in context.surnames | context.lone_people:
        return False
    is_longer = i > 0 and context.same_line(i - 1, i) and context.capital(i - 1)
    return not is_longer and lexicon.pieces(word.text) not in lexicon.gazetteer()


def _end(context: Context, start: int) -> int:
    """Where the capitalised words that begin at `start` end; `start` if they are a name alone."""
    end = start
    while end < len(context.tokens) and end - start < MOST_WORDS:
        token = context.tokens[end]
        if not context.same_line(start - 1, end) or not token.is_title or not token.is_alpha:
            break
        if token.lower_ in lexicon.designators("things", "never") or token.ent_type_ == "PERSON":
            return start
        end += 1
    if end > start and lexicon.pieces(context.words(start, end)) in lexicon.gazetteer():
        return start
    return end
