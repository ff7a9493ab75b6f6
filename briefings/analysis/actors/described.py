"""Those whom the text only describes: "an Ostrian judge", "opposition groups in Norr".

A description becomes an actor of its own if it takes a stand somewhere in the text: as the subject
of a verb that tells one, as the agent of a passive, behind "according to", as the owner of a stance
("the dockers' demand"), or as the body that a spokesman speaks for. Nobody is linked to a name
by it. The same description is one actor; "the judge" is the only judge that was described before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.clusters import Cluster
from briefings.analysis.actors.depiction import Depiction, depiction_of
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.names import Label
from briefings.analysis.actors.stands import takes_stand
from briefings.briefing import ActorType, MentionKind

FAR = 3
BODIES = (ActorType.MEDIA, ActorType.COMPANY, ActorType.ORGANIZATION, ActorType.PARTY)
Forms = dict[tuple[str, bool], list[Depiction]]


def find_described(discourse: Discourse, *, owned: bool) -> None:
    """Adds those who are only described to the actors, with their mentions.

    Args:
        discourse: The actors so far.
        owned: Whether to take descriptions with a pronoun, such as "his lawyer". They come last:
            some stand for a person who has a name (see `belongings`).
    """
    forms: Forms = defaultdict(list)
    bearers = _Bearers(discourse)
    for token in discourse.context.nouns:
        found = depiction_of(discourse, token)
        if found is None or found.is_owned is not owned or bearers.take(found):
            continue
        forms[found.form, found.is_plural].append(found)
    _join_definite(forms)
    for depictions in forms.values():
        acting = [takes_stand(discourse.context.tokens[d.head]) for d in depictions]
        if any(acting):
            _make(
                discourse,
                [d for d, acts in zip(depictions, acting, strict=True) if acts or d.is_known],
            )


class _Bearers:
    """The people with a name whom a definite description may mean: "the Florida senator"."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.by_noun: dict[str, dict[int, tuple[Cluster, set[str]]]] = defaultdict(dict)
        number = discourse.context.sentence_of
        self.bodies = {
            kind: sorted(
                number[n.start] for c in discourse.clusters if c.type is kind for n in c.names
            )
            for kind in BODIES
        }
        full = lexicon.abbreviated_titles()
        for cluster in discourse.clusters:
            for role in cluster.roles if cluster.names else ():
                said = f"{role.title} {role.organization} {role.state}".lower().split()
                words = {full.get(word.rstrip("."), word) for word in said}
                for word in words & lexicon.titles("persons"):
                    known = self.by_noun[word].setdefault(id(cluster), (cluster, set()))
                    known[1].update(words)

    def take(self, depiction: Depiction) -> bool:
        """Whether a description may be somebody's who has a name; the only one's is added.

        An epithet ("the tycoon") brings nobody new into a text, whoever bears it.
        """
        if not depiction.is_definite or depiction.is_plural:
            return False
        if depiction.type in BODIES:
            return self._is_near(depiction)
        if depiction.type is not ActorType.PERSON:
            return False
        if depiction.noun in lexicon.nouns("groups", "epithets"):
            return True
        bearers = self.by_noun.get(depiction.noun)
        noun = self.discourse.context.tokens[depiction.end - 1]
        if not bearers or any(child.dep_ == "relcl" for child in noun.children):
            return False  # "the member who wants to leave" may be anyone
        fitting = [c for c, words in bearers.values() if set(depiction.form.split()) <= words]
        if len(fitting) == 1 == len(bearers):
            self.discourse.add(fitting[0], depiction.start, depiction.end, MentionKind.NOMINAL)
        return True

    def _is_near(self, depiction: Depiction) -> bool:
        """Whether a body of that kind has been named shortly before."""
        number = self.discourse.context.sentence_of
        here = number[depiction.head]
        at = bisect_left(self.bodies[depiction.type], here - FAR)
        near = self.bodies[depiction.type][at : at + 1]
        return bool(near) and near[0] <= here


def _join_definite(forms: Forms) -> None:
    """ "The judge" -> the only judge with words of his own: "an Ostrian judge"."""
    longer: dict[tuple[str, bool], list[list[Depiction]]] = defaultdict(list)
    for (form, is_plural), depictions in forms.items():
        if " " in form:
            longer[depictions[0].noun, is_plural].append(depictions)
    for (noun, is_plural), full in longer.items():
        short = forms.get((noun, is_plural)) or forms.get((f"{noun}s", is_plural))
        if short is None or len(full) > 1:
            continue
        later = [d for d in short if d.is_definite and d.start > full[0][0].start]
        full[0].extend(later)
        short[:] = [d for d in short if d not in later]


def _make(discourse: Discourse, depictions: list[Depiction]) -> None:
    first = depictions[0]
    owner = next((d.origin for d in depictions if d.origin), None)
    label = Label.PERSON if first.type is ActorType.PERSON else Label.OTHER
    cluster = Cluster(
        label, first.name, type=first.type, is_plural=first.is_plural, gender=first.gender
    )
    if owner is not None:
        cluster.state = owner.name if owner.type is ActorType.STATE else owner.state
    discourse.clusters.append(cluster)
    for depiction in depictions:
        discourse.add(cluster, depiction.start, depiction.end, MentionKind.NOMINAL)
        discourse.claim(depiction.head, cluster)
        for i in range(depiction.start, depiction.head):
            discourse.claim(i, cluster)
