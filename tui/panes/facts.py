"""Small facts in words: counts, dates, what kind of actor it is."""

from __future__ import annotations

from briefings.briefing import Actor, ActorType
from briefings.document import Document
from briefings.errors import BriefingError

TYPE_NAMES = {
    ActorType.PERSON: "person",
    ActorType.STATE: "state",
    ActorType.GOVERNMENT: "government",
    ActorType.INTERNATIONAL_ORGANIZATION: "international organisation",
    ActorType.PARTY: "party",
    ActorType.COMPANY: "company",
    ActorType.ORGANIZATION: "organisation",
    ActorType.ARMED_FORCE: "armed force",
    ActorType.MEDIA: "media",
    ActorType.GROUP: "group",
    ActorType.PLACE: "place",
}


def counted(number: int, thing: str) -> str:
    """`1 actor`, `17 actors`, `10,412 words`."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def told(error: BriefingError) -> str:
    """What an error says, as a sentence of its own."""
    sentence = str(error)
    return sentence[:1].upper() + sentence[1:]


def dated(document: Document) -> str:
    """The date as its source gives it; an undated document is called so."""
    return document.published.date if document.published else "undated"


def described(actor: Actor) -> str:
    """What an actor is: role or type, state or organisation, and other names in the text."""
    kind, place = TYPE_NAMES[actor.type], actor.state
    if actor.roles:
        role = next((role for role in actor.roles if role.state or role.organization), None)
        role = role or actor.roles[0]
        kind, place = role.title or kind, role.organization or role.state or place
    known = actor.name.casefold()
    place = "" if place.casefold() == known else place
    others = [name for name in actor.aliases if name.casefold() not in known]
    also = f"also {', '.join(others)}" if others and not place else ""
    return " · ".join(part for part in (kind, place, also) if part)


def is_plural(actor: Actor) -> bool:
    """Whether one says "they oppose" of an actor: of some officials, not of a coalition.

    The head of such a name ends in the plural's s: "officials of the ministry".
    """
    head = actor.name.split(" of ")[0].casefold()
    is_many = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    return actor.type in (ActorType.GROUP, ActorType.ARMED_FORCE) and is_many
