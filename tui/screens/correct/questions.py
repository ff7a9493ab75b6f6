"""What can be corrected of an open question."""

from __future__ import annotations

from briefings.briefing import Question, QuestionKind
from briefings.corrections import (
    HideQuestion,
    QuestionStatus,
    Rephrase,
    SetQuestionKind,
    SetQuestionStatus,
    SetResolvers,
)
from tui.screens.correct.asking import Asking, choice_page, meanings, question_said, text_page
from tui.screens.correct.page import Decided, Outcome, Page
from tui.screens.correct.words import KINDS, STATUSES


def question_menu(asking: Asking, question: Question) -> Page:
    """What can be corrected of this question."""
    status = asking.opened.by_reader.statuses.get(question.id, QuestionStatus.OPEN)
    choices = [
        ("status", "status", status.value),
        ("text", "wording", question.text),
        ("kind", "kind", question.kind.value),
        ("resolvers", "settled by", asking.names(question.resolvers)),
        ("hide", "hide", "this is no open question"),
    ]

    def take(what: str) -> Outcome:
        anchor = asking.anchors.question(question.id)
        match what:
            case "status":
                return choice_page(
                    "What has become of it",
                    meanings(STATUSES),
                    lambda one: Decided(SetQuestionStatus(anchor, QuestionStatus(one))),
                    status.value,
                )
            case "text":
                return text_page(
                    "How the question is put",
                    "the question",
                    question.text,
                    lambda text: Decided(Rephrase(anchor, text)),
                )
            case "kind":
                return choice_page(
                    "Why it is open",
                    meanings(KINDS),
                    lambda one: Decided(SetQuestionKind(anchor, QuestionKind(one))),
                    question.kind.value,
                )
            case "resolvers":
                return _resolvers(asking, question)
            case _:
                return Decided(HideQuestion(anchor))

    return choice_page(f"Correct ‘{question_said(question)}’", choices, take)


def _resolvers(asking: Asking, question: Question) -> Page:
    def take(resolvers: tuple[str, ...]) -> Outcome:
        anchor = asking.anchors.question(question.id)
        return Decided(SetResolvers(anchor, asking.anchors.actors(resolvers)))

    return asking.actors_page(
        "Who can settle it", take, ticked=question.resolvers, may_be_nobody=True
    )
