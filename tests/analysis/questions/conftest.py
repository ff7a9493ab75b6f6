"""A sentence in, its open questions out: the stage alone, with actors made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefings.analysis.parsing import Parse
from briefings.analysis.questions import find_questions
from briefings.analysis.resolution import Resolution
from briefings.briefing import Actor, ActorType, Mention, MentionKind, Question
from briefings.document import Span

Asked = Callable[..., tuple[Question, ...]]
PRONOUNS = {"he", "she", "it", "they", "his", "her", "its", "their", "him", "them", "i", "my"}


def actor_of(text: str, number: int, name: str, *others: str) -> Actor:
    """An actor that the text calls by `name` and by `others`, pronouns among them."""
    mentions = []
    for written in (name, *others):
        kind = MentionKind.PRONOUN if written.lower() in PRONOUNS else MentionKind.NAMED
        start = text.find(written)
        while start >= 0:
            mentions.append(Mention(Span(start, start + len(written)), kind))
            start = text.find(written, start + 1)
    mentions.sort(key=lambda mention: mention.span)
    actor_type = ActorType.PERSON if " " in name else ActorType.STATE
    return Actor(f"a{number}", name, actor_type, tuple(mentions))


@pytest.fixture(scope="session")
def asked(parsed: Callable[[str], Parse]) -> Asked:
    """`asked(text, ("Ana Ruiz", "Ruiz", "she"), ...) -> questions`: one tuple an actor."""

    def of(text: str, *actors: tuple[str, ...]) -> tuple[Question, ...]:
        known = [actor_of(text, number, *names) for number, names in enumerate(actors, start=1)]
        return find_questions(parsed(text), Resolution(known), ())

    return of
