"""Words of a briefing for the command line: names, places in the text, times and counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefings.briefing import Position, Stance, Strength
from briefings.commitments import Commitment
from briefings.document import Span
from briefings.events import Place, Time, TimeKind
from briefings.export.wording import without
from tui.cli.output import line

if TYPE_CHECKING:
    from briefings.library import Stored


def said(stored: Stored, *spans: Span) -> str:
    """The article's words on one line, with nothing in them that acts."""
    return " … ".join(line(span.of(stored.document.text)) for span in spans)


def names(stored: Stored, identities: Iterable[str]) -> str:
    """The names of actors, in the order asked for."""
    known = {actor.id: actor.name for actor in stored.briefing.actors}
    return line(", ".join(known[identity] for identity in identities if identity in known))


def told_by(stored: Stored, sources: Iterable[str], holders: Iterable[str]) -> str:
    """Who is reported to have said it, if it is not the holders themselves."""
    own = set(holders)
    return names(stored, (one for one in sources if one not in own))


def strength_of(position: Position) -> str:
    """How firm a position is, unless it goes without saying."""
    goes_without = position.strength is Strength.FIRM or (
        position.stance is Stance.CONDITIONS and position.strength is Strength.CONDITIONAL
    )
    return "" if goes_without else position.strength.value


def content_of(position: Position) -> tuple[Span, ...]:
    """What a position is about, with a condition that stands outside of it."""
    condition = position.condition
    if condition is None or any(span.contains(condition) for span in position.content):
        return position.content
    return (*position.content, condition)


def timed(stored: Stored, time: Time) -> str:
    """A time as the text says it, with its date if that is known: "on Monday (2031-03-03)"."""
    is_dated = time.value and time.kind in {TimeKind.DATE, TimeKind.TIME}
    words = said(stored, time.span)
    return f"{words} ({line(time.value)})" if is_dated else words


def promised(stored: Stored, commitment: Commitment) -> str:
    """What a commitment is about, without its condition, which stands apart."""
    spans = without(stored, commitment.content, commitment.condition)
    pieces = (said(stored, span).strip(" ,;") for span in spans)
    return " … ".join(piece for piece in pieces if piece)


def state_of(place: Place) -> str:
    """The state that a place lies in; empty if it is one itself."""
    return "" if place.state.casefold() == place.name.casefold() else line(place.state)


def paragraphs(stored: Stored, spans: Iterable[Span]) -> list[int]:
    """The numbers of the paragraphs that these spans stand in, each once; the title is 0."""
    found = (stored.document.paragraph_number(span.start) or 0 for span in spans)
    return list(dict.fromkeys(found))
