"""Analyse briefings of the library anew; corrections, notes and all else you did stays.

`--all` takes every briefing that an older version of the program or another model has analysed.
Corrections are applied to what is found now. Those that do not fit any more are kept and listed.
"""

from __future__ import annotations

import argparse
import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefings.errors import AnalysisError, BriefingError
from tui.cli.exits import Exit
from tui.cli.output import columns, complain_of_several, say, write, write_json
from tui.cli.progress import Progress

if TYPE_CHECKING:
    from briefings.library import Library, Stored

EXAMPLES = """\
examples:
  briefing reanalyse 3f2a9c1d
  briefing reanalyse --all
  briefing reanalyse --all --json | jq '.[] | select(.unfitting != [])'
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    from tui.cli.list import positive

    parser.add_argument("ids", nargs="*", metavar="ID", help="an id, or its first digits")
    parser.add_argument("--all", action="store_true", help="all whose analysis is older")
    parser.add_argument(
        "--jobs",
        type=positive,
        metavar="N",
        default=0,
        help="how many processes analyse (otherwise one for each core, and none for a few)",
    )
    parser.add_argument("--json", action="store_true", help="print what was done as JSON")
    parser.set_defaults(refuse=parser.error)


_MANY = 10
"""Fewer take less time than it takes to start processes for them."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one briefing.

    Attributes:
        name: Its id, or what the reader gave for it.
        stored: The briefing as it is now; None if it failed.
        error: Why it failed.
    """

    name: str
    stored: Stored | None = None
    error: BriefingError | None = None


def run(options: argparse.Namespace) -> Exit:
    """Analyse each briefing; what fails on one does not stop the others."""
    from tui.cli.context import library_path, library_to_change
    from tui.settings import load_settings

    if options.all == bool(options.ids):
        options.refuse("give either the ID of a briefing or --all")
    settings = load_settings()
    path = library_path(options, settings)
    model = settings.analysis.model
    outcomes: list[Outcome] = []
    is_interrupted = False
    with library_to_change(path) as library:
        ids = _outdated(library, model) if options.all else options.ids
        try:
            if options.all and (options.jobs or len(ids) >= _MANY):
                _reanalyse_by_several(path, ids, model, outcomes, options.jobs)
            else:
                _reanalyse_all(library, ids, model, outcomes, options.debug)
        except KeyboardInterrupt:
            is_interrupted = True
    _tell(outcomes, options.json)
    if is_interrupted:
        say(f"briefing: interrupted; {len(ids) - len(outcomes):,} not analysed")
        return Exit.INTERRUPTED
    return _ended(outcomes)


def _outdated(library: Library, model: str) -> list[str]:
    from briefings.analysis import analysis_name

    ids = [entry.id for entry in library.outdated(analysis_name(model))]
    if not ids:
        say("Every briefing comes from the analysis of today.")
    return ids


def _reanalyse_all(
    library: Library, ids: list[str], model: str, outcomes: list[Outcome], is_debugging: bool
) -> None:
    progress = Progress(len(ids))
    try:
        for number, identity in enumerate(ids):
            progress.at(number, identity)
            try:
                outcomes.append(Outcome(identity, _reanalyse(library, identity, model)))
            except BriefingError as error:
                outcomes.append(Outcome(identity, error=error))
            except Exception as error:
                if is_debugging:
                    raise
                what = f"an error of ours in {identity}, {type(error).__name__}: {error}"
                failure = AnalysisError(what, "please report it with what `--debug` shows")
                outcomes.append(Outcome(identity, error=failure))
    finally:
        progress.hide()


def _reanalyse_by_several(
    path: Path, ids: list[str], model: str, outcomes: list[Outcome], jobs: int
) -> None:
    from tui.bulk import reanalyse_all

    progress = Progress(len(ids))
    progress.at(0, "starting")

    def take(name: str, became: Stored | BriefingError) -> None:
        if isinstance(became, BriefingError):
            outcomes.append(Outcome(name, error=became))
        else:
            outcomes.append(Outcome(name, became))
        progress.at(len(outcomes), name)

    try:
        asyncio.run(reanalyse_all(path, ids, model, tell=take, jobs=jobs))
    finally:
        progress.hide()


def _reanalyse(library: Library, identity: str, model: str) -> Stored:
    from briefings.analysis import analyse
    from tui.cli.context import stored_in

    document = stored_in(library, library.path, identity).document
    return library.replace_findings(document.id, analyse(document, model))


def _tell(outcomes: list[Outcome], as_json: bool) -> None:
    from tui.cli.context import SHOWN_DIGITS

    if as_json:
        write_json([_as_json(outcome) for outcome in outcomes])
    for stored in (outcome.stored for outcome in outcomes if outcome.stored and not as_json):
        write(columns([("analysed", stored.entry.id[:SHOWN_DIGITS], stored.entry.title)]))
        if stored.unfitting:
            write("  does not fit any more:\n")
            write("".join(f"    {text}\n" for text in _unfitting(stored)))
    failed = [(one.name, one.error) for one in outcomes if one.error is not None]
    if failed:
        complain_of_several(failed, len(outcomes), "analysed")


def _unfitting(stored: Stored) -> list[str]:
    from briefings.corrections import describe

    return [f"{describe(one.correction)}: {one.reason}" for one in stored.unfitting]


def _as_json(outcome: Outcome) -> dict[str, Any]:
    if outcome.stored is None:
        return {"id": outcome.name, "status": "failed", "error": str(outcome.error)}
    entry = outcome.stored.entry
    return {
        "id": entry.id,
        "title": entry.title,
        "status": "analysed",
        "unfitting": _unfitting(outcome.stored),
    }


def _ended(outcomes: list[Outcome]) -> Exit:
    from tui.cli.context import NotFoundError

    failed = [outcome.error for outcome in outcomes if outcome.error is not None]
    if not failed:
        return Exit.OK
    if len(failed) < len(outcomes):
        return Exit.PARTLY
    is_missing = all(isinstance(error, NotFoundError) for error in failed)
    return Exit.NOT_FOUND if is_missing else Exit.FAILED
