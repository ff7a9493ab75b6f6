"""Sentences in, actors out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from briefings.analysis.actors import find_actors
from briefings.analysis.parsing import Parse
from briefings.briefing import Actor, Mention, MentionKind, Relation


@dataclass(frozen=True)
class Found:
    """The actors of a text, by name."""

    text: str
    actors: dict[str, Actor]
    relations: tuple[Relation, ...]

    def __contains__(self, name: str) -> bool:
        return name in self.actors

    def __getitem__(self, name: str) -> Actor:
        return self.actors[name]

    @property
    def names(self) -> set[str]:
        return set(self.actors)

    def words(self, name: str, kind: MentionKind | None = None) -> list[str]:
        """The words of an actor's mentions, in order, of one kind if one is given."""
        mentions = self.actors[name].mentions
        return [m.span.of(self.text) for m in mentions if kind in (None, m.kind)]

    def roles(self, name: str) -> list[tuple[str, str, str]]:
        return [(r.title, r.organization, r.state) for r in self.actors[name].roles]

    def ties(self) -> set[tuple[str, str, str]]:
        names = {actor.id: name for name, actor in self.actors.items()}
        return {(names[r.subject], r.kind, names[r.object]) for r in self.relations}

    def of(self, words: str, nth: int = 0) -> str | None:
        """Whose mention the `nth` occurrence of these words is."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        for name, actor in self.actors.items():
            if any(_is_at(mention, start, words) for mention in actor.mentions):
                return name
        return None


def _is_at(mention: Mention, start: int, words: str) -> bool:
    return mention.span.start == start and len(mention.span) == len(words)


Finder = Callable[[str], Found]


@pytest.fixture(scope="session")
def found(parsed: Callable[[str], Parse]) -> Finder:
    """`found(text)`: its actors by name."""

    def of(text: str) -> Found:
        resolution = find_actors(parsed(text))
        names = {actor.name: actor for actor in resolution.actors}
        return Found(text, names, resolution.relations)

    return of
