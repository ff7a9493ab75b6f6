"""A document -> its briefing: actors, positions and open questions, each with its words.

The stages run in this order, and each reads only what stands before it: parse, actors, quantities,
places, positions, questions, times, events, salience. No stage reads the clock, the disk or the
network. The stages are imported when the first document is analysed, since they bring spaCy with
them.
"""

from __future__ import annotations

from briefings.analysis.parsing import DEFAULT_MODEL
from briefings.briefing import Briefing
from briefings.document import Document

ANALYSIS_VERSION = "4"
"""Raised whenever the same document and model could give another briefing."""


def analysis_name(model: str = DEFAULT_MODEL) -> str:
    """What `Briefing.analysis` is for a briefing that is made today."""
    return f"{ANALYSIS_VERSION} {model}"


def analyse(document: Document, model: str = DEFAULT_MODEL) -> Briefing:
    """Everything that is found in a document.

    Args:
        document: The document; its boilerplate is left out.
        model: The name of an installed spaCy model for English.

    Raises:
        AnalysisError: If the model is not installed.
    """
    from briefings.analysis.actors import find_actors
    from briefings.analysis.events import find_events, find_times
    from briefings.analysis.parsing import parse
    from briefings.analysis.places import find_places
    from briefings.analysis.positions import find_positions
    from briefings.analysis.quantities import find_quantities
    from briefings.analysis.questions import find_questions
    from briefings.analysis.salience import rank

    parsed = parse(document, model)
    resolution = find_actors(parsed)
    quantities = find_quantities(parsed)
    places = find_places(parsed, resolution)
    positions = find_positions(parsed, resolution)
    questions = find_questions(parsed, resolution, positions)
    times = find_times(parsed)
    events = find_events(parsed, resolution, positions, questions, times, places)
    return Briefing(
        document_id=document.id,
        analysis=analysis_name(model),
        sentences=parsed.sentences,
        actors=rank(parsed, resolution, positions),
        positions=positions,
        questions=questions,
        relations=resolution.relations,
        events=events,
        times=times,
        quantities=quantities,
        places=places,
    )
