"""The rows of the search: what was found, with the words lit that were looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from briefings.briefing import Family, Stance
from briefings.document import Published, Span
from briefings.search.found import Found, GroupKind, Lit
from tui.catalogue import Catalogue, Findable
from tui.panes.facts import counted
from tui.panes.signs import OPEN
from tui.screens.dialog import Choices, lit
from tui.screens.searching.answer import MORE, Answer, row_id
from tui.screens.searching.asking import Kept
from tui.screens.searching.steady import Steady
from tui.widgets.rows import Line, Piece, Pieces, Row

SAVED, RECENT = "saved:", "recent:"
"""What the ids of the rows of kept searches begin with."""

MOST_RECENT = 8
"""Recent searches that are offered before anything is typed."""


class Hits(Choices, Steady, can_focus=False):
    """The list of what was found, in the colours of the panes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"lines--{family.value}" for family in Family),
        "lines--open",
        "lines--content",
    }
    DEFAULT_CSS = """
    Hits {
        & > .lines--for { color: $family-for; }
        & > .lines--against { color: $family-against; }
        & > .lines--asks { color: $family-asks; }
        & > .lines--says { color: $family-says; }
        & > .lines--open { color: $family-asks; }
        & > .lines--content { color: $foreground 85%; }
    }
    """


def rows_of(answer: Answer, catalogue: Catalogue | None) -> Iterator[Row]:
    """The rows of an answer, a heading above each group, what is approximate at the end."""
    for group in answer.listed:
        yield heading(group.kind)
        yield from (row_of(found, catalogue) for found in group.rows)
        if group.has_more:
            more = Line((Piece(f"more {group.kind} …", "muted"),), indent=1)
            yield Row(f"{MORE}{group.kind}", (more,))
    if approximate := answer.approximate:
        yield heading("approximate")
        yield from (row_of(found, catalogue) for found in approximate)


def kept_rows(kept: Kept) -> Iterator[Row]:
    """The searches that can be asked again."""
    if kept.saved:
        yield heading("saved searches")
    for one in kept.saved:
        name = (Piece(one.name, "strong"),) if one.name != one.query else ()
        gap = (Piece("  "),) if name else ()
        look = "muted" if name else "text"
        yield Row(f"{SAVED}{one.name}", (Line((*name, *gap, Piece(one.query, look))),))
    if kept.recent:
        yield heading("recent searches")
    for query in kept.recent[:MOST_RECENT]:
        yield Row(f"{RECENT}{query}", (Line((Piece(query),)),))


def heading(title: str) -> Row:
    """The line above a group."""
    return Row("", (Line((Piece(title, "heading"),), fill="─"),))


def row_of(found: Found, catalogue: Catalogue | None) -> Row:
    """The row of a hit."""
    if found.group is GroupKind.ACTORS:
        actor = catalogue.by_key.get(found.key) if catalogue else None
        return actor_row(found, actor)
    lines = {
        GroupKind.POSITIONS: _position,
        GroupKind.QUESTIONS: _question,
        GroupKind.BRIEFINGS: _briefing,
        GroupKind.NOTES: _note,
    }[found.group]
    return Row(row_id(found), tuple(lines(found)))


def actor_row(found: Found, actor: Findable | None) -> Row:
    """The row of an actor, with the typed letters lit in the text that they fit."""
    where: Pieces = ()
    if actor and actor.is_here:
        where = (Piece("here", "accent"),)
    if found.briefings > 1 or not where:
        where += (Piece(f" {counted(found.briefings, 'briefing')}", "muted"),)
    return Row(row_id(found), (Line((*_named(found), Piece(" ")), right=where),))


def _named(found: Found) -> Pieces:
    name, text, gap = found.actors[0] if found.actors else found.text.text, found.text, Piece("  ")
    about = Piece(found.about or found.label.replace("_", " "), "muted")
    if text.text == name:
        return (*shown(text, "strong"), gap, about)
    if text.text.startswith(f"{name}, "):
        start = len(name) + 2
        positions = _positions(text.lit)
        role = lit(text.text[start:], [at - start for at in positions if at >= start], "muted")
        return (*lit(name, [at for at in positions if at < len(name)], "strong"), gap, *role)
    return (Piece(name, "strong"), gap, *shown(text, "text"), gap, about)


def _position(found: Found) -> Iterator[Line]:
    family = Stance(found.label).family
    stance = Piece(f"{family.sign} {found.label} ", family.value)
    yield Line(
        (stance, Piece(" "), Piece(", ".join(found.actors), "strong")),
        right=(Piece(day(found.published), "muted"),),
        extra=(Piece(f"{found.about}  ", "muted"),) if found.about else (),
    )
    yield Line(shown(found.text, "content"), indent=2, most=2)


def _question(found: Found) -> Iterator[Line]:
    yield Line((Piece(f"{OPEN} ", "open"), *shown(found.text, "text")), hanging=2, most=2)
    who = f"  {' · '.join(found.actors)}" if found.actors else ""
    yield Line(
        (Piece(found.label, "open"), Piece(who, "muted")),
        right=(Piece(day(found.published), "muted"),),
        indent=2,
    )


def _briefing(found: Found) -> Iterator[Line]:
    date = (Piece(day(found.published), "muted"),)
    yield Line(shown(found.text, "strong"), right=date, most=2)
    if found.passage.text:
        yield Line(shown(found.passage, "muted"), indent=2, most=2)


def _note(found: Found) -> Iterator[Line]:
    yield Line(shown(found.text, "text"), most=2)
    yield Line(
        (Piece(found.title, "muted"),), right=(Piece(day(found.published), "muted"),), indent=2
    )


def day(published: Published | None) -> str:
    """The date as its source gives it."""
    return published.date if published else "undated"


def shown(text: Lit, look: str) -> Pieces:
    """A text with what is lit in it."""
    return lit(text.text, _positions(text.lit), look)


def _positions(spans: Iterable[Span]) -> Sequence[int]:
    return [at for span in spans for at in range(span.start, span.end)]


def group_of(identity: str) -> GroupKind | None:
    """The group that a row stands for more of; None if it stands for something else."""
    return GroupKind(identity.removeprefix(MORE)) if identity.startswith(MORE) else None


def kept_in(identity: str, kept: Kept) -> str:
    """The query of a row of kept searches; empty if it is a row of something else."""
    if identity.startswith(RECENT):
        return identity.removeprefix(RECENT)
    name = identity.removeprefix(SAVED)
    return next((one.query for one in kept.saved if one.name == name != identity), "")
