"""All words of all names, and which of them a typed word may stand for.

Words are looked up, not names: a hundred thousand names have some seventy thousand words, and
whatever the order of a name's words, each is found by itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from briefings.search.sounds import sound_keys

# The beginnings of words that are kept ready to be compared with a word that is not finished.
_BEGINNINGS = range(4, 11)
# Sound keys of a single consonant say too little to find words by.
_TELLING = 2
_LAST = "\x7f"  # sorts after every folded letter


class Vocabulary:
    """A sorted list of folded words; a word's number is its place in it."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = sorted(set(words))
        self.numbers = {word: number for number, word in enumerate(self.words)}
        shared: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.keys = [shared.setdefault(keys, keys) for keys in map(sound_keys, self.words)]
        self._by_shape: dict[tuple[str, int], tuple[list[str], list[int]]]
        self._by_shape = defaultdict(lambda: ([], []))
        self._by_sound: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            same_shape = self._by_shape[word[0], len(word)]
            same_shape[0].append(word)
            same_shape[1].append(number)
            for key in self.keys[number]:
                if len(key) >= _TELLING:
                    self._by_sound[key].append(number)
        self._by_shape = dict(self._by_shape)
        self._initials = sorted({word[0] for word in self.words})
        self._by_sound = dict(self._by_sound)
        self._beginnings = {length: self._cut(length) for length in _BEGINNINGS}

    def _cut(self, length: int) -> list[str]:
        """The beginnings of the longer words, each once."""
        return list(dict.fromkeys(word[:length] for word in self.words if len(word) > length))

    def starting_with(self, beginning: str) -> range:
        """The numbers of the words with this beginning."""
        start = bisect_left(self.words, beginning)
        return range(start, bisect_left(self.words, beginning + _LAST, start))

    def with_sound(self, key: str) -> Sequence[int]:
        """The numbers of the words with this sound key."""
        return self._by_sound.get(key, ())

    def near(self, word: str, limit: int, *, same_initial: bool) -> list[tuple[int, int]]:
        """The numbers and distances of the words at most `limit` edits away.

        The distance is that of optimal string alignment (Damerau 1964): a swapped pair is one.

        Args:
            word: A folded word.
            limit: The greatest distance.
            same_initial: Whether to look at the words with the same first letter, a fraction of
                all, or at the others.
        """
        found = []
        initials = word[0] if same_initial else [i for i in self._initials if i != word[0]]
        for length in range(max(1, len(word) - limit), len(word) + limit + 1):
            for initial in initials:
                words, numbers = self._by_shape.get((initial, length), ((), ()))
                for _, distance, place in process.extract(
                    word, words, scorer=OSA.distance, score_cutoff=limit, limit=None
                ):
                    found.append((numbers[place], int(distance)))
        return found

    def near_beginning(self, word: str, limit: int) -> list[tuple[str, int]]:
        """The beginnings of longer words that are near the word and as long, with the distances."""
        found = process.extract(
            word,
            self._beginnings.get(len(word), ()),
            scorer=OSA.distance,
            score_cutoff=limit,
            limit=None,
        )
        return [(beginning, int(distance)) for beginning, distance, _ in found]
