"""The hits of a search that is still on, on the briefing screen: one after the other, in turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.reactive import reactive

from tui.widgets.painted import PaintedLines
from tui.widgets.rows import Line, Piece

if TYPE_CHECKING:
    from briefings.search.found import Found


@dataclass(frozen=True, slots=True)
class Trail:
    """Where the reader is among the hits of a search.

    Attributes:
        query: What was searched for.
        hits: What was found in the text of briefings, in order.
        number: Which of them the reader is at.
    """

    query: str
    hits: tuple[Found, ...]
    number: int = 0

    @property
    def found(self) -> Found:
        """The hit that the reader is at."""
        return self.hits[self.number]

    def stepped(self, by: int) -> Trail:
        """At the next hit, or the one before; after the last comes the first."""
        return replace(self, number=(self.number + by) % len(self.hits))

    def with_hits(self, hits: Sequence[Found]) -> Trail:
        """Among more hits, at the same one."""
        from tui.screens.searching.answer import row_id

        here = row_id(self.found)
        number = next((at for at, hit in enumerate(hits) if row_id(hit) == here), None)
        return self if number is None else Trail(self.query, tuple(hits), number)


class TrailLine(PaintedLines):
    """What was searched for, and which hit this is; not there while no search is on."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--heading"}
    DEFAULT_CSS = """
    TrailLine {
        height: 1;
        padding: 0 1;
        display: none;
        background: $background;
        &.-on { display: block; }
        & > .lines--heading { color: $accent; text-style: bold; }
    }
    """

    trail: reactive[Trail | None] = reactive(None, init=False)

    def watch_trail(self, trail: Trail | None) -> None:
        """Appear with a search, and go with it."""
        self.set_class(trail is not None, "-on")
        self.screen.refresh_bindings()

    def lines(self, width: int) -> Iterator[Line]:
        """The query at the left, the count at the right."""
        if self.trail is not None:
            place = f"{self.trail.number + 1:,} of {len(self.trail.hits):,}"
            yield Line(
                (Piece("search ", "heading"), Piece(self.trail.query)),
                right=(Piece(place, "muted"),),
                extra=(Piece(f"{self.trail.found.group}  ", "muted"),),
            )
