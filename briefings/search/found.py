"""What a search of everything finds: rows in groups, each with what is needed to open it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefings.document import Published, Span
from briefings.search.query import Query


class GroupKind(StrEnum):
    """The groups, in the order in which they are shown."""

    ACTORS = "actors"
    POSITIONS = "positions"
    QUESTIONS = "questions"
    BRIEFINGS = "briefings"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Lit:
    """A text to show, and the stretches of it that were looked for.

    Attributes:
        text: What to show, on one line; words of the article unless it says otherwise.
        lit: Where the words stand in it, in code points of `text`, rising.
    """

    text: str
    lit: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One row.

    Attributes:
        group: Which group it belongs to.
        text: The actor's name (or the alias or role by which it was found), the words of the
            position, the question, the title of the briefing, or the note.
        briefing: The id of the document to open; for an actor the one that mentions it most.
        item: The id of the actor, position or question in its briefing, that of the note, or
            empty for a briefing as a whole.
        span: The words of the document that the row stands for, from the first to the last; None
            for an actor, and for a briefing that was found by its title.
        sentence: The sentence to light up in the document, or None.
        passage: That sentence.
        title: The title of the briefing.
        published: When it was published, or None.
        publisher: Who published it, or empty.
        label: The stance, the kind of question, or the type of actor.
        actors: The names of the holders, or of who can settle the question; for an actor itself.
        key: The key of the actor (`KnownActor.key`), or empty.
        about: More in a few words: the topic of a position or question, the role of an actor.
        mentions: How often an actor is mentioned, else 0.
        briefings: In how many briefings an actor appears, else 0.
        is_approximate: Whether it fits so much worse that a list should set it apart.
    """

    group: GroupKind
    text: Lit
    briefing: str
    item: str = ""
    span: Span | None = None
    sentence: Span | None = None
    passage: Lit = Lit("")
    title: str = ""
    published: Published | None = None
    publisher: str = ""
    label: str = ""
    actors: tuple[str, ...] = ()
    key: str = ""
    about: str = ""
    mentions: int = 0
    briefings: int = 0
    is_approximate: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one kind, best first.

    Attributes:
        kind: Which kind.
        rows: A page of them.
        has_more: Whether there are more after these.
    """

    kind: GroupKind
    rows: tuple[Found, ...]
    has_more: bool


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that the library does not have, and the likeliest of those looked for instead."""

    typed: str
    meant: str


@dataclass(frozen=True, slots=True)
class Results:
    """An answer.

    Attributes:
        query: What was asked, as it was understood.
        groups: Those that have rows, in the order of `GroupKind`.
        corrections: What was taken for a slip of the fingers.
    """

    query: Query
    groups: tuple[Group, ...]
    corrections: tuple[Correction, ...] = ()

    def group(self, kind: GroupKind) -> Group:
        """The group of this kind; without rows if there is none."""
        for one in self.groups:
            if one.kind is kind:
                return one
        return Group(kind, (), False)
