"""Read articles, analyse them and keep their briefings in the library.

A PATH is a text, Markdown or HTML file, or a folder, of which every such file is read; `-` is
standard input. What fails on one article never stops the others: it is listed at the end.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefings.errors import AnalysisError, BriefingError
from tui.cli.exits import Exit
from tui.cli.output import Progress, columns, complain_of_several, say, write, write_json

if TYPE_CHECKING:
    from briefings.library import Added, Library

EXAMPLES = """\
examples:
  briefing add harbour-talks.html
  briefing add articles/ notes.md
  pbpaste | briefing add -
  briefing add --json articles/ | jq -r '.[].id'
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or -")
    parser.add_argument("--json", action="store_true", help="print what was added as JSON")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source.

    Attributes:
        name: The source, as the reader calls it.
        added: What the library says; None if it failed.
        error: Why it failed.
    """

    name: str
    added: Added | None = None
    error: BriefingError | None = None


def run(options: argparse.Namespace) -> Exit:
    """Add everything, then say what failed."""
    from briefings.library import Library
    from tui.cli.context import find_all_sources, library_path
    from tui.settings import load_settings

    settings = load_settings()
    sources, missing = find_all_sources(options.paths)
    outcomes = [Outcome(name, error=error) for name, error in missing]
    is_interrupted = False
    if sources:
        with Library.open(library_path(options, settings)) as library:
            try:
                _add_all(library, sources, settings.analysis.model, outcomes, options.debug)
            except KeyboardInterrupt:
                is_interrupted = True
    _tell(outcomes, options.json)
    if is_interrupted:
        say(f"briefing: interrupted; {len(sources) + len(missing) - len(outcomes):,} not read")
        return Exit.INTERRUPTED
    failed = sum(outcome.error is not None for outcome in outcomes)
    if failed:
        return Exit.FAILED if failed == len(outcomes) else Exit.PARTLY
    return Exit.OK


def _add_all(
    library: Library,
    sources: list[Path | None],
    model: str,
    outcomes: list[Outcome],
    is_debugging: bool,
) -> None:
    """Add each source and put what became of it into `outcomes`."""
    from tui.cli.context import STANDARD_INPUT

    progress = Progress(len(sources))
    try:
        for number, source in enumerate(sources, start=1):
            name = STANDARD_INPUT if source is None else str(source)
            progress.at(number, name)
            try:
                outcomes.append(Outcome(name, added=_add(library, source, model)))
            except BriefingError as error:
                outcomes.append(Outcome(name, error=error))
            except Exception as error:
                if is_debugging:
                    raise
                what = f"an error of ours in {name}, {type(error).__name__}: {error}"
                failure = AnalysisError(what, "please report it with what `--debug` shows")
                outcomes.append(Outcome(name, error=failure))
    finally:
        progress.end()


def _add(library: Library, source: Path | None, model: str) -> Added:
    """Read, analyse and keep one source; a text that is there already is not analysed again."""
    from briefings.analysis import analyse
    from briefings.library import Added
    from tui.cli.context import read_source

    document = read_source(source)
    entry = library.find(document.id)
    if entry is not None:
        return Added(entry, is_new=False)
    return library.add(document, analyse(document, model))


def _tell(outcomes: list[Outcome], as_json: bool) -> None:
    from tui.cli.context import SHOWN_DIGITS

    done = [outcome.added for outcome in outcomes if outcome.added is not None]
    if as_json:
        write_json([_as_json(outcome) for outcome in outcomes])
    elif done:
        write(
            columns(
                (
                    "added" if added.is_new else "already there",
                    added.entry.id[:SHOWN_DIGITS],
                    added.entry.title,
                )
                for added in done
            )
        )
    failed = [(one.name, one.error) for one in outcomes if one.error is not None]
    if failed:
        complain_of_several(failed, len(outcomes), "added")


def _as_json(outcome: Outcome) -> dict[str, Any]:
    value: dict[str, Any] = {"source": outcome.name, "status": "failed"}
    if outcome.added is not None:
        value["status"] = "added" if outcome.added.is_new else "already there"
        value |= {"id": outcome.added.entry.id, "title": outcome.added.entry.title}
    if outcome.error is not None:
        value["error"] = str(outcome.error)
    return value
