"""How far the words of a source reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.analysis.positions.grammar import Range, after_comma, child, lemma, subtree, trimmed
from briefings.analysis.positions.lexicon import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEVER = frozenset({"it", "there"})


@dataclass(frozen=True, slots=True)
class Source:
    """A source and the cue beside it.

    Attributes:
        ranges: The words of the source; empty if there is none.
        head: Its head, or None.
        cue: The cue, which may have grown by a noun ("her [report shows]").
    """

    ranges: tuple[Range, ...]
    head: Token | None
    cue: Range


def source_of(head: Token | None, cue: Range) -> Source:
    """The noun phrase of `head` as a source.

    The whole noun phrase with title, age and apposition: "Ana Ruiz, 41, a nurse from Leeds";
    a relative clause behind a comma is left out. In "her report shows" the person is the source,
    and the report belongs to the cue.
    """
    if head is None or (head.lower_ in _NEVER and head.dep_ != "poss"):
        return Source((), None, cue)
    start, end = subtree(head)
    for dependent in head.rights:
        if dependent.dep_ == "relcl" and after_comma(dependent):
            end = min(end, dependent.left_edge.i - 1)
        elif dependent.i >= cue[0] > head.i or dependent.dep_ in {"ccomp", "parataxis"}:
            end = min(end, dependent.left_edge.i)
    if start <= cue[0] < end:
        start, end = (start, cue[0]) if head.i < cue[0] else (cue[1], end)
    owner = child(head, "poss")
    if owner is not None and lemma(head) in word_set("en/cues", "artefacts") and head.i < cue[0]:
        first, last = subtree(owner)
        last -= owner.doc[last - 1].tag_ == "POS"
        if first < last <= cue[0] <= last + 6:
            behind = last + (head.doc[last].tag_ == "POS")
            return Source(((first, last),), owner, (behind, cue[1]))
    found = trimmed(head.doc, (start, end))
    return Source((found,) if found else (), head if found else None, cue)
