"""The words in which corrections are asked for: stances, kinds, types, each with what it means."""

from __future__ import annotations

from briefings.briefing import Polarity, QuestionKind, Stance, Strength
from briefings.corrections import QuestionStatus

STANCES = {
    Stance.COMMITS: "promises",
    Stance.SUPPORTS: "welcomes",
    Stance.CONCEDES: "admits",
    Stance.OPPOSES: "rejects",
    Stance.REFUSES: "will not",
    Stance.DENIES: "disputes",
    Stance.ACCUSES: "blames",
    Stance.THREATENS: "vows to punish",
    Stance.DEMANDS: "calls for",
    Stance.CONDITIONS: "only if",
    Stance.WARNS: "cautions",
    Stance.WITHHOLDS: "declines to say",
    Stance.STATES: "says",
}
"""For each stance a word that often tells it."""

STRENGTHS = {
    Strength.FIRM: "without reserve",
    Strength.CONDITIONAL: "if something else comes true",
    Strength.TENTATIVE: "may, could, is ready to consider",
}

POLARITIES = {
    Polarity.POSITIVE: "the stance holds for what the words say",
    Polarity.NEGATIVE: "the stance holds for the opposite: “does not …”",
}

KINDS = {
    QuestionKind.UNKNOWN: "nobody says",
    QuestionKind.CONTINGENT: "it hangs on something else",
    QuestionKind.DISPUTED: "some say so, others not",
    QuestionKind.UNDECIDED: "somebody has yet to decide",
    QuestionKind.AWAITED: "it is expected, but has not come",
    QuestionKind.DOUBT: "it is told as uncertain",
}

STATUSES = {
    QuestionStatus.OPEN: "nothing is known yet",
    QuestionStatus.NARROWED: "part of it is known",
    QuestionStatus.ANSWERED: "it is known now",
    QuestionStatus.OVERTAKEN: "it matters no longer",
    QuestionStatus.DROPPED: "you follow it no longer",
}
