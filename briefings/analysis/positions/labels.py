"""Names with a colon: the headline "Ruiz: the plan is dead", the transcript "RUIZ: No." """

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.context import Context
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import Range, trimmed
from briefings.analysis.positions.sources import Source

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST_NAME = 5
_SHORTEST = 3
_SPEAKING = frozenset({"PERSON", "ORG", "NORP"})


def labelled(context: Context) -> Iterator[Candidate]:
    """A candidate for each paragraph that opens with a name and a colon."""
    doc = context.parse.doc
    weight = context.lexicon.weight(Frame.LABEL, ":")
    if weight is None:
        return
    people = {t.lower_ for t in doc if t.ent_type_ == "PERSON"}
    for start, end in _paragraphs(context):
        colon = next(
            (i for i in range(start, min(end, start + _LONGEST_NAME + 1)) if doc[i].text == ":"),
            None,
        )
        if colon is None or not _is_name(doc, (start, colon), people):
            continue
        content = trimmed(doc, (colon + 1, end))
        if content is not None and content[1] - content[0] >= _SHORTEST:
            source = Source(((start, colon),), doc[colon - 1], (colon, colon + 1))
            yield Candidate.of(
                Frame.LABEL, ":", doc[colon], source, (context.widened(content),), None, weight
            )


def _paragraphs(context: Context) -> Iterator[Range]:
    """The tokens of each paragraph."""
    doc = context.parse.doc
    at = 0
    for paragraph in context.parse.document.paragraphs:
        while at < len(doc) and doc[at].idx < paragraph.start:
            at += 1
        start = at
        while at < len(doc) and doc[at].idx < paragraph.end:
            at += 1
        yield start, at


def _is_name(doc: Doc, words: Range, people: set[str]) -> bool:
    """Whether these words name somebody who can speak, in a headline or in capitals."""
    name = [token for token in doc[words[0] : words[1]] if not token.is_space]
    if not name or not all(token.text[0].isupper() or token.is_punct for token in name):
        return False
    last = name[-1]
    return last.ent_type_ in _SPEAKING or last.lower_ in people
