"""What belongs to somebody -> the actor it is: "her party", "our country", "his father".

A person's bodies are those that the text names in what it says of him or her ("the coach of
Norr"), relatives those whom it has tied to each other by family.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.bodies import before_join
from briefings.analysis.actors.clusters import Cluster
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.names import Label
from briefings.briefing import ActorType, MentionKind, Role
from briefings.document import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACES = frozenset((ActorType.STATE, ActorType.PLACE))
HOMES = frozenset(("country", "nation"))
NEAR = 4
CLEARLY = 2


def find_belongings(discourse: Discourse, speakers: list[Cluster | None]) -> None:
    """Adds nouns with a possessive pronoun to the actors; `speakers` is one a quotation."""
    _Belongings(discourse, speakers).run()


class _Belongings:
    """Goes through the text once, after the pronouns are resolved."""

    def __init__(self, discourse: Discourse, speakers: list[Cluster | None]) -> None:
        self.discourse = discourse
        self.speakers = speakers
        self.family = [
            (label.lower().split()[-1], subject, other)
            for kind, label, subject, other, _, _ in discourse.ties
            if kind == "family"
        ]

    def run(self) -> None:
        phrases = [
            (token, token.head)
            for token in self.discourse.context.tokens
            if token.dep_ == "poss" and token.pos_ == "PRON" and token.head.tag_ == "NN"
            if token.i < token.head.i < token.i + NEAR
        ]
        for possessor, noun in phrases:
            self._learn(possessor, noun)
        for possessor, noun in phrases:
            self._resolve(possessor, noun)

    def _learn(self, possessor: Token, noun: Token) -> None:
        """ "His father Paul Marsh": from here on the text has told who his father is."""
        owner, bearer = self.discourse.owner(possessor.i), self.discourse.owner(noun.i)
        if owner is None or bearer is None or noun.lower_ not in lexicon.titles("family"):
            return
        if owner is not bearer and {owner.label, bearer.label} == {Label.PERSON}:
            self.family.append((noun.lower_, bearer, owner))

    def _resolve(self, possessor: Token, noun: Token) -> None:
        discourse = self.discourse
        present = discourse.owner(noun.i)
        if present is not None and (present.names or present.label is not Label.OTHER):
            return
        owner = discourse.owner(possessor.i)
        quote = discourse.context.quotation_of[possessor.i]
        if possessor.lower_ in first_person() and quote >= 0:
            owner = self.speakers[quote]
        if owner is None or owner.label is not Label.PERSON:
            return
        if noun.lower_ in HOMES:
            found = _country(discourse, owner)
        elif noun.lower_ in lexicon.titles("family"):
            found = self._relative(owner, noun.lower_)
        else:
            found = _body(discourse, owner, noun.lower_)
        if found is not None:
            discourse.release(noun.i)
            discourse.add(found, possessor.i, noun.i + 1, MentionKind.NOMINAL)

    def _relative(self, person: Cluster, word: str) -> Cluster | None:
        """The one person whom the text calls this person's father, or whose son it calls him."""
        parents, children = lexicon.titles("parents"), lexicon.titles("children")
        found: list[Cluster] = []
        for called, subject, other in self.family:
            if other is person and called == word and subject not in found:
                found.append(subject)
            turned = (called in parents and word in children) or (
                called in children and word in parents
            )
            if subject is person and turned and _may_be(other, word) and other not in found:
                found.append(other)
        return found[0] if len(found) == 1 else None


def _may_be(person: Cluster, word: str) -> bool:
    gender = next((g for g in ("male", "female") if word in lexicon.titles(g)), "")
    return not gender or person.gender in {gender, ""}


def first_person() -> frozenset[str]:
    """ "I", "we" and their forms."""
    return lexicon.nouns("pronouns", "speaker") | lexicon.nouns("pronouns", "speakers")


def spoken_for(discourse: Discourse, person: Cluster) -> Cluster | None:
    """The one body in whose name a person may say "we": by an office, or as one of a team."""
    found: list[Cluster] = []
    for role in person.roles:
        words = set(role.title.replace("-", " ").split())
        for body in [] if _is_former(role) else _named_in(discourse, role.span):
            if body not in found and _is_voice(words, body):
                found.append(body)
    return found[0] if len(found) == 1 else None


def _is_voice(words: set[str], body: Cluster) -> bool:
    """Whether who has these words in the title means the body by "we".

    The head of an institute may as well mean everybody ("we eat too much salt").
    """
    if words & lexicon.titles("players"):  # with a capital, "Captain" is a rank
        return True
    words = {word.lower() for word in words}
    if body.label is not Label.ORGANIZATION:
        return False
    if words & lexicon.titles("voices") or {"chief", "executive"} <= words:
        return True
    return body.type is ActorType.COMPANY and bool(words & lexicon.titles("heads"))


def _named_in(discourse: Discourse, span: Span) -> list[Cluster]:
    """The bodies and places that the words of a role name."""
    found: list[Cluster] = []
    for token in discourse.context.parse.doc.char_span(span.start, span.end) or ():
        owner = discourse.owner(token.i)
        if owner is not None and owner.label is not Label.PERSON and owner not in found:
            found.append(owner)
    return found


def _is_former(role: Role) -> bool:
    return bool(set(role.title.lower().split()) & lexicon.grammar("former"))


def _body(discourse: Discourse, person: Cluster, word: str) -> Cluster | None:
    """ "her party": the one body of that kind which the text gives the person."""
    kind = lexicon.body_kinds().get(word)
    if kind is None or kind in PLACES:
        return None
    found: list[Cluster] = []
    for role in person.roles:
        for body in [] if _is_former(role) else _named_in(discourse, role.span):
            is_kind = body.type is kind or word in before_join(body.name)
            if body.label is Label.ORGANIZATION and is_kind and body not in found:
                found.append(body)
    return found[0] if len(found) == 1 else None


def _country(discourse: Discourse, person: Cluster) -> Cluster | None:
    """A person's state; of somebody in office without one, that which the text is about."""
    states = [c for c in discourse.clusters if c.type is ActorType.STATE]
    if person.state:
        return next((c for c in states if c.name == person.state), None)
    words = {word for role in person.roles for word in role.title.lower().split()}
    if not words & lexicon.titles("statesmen"):
        return None
    states.sort(key=lambda c: -len(c.names))
    if states and (len(states) == 1 or len(states[0].names) >= CLEARLY * len(states[1].names)):
        return states[0]
    return None
