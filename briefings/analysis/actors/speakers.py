"""Who speaks between quotation marks.

For each quotation: the subject of a verb of saying in its own sentences, outside the marks; else
the sentence before if it ends in a colon or comma; else "according to Lee"; else the sentence
before or a short one after; else the speaker of the quotation before in the same paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.clusters import Cluster
from briefings.analysis.actors.context import CLOSING, EITHER
from briefings.analysis.actors.discourse import Discourse

if TYPE_CHECKING:
    from spacy.tokens import Span as Phrase
    from spacy.tokens import Token

MARKS = CLOSING + EITHER
SHORT_QUOTE = 3
SHORT_SENTENCE = 12


def find_speakers(discourse: Discourse) -> list[Cluster | None]:
    """For each quotation of the context, the one actor who speaks, or None."""
    speakers: list[Cluster | None] = []
    context = discourse.context
    paragraph = -1
    is_open = False
    for start, end in context.quotations:
        here = context.paragraph_of[start]
        goes_on = here == paragraph or (is_open and here == paragraph + 1)
        before = speakers[-1] if speakers and goes_on else None
        speakers.append(_speaker(discourse, start, end) or before)
        paragraph = here
        is_open = (
            not context.tokens[end - 1].is_punct or context.tokens[end - 1].text[0] not in MARKS
        )
    return speakers


def _speaker(discourse: Discourse, start: int, end: int) -> Cluster | None:
    context = discourse.context
    first = context.sentence_of[start]
    last = context.sentence_of[end - 1]
    for sentence in dict.fromkeys((last, first)):
        found = _said_in(discourse, context.sentences[sentence])
        if found is not None:
            return found
    if end - start <= SHORT_QUOTE:
        return None
    for sentence in (first - 1, last + 1):
        if not 0 <= sentence < len(context.sentences):
            continue
        phrase = context.sentences[sentence]
        if sentence > last and (
            len(phrase) > SHORT_SENTENCE
            or context.paragraph_of[phrase.start] != context.paragraph_of[start]
        ):
            continue
        ends = context.words(phrase.start, phrase.end).rstrip()[-1:]
        is_near = context.paragraph_of[phrase.start] == context.paragraph_of[start]
        if is_near or ends in {":", ","}:
            found = _said_in(discourse, phrase)
            if found is not None:
                return found
    return None


def _said_in(discourse: Discourse, sentence: Phrase) -> Cluster | None:
    """The subject of a verb of saying outside of quotation marks in a sentence."""
    context = discourse.context
    for token in sentence:
        if context.quotation_of[token.i] >= 0:
            continue
        if token.pos_ == "VERB" and _is_telling(token):
            found = _subject(discourse, token)
            if found is not None:
                return found
        if token.lower_ == "according":
            for child in token.subtree:
                owner = discourse.owner(child.i)
                if owner is not None and child.dep_ == "pobj":
                    return owner
    return None


def _is_telling(verb: Token) -> bool:
    """Whether a verb may have a speaker: "Lee said", and of papers "the letter reads"."""
    if verb.lemma_ == "read":
        return any(child.lower_ in lexicon.grammar("papers") for child in verb.children)
    return verb.lemma_ in lexicon.agency("saying")


def _subject(discourse: Discourse, verb: Token) -> Cluster | None:
    for child in verb.children:
        if child.dep_ == "nsubj" and discourse.context.quotation_of[child.i] < 0:
            return discourse.owner(child.i) or _behind(discourse, child)
    return None


def _behind(discourse: Discourse, noun: Token) -> Cluster | None:
    """ "The [Harbour Board] letter says": whose letter it is."""
    if noun.lower_ not in lexicon.grammar("papers"):
        return None
    for child in noun.children:
        if child.dep_ in {"compound", "poss", "nmod"} and discourse.owner(child.i) is not None:
            return discourse.owner(child.i)
    return None
