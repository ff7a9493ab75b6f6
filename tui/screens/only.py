"""The choice of a topic, a stance or a kind of question that the rows are narrowed to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on

from briefings.briefing import Family, QuestionKind, Stance
from tui.panes.facts import counted
from tui.panes.only import Only, named
from tui.panes.opened import Opened
from tui.screens.dialog import ListDialog, empty_note, lit
from tui.screens.narrowing import fits, fitting_positions, folded, words_of
from tui.widgets.row_list import RowList
from tui.widgets.rows import Line, Piece, Row

CHOSEN = "✓"


class OnlyScreen(ListDialog[Only | None]):
    """Gives back what is narrowed to then, or None; what was chosen before is taken back.

    Args:
        opened: The briefing.
        only: What is narrowed to now.
        offered: What the row under the cursor offers: where the dialog begins.
    """

    TITLE_TEXT = "Show only"
    PLACEHOLDER = "a topic, a stance, a kind of question"
    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("dialog.choose", "show only these"),
        ("dialog.close", "close"),
    )

    def __init__(self, opened: Opened, only: Only, offered: Only) -> None:
        super().__init__()
        self._only = only
        self._offered = offered
        positions, questions = opened.stands, opened.briefing.questions
        self._topics = Counter(one.topic for one in positions if one.topic)
        self._topics.update(one.topic for one in questions if one.topic)
        self._stances = Counter(str(position.stance) for position in positions)
        self._stances.update(str(position.stance.family) for position in positions)
        self._kinds = Counter(str(question.kind) for question in questions)

    def first_row_id(self) -> str:
        """What is narrowed to, else what the row under the cursor is about."""
        for each in (self._only, self._offered):
            for group in ("topic", "stance", "kind"):
                if value := getattr(each, group):
                    return f"{group} {value}"
        return ""

    def rows_for(self, query: str) -> tuple[Sequence[Row], str]:
        """Topics, the largest first; families with their stances; kinds of questions."""
        words = words_of(query)
        topics = [topic for topic, _ in self._topics.most_common()]
        stances = [
            str(each)
            for family in Family
            for each in (family, *(stance for stance in Stance if stance.family is family))
        ]
        kinds = [str(kind) for kind in QuestionKind]
        rows = [
            *self._group("topic", "Topics", topics, self._topics, words),
            *self._group("stance", "Stances", stances, self._stances, words),
            *self._group("kind", "Kinds of open questions", kinds, self._kinds, words),
        ]
        return rows, ""

    def _group(
        self,
        group: str,
        title: str,
        values: Iterable[str],
        counts: Counter[str],
        words: Sequence[str],
    ) -> Iterator[Row]:
        heading: Row | None = Row("", (Line((Piece(title, "heading"),), fill="─"),))
        families = set(Family)
        for value in values:
            shown = named(value) if group == "stance" else value
            if not counts[value] or not fits(words, folded(f"{shown} {title}")):
                continue
            if heading is not None:
                yield heading
                heading = None
            is_chosen = getattr(self._only, group) == value
            mark = Piece(f"{CHOSEN} " if is_chosen else "  ", "accent")
            indent = Piece("  " if group == "stance" and value not in families else "")
            look = "text" if indent.text else "strong"
            name = lit(shown, fitting_positions(words, shown), look)
            thing = "question" if group == "kind" else "position" if group == "stance" else "row"
            count = (Piece(counted(counts[value], thing), "muted"),)
            yield Row(f"{group} {value}", (Line((mark, indent, *name), right=count),))

    def _is_shown(self, row_id: str) -> bool:
        """Whether it is what all is narrowed to now."""
        group, _, value = row_id.partition(" ")
        return bool(value) and getattr(self._only, group) == value

    @on(RowList.RowHighlighted)
    def _tell_what_it_does(self, event: RowList.RowHighlighted) -> None:
        does = "show all again" if self._is_shown(event.row_id) else "show only these"
        self.show_hints(("dialog.choose", does), ("dialog.close", "close"))

    def note_for(self, query: str) -> tuple[Line, ...]:
        """There is nothing to narrow to."""
        if not query:
            return empty_note("Nothing to choose from", "Nothing was found in this article.")
        return super().note_for(query)

    def choose(self, row_id: str) -> None:
        """Narrow to it; if that is so already, no longer."""
        group, value = row_id.split(" ", 1)
        self.dismiss(replace(self._only, **{group: "" if self._is_shown(row_id) else value}))
