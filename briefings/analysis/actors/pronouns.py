"""Pronouns -> the actors they stand for, left to right; unresolved rather than wrong.

Singular personal pronouns take the best of the people in this and the three sentences before, by
distance, grammatical role, paragraph, and how often somebody was named; gender must not clash.
"I" is the speaker of a quotation. For "they" and "it" see `things`. The weights were set on news
articles of the GUM corpus.
"""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.clusters import Cluster
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.names import Label
from briefings.analysis.actors.speakers import find_speakers
from briefings.analysis.actors.things import find_things
from briefings.briefing import MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

FAR = 3
ENOUGH, LEAD = 2.5, 1.0
SURE_LEAD = 2.0
SUBJECTS = frozenset(("nsubj", "nsubjpass"))


@dataclass(slots=True)
class Candidate:
    """A mention of a person, or of an unnamed one (no cluster), that a pronoun may stand for."""

    head: int
    start: int
    sentence: int
    paragraph: int
    role: str
    cluster: Cluster | None
    gender: str
    speaks: bool


def find_pronouns(discourse: Discourse) -> None:
    """Adds the pronouns of the text to the actors they stand for.

    The first round only learns the gender of names that do not tell it; the second counts.
    """
    votes = _Singular(discourse, [None] * len(discourse.context.quotations)).run(keep=False)
    for cluster in discourse.clusters:
        if cluster.label is Label.PERSON and not cluster.gender:
            cluster.gender = _elected(votes.get(id(cluster), Counter()))
    speakers = find_speakers(discourse)
    _Singular(discourse, speakers).run(keep=True)
    speakers = find_speakers(discourse)
    _first_person(discourse, speakers)
    find_things(discourse)


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
    return "object" if token.dep_ in {"dobj", "pobj", "dative", "iobj"} else "other"


ROLE_WEIGHTS = {"subject": 2.0, "possessor": 0.6, "object": 0.3, "other": 0.4}


class _Singular:
    """ "he", "she" and their forms."""

    def __init__(self, discourse: Discourse, speakers: list[Cluster | None]) -> None:
        self.discourse = discourse
        self.context = discourse.context
        self.speakers = speakers
        self.recent: deque[Candidate] = deque(maxlen=40)
        self.said: Counter[int] = Counter()
        self.votes: dict[int, Counter[str]] = {}

    def run(self, *, keep: bool) -> dict[int, Counter[str]]:
        mentions = self._mentions()
        genders = {w: g for g in ("male", "female") for w in lexicon.nouns("pronouns", g)}
        for token in self.context.tokens:
            for cluster, start, head in mentions.get(token.i, ()):
                self._see(cluster, start, self.context.tokens[head])
            if token.lower_ == "who" and token.dep_ == "nsubj" and token.head.dep_ == "relcl":
                self._see_relative(token)
            if token.lower_ in genders and token.pos_ == "PRON":
                self._resolve(token, genders[token.lower_], keep=keep)
            elif self._is_unnamed(token):
                self._see(None, token.i, token)
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
        return (
            token.tag_ == "NN"
            and token.lower_ in lexicon.titles("persons")
            and self.discourse.owner(token.i) is None
            and token.dep_ not in {"compound", "appos", "attr", "amod"}
        )

    def _see(self, cluster: Cluster | None, start: int, head: Token) -> None:
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
            )
        )
        if cluster is not None:
            self.said[id(cluster)] += 1

    def _see_relative(self, who: Token) -> None:
        """ "Lee, who told Moss that he ...": Lee is a subject once more."""
        owner = self.discourse.owner(who.head.head.i)
        if owner is not None and owner.label is Label.PERSON:
            self._see(owner, who.i, who)

    def _resolve(self, token: Token, gender: str, *, keep: bool) -> None:
        best: dict[int, tuple[float, Candidate]] = {}
        for candidate in self.recent:
            score = self._score(token, gender, candidate)
            if score is None:
                continue
            identity = id(candidate.cluster) if candidate.cluster else -candidate.head
            if identity not in best or best[identity][0] < score:
                best[identity] = (score, candidate)
        ranked = sorted(best.values(), key=lambda row: -row[0])
        if not ranked or ranked[0][0] < ENOUGH:
            return
        lead = ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else 0.0)
        cluster = ranked[0][1].cluster
        if lead < LEAD or cluster is None:
            return
        if lead >= SURE_LEAD:
            self.votes.setdefault(id(cluster), Counter())[gender] += 1
        if keep:
            self.discourse.add(cluster, token.i, token.i + 1, MentionKind.PRONOUN)
        self._see(cluster, token.i, token)

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
            score += 0.3 / (1 + (token.i - candidate.head) / 10)
        return score

    def _is_ruled_out(self, token: Token, candidate: Candidate, back: int) -> bool:
        quote = self.context.quotation_of[token.i]
        speaker = self.speakers[quote] if quote >= 0 else None
        if speaker is not None and speaker is candidate.cluster:
            return True
        if back:
            return False
        head = self.context.tokens[candidate.head]
        is_reflexive = token.lower_.endswith("self")
        same_clause = _clause(head) == _clause(token)
        if is_reflexive:
            return not (same_clause and candidate.role == "subject")
        if token.dep_ in {"dobj", "pobj", "dative"} and candidate.role == "subject":
            return same_clause
        # "Lee's brother said he ...": the owner is not the subject beside whom he stands.
        return token.dep_ == "poss" and token.head.i == head.i


def _clause(token: Token) -> int:
    """The verb that a word belongs to."""
    for _ in range(12):
        if token.pos_ in {"VERB", "AUX"} or token.head.i == token.i:
            return token.i
        token = token.head
    return token.i


def _noun_gender(noun: Token) -> str:
    lower = noun.lower_
    if lower in lexicon.titles("male"):
        return "male"
    return "female" if lower in lexicon.titles("female") else ""


def _first_person(discourse: Discourse, speakers: list[Cluster | None]) -> None:
    """ "I" between quotation marks -> the speaker, if a person; "we" -> a body that speaks."""
    answering = _answering(discourse)
    mine = lexicon.nouns("pronouns", "speaker")
    ours = lexicon.nouns("pronouns", "speakers")
    for token in discourse.context.tokens:
        if token.pos_ != "PRON" or token.lower_ not in mine | ours:
            continue
        quote = discourse.context.quotation_of[token.i]
        paragraph = discourse.context.paragraph_of[token.i]
        speaker = speakers[quote] if quote >= 0 else answering.get(paragraph)
        if speaker is not None and (speaker.label is Label.PERSON) is (token.lower_ in mine):
            discourse.add(speaker, token.i, token.i + 1, MentionKind.PRONOUN)


def _answering(discourse: Discourse) -> dict[int, Cluster]:
    """The speakers of paragraphs that begin with a name and a colon, as interviews do."""
    found: dict[int, Cluster] = {}
    context = discourse.context
    for cluster in discourse.clusters:
        for name in cluster.names:
            before = name.start - 1
            opens = before < 0 or context.paragraph_of[before] != context.paragraph_of[name.start]
            if (opens or context.tokens[before].is_space) and context.lower(name.end) == ":":
                found[context.paragraph_of[name.start]] = cluster
    return found
