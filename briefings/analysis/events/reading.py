"""The words of one sentence, and what a rule reads in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.analysis.events.calendar import Resolver
from briefings.analysis.events.tense import Tense, tense
from briefings.events import TimeKind

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Reading:
    """An expression of time, before it is resolved.

    Attributes:
        start: The index of its first word in the sentence.
        end: The index behind its last word.
        kind: Its class in TIMEX3.
        resolve: What it means, seen from a publication.
        core: The index of the word whose verb tells the tense.
        clock: The time of day ("15:00") of one that has no day of its own.
    """

    start: int
    end: int
    kind: TimeKind
    resolve: Resolver
    core: int
    clock: str = ""


@dataclass(frozen=True)
class Words:
    """A sentence without its blanks.

    Attributes:
        tokens: The tokens.
        low: The same in lower case.
        headline: Whether it is the headline.
    """

    tokens: Sequence[Token]
    low: Sequence[str]
    headline: bool = False

    def at(self, index: int) -> str:
        """The word at an index in lower case, or nothing outside of the sentence."""
        return self.low[index] if 0 <= index < len(self.low) else ""

    def is_at(self, index: int, *words: str) -> bool:
        """Whether these words stand from an index on."""
        return all(self.at(index + offset) == word for offset, word in enumerate(words))

    def is_capital(self, index: int) -> bool:
        """Whether the word at an index begins with a capital."""
        return 0 <= index < len(self.low) and self.tokens[index].text[:1].isupper()

    def entity(self, index: int) -> str:
        """The type of the named entity at an index, or nothing."""
        return self.tokens[index].ent_type_ if 0 <= index < len(self.low) else ""

    def tense(self, index: int) -> Tense:
        """The tense of the verb that the word at an index belongs to."""
        return tense(self.tokens[index], headline=self.headline)
