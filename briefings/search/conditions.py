"""What the filters of a query ask of each group of results."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefings.briefing import ActorType, QuestionKind
from briefings.folding import fold
from briefings.library.facets import label_facet, publisher_facet, strength_facet, years
from briefings.library.known import normalised
from briefings.library.matching import OnDocuments, Wanted
from briefings.search.found import GroupKind
from briefings.search.query import Field, Filter, Query, choices
from briefings.search.terms import Meaning, exactly, topic_of

if TYPE_CHECKING:
    from briefings.library import Library
    from briefings.search.candidates import Hit
    from briefings.search.index import ActorIndex

_ITEMS = frozenset({GroupKind.POSITIONS, GroupKind.QUESTIONS})
_APPLIES = {
    Field.ACTOR: _ITEMS | {GroupKind.ACTORS, GroupKind.BRIEFINGS},
    Field.STANCE: frozenset({GroupKind.POSITIONS}),
    Field.STRENGTH: frozenset({GroupKind.POSITIONS}),
    Field.TOPIC: _ITEMS,
}
_LOOKED_UP = frozenset({Field.ACTOR, Field.STANCE, Field.STRENGTH, Field.TOPIC, Field.KIND})
_QUESTIONS = frozenset(kind.value for kind in QuestionKind)
_TYPES = frozenset(kind.value for kind in ActorType)
_YEAR = len("2031")
_MOST_ACTORS = 30  # whom one filter may stand for


@dataclass(slots=True)
class Conditions:
    """The filters of a query, looked up in a library.

    Attributes:
        keys: For each filter by actor the keys of those it may stand for.
        hits: Those of all these filters, each once, by key; empty while there is no index.
        unwanted_keys: The keys of those who are left out.
        types: The types of actors that are asked for; empty means any.
        on_documents: What is asked of the documents themselves.
        facets: The same, of what few documents fit: looked up like words.
        publishers: Of the rest, by whom they were published, once for each filter;
        since: and on which day or later,
        before: and before which. These are asked of what has the words.
    """

    keys: list[tuple[str, ...]] = field(default_factory=list)
    hits: dict[str, Hit] = field(default_factory=dict)
    unwanted_keys: list[str] = field(default_factory=list)
    types: frozenset[str] = frozenset()
    on_documents: OnDocuments = field(default_factory=OnDocuments)
    facets: list[tuple[str, ...]] = field(default_factory=list)
    publishers: list[tuple[str, ...]] = field(default_factory=list)
    since: str = ""
    before: str = ""


def conditions_of(query: Query, library: Library, actors: ActorIndex | None) -> Conditions:
    """Look the values of the filters up.

    Raises:
        LibraryError: The library could not be read.
    """
    found = Conditions()
    asked = found.on_documents
    for one in query.filters:
        match one.field:
            case Field.ACTOR:
                hits = hits_of(one.value, actors) if actors is not None else []
                keys = (
                    tuple(hit.id for hit in hits)
                    if actors is not None
                    else _keys_of(one.value, library)
                )
                if one.is_excluded:
                    found.unwanted_keys += keys
                else:
                    found.keys.append(keys)
                    found.hits |= {hit.id: hit for hit in hits if hit.id not in found.hits}
            case Field.SOURCE:
                named = _publishers(one.value, library)
                asked.unwanted_publishers += named if one.is_excluded else ()
                asked.publishers += [] if one.is_excluded else [named]
            case Field.TAG:
                (asked.unwanted_tags if one.is_excluded else asked.tags).append(
                    _tag(one.value, library)
                )
            case Field.SINCE | Field.BEFORE:
                # Not since that day is before it.
                if (one.field is Field.SINCE) is not one.is_excluded:
                    asked.since = max(asked.since, one.values[0])
                else:
                    asked.before = min(asked.before or "~", one.values[0])
            case Field.KIND:
                types = _TYPES.difference(one.values) if one.is_excluded else set(one.values)
                found.types = (found.types or _TYPES) & types
    _share_out(found, library, is_narrowed=_is_narrowed(query))
    return found


def _is_narrowed(query: Query) -> bool:
    """Whether something is looked up besides where and when it was published."""
    return any(not one.is_excluded for one in query.words) or any(
        one.field in _LOOKED_UP and not one.is_excluded for one in query.filters
    )


def _share_out(found: Conditions, library: Library, *, is_narrowed: bool) -> None:
    """Decide which conditions on documents are looked up as facets."""
    asked, full_text = found.on_documents, library.full_text
    for named in asked.publishers:
        if is_narrowed and full_text.are_many(OnDocuments(publishers=[named])):
            found.publishers.append(named)
        else:
            found.facets.append(tuple(map(publisher_facet, named)))
    dates = OnDocuments(since=asked.since, before=asked.before)
    if not dates.is_any:
        return
    is_narrow = not is_narrowed or not full_text.are_many(dates)
    if is_narrow:
        found.facets.append(years(asked.since, asked.before, *full_text.years()))
    # The facets of years say it all if whole years are asked for.
    if not is_narrow or len(asked.since) > _YEAR:
        found.since = asked.since
    if not is_narrow or len(asked.before) > _YEAR:
        found.before = asked.before


def groups_of(query: Query) -> list[GroupKind]:
    """The groups to which all filters apply that ask for something, in order."""
    asking = [one for one in query.filters if not one.is_excluded]
    return [group for group in GroupKind if all(group in _groups(one) for one in asking)]


def wanted(
    group: GroupKind, query: Query, meaning: Meaning, found: Conditions, library: Library
) -> list[Wanted]:
    """What is looked for in a group, the strictest stage first.

    Raises:
        LibraryError: The library could not be read.
    """
    full_text = library.full_text
    asked = found.on_documents
    labels, without = _closed(group, query)
    topics = [one for one in query.of(Field.TOPIC) if group in _ITEMS]
    stages = [meaning.strict] + ([meaning.loose] if meaning.loose != meaning.strict else [])
    return [
        Wanted(
            words=words,
            topics=tuple(topic_of(one.value, full_text) for one in topics if not one.is_excluded),
            facets=tuple(found.facets),
            labels=tuple(labels),
            actors=tuple(full_text.numbers(keys) for keys in found.keys),
            tags=tuple(asked.tags),
            publishers=tuple(found.publishers),
            since=found.since,
            before=found.before,
            unwanted=exactly([part for part in query.words if part.is_excluded]),
            unwanted_topics=tuple(
                phrase
                for one in topics
                if one.is_excluded
                for phrase in topic_of(one.value, full_text)
            ),
            unwanted_facets=(*map(publisher_facet, asked.unwanted_publishers), *without),
            unwanted_actors=full_text.numbers(found.unwanted_keys),
            unwanted_tags=tuple(asked.unwanted_tags),
        )
        for words in stages
    ]


def hits_of(name: str, actors: ActorIndex) -> list[Hit]:
    """The actors that a name may stand for, the best first.

    Where some actors are called by these very words, nobody else is meant.
    """
    hits = [hit for hit in actors.search(name, _MOST_ACTORS) if not hit.is_approximate]
    words = set(fold(name))
    return [hit for hit in hits if words <= set(fold(hit.text))] or hits


def _keys_of(name: str, library: Library) -> tuple[str, ...]:
    """The keys that a name may have, while there is no index."""
    same = normalised(name)
    keys = [f"{kind}:{same}" for kind in ("person", "territory", "body")]
    return (*keys, *(one.key for one in library.candidates(keys[0])))


def _groups(one: Filter) -> frozenset[GroupKind]:
    if one.field is Field.KIND:
        kinds = {GroupKind.QUESTIONS} if _QUESTIONS.intersection(one.values) else set()
        return frozenset(kinds | ({GroupKind.ACTORS} if _TYPES.intersection(one.values) else set()))
    return _APPLIES.get(one.field, frozenset(GroupKind))


def _closed(group: GroupKind, query: Query) -> tuple[list[tuple[str, ...]], list[str]]:
    """The facets of filters with a few values only: those of which one must be, and those left out.

    Where nothing else is looked up, to leave some out asks for the rest.
    """
    fields = {
        GroupKind.POSITIONS: ((Field.STANCE, label_facet), (Field.STRENGTH, strength_facet)),
        GroupKind.QUESTIONS: ((Field.KIND, label_facet),),
    }
    found: list[tuple[str, ...]] = []
    without: list[str] = []
    for asked, facet in fields.get(group, ()):
        for one in query.of(asked):
            if not one.is_excluded:
                found.append(tuple(map(facet, one.values)))
            elif _is_narrowed(query):
                without += map(facet, one.values)
            else:
                every = dict.fromkeys(v for stands in choices(asked).values() for v in stands)
                found.append(tuple(facet(value) for value in every if value not in one.values))
    return found, without


def _publishers(value: str, library: Library) -> tuple[str, ...]:
    """The publishers that have words which begin so."""
    typed = fold(value)
    return tuple(
        publisher
        for publisher in library.full_text.publishers()
        if all(any(word.startswith(one) for word in fold(publisher)) for one in typed)
    )


def _tag(value: str, library: Library) -> str:
    """The tag as it is kept."""
    same = value.casefold()
    return next((tag for tag in library.full_text.tags() if tag.casefold() == same), value)
