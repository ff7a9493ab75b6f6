"""How much a document is about each of its actors: the measure is that of `briefings.salience`."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.analysis.parsing import Parse
from briefings.analysis.resolution import Resolution
from briefings.briefing import Actor, Position
from briefings.salience import ranked


def rank(parse: Parse, resolution: Resolution, positions: Sequence[Position]) -> tuple[Actor, ...]:
    """The actors with their salience, 0 to 1, the most salient first.

    Ties keep the order of the text.
    """
    return ranked(parse.document, resolution.actors, positions)
