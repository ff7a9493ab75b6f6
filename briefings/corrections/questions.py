"""Corrections of open questions."""

from __future__ import annotations

from dataclasses import replace

from briefings.briefing import Briefing, Question
from briefings.corrections.case import Case, one_line
from briefings.corrections.values import (
    AddQuestion,
    HideQuestion,
    QuestionCorrection,
    Rephrase,
    SetQuestionKind,
    SetResolvers,
)


def correct_questions(case: Case, correction: QuestionCorrection) -> Briefing:
    """The briefing with one correction of a question; raises Unfit if it does not fit."""
    if isinstance(correction, AddQuestion):
        return _with_new_question(case, correction)
    question = case.question(correction.question)
    match correction:
        case HideQuestion():
            return replace(case.briefing, questions=_without(case.briefing, question))
        case Rephrase():
            changed = replace(question, text=one_line(correction.text, "The question"))
        case SetQuestionKind():
            changed = replace(question, kind=correction.kind)
        case SetResolvers():
            changed = replace(question, resolvers=case.actors(correction.resolvers))
    questions = (changed if one is question else one for one in case.briefing.questions)
    return replace(case.briefing, questions=tuple(questions))


def _without(briefing: Briefing, question: Question) -> tuple[Question, ...]:
    """The questions but one; another of its group speaks for the group then."""
    rest = [one for one in briefing.questions if one is not question]
    heirs = [one for one in rest if one.group == question.id]
    if not heirs or any(one.id == question.id for one in rest):
        return tuple(rest)
    heir = heirs[0].id
    return tuple(
        replace(one, group="" if one.id == heir else heir) if one.group == question.id else one
        for one in rest
    )


def _with_new_question(case: Case, correction: AddQuestion) -> Briefing:
    text = one_line(correction.text, "The question")
    span = case.span(correction.passage)
    added = Question(
        id=case.new_id,
        kind=correction.kind,
        sentence=case.sentence((span,)),
        cue=span,
        text=text,
        resolvers=case.actors(correction.resolvers),
        topic=" ".join(correction.topic.split()),
    )
    questions = list(case.briefing.questions)
    for index, one in enumerate(questions):
        if one.cue == span and one.text == text:
            # It stands there already; what the reader said of it counts.
            questions[index] = replace(
                one,
                kind=added.kind,
                resolvers=added.resolvers or one.resolvers,
                topic=added.topic or one.topic,
            )
            return replace(case.briefing, questions=tuple(questions))
    after = sum(one.sentence <= added.sentence for one in questions)
    questions.insert(after, added)
    return replace(case.briefing, questions=tuple(questions))
