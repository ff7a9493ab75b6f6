"""A briefing as plain text for a pipe, a pager or an e-mail; the words are the article's.

A line that begins with ¶ and the number of a paragraph, or with "title:", is the sentence that
the lines above it come from. The questions are worded by us, and so is what the article does not
say; both are headed so.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefings.briefing import Position, Question, Strength
from briefings.commitments import Commitment, commitments, conditions
from briefings.document import Span
from briefings.events import Event, Quantity
from briefings.gaps import Gap, gaps
from tui.cli.context import SHOWN_DIGITS
from tui.cli.output import columns, line
from tui.cli.wording import content_of, names, paragraphs, promised, said, state_of, timed, told_by
from tui.panes.facts import counted, dated, described

if TYPE_CHECKING:
    from briefings.library import Stored

Blocks = Iterable[Iterable[str]]


def plain_text(stored: Stored, width: int) -> str:
    """The briefing as lines of at most `width` characters, as far as its words allow."""
    briefing = stored.briefing
    matters, missing = briefing.matters, gaps(stored.document, briefing)
    bound, others = commitments(briefing), conditions(briefing)
    parts = [
        *_head(stored, width),
        *_section("Actors", len(briefing.listed_actors)),
        *_actors(stored),
        *_section("Positions", len(briefing.stands)),
        *_spaced(_position(stored, position, width) for position in briefing.stands),
        *_section("Open questions, in our words", len(briefing.questions)),
        *_spaced(_matter(stored, lead, rest, width) for lead, rest in matters),
    ]
    more: list[tuple[str, int, Blocks]] = [
        (
            "Commitments and conditions",
            len(bound) + len(others),
            [
                *(_commitment(stored, commitment, width) for commitment in bound),
                *(_condition(stored, position, width) for position in others),
            ],
        ),
        (
            "Events",
            len(briefing.events),
            [_event(stored, event, width) for event in briefing.events],
        ),
        (
            "Numbers",
            len(briefing.quantities),
            [_quantity(stored, quantity, width) for quantity in briefing.quantities],
        ),
        ("Places", len(briefing.places), [_places(stored)]),
        (
            "What the article does not say, inferred by us",
            len(missing),
            [_gap(stored, gap, width) for gap in missing],
        ),
    ]
    for heading, number, blocks in more:
        if number:
            parts += [*_section(heading, number), *_spaced(blocks)]
    return "".join(f"{text}\n" for text in parts)


def _head(stored: Stored, width: int) -> Iterator[str]:
    document = stored.document
    facts = (
        dated(document),
        document.origin.publisher,
        document.origin.author,
        counted(stored.entry.words, "word"),
        document.id[:SHOWN_DIGITS],
    )
    yield from _wrapped(document.title, width, "")
    yield from _wrapped(" · ".join(fact for fact in facts if fact), width, "")


def _section(heading: str, number: int) -> Iterator[str]:
    yield ""
    yield f"{heading} ({number:,})"
    yield ""


def _spaced(blocks: Blocks) -> Iterator[str]:
    """Blocks with a blank line between them."""
    for number, block in enumerate(blocks):
        if number:
            yield ""
        yield from block


def _actors(stored: Stored) -> list[str]:
    rows = [
        ("", actor.name, counted(len(actor.mentions), "mention"), described(actor))
        for actor in stored.briefing.listed_actors
    ]
    return columns(rows).splitlines() if rows else []


def _position(stored: Stored, position: Position, width: int) -> Iterator[str]:
    source = told_by(stored, position.sources, position.holders)
    remarks = [
        position.strength if position.strength is not Strength.FIRM else "",
        f"as told by {source}" if source else "",
        f"for {names(stored, position.on_behalf_of)}" if position.on_behalf_of else "",
    ]
    sign = f"{position.stance.family.sign} {position.stance:<10}"
    yield from _wrapped(_remarked(names(stored, position.holders), remarks), width, f"  {sign} ")
    yield from _wrapped(said(stored, *content_of(position)), width, "    ")
    yield from _evidence(stored, position.sentence, width)


def _remarked(text: str, remarks: Iterable[str]) -> str:
    remark = ", ".join(remark for remark in remarks if remark)
    return f"{text} ({remark})" if remark else text


def _matter(
    stored: Stored, lead: Question, others: Iterable[Question], width: int
) -> Iterator[str]:
    """The clearest statement of a question, and the others on the same matter below it."""
    yield from _question(stored, lead, width, f"  ? {lead.kind:<10} ")
    for other in others:
        yield from _question(stored, other, width, f"    also {other.kind}: ")


def _question(stored: Stored, question: Question, width: int, mark: str) -> Iterator[str]:
    who = names(stored, question.resolvers)
    text = f"{question.text} ({who} can settle it)" if who else question.text
    yield from _wrapped(text, width, mark)
    yield from _evidence(stored, question.sentence, width)


def _commitment(stored: Stored, commitment: Commitment, width: int) -> Iterator[str]:
    source = told_by(stored, commitment.sources, commitment.bearers)
    remarks = [
        commitment.strength if commitment.strength is not Strength.FIRM else "",
        f"as told by {source}" if source else "",
    ]
    verb = "− rules out " if commitment.is_refusal else "+ promises  "
    yield from _wrapped(_remarked(names(stored, commitment.bearers), remarks), width, f"  {verb} ")
    yield from _wrapped(promised(stored, commitment), width, "    ")
    if commitment.beneficiaries:
        yield from _wrapped(names(stored, commitment.beneficiaries), width, "    towards: ")
    if commitment.condition:
        yield from _wrapped(said(stored, commitment.condition), width, "    condition: ")
    if commitment.due:
        yield from _wrapped(timed(stored, commitment.due), width, "    due: ")
    yield from _evidence(stored, commitment.sentence, width)


def _condition(stored: Stored, position: Position, width: int) -> Iterator[str]:
    holders = _remarked(names(stored, position.holders), [position.stance])
    yield from _wrapped(holders, width, "  ? condition  ")
    if position.condition:
        yield from _wrapped(said(stored, position.condition), width, "    ")
    yield from _evidence(stored, position.sentence, width)


def _event(stored: Stored, event: Event, width: int) -> Iterator[str]:
    yield from _wrapped(said(stored, event.span), width, f"  · {event.status:<12} ")
    facts = [
        f"who: {names(stored, event.actors)}" if event.actors else "",
        f"where: {said(stored, event.place)}" if event.place else "",
        f"when: {timed(stored, event.time)}" if event.time else "",
    ]
    yield from _wrapped("; ".join(fact for fact in facts if fact), width, "    ")
    yield from _evidence(stored, event.sentence, width)


def _quantity(stored: Stored, quantity: Quantity, width: int) -> Iterator[str]:
    yield from _wrapped(said(stored, quantity.span), width, "  ")
    yield from _evidence(stored, quantity.sentence, width)


def _places(stored: Stored) -> list[str]:
    rows = []
    for place in stored.briefing.places:
        where = (
            f"¶{number}" if number else "title" for number in paragraphs(stored, place.mentions)
        )
        rows.append(
            (
                "",
                place.name,
                state_of(place),
                counted(len(place.mentions), "mention"),
                " ".join(where),
            )
        )
    return columns(rows).splitlines()


def _gap(stored: Stored, gap: Gap, width: int) -> Iterator[str]:
    yield from _wrapped(gap.text, width, "  ")
    for sentence in gap.evidence:
        yield from _evidence(stored, sentence, width)


def _evidence(stored: Stored, sentence: Span, width: int) -> list[str]:
    number = stored.document.paragraph_number(sentence.start)
    mark = f"¶{number} " if number else "title: "
    return _wrapped(sentence.of(stored.document.text), width, f"    {mark}", indent=4)


def _wrapped(text: str, width: int, first: str, indent: int | None = None) -> list[str]:
    """`text` in lines, the first behind `first`, the others indented as far or by `indent`."""
    return textwrap.wrap(
        line(text),
        width,
        initial_indent=first,
        subsequent_indent=" " * (len(first) if indent is None else indent),
        break_long_words=False,
        break_on_hyphens=False,
    )
