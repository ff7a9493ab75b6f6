"""Which characters of a line were typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from briefings.folding import Placed, fold_in_place
from briefings.search.scoring import Line
from briefings.search.synonyms import role_synonyms

Stretch = tuple[str, tuple[int, ...]]
"""A typed word, and the places in a line of the words that it stands for, read as one."""


def positions(line: Line, stretches: Sequence[Stretch], words: Sequence[str]) -> tuple[int, ...]:
    """The offsets in the line's text of the characters that were typed.

    Args:
        line: The line.
        stretches: What was typed, and for which words.
        words: The vocabulary, for the words of the line that its text does not show.
    """
    placed = fold_in_place(line.text)
    lit: set[int] = set()
    for typed, places in stretches:
        if all(place < line.shown for place in places):
            word = "".join(placed[place].word for place in places)
            origins = [origin for place in places for origin in placed[place].origins]
            lit.update(origins[at] for at in _shared(typed, word))
        else:
            lit.update(_meant(line, placed, words[line.numbers[places[0]]]))
    return tuple(sorted(lit))


def _shared(typed: str, word: str) -> Iterator[int]:
    """The places in `word` of the letters that `typed` shares with it, in order.

    A word that is typed only in part is compared with as much of the other, or letters far
    behind would light up.
    """
    if word.startswith(typed):
        yield from range(len(typed))
        return
    for block in Levenshtein.opcodes(typed, word[: len(typed) + 1]):
        if block.tag == "equal":
            yield from range(block.dest_start, block.dest_end)


def _meant(line: Line, placed: Sequence[Placed], word: str) -> Iterator[int]:
    """What a word that the text does not show stands for: "PM" of "Prime Minister"."""
    for synonym in role_synonyms(line.role):
        if word in synonym.words:
            meant = placed[line.named + synonym.start : line.named + synonym.end]
            if "".join(part.word[0] for part in meant) == word:
                yield from (part.origins[0] for part in meant)
            else:
                yield from (origin for part in meant for origin in part.origins)
