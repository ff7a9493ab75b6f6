"""What the rules ask of a token again and again: its line, its quotation, its neighbours.

A `Context` is made once for a document, in one pass over its tokens, so that no rule has to look
further than a few words around the place it is at.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from briefings.analysis.parsing import Parse
from briefings.document import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Phrase
    from spacy.tokens import Token

OPENING, CLOSING, EITHER = "“«„", "”»", '"'
POSSESSIVES = frozenset(("'s", "’s", "‘s", "'", "’", "‘"))
LONG_WORD = 4
HEADLINE_SHARE = 0.75
MOST_QUOTED = 400


class Context:
    """A parse, with what is known of each of its tokens.

    Attributes:
        parse: The parse.
        tokens: Its tokens.
        entities: The named entities that the model found.
        text: The text of the document.
        lowers: Each token in small letters, with a straight apostrophe.
        sentence_of: The number of each token's sentence.
        paragraph_of: The number of each token's paragraph.
        headline: For each token, whether its line is in title case or in capitals.
        quotation_of: For each token, the number of the quotation it is in, or -1.
    """

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.tokens: list[Token] = list(parse.doc)
        self.entities: list[Phrase] = list(parse.doc.ents)
        self.text = parse.document.text
        self.lowers = [token.lower_.replace("’", "'") for token in self.tokens]
        self._capitals = [token.text[:1].isupper() for token in self.tokens]
        self.sentences: list[Phrase] = list(parse.phrases)
        self.sentence_of = self._sentence_numbers()
        self.paragraph_of = self._paragraph_numbers()
        self.headline = [False] * len(self.tokens)
        title = parse.document.title_span
        for sentence in self.sentences:
            first = self.paragraph_of[sentence.start] == 0
            in_title = title.start <= sentence.start_char < title.end if title else first
            if _is_headline(sentence, in_title=in_title):
                for i in range(sentence.start, sentence.end):
                    self.headline[i] = True
        self.quotations: list[tuple[int, int]] = []
        self.quotation_of = self._quotation_numbers()

    def _sentence_numbers(self) -> list[int]:
        numbers = [0] * len(self.tokens)
        for number, sentence in enumerate(self.sentences):
            for i in range(sentence.start, sentence.end):
                numbers[i] = number
        return numbers

    def _paragraph_numbers(self) -> list[int]:
        starts = [span.start for span in self.parse.document.paragraphs]
        return [max(0, bisect_right(starts, token.idx) - 1) for token in self.tokens]

    def _quotation_numbers(self) -> list[int]:
        """Quotations by their marks.

        One that is not closed ends with its paragraph, and goes on in the next one as a quotation
        of its own if the first mark there closes it.
        """
        numbers = [-1] * len(self.tokens)
        opened: int | None = None
        for token in self.tokens:
            i = token.i
            if opened is not None and (
                self.paragraph_of[i] != self.paragraph_of[opened] or i - opened > MOST_QUOTED
            ):
                goes_on = self.paragraph_of[i] == self.paragraph_of[opened] + 1
                self._quote(numbers, opened, i)
                opened = i if goes_on and self._is_closed_later(i) else None
            mark = token.text[:1]
            if opened is None and (mark in OPENING or mark == EITHER) and token.is_punct:
                opened = i
            elif opened is not None and (mark in CLOSING or mark == EITHER) and token.is_punct:
                self._quote(numbers, opened, i + 1)
                opened = None
        if opened is not None:
            self._quote(numbers, opened, len(self.tokens))
        return numbers

    def _is_closed_later(self, start: int) -> bool:
        """Whether the first mark of the paragraph that begins here ends a quotation."""
        for token in self.tokens[start : start + MOST_QUOTED]:
            if self.paragraph_of[token.i] != self.paragraph_of[start]:
                return False
            mark = token.text[:1]
            if mark in CLOSING and token.is_punct:
                return True
            if token.is_punct and (mark in OPENING or mark == EITHER):
                follows_word = token.i > start and not self.tokens[token.i - 1].whitespace_
                return mark == EITHER and follows_word
        return False

    def _quote(self, numbers: list[int], start: int, end: int) -> None:
        for i in range(start, end):
            numbers[i] = len(self.quotations)
        self.quotations.append((start, end))

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """The words that the text writes small somewhere outside of headlines."""
        return frozenset(
            token.text for token in self.tokens if token.is_lower and not self.headline[token.i]
        )

    @cached_property
    def nouns(self) -> list[Token]:
        """The nouns of the text, names among them."""
        return [token for token in self.tokens if token.pos_ in {"NOUN", "PROPN"}]

    @cached_property
    def lone_people(self) -> frozenset[str]:
        """Single words that the model takes for people somewhere: mostly surnames."""
        return frozenset(
            entity.text
            for entity in self.entities
            if entity.label_ == "PERSON" and len(entity) == 1
        )

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of the longer names that the model takes for people's."""
        people = (e for e in self.entities if e.label_ == "PERSON" and len(e) > 1)
        words = (token for e in people for token in e[-2:] if not any(t.like_num for t in e))
        return frozenset(token.text for token in words if token.is_title)

    @cached_property
    def sentence_starts(self) -> frozenset[int]:
        """The first word of each sentence and of each quotation."""
        starts = set()
        for sentence in self.sentences:
            starts.add(self._first_word(sentence.start, sentence.end))
        for start, end in self.quotations:
            starts.add(self._first_word(start, end))
        return frozenset(starts)

    def _first_word(self, start: int, end: int) -> int:
        while start < end and not self.tokens[start].is_alpha and not self.tokens[start].is_title:
            start += 1
        return start

    def in_title(self, i: int) -> bool:
        """Whether a token stands in the document's title, or in a first line written like one."""
        title = self.parse.document.title_span
        if title is None:
            return self.headline[i] and self.paragraph_of[i] == 0
        return title is not None and title.start <= self.tokens[i].idx < title.end

    def words(self, start: int, end: int) -> str:
        """The text of tokens `start` to `end`."""
        return self.span(start, end).of(self.text)

    def span(self, start: int, end: int) -> Span:
        """Where tokens `start` to `end` stand in the text."""
        last = self.tokens[end - 1]
        return Span(self.tokens[start].idx, last.idx + len(last.text))

    def capital(self, i: int) -> bool:
        """Whether a token begins with a capital."""
        return self._capitals[i]

    def is_new_word(self, i: int) -> bool:
        """Whether a capital tells nothing: first in its sentence, or in a headline."""
        return i in self.sentence_starts or self.headline[i]

    def is_possessive(self, i: int) -> bool:
        """Whether a token is the 's of a possessive."""
        return 0 <= i < len(self.tokens) and self.tokens[i].text.lower() in POSSESSIVES

    def same_line(self, i: int, j: int) -> bool:
        """Whether two tokens stand in one sentence."""
        inside = 0 <= i < len(self.tokens) and 0 <= j < len(self.tokens)
        return inside and self.sentence_of[i] == self.sentence_of[j]

    def lower(self, i: int) -> str:
        """A token in small letters, with a straight apostrophe; empty outside the text."""
        return self.lowers[i] if 0 <= i < len(self.lowers) else ""

    def token(self, i: int) -> Token:
        """The token at a place."""
        return self.tokens[i]


def _is_headline(sentence: Phrase, *, in_title: bool) -> bool:
    """Whether a line writes nearly all its longer words with a capital.

    "Harlan and Ostria Agree to Send Aid" tells nothing by its capitals.
    """
    words = [token for token in sentence if token.is_alpha]
    long_words = [token for token in words if len(token) >= LONG_WORD]
    if len(words) < LONG_WORD:
        return False
    letters = [token for token in words if len(token) > 1]
    shouted = sum(token.is_upper for token in letters)
    if shouted >= HEADLINE_SHARE * len(letters) and len(letters) >= LONG_WORD:
        return True
    ends = next((token.text for token in reversed(sentence) if not token.is_space), "")
    few = LONG_WORD - in_title  # "Ana Ruiz Urged to Resign"
    if len(long_words) < few or (ends in {".", "?", "!"} and not in_title):
        return False
    capitals = sum(token.text[0].isupper() for token in long_words)
    small_verb = any(token.pos_ in {"VERB", "AUX"} and token.is_lower for token in words)
    return capitals >= HEADLINE_SHARE * len(long_words) and not small_verb
