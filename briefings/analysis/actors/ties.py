"""Relations between two actors that a role states, by DWIE's names."""

from __future__ import annotations

from functools import cache

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.clusters import Cluster
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.names import Label
from briefings.briefing import ActorType
from briefings.knowledge import load

BETWEEN_PEOPLE = frozenset(("family", "agent_of", "spokesperson_of"))
STATE_KINDS = frozenset(("head_of_state", "head_of_gov", "minister_of"))


def tie(
    discourse: Discourse,
    subject: Cluster,
    other: Cluster,
    title: str,
    at: tuple[int, int],
    *,
    is_family: bool,
) -> None:
    """Notes the relation that a title states between its bearer and the actor named with it.

    "[Moss]'s son-in-law" -> family; "[Ostrian] envoy" -> agent_of; "a spokesman for [Moss]" ->
    spokesperson_of. Any other tie to a person ("a friend of Moss") gives none.
    """
    if other.label is Label.PERSON:
        kind = "family" if is_family else _kind(title, other)
        if kind in BETWEEN_PEOPLE:
            discourse.tie(kind, title, subject, other, at)
        return
    kind = _kind(title, other)
    if kind:
        discourse.tie(kind, title, subject, other, at)


def _kind(title: str, other: Cluster) -> str:
    lower = f" {title.lower()} "
    words = set(lower.replace("-", " ").split())
    found = next((kind for noun, kind in _nouns() if f" {noun} " in lower), "")
    is_deputy = bool({"vice", "deputy"} & words)
    if found in STATE_KINDS and (words & lexicon.grammar("former") or is_deputy):
        return "member_of" if other.type is ActorType.STATE else ""
    if found in {"head_of_state", "head_of_gov"} and other.type is not ActorType.STATE:
        return "head_of"
    if words & lexicon.grammar("former"):
        return ""
    if (
        other.type is ActorType.PARTY
        and found == "head_of"
        and not words & lexicon.grammar("party_offices")
    ):
        return "member_of"
    return found


@cache
def _nouns() -> list[tuple[str, str]]:
    """Nouns of office with their relation, the longest first."""
    rows = [
        (noun, kind) for kind, nouns in load("en/titles")["relations"].items() for noun in nouns
    ]
    return sorted(rows, key=lambda row: -len(row[0]))
