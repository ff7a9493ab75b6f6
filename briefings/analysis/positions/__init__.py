"""Attributions and actors -> positions: who stands where, on what, under which condition."""

from __future__ import annotations

from briefings.analysis.parsing import Parse
from briefings.analysis.positions.assembly import assemble
from briefings.analysis.positions.attribution import find_attributions
from briefings.analysis.resolution import Resolution
from briefings.briefing import Position


def find_positions(parse: Parse, resolution: Resolution) -> tuple[Position, ...]:
    """The positions of a document.

    Args:
        parse: The parsed document.
        resolution: Its actors; holders, sources and targets are looked up there.

    Returns:
        Every attribution and every stance told without one, in the order of the text; those that
        are no stand are among them, marked.
    """
    return assemble(parse, resolution, find_attributions(parse))
