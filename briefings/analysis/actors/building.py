"""Clusters -> actors and relations, in the order of first mention."""

from __future__ import annotations

from briefings.analysis.actors.clusters import Cluster
from briefings.analysis.actors.context import Context
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.names import key
from briefings.analysis.resolution import Resolution
from briefings.briefing import Actor, Mention, MentionKind, Relation


def build(discourse: Discourse) -> Resolution:
    """The actors with their ids, and the relations between them."""
    context = discourse.context
    rows = []
    for cluster in discourse.clusters:
        mentions = _mentions(context, cluster)
        if mentions:
            rows.append((mentions[0].span, cluster, mentions))
    rows.sort(key=lambda row: (row[0].start, row[0].end))
    identities = {id(cluster): f"a{n}" for n, (_, cluster, _) in enumerate(rows, start=1)}
    actors = [
        _actor(context, identities[id(cluster)], cluster, mentions) for _, cluster, mentions in rows
    ]
    return Resolution(actors, _relations(discourse, identities))


def _mentions(context: Context, cluster: Cluster) -> tuple[Mention, ...]:
    named = [Mention(context.span(n.start, n.end), MentionKind.NAMED) for n in cluster.names]
    return tuple(
        sorted([*named, *cluster.others.values()], key=lambda m: (m.span.start, m.span.end))
    )


def _actor(
    context: Context, identity: str, cluster: Cluster, mentions: tuple[Mention, ...]
) -> Actor:
    aliases = dict.fromkeys(key(context, n.start, n.end) for n in cluster.names)
    return Actor(
        id=identity,
        name=cluster.name,
        type=cluster.type,
        mentions=mentions,
        aliases=tuple(alias for alias in aliases if alias != cluster.name),
        roles=tuple(cluster.roles),
        state=cluster.state,
    )


def _relations(discourse: Discourse, identities: dict[int, str]) -> list[Relation]:
    return [
        Relation(
            kind,
            label,
            identities[id(one)],
            identities[id(other)],
            discourse.context.span(start, end),
        )
        for kind, label, one, other, start, end in discourse.ties
        if id(one) in identities and id(other) in identities
    ]
