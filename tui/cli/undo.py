"""Take back the last change of a briefing; without ID, the last change of the rules."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.cli.exits import Exit
from tui.cli.output import line, say, write

if TYPE_CHECKING:
    from briefings.library import Library

EXAMPLES = """\
examples:
  briefing undo 3f2a9c1d
  briefing undo
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    parser.add_argument("id", nargs="?", metavar="ID", help="an id, or its first digits")


def run(options: argparse.Namespace) -> Exit:
    """Undo one change."""
    return step(options, is_redo=False)


def step(options: argparse.Namespace, *, is_redo: bool) -> Exit:
    """Undo or redo one change, and say which."""
    from tui.cli.context import library_path, library_to_change
    from tui.settings import load_settings

    with library_to_change(library_path(options, load_settings())) as library:
        identity = whole_id(library, options.id)
        journal = library.journal
        done = journal.redo(identity) if is_redo else journal.undo(identity)
        if done is None:
            say(f"There is nothing to {'redo' if is_redo else 'undo'}.")
            return Exit.OK
        for change in (done.change, *done.also):
            write(f"{'redone' if is_redo else 'undone'}  {line(journal.describe(change))}\n")
    return Exit.OK


def whole_id(library: Library, identity: str | None) -> str | None:
    """The id that begins so; None for None.

    Raises:
        NotFoundError: The library has no such briefing.
    """
    from tui.cli.context import stored_in

    return stored_in(library, library.path, identity).entry.id if identity is not None else None
