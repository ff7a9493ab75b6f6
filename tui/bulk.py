"""Many articles into the library: read and analysed by several processes, written by one thread.

What was told as added is in the library and whole, whatever happens afterwards. A file that is
known is recognised by its bytes before anything is read from it, so that the same call goes on
where an earlier one stopped.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from briefings.errors import BriefingError
from tui.jobs import AnalysisProcess, InTurn, aside

if TYPE_CHECKING:
    from briefings.briefing import Briefing
    from briefings.document import Document
    from briefings.library import Added, Library, Stored

Kept = TypeVar("Kept")


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


def usual_jobs() -> int:
    """How many processes suit this machine: one for each core that this program may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this system
        return os.cpu_count() or 1


async def add_all(
    library_path: Path,
    paths: Sequence[Path],
    model: str,
    *,
    tell: Callable[[Outcome], None],
    jobs: int = 0,
) -> None:
    """Read, analyse and keep many files; what fails on one never stops the others.

    If this is cancelled, what is being written is finished and told; the rest is left.

    Args:
        library_path: The library's file; made if there is none.
        paths: The files; the same text is kept once.
        model: The name of the spaCy model.
        tell: Told what became of each file, as soon as it is certain, in the order in which
            they are done.
        jobs: How many processes read and analyse; 0 for as many as there are cores.

    Raises:
        LibraryError: The library cannot be opened for writing, or nothing more can be written
            into it, such as on a full disk; what was told until then is there.
    """
    todo = iter(paths)

    def work(process: AnalysisProcess, keeper: _Keeper) -> Coroutine[None, None, None]:
        return _work(todo, process, keeper, tell)

    await _shared_out(library_path, len(paths), model, jobs, work)


async def reanalyse_all(
    library_path: Path,
    ids: Sequence[str],
    model: str,
    *,
    tell: Callable[[str, Stored | BriefingError], None],
    jobs: int = 0,
) -> None:
    """Analyse many briefings anew; what fails on one never stops the others.

    Args:
        library_path: The library's file.
        ids: The ids of the briefings.
        model: The name of the spaCy model.
        tell: Told what became of each, as soon as it is certain, in the order in which they
            are done.
        jobs: How many processes analyse; 0 for as many as there are cores.

    Raises:
        LibraryError: The library cannot be opened for writing, or nothing more can be written
            into it; what was told until then is there.
    """
    todo = iter(ids)

    def work(process: AnalysisProcess, keeper: _Keeper) -> Coroutine[None, None, None]:
        return _renew(todo, process, keeper, tell)

    await _shared_out(library_path, len(ids), model, jobs, work)


async def _shared_out(
    library_path: Path,
    count: int,
    model: str,
    jobs: int,
    work: Callable[[AnalysisProcess, _Keeper], Coroutine[None, None, None]],
) -> None:
    """Have so many things done by several processes; `work` takes one after the other."""
    keeper = _Keeper(library_path)
    processes = [AnalysisProcess(model) for _ in range(min(jobs or usual_jobs(), count))]
    tasks: list[asyncio.Task[None]] = []
    try:
        await keeper.open()
        tasks += [asyncio.create_task(work(each, keeper)) for each in processes]
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for process in processes:
            process.stop()
        await keeper.close()


async def _work(
    todo: Iterator[Path],
    process: AnalysisProcess,
    keeper: _Keeper,
    tell: Callable[[Outcome], None],
) -> None:
    """Take one file after the other until none is left."""
    from briefings.library.connection import DamagedError, UnwritableError

    for path in todo:
        name = str(path)
        try:
            digest = await aside(_digest, path)
            if digest and (known := await keeper.known_file(digest)):
                tell(Outcome(name, known))
                continue
            document = await process.read(path)
            if known := await keeper.known_text(document, digest):
                tell(Outcome(name, known))
                continue
            briefing = await process.analyse(document)
            await keeper.add(document, briefing, digest, partial(_tell_added, tell, name))
        except (DamagedError, UnwritableError):
            raise  # of the library: all others would fail too, after minutes of analysis
        except BriefingError as error:
            tell(Outcome(name, error=error))


async def _renew(
    todo: Iterator[str],
    process: AnalysisProcess,
    keeper: _Keeper,
    tell: Callable[[str, Stored | BriefingError], None],
) -> None:
    """Take one briefing after the other until none is left."""
    from briefings.library.connection import DamagedError, UnwritableError

    for identity in todo:
        try:
            document = await keeper.document(identity)
            briefing = await process.analyse(document)
            await keeper.replace(briefing, partial(tell, identity))
        except (DamagedError, UnwritableError):
            raise
        except BriefingError as error:
            tell(identity, error)


def _tell_added(tell: Callable[[Outcome], None], name: str, added: Added) -> None:
    tell(Outcome(name, added))


def _digest(path: Path) -> bytes:
    """SHA-256 of a file; empty if there is none that can be read, which reading will explain."""
    from briefings.reading import MAX_BYTES

    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        return b""
    return hashlib.sha256(data).digest() if len(data) <= MAX_BYTES else b""


async def _told(writing: Awaitable[Kept], tell: Callable[[Kept], None]) -> None:
    """Tell what was written, also if this is cancelled meanwhile, be it more than once."""
    kept = asyncio.ensure_future(writing)
    try:
        tell(await asyncio.shield(kept))
    except asyncio.CancelledError:
        while not kept.done():
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.shield(kept)
        tell(kept.result())
        raise


class _Keeper:
    """The library in a thread of its own: the only one that writes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._turns = InTurn("library")
        self._library: Library | None = None

    async def open(self) -> None:
        await self._turns.do(self._open)

    async def close(self) -> None:
        await self._turns.do(self._close)
        await self._turns.finish()

    async def known_file(self, digest: bytes) -> Added | None:
        """What the library says of a file that it knows."""
        return await self._turns.do(self._known_file, digest)

    async def known_text(self, document: Document, digest: bytes) -> Added | None:
        """What the library says of a text that it has; the file is known from now on."""
        return await self._turns.do(self._known_text, document, digest)

    async def add(
        self, document: Document, briefing: Briefing, digest: bytes, tell: Callable[[Added], None]
    ) -> None:
        """Keep a briefing and tell of it, also if nobody waits for it any longer."""
        await _told(self._turns.do(self._add, document, briefing, digest), tell)

    async def document(self, identity: str) -> Document:
        """The document with this id."""
        return await self._turns.do(self._document, identity)

    async def replace(self, briefing: Briefing, tell: Callable[[Stored], None]) -> None:
        """Keep a new analysis and tell of it, also if nobody waits for it any longer."""
        await _told(self._turns.do(self._replace, briefing), tell)

    # These run in the thread.

    def _open(self) -> None:
        from briefings.library import Library

        self._library = Library.open(self._path)

    def _close(self) -> None:
        if self._library is not None:
            self._library.close()

    def _known_file(self, digest: bytes) -> Added | None:
        entry = self._opened().find_file(digest)
        return self._opened().add_again(entry) if entry else None

    def _known_text(self, document: Document, digest: bytes) -> Added | None:
        entry = self._opened().find(document.id)
        if entry is None:
            return None
        if digest:
            self._opened().note_file(digest, document.id)
        return self._opened().add_again(entry)

    def _add(self, document: Document, briefing: Briefing, digest: bytes) -> Added:
        added = self._opened().add(document, briefing)
        if digest:
            self._opened().note_file(digest, document.id)
        return added

    def _document(self, identity: str) -> Document:
        return self._opened().get(identity).document

    def _replace(self, briefing: Briefing) -> Stored:
        return self._opened().replace_findings(briefing.document_id, briefing)

    def _opened(self) -> Library:
        assert self._library is not None, "it is opened first, and closed last"
        return self._library
