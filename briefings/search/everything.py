"""Search of everything: actors, positions, questions, briefings and notes, by one query.

Names are found as they are typed in part or wrongly (`ActorIndex`). All other words are looked up
in the library's full text, exactly; what was typed is first turned into words that stand there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from briefings.document import Span
from briefings.library.items import on_one_line
from briefings.search.conditions import Conditions, conditions_of, groups_of, wanted
from briefings.search.found import Correction, Found, Group, GroupKind, Lit, Results
from briefings.search.lighting import best_sentence, lit, runs
from briefings.search.query import Field, Query, Values, parse
from briefings.search.terms import Meaning, Terms, meaning_of

if TYPE_CHECKING:
    from briefings.library import KnownActor, Library
    from briefings.library.listed import FoundNote, Item, Source
    from briefings.search.candidates import Hit
    from briefings.search.index import ActorIndex

PAGE = 5
"""Rows of each group, unless more are asked for."""

LONGEST = 300
"""Characters of a sentence or a note that are shown."""

_MOST_OF_TYPE = 500  # of the most prominent actors that are looked at for a type
_SPARE = 20  # actors that are looked at beyond a page, for filters may leave some out

_Rows: TypeAlias = tuple[Found, ...]


def search_everything(
    library: Library,
    actors: ActorIndex | None,
    query: str | Query,
    *,
    terms: Terms | None = None,
    limit: int = PAGE,
    offset: int = 0,
    only: Collection[GroupKind] = (),
) -> Results:
    """Everything in a library that fits a query, in groups.

    Args:
        library: The library, of this thread.
        actors: Its actors, by key; None finds no actors by name while the index is being made.
        query: What was typed, or the same as `parse` gives it. An empty one asks for the most
            prominent actors.
        terms: The library's words; None takes no word for a slip.
        limit: How many rows of each group.
        offset: How many of the best rows of each group to leave out: for further pages, of one
            group at a time.
        only: The groups that are asked for; none means all.

    Raises:
        QueryError: The query cannot be understood; the error says where.
        LibraryError: The library could not be read.
    """
    query = parse(query) if isinstance(query, str) else query
    meaning = meaning_of(query, library.full_text, terms)
    search = _Search(library, actors, query, meaning, conditions_of(query, library, actors))
    groups = []
    for kind in groups_of(query):
        if only and kind not in only:
            continue
        rows = search.rows(kind, max(0, limit) + 1, max(0, offset))
        if rows:
            groups.append(Group(kind, rows[:limit], len(rows) > limit))
    corrections = tuple(Correction(typed, meant) for typed, meant in meaning.corrected)
    return Results(query, tuple(groups), corrections)


def values_in(library: Library, actors: ActorIndex | None) -> Values:
    """Where `completions` finds the values in use of actors, topics, sources and tags."""
    full_text = library.full_text

    def values(field: Field, typed: str) -> Iterator[str]:
        beginning = typed.casefold()
        if field is Field.ACTOR and actors is not None:
            for hit in actors.search(typed, 10):
                known = library.actor(hit.id)
                yield known.name if known else hit.text
        elif field is Field.SOURCE:
            found = sorted(full_text.publishers(), key=str.casefold)
            yield from (one for one in found if beginning in one.casefold())
        elif field is Field.TAG:
            yield from (tag for tag in full_text.tags() if tag.casefold().startswith(beginning))
        elif field is Field.TOPIC and beginning.isalnum():
            yield from full_text.beginning(beginning, 10)

    return values


@dataclass(frozen=True, slots=True)
class _Search:
    """One query, asked of one library."""

    library: Library
    actors: ActorIndex | None
    query: Query
    meaning: Meaning
    conditions: Conditions

    def rows(self, kind: GroupKind, limit: int, offset: int) -> _Rows:
        if kind is GroupKind.ACTORS:
            return self._actors(limit, offset)
        if not self.query.words and not self.query.filters:
            return ()
        stages = wanted(kind, self.query, self.meaning, self.conditions, self.library)
        full_text = self.library.full_text
        if kind is GroupKind.BRIEFINGS:
            return self._briefings(full_text.sources(stages, limit, offset))
        if kind is GroupKind.NOTES:
            return self._notes(full_text.notes(stages, limit, offset))
        is_position = kind is GroupKind.POSITIONS
        find = full_text.positions if is_position else full_text.questions
        return tuple(self._item(kind, item) for item in find(stages, limit, offset))

    def _actors(self, limit: int, offset: int) -> _Rows:
        found = []
        for hit in self._hits(limit + offset + _SPARE):
            known = self.library.actor(hit.id)
            if known is not None and not self._fits(known):
                continue
            found.append(_actor(hit, known))
            if len(found) == limit + offset:
                break
        return tuple(found[offset:])

    def _hits(self, limit: int) -> list[Hit]:
        """Those whose names fit; without words those that a filter names."""
        if self.actors is None:
            return []
        if self.conditions.types:
            limit = max(limit, _MOST_OF_TYPE)
        if self.query.name or (not self.query.of(Field.ACTOR) and self._asks_for_actors):
            return self.actors.search(self.query.name, limit)
        return list(self.conditions.hits.values())

    @property
    def _asks_for_actors(self) -> bool:
        """Whether a query without a name asks for actors all the same."""
        return bool(self.conditions.types) or not (self.query.filters or self.query.words)

    def _fits(self, actor: KnownActor) -> bool:
        asked = self.conditions
        if actor.key in asked.unwanted_keys or not all(actor.key in keys for keys in asked.keys):
            return False
        if asked.types and actor.type.value not in asked.types:
            return False
        return not asked.on_documents.is_any or self.library.full_text.appears(
            actor.key, asked.on_documents
        )

    def _item(self, kind: GroupKind, item: Item) -> Found:
        phrases = self.meaning.phrases
        first = min(item.spans, default=item.sentence)
        last = max((span.end for span in item.spans), default=item.sentence.end)
        return Found(
            group=kind,
            text=Lit(item.text, lit(item.text, phrases)),
            briefing=item.briefing,
            item=item.id,
            span=Span(first.start, last),
            sentence=item.sentence,
            passage=self._shown(item.passage),
            title=item.title,
            published=item.published,
            publisher=item.publisher,
            label=item.label,
            actors=item.actors,
            about=item.topic,
        )

    def _briefings(self, sources: tuple[Source, ...]) -> _Rows:
        phrases = self.meaning.phrases
        found = []
        for source in sources:
            sentence = best_sentence(source.text, source.sentences, self.meaning.loose)
            found.append(
                Found(
                    group=GroupKind.BRIEFINGS,
                    text=Lit(source.title, lit(source.title, phrases)),
                    briefing=source.briefing,
                    span=sentence,
                    sentence=sentence,
                    passage=self._shown(sentence.of(source.text) if sentence else ""),
                    title=source.title,
                    published=source.published,
                    publisher=source.publisher,
                )
            )
        return tuple(found)

    def _notes(self, notes: tuple[FoundNote, ...]) -> _Rows:
        return tuple(
            Found(
                group=GroupKind.NOTES,
                text=self._shown(note.text),
                briefing=note.briefing,
                item=str(note.number),
                title=note.title,
                published=note.published,
                publisher=note.publisher,
            )
            for note in notes
        )

    def _shown(self, text: str) -> Lit:
        """A text on one line; of a long one the part where the first of the words stands."""
        text = on_one_line(text)
        found = lit(text, self.meaning.phrases)
        if len(text) <= LONGEST:
            return Lit(text, found)
        start = max(0, found[0].end - LONGEST // 2) if found and found[0].end > LONGEST else 0
        before, after = "…" if start else "", "…" if start + LONGEST < len(text) else ""
        shift = len(before) - start
        return Lit(
            f"{before}{text[start : start + LONGEST]}{after}",
            tuple(
                Span(span.start + shift, span.end + shift)
                for span in found
                if span.start >= start and span.end <= start + LONGEST
            ),
        )


def _actor(hit: Hit, known: KnownActor | None) -> Found:
    text = Lit(hit.text, runs(hit.positions))
    if known is None:
        return Found(GroupKind.ACTORS, text, "", key=hit.id, is_approximate=hit.is_approximate)
    return Found(
        group=GroupKind.ACTORS,
        text=text,
        briefing=known.home,
        label=known.type.value,
        actors=(known.name,),
        key=known.key,
        about=known.roles[0] if known.roles else known.state,
        mentions=known.mentions,
        briefings=known.briefings,
        is_approximate=hit.is_approximate,
    )
