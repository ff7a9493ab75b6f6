"""List the briefings in the library, the newest first.

A row holds the id, the date of publication, how many actors, positions and open questions were
found, and the title.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from tui.cli.exits import Exit
from tui.cli.output import columns, say, write, write_json

if TYPE_CHECKING:
    from briefings.library import Entry

EXAMPLES = """\
examples:
  briefing list
  briefing list --limit 10
  briefing list --json | jq -r '.[] | select(.questions > 5) | .title'
"""

HEADINGS = ("id", "published", "actors", "positions", "questions", "title")
NUMBERS = frozenset({2, 3, 4})


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    parser.add_argument("--limit", type=positive, metavar="N", help="the newest N only")
    parser.add_argument("--removed", action="store_true", help="those that were removed")
    parser.add_argument("--json", action="store_true", help="print the list as JSON")


def positive(word: str) -> int:
    """A number from 1; what argparse complains of otherwise."""
    if not word.isdecimal() or int(word[:9]) < 1:
        raise argparse.ArgumentTypeError(f"{word!r} is no number from 1")
    return int(word[:9])


def run(options: argparse.Namespace) -> Exit:
    """Print the list; headings only where somebody reads them."""
    from briefings.library import Listing
    from tui.cli.context import SHOWN_DIGITS, library_path, library_to_read
    from tui.settings import load_settings

    path = library_path(options, load_settings())
    with library_to_read(path) as library:
        listing = Listing(is_removed=options.removed)
        entries = library.entries(listing, limit=options.limit) if library is not None else ()
    if options.json:
        write_json([_as_json(entry) for entry in entries])
        return Exit.OK
    if not entries:
        say(
            "No briefing was removed."
            if options.removed
            else "The library is empty; `briefing add FILE` puts a briefing into it."
            if options.library is None or path.exists()
            else f"There is no library {path} yet; `briefing add FILE` makes it."
        )
        return Exit.OK
    rows = [
        (
            entry.id[:SHOWN_DIGITS],
            entry.published.date if entry.published else "undated",
            f"{entry.actors:,}",
            f"{entry.positions:,}",
            f"{entry.questions:,}",
            entry.title,
        )
        for entry in entries
    ]
    write(columns([HEADINGS, *rows], right=NUMBERS))
    return Exit.OK


def _as_json(entry: Entry) -> dict[str, Any]:
    published = entry.published
    return {
        "id": entry.id,
        "title": entry.title,
        "published": (
            {"date": published.date, "precision": published.precision} if published else None
        ),
        "publisher": entry.publisher,
        "added": entry.added,
        "words": entry.words,
        "actors": entry.actors,
        "positions": entry.positions,
        "questions": entry.questions,
    }
