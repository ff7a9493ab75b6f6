"""How much alike two texts are, and which of many texts may be alike.

Texts are compared by their *shingles*: every run of a few words, as Broder describes it ("On the
resemblance and containment of documents", 1997). Texts that may be alike are found without
comparing each with each, by *bands* of a MinHash sketch: two texts of resemblance r (the share of
all their shingles that both have) agree in a band of two values with a chance of r². The sketch
takes one hash of each shingle (Li, Owen and Zhang, "One permutation hashing", 2012), and what
stays empty in short texts is filled by rotation (Shrivastava and Li, 2014).

The thresholds stand in a wide gap. Among 840 news articles of one election, the stories that were
printed again with another head, a cut tail or an update shared 79 % of the shorter one's words
and more; two articles on the same event by different authors, quoting the same speech, shared
at most 55 % of a very short one, and 16 % of the longer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from briefings.document import Span

WORDS_IN_SHINGLE = 4
"""Fewer are often the same by chance ("the prime minister"), more miss what was edited lightly."""

LEAST_OF_SHORTER = 0.6
"""How much of the shorter text must be in the longer one for both to be the same story."""

LEAST_OF_LONGER = 0.3
"""How much of the longer text must be in the shorter: a round-up that holds a brief is no copy."""

LEAST_WORDS = 30
"""A shorter text is a headline or a notice, alike by form and not by story."""

BANDS = 24
"""At a resemblance of 0.5 all but one pair of a thousand is found, at 0.3 nine of ten."""

_WORD = re.compile(r"\w+")
_BINS = BANDS * 2
_BITS = 63  # what SQLite keeps as an integer without a sign


@dataclass(frozen=True, slots=True)
class Shape:
    """A text in the form in which texts are compared.

    Attributes:
        shingles: One hash for each run of words, in the order of the text; the same on every
            machine and in every run of the program.
    """

    shingles: tuple[int, ...]

    @classmethod
    def of(cls, text: str, paragraphs: Iterable[Span]) -> Shape:
        """The shape of these parts of a text; case and punctuation do not count."""
        body = " ".join(span.of(text) for span in paragraphs)
        words = _WORD.findall(body.casefold())
        if len(words) < LEAST_WORDS:
            return cls(())
        runs = zip(*(words[at:] for at in range(WORDS_IN_SHINGLE)), strict=False)
        return cls(tuple(_hashed(" ".join(run)) for run in runs))

    @property
    def words(self) -> int:
        """How many words the text has; 0 if they are too few to compare it."""
        return len(self.shingles) + WORDS_IN_SHINGLE - 1 if self.shingles else 0

    def bands(self) -> tuple[int, ...]:
        """The keys of an index: texts that may be alike have at least one in common."""
        if not self.shingles:
            return ()
        sketch: list[int | None] = [None] * _BINS
        for shingle in self.shingles:
            value, place = divmod(shingle, _BINS)
            held = sketch[place]
            if held is None or value < held:
                sketch[place] = value
        full = _rotated(sketch)
        return tuple(_hashed(f"{n} {full[2 * n]} {full[2 * n + 1]}") for n in range(BANDS))

    def share_in(self, other: Shape) -> float:
        """How many of the words stand in a run that the other text has too, 0 to 1."""
        if not self.shingles:
            return 0.0
        known = set(other.shingles)
        shared = end = 0
        for start, shingle in enumerate(self.shingles):
            if shingle in known:
                shared += start + WORDS_IN_SHINGLE - max(start, end)
                end = start + WORDS_IN_SHINGLE
        return shared / self.words


def are_alike(one: Shape, other: Shape) -> tuple[float, float] | None:
    """How much of each of two texts stands in the other, if they are the same story.

    That is: printed again, cut, updated or under a new head. None if they are not.
    """
    shares = one.share_in(other), other.share_in(one)
    of_shorter, of_longer = shares if one.words <= other.words else reversed(shares)
    return shares if of_shorter >= LEAST_OF_SHORTER and of_longer >= LEAST_OF_LONGER else None


def _rotated(sketch: list[int | None]) -> list[int]:
    """A sketch in which every empty place holds the next full one's value, with its distance."""
    full: list[int] = []
    for place in range(_BINS):
        distance = 0
        while (value := sketch[(place + distance) % _BINS]) is None:
            distance += 1
        full.append(value + (distance << _BITS))
    return full


def _hashed(text: str) -> int:
    """A number that stands for a text; `hash` would differ from run to run."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) >> 1
