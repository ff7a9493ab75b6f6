"""Capitals that stand for their government: "Oslo said it would not sign".

A capital becomes a government if it speaks or holds a stance somewhere in the text, and nowhere
stands behind a preposition of place. It stays an actor of its own that belongs to the state.
"""

from __future__ import annotations

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.names import Name
from briefings.briefing import ActorType


def mark_metonyms(discourse: Discourse) -> None:
    """Makes governments of the capitals that are used for one."""
    for cluster in discourse.clusters:
        known = cluster.known
        if (
            known is None
            or known.type is not ActorType.PLACE
            or known.name not in lexicon.capitals()
        ):
            continue
        agency = discourse.agency
        speaks = any(agency.speaks(n) or agency.holds(n) for n in cluster.names)
        if speaks and not any(_is_place(discourse, n) for n in cluster.names):
            cluster.type = ActorType.GOVERNMENT


def _is_place(discourse: Discourse, name: Name) -> bool:
    before = discourse.context.lower(name.start - 1)
    return before in lexicon.designators("places", "prepositions")
