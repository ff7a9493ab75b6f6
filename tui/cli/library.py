"""Look after the library: say where it is, check it, copy it, or make its file smaller.

path      print where the library's file is
check     see that the file, every hash, every offset and every table is as it should be
backup    copy the library, also while it is in use, to FILE or to a dated name beside it
compact   give back the space that it no longer uses
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.exits import Exit
from tui.cli.output import line, say, write
from tui.cli.progress import Stages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.library.upkeep import Fault

EXAMPLES = """\
examples:
  briefing library path
  briefing library check
  briefing library backup
  briefing library backup /media/stick/library.db
  briefing library compact
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    choices = ("path", "check", "backup", "compact")
    told = "path, check, backup or compact"
    parser.add_argument("what", choices=choices, metavar="WHAT", help=told)
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="only for backup")


def run(options: argparse.Namespace) -> Exit:
    """Do what was asked for."""
    from tui.cli.context import library_path
    from tui.settings import load_settings

    path = library_path(options, load_settings())
    if options.file is not None and options.what != "backup":
        say(f"briefing library: `{options.what}` takes no file; name a library with --library")
        return Exit.USAGE
    if options.what == "path":
        write(f"{path}\n")
        return Exit.OK
    if options.what == "check":
        return _check(path)
    return _back_up(path, options.file) if options.what == "backup" else _compact(path)


def _check(path: Path) -> Exit:
    from briefings.library import Library
    from briefings.library.connection import DamagedError
    from briefings.library.upkeep.upkeep import copies_of
    from tui.panes.facts import counted

    def tell(fault: Fault) -> None:
        stages.hide()
        write(f"{_sentence(fault)}\n")

    try:
        with Stages() as stages, Library.open(path, read_only=True) as library:
            checked = library.upkeep.check(tell, stages.at)
    except DamagedError:
        _offer(copies_of(path))
        raise
    write(
        f"Checked {counted(checked.briefings, 'briefing')}: every text and all findings by their"
        f" hashes, {counted(checked.spans, 'place')} in the texts, what lists and searches know of"
        " them, the journal, and the file itself.\n"
    )
    if not checked.faults:
        write("Nothing is wrong.\n")
        _name(copies_of(path))
        return Exit.OK
    write(f"There {'is' if checked.faults == 1 else 'are'} {counted(checked.faults, 'fault')}.\n")
    _offer(copies_of(path))
    return Exit.FAILED


def _sentence(fault: Fault) -> str:
    from tui.cli.context import SHOWN_DIGITS

    where = f"{fault.briefing[:SHOWN_DIGITS]} “{line(fault.title)}”: " if fault.briefing else ""
    return f"{where}{line(fault.what)}; {fault.remedy}."


def _offer(copies: Sequence[Path]) -> None:
    """Name a copy to go on with: the damaged file is never written over."""
    if not copies:
        say("briefing: there is no copy beside the library; look for one you made elsewhere")
        return
    say(f"briefing: the newest copy beside it is {line(str(copies[0]))}; see it with --library")
    _name(copies)


def _name(copies: Sequence[Path]) -> None:
    """Say which copies there are: they are large, and nobody but the reader deletes them."""
    if len(copies) > 1:
        names = ", ".join(line(copy.name) for copy in copies)
        size = _size(sum(copy.stat().st_size for copy in copies))
        say(f"briefing: {len(copies)} copies lie beside it, {size} in all; only you delete them:")
        say(f"briefing: {names}")


def _back_up(path: Path, file: Path | None) -> Exit:
    from briefings.library import Library
    from tui.panes.facts import counted

    with Library.open(path, read_only=True) as library:
        with Stages() as stages:
            made = library.upkeep.backup(file, stages.at)
        say(f"briefing: copied {counted(len(library), 'briefing')}, and checked the copy")
    write(f"{made}\n")
    return Exit.OK


def _compact(path: Path) -> Exit:
    from briefings.library import Library
    from tui.cli.context import library_to_read

    # A library that is not there yet is not made for this.
    with library_to_read(path) as found:
        if found is None:
            say(f"briefing: there is no library {path} yet")
            return Exit.NOT_FOUND
    with Library.open(path) as library:
        gained = library.upkeep.compact()
    saved = max(0, gained.before - gained.after)
    write(f"{_size(gained.before)} before, {_size(gained.after)} now: {_size(saved)} gained.\n")
    if gained.is_read_elsewhere:
        say("briefing: the disk has the space back once the other program that reads it is done")
    return Exit.OK


def _size(count: int) -> str:
    """A number of bytes as people read it.

    >>> _size(2_300_000)
    '2.3 MB'
    """
    if count < 1_000_000:
        return f"{count / 1000:,.0f} kB"
    return f"{count / 1_000_000:,.1f} MB"
