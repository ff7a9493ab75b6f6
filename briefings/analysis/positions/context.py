"""What every rule looks at: the parse, its quotations, and the word lists."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import islice

from briefings.analysis.parsing import Parse
from briefings.analysis.positions.grammar import Range
from briefings.analysis.positions.lexicon import Lexicon
from briefings.analysis.positions.quotations import Quotation, find_quotations


@dataclass(frozen=True)
class Context:
    """A parsed document as the rules of attribution see it.

    Attributes:
        parse: The parse.
        lexicon: The weights of cues.
        quotations: Every quotation, in order.
        spoken: For each token, whether it stands inside an utterance; verbs there are no cues.
    """

    parse: Parse
    lexicon: Lexicon
    quotations: list[Quotation]
    spoken: bytearray = field(repr=False)

    @classmethod
    def of(cls, parse: Parse, lexicon: Lexicon) -> Context:
        """The context of a parse."""
        quotations = find_quotations(parse)
        spoken = bytearray(len(parse.doc))
        for quotation in quotations:
            if quotation.is_utterance:
                start, end = quotation.span
                spoken[start:end] = b"\x01" * (end - start)
        return cls(parse, lexicon, quotations, spoken)

    def widened(self, span: Range) -> Range:
        """A range that begins or ends inside a quotation, widened to its marks."""
        start, end = span
        begin = bisect_left(self.quotations, start - 1, key=lambda q: q.span[1])
        for quotation in islice(self.quotations, begin, None):
            first, last = quotation.span
            if first > end:
                break
            if start <= first < end < last:
                end = last
            if first < start <= first + 1 and end <= last:
                start = first
            if start <= first and end == last - 1 and quotation.is_closed:
                end = last
        return start, end
