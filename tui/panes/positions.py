"""Pane 2: who takes which stand, under which condition, in the article's words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual.reactive import reactive

from briefings.briefing import Family, Position, Stance, Strength
from briefings.document import Span
from tui.panes.evidence import people
from tui.panes.looks import TENTATIVE, FindingList, note, waiting
from tui.panes.opened import Opened
from tui.widgets.rows import Line, Piece, Row

STANCE_CELLS = 11
MOST_CONTENT_LINES = 3
MOST_CONDITION_LINES = 2

NO_POSITIONS = note(
    "No positions",
    "Nobody in this text is reported to commit to, support, oppose, demand or deny something.",
    "The whole text is in pane 4.",
)


class Order(StrEnum):
    """How the positions are ordered and grouped."""

    TOPIC = "topic"
    ACTOR = "actor"
    STANCE = "stance"
    TEXT = "text"

    @property
    def following(self) -> Order:
        """The next one in the cycle."""
        orders = list(Order)
        return orders[(orders.index(self) + 1) % len(orders)]


@dataclass(frozen=True, slots=True)
class Group:
    """Positions under one heading."""

    heading: str
    positions: tuple[Position, ...]


def position_rows(opened: Opened, order: Order = Order.TOPIC, narrowed: str = "") -> list[Row]:
    """Headings and positions; with `narrowed`, those that this actor takes, reports or shares."""
    positions = [p for p in opened.stands if not narrowed or narrowed in people(p)]
    if order is Order.TEXT:
        return [position_row(opened, position) for position in positions]
    rows: list[Row] = []
    for group in groups(opened, positions, order):
        if rows:
            rows.append(Row("", (Line((Piece(" "),)),)))
        rows.append(heading_row(group))
        rows += [position_row(opened, position) for position in group.positions]
    return rows


def groups(opened: Opened, positions: Iterable[Position], order: Order) -> list[Group]:
    """The positions by topic, holders or stance; inside a group in the order of the text."""
    keys: dict[Order, Callable[[Position], str]] = {
        Order.TOPIC: lambda p: p.topic,
        Order.ACTOR: lambda p: ", ".join(opened.names(p.holders)),
        Order.STANCE: lambda p: f"{p.stance.family.sign} {p.stance}",
    }
    found: dict[str, list[Position]] = {}
    for position in positions:
        found.setdefault(keys[order](position), []).append(position)
    ordered = sorted(found.items(), key=lambda item: _rank(opened, order, item[1]))
    return [Group(heading or "other", tuple(members)) for heading, members in ordered]


def _rank(opened: Opened, order: Order, members: list[Position]) -> tuple[int, ...]:
    """Large topics first and what has no topic last; salient actors first; stances by family."""
    first = members[0]
    if order is Order.TOPIC:
        return (not first.topic, -len(members))
    if order is Order.ACTOR:
        return (_salience_rank(opened, first.holders[0]), len(first.holders))
    return (list(Family).index(first.stance.family), list(Stance).index(first.stance))


def _salience_rank(opened: Opened, identity: str) -> int:
    return next((n for n, actor in enumerate(opened.actors) if actor == identity), 0)


def heading_row(group: Group) -> Row:
    """The heading of a group, with a rule and how many positions it holds."""
    count = Piece(f"{len(group.positions):,}", "muted")
    return Row("", (Line((Piece(group.heading, "heading"),), right=(count,), fill="─"),))


def position_row(opened: Opened, position: Position) -> Row:
    """Sign and stance, who, by whose report; what; under which condition."""
    family = position.stance.family.value
    is_tentative = position.strength is Strength.TENTATIVE
    stance = f"{position.stance} {TENTATIVE}" if is_tentative else str(position.stance)
    where = opened.paragraph(position.sentence.start)
    first = Line(
        (
            Piece(f"{position.stance.family.sign} {stance:<{STANCE_CELLS}}", family),
            Piece(", ".join(opened.names(position.holders)), "strong"),
            Piece(told_by(opened, position), "muted"),
        ),
        right=(Piece(f"tentative  {where}" if is_tentative else where, "muted"),),
    )
    content = Line(
        (Piece(opened.words(*content_spans(position)), "content"),),
        indent=2,
        most=MOST_CONTENT_LINES,
    )
    if position.condition is None:
        return Row(position.id, (first, content))
    condition = f"↳ {opened.words(position.condition)}"
    last = Line((Piece(condition, "condition"),), indent=2, hanging=2, most=MOST_CONDITION_LINES)
    return Row(position.id, (first, content, last))


def told_by(opened: Opened, position: Position) -> str:
    """`← Ruiz` if the stance is second-hand, `for Oslo` if somebody is spoken for."""
    parts = []
    if position.on_behalf_of:
        parts.append(f"  for {', '.join(opened.short_names(position.on_behalf_of))}")
    if position.sources and not set(position.sources) & set(position.holders):
        parts.append(f"  ← {', '.join(opened.short_names(position.sources))}")
    return "".join(parts)


def content_spans(position: Position) -> list[Span]:
    """The content without its condition, which has a line of its own; the cue if there is none."""
    spans = [part for span in position.content for part in _without(span, position.condition)]
    return spans or list(position.content or position.cue or (position.sentence,))


def _without(span: Span, hole: Span | None) -> list[Span]:
    if hole is None or not span.overlap(hole):
        return [span]
    parts = [Span(span.start, max(span.start, hole.start)), Span(min(span.end, hole.end), span.end)]
    return [part for part in parts if len(part) > 1]


class PositionsPane(FindingList):
    """The positions in one of four orders."""

    BORDER_TITLE: ClassVar[str] = "2 Positions"

    opened: reactive[Opened | None] = reactive(None)
    narrowed: reactive[str] = reactive("")
    order: reactive[Order] = reactive(Order.TOPIC)

    def watch_opened(self) -> None:
        """Show who stands where."""
        self._show()

    def watch_narrowed(self) -> None:
        """Show only what concerns one actor, or everything again."""
        self._show()

    def watch_order(self) -> None:
        """Show the same positions in another order."""
        self._show()

    def _show(self) -> None:
        opened = self.opened
        rows = position_rows(opened, self.order, self.narrowed) if opened else []
        self.note = self._note()
        shown, known = sum(not row.is_heading for row in rows), len(opened.stands if opened else ())
        count = f"{shown:,}" if shown == known else f"{shown:,} of {known:,}"
        self.border_subtitle = f"{count} · by {self.order}" if known else ""
        self.show_rows(rows)

    def _note(self) -> tuple[Line, ...]:
        opened = self.opened
        if opened and opened.failure:
            return note(
                "This article could not be analysed",
                f"{opened.failure}",
                "Press r to try again. The text itself is in pane 4.",
                look="error",
            )
        if opened and opened.is_being_read:
            return note(
                "Reading the article …",
                "Actors, positions and open questions appear here in a moment. "
                "The text can be read in pane 4 already.",
            )
        if opened and self.narrowed and opened.stands:
            name = ", ".join(opened.names([self.narrowed]))
            return note(f"No position of {name}", "esc shows all positions again.")
        return waiting(opened, NO_POSITIONS)
