"""Five articles of our own making, over some weeks: a port that may be leased, and who wants it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefings.briefing import (
    ActorType,
    Briefing,
    Question,
    QuestionKind,
    Relation,
    Stance,
    Strength,
)
from briefings.document import Document
from briefings.library import Library
from tests.library.stories import actor, document, position, sentences, span

REFUSAL = """\
Orland will not lease its port

Foreign Minister Petra Lindqvist said on Monday that Orland would refuse the lease of Halden port. \
The Harbour Union opposes any port lease too. Maravia backs leasing the port.

It is unclear whether Orland will hold a referendum. Whether a vote is called remains open."""

DOUBTS = """\
Maravia waits

Maravia demanded an answer on the harbour dues. The envoy, Ivo Marek of Maravia, praised the \
leases of the port.

Will Maravia pay for the dredging of Halden?"""

TURN = """\
Orland may lease Halden after all

Prime Minister Petra Lindqvist said Orland could accept the lease of the port if the dues were \
doubled. Critics were not asked."""

SIGNED = """\
Port lease signed

Petra Lindqvist promised to honour the port lease. The Harbour Union again rejected the lease of \
the port."""

UNDATED = """\
Who is Lindqvist?

Petra Lindqvist once called harbour dues unfair."""


def _told(
    text: str,
    publisher: str,
    date: str,
    *,
    actors: tuple[tuple[str, ActorType, str], ...],
    positions: tuple[tuple[str, Stance, str, str, str, Strength], ...] = (),
    questions: tuple[tuple[str, QuestionKind, str, str, tuple[str, ...], str], ...] = (),
) -> tuple[Document, Briefing]:
    """An article with its briefing; the n-th actor is "an", and so on."""
    written = document(text, publisher, date)
    whole = sentences(text)
    return written, Briefing(
        written.id,
        "1 test",
        whole,
        tuple(
            actor(f"a{n}", name, text, kind, role) for n, (name, kind, role) in enumerate(actors, 1)
        ),
        tuple(
            position(f"p{n}", holder, stance, text, cue, content, topic, strength)
            for n, (holder, stance, cue, content, topic, strength) in enumerate(positions, 1)
        ),
        tuple(
            Question(
                f"q{n}",
                kind,
                next(one for one in whole if one.contains(span(text, cue))),
                span(text, cue),
                words,
                resolvers,
                topic,
                group,
            )
            for n, (cue, kind, words, topic, resolvers, group) in enumerate(questions, 1)
        ),
    )


FIRM, CONDITIONAL = Strength.FIRM, Strength.CONDITIONAL
_LINDQVIST = ("Petra Lindqvist", ActorType.PERSON)
_ORLAND = ("Orland", ActorType.STATE, "")
_MARAVIA = ("Maravia", ActorType.STATE, "")
_UNION = ("Harbour Union", ActorType.ORGANIZATION, "")

REFUSAL_TOLD = _told(
    REFUSAL,
    "Harbour News",
    "2031-03-03",
    actors=((*_LINDQVIST, "Foreign Minister"), _ORLAND, _UNION, _MARAVIA),
    positions=(
        ("a2", Stance.REFUSES, "would refuse", "the lease of Halden port", "port lease", FIRM),
        ("a3", Stance.OPPOSES, "opposes", "any port lease", "the port lease", FIRM),
        ("a4", Stance.SUPPORTS, "backs", "leasing the port", "lease of the port", FIRM),
    ),
    questions=(
        (
            "unclear",
            QuestionKind.UNKNOWN,
            "Will Orland hold a referendum?",
            "referendum",
            ("a2",),
            "",
        ),
        ("open", QuestionKind.UNDECIDED, "Will a vote be called?", "vote", ("a2",), "q1"),
    ),
)
_doubts, _doubts_briefing = _told(
    DOUBTS,
    "The Courier",
    "2031-03-10",
    actors=(_MARAVIA, ("Ivo Marek", ActorType.PERSON, "envoy"), ("Halden", ActorType.PLACE, "")),
    positions=(
        ("a1", Stance.DEMANDS, "demanded", "an answer on the harbour dues", "harbour dues", FIRM),
        ("a2", Stance.SUPPORTS, "praised", "the leases of the port", "leases of the port", FIRM),
    ),
    questions=(
        (
            "Will Maravia",
            QuestionKind.UNDECIDED,
            "Will Maravia pay for the dredging?",
            "dredging",
            ("a1",),
            "",
        ),
    ),
)
DOUBTS_TOLD = (
    _doubts,
    replace(
        _doubts_briefing,
        relations=(
            Relation("agent_of", "envoy", "a2", "a1", span(DOUBTS, "envoy, Ivo Marek of Maravia")),
        ),
    ),
)
_turn, _turn_briefing = _told(
    TURN,
    "Harbour News",
    "2031-04-02",
    actors=((*_LINDQVIST, "Prime Minister"), _ORLAND),
    positions=(
        ("a2", Stance.CONCEDES, "could accept", "the lease of the port", "port lease", CONDITIONAL),
    ),
)
TURN_TOLD = (
    _turn,
    replace(
        _turn_briefing,
        positions=tuple(
            replace(one, sources=("a1",), condition=span(TURN, "if the dues were doubled"))
            for one in _turn_briefing.positions
        ),
    ),
)
SIGNED_TOLD = _told(
    SIGNED,
    "The Courier",
    "2031-04-20",
    actors=((*_LINDQVIST, ""), _UNION),
    positions=(
        ("a1", Stance.COMMITS, "promised", "to honour the port lease", "port lease", FIRM),
        ("a2", Stance.OPPOSES, "rejected", "the lease of the port", "lease of the port", FIRM),
    ),
)
UNDATED_TOLD = _told(
    UNDATED,
    "",
    "",
    actors=((*_LINDQVIST, ""),),
    positions=(("a1", Stance.OPPOSES, "called", "harbour dues unfair", "harbour dues", FIRM),),
)

TOLD = (REFUSAL_TOLD, DOUBTS_TOLD, TURN_TOLD, SIGNED_TOLD, UNDATED_TOLD)


def filled(path: Path) -> Library:
    """A library of the five, opened."""
    library = Library.open(path)
    for one in TOLD:
        library.add(*one)
    return library
