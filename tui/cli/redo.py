"""Do again what was undone last in a briefing; without ID, in the rules."""

from __future__ import annotations

import argparse

from tui.cli.exits import Exit
from tui.cli.undo import step

EXAMPLES = """\
examples:
  briefing redo 3f2a9c1d
  briefing redo
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    parser.add_argument("id", nargs="?", metavar="ID", help="an id, or its first digits")


def run(options: argparse.Namespace) -> Exit:
    """Redo one change."""
    return step(options, is_redo=True)
