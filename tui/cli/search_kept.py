"""The searches that a library keeps, on the command line: list, name and forget them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.cli.exits import Exit
from tui.cli.output import columns, line, say, write, write_json

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefings.library import Library


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words for searches that are kept."""
    kept = parser.add_mutually_exclusive_group()
    kept.add_argument("--saved", action="store_true", help="list the searches that have a name")
    kept.add_argument("--recent", action="store_true", help="list what was searched for last")
    kept.add_argument("--save", metavar="NAME", help="give QUERY this name; search for nothing")
    kept.add_argument("--forget", metavar="NAME", help="forget the search of this name")
    parser.set_defaults(refuse=parser.error)


def is_asked(options: argparse.Namespace) -> bool:
    """Whether the words are about kept searches, and not a search.

    Ends with a usage error if they do not fit each other.
    """
    takes_none = options.saved or options.recent or options.forget is not None
    if takes_none and options.query:
        options.refuse("a list of searches, or --forget, takes no QUERY")
    if not takes_none and not options.query:
        options.refuse("the following arguments are required: QUERY")
    for name in (options.save, options.forget):
        if name is not None and not name.strip():
            options.refuse("a search needs a NAME that is not empty")
    return takes_none or options.save is not None


def run(options: argparse.Namespace, path: Path, query: str) -> Exit:
    """List, name or forget searches.

    Args:
        options: The words of the command line.
        path: Where the library is.
        query: The query that gets a name; it has been understood.
    """
    from tui.cli.context import library_to_change, library_to_read

    if options.saved or options.recent:
        with library_to_read(path) as library:
            return _list(library, options)
    with library_to_change(path) as library:
        full_text = library.full_text
        if options.save is not None:
            name = " ".join(options.save.split())
            full_text.save(name, query)
            say(f"briefing: saved as “{line(name)}”")
            return Exit.OK
        name = " ".join(options.forget.split())
        if name not in {one.name for one in full_text.saved()}:
            say(f"briefing: no search is called “{line(name)}”")
            return Exit.NOT_FOUND
        full_text.forget(name)
        say(f"briefing: forgot “{line(name)}”")
    return Exit.OK


def _list(library: Library | None, options: argparse.Namespace) -> Exit:
    if options.recent:
        queries: Sequence[str] = library.full_text.recent() if library else ()
        if options.json:
            write_json(list(queries))
        elif queries:
            write("".join(f"{line(query)}\n" for query in queries))
        else:
            say("Nothing was searched for in the app yet.")
        return Exit.OK
    saved = library.full_text.saved() if library else ()
    if options.json:
        write_json([{"name": one.name, "query": one.query} for one in saved])
    elif saved:
        write(columns([("name", "query"), *((one.name, one.query) for one in saved)]))
    else:
        say("No search is saved yet; --save NAME gives one a name.")
    return Exit.OK
