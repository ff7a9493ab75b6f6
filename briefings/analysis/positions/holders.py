"""The words of a source -> the actors whose position it is.

A wrong owner is the worst mistake of all: where the resolution knows no actor for the head of the
source, there is no holder.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.analysis.parsing import token_span
from briefings.analysis.positions.grammar import (
    VERBAL,
    after_comma,
    can_speak,
    child,
    lemma,
    possessor,
)
from briefings.analysis.positions.lexicon import line_set, word_set
from briefings.analysis.resolution import Resolution
from briefings.briefing import Actor, ActorType, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_OWN = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
_THIRD = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "its", "their"})
_EXAMPLES = frozenset({"like", "including"})
_MEMBERS = frozenset({"of", "from"})
_MOUTHPIECE = frozenset({"for", "of", "from", "at", "with"})
_PART = frozenset({"some", "several", "few", "many", "most", "other", "these", "those", "certain"})
_DOCUMENT = frozenset({"by", "from", "of"})


@dataclass(frozen=True, slots=True)
class Holders:
    """Whose position it is.

    Attributes:
        ids: The actors, in the order of the text.
        on_behalf_of: The actors a spokesperson speaks for.
    """

    ids: tuple[str, ...] = ()
    on_behalf_of: tuple[str, ...] = ()


class Finder:
    """Looks up who holds what, in one document."""

    def __init__(self, resolution: Resolution) -> None:
        self._resolution = resolution
        self._actors = {actor.id: actor for actor in resolution.actors}

    def holders(self, head: Token | None) -> Holders:
        """The holders behind the head of a source, with everybody joined to it by "and"."""
        if head is None:
            return Holders()
        ids: dict[str, None] = {}
        behalf: dict[str, None] = {}
        for word in (head, *_joined(head)):
            known = self._of_word(_antecedent(word))
            ids.update(dict.fromkeys(known.ids))
            behalf.update(dict.fromkeys(known.on_behalf_of))
        return Holders(tuple(ids), tuple(behalf))

    def actor_at(self, word: Token, *, is_inner: bool = False) -> Actor | None:
        """The actor whose mention this word heads, or belongs to if `is_inner`."""
        best: tuple[int, Actor] | None = None
        for mention, actor in self._resolution.at(token_span(word)):
            # A longer mention reaches past its own head: "[officials of Norland]".
            distance = abs(mention.span.end - (word.idx + len(word.text)))
            if distance and not is_inner and word.dep_ in {"compound", "amod", "poss"}:
                continue
            if best is None or distance < best[0]:
                best = (distance, actor)
        return best[1] if best else None

    def _of_word(self, word: Token) -> Holders:
        if _is_dateline(word):
            return Holders()
        examples = self._examples(word)
        if examples:
            return Holders(examples)
        own = self.actor_at(word)
        if is_not_all(word):
            return Holders()
        is_nameless = own is None or own.type is not ActorType.PERSON or _is_described(own)
        bearer = self._bearer(word) if is_nameless else None
        if bearer is not None:
            return Holders((bearer.id,))
        if own is not None and own.type is not ActorType.GROUP and (is_some(word) or is_one(word)):
            # "only two Democrats" and "the lone Democrat" are not the party.
            return Holders()
        name = lemma(word)
        if name in word_set("en/cues", "mouthpieces"):
            speaks_for_state = lemma(word) in word_set("en/cues", "state_mouthpieces")
            behalf = self._behind(word, _MOUTHPIECE, with_adjectives=speaks_for_state)
            if own is None or (behalf and _is_described(own)):
                # "a spokesman for Norland": Norland's stand, whoever he is.
                return Holders(behalf, behalf)
            return Holders((own.id,), behalf)
        if own is not None:
            return Holders((own.id,))
        if name in word_set("en/cues", "artefacts"):
            return Holders(self._behind(word, _DOCUMENT))
        if name in word_set("en/cues", "bodies"):
            return Holders(self._behind(word, _MEMBERS, with_adjectives=True))
        if name in word_set("en/cues", "associations"):
            return Holders(self._named_association(word))
        return Holders()

    def _bearer(self, title: Token) -> Actor | None:
        """Ambassador to Norway Tom Okafor · their leader, Ana Ruiz: the name beside a title."""
        for below in title.rights:
            named = self.actor_at(below) if below.dep_ == "appos" else None
            if named is not None and named.type is ActorType.PERSON and not _is_described(named):
                return named
        if not title.text[:1].isupper() or not title.text[1:].islower():
            return None
        if lemma(title) not in line_set("en/titles", "persons"):
            return None
        last = title.right_edge
        for mention, actor in self._resolution.at(token_span(last)):
            is_behind = mention.span.start > title.idx + len(title.text)
            if actor.type is ActorType.PERSON and mention.kind is MentionKind.NAMED and is_behind:
                commas = title.doc[title.i : last.i].text.count(",")
                return actor if not commas else None
        return None

    def _behind(
        self, word: Token, prepositions: frozenset[str], *, with_adjectives: bool = False
    ) -> tuple[str, ...]:
        """The actors named with a spokesman, statement or group: "a spokesman for Norland".

        An adjective counts with some nouns only: "the Danish report" may be on Denmark, and "her
        Danish lawyer" does not speak for it.
        """
        owner = possessor(word)
        own = self.actor_at(owner) if owner is not None else None
        found = [own.id] if own is not None else []
        if with_adjectives:
            found += [a.id for d in word.lefts if (a := self._named_before(d)) is not None]
        for below in word.rights:
            if below.dep_ in {"prep", "agent"} and below.lower_ in prepositions:
                named = child(below, "pobj")
                for head in (named, *_joined(named)) if named is not None else ():
                    actor = self.actor_at(head)
                    if actor is not None:
                        found.append(actor.id)
        return tuple(dict.fromkeys(found))

    def _named_before(self, word: Token) -> Actor | None:
        if word.dep_ not in {"poss", "compound", "amod", "nmod"}:
            return None
        for _, actor in self._resolution.at(token_span(word)):
            return actor
        return None

    def _named_association(self, word: Token) -> tuple[str, ...]:
        """The Blue Lake movement: the name stands before a noun that says what it is."""
        for below in word.lefts:
            if below.dep_ in {"compound", "nmod"}:
                actor = self.actor_at(below, is_inner=True)
                if actor is not None and actor.type not in {ActorType.PERSON, ActorType.STATE}:
                    return (actor.id,)
        return ()

    def _examples(self, word: Token) -> tuple[str, ...]:
        """Not all nations, like Italy and Poland, are ready: it is these two who are meant."""
        if word.tag_ not in {"NNS", "NNPS"}:
            return ()
        for below in word.rights:
            named = child(below, "pobj") if below.lower_ in _EXAMPLES else None
            if named is not None:
                actors = [self.actor_at(head) for head in (named, *_joined(named))]
                return tuple(actor.id for actor in actors if actor is not None)
        return ()

    def is_own(self, word: Token | None, holders: tuple[str, ...], *, is_direct: bool) -> bool:
        """Whether the subject of a content is the holder or the holder's side.

        "Norland said it would", "“We will,” said Ruiz", "Ruiz said Norland would" if Ruiz
        speaks for Norland.
        """
        if word is None:
            return False
        if word.lower_ in _OWN:
            return is_direct
        owner = possessor(word)
        if owner is not None and owner.lower_ in (_OWN if is_direct else _THIRD):
            return can_speak(word)
        known = self._of_word(word).ids
        if not known:
            return not is_direct and self._fits(word.lower_, holders)
        actor = self.actor_at(word)
        return bool(set(known) & set(holders)) or (
            actor is not None and self._is_side(actor, holders)
        )

    def _fits(self, pronoun: str, holders: tuple[str, ...]) -> bool:
        """Whether an unresolved pronoun may mean the speakers: he a person, it a body."""
        types = {self._actors[identity].type for identity in holders}
        if pronoun in {"he", "she"}:
            return not types or types == {ActorType.PERSON}
        if pronoun == "it":
            return bool(types) and ActorType.PERSON not in types
        return pronoun == "they" and (len(holders) != 1 or types != {ActorType.PERSON})

    def _is_side(self, actor: Actor, holders: tuple[str, ...]) -> bool:
        for other in (self._actors[identity] for identity in holders):
            states = {actor.name, actor.state}
            if (other.state and other.state in states) or any(
                role.organization == actor.name for role in other.roles
            ):
                return True
        return False


def _is_described(actor: Actor) -> bool:
    """Whether a person has no name in the text: "a spokesman"."""
    is_named = any(mention.kind is MentionKind.NAMED for mention in actor.mentions)
    return actor.type is ActorType.PERSON and not is_named


def is_some(word: Token) -> bool:
    """Whether a plural stands for a part of those it names.

    "two Democrats", "some Democrats", "one of the Democrats", "Democrats who oppose it"
    """
    if word.tag_ not in {"NNS", "NNPS"} or word.text.isupper():
        return False
    if word.dep_ == "pobj" and word.head.lower_ == "of":
        return True
    restricted = any(
        d.dep_ in {"relcl", "acl"} and not after_comma(d) and d.pos_ in VERBAL for d in word.rights
    )
    return restricted or any(d.dep_ == "nummod" or d.lower_ in _PART for d in word.lefts)


def is_one(word: Token) -> bool:
    """Whether a singular stands for a member: "a Democrat", "the Texas Republican"."""
    return (
        word.ent_type_ == "NORP"
        and word.tag_ in {"NN", "NNP"}
        and any(d.dep_ in {"det", "amod", "compound"} for d in word.lefts)
    )


def _is_dateline(word: Token) -> bool:
    """New York (AFP) – Tom Okafor said: the place where it was written says nothing."""
    doc = word.doc
    if word.left_edge.i > word.sent.start + 1 or word.ent_type_ not in {"GPE", "LOC", "ORG", ""}:
        return False
    behind = [t.text for t in doc[word.i + 1 : word.i + 8]]
    dashes = [i for i, text in enumerate(behind) if text in {"-", "–", "—", "--"}]
    if not dashes:
        return False
    is_shouted = word.text.isupper() and dashes[0] <= 2
    return is_shouted or (behind[0] in {"(", ","} and ")" in behind[: dashes[0]])


def is_not_all(word: Token) -> bool:
    """Not all leaders agree: who agrees, and who does not, stays open."""
    before = [t.lower_ for t in word.doc[word.left_edge.i : word.i]]
    return "not" in before and bool({"all", "every", "many"} & set(before))


def _antecedent(word: Token) -> Token:
    """The noun that a relative pronoun stands for: "Ruiz, a Democrat who opposes the plan"."""
    if word.lower_ not in _RELATIVE or word.head.dep_ != "relcl":
        return word
    noun = word.head.head
    return noun.head if noun.dep_ == "appos" else noun


def _joined(head: Token) -> Iterator[Token]:
    for word in head.conjuncts:
        if word.i > head.i:
            yield word
