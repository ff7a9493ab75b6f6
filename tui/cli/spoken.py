"""A briefing for a screen reader: headings and sentences, one item a line, no signs, no columns.

What a sign or the arrangement tells the eye is a word here: "opposes", "Question, undecided". Each
line ends in the sentence that it comes from, behind the number of its paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefings.briefing import Actor, Position, Question, Stance, Strength
from briefings.commitments import Commitment, commitments, conditions
from briefings.document import Span
from briefings.events import Event, Place, Quantity
from briefings.gaps import Gap, gaps
from tui.cli.context import SHOWN_DIGITS
from tui.cli.output import line
from tui.cli.wording import (
    content_of,
    names,
    paragraphs,
    promised,
    said,
    state_of,
    strength_of,
    timed,
    told_by,
)
from tui.panes.facts import counted, dated, described, is_plural

if TYPE_CHECKING:
    from briefings.library import Stored


def spoken_text(stored: Stored) -> str:
    """The briefing as lines that are read aloud well; they are as long as their words."""
    briefing = stored.briefing
    promises = [_commitment(stored, one) for one in commitments(briefing)]
    promises += [_condition(stored, one) for one in conditions(briefing)]
    sections = [
        ("Actors", [_actor(actor) for actor in briefing.listed_actors]),
        ("Positions", [_position(stored, one) for one in briefing.stands]),
        ("Open questions, in our words", list(_questions(stored))),
        ("Commitments and conditions", promises),
        ("Events", [_event(stored, event) for event in briefing.events]),
        ("Numbers", [_quantity(stored, one) for one in briefing.quantities]),
        ("Places", [_place(stored, place) for place in briefing.places]),
        (
            "What the article does not say, inferred by us",
            [_gap(stored, gap) for gap in gaps(stored.document, briefing)],
        ),
    ]
    lines = [*_head(stored)]
    for heading, items in sections:
        lines += ["", f"{heading}: {len(items):,}", *items]
    return "".join(f"{line(text)}\n" for text in lines)


def _head(stored: Stored) -> Iterator[str]:
    document = stored.document
    yield document.title
    yield _sentences(
        f"Published {dated(document)}" if document.published else "Undated",
        document.origin.publisher,
        document.origin.author,
        counted(stored.entry.words, "word"),
        f"Briefing {document.id[:SHOWN_DIGITS]}",
    )


def _sentences(*parts: str) -> str:
    """Parts as sentences: each ends in a full stop, unless it ends in a mark of its own."""
    said_parts = (line(part) for part in parts if part)
    return " ".join(part if part[-1:] in '.?!”’"' else f"{part}." for part in said_parts if part)


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _actor(actor: Actor) -> str:
    facts = described(actor).replace(" · ", ", ")
    return _sentences(_listed(actor.name, facts), counted(len(actor.mentions), "mention"))


def _position(stored: Stored, position: Position) -> str:
    source = told_by(stored, position.sources, position.holders)
    remarks = [
        strength_of(position),
        f"as told by {source}" if source else "",
        f"for {names(stored, position.on_behalf_of)}" if position.on_behalf_of else "",
    ]
    stand = _listed(_stand(stored, position), *remarks)
    content = _words(stored, content_of(position))
    return _sentences(f"{stand}: {content}", _evidence(stored, position.sentence))


def _stand(stored: Stored, position: Position) -> str:
    """Who takes which stance, as one says it: "Norrland opposes", "Some mayors oppose"."""
    verb = position.stance.value
    holders = [one for one in stored.briefing.actors if one.id in position.holders]
    if len(position.holders) > 1 or any(is_plural(one) for one in holders):
        verb = "deny" if position.stance is Stance.DENIES else verb.removesuffix("s")
    return f"{names(stored, position.holders)} {verb}"


def _questions(stored: Stored) -> Iterator[str]:
    for lead, others in stored.briefing.matters:
        yield _question(stored, lead, "Question")
        for other in others:
            yield _question(stored, other, "The same matter")


def _question(stored: Stored, question: Question, label: str) -> str:
    who = names(stored, question.resolvers)
    return _sentences(
        f"{label}, {question.kind.value}: {question.text}",
        f"To be settled by {who}" if who else "",
        _evidence(stored, question.sentence),
    )


def _commitment(stored: Stored, commitment: Commitment) -> str:
    source = told_by(stored, commitment.sources, commitment.bearers)
    remarks = [
        "" if commitment.strength is Strength.FIRM else commitment.strength.value,
        f"as told by {source}" if source else "",
    ]
    kind = "Ruled out" if commitment.is_refusal else "Promised"
    promise = _listed(f"{kind} by {names(stored, commitment.bearers)}", *remarks)
    return _sentences(
        f"{promise}: {promised(stored, commitment).replace(' … ', ', ')}",
        f"Towards {names(stored, commitment.beneficiaries)}" if commitment.beneficiaries else "",
        f"Condition: {said(stored, commitment.condition)}" if commitment.condition else "",
        f"Due: {timed(stored, commitment.due)}" if commitment.due else "",
        _evidence(stored, commitment.sentence),
    )


def _condition(stored: Stored, position: Position) -> str:
    condition = said(stored, position.condition) if position.condition else ""
    return _sentences(
        f"Condition, {_stand(stored, position)}: {condition}",
        _evidence(stored, position.sentence),
    )


def _event(stored: Stored, event: Event) -> str:
    return _sentences(
        f"Event, {event.status.value}: {said(stored, event.span)}",
        f"Who: {names(stored, event.actors)}" if event.actors else "",
        f"Where: {said(stored, event.place)}" if event.place else "",
        f"When: {timed(stored, event.time)}" if event.time else "",
        _evidence(stored, event.sentence),
    )


def _quantity(stored: Stored, quantity: Quantity) -> str:
    return _sentences(said(stored, quantity.span), _evidence(stored, quantity.sentence))


def _place(stored: Stored, place: Place) -> str:
    where = paragraphs(stored, place.mentions)
    numbers = [str(number) for number in where if number]
    word = "paragraph" if len(numbers) == 1 else "paragraphs"
    mentions = _listed(
        counted(len(place.mentions), "mention"),
        "title" if 0 in where else "",
        f"{word} {', '.join(numbers)}" if numbers else "",
    )
    return _sentences(_listed(place.name, state_of(place)), mentions)


def _gap(stored: Stored, gap: Gap) -> str:
    return _sentences(gap.text, *(_evidence(stored, sentence) for sentence in gap.evidence))


def _words(stored: Stored, spans: Iterable[Span]) -> str:
    """The article's words; what is left out between two pieces is said by a comma."""
    return ", ".join(said(stored, span) for span in spans)


def _evidence(stored: Stored, sentence: Span) -> str:
    number = stored.document.paragraph_number(sentence.start)
    where = f"Paragraph {number}" if number else "Title"
    return f"{where}: {said(stored, sentence)}"
