"""A parse -> its quantities: how many and how much, with the unit and what is counted.

Dates, durations and ages are no quantities here: they are times. Neither are numbers that only
name something, such as those of sections, routes and scores.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.parsing import Parse
from briefings.analysis.quantities.amounts import Amount, amounts
from briefings.analysis.quantities.counting import counted_by
from briefings.analysis.quantities.screening import is_quantity
from briefings.document import Span
from briefings.events import Quantity
from briefings.knowledge import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]


def find_quantities(parse: Parse) -> tuple[Quantity, ...]:
    """Every quantity of a document, in the order of the text."""
    doc = parse.doc
    written = [token.text for token in doc]
    found: list[Quantity] = []
    for amount in amounts([word.lower() for word in written], written):
        counted = counted_by(doc, amount)
        if is_quantity(doc, amount, counted):
            found.append(_quantity(parse, amount, counted, f"n{len(found) + 1}"))
    return tuple(found)


def _quantity(parse: Parse, amount: Amount, counted: Range | None, identity: str) -> Quantity:
    doc = parse.doc
    words_of_amount = _span(doc, (amount.start, amount.end))
    counted_span = _span(doc, counted) if counted is not None else None
    end = counted_span.end if counted_span is not None else words_of_amount.end
    unit = amount.unit
    if not unit and counted is not None and _is_person(doc[counted[1] - 1]):
        unit = "people"
    return Quantity(
        id=identity,
        span=Span(words_of_amount.start, end),
        sentence=parse.sentence_at(words_of_amount.start),
        amount=words_of_amount,
        value=amount.value,
        upper=amount.upper,
        unit=unit,
        counted=counted_span,
    )


def _span(doc: Doc, tokens: Range) -> Span:
    last = doc[tokens[1] - 1]
    return Span(doc[tokens[0]].idx, last.idx + len(last.text))


def _is_person(noun: Token) -> bool:
    """Whether a noun stands for people: "troops", "leaders"."""
    if noun.lower_ in words("en/quantities", "people", "not_people"):
        return False
    if noun.lower_ in words("en/quantities", "people", "words"):
        return True
    return noun.lemma_.lower() in words("en/titles", "persons") or noun.ent_type_ == "NORP"
