"""List what you did to a briefing, the oldest first; without ID, to the rules.

A change that was undone can be redone, unless something else was done after the undo; then only
the journal still has it.
"""

from __future__ import annotations

import argparse

from tui.cli.exits import Exit
from tui.cli.output import columns, say, write, write_json

EXAMPLES = """\
examples:
  briefing history 3f2a9c1d
  briefing history
  briefing history --json 3f2a9c1d | jq -r '.[] | select(.state == "done") | .change'
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    parser.add_argument("id", nargs="?", metavar="ID", help="an id, or its first digits")
    parser.add_argument("--json", action="store_true", help="print the changes as JSON")


def run(options: argparse.Namespace) -> Exit:
    """Print the changes."""
    from tui.cli.context import library_path, library_to_read, stored_in
    from tui.settings import load_settings

    path = library_path(options, load_settings())
    with library_to_read(path) as library:
        identity = stored_in(library, path, options.id).entry.id if options.id else None
        steps = library.journal.history(identity) if library is not None else ()
    if options.json:
        write_json(
            [
                {"number": s.number, "moment": s.moment, "state": s.state, "change": s.text}
                for s in steps
            ]
        )
    elif steps:
        states = {
            "done": "",
            "undone": "undone",
            "cut": "undone for good",
            "withdrawn": "withdrawn",
        }
        write(columns((s.moment, states[s.state], s.text) for s in steps))
    else:
        say("Nothing was changed yet.")
    return Exit.OK
