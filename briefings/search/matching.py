"""What a typed word may stand for, in tiers: itself, a beginning, a sound, a slip of the fingers.

A tier's figure says how likely the word meant is the one found, from 1 for the word itself down;
the scores of `scoring` are made of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from briefings.search.sounds import sound_key
from briefings.search.vocabulary import Vocabulary

EXACT = 1.0
PREFIX = 0.93
SOUND = 0.95
LEAST = 0.45


@dataclass(slots=True)
class Typed:
    """A typed word, and the similarity of each word of the vocabulary it may stand for.

    Attributes:
        word: The folded word.
        beginning: The numbers of the words that it begins.
        similar: Similarity by word number, 0 to 1, for all but the shortest beginnings.
        is_compared: Whether misspelt words were looked for as well.
    """

    word: str
    beginning: range
    similar: dict[int, float] = field(default_factory=dict)
    is_compared: bool = False


def similarity(typed: str, word: str, distance: int) -> float:
    """How likely `word` was meant, from the edits between them and between their sounds."""
    length = max(len(typed), len(word))
    key, other = sound_key(typed), sound_key(word)
    sound = OSA.distance(key, other) / max(len(key), len(other), 1)
    value = 1 - 0.6 * distance / length - 0.45 * sound
    return value if typed[0] == word[0] else value - 0.05


class Matcher:
    """Finds what typed words may stand for in a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def typed(self, word: str) -> Typed:
        """The words that `word` is, begins, or sounds like."""
        vocabulary = self._vocabulary
        beginning = vocabulary.starting_with(word)
        typed = Typed(word, beginning)
        if len(word) <= 2:
            number = vocabulary.numbers.get(word)
            if number is not None:
                typed.similar[number] = EXACT
            return typed
        words = vocabulary.words
        length = len(word)
        for number in beginning:
            typed.similar[number] = PREFIX + (EXACT - PREFIX) * length / len(words[number])
        for number in vocabulary.sounding_like(word):
            if number not in typed.similar:
                value = similarity(word, words[number], OSA.distance(word, words[number]))
                if value >= 0.6:
                    typed.similar[number] = value
        return typed

    def compare(self, typed: Typed) -> None:
        """Adds the words within a few edits."""
        if typed.is_compared or len(typed.word) < 3:
            return
        typed.is_compared = True
        word = typed.word
        limit = 1 if len(word) <= 4 else 2 if len(word) <= 7 else 3
        words = self._vocabulary.words
        for number, distance in self._vocabulary.near(word, limit):
            self._add(typed, number, similarity(word, words[number], distance))
        for number, distance in self._vocabulary.near_beginning(word, max(1, limit - 1)):
            cut = words[number][: len(word)]
            value = similarity(word, cut, distance) * (
                PREFIX + (EXACT - PREFIX) * len(word) / len(words[number])
            )
            self._add(typed, number, value)

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
        for other, _, place in found:
            distance = OSA.distance(typed.word, other)
            self._add(typed, numbers[place], similarity(typed.word, other, distance))

    @staticmethod
    def _add(typed: Typed, number: int, value: float) -> None:
        if value >= LEAST and value > typed.similar.get(number, 0.0):
            typed.similar[number] = value
