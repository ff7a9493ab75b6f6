"""Invented articles with invented briefings, with sizes and frequencies as in news.

570 words an article, 15 actors with 8 mentions each, 18 positions, 8 questions; a few words and
actors are in many articles, most in few (Zipf's law), and every article brings words of its own.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate

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

_SYLLABLES = (
    "ba", "do", "fen", "gri", "hol", "lor", "mi", "nes", "pel", "sa", "tun", "ves", "zo", "kar",
    "lin", "mar", "or", "pra", "ski", "ti", "um", "vel", "wen", "yar", "ex",
)  # fmt: skip
_WORDS = 80_000
_SENTENCES = 30_000
_ACTORS = 15
_MENTIONS = 8
_POSITIONS = 18
_QUESTIONS = 8
_TYPES = (ActorType.PERSON, ActorType.PERSON, ActorType.STATE, ActorType.ORGANIZATION)
_ROLES = ("Minister", "President", "spokesman", "envoy", "Secretary General", "governor")
_STATES = ("Norrland", "Orland", "Maravia", "Veld", "Tessara")


class Press:
    """A source of articles.

    Args:
        size: How many there will be about, for the number of actors.
        seed: The same seed gives the same articles.
    """

    def __init__(self, size: int, seed: int) -> None:
        self.chance = random.Random(seed)
        self.words = list({self._word(): None for _ in range(_WORDS)})
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))
        self.names = list({self._name(): None for _ in range(max(200, size))})
        self.publishers = [f"The {self._word().capitalize()} {i}" for i in range(40)]
        # Articles draw on these: to invent each word anew would take longer than to keep it.
        self._sentences = [
            self._common(size) for size in self.chance.choices(range(12, 34), k=_SENTENCES)
        ]
        self.topics = [" ".join(self._common(2)) for _ in range(300)]

    def articles(self, count: int, first: int = 0) -> Iterator[tuple[Document, Briefing]]:
        """So many articles with their briefings, numbered from `first` on."""
        for number in range(first, first + count):
            yield self._article(number)

    def typed(self) -> str:
        """A word as somebody types one who looks for something: in full, in part, or wrongly."""
        word = self._common(1)[0] if self.chance.random() < 0.5 else self.chance.choice(self.words)
        kind = self.chance.random()
        if kind < 0.3 and len(word) > 4:
            return word[: self.chance.randint(3, len(word) - 1)]
        if kind < 0.4 and len(word) > 5:
            at = self.chance.randrange(1, len(word) - 1)
            return word[:at] + word[at + 1 :]
        return word

    def _article(self, number: int) -> tuple[Document, Briefing]:
        chance = self.chance
        cast = list({self._someone(): None for _ in range(_ACTORS + 3)})
        parts: list[str] = []
        sentences: list[Span] = []
        at = 0
        for sentence in chance.choices(self._sentences, k=25):
            words = sentence.copy()
            words[0] = chance.choice(cast)
            words[len(words) // 2] = chance.choice(cast)
            words[-1] = chance.choice(self.words)
            text = " ".join(words)
            sentences.append(Span(at, at + len(text) + 1))
            gap = "\n\n" if len(sentences) % 3 == 0 else " "
            parts.append(f"{text}.{gap}")
            at += len(parts[-1])
        title = f"{cast[0]} {' '.join(self._common(5))}"
        document = Document.of(
            "".join(parts),
            title=title,
            paragraphs=tuple(
                Span(first.start, last.end)
                for first, last in zip(sentences[::3], sentences[2::3], strict=False)
            ),
            origin=Origin(
                url=f"https://news.example/{number}", publisher=chance.choice(self.publishers)
            ),
            published=Published(
                f"{2021 + number % 10}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
                Precision.DAY,
            ),
        )
        return document, self._briefing(document, cast, sentences)

    def _briefing(self, document: Document, cast: list[str], sentences: list[Span]) -> Briefing:
        chance = self.chance
        actors = tuple(self._actor(n, name, sentences) for n, name in enumerate(cast, 1))
        questions = tuple(
            Question(
                id=f"q{number}",
                kind=chance.choice(list(QuestionKind)),
                sentence=(sentence := chance.choice(sentences)),
                cue=Span(sentence.start, sentence.start + 8),
                text=f"Will {chance.choice(cast)} {' '.join(self._common(5))}?",
                resolvers=(chance.choice(actors).id,),
                topic=chance.choice(self.topics),
            )
            for number in range(_QUESTIONS)
        )
        positions = tuple(self._position(n, actors, sentences) for n in range(_POSITIONS))
        return Briefing(document.id, "1 invented", tuple(sentences), actors, positions, questions)

    def _actor(self, number: int, name: str, sentences: list[Span]) -> Actor:
        chance = self.chance
        places = sorted(chance.choice(sentences).start for _ in range(_MENTIONS))
        span = Span(places[0], places[0] + 8)
        role = Role(chance.choice(_ROLES), span, state=chance.choice(_STATES))
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

    def _position(self, number: int, actors: tuple[Actor, ...], sentences: list[Span]) -> Position:
        chance = self.chance
        sentence = chance.choice(sentences)
        holder = chance.choice(actors).id
        return Position(
            id=f"p{number}",
            holders=(holder,),
            sources=(holder,),
            stance=chance.choice(list(Stance)),
            strength=chance.choice(list(Strength)),
            directness=Directness.INDIRECT,
            source=(Span(sentence.start, sentence.start + 6),),
            cue=(Span(sentence.start + 7, sentence.start + 12),),
            content=(Span(sentence.start + 13, sentence.end),),
            sentence=sentence,
            topic=chance.choice(self.topics),
        )

    def _someone(self) -> str:
        """The n-th name is as likely as 1/(n + 10): a power of an even chance comes close."""
        rank = 10 * (len(self.names) / 10 + 1) ** self.chance.random() - 10
        return self.names[min(int(rank), len(self.names) - 1)]

    def _common(self, count: int) -> list[str]:
        total = self._weights[-1]
        chance = self.chance.random
        return [self.words[bisect(self._weights, chance() * total)] for _ in range(count)]

    def _word(self) -> str:
        return "".join(self.chance.choices(_SYLLABLES, k=self.chance.choice((1, 2, 2, 3, 3, 4))))

    def _name(self) -> str:
        return f"{self._word().capitalize()} {self._word().capitalize()}"
