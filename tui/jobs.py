"""The analysis in a process of its own, so that the screen never waits for it.

This is the only place of the program with threads and processes. One worker process holds the
language model; it is asked through a pipe, by one thread that waits for the answer in place of
the screen. The worker is an ordinary Python interpreter and not a `multiprocessing` process: that
one needs a `sys.stderr` with a file descriptor, which a running Textual app does not have, and
lets the new interpreter write to the terminal before it can be told not to.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from briefings.errors import AnalysisError, BriefingError

if TYPE_CHECKING:
    from briefings.briefing import Briefing
    from briefings.document import Document

SECONDS_TO_END = 2.0
"""How long `stop` waits for a killed worker to be gone; it normally takes a millisecond."""

_THREAD_COUNTS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""One thread for the sums of a worker: several workers share the cores among them already."""

Result = TypeVar("Result")


class AnalysisProcess:
    """Reads and analyses documents, one after the other, in a process of its own.

    A worker that dies (out of memory, killed) fails the document it was at; the next document
    gets a new worker.

    Args:
        model: The name of the spaCy model.
    """

    def __init__(self, model: str) -> None:
        self.model = model
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="analysis")
        self._guard = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = False

    def start(self) -> None:
        """Start the worker, which loads its model at once; returns without waiting for it."""
        with contextlib.suppress(AnalysisError):
            self._worker()

    async def analyse(self, document: Document) -> Briefing:
        """The briefing of a document.

        Raises:
            AnalysisError: If the analysis fails, the worker dies, or this has been stopped.
        """
        briefing: Briefing = await self._answer_to(document)
        return briefing

    async def read(self, path: Path) -> Document:
        """The document of a file.

        Raises:
            ReadingError: If it cannot be read.
            AnalysisError: If the worker dies, or this has been stopped.
        """
        document: Document = await self._answer_to(path)
        return document

    def stop(self) -> None:
        """End the worker at once, whatever it is doing; what was asked of it fails."""
        with self._guard:
            self._is_stopped = True
            process, self._process = self._process, None
        self._thread.shutdown(wait=False)
        if process is not None:
            _end(process)

    async def _answer_to(self, request: Document | Path) -> Any:
        try:
            future = self._thread.submit(self._ask, request)
        except RuntimeError:
            raise _stopped() from None
        return await asyncio.wrap_future(future)

    def _ask(self, request: Document | Path) -> Any:
        """Hand something to the worker and wait for its answer; runs in the thread."""
        process = self._worker()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            pickle.dump(request, process.stdin, pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()
            answer = pickle.load(process.stdout)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
            name = str(request) if isinstance(request, Path) else request.title
            raise self._buried(process, name) from error
        if isinstance(answer, BriefingError):
            raise answer
        return answer

    def _worker(self) -> subprocess.Popen[bytes]:
        """The worker that runs, or a new one."""
        with self._guard:
            if self._is_stopped:
                raise _stopped()
            if self._process is not None and self._process.poll() is not None:
                _end(self._process)
                self._process = None
            if self._process is None:
                self._process = _launched(self.model)
            return self._process

    def _buried(self, process: subprocess.Popen[bytes], name: str) -> AnalysisError:
        """Clear away a worker that died; what to tell the reader."""
        with self._guard:
            if self._process is process:
                self._process = None
        _end(process)
        if self._is_stopped:
            return _stopped()
        return AnalysisError(
            f"the analysis of {name!r} ended without an answer; {_cause(process.returncode)}",
            "try it again, or close other programs first",
        )


class InTurn:
    """Work done aside in one thread, each piece after the one asked for before it.

    Args:
        name: What the thread is called.
    """

    def __init__(self, name: str) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    def begin(self, work: Callable[..., Result], *arguments: object) -> Future[Result]:
        """Have a piece of work done in its turn; nobody has to wait for it."""
        return self._thread.submit(work, *arguments)

    async def do(self, work: Callable[..., Result], *arguments: object) -> Result:
        """What `work` gives in its turn; it is done even if nobody waits for it any longer.

        Raises:
            Exception: Whatever `work` raises.
        """
        return await asyncio.shield(asyncio.wrap_future(self.begin(work, *arguments)))

    async def finish(self) -> None:
        """Wait until all is done that was asked for; nothing can be asked for afterwards."""
        await asyncio.to_thread(self._thread.shutdown)


async def aside(work: Callable[..., Result], *arguments: object) -> Result:
    """What `work` gives, called in a thread; for what may wait for a disk.

    Raises:
        Exception: Whatever `work` raises.
    """
    return await asyncio.to_thread(work, *arguments)


def _launched(model: str) -> subprocess.Popen[bytes]:
    """A new worker. `-P` and absolute paths: no module of the current folder is ever run."""
    paths = os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path)
    command = f"from tui.jobs import serve; serve({model!r})"
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-c", command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **dict.fromkeys(_THREAD_COUNTS, "1"), "PYTHONPATH": paths},
            start_new_session=True,
        )
    except OSError as error:
        raise AnalysisError(
            f"the analysis could not be started ({error.strerror or error})",
            "close other programs and try again",
        ) from error


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill a worker and give back its pipes."""
    process.kill()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(SECONDS_TO_END)
    for pipe in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):
            assert pipe is not None
            pipe.close()


def _cause(returncode: int | None) -> str:
    if returncode == -9:
        return "the system ended it, most often for want of memory"
    return f"its process ended with code {returncode}"


def _stopped() -> AnalysisError:
    return AnalysisError("the analysis was stopped because the program is closing")


def serve(model: str) -> None:
    """The worker: answers what comes through standard input until that is closed.

    Whatever a library prints goes nowhere: standard output is the pipe of the answers, so it is
    put aside first. Ctrl+C in the terminal is for the screen alone.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device, not a path
        os.dup2(nowhere.fileno(), 1)
    _warm_up(model)
    while True:
        try:
            request = pickle.load(requests)
        except EOFError:
            return
        pickle.dump(_answer(request, model), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()


def _warm_up(model: str) -> None:
    """Load the model and the knowledge; what fails here fails again, and is told, with a text."""
    from briefings.document import Document, Span

    line = "The minister said that talks would resume."
    _answer(Document.of(line, title="", paragraphs=(Span(0, len(line)),)), model)


def _answer(request: Document | Path, model: str) -> Document | Briefing | BriefingError:
    """The document of a path, the briefing of a document, or the error to raise over there."""
    try:
        if isinstance(request, Path):
            from briefings.reading import read

            return read(request)
        from briefings.analysis import analyse

        return analyse(request, model)
    except BriefingError as error:
        return error
    except Exception as error:
        what = (
            f"the reading of {request}"
            if isinstance(request, Path)
            else f"the analysis of {request.title!r}"
        )
        failure = AnalysisError(
            f"{what} failed on an error of ours ({type(error).__name__})",
            "please report it, with the text if you may share it",
        )
        failure.add_note(traceback.format_exc())
        return failure
