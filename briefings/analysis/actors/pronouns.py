"""Pronouns -> the actors they stand for, left to right; unresolved rather than wrong.

Singular personal pronouns take the best of the people in this and the three sentences before, by
distance, grammatical role, paragraph, and how often somebody was named; gender must not clash.
For "I" and "we" see `firstperson`, for "they" and "it" `things`. The weights were set on news
articles of the GUM corpus.
"""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.binding import (
    SUBJECTS,
    clause,
    is_object,
    is_open_clause,
    own_subject,
)
from briefings.analysis.actors.clusters import Cluster
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.firstperson import find_first_person
from briefings.analysis.actors.names import Label
from briefings.analysis.actors.speakers import find_speakers
from briefings.analysis.actors.things import find_things
from briefings.briefing import MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Span as Phrase
    from spacy.tokens import Token

FAR = 3
ENOUGH, LEAD = 2.5, 1.0
SURE_LEAD = 2.0
OWN_SUBJECT, OWN_OBJECT, TELLER = 2.0, 2.2, 1.0


@dataclass(slots=True)
class Candidate:
    """A mention of a person, or of an unnamed one, that a pronoun may stand for.

    Attributes:
        cluster: The named person, or None.
        described: The actor of whom the text gives no name, if he or she is one.
    """

    head: int
    start: int
    sentence: int
    paragraph: int
    role: str
    cluster: Cluster | None
    gender: str
    speaks: bool
    described: Cluster | None = None


def find_pronouns(discourse: Discourse) -> list[Cluster | None]:
    """Adds the pronouns of the text to the actors they stand for; returns who speaks.

    There is one speaker for each quotation of the context, or None.

    The first round only learns the gender of names that do not tell it; the second counts.
    """
    votes = _Singular(discourse, [None] * len(discourse.context.quotations)).run(keep=False)
    for cluster in discourse.clusters:
        if cluster.label is Label.PERSON and not cluster.gender:
            cluster.gender = _elected(votes.get(id(cluster), Counter()))
    speakers = find_speakers(discourse)
    _Singular(discourse, speakers).run(keep=True)
    speakers = find_speakers(discourse)
    find_first_person(discourse, speakers)
    find_things(discourse)
    return speakers


def _elected(votes: Counter[str]) -> str:
    if not votes:
        return ""
    gender, most = votes.most_common(1)[0]
    return gender if most > 2 * (sum(votes.values()) - most) else ""


def _role(token: Token) -> str:
    """The part that a mention plays; an apposition plays that of its noun."""
    while token.dep_ == "appos":
        token = token.head
    if token.dep_ in SUBJECTS or (token.dep_ == "conj" and token.head.dep_ in SUBJECTS):
        return "subject"
    if token.dep_ == "poss":
        return "possessor"
    if token.dep_ == "pobj" and token.head.dep_ == "agent":
        return "agent"
    return "object" if token.dep_ in {"dobj", "pobj", "dative", "iobj"} else "other"


ROLE_WEIGHTS = {"subject": 2.0, "agent": 1.2, "possessor": 0.6, "object": 0.3, "other": 0.4}


class _Singular:
    """ "he", "she" and their forms."""

    def __init__(self, discourse: Discourse, speakers: list[Cluster | None]) -> None:
        self.discourse = discourse
        self.context = discourse.context
        self.speakers = speakers
        self.recent: deque[Candidate] = deque(maxlen=40)
        self.said: Counter[int] = Counter()
        self.votes: dict[int, Counter[str]] = {}
        self.named_in: dict[int, set[int]] = {}
        for cluster in discourse.clusters:
            for name in cluster.names:
                quote = self.context.quotation_of[name.start]
                self.named_in.setdefault(quote, set()).add(id(cluster))

    def run(self, *, keep: bool) -> dict[int, Counter[str]]:
        mentions = self._mentions()
        lowers, people = self.context.lowers, lexicon.titles("persons")
        starts = {sentence.start: sentence for sentence in self.context.sentences}
        genders = {w: g for g in ("male", "female") for w in lexicon.nouns("pronouns", g)}
        for token in self.context.tokens:
            if token.i in starts:
                self._see_ahead(starts[token.i])
            for cluster, start, head in mentions.get(token.i, ()):
                self._see(cluster, start, self.context.tokens[head])
            lower = lowers[token.i]
            if lower == "who" and token.dep_ == "nsubj" and token.head.dep_ == "relcl":
                self._see_relative(token)
            if lower in genders and token.pos_ == "PRON":
                self._resolve(token, genders[lower], keep=keep)
            elif lower in people and self._is_unnamed(token):
                self._see(None, token.i, token, self.discourse.owner(token.i))
        return self.votes

    def _mentions(self) -> dict[int, list[tuple[Cluster, int, int]]]:
        """The mentions of people, by their last token."""
        found: dict[int, list[tuple[Cluster, int, int]]] = {}
        for cluster in self.discourse.clusters:
            if cluster.label is Label.PERSON:
                for name in cluster.names:
                    head = self.discourse.agency.head(name.start, name.end).i
                    found.setdefault(name.end - 1, []).append((cluster, name.start, head))
        return found

    def _is_unnamed(self, token: Token) -> bool:
        """ "a photographer": someone whom the text does not name."""
        owner = self.discourse.owner(token.i)
        return (
            token.tag_ == "NN"
            and (owner is None or not owner.names)
            and token.dep_ not in {"compound", "appos", "attr", "amod"}
        )

    def _see(
        self, cluster: Cluster | None, start: int, head: Token, described: Cluster | None = None
    ) -> None:
        gender = cluster.gender if cluster is not None else _noun_gender(head)
        speaks = head.dep_ in SUBJECTS and head.head.lemma_ in lexicon.agency("saying")
        self.recent.append(
            Candidate(
                head.i,
                start,
                self.context.sentence_of[head.i],
                self.context.paragraph_of[head.i],
                _role(head),
                cluster,
                gender,
                speaks,
                described,
            )
        )
        if cluster is not None:
            self.said[id(cluster)] += 1

    def _see_ahead(self, sentence: Phrase) -> None:
        """ "After calling his mother, Lee left": who does what a clause without subject tells."""
        for child in sentence.root.children:
            if child.dep_ not in SUBJECTS:
                continue
            owner = self.discourse.owner(child.i)
            if owner is None or owner.label is not Label.PERSON:
                return
            if any(is_open_clause(left) for left in sentence.root.lefts if left.i < child.i):
                self._see(owner, child.i, child)
                self.said[id(owner)] -= 1
            return

    def _see_relative(self, who: Token) -> None:
        """ "Lee, who told Moss that he ...": Lee is a subject once more."""
        owner = self.discourse.owner(who.head.head.i)
        if owner is not None and owner.label is Label.PERSON:
            self._see(owner, who.i, who)

    def _resolve(self, token: Token, gender: str, *, keep: bool) -> None:
        best: dict[int, tuple[float, Candidate]] = {}
        barred = self._barred(token)
        for candidate in self.recent:
            if candidate.cluster is not None and id(candidate.cluster) in barred:
                continue
            score = self._score(token, gender, candidate)
            if score is None:
                continue
            someone = candidate.cluster or candidate.described
            identity = id(someone) if someone else -candidate.head
            if identity not in best or best[identity][0] < score:
                best[identity] = (score, candidate)
        ranked = sorted(best.values(), key=lambda row: -row[0])
        if not ranked or ranked[0][0] < ENOUGH:
            return
        lead = ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else 0.0)
        cluster, described = ranked[0][1].cluster, ranked[0][1].described
        is_subject = token.dep_ in SUBJECTS
        if keep and is_subject and lead >= LEAD and cluster is None and described is not None:
            self.discourse.add(described, token.i, token.i + 1, MentionKind.PRONOUN)
            self._see(None, token.i, token, described)
        if lead < LEAD or cluster is None:
            return
        if lead >= SURE_LEAD:
            self.votes.setdefault(id(cluster), Counter())[gender] += 1
        if keep:
            self.discourse.add(cluster, token.i, token.i + 1, MentionKind.PRONOUN)
        self._see(cluster, token.i, token)

    def _barred(self, token: Token) -> set[int]:
        """The people who cannot be meant, whatever else they are in the sentence."""
        if token.lower_.endswith("self"):
            return set()
        here = self.context.sentence_of[token.i]
        return {
            id(candidate.cluster)
            for candidate in self.recent
            if candidate.cluster is not None
            and candidate.sentence == here
            and token.dep_ != "pobj"
            and self._is_ruled_out(token, candidate, 0)
        }

    def _score(self, token: Token, gender: str, candidate: Candidate) -> float | None:
        """How well a pronoun may stand for a candidate; None if it cannot."""
        context = self.context
        back = context.sentence_of[token.i] - candidate.sentence
        if back > (FAR if candidate.cluster is not None else 1):
            return None
        if candidate.gender and candidate.gender != gender:
            return None
        if self._is_ruled_out(token, candidate, back):
            return None
        role = _role(token)
        score = 6 - 1.7 * back + ROLE_WEIGHTS[candidate.role]
        if role == candidate.role == "subject":
            score += 0.7
        if candidate.speaks and back <= 1:
            score += 0.5
        if context.paragraph_of[token.i] != candidate.paragraph:
            score -= 0.6
        if candidate.cluster is None:
            score -= 0.8
        else:
            score += min(1.2, 0.25 * self.said[id(candidate.cluster)])
            score += 0.8 if candidate.gender == gender else 0.0
        if back == 0:
            score += 0.3 / (1 + abs(token.i - candidate.head) / 10)
            score += self._bound(token, candidate)
        return score

    def _quoted_by(self, token: Token) -> int:
        """The quotation that a pronoun stands beside as its speaker: "“Lee won,” he said".

        Nobody speaks of himself by name, or as "this man". In other places there is none: -1.
        """
        if token.dep_ not in SUBJECTS or token.head.pos_ != "VERB":
            return -1
        first = min(token.i, token.head.i)
        is_speech = token.head.lemma_ in lexicon.agency("saying") or self.context.lower(
            first - 2
        ) in {",", "!", "?", "."}
        return self.context.quotation_of[max(0, first - 1)] if is_speech else -1

    def _bound(self, token: Token, candidate: Candidate) -> float:
        """What the grammar of one sentence adds.

        A possessive leans to the subject of its clause, or to the object before it ("helped Lee
        with his case"); the subject of what is told to its teller ("Lee told Moss he would").
        """
        head = self.context.tokens[candidate.head]
        if token.dep_ == "poss":
            noun = head.head if head.dep_ == "appos" else head
            if own_subject(token) == noun.i:
                return OWN_SUBJECT
            is_before = head.dep_ == "dobj" and clause(head) == clause(token)
            return OWN_OBJECT if is_before else 0.0
        is_told = token.dep_ in SUBJECTS and token.head.dep_ == "ccomp"
        tells = candidate.role == "subject" and head.head.i == token.head.head.i
        return TELLER if is_told and tells else 0.0

    def _is_ruled_out(self, token: Token, candidate: Candidate, back: int) -> bool:
        quote = self.context.quotation_of[token.i]
        speaker = self.speakers[quote] if quote >= 0 else None
        if speaker is not None and speaker is candidate.cluster:
            return True
        beside = self._quoted_by(token) if quote < 0 else -1
        if beside >= 0 and (
            id(candidate.cluster) in self.named_in.get(beside, ())
            or self.context.quotation_of[candidate.head] == beside
        ):
            return True
        if back:
            return False
        head = self.context.tokens[candidate.head]
        is_reflexive = token.lower_.endswith("self")
        same_clause = clause(head) == clause(token)
        if is_reflexive:
            return not (same_clause and candidate.role == "subject")
        if candidate.role == "subject" and is_object(token):
            return same_clause
        # "Lee's brother said he ...": the owner is not the subject beside whom he stands.
        return token.dep_ == "poss" and token.head.i == head.i


def _noun_gender(noun: Token) -> str:
    lower = noun.lower_
    if lower in lexicon.titles("male"):
        return "male"
    return "female" if lower in lexicon.titles("female") else ""
