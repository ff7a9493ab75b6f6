"""Where the words that were looked for stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefings.document import Span
from briefings.folding import letters_of, word_spans, words_of
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
    letters = letters_of(text)
    parts = [tuple(phrase for phrase in part if _may_stand(phrase, letters)) for part in parts]
    firsts = [[phrase[0] for phrase in part] for part in parts]
    for sentence in sentences:
        passage = sentence.of(text)
        # A report has thousands of sentences, most of them with none of the words.
        if _most_in(letters_of(passage), firsts) <= most:
            continue
        words = words_of(passage)
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


def _may_stand(phrase: Phrase, letters: str) -> bool:
    return all(word in letters for word in phrase)


def _most_in(letters: str, firsts: Sequence[Sequence[str]]) -> int:
    """How many parts at most begin somewhere in these letters."""
    count = 0
    for part in firsts:
        for word in part:
            if word in letters:
                count += 1
                break
    return count


def _stands(phrase: Phrase, words: Sequence[str], having: set[str]) -> bool:
    if not having.issuperset(phrase):
        return False
    length = len(phrase)
    return length == 1 or any(
        tuple(words[at : at + length]) == phrase for at in range(len(words) - length + 1)
    )
