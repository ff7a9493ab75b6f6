"""What the text leaves open, and who could settle it."""

from __future__ import annotations

from collections.abc import Iterator

from briefings.briefing import Question
from tui.panes.looks import note
from tui.panes.marked import marked
from tui.panes.opened import Opened
from tui.panes.signs import OPEN, SAME_MATTER, STATUSES
from tui.widgets.rows import Line, Piece, Row

MOST_QUESTION_LINES = 3

NO_QUESTIONS = note("No open questions", "The analysis found nothing that this text leaves open.")


def question_rows(opened: Opened, narrowed: str = "") -> list[Row]:
    """One row a question, those on one matter together; with `narrowed`, those that concern this
    actor."""
    return [
        marked(opened, question_row(opened, question))
        for question in together(opened)
        if not narrowed or concerns(opened, question, narrowed)
    ]


def together(opened: Opened) -> Iterator[Question]:
    """The questions in the order of the text, below each those that ask the same less clearly."""
    questions = opened.briefing.questions
    same: dict[str, list[Question]] = {}
    for question in questions:
        if question.group in opened.questions:
            same.setdefault(question.group, []).append(question)
    for question in questions:
        if question.group not in opened.questions:
            yield question
            yield from same.get(question.id, ())


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
    status = opened.by_reader.statuses.get(question.id, "open")
    sign = SAME_MATTER if question.group in opened.questions else STATUSES[status]
    became = () if STATUSES[status] == OPEN else (Piece(f"{status}  ", "accent"),)
    return Row(
        question.id,
        (
            Line(
                (Piece(f"{sign} ", "open"), Piece(question.text, "text")),
                hanging=2,
                most=MOST_QUESTION_LINES,
            ),
            Line(
                (*became, Piece(question.kind, "open"), Piece(f"  {who}" if who else "", "muted")),
                right=(Piece(where, "muted"),),
                indent=2,
            ),
        ),
    )
