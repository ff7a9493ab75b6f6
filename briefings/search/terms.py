"""What a typed word stands for among the words of a library: itself, a plural, a beginning, a slip.

Slips are found by the same code as those in names, among the common words of the library.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log1p
from typing import TYPE_CHECKING

from briefings.library.matching import AnyOf, Phrase
from briefings.search.query import Query, Words

if TYPE_CHECKING:
    from briefings.library import Library
    from briefings.library.full_text import FullText

MOST_COMPARED = 60_000
"""Words of a library that a typed one is compared with: those seen first, the common ones."""

ALIKE = 0.7
"""Words less similar are not taken for the typed one,"""

NEARLY = 0.9
"""nor those less similar than this share of the best."""

_COMMON = 0.15  # what the commonest word has over the rarest, when both are as similar
_MOST_MEANT = 4
_LEAST_COMPARED = 4  # letters
# Words that a short and a longer beginning may stand for, and one that others follow: each costs
# time, and what others follow is seldom unfinished.
_FEW, _MANY, _FOLLOWED = 8, 10, 5
_SHORT = 2


class Terms:
    """The common words of a library, ready to be compared with misspelt ones.

    Making it takes about a second for sixty thousand words: do it beside, and once.

    Args:
        words: Folded, the common ones first.
    """

    def __init__(self, words: Iterable[str]) -> None:
        from briefings.search.matching import Matcher
        from briefings.search.vocabulary import Vocabulary

        words = list(words)
        self._vocabulary = Vocabulary(words)
        self._matcher = Matcher(self._vocabulary)
        most = log1p(len(words)) or 1.0
        self._bonus = {word: _COMMON * (1 - log1p(at) / most) for at, word in enumerate(words)}

    @classmethod
    def of(cls, library: Library) -> Terms:
        """Those of a library.

        Raises:
            LibraryError: The library could not be read.
        """
        return cls(library.full_text.vocabulary(MOST_COMPARED))

    def near(self, word: str) -> list[str]:
        """The words that a misspelt one may stand for, the likeliest first."""
        if len(word) < _LEAST_COMPARED:
            return []
        words = self._vocabulary.words
        similar = self._matcher.compared(word).similar
        least = max(ALIKE, NEARLY * max(similar.values(), default=0.0))
        found = [(value, words[number]) for number, value in similar.items() if value >= least]
        found.sort(key=lambda pair: (-pair[0] - self._bonus[pair[1]], pair[1]))
        return [one for _, one in found[:_MOST_MEANT]]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the words of a query stand for.

    Attributes:
        strict: For each part what it may be as it was typed, in the singular or plural.
        loose: For each the same, and what it begins or may be a slip for.
        corrected: The words that stand nowhere in the library, each with the likeliest meant.
    """

    strict: tuple[AnyOf, ...]
    loose: tuple[AnyOf, ...]
    corrected: tuple[tuple[str, str], ...]

    @property
    def phrases(self) -> list[Phrase]:
        """All that may be there."""
        return [phrase for part in self.loose for phrase in part]


def meaning_of(query: Query, full_text: FullText, terms: Terms | None) -> Meaning:
    """What the words stand for that must be there.

    The last word may be unfinished, unless white space goes after it.

    Raises:
        LibraryError: The library could not be read.
    """
    strict, loose, corrected = [], [], []
    for part in query.wanted:
        is_last = part.span.end == len(query.text)
        known = _as_typed(part, full_text)
        others: list[Phrase] = []
        if not part.is_phrase and len(part.words) == 1 and (is_last or not known):
            others = _begun(part.words[0], full_text, is_followed=not is_last)
            if not known and not others and terms is not None:
                others = [(word,) for word in terms.near(part.words[0])]
                corrected += [(part.text, others[0][0])] if others else []
        strict.append(tuple(known))
        loose.append(tuple(dict.fromkeys((*known, *others))))
    return Meaning(tuple(strict), tuple(loose), tuple(corrected))


def exactly(parts: Sequence[Words]) -> AnyOf:
    """Words as they stand."""
    return tuple(part.words for part in parts)


def topic_of(value: str, full_text: FullText) -> AnyOf:
    """What the value of a filter by topic may stand for: its words, the last unfinished."""
    from briefings.folding import words_of

    words = tuple(words_of(value))
    if not words:
        return ()
    begun = full_text.beginning(words[-1], _FEW)
    return tuple(dict.fromkeys((words, *((*words[:-1], last) for last in begun))))


def _as_typed(part: Words, full_text: FullText) -> list[Phrase]:
    """What a part may be without a letter being guessed; empty if the library has none of it."""
    if part.is_phrase:
        return [part.words]
    if len(part.words) > 1:
        joined = "".join(part.words)
        return [part.words, *((word,) for word in full_text.known([joined]))]
    [word] = part.words
    forms = [word, f"{word}s", f"{word}es"]
    forms += [word[:-1]] if word.endswith("s") and len(word) > _LEAST_COMPARED else []
    known = full_text.known(forms)
    if word.isdigit():
        known.add(word)  # numbers are not kept among the words
    return [(form,) for form in forms if form in known]


def _begun(word: str, full_text: FullText, *, is_followed: bool) -> list[Phrase]:
    limit = _FOLLOWED if is_followed else _FEW if len(word) <= _SHORT else _MANY
    return [(found,) for found in full_text.beginning(word, limit)]
