"""Corrections laid over what was found, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from briefings.briefing import Briefing
from briefings.corrections.actors import correct_actors
from briefings.corrections.case import Case, Unfit
from briefings.corrections.positions import correct_positions
from briefings.corrections.questions import correct_questions
from briefings.corrections.values import (
    ActorCorrection,
    Correction,
    PositionCorrection,
)
from briefings.document import Document
from briefings.salience import ranked


@dataclass(frozen=True, slots=True)
class Unfitting:
    """A correction that does not fit what was found.

    Attributes:
        correction: The correction; it is kept, and fits again if the analysis finds the item again.
        reason: Why it does not fit: a sentence for people.
    """

    correction: Correction
    reason: str


@dataclass(frozen=True, slots=True)
class Applied:
    """What corrections have made of a briefing.

    Attributes:
        briefing: The corrected briefing.
        unfitting: The corrections that do not fit, in the order given.
        is_changed: Whether the last correction has changed anything.
    """

    briefing: Briefing
    unfitting: tuple[Unfitting, ...] = ()
    is_changed: bool = False


def apply(
    document: Document,
    briefing: Briefing,
    corrections: Sequence[Correction],
    renamed: Mapping[str, str] | None = None,
) -> Applied:
    """Lay corrections over a briefing, in order; the same always gives the same.

    The n-th correction calls what it adds "u" and n ("u1"). Every id that the result refers to
    exists in it if it did in `briefing`, every span stands in the text, and actors are weighed and
    ordered anew if it matters.

    Args:
        document: The document.
        briefing: What was found in it.
        corrections: What the reader did, oldest first.
        renamed: What rules call actors by now, by the folded names they had; corrections may
            have been made before the rules.

    Returns:
        The briefing with every correction that fits, and the others with the reason.
    """
    result = before = briefing
    unfitting = []
    for number, correction in enumerate(corrections, start=1):
        before = result
        case = Case(document, result, free_id(result, f"u{number}"), renamed or {})
        try:
            result = _corrected(case, correction)
        except Unfit as unfit:
            unfitting.append(Unfitting(correction, str(unfit)))
    seen = weighed(document, briefing, result)
    return Applied(seen, tuple(unfitting), is_changed=result != before)


def free_id(briefing: Briefing, wanted: str) -> str:
    """An id that no item of the briefing has: `wanted`, else that with a letter and a number."""
    taken = {one.id for one in briefing.actors} | {one.id for one in briefing.positions}
    taken |= {one.id for one in briefing.questions}
    others: Iterable[str] = (f"{wanted}x{number}" for number in count(1))
    return wanted if wanted not in taken else next(one for one in others if one not in taken)


def weighed(document: Document, before: Briefing, after: Briefing) -> Briefing:
    """The briefing after a change, its actors weighed anew if what weighs has changed."""

    def weights(briefing: Briefing) -> object:
        holders = {h for p in briefing.positions if p.is_stand for h in p.holders}
        return (holders, [(one.id, one.type, one.mentions) for one in briefing.actors])

    if weights(before) == weights(after):
        return after
    return replace(after, actors=ranked(document, after.actors, after.positions))


def _corrected(case: Case, correction: Correction) -> Briefing:
    if isinstance(correction, ActorCorrection):
        return correct_actors(case, correction)
    if isinstance(correction, PositionCorrection):
        return correct_positions(case, correction)
    return correct_questions(case, correction)
