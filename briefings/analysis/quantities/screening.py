"""Which amounts are quantities: not dates, times, ages, scores, names, addresses and labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.quantities.amounts import Amount
from briefings.knowledge import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]

_NAMES = frozenset(
    {"ORG", "WORK_OF_ART", "LAW", "FAC", "PRODUCT", "EVENT", "PERSON", "GPE", "LOC", "NORP"}
)
_YEARS = range(1100, 2101)
_AGES = range(1, 100)
_FOLLOWING_SIGNS = frozenset({"-", "–", "—", "/", ":"})


def is_quantity(doc: Doc, amount: Amount, counted: Range | None) -> bool:
    """Whether an amount says how many or how much of something."""
    core = doc[amount.core]
    if _is_label(doc, amount) or _is_date(doc, amount, counted):
        return False
    if core.ent_type_ in _NAMES and not amount.unit:
        return False
    if _is_part_of_name(doc, amount):
        return False
    if amount.unit == "share":
        return counted is not None and not _is_idle(doc, counted)
    if amount.unit:
        return not _is_emphatic(amount, counted)
    if _is_score(doc, amount):
        return False
    if amount.value is not None and amount.value <= 1 and amount.upper is None:
        return counted is not None and _is_one_worth_a_line(doc, amount, counted)
    if counted is None:
        return _stands_for_people(doc, amount)
    return not _is_idle(doc, counted) and not _is_address(doc, counted)


def _is_label(doc: Doc, amount: Amount) -> bool:
    """Section 5 · No. 3 · Route 66 · "2. Do not …" at the head of a paragraph"""
    at = amount.core
    if amount.start == 0 or doc[amount.start].is_sent_start:
        behind = doc[amount.end].text if amount.end < len(doc) else ""
        return behind in {".", ")"}
    before = doc[at - 1]
    if amount.modifier or amount.unit:
        return False
    if before.lower_ in words("en/quantities", "screens", "labels"):
        return True
    if before.text == "-" and before.whitespace_ == "" and at > 1 and doc[at - 2].whitespace_ == "":
        return True  # "Apollo-11", "555-1234"
    head = doc[at].head
    return head.i == at - 1 and head.pos_ in {"NOUN", "PROPN"} and doc[at].dep_ == "nummod"


def _is_date(doc: Doc, amount: Amount, counted: Range | None) -> bool:
    """March 3 · 10 a.m. · 2016 · two weeks · a 34-year-old"""
    time = words("en/quantities", "screens", "time")
    behind = doc[amount.end] if amount.end < len(doc) else None
    if counted is not None and doc[counted[1] - 1].lower_ in time:
        return True
    if amount.unit:
        return False
    if _is_age(doc, amount):
        return True
    if behind is not None:
        skipped = behind.nbor(1) if behind.text == "-" and behind.i + 1 < len(doc) else behind
        if skipped.lower_ in time or _is_clock(behind):
            return True
        if counted is None and behind.lower_ in words("en/quantities", "screens", "months"):
            return True
    before = doc[amount.core - 1] if amount.core else None
    if before is not None and before.lower_ in words("en/quantities", "screens", "months"):
        return before.lower_ != "may" or before.is_title
    if _is_year(doc[amount.core], amount):
        return True
    return counted is None and doc[amount.core].ent_type_ in {"DATE", "TIME"}


def _is_age(doc: Doc, amount: Amount) -> bool:
    """Men [under 35] · voters [over 60]"""
    if amount.modifier not in {"under", "over", "above", "below"} or not amount.start:
        return False
    return doc[amount.start - 1].tag_ in {"NNS", "NNPS"} and amount.value in _AGES


def _is_clock(behind: Token) -> bool:
    """6 [a.m.] · a 6 [a.m.-to-noon] shift"""
    first = behind.lower_.partition("-")[0]
    return first in words("en/quantities", "screens", "clock")


def _is_year(core: Token, amount: Amount) -> bool:
    if amount.modifier in {"more than", "at least", "up to", "as many as", "nearly", "about"}:
        return False
    written = core.text
    return len(written) == 4 and written.isdigit() and int(written) in _YEARS


def _is_part_of_name(doc: Doc, amount: Amount) -> bool:
    """The Group of Seven · the Big Four · Four Seasons"""
    core = doc[amount.core]
    if not core.is_alpha or not core.is_title or core.is_sent_start or amount.unit:
        return False
    if core.i and doc[core.i - 1].text in {"“", '"', "‘", "'", ":"}:
        return False
    return core.tag_ in {"NNP", "NNPS"} or not core.sent[0].is_title or _is_in_title_case(core)


def _is_in_title_case(core: Token) -> bool:
    before = core.nbor(-1) if core.i else core
    return before.is_title and not before.is_sent_start


def _is_emphatic(amount: Amount, counted: Range | None) -> bool:
    """She is 100 percent right."""
    is_whole = amount.unit == "percent" and amount.value == 100 and amount.upper is None
    return is_whole and counted is None and not amount.modifier


def _is_score(doc: Doc, amount: Amount) -> bool:
    """3-2 · 52–48 · won 3 to 2"""
    end = amount.end
    sign = end < len(doc) and doc[end].text in _FOLLOWING_SIGNS and not doc[end - 1].whitespace_
    if sign and end + 1 < len(doc) and doc[end + 1].text[:1].isdigit():
        return True
    before = amount.core - 1
    return before > 0 and doc[before].text in _FOLLOWING_SIGNS and doc[before - 1].like_num


def _is_one_worth_a_line(doc: Doc, amount: Amount, counted: Range) -> bool:
    """At least one soldier · one of the three ministers"""
    if amount.modifier in words("en/quantities", "modifiers", "of_one"):
        return not _is_idle(doc, counted)
    inside = doc[amount.end : counted[0]]
    return any(token.tag_ == "CD" for token in inside)


def _stands_for_people(doc: Doc, amount: Amount) -> bool:
    """At least 12 were killed · wounding 30"""
    core = doc[amount.end - 1]
    if amount.value is None or core.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
        return False
    if not amount.modifier and core.ent_type_ != "CARDINAL":
        return False
    return core.head.lemma_.lower() in words("en/quantities", "screens", "of_people")


def _is_idle(doc: Doc, counted: Range) -> bool:
    return doc[counted[1] - 1].lower_ in words("en/quantities", "screens", "idle")


def _is_address(doc: Doc, counted: Range) -> bool:
    """10 Downing Street; but "50 Republicans" """
    last = doc[counted[1] - 1]
    return last.tag_ == "NNP" and last.ent_type_ != "NORP" and last.is_title
