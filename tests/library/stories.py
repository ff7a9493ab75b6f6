"""A small library of our own making, for tests of what is found in it."""

from __future__ import annotations

from briefings.briefing import (
    Actor,
    ActorType,
    Briefing,
    Directness,
    Mention,
    MentionKind,
    Position,
    Question,
    QuestionKind,
    Role,
    Stance,
    Strength,
)
from briefings.document import Document, Origin, Precision, Published, Span
from briefings.library import Library

PORT = """\
Orland will not give up its port

Foreign Minister Petra Lindqvist said on Monday that Orland would not lease the port of Halden. \
Maravia’s envoy demanded free passage for its fishing boats.

It is unclear whether the talks in Łódź will go on."""

GRAIN = """\
Grain ships wait off Halden

Maravia backs a monitored ceasefire at sea. Joan Clinton of the Harbour Union denied that the \
boats carried weapons."""

MOUNTAIN = """\
Snow closes the pass

Clinton promised new ploughs."""


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def sentences(text: str) -> tuple[Span, ...]:
    found = []
    for paragraph in text.split("\n\n"):
        for sentence in paragraph.replace(". ", ".\n").split("\n"):
            found.append(span(text, sentence))
    return tuple(found)


def document(text: str, publisher: str, date: str) -> Document:
    title = text.partition("\n")[0]
    return Document.of(
        text,
        title=title,
        title_span=Span(0, len(title)),
        paragraphs=tuple(span(text, paragraph) for paragraph in text.split("\n\n")),
        origin=Origin(publisher=publisher),
        published=Published(date, list(Precision)[2 - date.count("-")]) if date else None,
    )


def actor(
    identity: str, name: str, text: str, type: ActorType = ActorType.PERSON, role: str = ""
) -> Actor:
    places = [at for at in range(len(text)) if text.startswith(name, at)]
    mentions = tuple(Mention(Span(at, at + len(name)), MentionKind.NAMED) for at in places)
    roles = (Role(role, span(text, role)),) if role else ()
    return Actor(identity, name, type, mentions, roles=roles)


def position(
    identity: str,
    holder: str,
    stance: Stance,
    text: str,
    cue: str,
    content: str,
    topic: str,
    strength: Strength = Strength.FIRM,
) -> Position:
    where = span(text, content)
    return Position(
        id=identity,
        holders=(holder,),
        sources=(holder,),
        stance=stance,
        strength=strength,
        directness=Directness.INDIRECT,
        source=(),
        cue=(span(text, cue),),
        content=(where,),
        sentence=next(one for one in sentences(text) if one.contains(where)),
        topic=topic,
    )


STATE = ActorType.STATE
PORT_DOCUMENT = document(PORT, "Harbour News", "2031-03-09")
PORT_BRIEFING = Briefing(
    PORT_DOCUMENT.id,
    "1 test",
    sentences(PORT),
    (
        actor("a1", "Orland", PORT, STATE),
        actor("a2", "Petra Lindqvist", PORT, role="Foreign Minister"),
        actor("a3", "Maravia", PORT, STATE),
    ),
    (
        position(
            "p1", "a1", Stance.REFUSES, PORT, "would not", "lease the port of Halden", "port"
        ),
        position(
            "p2", "a3", Stance.DEMANDS, PORT, "demanded", "free passage for its fishing boats",
            "fishing boats", Strength.CONDITIONAL,
        ),
    ),
    (
        Question(
            "q1", QuestionKind.UNKNOWN, sentences(PORT)[-1], span(PORT, "unclear"),
            "Will the talks in Łódź go on?", ("a1",), "talks",
        ),
    ),
)  # fmt: skip

GRAIN_DOCUMENT = document(GRAIN, "The Courier", "2031-04")
GRAIN_BRIEFING = Briefing(
    GRAIN_DOCUMENT.id,
    "1 test",
    sentences(GRAIN),
    (
        actor("a1", "Maravia", GRAIN, STATE),
        actor("a2", "Joan Clinton", GRAIN),
        actor("a3", "Harbour Union", GRAIN, ActorType.ORGANIZATION),
    ),
    (
        position(
            "p1", "a1", Stance.SUPPORTS, GRAIN, "backs", "a monitored ceasefire at sea", "ceasefire"
        ),
        position(
            "p2", "a2", Stance.DENIES, GRAIN, "denied", "the boats carried weapons", "weapons"
        ),
    ),
)

MOUNTAIN_DOCUMENT = document(MOUNTAIN, "", "")
MOUNTAIN_BRIEFING = Briefing(
    MOUNTAIN_DOCUMENT.id,
    "1 test",
    sentences(MOUNTAIN),
    (actor("a1", "Clinton", MOUNTAIN),),
    (position("p1", "a1", Stance.COMMITS, MOUNTAIN, "promised", "new ploughs", "ploughs"),),
)

STORIES = (
    (PORT_DOCUMENT, PORT_BRIEFING),
    (GRAIN_DOCUMENT, GRAIN_BRIEFING),
    (MOUNTAIN_DOCUMENT, MOUNTAIN_BRIEFING),
)


def fill(library: Library) -> Library:
    for story in STORIES:
        library.add(*story)
    return library
