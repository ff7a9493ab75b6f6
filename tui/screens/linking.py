"""From a row to the words it comes from, from a sentence to its rows, from mention to mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.document import Span
from tui.panes import evidence as lit
from tui.panes.views import VIEWS, view_of

if TYPE_CHECKING:
    from tui.screens.briefing import BriefingScreen


class Links:
    """The ways between the panes of a screen."""

    def __init__(self, screen: BriefingScreen) -> None:
        self._screen = screen
        self._shown = ""

    def to_words(self, row_id: str) -> None:
        """From a row to its words."""
        screen = self._screen
        screen.light(row_id)
        screen.source.show_evidence(screen.evidence)
        screen.go("source")

    def to_rows(self, sentence: Span) -> None:
        """From a sentence to the rows it gave, one after the other."""
        screen, opened = self._screen, self._screen.opened
        if opened is None:
            return
        around = opened.around([sentence], view_of(screen.view).kind)
        shown = sorted(one for one in around if screen.questions.has(one))
        rows = (*lit.findings(sentence, opened.briefing), *shown)
        if not rows:
            screen.notify("Nothing was found in this sentence.", markup=False)
            return
        after = rows[rows.index(self._shown) + 1 :] if self._shown in rows else rows
        self._show_row((*after, *rows)[0])

    def _show_row(self, row_id: str) -> None:
        screen, opened = self._screen, self._screen.opened
        if opened is None:
            return
        self._shown = row_id
        rows = screen.positions if row_id in opened.positions else screen.questions
        if row_id in opened.questions:
            screen.view = VIEWS[0].id
        if not rows.move_to(row_id):
            screen.widen()
            rows.move_to(row_id)
        screen.go(rows.id or "positions")

    def to_mention(self, direction: int) -> None:
        """To the next sentence, or the one before, that mentions the actor."""
        screen, opened = self._screen, self._screen.opened
        who = screen.narrowed or screen.actors.row_id
        actor = opened.actors.get(who) if opened else None
        if actor:
            screen.go("source")
            spans = [mention.span for mention in actor.mentions]
            screen.source.move_to_mention(spans, direction)
