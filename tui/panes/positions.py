"""Pane 2: who takes which stand, under which condition, in the article's words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual.reactive import var

from briefings.briefing import Family, Position, Stance, Strength
from briefings.document import Span
from tui.panes.evidence import people
from tui.panes.facts import told
from tui.panes.looks import FindingList, note, waiting
from tui.panes.marked import marked
from tui.panes.only import ALL, Only
from tui.panes.opened import Opened
from tui.panes.signs import CONDITION, TENTATIVE, TOLD_BY_WHOM
from tui.widgets.rows import Line, Piece, Row

STANCE_CELLS = 10
LOOSE = " ,;:–—\n"
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
    """Positions under one heading; an empty heading is not shown.

    Attributes:
        heading: What they have in common.
        positions: The positions in the order of the text.
        tells_topic: Whether each of them says its topic, because the heading does not.
    """

    heading: str
    positions: tuple[Position, ...]
    tells_topic: bool = True


def position_rows(
    opened: Opened, order: Order = Order.TOPIC, narrowed: str = "", only: Only = ALL
) -> list[Row]:
    """Headings and positions; with `narrowed`, those that this actor takes, reports or shares."""
    positions = [
        position
        for position in opened.stands
        if (not narrowed or narrowed in people(position)) and only.has_position(position)
    ]
    rows: list[Row] = []
    for group in groups(opened, positions, order):
        if rows:
            rows.append(Row("", (Line((Piece(" "),)),)))
        if group.heading:
            rows.append(heading_row(group))
        rows += [
            marked(opened, position_row(opened, position, tells_topic=group.tells_topic))
            for position in group.positions
        ]
    return rows


def groups(opened: Opened, positions: Sequence[Position], order: Order) -> list[Group]:
    """The positions in one of the orders; inside a group in the order of the text."""
    if order is Order.TEXT:
        return [Group("", tuple(positions))] if positions else []
    if order is Order.TOPIC:
        return _by_topic(positions)
    keys: dict[Order, Callable[[Position], str]] = {
        Order.ACTOR: lambda p: ", ".join(opened.names(p.holders)),
        Order.STANCE: lambda p: f"{p.stance.family.sign} {p.stance}",
    }
    salience = {identity: rank for rank, identity in enumerate(opened.actors)}
    families, stances = list(Family), list(Stance)

    def rank(members: list[Position]) -> tuple[int, int]:
        first = members[0]
        if order is Order.ACTOR:
            return (salience.get(first.holders[0], 0), len(first.holders))
        return (families.index(first.stance.family), stances.index(first.stance))

    found = _gathered(positions, keys[order])
    ordered = sorted(found.items(), key=lambda item: rank(item[1]))
    return [Group(heading, tuple(members)) for heading, members in ordered]


def _by_topic(positions: Sequence[Position]) -> list[Group]:
    """Topics with several positions, the largest first; all others together, so that headings do
    not outnumber what stands below them."""
    found = _gathered(positions, lambda position: position.topic)
    shared = {topic for topic, members in found.items() if topic and len(members) > 1}
    ordered = sorted((topic for topic in found if topic in shared), key=lambda t: -len(found[t]))
    known = [Group(topic, tuple(found[topic]), tells_topic=False) for topic in ordered]
    others = tuple(position for position in positions if position.topic not in shared)
    if others:
        known.append(Group("other topics" if known else "", others))
    return known


def _gathered(
    positions: Iterable[Position], key: Callable[[Position], str]
) -> dict[str, list[Position]]:
    found: dict[str, list[Position]] = {}
    for position in positions:
        found.setdefault(key(position), []).append(position)
    return found


def heading_row(group: Group) -> Row:
    """The heading of a group, with a rule and how many positions it holds."""
    count = Piece(f"{len(group.positions):,}", "muted")
    return Row("", (Line((Piece(group.heading, "heading"),), right=(count,), fill="─"),))


def position_row(opened: Opened, position: Position, *, tells_topic: bool = False) -> Row:
    """Sign and stance, who, by whose report; what; under which condition."""
    family = position.stance.family
    is_tentative = position.strength is Strength.TENTATIVE
    stance = f"{position.stance} {TENTATIVE}" if is_tentative else str(position.stance)
    asides = [position.topic if tells_topic else "", "tentative" if is_tentative else ""]
    first = Line(
        (
            Piece(f"{family.sign} {stance:<{STANCE_CELLS}} ", family.value),
            Piece(held_by(opened, position), "strong"),
            Piece(told_by(opened, position), "muted"),
        ),
        right=(Piece(opened.place(position.sentence.start), "muted"),),
        extra=tuple(Piece(f"  {aside}  ", "muted") for aside in asides if aside),
        hanging=STANCE_CELLS + 3,
        most=2,
    )
    words = opened.words(*content_spans(opened, position))
    content = Line((Piece(words, "content"),), indent=2, most=MOST_CONTENT_LINES)
    if position.condition is None:
        return Row(position.id, (first, content))
    condition = opened.words(position.condition)
    last = Line(
        (Piece(f"{CONDITION} {condition}", "condition"),),
        indent=2,
        hanging=2,
        most=MOST_CONDITION_LINES,
    )
    # Where the condition is all that is demanded, once is enough.
    return Row(position.id, (first, last) if words == condition else (first, content, last))


def held_by(opened: Opened, position: Position) -> str:
    """The full name of one holder, the short names of several."""
    holders = position.holders
    return ", ".join(opened.names(holders) if len(holders) == 1 else opened.short_names(holders))


def told_by(opened: Opened, position: Position) -> str:
    """`← Ruiz` if the stance is second-hand, `for Oslo` if somebody is spoken for."""
    parts = []
    if position.on_behalf_of:
        parts.append(f"  for {', '.join(opened.short_names(position.on_behalf_of))}")
    if position.sources and not set(position.sources) & set(position.holders):
        parts.append(f"{TOLD_BY_WHOM}{', '.join(opened.short_names(position.sources))}")
    return "".join(parts)


def content_spans(opened: Opened, position: Position) -> list[Span]:
    """The content without its condition, which has a line of its own; the cue if there is none."""
    text = opened.document.text
    parts = [part for span in position.content for part in _without(span, position.condition)]
    spans = [trimmed for part in parts if (trimmed := _trimmed(part, text))]
    return spans or list(position.content or position.cue or (position.sentence,))


def _without(span: Span, hole: Span | None) -> list[Span]:
    if hole is None or not span.overlap(hole):
        return [span]
    return [Span(span.start, max(span.start, hole.start)), Span(min(span.end, hole.end), span.end)]


def _trimmed(span: Span, text: str) -> Span:
    """The span without the commas and spaces that a condition taken out of it leaves behind."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(LOOSE))
    return Span(start, max(start, span.start + len(words.rstrip(LOOSE))))


class PositionsPane(FindingList):
    """The positions in one of four orders."""

    BORDER_TITLE: ClassVar[str] = "2 Positions"

    opened: var[Opened | None] = var(None)
    narrowed: var[str] = var("")
    only: var[Only] = var(ALL)
    order: var[Order] = var(Order.TOPIC)

    def watch_opened(self) -> None:
        """Show who stands where."""
        self._show()

    def watch_narrowed(self) -> None:
        """Show only what concerns one actor, or everything again."""
        self._show()

    def watch_only(self) -> None:
        """Show only some topic or stance, or everything again."""
        self._show()

    def watch_order(self) -> None:
        """Show the same positions in another order."""
        self._show()

    def _show(self) -> None:
        opened = self.opened
        rows = position_rows(opened, self.order, self.narrowed, self.only) if opened else []
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
                told(opened.failure),
                "The text itself is in pane 4.",
                look="error",
            )
        if opened and opened.is_being_read:
            return note(
                "Reading the article …",
                "Actors, positions and open questions appear here in a moment. "
                "The text can be read in pane 4 already.",
            )
        if opened and opened.stands and (self.narrowed or self.only):
            words = (*opened.names([self.narrowed]), *self.only.words)
            return note(f"No position of {' · '.join(words)}", "esc shows all positions again.")
        return waiting(opened, NO_POSITIONS)
