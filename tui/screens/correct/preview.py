"""What taking an option would do, as rows: the sentence, what it changes, and whether it can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefings.corrections import (
    Correction,
    Rule,
    SetQuestionStatus,
    apply,
    as_rule,
    describe,
    describe_rule,
)
from tui.panes.opened import Opened
from tui.screens.correct.changes import altered_lines
from tui.screens.correct.page import Missing, Outcome, Page
from tui.widgets.rows import Line, Piece


@dataclass(frozen=True, slots=True)
class Preview:
    """What an answer leads to.

    Attributes:
        lines: What is read.
        can_be_done: Whether it is a change that fits and changes something.
        rule: What it says if it is made a rule for the whole library; None if it cannot be.
        leads_on: Whether something else is asked next.
    """

    lines: tuple[Line, ...]
    can_be_done: bool = False
    rule: Rule | None = None
    leads_on: bool = False


def previewed(opened: Opened, outcome: Outcome) -> Preview:
    """What an answer leads to."""
    if isinstance(outcome, Missing):
        return Preview(_muted(outcome.reason))
    if isinstance(outcome, Page):
        return Preview(_muted(f"Next: {outcome.title}"), leads_on=True)
    change = outcome.change
    said = Line((Piece(describe(change), "strong"),), most=3)
    if isinstance(change, SetQuestionStatus):
        return Preview((said,), can_be_done=True)
    if not isinstance(change, Correction):
        return Preview((said,), can_be_done=True)
    applied = apply(opened.document, opened.briefing, [change])
    if applied.unfitting:
        reason = Piece(applied.unfitting[0].reason, "error")
        return Preview((said, Line((reason,), most=3)))
    rule = as_rule(change)
    if not applied.is_changed:
        return Preview(_muted("It is so already: in this briefing nothing changes."), rule=rule)
    changes = altered_lines(opened, replace(opened, found=applied.briefing))
    return Preview((said, *changes), can_be_done=True, rule=rule)


def scope_line(rule: Rule, *, is_for_all: bool, key: str) -> Line:
    """Whether it is done in this briefing alone, and the key that changes that."""
    if is_for_all:
        words: Sequence[Piece] = (
            Piece("in every briefing: ", "accent"),
            Piece(describe_rule(rule), "text"),
        )
        other = f"  {key}: in this one alone"
    else:
        words, other = (Piece("in this briefing", "muted"),), f"  {key}: in the whole library"
    return Line((*words, Piece(other, "muted")), most=2)


def _muted(words: str) -> tuple[Line, ...]:
    return (Line((Piece(words, "muted"),), most=3),)
