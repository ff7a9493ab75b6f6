"""A briefing as plain text for a pipe, a pager or an e-mail; the words are the article's.

A line that begins with ¶ and the number of a paragraph, or with "title:", is the sentence that
the lines above it come from. The questions are worded by us, and headed so.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefings.briefing import Position, Question, Strength
from briefings.document import Span
from tui.cli.context import SHOWN_DIGITS
from tui.cli.output import columns, line
from tui.panes.facts import counted, dated, described

if TYPE_CHECKING:
    from briefings.library import Stored


def plain_text(stored: Stored, width: int) -> str:
    """The briefing as lines of at most `width` characters, as far as its words allow."""
    briefing = stored.briefing
    parts = [
        *_head(stored, width),
        *_section("Actors", len(briefing.listed_actors)),
        *_actors(stored),
        *_section("Positions", len(briefing.stands)),
        *_spaced(_position(stored, position, width) for position in briefing.stands),
        *_section("Open questions, in our words", len(briefing.questions)),
        *_spaced(_question(stored, question, width) for question in briefing.questions),
    ]
    return "".join(f"{text}\n" for text in parts)


def _head(stored: Stored, width: int) -> Iterator[str]:
    document = stored.document
    facts = (
        dated(document),
        document.origin.publisher,
        document.origin.author,
        counted(stored.entry.words, "word"),
        document.id[:SHOWN_DIGITS],
    )
    yield from _wrapped(document.title, width, "")
    yield from _wrapped(" · ".join(fact for fact in facts if fact), width, "")


def _section(heading: str, number: int) -> Iterator[str]:
    yield ""
    yield f"{heading} ({number:,})"
    yield ""


def _spaced(blocks: Iterable[Iterable[str]]) -> Iterator[str]:
    """Blocks with a blank line between them."""
    for number, block in enumerate(blocks):
        if number:
            yield ""
        yield from block


def _actors(stored: Stored) -> list[str]:
    rows = [
        ("", actor.name, counted(len(actor.mentions), "mention"), described(actor))
        for actor in stored.briefing.listed_actors
    ]
    return columns(rows).splitlines() if rows else []


def _position(stored: Stored, position: Position, width: int) -> Iterator[str]:
    holders = _names(stored, position.holders)
    told_by = _names(stored, [one for one in position.sources if one not in position.holders])
    remarks = [
        position.strength if position.strength is not Strength.FIRM else "",
        f"as told by {told_by}" if told_by else "",
        f"for {_names(stored, position.on_behalf_of)}" if position.on_behalf_of else "",
    ]
    remark = ", ".join(remark for remark in remarks if remark)
    sign = f"{position.stance.family.sign} {position.stance:<10}"
    yield from _wrapped(f"{holders} ({remark})" if remark else holders, width, f"  {sign} ")
    text = stored.document.text
    content = " … ".join(line(span.of(text)) for span in position.content)
    condition = position.condition
    if condition is not None and not any(span.contains(condition) for span in position.content):
        content = f"{content} … {line(condition.of(text))}" if content else condition.of(text)
    yield from _wrapped(content, width, "    ")
    yield from _evidence(stored, position.sentence, width)


def _question(stored: Stored, question: Question, width: int) -> Iterator[str]:
    who = _names(stored, question.resolvers)
    text = f"{question.text} ({who} can settle it)" if who else question.text
    yield from _wrapped(text, width, f"  ? {question.kind:<10} ")
    yield from _evidence(stored, question.sentence, width)


def _evidence(stored: Stored, sentence: Span, width: int) -> list[str]:
    number = stored.document.paragraph_number(sentence.start)
    mark = f"¶{number} " if number else "title: "
    return _wrapped(sentence.of(stored.document.text), width, f"    {mark}", indent=4)


def _names(stored: Stored, identities: Iterable[str]) -> str:
    return ", ".join(stored.briefing.actor(identity).name for identity in identities)


def _wrapped(text: str, width: int, first: str, indent: int | None = None) -> list[str]:
    """`text` in lines, the first behind `first`, the others indented as far or by `indent`."""
    return textwrap.wrap(
        line(text),
        width,
        initial_indent=first,
        subsequent_indent=" " * (len(first) if indent is None else indent),
        break_long_words=False,
        break_on_hyphens=False,
    )
