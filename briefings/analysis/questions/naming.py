"""What to call an actor in a question of ours, and whom a pronoun of the text stands for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefings.analysis.parsing import Parse, token_span
from briefings.analysis.questions.cues import cues
from briefings.analysis.resolution import Resolution
from briefings.briefing import Actor, ActorType, MentionKind, Position

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEAKER = frozenset({"i", "me", "my", "mine", "myself"})


class Names:
    """The actors of a document under the names that its questions use.

    Attributes:
        apostrophe: The sort that the document uses.
    """

    def __init__(
        self, parse: Parse, resolution: Resolution, positions: Sequence[Position] = ()
    ) -> None:
        self._text = parse.document.text
        self._doc = parse.doc
        self.apostrophe = "’" if "’" in self._text else "'"
        self._resolution = resolution
        self._positions = positions
        self._short: dict[str, str] = {}

    def actor_at(self, token: Token) -> Actor | None:
        """The actor whose mention a token belongs to; of nested mentions the shortest."""
        span = token_span(token)
        found = [(m, a) for m, a in self._resolution.at(span) if m.span.contains(span)]
        if not found:
            return None
        return min(found, key=lambda pair: len(pair[0].span))[1]

    def is_name(self, token: Token) -> bool:
        """Whether a token is part of a name, and so keeps its capital."""
        span = token_span(token)
        return any(
            m.kind is MentionKind.NAMED and m.span.contains(span)
            for m, _ in self._resolution.at(span)
        )

    def meant_by(self, pronoun: Token) -> Actor | None:
        """Whom a pronoun stands for; "I" stands for the one source of the words around it."""
        actor = self.actor_at(pronoun)
        if actor is not None and pronoun.tag_ == "PRP$" and self._only_owns(pronoun, actor):
            actor = None
        if actor is not None or pronoun.lower_ not in _SPEAKER:
            return actor
        span = token_span(pronoun)
        speakers = {
            source
            for position in self._positions
            if any(content.contains(span) for content in position.content)
            for source in position.sources
        }
        if len(speakers) != 1:
            return None
        return next((a for a in self._resolution.actors if a.id in speakers), None)

    def _only_owns(self, pronoun: Token, actor: Actor) -> bool:
        """Whether "its" merely opens the group "its allies", and does not stand for it."""
        span = token_span(pronoun)
        return not any(m.span == span for m in actor.mentions)

    def short(self, actor: Actor) -> str:
        """How the text calls an actor at its shortest: "Ruiz", "the Kremlin"."""
        if actor.id not in self._short:
            self._short[actor.id] = self._article(actor) + self._plain(actor)
        return self._short[actor.id]

    def _plain(self, actor: Actor) -> str:
        written = [m.span.of(self._text) for m in actor.mentions if m.kind is MentionKind.NAMED]
        if actor.type is ActorType.PERSON:
            last = actor.name.split()[-1]
            return last if last in written else actor.name
        if not written:
            return self._as_in_mid_sentence(actor)
        if actor.name in written:
            return actor.name
        return max(written, key=lambda name: (written.count(name), len(name)))

    def _as_in_mid_sentence(self, actor: Actor) -> str:
        """A mere description without the capital that it owes to where it stands."""
        span = actor.mentions[0].span
        tokens = self._doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is not None and tokens[0].tag_ == "PRP$" and " " in actor.name:
            # "its allies": whose they are the question cannot tell
            return actor.name.partition(" ")[2]
        named = tokens is None or tokens[0].pos_ == "PROPN" or tokens[0].ent_type_ != ""
        if named or actor.name[1:2].isupper():
            return actor.name
        return actor.name[:1].lower() + actor.name[1:]

    def _article(self, actor: Actor) -> str:
        """ "the " if the name takes an article, by its last word or as the text has it."""
        name = self._plain(actor)
        if name[:1].islower() and not name.startswith(("the ", "a ", "an ")):
            return "the "
        if actor.type is ActorType.PERSON or name.lower().startswith("the "):
            return ""
        if name.split()[-1].lower() in cues("phrasing", "institutions"):
            return "the "
        for mention in actor.mentions:
            if mention.kind is MentionKind.NAMED and mention.span.of(self._text) == name:
                start = mention.span.start
                if self._text[max(0, start - 4) : start].lower() == "the ":
                    return "the "
        return ""
