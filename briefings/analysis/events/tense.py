"""On which side of the publication a time lies, as the verb it belongs to tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefings.analysis.events.calendar import Direction
from briefings.analysis.events.lexicon import lexicon
from briefings.analysis.positions.grammar import SUBJECTS, child

if TYPE_CHECKING:
    from spacy.tokens import Token

_LATER = frozenset({"will", "shall", "would", "could", "may", "might", "should", "must", "can"})
_BEEN = frozenset({"was", "were", "had", "been"})
_FORWARD = frozenset({"before", "ahead"})
_BACK = frozenset({"after", "since", "following"})
_HIGHEST = 12


class Tense(NamedTuple):
    """A side of the publication, and whether the verb itself has the time.

    Attributes:
        direction: The side.
        told: False if the time describes a noun, of which the verb above says little: "the
            report in June shows" does not place June.
    """

    direction: Direction
    told: bool


def tense(token: Token, *, headline: bool = False) -> Tense:
    """Whether what happens at a time is told as past or as yet to come.

    Args:
        token: The word of time.
        headline: Whether it stands in a headline, where the present tells what has happened.
    """
    if _is_awaited(token):
        return Tense(Direction.FUTURE, True)
    seen, noun, behind = token.head, None, False
    for _ in range(_HIGHEST):
        if noun is None and seen.pos_ in {"NOUN", "PROPN"} and seen is not token:
            noun = seen
        found = _of_word(seen, governs=seen is token.head)
        if found is Direction.UNKNOWN:
            behind = True
        elif found is not None:
            return Tense(found, True)
        if seen.pos_ in {"VERB", "AUX"}:
            found = _of_verb(seen, headline=headline)
            if behind and found is not Direction.PAST and found is not None:
                # "will resign after Friday's vote" leaves open which Friday.
                return Tense(Direction.UNKNOWN, False)
            if found is Direction.UNKNOWN:
                return Tense(Direction.FUTURE if noun is None else found, noun is None)
            if found is not None:
                told = noun is None or found is Direction.FUTURE or noun.dep_ in SUBJECTS
                return Tense(found, told)
        if seen.head == seen:
            break
        seen = seen.head
    return Tense(Direction.UNKNOWN, False)


def _of_word(word: Token, *, governs: bool) -> Direction | None:
    """The side that a word above the time tells, other than by its tense.

    Unknown is that of "after": the verb has to tell.
    """
    scheduling = lexicon().words["scheduling"]
    if word.lemma_.lower() in scheduling and word.tag_ not in {"VBD", "VB"}:
        return Direction.FUTURE
    if word.pos_ in {"NOUN", "PROPN"}:
        if word.lemma_.lower() in lexicon().words["outcomes"]:
            return Direction.PAST
        upcoming = any(c.dep_ == "amod" and c.lemma_.lower() in scheduling for c in word.lefts)
        return Direction.FUTURE if upcoming else None
    # "before Friday" and "before leaving on Friday" say nothing of the side; "before Friday's
    # vote" does.
    of_thing = child(word, "pobj", "prep") is not None
    if not governs and of_thing and word.lower_ in _FORWARD | _BACK:
        return Direction.FUTURE if word.lower_ in _FORWARD else Direction.UNKNOWN
    return None


def _is_awaited(token: Token) -> bool:
    """Whether it follows an event that something comes before: "ahead of the vote on Monday"."""
    before = token.head.i - 1 if token.head.dep_ == "prep" else token.i - 1
    noun = token.doc[before] if before >= token.sent.start else token
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ != "pobj":
        return False
    return noun.head.lower_ in _FORWARD or noun.head.head.lower_ == "ahead"


def _of_infinitive(verb: Token) -> Direction | None:
    """The time of an infinitive is that of the verb above it if it is done with it.

    "flew to Oslo to meet her on Friday", "was the first to speak on Friday", "managed to leave"
    """
    above = verb.head
    done = verb.dep_ == "xcomp" and above.lemma_.lower() in lexicon().words["implicative"]
    first = verb.dep_ in {"acl", "relcl"} and above.lemma_.lower() in lexicon().words["ranks"]
    return None if verb.dep_ == "advcl" or done or first else Direction.FUTURE


def _of_verb(verb: Token, *, headline: bool) -> Direction | None:
    """The side that a verb tells; unknown for the present, None if the verb above has to tell."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    words = {c.norm_ for c in helpers}
    if words & _LATER or "'ll" in words:
        return Direction.FUTURE
    if verb.dep_ == "advcl" and any(c.lower_ in {"if", "unless"} for c in verb.lefts):
        # "if she won in November" looks ahead.
        return Direction.FUTURE
    if verb.tag_ == "VBD" or words & _BEEN or "did" in words:
        return Direction.PAST
    if "to" in words:
        return _of_infinitive(verb)
    if verb.tag_ == "VBN":
        if not words:
            # "make it known on Friday" has the time of "make".
            return Direction.PAST if verb.dep_ in {"acl", "relcl", "advcl", "ROOT"} else None
        if words & {"have", "has", "'ve", "having"}:
            return Direction.PAST
        return Direction.PAST if headline else Direction.FUTURE
    if verb.tag_ in {"VBZ", "VBP"} or words:
        return Direction.PAST if headline else Direction.UNKNOWN
    return None
