"""Find actors in all briefings of the library, the best match first.

A beginning, a slip, another spelling or script, a role or initials will do.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from tui.cli.exits import Exit
from tui.cli.list import positive
from tui.cli.output import columns, line, say, write, write_json

if TYPE_CHECKING:
    from briefings.library import KnownActor
    from briefings.search import Hit

EXAMPLES = """\
examples:
  briefing search lindqvist
  briefing search foreign minister orland
  briefing search --json okafor | jq -r '.[0].briefings[]'
"""

MOST = 10


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    parser.add_argument("query", nargs="+", metavar="QUERY", help="a name or a role")
    parser.add_argument(
        "--limit", type=positive, default=MOST, metavar="N", help=f"the best N (default {MOST})"
    )
    parser.add_argument("--json", action="store_true", help="print the actors as JSON")


def run(options: argparse.Namespace) -> Exit:
    """Search and print."""
    from tui.catalogue import Catalogue
    from tui.cli.context import library_path, library_to_read
    from tui.settings import load_settings

    query = " ".join(options.query)
    with library_to_read(library_path(options, load_settings())) as library:
        known = {actor.key: actor for actor in library.actors()} if library is not None else {}
    catalogue = Catalogue.of(None, known.values())
    hits = catalogue.index.search(query, limit=options.limit)
    if options.json:
        write_json([_as_json(known[hit.id], hit) for hit in hits])
    elif hits:
        write(
            columns(
                (
                    catalogue.by_key[hit.id].name,
                    catalogue.by_key[hit.id].what,
                    _counted(known[hit.id]),
                    "≈" if hit.is_approximate else "",
                )
                for hit in hits
            )
        )
    if hits:
        return Exit.OK
    say(f"briefing: no actor in the library fits “{line(query)}”")
    return Exit.NOT_FOUND


def _counted(actor: KnownActor) -> str:
    from tui.panes.facts import counted

    mentions = counted(actor.mentions, "mention")
    return f"{mentions} in {counted(actor.briefings, 'briefing')}"


def _as_json(actor: KnownActor, hit: Hit) -> dict[str, Any]:
    return {
        "key": actor.key,
        "name": actor.name,
        "type": actor.type,
        "aliases": list(actor.aliases),
        "roles": list(actor.roles),
        "state": actor.state,
        "mentions": actor.mentions,
        "briefings": actor.briefings,
        "matched": hit.text,
        "is_approximate": hit.is_approximate,
    }
