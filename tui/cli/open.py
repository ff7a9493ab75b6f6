"""Read articles and open them in the app; without any, open the briefing that was open last."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from briefings.errors import BriefingError, LibraryError, ReadingError
from tui.cli.exits import Exit
from tui.cli.output import complain_of_several, say

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.document import Document

EXAMPLES = """\
examples:
  briefing
  briefing harbour-talks.html articles/
  pbpaste | briefing
  briefing ./list          a file that is called like a verb
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of the command without a verb."""
    parser.usage = "briefing [option ...] [FILE ...]\n       briefing VERB [option ...] ..."
    parser.add_argument("files", nargs="*", metavar="FILE", help="a file, a folder, or -")


def run(options: argparse.Namespace) -> Exit:
    """Read what was named, then hand the terminal over to the app."""
    from tui.cli.context import bring_up, find_all_sources, library_path
    from tui.settings import load_what_is_valid

    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        say("briefing: the app needs a terminal; `briefing --help` lists what works without one")
        return Exit.USAGE
    names = options.files or ([] if sys.stdin.isatty() else ["-"])
    sources, failed = find_all_sources(names)
    total = len(sources) + len(failed)
    documents, paths = _read(sources, failed)
    settings, problems = load_what_is_valid()
    if documents or not names:
        if not sys.stdin.isatty():
            _take_keys_from_terminal()
        from tui.running import run_app

        path = library_path(options, settings)
        with suppress(LibraryError):  # the app says so too, and shows the article all the same
            bring_up(path)
        code, unread = run_app(
            path, settings, documents, problems, paths=paths, debug=options.debug
        )
        failed += unread
        if code:
            return Exit.FAILED
    if failed:
        complain_of_several(failed, total, "read")
        _suggest_verb(options.files)
        return Exit.PARTLY if documents else Exit.FAILED
    return Exit.OK


def _read(
    sources: list[Path | None], failed: list[tuple[str, BriefingError]]
) -> tuple[list[Document], list[Path]]:
    """The document to open, and what the app reads itself, once it is painted.

    Standard input is read here wherever it stands: the app needs its place for the keyboard. What
    cannot be read goes into `failed`.
    """
    from tui.cli.context import STANDARD_INPUT, read_source

    documents: list[Document] = []
    later: list[Path] = []
    for source in sources:
        if documents and source is not None:
            later.append(source)
            continue
        try:
            documents.append(read_source(source))
        except BriefingError as error:
            failed.append((STANDARD_INPUT if source is None else str(source), error))
    return documents, later


def _take_keys_from_terminal() -> None:
    """Put the terminal in the place of standard input, which held an article.

    Raises:
        ReadingError: If there is no terminal to take keys from.
    """
    try:
        terminal = os.open("CONIN$" if os.name == "nt" else "/dev/tty", os.O_RDONLY)
    except OSError as error:
        raise ReadingError(
            "there is no terminal to take keys from", "use `briefing show -` instead"
        ) from error
    os.dup2(terminal, sys.stdin.fileno())
    os.close(terminal)


def _suggest_verb(files: list[str]) -> None:
    """Say which verb was probably meant by a file that is not there."""
    from difflib import get_close_matches
    from pathlib import Path

    from tui.cli.parser import VERBS

    for word in files[:1]:
        close = get_close_matches(word, VERBS, n=1, cutoff=0.7)
        if close and not Path(word).exists():
            say(f"briefing: did you mean `briefing {close[0]}`?")
