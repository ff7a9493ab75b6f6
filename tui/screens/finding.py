"""Finding words on the briefing screen: in the text, or among the names of the actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.messages import HitAsked
from tui.panes.facts import counted
from tui.screens.searching.trail import TrailLine
from tui.widgets.line_view import LineView

if TYPE_CHECKING:
    from tui.screens.briefing import BriefingScreen

PROMPTS = {"actors": "actors like", "source": "find"}


class Finder:
    """What is being found on a screen, if anything.

    Args:
        screen: The screen whose text and actors are looked through.
    """

    def __init__(self, screen: BriefingScreen) -> None:
        self._screen = screen
        self.where = ""
        """The pane that is looked through; empty while nothing is being found."""

    @property
    def is_on(self) -> bool:
        """Whether there is a next place to go to: of words, or of a search."""
        return bool(self.where or self._is_searched)

    @property
    def _is_searched(self) -> bool:
        return any(line.trail for line in self._screen.query(TrailLine))

    def begin(self, pane: str) -> None:
        """Ask for words: for actors in their pane, for the text in any other."""
        where = "actors" if pane == "actors" else "source"
        if self.where and self.where != where:
            self.end()
        self.where = where
        words = self._screen.actors.like if where == "actors" else self._screen.source.words
        self._screen.bring_to_front(where)
        self._screen.find_bar.open(PROMPTS[where], words)
        self._screen.refresh_bindings()

    def typed(self, words: str) -> None:
        """Show what is like the words that are typed by now."""
        if self.where == "actors":
            self._screen.actors.like = words
        elif self.where == "source":
            self._screen.source.find(words)
        self._tell()

    def take(self) -> None:
        """Go to where the words were found; nothing is looked for if there are none."""
        where = self.where
        if not self._screen.find_bar.field.value.strip():
            self.end()
        elif where == "source":
            self._screen.source.take_found()
        self._screen.go(where)

    def step(self, by: int) -> None:
        """To the next place, or the one before."""
        if self.where == "source":
            self._screen.go("source")
            self._screen.source.step_found(by)
            self._tell()
        elif self._is_searched and not self.where:
            self._screen.post_message(HitAsked(by))
        else:
            self._screen.actors.action_move("down" if by > 0 else "up")

    def end(self) -> None:
        """Show everything as it was; a search that is on besides goes on."""
        if not self.where:
            self._screen.query_one(TrailLine).trail = None
            return
        where, self.where = self.where, ""
        self._screen.find_bar.close()
        self._screen.actors.like = ""
        self._screen.source.find("")
        if where and not isinstance(self._screen.focused, LineView):
            self._screen.go(where)
        self._screen.refresh_bindings()

    def _tell(self) -> None:
        source, bar = self._screen.source, self._screen.find_bar
        if self.where == "actors":
            bar.tell("")
        elif source.found:
            bar.tell(f"{source.found_number + 1:,} of {len(source.found):,}")
        else:
            bar.tell(counted(0, "place") if bar.field.value.strip() else "")
