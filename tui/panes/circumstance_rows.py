"""The rows of commitments, events, numbers and places, in the words of the article, and of gaps.

What is missing is told in our words, and marked so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.briefing import Strength
from briefings.document import Span
from briefings.events import Event, EventStatus, Place, Quantity
from tui.panes.circumstances import COMMITMENT, GAP, numbered
from tui.panes.opened import Opened
from tui.panes.positions import content_spans
from tui.panes.signs import CONDITION, MISSING, TENTATIVE, TOLD_BY_WHOM
from tui.widgets.rows import Line, Piece, Pieces, Row

if TYPE_CHECKING:
    from briefings.commitments import Commitment
    from briefings.gaps import Gap

MOST_LINES = 3

STATUS_LOOKS = {
    EventStatus.PAST: "muted",
    EventStatus.ONGOING: "for",
    EventStatus.SCHEDULED: "salience",
    EventStatus.CONDITIONAL: "condition",
    EventStatus.HYPOTHETICAL: "open",
}


def commitment_rows(opened: Opened, narrowed: str = "") -> list[Row]:
    """Who promised or ruled out what, to whom, under which condition, by when."""
    shown = opened.concerning(narrowed, COMMITMENT)
    ids = (numbered(COMMITMENT, number) for number in range(len(opened.commitments)))
    return [
        commitment_row(opened, identity, commitment)
        for identity, commitment in zip(ids, opened.commitments, strict=True)
        if identity in shown
    ]


def commitment_row(opened: Opened, identity: str, commitment: Commitment) -> Row:
    """Sign and bearers, what, the condition, the date."""
    look = "against" if commitment.is_refusal else "for"
    sign = f"−{TENTATIVE}" if commitment.is_refusal else f"+{TENTATIVE}"
    sign = sign if commitment.strength is Strength.TENTATIVE else sign[0]
    others = [one for one in commitment.sources if one not in commitment.bearers]
    told = f"{TOLD_BY_WHOM}{', '.join(opened.short_names(others))}" if others else ""
    who = ", ".join(opened.short_names(commitment.bearers))
    position = opened.positions.get(commitment.position)
    content = content_spans(opened, position) if position else commitment.content
    lines = [
        Line(
            (Piece(f"{sign} ", look), Piece(who, "strong"), Piece(told, "muted")),
            right=(Piece(opened.place(commitment.sentence.start), "muted"),),
            hanging=2,
            most=2,
        ),
        Line((Piece(opened.words(*content), "content"),), indent=2, most=MOST_LINES),
    ]
    if commitment.condition:
        words = f"{CONDITION} {opened.words(commitment.condition)}"
        lines.append(Line((Piece(words, "condition"),), indent=2, hanging=2, most=2))
    if commitment.due:
        words = f"due {opened.words(commitment.due.span)}"
        lines.append(Line((Piece(words, "salience"),), indent=2))
    return Row(identity, tuple(lines))


def gap_rows(opened: Opened, narrowed: str = "") -> list[Row]:
    """What the article does not say."""
    shown = opened.concerning(narrowed, GAP)
    ids = (numbered(GAP, number) for number in range(len(opened.gaps)))
    return [
        gap_row(opened, identity, gap)
        for identity, gap in zip(ids, opened.gaps, strict=True)
        if identity in shown
    ]


def gap_row(opened: Opened, identity: str, gap: Gap) -> Row:
    """What is missing, and that nobody says so but this program."""
    where = opened.place(gap.evidence[0].start) if gap.evidence else "whole text"
    words = (Piece(f"{MISSING} ", "open"), Piece(gap.text, "text"))
    about = Line((Piece("inferred", "open"),), right=(Piece(where, "muted"),), indent=2)
    return Row(identity, (Line(words, hanging=2, most=4), about))


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
    before = opened.words(Span(span.start, amount.start)) if amount.start > span.start else ""
    after = opened.words(Span(amount.end, span.end)) if span.end > amount.end else ""
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
