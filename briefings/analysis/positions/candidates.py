"""A candidate: words that may be an attribution, with the weight of their construction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import Range
from briefings.analysis.positions.sources import Source

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source, a cue and a content that may belong together.

    Attributes:
        frame: The construction.
        key: The entry of the lexicon: "say", "call for", "express concern".
        head: The word that makes the cue; two candidates of one head exclude each other.
        cue: The words of the cue.
        content: The words of the content; several ranges if it is interrupted.
        source: The words of the source; empty if there is none.
        source_head: The head of the source.
        content_head: The head of the content, or None for a quotation.
        weight: How often a find of this construction is right, 0 to 1.
    """

    frame: Frame
    key: str
    head: Token
    cue: Range
    content: tuple[Range, ...]
    source: tuple[Range, ...] = ()
    source_head: Token | None = None
    content_head: Token | None = None
    weight: float = 0.0

    @classmethod
    def of(
        cls,
        frame: Frame,
        key: str,
        head: Token,
        source: Source,
        content: tuple[Range, ...],
        content_head: Token | None,
        weight: float,
    ) -> Candidate:
        """A candidate with the cue that its source leaves."""
        return cls(
            frame, key, head, source.cue, content, source.ranges, source.head, content_head, weight
        )

    def weighing(self, weight: float) -> Candidate:
        """The same with another weight."""
        return replace(self, weight=weight)

    @property
    def length(self) -> int:
        """The characters of the content."""
        doc = self.head.doc
        return sum(doc[b - 1].idx + len(doc[b - 1].text) - doc[a].idx for a, b in self.content)

    @property
    def ranges(self) -> Iterator[Range]:
        """Everything it covers: source, cue and content."""
        yield from self.source
        yield self.cue
        yield from self.content
