"""What a library hands out: values that know nothing of the file they come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from briefings.briefing import ActorType, Briefing
from briefings.corrections import Unfitting
from briefings.document import Document, Published


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a list of briefings.

    Attributes:
        id: The id of the document.
        title: Its title.
        published: When it was published; None means undated.
        publisher: Who published it, or empty.
        added: When it came into the library: ISO 8601 in UTC, to the second.
        words: The words of its paragraphs.
        actors: How many actors a reader is shown.
        positions: How many positions a reader is shown.
        questions: How many questions are open.
        is_read: Whether the reader has read it.
        is_starred: Whether the reader has given it a star.
        tags: The reader's tags, in the order in which they were added.
        notes: How many notes the reader has written on it.
        is_removed: Whether the reader has taken it out of the library.
    """

    id: str
    title: str
    published: Published | None
    publisher: str
    added: str
    words: int
    actors: int
    positions: int
    questions: int
    is_read: bool = False
    is_starred: bool = False
    tags: tuple[str, ...] = ()
    notes: int = 0
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class Stored:
    """A briefing as the library keeps it, with the document it was made from.

    Attributes:
        entry: Its row of the list.
        document: The document.
        briefing: What the reader sees: what was found, with rules and corrections applied.
        unfitting: The corrections that do not fit what was found, each with the reason.
        uncorrected: What was found, if that is not what the reader sees; else None.
    """

    entry: Entry
    document: Document
    briefing: Briefing
    unfitting: tuple[Unfitting, ...] = ()
    uncorrected: Briefing | None = None

    @property
    def found(self) -> Briefing:
        """What the machine found."""
        return self.uncorrected or self.briefing

    @classmethod
    def unkept(cls, document: Document, briefing: Briefing, added: str = "") -> Stored:
        """A briefing that no library keeps, as one would; `added` is when, if that matters."""
        entry = Entry(
            id=document.id,
            title=document.title,
            published=document.published,
            publisher=document.origin.publisher,
            added=added,
            words=document.word_count,
            actors=len(briefing.listed_actors),
            positions=len(briefing.stands),
            questions=len(briefing.questions),
        )
        return cls(entry, document, briefing)


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Another document of the library that tells much the same in the same words.

    Attributes:
        entry: The other document.
        share: How many words of the document that was asked about stand in the other, 0 to 1.
        other_share: How many words of the other stand in the one that was asked about, 0 to 1.
    """

    entry: Entry
    share: float
    other_share: float


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an addition.

    Attributes:
        entry: The row of the list that stands for the document now.
        is_new: False if the same text was there already; then nothing was changed.
        duplicates: Earlier documents that are much the same, the most alike first.
        is_back: Whether it had been removed, and has come back.
    """

    entry: Entry
    is_new: bool
    duplicates: tuple[Duplicate, ...] = ()
    is_back: bool = False


@dataclass(frozen=True, slots=True)
class KnownActor:
    """One actor over the whole library.

    Attributes:
        key: Unique in the library and the same every time: "person:mira okafor".
        name: The name that most briefings give.
        type: The type that most briefings give.
        aliases: The other names, the most common first.
        roles: What the texts say it is, the most common first.
        state: The state it belongs to, or empty.
        mentions: How often all the texts mention it.
        briefings: In how many briefings it appears.
        home: The id of the document that mentions it most.
    """

    key: str
    name: str
    type: ActorType
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    state: str
    mentions: int
    briefings: int
    home: str


def moment() -> str:
    """This moment, as `Entry.added` gives it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
