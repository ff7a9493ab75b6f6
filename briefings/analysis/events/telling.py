"""Who takes part in an event, where it happens and when, as its sentence tells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from briefings.analysis.events.triggers import Trigger, word_list
from briefings.analysis.parsing import Parse, token_span
from briefings.analysis.positions.grammar import VERBAL, child, lemma
from briefings.analysis.questions.grammar import clause_of, subject
from briefings.analysis.resolution import Resolution
from briefings.briefing import ActorType
from briefings.document import Span
from briefings.events import Place, Time, TimeKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_NOUN = frozenset({"poss", "compound", "nmod", "amod"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_WHENS = (TimeKind.TIME, TimeKind.DATE, TimeKind.DURATION)
_HIGHEST = 6


class Teller:
    """What a document tells of actors, places and times, looked up by token."""

    def __init__(
        self, parse: Parse, resolution: Resolution, places: Sequence[Place], times: Sequence[Time]
    ) -> None:
        self._resolution = resolution
        self._tokens = {token.idx: token for token in parse.doc if not token.is_space}
        self._offsets = sorted(self._tokens)
        self._places = sorted(span for place in places for span in place.mentions)
        self._times = sorted(times, key=lambda time: time.span)

    def actors(self, tokens: Iterable[Token], *, places: bool = False) -> list[str]:
        """The ids of the actors that noun phrases refer to, with those joined to them.

        Args:
            tokens: The heads of the noun phrases.
            places: Whether a city counts too: it acts, rather than being where it happens.
        """
        found: list[str] = []
        for token in tokens:
            for head in _joined(token):
                for mention, actor in self._resolution.at(token_span(head)):
                    if actor.type is ActorType.PLACE and not places:
                        continue
                    if mention.span.end >= head.idx and actor.id not in found:
                        found.append(actor.id)
        return found

    def participants(self, trigger: Trigger) -> list[str]:
        """The ids of the actors who take part, the doers first."""
        verb = trigger.support if trigger.is_noun else trigger.token
        found: list[str] = []
        above = trigger.token.head
        examined = lemma(trigger.token) in word_list("nouns", "processes")
        if examined and above.lower_ == "under" and above.head.pos_ in VERBAL:
            # "the minister is under investigation"
            found += self._doers(above.head)
        if verb is not None:
            found += self._doers(verb)
            found += self.actors(_objects(verb))
        if trigger.is_noun:
            found += self.actors(_of_noun(trigger.token))
        # A congress may be an actor itself, but takes no part in itself.
        itself = self.actors([trigger.token]) if trigger.is_noun else []
        return [actor for actor in dict.fromkeys(found) if actor not in itself]

    def acts(self, trigger: Trigger) -> bool:
        """Whether the noun names a body that does something: "the Congress released a letter"."""
        token = trigger.token
        subject_of = token.dep_ == "nsubj" and trigger.support is None
        deed = subject_of and child(token.head, "dobj", "ccomp", "xcomp") is not None
        return deed and bool(self.actors([token], places=True))

    def _doers(self, verb: Token) -> list[str]:
        doer = subject(verb)
        if doer is None:
            return []
        found = self.actors([_antecedent(doer)], places=True)
        if found or doer.pos_ not in {"NOUN", "PROPN"}:
            return found
        # "their readiness to deploy": who is ready deploys.
        owner = child(doer, "poss")
        if owner is not None and verb.dep_ in {"acl", "relcl"}:
            found = self.actors([owner], places=True)
        above = clause_of(doer)
        if not found and verb.dep_ == "acl" and verb.tag_ == "VB" and above is not doer:
            who = subject(above)
            found = self.actors([who], places=True) if who is not None else []
        return found

    def place(self, trigger: Trigger, sentence: Span, actors: Sequence[str]) -> Span | None:
        """Where it happens, as the sentence names it: "in Oslo" before "the Oslo summit"."""
        described = None
        for span in _within(self._places, sentence):
            root = self._root(span)
            if root is None:
                continue
            if trigger.is_noun and root.dep_ in {"compound", "nmod"}:
                # "the Norland government's summit" does not say where.
                acts = set(self.actors([root])) & set(actors)
                described = span if root.head == trigger.token and not acts else described
            elif _is_place_of(root, trigger):
                return span
        return described

    def reached(self, place: Span, trigger: Trigger) -> list[str]:
        """The actors that are but the place a verb goes to or leaves."""
        root = self._root(place)
        moved = root is not None and root.dep_ == "dobj" and root.head == trigger.token
        moves = trigger.key in word_list("verbs", "moving")
        return self.actors([root]) if root is not None and moved and moves else []

    def time(self, trigger: Trigger, sentence: Span, *, since: bool = True) -> Time | None:
        """When it happens: a date before a duration.

        Args:
            trigger: The event.
            sentence: Its sentence.
            since: Whether a time at which it began counts too: "since 2020".
        """
        anchors = _anchors(trigger)
        found = []
        first = bisect_left(self._times, sentence.start, key=lambda time: time.span.start)
        for time in self._times[first:]:
            if time.span.start >= sentence.end:
                break
            if not since and self.tokens(time.span)[0].lower_ == "since":
                continue
            hangs = any(t in anchors for t in self._governors(time.span))
            if _says_when(time, trigger) and (hangs or _follows(time, trigger)):
                found.append(time)
        found.sort(key=lambda time: (not time.value, _WHENS.index(time.kind), time.span))
        return found[0] if found else None

    def _governors(self, span: Span) -> Iterator[Token]:
        """The words that a stretch of text hangs on, prepositions left out."""
        for token in self.tokens(span):
            head = token.head
            if span.start <= head.idx < span.end and head != token:
                continue
            while head.dep_ == "prep" and head.head != head:
                head = head.head
            yield head
            if head.dep_ in {"dobj", "attr", "nsubjpass", "acomp"} and lemma(head) not in word_list(
                "nouns", "events"
            ):
                yield head.head

    def tokens(self, span: Span) -> list[Token]:
        """The tokens that begin in a stretch of text."""
        first = bisect_left(self._offsets, span.start)
        last = bisect_left(self._offsets, span.end)
        return [self._tokens[offset] for offset in self._offsets[first:last]]

    def _root(self, span: Span) -> Token | None:
        for token in self.tokens(span):
            if not span.start <= token.head.idx < span.end or token.head == token:
                return token
        return None


def _is_place_of(root: Token, trigger: Trigger) -> bool:
    """Whether a place is said to be that of an event: "in Oslo", "visited Oslo"."""
    anchors = _anchors(trigger)
    if root.dep_ == "dobj" and not trigger.is_noun:
        return root.head == trigger.token
    prep = root.head
    while root.dep_ in {"conj", "appos"} and prep.dep_ != "prep" and prep.head != prep:
        root, prep = prep, prep.head
    if prep.dep_ != "prep" or prep.lower_ not in word_list("words", "places"):
        return False
    if prep.head in anchors:
        return True
    held = prep.head.dep_ in {"dobj", "nsubjpass", "prep"} and prep.head.head in anchors
    return held and prep.lower_ in {"in", "at", "near", "to", "across"}


def _follows(time: Time, trigger: Trigger) -> bool:
    """Whether a date stands right behind a noun: "the vote on 3 May", wherever it hangs."""
    token = trigger.token
    behind = token.idx + len(token.text) + 1
    return trigger.is_noun and time.kind is not TimeKind.DURATION and time.span.start == behind


def _says_when(time: Time, trigger: Trigger) -> bool:
    """Whether a time says when, or how long it goes on: "for months", but not "a six-day trip"."""
    if time.kind is TimeKind.SET:
        return False
    if time.kind is not TimeKind.DURATION:
        return True
    first = trigger.token.doc.char_span(time.span.start, time.span.end)
    return first is not None and first[0].lower_ in word_list("words", "lasting")


def _within(spans: Sequence[Span], sentence: Span) -> Iterator[Span]:
    first = bisect_left(spans, sentence.start, key=lambda span: span.start)
    for span in spans[first:]:
        if span.start >= sentence.end:
            return
        yield span


def _anchors(trigger: Trigger) -> set[Token]:
    """The words that a time or place of the event may hang on."""
    found = {trigger.token}
    if trigger.support is not None:
        found.add(trigger.support)
    head = trigger.token.head
    verb = trigger.support or trigger.token
    if verb.dep_ == "xcomp" and lemma(verb.head) in word_list("verbs", "set"):
        # "is due on Friday to sign"
        found |= {verb.head, verb.head.head} if verb.head.dep_ == "acomp" else {verb.head}
    if trigger.is_noun and trigger.token.dep_ in {"nsubj", "nsubjpass"}:
        found.add(head)
    if trigger.is_noun and trigger.token.dep_ == "pobj" and head.lower_ == "under":
        found.add(head.head)
    return found


def _joined(token: Token) -> Iterator[Token]:
    """A noun and those joined to it: "Ruiz, Okafor and Lund"."""
    waiting = [token]
    for _ in range(40):
        if not waiting:
            return
        seen = waiting.pop(0)
        yield seen
        waiting.extend(c for c in seen.children if c.dep_ == "conj" and c.i > seen.i)
        for below in seen.children:
            if below.dep_ == "prep" and below.lower_ == "including":
                waiting.extend(c for c in below.children if c.dep_ == "pobj")


def _antecedent(token: Token) -> Token:
    """What a relative pronoun stands for."""
    if token.lower_ in _RELATIVE and token.head.dep_ == "relcl":
        return token.head.head
    return token


def _objects(verb: Token) -> Iterator[Token]:
    """Whom it is done to, by whom, and with whom."""
    near = {"by", "with", "alongside"}
    if lemma(verb) in word_list("verbs", "giving"):
        near = near | {"to"}
    for below in verb.children:
        if below.dep_ in {"dobj", "dative"}:
            yield below
        if below.pos_ == "ADP" and below.lower_ in near:
            yield from _behind(below)


def _behind(prep: Token) -> Iterator[Token]:
    noun = child(prep, "pobj")
    if noun is not None:
        yield noun


def _of_noun(noun: Token) -> Iterator[Token]:
    """Whose event it is: "Norland's visit", "talks between Ruiz and Okafor"."""
    for below in noun.children:
        if below.dep_ in _OF_NOUN:
            yield below
        elif below.dep_ in {"prep", "agent"} and below.lower_ in word_list("words", "with"):
            found = child(below, "pobj")
            if found is not None:
                yield found
        elif below.dep_ in {"acl", "relcl"}:
            yield from _objects(below)
    behind = noun.right_edge.i + 1
    if behind < noun.sent.end and noun.doc[behind].tag_ == "VBN":
        # The parser may hang "a summit attended by Ruiz" on the verb of the clause.
        yield from _objects(noun.doc[behind])
