"""What lists over many briefings show: appearances of an actor, positions, questions, sources."""

from __future__ import annotations

from dataclasses import dataclass

from briefings.document import Published, Span


@dataclass(frozen=True, slots=True)
class Appearance:
    """One actor in one briefing.

    Attributes:
        briefing: The id of the document.
        title: Its title.
        published: When it was published; None means undated.
        publisher: Who published it, or empty.
        actor: The id of the actor in the briefing.
        name: The name that the briefing gives it.
        roles: What the briefing says it is.
        mentions: How often it is mentioned.
    """

    briefing: str
    title: str
    published: Published | None
    publisher: str
    actor: str
    name: str
    roles: tuple[str, ...]
    mentions: int


@dataclass(frozen=True, slots=True)
class DatedRole:
    """What the texts say an actor is.

    Attributes:
        label: The role in one line (`Role.label`).
        first: When the first dated briefing that says so was published, cut to its precision, or
            empty.
        last: The same of the last one.
        briefings: How many say so.
    """

    label: str
    first: str
    last: str
    briefings: int


@dataclass(frozen=True, slots=True)
class Item:
    """A position or a question as a list over many briefings shows it.

    Attributes:
        briefing: The id of the document.
        title: Its title.
        published: When it was published; None means undated.
        publisher: Who published it, or empty.
        id: The id of the position or question in its briefing.
        label: The stance, or the kind of question.
        strength: How far a position goes; empty for a question.
        topic: The issue, or empty.
        actors: The names of the holders, or of who can settle the question.
        sentence: The sentence that it stands in.
        spans: Where the words of a position stand, or the cue of a question.
        text: The words of the position, or the text of the question.
        passage: The words of the sentence.
        condition: The words of the condition that a position stands under, or empty.
        sources: The names of those who say it of its holders, where these do not say it themselves.
    """

    briefing: str
    title: str
    published: Published | None
    publisher: str
    id: str
    label: str
    strength: str
    topic: str
    actors: tuple[str, ...]
    sentence: Span
    spans: tuple[Span, ...]
    text: str
    passage: str
    condition: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A document as a list of what was found shows it.

    Attributes:
        briefing: The id of the document.
        title: Its title.
        published: When it was published; None means undated.
        publisher: Who published it, or empty.
        text: The whole text.
        sentences: Where the sentences of its analysed part stand.
    """

    briefing: str
    title: str
    published: Published | None
    publisher: str
    text: str
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note that was found.

    Attributes:
        briefing: The id of the document that it belongs to.
        title: Its title.
        published: When it was published; None means undated.
        publisher: Who published it, or empty.
        number: The number of the note.
        text: What it says.
    """

    briefing: str
    title: str
    published: Published | None
    publisher: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that the reader has given a name."""

    name: str
    query: str
