"""The small article with what a reader has put beside it."""

from __future__ import annotations

from dataclasses import replace

from briefings.corrections import QuestionStatus, Subject
from briefings.export import Taken
from briefings.library import Stored
from briefings.library.records import Marks, Note
from tests.export.examples import BRIEFING, DOCUMENT, stored

DAY = "2031-04-09T08:00:00Z"


def note(text: str, number: int = 1) -> Note:
    return Note(number, text, Subject(), DAY, DAY)


MARKS = Marks(
    is_read=True,
    is_starred=True,
    tags=("harbour", "elm bay: talks"),
    notes=(note("Call the *Courier*\nand ask for the paper", 2),),
    notes_of={"p2": (note("Ask Ruiz"),), "q2": (note("See last year"),), "a4": (note("Envoy!"),)},
    statuses={"q1": QuestionStatus.NARROWED, "q2": QuestionStatus.ANSWERED},
)


def taken(of: Stored | None = None) -> Taken:
    """The example, marked."""
    return Taken(of or stored(), MARKS)


def another() -> Taken:
    """A second briefing of the same people, a day earlier."""
    assert DOCUMENT.published is not None
    document = replace(
        DOCUMENT,
        id="0123456789abcdef" * 4,
        title="Varda waits",
        published=replace(DOCUMENT.published, date="2031-04-06"),
    )
    return Taken(stored(document, replace(BRIEFING, document_id=document.id)))
