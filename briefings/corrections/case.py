"""One correction at work: the briefing it is applied to, and why it may not fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefings.briefing import Actor, Briefing, Position, Question
from briefings.corrections.anchors import (
    ActorAnchor,
    Passage,
    PositionAnchor,
    QuestionAnchor,
    find_actor,
    find_position,
    find_question,
    folded,
)
from briefings.document import Document, Span

SHOWN_LETTERS = 60
"""How much of a passage is quoted in a sentence for people."""


class Unfit(Exception):  # noqa: N818  (no error: a result, told by a sentence)
    """A correction does not fit; the argument says why, as a sentence for people."""


@dataclass(frozen=True, slots=True)
class Case:
    """A briefing to be corrected.

    Attributes:
        document: The document.
        briefing: What the corrections before this one have made of it.
        new_id: The id for an item that this correction adds.
        renamed: What actors are called by now, by the folded names they had.
    """

    document: Document
    briefing: Briefing
    new_id: str
    renamed: Mapping[str, str] = field(default_factory=dict)

    def actor(self, anchor: ActorAnchor) -> Actor:
        """The actor that is meant."""
        actor = find_actor(self.briefing, anchor)
        if actor is None and (name := self.renamed.get(folded(anchor.name))):
            actor = find_actor(self.briefing, replace(anchor, name=name))
        if actor is None:
            raise Unfit(f"The actor “{shown(anchor.name)}” is not found here any more.")
        return actor

    def actors(self, anchors: Sequence[ActorAnchor]) -> tuple[str, ...]:
        """The ids of the actors that are meant, each once."""
        return tuple(dict.fromkeys(self.actor(anchor).id for anchor in anchors))

    def position(self, anchor: PositionAnchor) -> Position:
        """The position that is meant."""
        if (position := find_position(self.briefing, anchor)) is None:
            words = anchor.content or anchor.cue
            said = shown(" … ".join(one.words for one in words))
            raise Unfit(f"The position “{said}” is not found here any more.")
        return position

    def question(self, anchor: QuestionAnchor) -> Question:
        """The question that is meant."""
        if (question := find_question(self.briefing, anchor)) is None:
            raise Unfit(f"The question “{shown(anchor.text)}” is not found here any more.")
        return question

    def span(self, passage: Passage) -> Span:
        """Where the passage stands."""
        if not passage.stands_in(self.document):
            raise Unfit(f"The text does not say “{shown(passage.words)}” at that place.")
        return passage.span

    def spans(self, passages: Sequence[Passage]) -> tuple[Span, ...]:
        """Where the passages stand, in the order of the text."""
        return tuple(sorted(map(self.span, passages)))

    def sentence(self, spans: Sequence[Span]) -> Span:
        """The sentence that holds some words, else their paragraph; both made to hold them all."""
        hull = _hull(spans)
        for candidates in (self.briefing.sentences, self.document.paragraphs):
            best = max(candidates, key=spans[0].overlap, default=hull)
            if best.overlap(spans[0]):
                return _hull((best, hull))
        return hull


def one_line(text: str, what: str) -> str:
    """A typed text on one line; Unfit if nothing was typed."""
    line = " ".join(text.split())
    if not line:
        raise Unfit(f"{what} is empty.")
    return line


def shown(text: str) -> str:
    """The beginning of a text, on one line, short enough for a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN_LETTERS else f"{line[: SHOWN_LETTERS - 1].rstrip()}…"


def _hull(spans: Sequence[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))
