"""Files are read while the app runs; and what other programs add is noticed by the app."""

from __future__ import annotations

from pathlib import Path

from textual.message import Message

from briefings.document import Document
from briefings.errors import BriefingError
from briefings.library import Library
from briefings.reading import read
from tests.library.told import told
from tests.tui import article
from tests.tui.test_app import Analysis
from tests.tui.test_briefing_screen import started
from tests.tui.waiting import until
from tui.app import BriefingApp
from tui.cli import open as opening
from tui.settings import Settings
from tui.watching import LibraryChanged


async def test_a_folder_is_read_after_the_first_document_is_shown(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(3)]
    paths[0].write_text("One\n\nMira Okafor said no.\n")
    paths[1].write_text("")
    paths[2].write_text("Three\n\nMira Okafor said yes.\n")
    library_path = tmp_path / "library.db"
    app = BriefingApp(library_path, Settings(), [article.document()], paths=paths)
    analysis = Analysis(app)

    async def aside(path: Path) -> Document:
        return read(path)

    app.session.read = aside  # type: ignore[method-assign]
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        assert screen.opened is not None
        assert screen.opened.document == article.document()
        await until(lambda: screen.progress == "analysing 1 of 4")
        analysis.may_answer.set()
        await app.workers.wait_for_complete()
    assert analysis.asked == [article.document().title, "One", "Three"]
    assert [name for name, _ in app.unread] == [str(paths[1])]
    with Library.open(library_path) as library:
        assert len(library) == 3


async def test_the_app_notices_what_another_program_adds(app: BriefingApp) -> None:
    heard: list[Message] = []
    async with app.run_test(size=(120, 40), message_hook=heard.append) as pilot:
        await started(pilot)
        with Library.open(app.session.library_path) as other:
            other.add(*told(1))
        before = len([one for one in heard if isinstance(one, LibraryChanged)])
        await until(lambda: len([o for o in heard if isinstance(o, LibraryChanged)]) > before)
        assert len(app.session.entries()) == 2


def test_only_what_is_opened_is_read_before_the_app_is_painted(tmp_path: Path) -> None:
    first, second, third = (tmp_path / name for name in ("a.txt", "b.txt", "c.txt"))
    second.write_text("Two\n\nMira Okafor said no.\n")
    failed: list[tuple[str, BriefingError]] = []

    documents, later = opening._read([first, second, third], failed)

    assert [document.title for document in documents] == ["Two"]
    assert later == [third]
    assert [name for name, _ in failed] == [str(first)]
