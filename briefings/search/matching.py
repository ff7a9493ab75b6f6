"""What a typed word may stand for, in tiers: itself, a beginning, a sound, a slip of the fingers.

A tier's figure says how likely the word meant is the one found, from 1 for the word itself down;
the scores of `scoring` are made of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from briefings.search.nicknames import other_forms
from briefings.search.sounds import sound_keys
from briefings.search.vocabulary import Vocabulary

# The tiers; found by trial like the figures of `scoring`.
EXACT = 1.0
PREFIX = 0.97  # a word of which the beginning was typed,
PREFIX_SPAN = 0.01  # and what a beginning nearly as long as the word adds
NICKNAME = 0.9
STEM = 0.5  # a word that was typed with an ending ("Larsenova"),
STEM_SPAN = 0.45  # and what a stem nearly as long as the typed word adds
SPELLING = 0.52  # taken off by the share of letters that differ, when the sound is the same
SOUNDS = 0.45  # taken off besides by the share of the sounds that differ,
SLIP = 1.0  # but in all no more than this by the share of letters: fingers slip, too
FIRST_LETTER = 0.03  # taken off for another first letter, which fingers seldom miss

_LEAST = 0.45  # words less similar are not taken for the typed one,
_LEAST_BY_SOUND = 0.5  # nor those of the same sound and quite another spelling
_SOME = 0.3  # the least share of letters in common that is worth a closer look
_LIKELY = 0.9  # a word so similar makes it needless to look for a slip in the first letter
_SHORTEST_STEM = 4
_LONGEST_ENDING = 3
_SHORT = 2  # words of so few letters begin too many others to list them one by one


@dataclass(slots=True, eq=False)
class Typed:
    """A typed word, and the similarity of each word of the vocabulary it may stand for.

    Attributes:
        word: The folded word.
        keys: Its sounds.
        beginning: The numbers of the words that it begins.
        similar: Similarity by word number, 0 to 1; without those that a short word begins.
    """

    word: str
    keys: tuple[str, ...]
    beginning: range
    similar: dict[int, float] = field(default_factory=dict)

    @property
    def is_short(self) -> bool:
        """Whether it is too short to list what it begins, or to be misspelt."""
        return len(self.word) <= _SHORT


def begun(typed: int, whole: int) -> float:
    """The similarity of a word to its beginning, by their lengths."""
    return PREFIX + PREFIX_SPAN * typed / whole


class Matcher:
    """Finds what typed words may stand for in a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def typed(self, word: str) -> Typed:
        """The words that `word` is, begins, or sounds like."""
        vocabulary = self._vocabulary
        typed = Typed(word, sound_keys(word), vocabulary.starting_with(word))
        if typed.is_short:
            number = vocabulary.numbers.get(word)
            if number is not None:
                typed.similar[number] = EXACT
            return typed
        words, length = vocabulary.words, len(word)
        for number in typed.beginning:
            typed.similar[number] = begun(length, len(words[number]))
        for key in typed.keys:
            numbers = vocabulary.with_sound(key)
            self._add(typed, ((n, OSA.distance(word, words[n])) for n in numbers), _LEAST_BY_SOUND)
        for name in other_forms(word):
            self._raise(typed, vocabulary.numbers.get(name), NICKNAME)
        for end in range(max(_SHORTEST_STEM, length - _LONGEST_ENDING), length):
            stem = vocabulary.numbers.get(word[:end])
            self._raise(typed, stem, STEM + STEM_SPAN * end / length)
        return typed

    def compared(self, word: str) -> Typed:
        """The same with the words within a few edits, and those that begin nearly so."""
        typed = self.typed(word)
        if typed.is_short:
            return typed
        vocabulary, length = self._vocabulary, len(word)
        limit = 1 if length <= 4 else 2 if length <= 7 else 3
        self._add(typed, vocabulary.near(word, limit, same_initial=True))
        if max(typed.similar.values(), default=0.0) < _LIKELY:
            self._add(typed, vocabulary.near(word, limit, same_initial=False))
        if length > 3:
            for cut, distance in vocabulary.near_beginning(word, 1 if length < 6 else 2):
                alike = self._similarity(typed, cut, sound_keys(cut), distance)
                for number in vocabulary.starting_with(cut):
                    value = alike * begun(length, len(vocabulary.words[number]))
                    if value >= _LEAST:
                        self._raise(typed, number, value)
        return typed

    def compared_with(self, typed: Typed, numbers: Iterable[int]) -> Typed:
        """The same with those of the given words that bear some likeness."""
        if typed.is_short:
            return typed
        typed = replace(typed, similar=dict(typed.similar))
        numbers = sorted(set(numbers).difference(typed.similar))
        words = self._vocabulary.words
        found = process.extract(
            typed.word,
            [words[number] for number in numbers],
            scorer=OSA.normalized_similarity,
            score_cutoff=_SOME,
            limit=None,
        )
        self._add(
            typed,
            ((numbers[place], OSA.distance(typed.word, word)) for word, _, place in found),
        )
        return typed

    def _add(self, typed: Typed, found: Iterable[tuple[int, float]], least: float = _LEAST) -> None:
        """Takes words by number and distance in, if they are similar enough."""
        words, keys, similar = self._vocabulary.words, self._vocabulary.keys, typed.similar
        for number, distance in found:
            value = self._similarity(typed, words[number], keys[number], distance)
            if value >= least and value > similar.get(number, 0.0):
                similar[number] = value

    @staticmethod
    def _raise(typed: Typed, number: int | None, value: float) -> None:
        if number is not None and value > typed.similar.get(number, 0.0):
            typed.similar[number] = value

    @staticmethod
    def _similarity(typed: Typed, word: str, keys: tuple[str, ...], distance: float) -> float:
        """How likely `word` was meant, from the edits between them and between their sounds."""
        edits = distance / max(len(typed.word), len(word))
        if any(key in typed.keys for key in keys):
            return 1 - SPELLING * edits
        sounds = min(
            OSA.distance(key, other) / max(len(key), len(other))
            for key in keys
            for other in typed.keys
        )
        value = 1 - min(SPELLING * edits + SOUNDS * sounds, SLIP * edits)
        return value if typed.word[0] == word[0] else value - FIRST_LETTER
