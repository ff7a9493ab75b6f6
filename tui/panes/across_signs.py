"""The signs of the pages over many briefings: what has become of a question, and what changed."""

from __future__ import annotations

from briefings.briefing import Family
from briefings.corrections import QuestionStatus
from briefings.stories.changes import ChangeKind
from tui.panes.signs import CONDITION, LEGEND, STATUSES, TENTATIVE, TOLD_BY, Sign

STATUS_MEANINGS = {
    QuestionStatus.OPEN: "Open.",
    QuestionStatus.NARROWED: "Narrowed: something is known, the rest is open.",
    QuestionStatus.ANSWERED: "Answered.",
    QuestionStatus.OVERTAKEN: "Overtaken by events: it does not matter any more.",
    QuestionStatus.DROPPED: "Dropped: you follow it no longer.",
}
CHANGED = "≠"
CHANGES = {
    ChangeKind.TURNED: "may have changed sides",
    ChangeKind.FIRMER: "may be firmer now",
    ChangeKind.WEAKER: "may be weaker now",
}
MIXED = "±"

FAMILY_SIGNS = LEGEND[: len(Family)]

PAGE_LEGEND = (
    *FAMILY_SIGNS,
    Sign(TENTATIVE, "The holder is tentative: may, could, is said to consider it."),
    *(Sign(STATUSES[status], STATUS_MEANINGS[status], str(status)) for status in QuestionStatus),
    Sign(CHANGED, "A stance that may have changed: compare the two sentences.", "change"),
    Sign(MIXED, "Spoke both for and against it; the newest position counts.", "+-"),
    Sign(TOLD_BY, "Second-hand: whoever stands after it reports the stance of another.", "<-"),
    Sign(CONDITION, "The condition under which the position holds.", "->"),
)
