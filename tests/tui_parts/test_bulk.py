"""Many articles at once: each is told of once it is certain, and none stops the others."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from briefings.analysis.parsing import DEFAULT_MODEL
from briefings.briefing import Briefing
from briefings.document import Document
from briefings.errors import AnalysisError, BriefingError, LibraryError
from briefings.library import Added, Library, Stored
from briefings.reading import read
from tests.library.examples import empty_briefing
from tui import bulk
from tui.bulk import Outcome, add_all, reanalyse_all, usual_jobs


class Stub:
    """Stands for a process that reads and analyses; holds up what is asked for, or fails."""

    alive = 0
    most = 0
    asked: tuple[str, ...] = ()
    go_on: asyncio.Event

    def __init__(self, model: str) -> None:
        Stub.alive += 1
        Stub.most = max(Stub.most, Stub.alive)

    async def read(self, path: Path) -> Document:
        return read(path)

    async def analyse(self, document: Document) -> Briefing:
        Stub.asked += (document.title,)
        if "slow" in document.text:
            await Stub.go_on.wait()
        if "wrong" in document.text:
            raise AnalysisError("this one cannot be analysed")
        return empty_briefing(document)

    def stop(self) -> None:
        Stub.alive -= 1


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> type[Stub]:
    monkeypatch.setattr(bulk, "AnalysisProcess", Stub)
    Stub.alive = Stub.most = 0
    Stub.asked = ()
    Stub.go_on = asyncio.Event()
    return Stub


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def files(folder: Path, *texts: str) -> list[Path]:
    paths = []
    for number, text in enumerate(texts):
        path = folder / f"{number}.txt"
        path.write_text(f"Title {number}\n\n{text}\n" if text else "")
        paths.append(path)
    return paths


def names(outcomes: list[Outcome]) -> list[str]:
    return sorted(Path(outcome.name).stem for outcome in outcomes)


async def test_what_fails_is_told_and_the_others_are_added(
    stub: type[Stub], tmp_path: Path, library_path: Path
) -> None:
    told: list[Outcome] = []
    paths = files(tmp_path, "One.", "", "This is wrong.", "Four.")
    paths.append(tmp_path / "gone.txt")

    await add_all(library_path, paths, "model", tell=told.append, jobs=2)

    assert names([one for one in told if one.added]) == ["0", "3"]
    assert {Path(one.name).stem: one.error.what for one in told if one.error} == {
        "1": f"{paths[1]} is empty",
        "2": "this one cannot be analysed",
        "gone": f"there is no file {paths[4]}",
    }
    assert (stub.alive, stub.most) == (0, 2)


async def test_a_file_that_is_known_is_neither_read_nor_analysed(
    stub: type[Stub], tmp_path: Path, library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = files(tmp_path, "One.", "Two.")
    copy = tmp_path / "copy.txt"
    copy.write_bytes(paths[0].read_bytes())
    await add_all(library_path, [*paths, copy], "model", tell=lambda _: None, jobs=1)
    assert stub.asked == ("Title 0", "Title 1")

    monkeypatch.setattr(stub, "read", lambda *_: pytest.fail("it was read again"))
    told: list[Outcome] = []
    await add_all(library_path, [*paths, copy], "model", tell=told.append, jobs=1)

    assert [one.added.is_new for one in told if one.added] == [False] * 3


async def test_the_same_text_in_another_file_is_read_once(
    stub: type[Stub], tmp_path: Path, library_path: Path
) -> None:
    (first,) = files(tmp_path, "One.")
    other = tmp_path / "other.txt"
    other.write_bytes(first.read_bytes().replace(b"\n", b"\r\n"))
    told: list[Outcome] = []
    for _ in range(2):
        await add_all(library_path, [first, other], "model", tell=told.append, jobs=1)
    assert [one.added.is_new for one in told if one.added] == [True, False, False, False]
    assert stub.asked == ("Title 0",)


async def test_no_more_processes_than_articles(
    stub: type[Stub], tmp_path: Path, library_path: Path
) -> None:
    told: list[Outcome] = []
    await add_all(library_path, files(tmp_path, "One."), "model", tell=told.append, jobs=8)
    assert (len(told), stub.most) == (1, 1)
    assert usual_jobs() >= 1


async def test_what_was_told_before_it_was_cancelled_is_there_and_nothing_runs_on(
    stub: type[Stub], tmp_path: Path, library_path: Path
) -> None:
    told: list[Outcome] = []
    paths = files(tmp_path, "One.", "A slow one.", "Three.")
    adding = asyncio.create_task(add_all(library_path, paths, "model", tell=told.append, jobs=1))
    while len(stub.asked) < 2:
        await asyncio.sleep(0.001)

    adding.cancel()
    with pytest.raises(asyncio.CancelledError):
        await adding

    assert names(told) == ["0"]
    assert stub.alive == 0
    with Library.open(library_path) as library:
        assert [entry.title for entry in library.entries()] == ["Title 0"]


async def test_a_full_disk_ends_it_before_everything_is_analysed_for_nothing(
    stub: type[Stub], tmp_path: Path, library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = Library.add

    def fill(library: Library, document: Document, briefing: Briefing) -> Added:
        if document.title == "Title 1":
            library._connection.execute("PRAGMA max_page_count = 1")
            library.remember("filling", "x" * 1_000_000)
        return added(library, document, briefing)

    monkeypatch.setattr(Library, "add", fill)
    told: list[Outcome] = []
    with pytest.raises(LibraryError, match="no room left on its disk"):
        await add_all(
            library_path,
            files(tmp_path, "One.", "Two.", "Three.", "Four."),
            "model",
            tell=told.append,
            jobs=1,
        )
    assert names(told) == ["0"]
    assert stub.asked == ("Title 0", "Title 1")
    assert stub.alive == 0


async def test_a_library_that_cannot_be_opened(stub: type[Stub], tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="is a folder"):
        await add_all(tmp_path, files(tmp_path, "One."), "model", tell=lambda _: None)
    assert stub.alive == 0


async def test_real_processes(tmp_path: Path, library_path: Path) -> None:
    texts = [f"Petra Lindqvist said on day {number} that she would not sign." for number in "1234"]
    told: list[Outcome] = []

    await add_all(library_path, files(tmp_path, *texts), DEFAULT_MODEL, tell=told.append, jobs=2)

    assert names(told) == ["0", "1", "2", "3"]
    with Library.open(library_path) as library:
        assert {entry.actors for entry in library.entries()} == {1}


async def test_briefings_are_analysed_anew_by_several(
    stub: type[Stub], tmp_path: Path, library_path: Path
) -> None:
    with Library.open(library_path) as library:
        for path in files(tmp_path, "One.", "This is wrong.", "Three."):
            document = read(path)
            library.add(document, Briefing(document.id, "0 old"))
        ids = [entry.id for entry in library.outdated("1 test")]
    told: dict[str, Stored | BriefingError] = {}

    await reanalyse_all(library_path, [*ids, "ffff"], "model", tell=told.__setitem__, jobs=2)

    failed = {name: str(one) for name, one in told.items() if isinstance(one, BriefingError)}
    assert failed.keys() == {ids[1], "ffff"}
    assert "cannot be analysed" in failed[ids[1]]
    with Library.open(library_path) as library:
        assert [library.get(one).briefing.analysis for one in ids] == ["1 test", "0 old", "1 test"]
    assert (stub.alive, stub.most) == (0, 2)
