"""A parse and its actors -> the places it names: where things happen, where people go.

States, cities and regions are places where the text uses them as such; so are the lakes, squares
and buildings that the parser takes for one, behind "in", "at", "near" and the like. People and
organisations are none, and neither are adjectives ("the Norrland government").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefings.analysis.actors.lexicon import lands
from briefings.analysis.parsing import Parse
from briefings.analysis.places.lying import is_followed_by, known_state, seats, state_of
from briefings.analysis.places.naming import is_dateline, is_place, listed, preposition_before
from briefings.analysis.resolution import Resolution
from briefings.briefing import Actor, ActorType, MentionKind
from briefings.document import Span
from briefings.events import Place

if TYPE_CHECKING:
    from spacy.tokens import Span as Phrase

_TYPES = frozenset({ActorType.STATE, ActorType.PLACE})
_LABELS = frozenset({"GPE", "LOC", "FAC"})
_BUILDINGS = frozenset({"FAC", "LOC"})

Use = tuple["Phrase", Actor | None, str]
"""A name that is used as a place, the actor of that name, and its state as the text says it."""


def find_places(parse: Parse, resolution: Resolution) -> tuple[Place, ...]:
    """Every place that a document names as one, in the order of first mention."""
    groups: dict[str, list[Use]] = {}
    for use in sorted(_uses(parse, resolution), key=lambda use: use[0].start):
        phrase, actor, _ = use
        key = actor.id if actor is not None else _bare(phrase).casefold()
        groups.setdefault(key, []).append(use)
    return tuple(_place(f"l{number}", uses) for number, uses in enumerate(groups.values(), start=1))


def _place(identity: str, uses: list[Use]) -> Place:
    first, actor, _ = uses[0]
    name = actor.name if actor is not None else _bare(first)
    said = next((state for _, _, state in uses if state), "")
    known = state_of(actor) if actor is not None else known_state(name)
    return Place(
        id=identity,
        name=name,
        mentions=tuple(Span(phrase.start_char, phrase.end_char) for phrase, _, _ in uses),
        state=said or known,
        actor=actor.id if actor is not None else "",
    )


def _uses(parse: Parse, resolution: Resolution) -> Iterator[Use]:
    named = _named(parse, resolution)
    is_part_before = False
    for number, (phrase, actor) in enumerate(named):
        behind = named[number + 1] if number + 1 < len(named) else None
        is_part = behind is not None and _says_where(phrase, actor, *behind)
        if actor.type not in _TYPES:
            if _is_seat(phrase, actor):
                yield phrase, actor, ""
        elif is_part_before or is_place(phrase, actor.type is ActorType.PLACE):
            yield phrase, actor, state_of(behind[1]) if is_part and behind is not None else ""
        is_part_before = is_part
    taken = [Span(phrase.start, phrase.end) for phrase, _ in named]
    actors = {a.name.casefold(): a for a in resolution.actors if a.type in _TYPES}
    for phrase in _nameless(parse, taken):
        yield phrase, actors.get(_bare(phrase).casefold()), ""


def _says_where(phrase: Phrase, actor: Actor, behind: Phrase, larger: Actor) -> bool:
    """Elm Bay, [Norrland]; but "Norrland, Varda and Orland" are three."""
    is_small = actor.type is ActorType.PLACE and actor.name not in lands()
    is_large = larger.type is ActorType.STATE or larger.name in lands()
    return is_small and is_large and is_followed_by(phrase, behind)


def _named(parse: Parse, resolution: Resolution) -> list[tuple[Phrase, Actor]]:
    """Every actor's name in the text with the actor, left to right."""
    starts = {token.idx: token.i for token in parse.doc}
    found: list[tuple[Phrase, Actor]] = []
    for actor in resolution.actors:
        for mention in actor.mentions:
            start = starts.get(mention.span.start)
            if mention.kind is MentionKind.NAMED and start is not None:
                end = start + 1
                while end < len(parse.doc) and parse.doc[end].idx < mention.span.end:
                    end += 1
                found.append((parse.doc[start:end], actor))
    return sorted(found, key=lambda row: (row[0].start, row[0].end))


def _is_seat(phrase: Phrase, actor: Actor) -> bool:
    """At the Kremlin · outside the Elm Bay Arena: a house that an actor is called by."""
    is_house = phrase[-1].lower_ in listed("buildings") and phrase[-1].ent_type_ in _BUILDINGS
    is_seat = actor.type is ActorType.GOVERNMENT and actor.name in seats()
    if actor.type is ActorType.PERSON or not (is_house or is_seat):
        return False
    before = preposition_before(phrase)
    return before is not None and before.lower_ in listed("prepositions", "of_seats")


def _nameless(parse: Parse, taken: list[Span]) -> Iterator[Phrase]:
    """The names of places that are no actors: in Elm Square · near the Long Lake"""
    covered = {index for span in taken for index in range(span.start, span.end)}
    for phrase in parse.doc.ents:
        if phrase.label_ not in _LABELS or any(t.i in covered for t in phrase):
            continue
        words = phrase[1:] if phrase[0].lower_ == "the" else phrase
        if any(character.isdigit() for character in words.text):
            continue
        if len(words) == 0 or not words[0].text[0].isupper() or words[-1].pos_ != "PROPN":
            continue
        if is_dateline(words) or is_place(words, is_city=True):
            yield words


def _bare(phrase: Phrase) -> str:
    return " ".join(phrase.text.split())
