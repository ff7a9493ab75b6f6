"""Who is mentioned where, as the rules of coreference fill it in.

The rules ask which actor a token belongs to, and add what they find: descriptions, adjectives,
pronouns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.actors.agency import Agency
from briefings.analysis.actors.clusters import Cluster
from briefings.analysis.actors.context import Context
from briefings.analysis.actors.lexicon import Known
from briefings.analysis.actors.names import Label
from briefings.briefing import ActorType, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

LABELS = {
    ActorType.STATE: Label.PLACE,
    ActorType.PLACE: Label.PLACE,
    ActorType.PERSON: Label.PERSON,
}
ADJECTIVAL = frozenset((ActorType.STATE, ActorType.PLACE, ActorType.PARTY))


class Discourse:
    """The actors of a document while they are being gathered.

    Attributes:
        context: The document's tokens.
        agency: What the grammar says of them.
        clusters: The actors so far.
        relations: Pairs of actors with the kind and the words of their tie.
    """

    def __init__(self, context: Context, agency: Agency, clusters: list[Cluster]) -> None:
        self.context = context
        self.agency = agency
        self.clusters = clusters
        self.ties: list[tuple[str, str, Cluster, Cluster, int, int]] = []
        self._owners: dict[int, Cluster] = {}
        self._states: dict[str, Cluster] = {}
        self._named: set[int] = set()
        for cluster in clusters:
            if cluster.known is not None and cluster.type in ADJECTIVAL:
                self._states[cluster.known.name] = cluster
            for name in cluster.names:
                for i in range(name.start, name.end):
                    self._owners[i] = cluster
                    self._named.add(i)

    def owner(self, i: int) -> Cluster | None:
        """The actor that token `i` is a mention of, or a part of one."""
        return self._owners.get(i)

    def is_named(self, i: int) -> bool:
        """Whether token `i` is part of a name."""
        return i in self._named

    def state(self, known: Known, *, make: bool = False) -> Cluster | None:
        """The actor of a known state; `make` adds it if the text has not named it."""
        cluster = self._states.get(known.name)
        if cluster is None and make:
            label = LABELS.get(known.type, Label.ORGANIZATION)
            cluster = Cluster(label, known.name, type=known.type, known=known, state=known.state)
            self._states[known.name] = cluster
            self.clusters.append(cluster)
        return cluster

    def add(self, cluster: Cluster, start: int, end: int, kind: MentionKind) -> None:
        """Adds a mention that is no name; its head word then belongs to the actor."""
        cluster.add(self.context.span(start, end), kind)
        if kind is MentionKind.NOMINAL:
            head = self.agency.head(start, end)
            self._owners.setdefault(head.i, cluster)
        else:
            for i in range(start, end):
                self._owners.setdefault(i, cluster)

    def release(self, i: int) -> None:
        """Takes token `i` from an actor that no name has, with the description around it."""
        cluster = self._owners.get(i)
        if cluster is None or cluster.names:
            return
        at = self.context.tokens[i].idx
        for span in [span for span in cluster.others if span.start <= at < span.end]:
            del cluster.others[span]
            for token in self.context.parse.doc.char_span(span.start, span.end) or ():
                if self._owners.get(token.i) is cluster:
                    del self._owners[token.i]

    def tie(
        self, kind: str, label: str, subject: Cluster, other: Cluster, at: tuple[int, int]
    ) -> None:
        """Notes a relation that the tokens `at` state, once."""
        if subject is other:
            return
        if not any(t[:1] == (kind,) and t[2] is subject and t[3] is other for t in self.ties):
            self.ties.append((kind, label, subject, other, *at))

    def of_token(self, token: Token) -> list[Cluster]:
        """The actors that a word stands for; of "Lee and Moss" both."""
        found = []
        stack = [token]
        while stack:
            word = stack.pop()
            cluster = self._owners.get(word.i)
            if cluster is not None and cluster not in found:
                found.append(cluster)
            stack.extend(child for child in word.children if child.dep_ == "conj")
        return found

    def claim(self, i: int, cluster: Cluster) -> None:
        """Makes a token part of an actor's mention, if it belongs to nobody yet."""
        self._owners.setdefault(i, cluster)
