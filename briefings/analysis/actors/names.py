"""A name in the text: its tokens, what it seems to name, and why.

`Name` is what every rule of finding hands on. The words before a name that say what somebody is
("former Ostrian Prime Minister Ann Lee") are parted from it here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.context import Context
from briefings.analysis.actors.lexicon import Known

ARTICLES = frozenset(("the", "a", "an"))


class Label(StrEnum):
    """What a name seems to name, before its kind is known."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    OTHER = "other"


class Source(IntEnum):
    """Which rule found a name; the higher wins where two overlap."""

    RUN = 1
    MODEL = 2
    KNOWN = 3
    DESIGNATOR = 4
    FULL_NAME = 5
    KNOWN_LONG = 6


@dataclass(slots=True)
class Name:
    """A stretch of tokens that names something.

    Attributes:
        start: The first token.
        end: The token after the last.
        label: What it seems to name.
        source: Which rule found it.
        known: The entry of the knowledge files, if it has one.
    """

    start: int
    end: int
    label: Label
    source: Source
    known: Known | None = None

    def __len__(self) -> int:
        return self.end - self.start


def key(context: Context, start: int, end: int) -> str:
    """A name as one form: one space between words, straight apostrophes, no article."""
    words = context.words(start, end).replace("’", "'").split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    return " ".join(words)


def trimmed(context: Context, start: int, end: int) -> tuple[int, int]:
    """A name without what hangs on at its ends: articles, signs, 's, small words.

    "the Harbour Board's" -> "Harbour Board".
    """
    start, end = _cut(context, start, end)
    while start < end and _hangs_on_left(context, start, end):
        start += 1
    while start < end and _hangs_on_right(context, start, end):
        end -= 1
    return start, end


def _cut(context: Context, start: int, end: int) -> tuple[int, int]:
    """Ends a name at a line break, a colon or an opened bracket."""
    for i in range(start, end):
        text = context.tokens[i].text
        is_break = context.tokens[i].is_space and i > start
        opens = text in "([{" and not any(t.text in ")]}" for t in context.tokens[i:end])
        if text and (is_break or opens or text in {":", ";", "|", "—", "–", "…", "..."}):
            if i == start:
                return start + 1, end
            return start, i
    return start, end


def _hangs_on_left(context: Context, i: int, end: int) -> bool:
    token = context.tokens[i]
    lower = token.lower_
    if (
        token.is_space
        or token.is_punct
        or lower in lexicon.grammar("edges")
        or context.is_possessive(i)
    ):
        return True
    if _is_caption_word(context, i) or _is_opening_word(context, i):
        return True
    if token.pos_ in {"PRON", "DET"} and not (token.is_upper and len(token) > 1):
        return True
    if context.capital(i) or token.like_num or any(c.isupper() for c in token.text):
        return False
    return not (lower in lexicon.grammar("particles") and i + 1 < end)


def _is_caption_word(context: Context, i: int) -> bool:
    """The "Image" of "Image: Ann Lee"."""
    return context.lower(i + 1) == ":" and context.lower(i) in lexicon.designators(
        "things", "never"
    )


def _is_opening_word(context: Context, i: int) -> bool:
    """A small word at the head of a sentence that the model took into a name: "[Because] Lee"."""
    token = context.tokens[i]
    return (
        i in context.sentence_starts
        and token.is_stop
        and not (lexicon.is_first_name(token.text) or (token.is_upper and len(token) > 1))
    )


def _hangs_on_right(context: Context, start: int, end: int) -> bool:
    token = context.tokens[end - 1]
    if token.is_space or token.lower_ in lexicon.grammar("edges") or context.is_possessive(end - 1):
        return True
    if _is_caption_word(context, end - 1):
        return True
    if token.is_lower and token.pos_ in {"PRON", "VERB", "AUX", "ADV", "ADP", "DET", "SCONJ"}:
        return True
    if token.is_punct:
        return token.text not in {")", "!"} or "(" not in context.words(start, end)
    return False


def is_title(word: str) -> bool:
    """Whether a word may stand before a name and say what its bearer is."""
    word = word.lower().rstrip(".").replace("’", "'")
    return word in lexicon.titles("honorifics") or word in lexicon.titles("persons")


def is_title_part(word: str) -> bool:
    """Whether a word may stand within a title: "deputy", "French", "of"."""
    lower = word.lower()
    return is_title(word) or lower in lexicon.titles("modifiers") or is_origin(word)


def is_origin(word: str) -> bool:
    """Whether a word tells where someone is from: "French", "African-American"."""
    return all(part in lexicon.origin_words() for part in word.split("-"))


def without_title(context: Context, start: int, end: int) -> int:
    """Where the name itself begins: "Senator Ann Lee" -> "Ann Lee", "King Olaf" -> all of it.

    Returns `end` if there is nothing but a title.
    """
    first = context.tokens[start].text
    if lexicon.is_first_name(first) and not is_title(first):
        return start
    last = start - 1
    for i in range(start, end):
        is_plural = i == start and is_title(context.tokens[i].text.removesuffix("s"))
        if (is_plural or is_title(context.tokens[i].text)) and not context.is_possessive(i + 1):
            last = i
    if last < start:
        return start
    if last == end - 1 or _only_suffixes(context, last + 1, end):
        whole = all(is_title_part(context.tokens[i].text) for i in range(start, end))
        return end if whole or end - start > 2 else start
    if end - last == 2 and context.lower(last).rstrip(".") in lexicon.titles("regal"):
        return last
    return last + 1


def _only_suffixes(context: Context, start: int, end: int) -> bool:
    return all(
        context.tokens[i].lower_ in lexicon.grammar("suffixes") or context.tokens[i].is_punct
        for i in range(start, end)
    )


def is_acronym(text: str) -> bool:
    """Whether a word is written like an acronym: "NRC", "U.N.", "M5S"."""
    letters = [c for c in text if c.isalnum()]
    return (
        2 <= len(letters) <= 8
        and letters[0].isalpha()
        and sum(c.isupper() for c in letters) >= max(2, len(letters) - 1)
        and " " not in text
    )
