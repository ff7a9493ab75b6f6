"""The rows of events, numbers and places, in the words of the article."""

from __future__ import annotations

from briefings.events import Event, EventStatus, Place, Quantity
from tui.panes.opened import Opened
from tui.widgets.rows import Line, Piece, Pieces, Row

MOST_LINES = 3

STATUS_LOOKS = {
    EventStatus.PAST: "muted",
    EventStatus.ONGOING: "for",
    EventStatus.SCHEDULED: "salience",
    EventStatus.CONDITIONAL: "condition",
    EventStatus.HYPOTHETICAL: "open",
}


def event_rows(opened: Opened, narrowed: str = "") -> list[Row]:
    """What happens, whether it has happened, when, where and who takes part."""
    shown = opened.concerning(narrowed)
    return [event_row(opened, event) for event in opened.briefing.events if event.id in shown]


def event_row(opened: Opened, event: Event) -> Row:
    """One event; one without a time is called undated."""
    told = (
        opened.words(event.time.span) if event.time else "undated",
        opened.words(event.place) if event.place else "",
        ", ".join(opened.short_names(event.actors)),
    )
    about = "".join(f" · {fact}" for fact in told if fact)
    return _row(
        opened,
        event.id,
        event.sentence.start,
        (Piece(opened.words(event.span), "text"),),
        (Piece(event.status, STATUS_LOOKS[event.status]), Piece(about, "muted")),
    )


def quantity_rows(opened: Opened, narrowed: str = "") -> list[Row]:
    """The numbers with what they count."""
    shown = opened.concerning(narrowed)
    numbers = opened.briefing.quantities
    return [quantity_row(opened, number) for number in numbers if number.id in shown]


def quantity_row(opened: Opened, quantity: Quantity) -> Row:
    """A number as the text writes it; below it the sentence, as far as there is room."""
    amount, span = quantity.amount, quantity.span
    before = opened.words(type(span)(span.start, amount.start)) if amount.start > span.start else ""
    after = opened.words(type(span)(amount.end, span.end)) if span.end > amount.end else ""
    words = (
        Piece(f"{before} " if before else "", "text"),
        Piece(opened.words(amount), "strong"),
        Piece(f" {after}" if after else "", "text"),
    )
    sentence = Piece(opened.words(quantity.sentence), "muted")
    return _row(opened, quantity.id, span.start, words, (sentence,))


def place_rows(opened: Opened, narrowed: str = "") -> list[Row]:
    """The places that the text names."""
    shown = opened.concerning(narrowed)
    return [place_row(place) for place in opened.briefing.places if place.id in shown]


def place_row(place: Place) -> Row:
    """A place, the state it lies in, and how often it is named."""
    state = "" if place.state == place.name else place.state
    about = " · ".join(fact for fact in (state, "also an actor" if place.actor else "") if fact)
    count = Piece(f"×{len(place.mentions):,}", "muted")
    first = Line((Piece(place.name, "strong"),), right=(count,))
    second = Line((Piece(about or "place", "muted"),), indent=2)
    return Row(place.id, (first, second))


def _row(opened: Opened, identity: str, offset: int, words: Pieces, about: Pieces) -> Row:
    where = (Piece(opened.place(offset), "muted"),)
    return Row(
        identity,
        (Line(words, hanging=2, most=MOST_LINES), Line(about, right=where, indent=2)),
    )
