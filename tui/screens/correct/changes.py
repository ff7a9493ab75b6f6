"""What a change makes of a briefing, item by item: before and after, for a preview."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefings.briefing import Actor, Polarity, Position, Question
from tui.panes.facts import TYPE_NAMES, counted
from tui.panes.opened import Opened
from tui.panes.positions import content_spans
from tui.widgets.rows import Line, Piece, Pieces

ARROW = "→"
GONE, NEW = "×", "+"
MOST_ITEMS = 12
"""Further items that change are counted."""

NAME_CELLS = 10


@dataclass(frozen=True, slots=True)
class Altered:
    """An item that a change alters.

    Attributes:
        words: What it is called.
        sign: What becomes of it: gone, new, or empty.
        parts: What is altered of it: the name of the part, before, and after.
    """

    words: str
    sign: str
    parts: tuple[tuple[str, str, str], ...] = ()


def altered_lines(before: Opened, after: Opened) -> list[Line]:
    """The items that differ between two briefings of one document, as lines."""
    found = list(altered(before, after))
    lines = [line for one in found[:MOST_ITEMS] for line in _lines(one)]
    if len(found) > MOST_ITEMS:
        more = f"and {counted(len(found) - MOST_ITEMS, 'item')} more"
        lines.append(Line((Piece(more, "muted"),)))
    return lines


def altered(before: Opened, after: Opened) -> Iterator[Altered]:
    """The items that differ between two briefings of one document."""
    yield from _altered_actors(before, after)
    old, new = before.positions, after.positions
    for identity in dict.fromkeys((*old, *new)):
        words = _position(after, new[identity]) if identity in new else ""
        words = _position(before, old[identity]) if identity in old else words
        yield from _differing(
            words,
            _position_parts(before, old[identity]) if identity in old else None,
            _position_parts(after, new[identity]) if identity in new else None,
        )
    asked, asks = before.questions, after.questions
    for identity in dict.fromkeys((*asked, *asks)):
        question = asked.get(identity) or asks[identity]
        yield from _differing(
            question.text,
            _question_parts(before, asked[identity]) if identity in asked else None,
            _question_parts(after, asks[identity]) if identity in asks else None,
        )


def _altered_actors(before: Opened, after: Opened) -> Iterator[Altered]:
    for identity in dict.fromkeys((*before.actors, *after.actors)):
        old, new = before.actors.get(identity), after.actors.get(identity)
        known = old or new
        if known is None or old == new:
            continue
        yield from _differing(
            known.name,
            _actor_parts(old) if old else None,
            _actor_parts(new) if new else None,
        )


def _differing(
    words: str, before: dict[str, str] | None, after: dict[str, str] | None
) -> Iterator[Altered]:
    if before is None or after is None:
        sign = NEW if before is None else GONE
        yield Altered(words, sign)
        return
    parts = [(name, before[name], after[name]) for name in before if before[name] != after[name]]
    if parts:
        yield Altered(words, "", tuple(parts))


def _actor_parts(actor: Actor) -> dict[str, str]:
    return {
        "name": actor.name,
        "type": TYPE_NAMES[actor.type],
        "state": actor.state or "none",
        "mentions": f"{len(actor.mentions):,}",
        "also": ", ".join(actor.aliases) or "none",
        "role": "; ".join(role.label for role in actor.roles) or "none",
    }


def _position_parts(opened: Opened, position: Position) -> dict[str, str]:
    is_negative = position.polarity is Polarity.NEGATIVE
    return {
        "holder": _names(opened, position.holders),
        "stance": f"{position.stance.family.sign} {position.stance}",
        "strength": position.strength,
        "polarity": "negative" if is_negative else "positive",
        "topic": position.topic or "none",
        "at": _names(opened, position.targets),
        "told by": _names(opened, position.sources),
        "condition": opened.words(position.condition) if position.condition else "none",
    }


def _question_parts(opened: Opened, question: Question) -> dict[str, str]:
    return {
        "wording": question.text,
        "kind": question.kind,
        "settled by": _names(opened, question.resolvers),
        "topic": question.topic or "none",
    }


def _position(opened: Opened, position: Position) -> str:
    words = opened.words(*content_spans(opened, position))
    sign = position.stance.family.sign
    return f"{sign} {position.stance}  {_names(opened, position.holders)}: {words}"


def _names(opened: Opened, identities: Iterable[str]) -> str:
    return ", ".join(opened.names(identities)) or "nobody"


def _lines(one: Altered) -> Sequence[Line]:
    marks = {GONE: ("goes", "error"), NEW: ("is new", "accent")}
    word, look = marks.get(one.sign, ("", "muted"))
    left: Pieces = (Piece(f"{one.sign or '·'} ", look), Piece(one.words, "text"))
    right = (Piece(word, look),) if word else ()
    return [
        Line(left, right=right),
        *(_part(name, before, after) for name, before, after in one.parts),
    ]


def _part(name: str, before: str, after: str) -> Line:
    return Line(
        (
            Piece(f"{name:<{NAME_CELLS}} ", "muted"),
            Piece(before, "muted"),
            Piece(f" {ARROW} ", "accent"),
            Piece(after, "strong"),
        ),
        indent=2,
        hanging=NAME_CELLS + 1,
        most=3,
    )
