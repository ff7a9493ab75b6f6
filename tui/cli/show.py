"""Print a briefing as text: who stands where and what is open, each with its sentence.

ID is that of a briefing in the library, or its first digits. FILE is read and analysed, and not
added to the library; `-` is standard input.
"""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.errors import LibraryError
from tui.cli.exits import Exit
from tui.cli.output import say, text_width, write

if TYPE_CHECKING:
    from briefings.library import Duplicate, Stored
    from briefings.library.records import Marks

EXAMPLES = """\
examples:
  briefing show 3f2a9c1d
  briefing show harbour-talks.html | less
  briefing show --plain 3f2a9c1d
  briefing show --json 3f2a9c1d | jq '.positions[] | select(.stance == "demands")'
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    parser.add_argument("what", metavar="ID|FILE", help="a briefing of the library, a file, or -")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print everything that was found")
    form.add_argument(
        "--plain", action="store_true", help="for screen readers: one item a line, words for signs"
    )


def run(options: argparse.Namespace) -> Exit:
    """Print the briefing."""
    from tui.cli.add import said_of
    from tui.cli.context import NotFoundError, library_path, library_to_read, stored_in
    from tui.settings import load_settings

    settings = load_settings()
    path = library_path(options, settings)
    source = _source(options.what)
    alike: tuple[Duplicate, ...] = ()
    marks: Marks | None = None
    if source is None and options.what != "-":
        with library_to_read(path) as library:
            stored = stored_in(library, path, options.what)
            marks = library.journal.marks(stored) if library is not None else None
            alike = library.duplicates_of(stored.entry.id) if library is not None else ()
    else:
        if source is not None and _could_be_an_id(source):
            raise NotFoundError(
                f"there is neither a briefing nor a file “{options.what}”",
                "`briefing list` shows the ids",
            )
        stored = _briefed(source, path, settings.analysis.model)
    write(_written(stored, marks, options))
    for other in alike:
        say(f"briefing: much the same as {said_of(other)}")
    return Exit.OK


def _written(stored: Stored, marks: Marks | None, options: argparse.Namespace) -> str:
    """The briefing in the form that was asked for."""
    if options.json:
        from briefings.export import as_json

        return as_json(stored, marks) if marks else as_json(stored)
    if options.plain:
        from tui.cli.spoken import spoken_text

        return spoken_text(stored)
    from tui.cli.text import plain_text

    return plain_text(stored, text_width())


def _source(what: str) -> Path | None:
    """The file that is meant, if one is: whatever exists, and whatever cannot be an id."""
    path = Path(what)
    is_id = 0 < len(what) <= 64 and all(digit in "0123456789abcdef" for digit in what)
    return None if what == "-" or (is_id and not path.exists()) else path


def _could_be_an_id(source: Path) -> bool:
    """Whether a name at which nothing is may be meant for a briefing: it has no folder, no dot."""
    return source.name == str(source) and "." not in source.name and not source.exists()


def _briefed(source: Path | None, path: Path, model: str) -> Stored:
    """The briefing of a source: the library's, if it has one, else a new one."""
    from briefings.analysis import analyse
    from briefings.library import Stored
    from tui.cli.context import library_to_read, read_source

    document = read_source(source)
    # A library that is broken is no reason not to read a file.
    with suppress(LibraryError), library_to_read(path) as library:
        if library is not None and library.find(document.id) is not None:
            return library.get(document.id)
    return Stored.unkept(document, analyse(document, model))
