"""Take briefings out of the library, so that no list and no search shows them; undo brings back.

Nothing is deleted: text, findings, notes and corrections stay in the library's file. `briefing undo
ID` brings a briefing back, and so does adding the same text again.
"""

from __future__ import annotations

import argparse

from tui.cli.exits import Exit
from tui.cli.output import line, say, write

EXAMPLES = """\
examples:
  briefing remove 3f2a9c1d
  briefing undo 3f2a9c1d
  briefing list --removed
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    parser.add_argument("ids", nargs="+", metavar="ID", help="an id, or its first digits")


def run(options: argparse.Namespace) -> Exit:
    """Remove the briefings; if one of the ids is wrong, none is."""
    from briefings.corrections import SetRemoved
    from tui.cli.context import SHOWN_DIGITS, library_path, library_to_change, stored_in
    from tui.settings import load_settings

    with library_to_change(library_path(options, load_settings())) as library:
        entries = {
            (entry := stored_in(library, library.path, identity).entry).id: entry
            for identity in options.ids
        }
        removed = 0
        for entry in entries.values():
            recorded = library.journal.record(entry.id, SetRemoved(is_removed=True))
            status = "removed" if recorded.is_new else "is removed"
            removed += recorded.is_new
            write(f"{status:<10}  {entry.id[:SHOWN_DIGITS]}  {line(entry.title)}\n")
    if removed:
        say("briefing: nothing was deleted; `briefing undo ID` brings a briefing back")
    return Exit.OK
