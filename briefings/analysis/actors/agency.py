"""What the grammar around a name says of what it names: who speaks, acts, owns or employs.

Works on the dependency parse, looking at a name's head word and a few words beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.context import Context
from briefings.analysis.actors.names import Name
from briefings.briefing import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))


class Agency:
    """Answers for one document; see the module's docstring."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def head(self, start: int, end: int) -> Token:
        """The word of a stretch that the rest of the sentence hangs on."""
        tokens = self.context.tokens
        for i in range(end - 1, start - 1, -1):
            token = tokens[i]
            if not start <= token.head.i < end or token.head.i == i:
                return token
        return tokens[end - 1]

    def verb_of(self, name: Name) -> Token | None:
        """The verb whose subject a name is, also as one of several subjects."""
        token = self.head(name.start, name.end)
        for _ in range(4):
            if token.dep_ in SUBJECTS:
                return token.head
            if token.dep_ not in {"conj", "appos"}:
                return None
            token = token.head
        return None

    def is_subject(self, name: Name) -> bool:
        """Whether it is the subject of any verb."""
        verb = self.verb_of(name)
        return verb is not None and verb.pos_ in {"VERB", "AUX"}

    def speaks(self, name: Name) -> bool:
        """ "Oxenby said it would close."."""
        verb = self.verb_of(name)
        if verb is not None and verb.lemma_ in lexicon.agency("saying"):
            return True
        token = self.head(name.start, name.end)
        return (
            token.dep_ == "pobj"
            and token.head.lower_ == "to"
            and (self.context.lower(token.head.i - 1) == "according")
        )

    def does(self, name: Name) -> bool:
        """ "Oxenby closed two mills", "was bought by Oxenby"."""
        verb = self.verb_of(name)
        if verb is not None and verb.pos_ in {"VERB", "AUX"}:
            passive = any(child.dep_ == "auxpass" for child in verb.children)
            if not passive and verb.lemma_ in lexicon.agency("doing"):
                return True
        token = self.head(name.start, name.end)
        return token.dep_ == "pobj" and token.head.dep_ == "agent"

    def employs(self, name: Name) -> bool:
        """ "Oxenby officials", "Oxenby's chairman", "a member of Oxenby"."""
        context = self.context
        after = name.end + 1 if context.is_possessive(name.end) else name.end
        for i in (after, after + 1):
            if context.same_line(name.end - 1, i) and context.lower(i) in lexicon.agency("staff"):
                return True
        token = self.head(name.start, name.end)
        if token.dep_ == "pobj" and token.head.lower_ in {"of", "for", "at", "with", "from"}:
            return token.head.head.lower_ in lexicon.agency("staff")
        return False

    def holds(self, name: Name) -> bool:
        """ "Oxenby's refusal", "Oxenby's decision"."""
        context = self.context
        if not context.is_possessive(name.end):
            return False
        for i in range(name.end + 1, name.end + 4):
            if context.same_line(name.end, i) and (
                context.tokens[i].lemma_.lower() in lexicon.agency("stances")
            ):
                return True
        return False

    def kind_before(self, name: Name) -> ActorType | None:
        """The kind of body that the noun right before a name tells: "the newspaper Oxenby"."""
        context = self.context
        if not context.same_line(name.start - 1, name.start) or context.capital(name.start - 1):
            return None
        kind = lexicon.body_kinds().get(context.lower(name.start - 1))
        return None if kind in {ActorType.STATE, ActorType.PLACE} else kind

    def described_as_body(self, name: Name) -> bool:
        """ "the shipping company Oxenby", "Oxenby, a charity"."""
        token = self.head(name.start, name.end)
        kinds = lexicon.body_kinds()
        if token.dep_ == "oprd" and token.head.lemma_ in {"call", "name", "dub", "know"}:
            return token.head.head.lower_ in kinds
        others = [child for child in token.children if child.dep_ == "appos"]
        if token.dep_ == "appos":
            others.append(token.head)
        if name.start:
            others.append(self.context.tokens[name.start - 1])
        nouns = (t for t in others if t.pos_ == "NOUN" and not name.start <= t.i < name.end)
        return any(t.lower_ in kinds and kinds[t.lower_] not in {"place", "state"} for t in nouns)

    def is_addressed(self, name: Name) -> bool:
        """ "told Oxenby", "sued Oxenby"."""
        token = self.head(name.start, name.end)
        is_object = token.dep_ in {"dobj", "dative"}
        return is_object and token.head.lemma_ in lexicon.agency("addressing")

    def acts_as_body(self, name: Name) -> bool:
        """Whether this occurrence shows an organisation rather than a thing."""
        return self.employs(name) or self.described_as_body(name) or self.speaks(name)

    def acts(self, name: Name) -> bool:
        """Whether this occurrence shows someone or something that acts at all."""
        return (
            self.acts_as_body(name)
            or self.does(name)
            or self.holds(name)
            or self.is_addressed(name)
        )
