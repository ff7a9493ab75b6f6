"""What is open on the screen: a document, and its briefing once there is one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefings.briefing import Actor, ActorType, Briefing, Position, Question
from briefings.document import Document, Span
from briefings.errors import BriefingError
from tui.panes.by_reader import NOTHING_DONE, ByReader
from tui.panes.circumstances import (
    COMMITMENT,
    GAP,
    TOLD,
    Circumstance,
    kind_of,
    missing,
    numbered,
    promised,
    told,
)

if TYPE_CHECKING:
    from briefings.commitments import Commitment
    from briefings.gaps import Gap
    from briefings.search import ActorIndex, Hit

NO_BRIEFING = Briefing(document_id="", analysis="")


@dataclass(frozen=True)
class Opened:
    """A document with what is known of it so far.

    Attributes:
        document: The document.
        found: Its briefing; None while it is being made, or if that failed.
        failure: Why there is none; None while it is being made.
        by_reader: What the reader has done to it.
    """

    document: Document
    found: Briefing | None = None
    failure: BriefingError | None = None
    by_reader: ByReader = NOTHING_DONE

    @property
    def briefing(self) -> Briefing:
        """The briefing; an empty one while there is none."""
        return self.found or NO_BRIEFING

    @property
    def is_being_read(self) -> bool:
        """Whether the briefing is still to come."""
        return self.found is None and self.failure is None

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Every actor by its id, those that are not listed too."""
        return {actor.id: actor for actor in self.briefing.actors}

    @cached_property
    def listed(self) -> tuple[Actor, ...]:
        """The actors a reader is shown."""
        return self.briefing.listed_actors

    def actors_like(self, typed: str) -> list[Hit]:
        """The listed actors who are called something like what was typed, the best first."""
        return self._index.search(typed, len(self.listed))

    @cached_property
    def _index(self) -> ActorIndex:
        return index_of(self.listed)

    @cached_property
    def stands(self) -> tuple[Position, ...]:
        """The positions a reader is shown."""
        return self.briefing.stands

    @cached_property
    def positions(self) -> dict[str, Position]:
        """The positions a reader is shown, by their ids."""
        return {position.id: position for position in self.stands}

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The questions by their ids."""
        return {question.id: question for question in self.briefing.questions}

    @cached_property
    def commitments(self) -> tuple[Commitment, ...]:
        """Who promised or ruled out what."""
        from briefings.commitments import commitments

        return commitments(self.briefing)

    @cached_property
    def promised_by(self) -> dict[str, str]:
        """The id of the position that each commitment comes from, by the id of its row."""
        numbers = enumerate(self.commitments)
        return {numbered(COMMITMENT, number): one.position for number, one in numbers}

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What the text does not say, as far as that can be told."""
        from briefings.gaps import gaps

        return gaps(self.document, self.briefing) if self.found else ()

    def circumstance(self, identity: str) -> Circumstance | None:
        """The circumstance with this id; None if there is none."""
        return self._of_kind(kind_of(identity)).get(identity)

    def concerning(self, actor_id: str, kind: str = TOLD) -> frozenset[str]:
        """The ids of the circumstances of a kind that concern an actor; of all for an empty id.

        One concerns an actor who takes part in it, or is mentioned in its first sentence.
        """
        known = self._of_kind(kind)
        if not actor_id:
            return frozenset(known)
        actor = self.actors.get(actor_id)
        mentions = actor.mentions if actor else ()
        sentences = {self.sentence_at(mention.span.start) for mention in mentions}
        return frozenset(
            one.id
            for one in known.values()
            if actor_id in one.actors or not sentences.isdisjoint(one.sentences[:1])
        )

    def around(self, sentences: Iterable[Span], kind: str = TOLD) -> frozenset[str]:
        """The ids of the circumstances of a kind that stand in some sentences."""
        standing = self._standing.get(kind)
        if standing is None:
            standing = self._standing.setdefault(kind, {})
            for one in self._of_kind(kind).values():
                for sentence in one.sentences:
                    standing.setdefault(sentence, []).append(one.id)
        return frozenset(one for sentence in sentences for one in standing.get(sentence, ()))

    def _of_kind(self, kind: str) -> dict[str, Circumstance]:
        if kind not in self._circumstances:
            found = {
                TOLD: lambda: told(self.briefing, self.sentence_at),
                COMMITMENT: lambda: promised(self.briefing, self.commitments),
                GAP: lambda: missing(self.gaps),
            }[kind]()
            self._circumstances[kind] = {one.id: one for one in found}
        return self._circumstances[kind]

    @cached_property
    def _circumstances(self) -> dict[str, dict[str, Circumstance]]:
        return {}

    @cached_property
    def _standing(self) -> dict[str, dict[Span, list[str]]]:
        return {}

    @cached_property
    def body(self) -> tuple[Span, ...]:
        """The numbered paragraphs."""
        title = self.document.title_span
        return tuple(span for span in self.document.paragraphs if span != title)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.body]

    def paragraph(self, offset: int) -> str:
        """`¶5` for a place in the fifth paragraph; empty in the title and outside of paragraphs."""
        number = bisect_right(self._starts, offset)
        return f"¶{number}" if number and offset < self.body[number - 1].end else ""

    def place(self, offset: int) -> str:
        """The paragraph as `¶5`, or `title`; empty elsewhere."""
        title = self.document.title_span
        in_title = title is not None and title.start <= offset < title.end
        return "title" if in_title else self.paragraph(offset)

    def words(self, *spans: Span) -> str:
        """The words at some spans on one line, an ellipsis where something is between them."""
        return " … ".join(" ".join(span.of(self.document.text).split()) for span in spans)

    def names(self, identities: Iterable[str]) -> tuple[str, ...]:
        """The names of actors."""
        return tuple(self.actors[i].name for i in identities if i in self.actors)

    def short_names(self, identities: Iterable[str]) -> tuple[str, ...]:
        """The shortest names that the text itself uses: `Okafor` for `Ada Okafor`."""
        return tuple(short_name(self.actors[i]) for i in identities if i in self.actors)

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds a code point, or None."""
        number = bisect_right(self._sentence_starts, offset) - 1
        if number < 0:
            return None
        sentence = self.briefing.sentences[number]
        return sentence if offset < sentence.end else None

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.briefing.sentences]


def short_name(actor: Actor) -> str:
    """The shortest alias of a person that is part of the full name; else the full name."""
    if actor.type is not ActorType.PERSON:
        return actor.name
    words = actor.name.split()
    parts = [alias for alias in actor.aliases if set(alias.split()) <= set(words)]
    return min(parts, key=len, default=actor.name)


def index_of(actors: Iterable[Actor]) -> ActorIndex:
    """An index that finds actors of a briefing as they are typed; it gives back their ids."""
    from briefings.search import ActorIndex, Candidate

    return ActorIndex(
        Candidate(
            id=actor.id,
            name=actor.name,
            kind=actor.type,
            weight=len(actor.mentions),
            aliases=actor.aliases,
            role="; ".join(role.label for role in actor.roles),
        )
        for actor in actors
    )
