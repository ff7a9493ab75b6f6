"""Descriptions with an article -> the actor that was named before: "the company", "the envoy".

A description counts for the mentions of an actor, and is only resolved where little else can be
meant: a kind of body to the last body of that kind, a role word to the last person who bears it.
"""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.bodies import before_join
from briefings.analysis.actors.clusters import Cluster
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.names import Label
from briefings.briefing import ActorType, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

FAR_PLACE, FAR_BODY = 4, 3
MOST_OFFICE = 5
LIST = 3
HOMES = frozenset(("country", "nation"))
NO_BODY = frozenset((None, ActorType.STATE, ActorType.PLACE))
Seen = deque[tuple[int, Cluster]]


def find_nominals(discourse: Discourse) -> None:
    """Adds descriptions with "the" or "this" to the actors they stand for."""
    _Resolver(discourse).run()


class _Resolver:
    """Walks through the text once, keeping the last actors of each kind."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.context = discourse.context
        self.seen: dict[str, Seen] = defaultdict(lambda: deque(maxlen=6))
        self.unnamed: set[str] = set()
        self.states: dict[int, Cluster] = {}
        self.bearers: dict[str, Cluster] = {}
        self.offices: dict[str, Cluster] = {}
        self.starts = {
            name.start: cluster for cluster in discourse.clusters for name in cluster.names
        }
        self.roles: dict[int, list[Cluster]] = defaultdict(list)
        for cluster in discourse.clusters:
            for role in cluster.roles:
                self.roles[role.span.start].append(cluster)

    def run(self) -> None:
        for token in self.context.tokens:
            self._note_role(token)
            if token.lower_ in lexicon.grammar("humans") and self._is_new(token):
                self.unnamed.add(token.lower_)
            cluster = self.starts.get(token.i)
            if cluster is not None:
                self._note(token, cluster)
            elif token.lower_ in {"the", "this"} and not self.context.headline[token.i]:
                self._resolve(token)

    def _is_new(self, noun: Token) -> bool:
        """ "a man": someone whom the text brings in without a name."""
        return any(c.lower_ in {"a", "an"} for c in noun.children) and (
            self.discourse.owner(noun.i) is None
        )

    def _note_role(self, token: Token) -> None:
        for cluster in self.roles.get(token.idx, ()):
            for role in cluster.roles:
                if role.span.start == token.idx:
                    self.offices[role.title.lower()] = cluster
                    for word in role.title.lower().split(" of ")[0].split(" for ")[0].split():
                        if word in lexicon.titles("persons"):
                            self.bearers[word] = cluster

    def _note(self, token: Token, cluster: Cluster) -> None:
        self.seen[f"any {cluster.label}"].append((token.i, cluster))
        self.seen[cluster.type].append((token.i, cluster))
        if cluster.type is ActorType.STATE:
            self.states[id(cluster)] = cluster
        if cluster.label is Label.ORGANIZATION:
            before = self.context.lower(token.i - 1)
            if before in lexicon.body_kinds() and self.context.same_line(token.i - 1, token.i):
                self.seen[f"word:{before}"].append((token.i, cluster))
            for word in before_join(cluster.name):
                if word in lexicon.head_kinds() or lexicon.body_kinds().get(word) not in NO_BODY:
                    self.seen[f"word:{word}"].append((token.i, cluster))

    def _resolve(self, article: Token) -> None:
        if self._resolve_office(article):
            return
        noun = self._noun_after(article)
        if noun is None or self.discourse.owner(noun.i) is not None:
            return
        cluster = self._place(noun) or self._body(noun) or self._person(noun)
        if cluster is not None:
            self.discourse.add(cluster, article.i, noun.i + 1, MentionKind.NOMINAL)

    def _resolve_office(self, article: Token) -> bool:
        """ "the harbour minister": the last person of whom the text said all these words."""
        for end in range(article.i + MOST_OFFICE, article.i + 2, -1):
            if not self.context.same_line(article.i, end - 1):
                continue
            cluster = self.offices.get(self.context.words(article.i + 1, end).lower())
            head = self.context.tokens[end - 1]
            if cluster is None or self.discourse.owner(head.i) is not None:
                continue
            if head.dep_ in {"compound", "appos"} or self.context.lower(end) in {"of", "-"}:
                continue
            if self.starts.get(end) is None:
                self.discourse.add(cluster, article.i, end, MentionKind.NOMINAL)
                return True
        return False

    def _noun_after(self, article: Token) -> Token | None:
        """The noun right behind the article, if nothing follows that says which one it is."""
        i = article.i + 1
        if not self.context.same_line(article.i, i):
            return None
        noun = self.context.tokens[i]
        if noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ == "compound" or noun.tag_ == "NNS":
            return None
        after = noun.i + 1
        if self.context.lower(after) in {"of", "-"} or self.starts.get(after) is not None:
            return None
        if any(child.dep_ in {"relcl", "acl", "appos"} for child in noun.children):
            return None
        return noun

    def _place(self, noun: Token) -> Cluster | None:
        """ "the country" -> the last state within four sentences; of a list, the most named."""
        lower = noun.lower_
        if lower in lexicon.grammar("countries"):
            seen = self.seen[ActorType.STATE]
        elif lower in lexicon.grammar("cities"):
            seen = deque(
                (i, c) for i, c in self.seen[ActorType.PLACE] if c.name not in lexicon.lands()
            )
        else:
            return None
        if lower in HOMES and len(self.states) == 1:
            return next(iter(self.states.values()))
        near = [(i, c) for i, c in seen if self._distance(i, noun.i) < FAR_PLACE]
        groups: dict[int, dict[int, Cluster]] = {}
        for i, cluster in near:
            groups.setdefault(self.context.sentence_of[i], {})[id(cluster)] = cluster
        for together in reversed(groups.values()):
            # "Ostria, Harlan and Norr": none of a list is "the country".
            if len(together) < LIST:
                return max(reversed(together.values()), key=lambda c: len(c.names))
        return None

    def _body(self, noun: Token) -> Cluster | None:
        """ "the court" -> the last one whose name holds the word; "the company" by its kind."""
        lower = noun.lower_
        kind = lexicon.body_kinds().get(lower)
        by_word = self.seen.get(f"word:{lower}")
        if by_word and (kind is not None or self.context.capital(noun.i)):
            return by_word[-1][1]
        if kind is None or kind in NO_BODY:
            return None
        if kind in {ActorType.GOVERNMENT, ActorType.ARMED_FORCE} and lower != "agency":
            return None
        near = [
            (i, c)
            for i, c in self.seen[f"any {Label.ORGANIZATION}"]
            if self._distance(i, noun.i) < FAR_BODY and self._may_be(c, lower, kind)
        ]
        return near[-1][1] if near else None

    def _may_be(self, cluster: Cluster, word: str, kind: ActorType) -> bool:
        if word in lexicon.grammar("loose_bodies"):
            return cluster.type not in {ActorType.GOVERNMENT, ActorType.MEDIA}
        if kind is ActorType.ORGANIZATION:
            return False
        return cluster.type is kind

    def _person(self, noun: Token) -> Cluster | None:
        """ "the envoy" -> the last person of that role; "the boy" -> the only one who fits."""
        lower = noun.lower_
        if lower in self.bearers:
            return self.bearers[lower]
        if lower not in lexicon.grammar("humans") or self.unnamed:
            return None
        gender = "female" if lower in {"woman", "girl"} else "male"
        near = {
            id(c): c
            for i, c in self.seen[f"any {Label.PERSON}"]
            if self._distance(i, noun.i) < FAR_BODY and c.gender in {gender, ""}
        }
        return next(iter(near.values())) if len(near) == 1 else None

    def _distance(self, earlier: int, later: int) -> int:
        return self.context.sentence_of[later] - self.context.sentence_of[earlier]
