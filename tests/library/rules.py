"""Small articles in which it has to be told who is who, and a library of three of them."""

from __future__ import annotations

from pathlib import Path

from briefings.briefing import Actor, ActorType, Briefing, Mention, MentionKind
from briefings.corrections import AlwaysMerge, Named, NeverMerge
from briefings.document import Document, Span
from briefings.library import Library
from tests.library.examples import article

PERSON, STATE, PLACE = ActorType.PERSON, ActorType.STATE, ActorType.PLACE


def named(name: str, type: ActorType = PERSON) -> Named:
    return Named(name, type)


BRUNETTE = AlwaysMerge(named("Brunette"), named("Élodie Brunet"))
APART = NeverMerge(named("Mira Okafor"), named("Paul Okafor"))


def brief(text: str, *actors: Actor) -> tuple[Document, Briefing]:
    document = article(text)
    return document, Briefing(document.id, "1 test", actors=actors)


def actor(text: str, *names: str, type: ActorType = PERSON, identity: str = "") -> Actor:
    """An actor called by the first name, mentioned wherever one of the names stands."""
    mentions = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    return Actor(
        identity or f"a-{names[0]}",
        names[0],
        type,
        tuple(Mention(span, MentionKind.NAMED) for span in sorted(mentions)),
        aliases=names[1:],
    )


ONE = "Brunette left."
BOTH = "Élodie Brunet came, and BRUNETTE left."
NEITHER = "Ruiz stayed."


def filled(path: Path) -> Library:
    """A library in which one person goes by two names."""
    library = Library.open(path)
    library.add(*brief(ONE, actor(ONE, "Brunette")))
    library.add(*brief(BOTH, actor(BOTH, "BRUNETTE"), actor(BOTH, "Élodie Brunet")))
    library.add(*brief(NEITHER, actor(NEITHER, "Ruiz")))
    return library
