"""The parse of a document -> its actors, each once, with every mention."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from briefings.analysis.parsing import Parse
from briefings.analysis.resolution import Resolution
from briefings.briefing import Actor, ActorType, Mention, MentionKind
from briefings.document import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Phrase

_TYPES = {
    "PERSON": ActorType.PERSON,
    "ORG": ActorType.ORGANIZATION,
    "GPE": ActorType.STATE,
}
_PRONOUNS = {"he", "him", "his", "she", "her", "hers", "himself", "herself"}


def find_actors(parse: Parse) -> Resolution:
    """Named entities grouped by name and surname, and pronouns by recency."""
    found: dict[str, list[Mention]] = defaultdict(list)
    types: dict[str, ActorType] = {}
    last_person = ""
    entities = {entity.start: entity for entity in parse.doc.ents}
    for token in parse.doc:
        entity = entities.get(token.i)
        if entity is not None and entity.label_ in _TYPES:
            name, span = _name(entity)
            full = next((known for known in found if known.endswith(f" {name}")), name)
            types.setdefault(full, _TYPES[entity.label_])
            found[full].append(Mention(span, MentionKind.NAMED))
            if types[full] is ActorType.PERSON:
                last_person = full
        elif token.lower_ in _PRONOUNS and last_person:
            span = Span(token.idx, token.idx + len(token.text))
            found[last_person].append(Mention(span, MentionKind.PRONOUN))
    actors = [
        Actor(f"a{number}", name, types[name], tuple(mentions))
        for number, (name, mentions) in enumerate(found.items(), start=1)
    ]
    return Resolution(actors)


def _name(entity: Phrase) -> tuple[str, Span]:
    words = [t for t in entity if not t.is_space]
    while words and (words[0].lower_ == "the" or words[0].is_punct):
        words = words[1:]
    while len(words) > 1 and words[-1].text in {"'s", "’s"}:
        words = words[:-1]
    if not words:
        return entity.text, Span(entity.start_char, entity.end_char)
    span = Span(words[0].idx, words[-1].idx + len(words[-1].text))
    return entity.doc.text[span.start : span.end], span
