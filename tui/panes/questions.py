"""Pane 3: what the text leaves open, and who could settle it."""

from __future__ import annotations

from typing import ClassVar

from textual.reactive import reactive

from briefings.briefing import Question
from tui.panes.looks import FindingList, note, waiting
from tui.panes.opened import Opened
from tui.panes.signs import OPEN
from tui.widgets.rows import Line, Piece, Row

MOST_QUESTION_LINES = 3

NO_QUESTIONS = note("No open questions", "The analysis found nothing that this text leaves open.")


def question_rows(opened: Opened, narrowed: str = "") -> list[Row]:
    """One row a question; with `narrowed`, those that concern this actor."""
    return [
        question_row(opened, question)
        for question in opened.briefing.questions
        if not narrowed or concerns(opened, question, narrowed)
    ]


def concerns(opened: Opened, question: Question, actor_id: str) -> bool:
    """Whether an actor can settle a question, or is mentioned where it is left open."""
    if actor_id in question.resolvers:
        return True
    actor = opened.actors.get(actor_id)
    mentions = actor.mentions if actor else ()
    return any(question.sentence.contains(mention.span) for mention in mentions)


def question_row(opened: Opened, question: Question) -> Row:
    """The question, why it is open, and who could settle it."""
    who = " · ".join(opened.short_names(question.resolvers))
    where = opened.place(question.sentence.start)
    return Row(
        question.id,
        (
            Line(
                (Piece(f"{OPEN} ", "open"), Piece(question.text, "text")),
                hanging=2,
                most=MOST_QUESTION_LINES,
            ),
            Line(
                (Piece(question.kind, "open"), Piece(f"  {who}" if who else "", "muted")),
                right=(Piece(where, "muted"),),
                indent=2,
            ),
        ),
    )


class QuestionsPane(FindingList):
    """The open questions."""

    BORDER_TITLE: ClassVar[str] = "3 Open questions"

    opened: reactive[Opened | None] = reactive(None)
    narrowed: reactive[str] = reactive("")

    def watch_opened(self) -> None:
        """Show what is open."""
        self._show()

    def watch_narrowed(self) -> None:
        """Show only what concerns one actor, or everything again."""
        self._show()

    def _show(self) -> None:
        opened = self.opened
        rows = question_rows(opened, self.narrowed) if opened else []
        self.note = self._note()
        known = len(opened.briefing.questions) if opened else 0
        count = f"{len(rows):,}" if len(rows) == known else f"{len(rows):,} of {known:,}"
        self.border_subtitle = f"{count} open" if known else ""
        self.show_rows(rows)

    def _note(self) -> tuple[Line, ...]:
        opened = self.opened
        if opened and self.narrowed and opened.briefing.questions:
            name = ", ".join(opened.names([self.narrowed]))
            return note(f"Nothing open about {name}", "esc shows all questions again.")
        return waiting(opened, NO_QUESTIONS)
