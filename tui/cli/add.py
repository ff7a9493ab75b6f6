"""Read articles, analyse them and keep their briefings in the library.

A PATH is a text, Markdown or HTML file, or a folder, of which every such file is read; `-` is
standard input. What fails on one article never stops the others: it is listed at the end. After
an interruption the same command goes on where it stopped.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefings.errors import AnalysisError, BriefingError, LibraryError
from tui.cli.exits import Exit
from tui.cli.output import complain, complain_of_several, line, say, write, write_json
from tui.cli.progress import Progress

if TYPE_CHECKING:
    from briefings.library import Added, Duplicate
    from tui.bulk import Outcome
    from tui.settings import Settings

EXAMPLES = """\
examples:
  briefing add harbour-talks.html
  briefing add articles/ notes.md
  briefing add --jobs 4 archive/
  pbpaste | briefing add -
  briefing add --json articles/ | jq -r '.[].id'
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    from tui.cli.list import positive

    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or -")
    parser.add_argument(
        "--jobs",
        type=positive,
        metavar="N",
        default=0,
        help="how many processes read and analyse (otherwise one for each core)",
    )
    parser.add_argument("--json", action="store_true", help="print what was added as JSON")


def run(options: argparse.Namespace) -> Exit:
    """Add everything, say of each article what became of it, then what failed."""
    from tui.bulk import Outcome
    from tui.cli.context import STANDARD_INPUT, find_all_sources, library_path
    from tui.settings import load_settings

    settings = load_settings()
    sources, missing = find_all_sources(options.paths)
    names = [STANDARD_INPUT if source is None else str(source) for source in sources]
    account = Account(names, is_quiet=options.json)
    account.outcomes += [Outcome(name, error=error) for name, error in missing]
    stopped: BaseException | None = None
    try:
        if sources:
            _add(sources, library_path(options, settings), settings, options, account)
    except (KeyboardInterrupt, LibraryError) as reason:
        stopped = reason
    account.close()
    account.tell_at_the_end()
    if stopped is not None:
        left = len(sources) + len(missing) - len(account.outcomes)
        if isinstance(stopped, LibraryError):
            complain(stopped)
        say(f"briefing: interrupted; {left:,} not read; the same command goes on from here")
        if isinstance(stopped, KeyboardInterrupt):
            return Exit.INTERRUPTED
        return Exit.FAILED if len(account.outcomes) == account.failed else Exit.PARTLY
    if account.failed:
        return Exit.FAILED if account.failed == len(account.outcomes) else Exit.PARTLY
    return Exit.OK


class Account:
    """What became of the sources, told as it happens.

    Args:
        names: The sources, as they were named.
        is_quiet: Whether nothing is printed of them before the end.

    Attributes:
        outcomes: What became of each so far.
        failed: How many of these failed.
    """

    def __init__(self, names: list[str], *, is_quiet: bool) -> None:
        self.outcomes: list[Outcome] = []
        self._places = {name: place for place, name in enumerate(names)}
        self._is_quiet = is_quiet
        self._progress = Progress(len(names))
        self._done = 0
        self._progress.at(0, "starting")

    @property
    def failed(self) -> int:
        """How many failed so far."""
        return sum(outcome.error is not None for outcome in self.outcomes)

    def take(self, outcome: Outcome) -> None:
        """Take note of what became of a source; it is certain by now."""
        self.outcomes.append(outcome)
        self._done += 1
        if outcome.added is not None and not self._is_quiet:
            self._progress.hide()
            write(_line_of(outcome.added))
            sys.stdout.flush()
        failed = f"{self.failed:,} failed · " if self.failed else ""
        self._progress.at(self._done, f"{failed}{outcome.name}")

    def close(self) -> None:
        """Take the bar away; after a long time say how much was done."""
        self._progress.hide()
        if self._progress.has_spoken:
            added = [one.added for one in self.outcomes if one.added is not None]
            new = sum(one.is_new for one in added)
            say(f"briefing: {new:,} added, {len(added) - new:,} already there")

    def tell_at_the_end(self) -> None:
        """Print JSON if that was asked for, and list what failed, in the order of the sources."""
        ordered = sorted(self.outcomes, key=lambda one: self._places.get(one.name, -1))
        if self._is_quiet:
            write_json([_as_json(outcome) for outcome in ordered])
        failed = [(one.name, one.error) for one in ordered if one.error is not None]
        if failed:
            complain_of_several(failed, len(self.outcomes), "added")


def _add(
    sources: list[Path | None],
    library_path: Path,
    settings: Settings,
    options: argparse.Namespace,
    account: Account,
) -> None:
    """Add the sources: one file in this process, several in others."""
    from tui.bulk import add_all
    from tui.cli.context import bring_up

    bring_up(library_path)
    model = settings.analysis.model
    paths = [source for source in sources if source is not None]
    if len(paths) < len(sources):
        account.take(_add_one(None, library_path, model, options.debug))
    if len(paths) == 1:
        account.take(_add_one(paths[0], library_path, model, options.debug))
    elif paths:
        asyncio.run(add_all(library_path, paths, model, tell=account.take, jobs=options.jobs))
    if options.debug:
        for outcome in account.outcomes:
            for note in getattr(outcome.error, "__notes__", ()):
                say(note)


def _add_one(source: Path | None, library_path: Path, model: str, is_debugging: bool) -> Outcome:
    """Read, analyse and keep one source; a text that is there already is not analysed again."""
    from briefings.library import Library
    from tui.bulk import Outcome
    from tui.cli.context import STANDARD_INPUT, read_source

    name = STANDARD_INPUT if source is None else str(source)
    with Library.open(library_path) as library:
        try:
            document = read_source(source)
            if entry := library.find(document.id):
                return Outcome(name, library.add_again(entry))
            from briefings.analysis import analyse

            return Outcome(name, library.add(document, analyse(document, model)))
        except BriefingError as error:
            return Outcome(name, error=error)
        except Exception as error:
            if is_debugging:
                raise
            what = f"an error of ours in {name}, {type(error).__name__}: {error}"
            return Outcome(
                name, error=AnalysisError(what, "please report it with what `--debug` shows")
            )


def _line_of(added: Added) -> str:
    """One line for what was added, and one for each document that it is much the same as."""
    from tui.cli.context import SHOWN_DIGITS

    status = _status(added)
    lines = [f"{status:<13}  {added.entry.id[:SHOWN_DIGITS]}  {line(added.entry.title)}"]
    lines += [f"{'':13}  much the same as {said_of(other)}" for other in added.duplicates]
    return "".join(f"{text}\n" for text in lines)


def _status(added: Added) -> str:
    return "added" if added.is_new else "brought back" if added.is_back else "already there"


def said_of(duplicate: Duplicate) -> str:
    """A document that is much the same: "4f2a91c0, 87 % of its words: Orland walks out"."""
    from tui.cli.context import SHOWN_DIGITS

    entry = duplicate.entry
    share = f"{duplicate.share * 100:.0f} % of its words"
    return f"{entry.id[:SHOWN_DIGITS]}, {share}: {line(entry.title)}"


def _as_json(outcome: Outcome) -> dict[str, Any]:
    value: dict[str, Any] = {"source": outcome.name, "status": "failed"}
    if outcome.added is not None:
        value["status"] = _status(outcome.added)
        value |= {"id": outcome.added.entry.id, "title": outcome.added.entry.title}
        value["duplicates"] = [
            {"id": other.entry.id, "share": round(other.share, 3)}
            for other in outcome.added.duplicates
        ]
    if outcome.error is not None:
        value["error"] = str(outcome.error)
    return value
