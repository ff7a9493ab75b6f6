"""A library with one briefing made by hand, and the command run in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from briefings.briefing import (
    Actor,
    ActorType,
    Briefing,
    Directness,
    Mention,
    MentionKind,
    Position,
    Question,
    QuestionKind,
    Role,
    Stance,
    Strength,
)
from briefings.document import Document, Origin, Precision, Published, Span
from briefings.events import (
    Event,
    EventStatus,
    Place,
    Quantity,
    Time,
    TimeKind,
    TimePrecision,
)
from briefings.library import Library
from briefings.reading import document_from_text
from tests.words import span_in
from tui.cli import main

TEXT = """\
Orland walks out of harbour talks

The delegation of Orland left the room on Thursday. “We will not sign a paper that gives away our \
port,” Petra Lindqvist, the foreign minister, said.

Maravia urged Orland to return if it wanted a deal. It is unclear when the talks will go on.
"""


at = partial(span_in, TEXT)


def named(
    identity: str, name: str, type: ActorType, *mentions: Span, roles: tuple[Role, ...] = ()
) -> Actor:
    found = tuple(Mention(span, MentionKind.NAMED) for span in mentions)
    state = "Orland" if name == "Petra Lindqvist" else ""
    return Actor(identity, name, type, found, roles=roles, state=state)


DOCUMENT: Document = document_from_text(
    TEXT,
    origin=Origin(publisher="Harbour News", author="Ana Ruiz"),
    published=Published("2031-03", Precision.MONTH),
)
LINDQVIST = named(
    "a1",
    "Petra Lindqvist",
    ActorType.PERSON,
    at("Petra Lindqvist"),
    roles=(Role("foreign minister", at("the foreign minister"), state="Orland"),),
)
ORLAND = named("a2", "Orland", ActorType.STATE, at("Orland"), at("Orland", "of Orland"))
MARAVIA = named("a3", "Maravia", ActorType.STATE, at("Maravia"))
THURSDAY = Time(at("on Thursday"), TimeKind.DATE, "2031-03-06", TimePrecision.DAY)
BRIEFING = Briefing(
    DOCUMENT.id,
    "1 by hand",
    actors=(LINDQVIST, ORLAND, MARAVIA),
    positions=(
        Position(
            "p1",
            holders=("a2",),
            sources=("a1",),
            stance=Stance.REFUSES,
            strength=Strength.FIRM,
            directness=Directness.DIRECT,
            source=(at("Petra Lindqvist"),),
            cue=(at("said"),),
            content=(at("sign a paper that gives away our port"),),
            sentence=at("“We will not sign a paper that gives away our port,”"),
        ),
        Position(
            "p2",
            holders=("a3",),
            sources=("a3",),
            stance=Stance.DEMANDS,
            strength=Strength.CONDITIONAL,
            directness=Directness.INDIRECT,
            source=(at("Maravia"),),
            cue=(at("urged"),),
            content=(at("Orland to return"),),
            condition=at("if it wanted a deal"),
            sentence=at("Maravia urged Orland to return if it wanted a deal."),
        ),
    ),
    questions=(
        Question(
            "q1",
            QuestionKind.UNKNOWN,
            sentence=at("It is unclear when the talks will go on."),
            cue=at("unclear"),
            text="When will the talks go on?",
            resolvers=("a2", "a3"),
        ),
    ),
    events=(
        Event(
            "e1",
            trigger=at("left"),
            span=at("The delegation of Orland left the room on Thursday"),
            sentence=at("The delegation of Orland left the room on Thursday."),
            status=EventStatus.PAST,
            actors=("a2",),
            place=at("the room"),
            time=THURSDAY,
        ),
    ),
    times=(THURSDAY,),
    quantities=(
        Quantity(
            "n1",
            span=at("a paper"),
            sentence=at("“We will not sign a paper that gives away our port,”"),
            amount=at("a paper"),
            value=1,
        ),
    ),
    places=(Place("l1", "room", (at("the room"),), "Orland"),),
)


@dataclass(frozen=True)
class Ended:
    """How a run of the command ended."""

    code: int
    out: bytes
    err: bytes


Run = Callable[..., Ended]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test, so that nothing of the person's who runs it is touched."""
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DOCUMENTS_DIR", "BRIEFING_CONFIG"):
        monkeypatch.delenv(variable, raising=False)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("BRIEFING_LIBRARY", str(home / "library.db"))
    monkeypatch.chdir(tmp_path)
    return home


@pytest.fixture
def library(home: Path) -> Path:
    """A library that holds the briefing made by hand."""
    path = home / "library.db"
    with Library.open(path) as opened:
        opened.add(DOCUMENT, BRIEFING)
    return path


@pytest.fixture
def briefing(capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run `briefing WORDS…` in this process."""

    def run(*words: str | Path) -> Ended:
        code = main([str(word) for word in words])
        captured = capsysbinary.readouterr()
        return Ended(code, captured.out, captured.err)

    return run
