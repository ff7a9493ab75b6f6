"""What is being added: many files aside, told as it goes, and stopped at any time.

What was told as added is in the library. Files that are asked for meanwhile come after the others.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.errors import AnalysisError, BriefingError, ReadingError
from tui.jobs import aside

if TYPE_CHECKING:
    from tui.bulk import Outcome

SETTLED_SECONDS = 3.0
"""Before that, a rate is mostly that of the start."""

SECONDS_BETWEEN_TELLING = 0.1


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an addition is.

    Attributes:
        total: How many files there are to add; 0 while they are looked for.
        new: How many were added.
        known: How many were there already, those that came back included.
        back: How many of these had been removed, and came back.
        failures: What could not be added, and why.
        seconds: How long it has taken.
        is_running: Whether it goes on.
        is_stopped: Whether the reader has stopped it.
        last: The id of the document that was added last, new or known; empty before the first.
    """

    total: int = 0
    new: int = 0
    known: int = 0
    back: int = 0
    failures: tuple[tuple[str, BriefingError], ...] = ()
    seconds: float = 0.0
    is_running: bool = False
    is_stopped: bool = False
    last: str = ""

    @property
    def done(self) -> int:
        """How many files are done, however it went."""
        return self.new + self.known + len(self.failures)

    @property
    def rate(self) -> float:
        """Files a second; 0 while nobody can tell."""
        return self.done / self.seconds if self.seconds >= SETTLED_SECONDS else 0.0

    @property
    def seconds_left(self) -> float | None:
        """How long the rest will take; None while nobody can tell."""
        return (self.total - self.done) / self.rate if self.rate and self.is_running else None


class Adding:
    """Adds files to a library.

    Args:
        library_path: The library's file.
        model: The name of the spaCy model.
        tell: Told how far it is, a few times a second at most, and at the end.
    """

    def __init__(self, library_path: Path, model: str, tell: Callable[[Progress], None]) -> None:
        self._library_path = library_path
        self._model = model
        self._tell = tell
        self._waiting: list[Path] = []
        self._began = 0.0
        self._told = 0.0
        self._task: asyncio.Task[None] | None = None
        self.progress = Progress()

    def begin(self, places: Sequence[Path]) -> None:
        """Add files, and those in folders; after those that are being added, if there are any."""
        self._waiting += places
        if self._task is None or self._task.done():
            self.progress = Progress(is_running=True)
            self._began = time.monotonic()
            self._task = asyncio.create_task(self._work())
        self._say(now=True)

    async def stop(self) -> None:
        """Add no more; what is being written is finished, and what was added stays."""
        self._waiting.clear()
        if self._task is not None and not self._task.done():
            self.progress = replace(self.progress, is_stopped=True)
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def forget(self) -> None:
        """What was done was seen; it is told no longer."""
        if not self.progress.is_running:
            self.progress = Progress()

    async def _work(self) -> None:
        from tui.bulk import add_all, usual_jobs

        try:
            while self._waiting:
                places, self._waiting = tuple(self._waiting), []
                files, failures = await aside(_found, places, lambda: not self.progress.is_stopped)
                for failure in failures:
                    self._fail(*failure)
                self.progress = replace(
                    self.progress, total=self.progress.total + len(files) + len(failures)
                )
                self._say(now=True)
                if files:
                    # A core is left to the screen.
                    jobs = max(1, usual_jobs() - 1)
                    await add_all(
                        self._library_path, files, self._model, tell=self._take, jobs=jobs
                    )
        except BriefingError as error:
            self._fail(str(self._library_path), error)
        except Exception as error:
            what = f"an error of ours, {type(error).__name__}: {error}"
            self._fail("the addition", AnalysisError(what, "please report it"))
        finally:
            self.progress = replace(self._timed(), is_running=False)
            self._say(now=True)

    def _take(self, outcome: Outcome) -> None:
        added = outcome.added
        if added is None:
            assert outcome.error is not None, "what was not added has failed"
            self._fail(outcome.name, outcome.error)
        else:
            before, new = self.progress, int(added.is_new)
            self.progress = replace(
                before,
                new=before.new + new,
                known=before.known + 1 - new,
                back=before.back + added.is_back,
                last=added.entry.id,
            )
        self._say()

    def _fail(self, name: str, error: BriefingError) -> None:
        failures = (*self.progress.failures, (name, error))
        self.progress = replace(self.progress, failures=failures)

    def _timed(self) -> Progress:
        return replace(self.progress, seconds=time.monotonic() - self._began)

    def _say(self, *, now: bool = False) -> None:
        moment = time.monotonic()
        if now or moment - self._told >= SECONDS_BETWEEN_TELLING:
            self._told = moment
            if self.progress.is_running:
                self.progress = self._timed()
            self._tell(self.progress)


def _found(
    places: Sequence[Path], is_wanted: Callable[[], bool]
) -> tuple[tuple[Path, ...], tuple[tuple[str, BriefingError], ...]]:
    """The files at some places, each once, and the places where there are none, with the reason."""
    from briefings.reading import find_sources

    files: list[Path] = []
    failures: list[tuple[str, BriefingError]] = []
    for place in places:
        try:
            files += find_sources(place, is_wanted)
        except ReadingError as error:
            failures.append((str(place), error))
    return tuple(dict.fromkeys(files)), tuple(failures)
