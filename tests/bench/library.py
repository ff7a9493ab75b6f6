"""How fast a library of a given size is, on invented articles.

    python -m tests.bench.library --size 10000

The sizes follow what is usual in news: 570 words an article, 15 actors with 8 mentions each, 18
positions, 8 questions; a few actors are in many articles, most in few (Zipf's law). Times are the
median of several runs, in milliseconds.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from briefings.briefing import (
    Actor,
    ActorType,
    Briefing,
    Directness,
    Mention,
    MentionKind,
    Position,
    Question,
    QuestionKind,
    Role,
    Stance,
    Strength,
)
from briefings.document import Document, Origin, Precision, Published, Span
from briefings.library import Library

_SYLLABLES = ("ba", "do", "fen", "gri", "hol", "lor", "mi", "nes", "pel", "sa", "tun", "ves", "zo")
_VERBS = ("backs", "rejects", "weighs", "wants", "praises", "doubts", "offers", "delays")
_TYPES = (ActorType.PERSON, ActorType.PERSON, ActorType.STATE, ActorType.ORGANIZATION)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--size", type=int, default=10_000, help="briefings in the library")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder) / "library.db", options.size, random.Random(options.seed))


def measure(path: Path, size: int, chance: random.Random) -> None:
    """Fill a library and print what it costs to use it."""
    names = [invented_name(chance) for _ in range(max(200, size))]
    adding = []
    with Library.open(path) as library:
        for _ in range(size):
            document, briefing = invented(names, chance)
            start = time.perf_counter()
            library.add(document, briefing)
            adding.append(time.perf_counter() - start)
    print(f"briefings {size}, on disk {path.stat().st_size / size / 1024:.1f} KB each")
    print(f"{'add':<28}{statistics.median(adding) * 1000:10.2f} ms")

    timed("open and close", lambda: Library.open(path).close())
    with Library.open(path) as library:
        identities = [entry.id for entry in library.entries()]
        some = chance.sample(identities, min(50, size))
        timed("one briefing", lambda: [library.get(one) for one in some], len(some))
        timed("one briefing by prefix", lambda: [library.get(one[:12]) for one in some], len(some))
        timed("first page of 50", lambda: library.entries(limit=50))
        timed("last page of 50", lambda: library.entries(limit=50, offset=max(0, size - 50)))
        timed("count", lambda: len(library))
        timed("all actors", library.actors)
        print(f"actors {len(library.actors())}")


def timed(name: str, call: Callable[[], object], calls: int = 1) -> None:
    """Print the median time of `call`, which does the same thing `calls` times."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        call()
        times.append((time.perf_counter() - start) / calls)
    print(f"{name:<28}{statistics.median(times) * 1000:10.2f} ms")


def invented_name(chance: random.Random) -> str:
    def word() -> str:
        return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 3))).capitalize()

    return f"{word()} {word()}"


def invented(names: list[str], chance: random.Random) -> tuple[Document, Briefing]:
    """An article of invented sentences, and a briefing with spans that stand in it."""
    # The n-th name is as likely as 1/n; a power of an even chance comes close enough.
    cast = list({names[int(len(names) ** chance.random()) - 1] for _ in range(20)})
    text, sentences = "", []
    while len(text.split()) < 520 + chance.randint(0, 100):
        words = [chance.choice(cast), chance.choice(_VERBS)]
        words += [invented_name(chance).lower() for _ in range(chance.randint(4, 10))]
        sentences.append(Span(len(text), len(text) + len(" ".join(words)) + 1))
        text += " ".join(words) + ". "
    document = Document.of(
        text,
        title=f"{cast[0]} {chance.choice(_VERBS)} {cast[-1]}",
        paragraphs=tuple(
            # Three sentences a paragraph; what is left over at the end belongs to none.
            Span(first.start, last.end)
            for first, last in zip(sentences[::3], sentences[2::3], strict=False)
        ),
        origin=Origin(url=f"https://news.example/{chance.random()}", publisher="The Courier"),
        published=Published(f"2031-{chance.randint(1, 12):02}-01", Precision.DAY),
    )
    actors = tuple(
        invented_actor(number, name, sentences, chance) for number, name in enumerate(cast, 1)
    )
    positions = tuple(invented_position(number, actors, sentences, chance) for number in range(18))
    questions = tuple(
        Question(
            id=f"q{number}",
            kind=chance.choice(list(QuestionKind)),
            sentence=(sentence := chance.choice(sentences)),
            cue=Span(sentence.start, sentence.start + 8),
            text="Will the parties agree on it?",
            resolvers=(chance.choice(actors).id,),
            topic="the harbour",
        )
        for number in range(8)
    )
    found = Briefing(document.id, "1 invented", tuple(sentences), actors, positions, questions)
    return document, found


def invented_actor(number: int, name: str, sentences: list[Span], chance: random.Random) -> Actor:
    places = sorted(chance.choice(sentences).start for _ in range(8))
    role = Role("Minister", Span(places[0], places[0] + 8), state="Norrland")
    return Actor(
        id=f"a{number}",
        name=name,
        # The same name has the same type everywhere.
        type=_TYPES[len(name) % len(_TYPES)],
        mentions=tuple(Mention(Span(p, p + len(name)), MentionKind.NAMED) for p in places),
        aliases=(name.split()[-1],),
        roles=(role,) if chance.random() < 0.3 else (),
        salience=chance.random(),
    )


def invented_position(
    number: int, actors: tuple[Actor, ...], sentences: list[Span], chance: random.Random
) -> Position:
    sentence = chance.choice(sentences)
    holder = chance.choice(actors).id
    return Position(
        id=f"p{number}",
        holders=(holder,),
        sources=(holder,),
        stance=chance.choice(list(Stance)),
        strength=Strength.FIRM,
        directness=Directness.INDIRECT,
        source=(Span(sentence.start, sentence.start + 6),),
        cue=(Span(sentence.start + 7, sentence.start + 12),),
        content=(Span(sentence.start + 13, sentence.end),),
        sentence=sentence,
        topic="the harbour",
    )


if __name__ == "__main__":
    main()
