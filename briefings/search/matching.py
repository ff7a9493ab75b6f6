"""What a typed word may stand for, in tiers: itself, a beginning, a sound, a slip of the fingers.

A tier's figure says how likely the word meant is the one found, from 1 for the word itself down;
the scores of `scoring` are made of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from briefings.search.sounds import sound_key
from briefings.search.vocabulary import Vocabulary

EXACT = 1.0
PREFIX = 0.93
LEAST = 0.45
SHORT = 2
"""Words of so few letters begin so many others that these are not listed one by one."""


@dataclass(slots=True)
class Typed:
    """A typed word, and the similarity of each word of the vocabulary it may stand for.

    Attributes:
        word: The folded word.
        key: Its sound.
        beginning: The numbers of the words that it begins.
        similar: Similarity by word number, 0 to 1; without those that a short word begins.
        is_compared: Whether misspelt words were looked for as well.
    """

    word: str
    key: str
    beginning: range
    similar: dict[int, float] = field(default_factory=dict)
    is_compared: bool = False

    @property
    def is_short(self) -> bool:
        """Whether it is too short to list what it begins, or to be misspelt."""
        return len(self.word) <= SHORT


def begun(typed: int, whole: int) -> float:
    """The similarity of a word to its beginning, by their lengths."""
    return PREFIX + (EXACT - PREFIX) * typed / whole


class Matcher:
    """Finds what typed words may stand for in a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def typed(self, word: str) -> Typed:
        """The words that `word` is, begins, or sounds like."""
        vocabulary = self._vocabulary
        typed = Typed(word, sound_key(word), vocabulary.starting_with(word))
        if typed.is_short:
            number = vocabulary.numbers.get(word)
            if number is not None:
                typed.similar[number] = EXACT
            return typed
        words = vocabulary.words
        length = len(word)
        for number in typed.beginning:
            typed.similar[number] = begun(length, len(words[number]))
        self._add(
            typed,
            ((n, OSA.distance(word, words[n])) for n in vocabulary.with_sound(typed.key)),
            least=0.6,
        )
        return typed

    def compare(self, typed: Typed) -> None:
        """Adds the words within a few edits, and those that begin nearly so."""
        if typed.is_compared or typed.is_short:
            return
        typed.is_compared = True
        word = typed.word
        limit = 1 if len(word) <= 4 else 2 if len(word) <= 7 else 3
        vocabulary = self._vocabulary
        self._add(typed, vocabulary.near(word, limit))
        if len(word) > 3:
            for number, distance in vocabulary.near_beginning(word, 1 if len(word) < 6 else 2):
                whole = vocabulary.words[number]
                value = self._similarity(
                    typed, whole[: len(word)], sound_key(whole[: len(word)]), distance
                ) * begun(len(word), len(whole))
                if value >= LEAST and value > typed.similar.get(number, 0.0):
                    typed.similar[number] = value

    def compare_with(self, typed: Typed, numbers: list[int]) -> None:
        """Adds those of the given words that bear some likeness."""
        words = self._vocabulary.words
        found = process.extract(
            typed.word,
            [words[number] for number in numbers],
            scorer=OSA.normalized_similarity,
            score_cutoff=0.3,
            limit=None,
        )
        self._add(
            typed,
            ((numbers[place], OSA.distance(typed.word, word)) for word, _, place in found),
        )

    def _add(self, typed: Typed, found: Iterable[tuple[int, float]], least: float = LEAST) -> None:
        """Takes words by number and distance in, if they are similar enough."""
        words, keys, similar = self._vocabulary.words, self._vocabulary.keys, typed.similar
        for number, distance in found:
            value = self._similarity(typed, words[number], keys[number], distance)
            if value >= least and value > similar.get(number, 0.0):
                similar[number] = value

    @staticmethod
    def _similarity(typed: Typed, word: str, key: str, distance: float) -> float:
        """How likely `word` was meant, from the edits between them and between their sounds."""
        value = 1 - 0.6 * distance / max(len(typed.word), len(word))
        if typed.key != key:
            edits = OSA.distance(typed.key, key)
            value -= 0.45 * edits / max(len(typed.key), len(key))
        return value if typed.word[0] == word[0] else value - 0.05
