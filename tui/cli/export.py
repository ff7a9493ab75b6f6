"""Write briefings of the library as Markdown notes, and print where they are.

A note that is there already is renewed, and what you wrote into it is kept.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.errors import BriefingError
from tui.cli.exits import Exit
from tui.cli.output import complain_of_several, write

if TYPE_CHECKING:
    from briefings.library import Stored

EXAMPLES = """\
examples:
  briefing export 3f2a9c1d
  briefing export 3f2a9c1d -o ~/vault/briefings
  briefing export 3f2a9c1d -o - | pandoc -o talks.docx
  briefing export --json 3f2a9c1d > talks.json
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    parser.add_argument("ids", nargs="+", metavar="ID", help="an id, or its first digits")
    target = parser.add_mutually_exclusive_group()
    target.add_argument(
        "-o",
        "--output",
        metavar="FOLDER",
        help="where to write (otherwise the setting `export.folder`); - prints the note",
    )
    target.add_argument("--json", action="store_true", help="print the briefing as JSON instead")


def run(options: argparse.Namespace) -> Exit:
    """Export each briefing; what fails on one does not stop the others."""
    from tui.cli.context import NotFoundError, library_path, library_to_read, stored_in
    from tui.settings import load_settings

    settings = load_settings()
    path = library_path(options, settings)
    folder = Path(options.output).expanduser() if options.output else settings.export.folder
    failed: list[tuple[str, BriefingError]] = []
    with library_to_read(path) as library:
        for identity in options.ids:
            try:
                stored = stored_in(library, path, identity)
                write(_exported(stored, options, folder))
            except BriefingError as error:
                failed.append((identity, error))
    if not failed:
        return Exit.OK
    complain_of_several(failed, len(options.ids), "exported")
    if len(failed) < len(options.ids):
        return Exit.PARTLY
    is_missing = all(isinstance(error, NotFoundError) for _, error in failed)
    return Exit.NOT_FOUND if is_missing else Exit.FAILED


def _exported(stored: Stored, options: argparse.Namespace, folder: Path) -> str:
    """What to print: the briefing, or the path of the note that was written."""
    from briefings.export import as_json, export_note, markdown_note

    if options.json:
        return as_json(stored)
    if options.output == "-":
        return markdown_note(stored)
    return f"{export_note(stored, folder)}\n"
