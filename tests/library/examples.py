"""Small documents and briefings of our own making."""

from __future__ import annotations

from briefings.briefing import Actor, ActorType, Briefing, Mention, MentionKind, Role
from briefings.document import Document, Origin, Precision, Published, Span

NOWHERE = Span(0, 0)


def article(text: str, *, title: str = "A headline", publisher: str = "") -> Document:
    return Document.of(
        text,
        title=title,
        paragraphs=(Span(0, len(text)),),
        origin=Origin(publisher=publisher),
        published=Published("2031-04", Precision.MONTH),
    )


def empty_briefing(document: Document) -> Briefing:
    return Briefing(document_id=document.id, analysis="1 test")


def actor(
    name: str,
    type: ActorType = ActorType.PERSON,
    *,
    mentions: int = 1,
    aliases: tuple[str, ...] = (),
    role: str = "",
    state: str = "",
) -> Actor:
    return Actor(
        id=f"a-{name}",
        name=name,
        type=type,
        mentions=(Mention(NOWHERE, MentionKind.NAMED),) * mentions,
        aliases=aliases,
        roles=(Role(role, NOWHERE, state=state),) if role else (),
        state=state,
    )


def briefing_of(document: Document, *actors: Actor) -> Briefing:
    return Briefing(document_id=document.id, analysis="1 test", actors=actors)
