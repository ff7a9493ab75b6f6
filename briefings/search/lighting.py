"""Where the words that were looked for stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefings.document import Span
from briefings.folding import word_spans, words_of
from briefings.library.matching import AnyOf, Phrase


def lit(text: str, phrases: Iterable[Phrase]) -> tuple[Span, ...]:
    """The words of a text that are, or stand in, any of the phrases, in code points, rising."""
    by_first: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        by_first.setdefault(phrase[0], []).append(phrase)
    if not by_first:
        return ()
    placed = word_spans(text)
    words = [word for word, _, _ in placed]
    found: set[int] = set()
    for at, word in enumerate(words):
        for phrase in by_first.get(word, ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                found.update(range(at, at + len(phrase)))
    return tuple(Span(*placed[at][1:]) for at in sorted(found))


def best_sentence(text: str, sentences: Iterable[Span], parts: Sequence[AnyOf]) -> Span | None:
    """The first of the sentences that have most of the parts; None if none has any."""
    best, most = None, 0
    for sentence in sentences:
        words = words_of(sentence.of(text))
        having = set(words)
        count = sum(any(_stands(phrase, words, having) for phrase in part) for part in parts)
        if count > most:
            best, most = sentence, count
            if most == len(parts):
                break
    return best


def runs(offsets: Iterable[int]) -> tuple[Span, ...]:
    """Rising offsets of single characters as spans."""
    found: list[Span] = []
    for offset in offsets:
        if found and found[-1].end == offset:
            found[-1] = Span(found[-1].start, offset + 1)
        else:
            found.append(Span(offset, offset + 1))
    return tuple(found)


def _stands(phrase: Phrase, words: Sequence[str], having: set[str]) -> bool:
    if not having.issuperset(phrase):
        return False
    length = len(phrase)
    return length == 1 or any(
        tuple(words[at : at + length]) == phrase for at in range(len(words) - length + 1)
    )
