"""Promises of things without a number, and without a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefings.briefing import Briefing, Strength
from briefings.commitments import Commitment, commitments
from briefings.document import Document
from briefings.gaps.gap import Gap, GapKind, distinct, names_of
from briefings.knowledge import words

_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


def promises_without_number(document: Document, briefing: Briefing) -> Iterator[Gap]:
    """Norrland promised to send boats, and does not say how many."""
    counted = {
        word.lower()
        for quantity in briefing.quantities
        if quantity.counted
        for word in _WORD.findall(quantity.counted.of(document.text))
    }
    found: dict[tuple[str, ...], list[Promised]] = {}
    for promised in _promised(document, briefing):
        if promised.noun not in counted:
            found.setdefault(promised.commitment.bearers, []).append(promised)
    for bearers, rows in found.items():
        kind = "much" if rows[0].noun in words("en/gaps", "much") else "many"
        thing = f"{kind} {rows[0].noun}"
        text = f"The article does not say how {thing} {names_of(briefing, bearers)} promised."
        sentences = distinct(row.commitment.sentence for row in rows)
        yield Gap(GapKind.NO_NUMBER, text, bearers, sentences)


def promises_without_time(document: Document, briefing: Briefing) -> Iterator[Gap]:
    """Norrland promised to send boats, and does not say when."""
    dated = [time.span for time in briefing.times]
    found: dict[tuple[str, ...], list[Promised]] = {}
    for promised in _promised(document, briefing):
        found.setdefault(promised.commitment.bearers, []).append(promised)
    for bearers, rows in found.items():
        made = [row.commitment for row in rows]
        if any(one.condition or one.strength is not Strength.FIRM for one in made):
            continue
        if any(one.sentence.overlap(span) for one in made for span in dated):
            continue
        who = names_of(briefing, bearers)
        text = f"No time is given for the promise to “{rows[0].words}” ({who})."
        yield Gap(GapKind.NO_TIME, text, bearers, distinct(one.sentence for one in made))


@dataclass(frozen=True, slots=True)
class Promised:
    """A thing in a promise that can be counted or weighed, and no number beside it."""

    commitment: Commitment
    words: str
    noun: str


def _promised(document: Document, briefing: Briefing) -> Iterator[Promised]:
    """Promises to send, build or give things without a number: to send [warm] boats."""
    for commitment in commitments(briefing):
        content = " ".join(" ".join(span.of(document.text) for span in commitment.content).split())
        found = None if commitment.is_refusal else _giving().search(content)
        if found is not None and not _DIGIT.search(content):
            yield Promised(commitment, found[0], found["noun"].lower())


@cache
def _giving() -> re.Pattern[str]:
    """A verb of giving and, at most two words on, a thing that is given."""
    verbs = "|".join(sorted(words("en/gaps", "giving")))
    nouns = "|".join(sorted(words("en/gaps", "many") | words("en/gaps", "much")))
    return re.compile(
        rf"\b(?:{verbs}) (?:[\w.'’-]{{1,30}} ){{0,2}}(?P<noun>{nouns})\b", re.IGNORECASE
    )
