"""What pane 3 can show: open questions first, then what else was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tui.panes.circumstance_rows import (
    commitment_rows,
    event_rows,
    gap_rows,
    place_rows,
    quantity_rows,
)
from tui.panes.circumstances import COMMITMENT, GAP, TOLD
from tui.panes.looks import note
from tui.panes.opened import Opened
from tui.panes.questions import NO_QUESTIONS, question_rows
from tui.widgets.rows import Line, Row


@dataclass(frozen=True, slots=True)
class View:
    """One of the things that pane 3 shows.

    Attributes:
        id: Its name in what is remembered.
        title: What the pane is called while it shows this.
        short: The same where there is no room.
        counted: What its rows are, behind their number.
        count: How many of it there are.
        rows: Makes the rows; with the id of an actor, those that concern it.
        nothing: What is read if the text has none.
        kind: The kind of the circumstances that are shown; of what is told, if they are no others.
    """

    id: str
    title: str
    short: str
    counted: str
    count: Callable[[Opened], int]
    rows: Callable[[Opened, str], list[Row]]
    nothing: tuple[Line, ...]
    kind: str = TOLD


VIEWS = (
    View(
        "questions", "Open questions", "Open", "open",
        lambda opened: len(opened.briefing.questions), question_rows, NO_QUESTIONS,
    ),
    View(
        "commitments", "Commitments", "Promises", "commitments",
        lambda opened: len(opened.commitments), commitment_rows,
        note("No commitments", "Nobody in this text promises or rules out something."),
        COMMITMENT,
    ),
    View(
        "events", "Events", "Events", "events",
        lambda opened: len(opened.briefing.events), event_rows,
        note("No events", "The analysis found nothing in this text that happens or may happen."),
    ),
    View(
        "numbers", "Numbers", "Numbers", "numbers",
        lambda opened: len(opened.briefing.quantities), quantity_rows,
        note("No numbers", "This text counts nothing."),
    ),
    View(
        "places", "Places", "Places", "places",
        lambda opened: len(opened.briefing.places), place_rows,
        note("No places", "This text names no place."),
    ),
    View(
        "gaps", "Not said", "Not said", "not said",
        lambda opened: len(opened.gaps), gap_rows,
        note("Nothing missing", "The analysis misses nothing that a reader would ask for."),
        GAP,
    ),
)  # fmt: skip
"""In the order of the keys that go through them; the first one is shown to a new reader."""


def view_of(identity: str) -> View:
    """The view with this id; the first one if there is none."""
    return next((view for view in VIEWS if view.id == identity), VIEWS[0])


def view_after(identity: str, step: int) -> View:
    """The view so many steps on; the first one comes after the last."""
    return VIEWS[(VIEWS.index(view_of(identity)) + step) % len(VIEWS)]
