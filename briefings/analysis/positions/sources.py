"""How far the words of a source reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.analysis.positions.grammar import (
    Range,
    after_comma,
    child,
    lemma,
    possessor,
    subtree,
    trimmed,
)
from briefings.analysis.positions.lexicon import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_EXPLETIVE_ABOVE = frozenset(
    {"be", "seem", "appear", "turn", "happen", "mean", "take", "help", "make"}
)


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


def _is_empty(head: Token) -> bool:
    """It seems that …, there is …: the subject stands for nobody."""
    if head.lower_ == "there" or head.dep_ == "expl":
        return True
    return head.lower_ == "it" and (
        head.dep_ == "nsubjpass" or lemma(head.head) in _EXPLETIVE_ABOVE
    )


def _introduced(head: Token) -> Token:
    """There are experts who doubt it: the experts are the source, not "who"."""
    if head.lower_ not in {"who", "that"} or head.head.dep_ != "relcl":
        return head
    noun = head.head.head
    introduced = child(noun.head, "expl") is not None
    return noun if introduced and noun.dep_ == "attr" else head


def _signatory(head: Token) -> Token:
    """A letter signed by miners: the miners say what it says."""
    if lemma(head) not in word_set("en/cues", "artefacts"):
        return head
    for below in head.rights:
        agent = child(below, "agent") if below.dep_ == "acl" else below
        if agent is not None and agent.lower_ == "by":
            return child(agent, "pobj") or head
    return head


def source_of(head: Token | None, cue: Range) -> Source:
    """The noun phrase of `head` as a source.

    The whole noun phrase with title, age and apposition: "Ana Ruiz, 41, a nurse from Leeds";
    a relative clause behind a comma is left out. In "her report shows" the person is the source,
    and the report belongs to the cue.
    """
    if head is None or _is_empty(head):
        return Source((), None, cue)
    head = _introduced(head)
    start, end = subtree(head)
    for dependent in head.rights:
        if dependent.dep_ == "relcl" and after_comma(dependent):
            end = min(end, dependent.left_edge.i - 1)
        elif (
            dependent.left_edge.i <= cue[0] <= dependent.right_edge.i
            or dependent.i >= cue[0] > head.i
            or dependent.dep_ in {"ccomp", "parataxis"}
        ):
            end = min(end, dependent.left_edge.i)
    if start <= cue[0] < end:
        start, end = (start, cue[0]) if head.i < cue[0] else (cue[1], end)
    owner = possessor(head)
    if owner is not None and lemma(head) in word_set("en/cues", "artefacts") and head.i < cue[0]:
        first, last = subtree(owner)
        last -= owner.doc[last - 1].tag_ == "POS"
        if first < last <= cue[0] <= last + 6:
            behind = last + (head.doc[last].tag_ == "POS")
            return Source(((first, last),), owner, (behind, cue[1]))
    found = trimmed(head.doc, (start, end))
    return Source((found,) if found else (), _signatory(head) if found else None, cue)
