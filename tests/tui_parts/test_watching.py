"""What another program does to the library is noticed while the app runs."""

from __future__ import annotations

from pathlib import Path

from textual.app import App
from textual.screen import Screen

from briefings.library import Library
from tests.library.told import told
from tests.tui.waiting import until
from tui.session import Session
from tui.watching import LibraryChanged, watch


class Listening(Screen[None]):
    told = 0

    def on_library_changed(self, event: LibraryChanged) -> None:
        self.told += 1


class Watching(App[None]):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def on_mount(self) -> None:
        self.session.open()
        self.push_screen(Listening())
        watch(self, self.session)


async def test_every_screen_is_told_of_what_another_program_adds(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    app = Watching(Session(path, "no model"))
    async with app.run_test():
        screen = app.screen
        assert isinstance(screen, Listening)
        with Library.open(path) as other:
            other.add(*told(1))
        await until(lambda: screen.told == 1, what="the first change")
        with Library.open(path) as other:
            other.add(*told(2))
        await until(lambda: screen.told == 2, what="the second change")
        assert len(app.session.entries()) == 2
        await app.session.close()


def test_a_session_without_a_library_sees_no_change(tmp_path: Path) -> None:
    assert not Session(tmp_path / "library.db", "no model").has_changed()
