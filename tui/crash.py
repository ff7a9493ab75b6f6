"""What is written down when the program fails on an error of ours, and what the reader is told.

The file tells where in the program it happened and nothing else: no words of an error (they may
quote an article), no values of variables, and the home folder only as `~`.
"""

from __future__ import annotations

import platform
import sys
import time
import traceback
from pathlib import Path

from briefings.errors import BriefingError

KEPT = 10
"""So many crash files are kept; the oldest go first."""


def folder() -> Path:
    """Where crash files are, or would be."""
    from platformdirs import user_state_path

    return user_state_path("briefing", appauthor=False) / "crashes"


def report(error: BaseException) -> str:
    """What may be passed on about an error."""
    lines = [
        f"briefing {_version('briefing-tui')}, textual {_version('textual')}",
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}",
    ]
    known: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in known:
        known.add(id(cause))
        lines += ["", type(cause).__qualname__]
        lines += [_frame(each) for each in traceback.extract_tb(cause.__traceback__)]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n"


def write_down(error: BaseException) -> Path | None:
    """Write the report of an error into a file of its own; None if that cannot be done."""
    try:
        folder().mkdir(parents=True, exist_ok=True)
        file = folder() / time.strftime("crash-%Y%m%d-%H%M%S.txt")
        file.write_text(report(error), encoding="utf-8")
        for old in sorted(folder().glob("crash-*.txt"))[:-KEPT]:
            old.unlink()
    except OSError:
        return None
    return file


def last_words(error: BaseException) -> str:
    """What the reader is told in place of a traceback; where it happened is written down."""
    if isinstance(error, BriefingError):
        return f"briefing: {error}"
    file = write_down(error)
    where = f"\nWhere it happened is in {file}; no words of your articles are." if file else ""
    return (
        f"briefing ended on an error of ours ({type(error).__name__}).{where}\n"
        "Your briefings are safe: start it again, and it opens where you were.\n"
        "If it ends so again, start it with --debug and report what it shows."
    )


def _frame(frame: traceback.FrameSummary) -> str:
    return f"  {_without_home(frame.filename)}:{frame.lineno} in {frame.name}"


def _without_home(path: str) -> str:
    """The path from the folder of packages on, or with `~` for the home folder."""
    for entry in sorted((entry for entry in sys.path if entry), key=len, reverse=True):
        if path.startswith((f"{entry}/", f"{entry}\\")):
            return path[len(entry) + 1 :]
    return path.replace(str(Path.home()), "~")


def _version(distribution: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(distribution)
    except PackageNotFoundError:
        return "(not installed)"
