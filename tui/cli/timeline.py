"""Print what happened, what is due and what may come, in time.

Nothing is dated that its text does not date: an event without a time of its own stands at the day
on which it was reported, in brackets.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tui.cli.exits import Exit
from tui.cli.output import line, say, write, write_json
from tui.cli.several import configure_several, several

if TYPE_CHECKING:
    from briefings.document import Document, Span
    from briefings.stories import Happening

EXAMPLES = """\
examples:
  briefing timeline 3f2a9c1d
  briefing timeline --tag harbour | less
  briefing timeline --json | jq -r '.[] | select(.status == "due") | .when + " " + .words'
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    configure_several(parser)
    parser.add_argument("--json", action="store_true", help="print the timeline as JSON")


def run(options: argparse.Namespace) -> Exit:
    """Print the timeline."""
    from briefings.stories import timeline

    found = timeline(several(options))
    if options.json:
        write_json([_as_json(one) for one in found.all])
        return Exit.OK
    write("".join(f"{text}\n" for one in found.all for text in _text(one)))
    if not found.all:
        say("briefing: nothing happens there, and nothing is announced")
        return Exit.NOT_FOUND
    return Exit.OK


def _text(one: Happening) -> Iterator[str]:
    """A happening as lines: when and what, its sentence, and where it is told."""
    from tui.cli.context import SHOWN_DIGITS

    document = one.document
    when = f"({one.when})" if one.is_reported else one.when or "undated"
    names = ", ".join(actor.name for actor in one.actors)
    who = f" ({names})" if names else ""
    yield f"{when} {_status(one)}: {line(_words(document, one.words) + who)}"
    yield f"  “{line(_words(document, one.told.sentence))}”"
    day = document.published.date if document.published else "undated"
    parts = (document.id[:SHOWN_DIGITS], day, document.title, document.origin.publisher)
    yield f"  {line(' · '.join(part for part in parts if part))}"


def _status(one: Happening) -> str:
    from briefings.events import Event

    return str(one.told.status) if isinstance(one.told, Event) else "due"


def _words(document: Document, span: Span) -> str:
    return " ".join(span.of(document.text).split())


def _as_json(one: Happening) -> dict[str, Any]:
    document, sentence = one.document, one.told.sentence
    return {
        "when": one.when or None,
        "is_reported": one.is_reported,
        "status": _status(one),
        "words": _words(document, one.words),
        "actors": [actor.name for actor in one.actors],
        "briefing": document.id,
        "published": document.published.date if document.published else None,
        "sentence": [sentence.start, sentence.end],
        "passage": sentence.of(document.text),
    }
