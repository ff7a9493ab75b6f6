""" "They" and "it" -> groups and bodies, where grammar leaves little choice.

1. "their", "its": the subject of the same clause.
2. "they", "it" as subjects: the subject of a clause above or before it in the sentence
   ("Oxenby said it would close"; "should the rebels attack, they would lose").
3. The same at the head of a sentence: the subject of the sentence before.

The first subject that fits in number decides; if it is nobody's, the pronoun stays unresolved.
"It" must do what only someone does: "it rained" has no actor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.belongings import first_person
from briefings.analysis.actors.clusters import Cluster
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.names import Label
from briefings.briefing import ActorType, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST_CLAUSES = 5
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
BOTH = frozenset(("both", "either", "neither", "each"))
OBJECTS = frozenset(("dobj", "dative", "iobj"))
BODIES = frozenset(
    (
        ActorType.STATE,
        ActorType.GOVERNMENT,
        ActorType.INTERNATIONAL_ORGANIZATION,
        ActorType.PARTY,
        ActorType.COMPANY,
        ActorType.ORGANIZATION,
        ActorType.ARMED_FORCE,
        ActorType.MEDIA,
    )
)


def find_things(discourse: Discourse) -> None:
    """Adds "they", "it" and their forms to the actors they stand for."""
    plural = lexicon.nouns("pronouns", "plural")
    neuter = lexicon.nouns("pronouns", "neuter")
    for token in discourse.context.tokens:
        lower = token.lower_
        if token.pos_ != "PRON" or (lower not in plural and lower not in neuter):
            continue
        for cluster in _antecedents(discourse, token, is_plural=lower in plural):
            discourse.add(cluster, token.i, token.i + 1, MentionKind.PRONOUN)


def _antecedents(discourse: Discourse, token: Token, *, is_plural: bool) -> list[Cluster]:
    if not is_plural and token.dep_ in SUBJECTS and not _is_deed(token):
        return []
    if token.dep_ not in SUBJECTS | {"poss"}:
        return []
    for subject in _subjects_before(discourse, token):
        found = _fitting(discourse, subject, token, is_plural=is_plural)
        if found is not None:
            return found
    return []


def _is_deed(token: Token) -> bool:
    """Whether "it" does what only someone does: "it said", "it has agreed to"."""
    verb = token.head
    return verb.lemma_ in lexicon.agency("saying") or verb.lemma_ in lexicon.agency("doing")


def _subjects_before(discourse: Discourse, token: Token) -> list[Token]:
    """The subjects that a pronoun may take up, the nearest clause first."""
    found = []
    verb = _verb_above(token)
    own = token.dep_ == "poss"
    if own and (ahead := _subject_ahead(token)) is not None:
        found.append(ahead)
    for _ in range(MOST_CLAUSES):
        subject = _subject(verb)
        if subject is not None and subject.i < token.i and (own or subject.i != token.i):
            found.append(subject)
        for child in verb.children:
            fronted = child.dep_ in {"advcl", "ccomp"} and child.i < token.i
            if fronted and (inner := _subject(child)) is not None and inner.i < token.i:
                found.append(inner)
        if verb.head.i == verb.i:
            break
        verb = _verb_above(verb)
    if not found or found == [token]:
        before = discourse.context.sentence_of[token.i] - 1
        if before >= 0 and token.dep_ in SUBJECTS | {"poss"}:
            sentence = discourse.context.sentences[before]
            same = discourse.context.paragraph_of[sentence.start]
            subject = _subject(sentence.root)
            if subject is not None and same == discourse.context.paragraph_of[token.i]:
                found.append(subject)
    return [subject for subject in found if subject.i != token.i]


def _subject_ahead(token: Token) -> Token | None:
    """ "Despite their losses, [the rebels] fought": the subject behind a fronted phrase."""
    for above in token.ancestors:
        if above.dep_ == "prep" and above.head.pos_ in {"VERB", "AUX"}:
            subject = _subject(above.head)
            return subject if subject is not None and subject.i > token.i > above.i else None
        if above.pos_ in {"VERB", "AUX"} or above.dep_ in SUBJECTS:
            return None
    return None


def _verb_above(token: Token) -> Token:
    """The verb of the clause that a word stands in; of a verb, that of the clause above."""
    token = token.head
    for _ in range(12):
        if token.pos_ in {"VERB", "AUX"} or token.head.i == token.i:
            return token
        token = token.head
    return token


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, also where it is shared: "Oxenby said and [did]"."""
    for _ in range(3):
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                return child
        if verb.dep_ not in {"conj", "xcomp"}:
            return None
        verb = verb.head
    return None


def _fitting(
    discourse: Discourse, subject: Token, token: Token, *, is_plural: bool
) -> list[Cluster] | None:
    """The actors of a subject that fits in number; an empty list if it fits but is nobody."""
    clusters = discourse.of_token(subject)
    # Who says "we" says "they" of others.
    if subject.pos_ == "PRON" and (not clusters or subject.lower_ in first_person()):
        return None
    if is_plural:
        return _plural(subject, token, clusters)
    if (subject.tag_ in {"NNS", "NNPS"} and not clusters) or len(clusters) > 1:
        return None
    if not clusters:
        return [] if subject.pos_ in {"NOUN", "PROPN"} else None
    cluster = clusters[0]
    if cluster.label is Label.PERSON:
        return None
    is_body = cluster.type in BODIES and not cluster.is_plural
    words = cluster.name.lower().split()
    return clusters if is_body or words[-1] in lexicon.nouns("groups", "collectives") else None


def _plural(subject: Token, token: Token, clusters: list[Cluster]) -> list[Cluster] | None:
    if len(clusters) > 1:
        return clusters
    is_many = subject.tag_ in {"NNS", "NNPS"} or any(
        child.dep_ == "conj" or child.lower_ in BOTH for child in subject.children
    )
    if clusters and (clusters[0].is_plural or clusters[0].type is ActorType.PARTY):
        rivals = [
            child
            for child in subject.head.children
            if child.dep_ in OBJECTS
            and child.i < token.i
            and child.lower_ in lexicon.nouns("groups", "people")
        ]
        return [] if rivals and token.dep_ != "poss" else clusters
    if clusters and clusters[0].label is not Label.PERSON and token.dep_ == "poss":
        # Who writes "it" goes on with "its"; "the board asked farmers for their views".
        is_single = subject.lower_ in lexicon.nouns("pronouns", "neuter")
        return [] if is_single or _plural_object(subject, token) else clusters
    return [] if is_many else None


def _plural_object(subject: Token, token: Token) -> bool:
    """Whether several are acted on between a subject and a pronoun."""
    return any(
        child.dep_ in OBJECTS and child.tag_ in {"NNS", "NNPS"} and child.i < token.head.i
        for child in subject.head.children
        if child.i != token.head.i
    )
