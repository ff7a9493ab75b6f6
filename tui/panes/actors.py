"""Pane 1: who acts, the most salient first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.reactive import var

from briefings.briefing import Actor, Family, Position
from tui.panes.facts import described
from tui.panes.looks import FindingList, note, waiting
from tui.panes.marked import marked
from tui.panes.opened import Opened
from tui.panes.signs import NARROWED
from tui.screens.dialog import lit
from tui.widgets.printable import printable
from tui.widgets.rows import Line, Piece, Pieces, Row

if TYPE_CHECKING:
    from briefings.search import Hit

BAR_CELLS = 8
MOST_SIGNS = 6
"""More stances than this are counted by family in place of one sign each."""

NO_ACTORS = note(
    "No actors",
    "The analysis found nobody in this text who says, wants or does something.",
    "The whole text is in pane 4.",
)


def actor_rows(opened: Opened, narrowed: str = "", like: str = "") -> list[Row]:
    """One row an actor: name, role and state, salience as a bar, stances as signs.

    With `like`, those whose name, alias or role is like it, the best first.
    """
    taken: dict[str, list[Position]] = {}
    for position in opened.stands:
        for holder in position.holders:
            taken.setdefault(holder, []).append(position)
    found: list[tuple[Actor, Hit | None]] = [(actor, None) for actor in opened.listed]
    if like.strip():
        found = [(opened.actors[hit.id], hit) for hit in opened.actors_like(like)]
    return [
        marked(
            opened,
            actor_row(actor, taken.get(actor.id, ()), is_narrowed=actor.id == narrowed, hit=hit),
        )
        for actor, hit in found
    ]


def actor_row(
    actor: Actor, positions: Iterable[Position], *, is_narrowed: bool, hit: Hit | None = None
) -> Row:
    """The row of one actor; the letters that were typed are lit in what they fit."""
    look = "accent" if is_narrowed else "strong"
    name, about = _lit(actor, hit, look) if hit else ((Piece(actor.name, look),), ())
    return Row(
        actor.id,
        (
            Line(
                (*name, Piece(f" {NARROWED}", "accent")) if is_narrowed else name,
                right=(Piece(salience_bar(actor.salience), "salience"),),
                extra=(Piece("narrowed  ", "muted"),) if is_narrowed else (),
            ),
            Line(about or (Piece(described(actor), "muted"),), right=signs(positions), indent=1),
        ),
    )


def _lit(actor: Actor, hit: Hit, look: str) -> tuple[Pieces, Pieces]:
    """The name, and what stands below it if that is what was typed: another name, or a role."""
    before, start = actor.name, len(actor.name) + 2
    if hit.text == before:
        return lit(before, hit.positions, look), ()
    if hit.text.startswith(f"{before}, "):
        positions = [at - start for at in hit.positions if at >= start]
        about = lit(hit.text[start:], positions, "muted") if positions else ()
        return lit(before, [at for at in hit.positions if at < start - 2], look), about
    return (Piece(before, look),), (Piece("also ", "muted"), *lit(hit.text, hit.positions, "muted"))


def salience_bar(salience: float) -> str:
    """A bar of at most eight cells in steps of half a cell; the least salient still shows."""
    halves = max(1, round(min(max(salience, 0.0), 1.0) * BAR_CELLS * 2))
    return ("╺" if halves % 2 else "") + "━" * (halves // 2)


def signs(positions: Iterable[Position]) -> Pieces:
    """`+ ? ·` in the order of the text, or `+4 −1 ·3` if there are many."""
    families = [position.stance.family for position in positions]
    if len(families) <= MOST_SIGNS:
        marks = [Piece(family.sign, family.value) for family in families]
    else:
        counts = [(family, families.count(family)) for family in Family]
        marks = [Piece(f"{family.sign}{n}", family.value) for family, n in counts if n]
    spaced = [piece for mark in marks for piece in (Piece(" "), mark)]
    return tuple(spaced[1:])


class ActorsPane(FindingList):
    """The actors; `space` narrows everything else to the one under the cursor."""

    BORDER_TITLE: ClassVar[str] = "1 Actors"

    opened: var[Opened | None] = var(None)
    narrowed: var[str] = var("")
    like: var[str] = var("", init=False)
    """What the names of the actors that are shown are like; empty for all."""

    def watch_opened(self, opened: Opened | None) -> None:
        """Show who acts."""
        self._show()

    def watch_narrowed(self) -> None:
        """Mark the actor that all is narrowed to."""
        self._show()

    def watch_like(self) -> None:
        """Show who is called something like it, the cursor on the best."""
        self._show()
        self.action_move("first")

    def _show(self) -> None:
        opened, like = self.opened, self.like.strip()
        rows = actor_rows(opened, self.narrowed, like) if opened else []
        self.note = waiting(opened, NO_ACTORS)
        if like and opened:
            self.note = note("Nobody found", f"Nobody here is called anything like “{like}”.")
        known = len(opened.listed) if opened else 0
        count = (
            f"{len(rows):,} of {known:,} · like “{like}”" if like else f"{known:,} · by salience"
        )
        self.border_subtitle = Content(printable(count) if known else "")
        self.show_rows(rows)
