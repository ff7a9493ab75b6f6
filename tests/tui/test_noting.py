"""Notes, written with keys in a real library."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from briefings.corrections import Passage, Subject, WriteNote
from briefings.library import Library
from tests.tui import article
from tests.tui.corrected import done, go_to
from tests.tui.test_app import in_sight
from tests.tui.test_briefing_screen import started
from tests.tui.waiting import until
from tui.app import BriefingApp
from tui.doors.changes import make
from tui.panes.signs import NOTE
from tui.screens.notes import NoteList, NoteScreen, harmless
from tui.settings import Settings

pytestmark = pytest.mark.usefixtures("hear")


def kept(app: BriefingApp) -> list[str]:
    with Library.open(app.session.library_path, read_only=True) as library:
        return [note.text for note in library.journal.notes(article.document().id)]


async def test_a_note_is_written_shown_changed_and_deleted(app: BriefingApp) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        await go_to(pilot, screen, "positions", "p2")
        await pilot.press("n", *"Ask", "enter", *"them", "ctrl+s")
        assert "Wrote a note" in await done(app)
        assert kept(app) == ["Ask\nthem"]
        await pilot.pause()
        assert f"{NOTE} Ask them" in in_sight(screen.positions)

        await pilot.press("n")
        assert isinstance(app.screen, NoteList)
        await pilot.press("enter", *" now", "ctrl+s")
        await done(app, 2)
        assert kept(app) == ["Ask\nthem now"]

        await pilot.press("n", "enter", "f7", "delete", "ctrl+s")
        assert "Deleted a note" in await done(app, 3)
        assert kept(app) == []
        await pilot.press("u")
        await done(app, 4)
        assert kept(app) == ["Ask\nthem now"]


@pytest.mark.parametrize(("pane", "row"), [("actors", "a3"), ("questions", "q2")])
async def test_notes_on_other_items(app: BriefingApp, pane: str, row: str) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        await go_to(pilot, screen, pane, row)
        await pilot.press("n", *"Why?", "ctrl+s")
        await done(app)

        assert screen.opened
        assert [note.text for note in screen.opened.by_reader.notes_of[row]] == ["Why?"]


async def test_a_note_on_words_and_one_on_the_briefing(app: BriefingApp) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        await pilot.press("4", "v", "right", "n", *"here", "ctrl+s")
        await done(app)
        await pilot.press("N", *"all of it", "ctrl+s")
        await done(app, 2)
        assert screen.opened
        assert [note.text for note in screen.opened.by_reader.notes] == ["here", "all of it"]
        await pilot.press("n")
        assert isinstance(app.screen, NoteList)
        assert app.screen.choices.row_id != "another"


async def test_words_that_a_note_is_on_are_marked_and_lead_to_it(app: BriefingApp) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        source = screen.source
        span = article.at("northern harbour")
        about = Subject(passage=Passage.of(article.document(), span))
        make(app, article.document().id, [WriteNote("Which one?", about)])
        await done(app)
        await pilot.press("4")
        source.move_to_offset(span.start)
        await pilot.pause()
        line = source._passage.lines_of_span(span)[0]
        assert f"{NOTE}▌" in in_sight(source)
        noted = [p.text for p in source._passage.pieces(line) if "noted" in p.look]
        assert noted == ["northern harbour"]
        assert str(source.border_subtitle).startswith(f"{NOTE} Which one? · ¶")

        row = source.scrollable_content_region.y + line - round(source.scroll_y)
        column = source.scrollable_content_region.x + source._passage.gutter + 1
        await pilot.click(offset=(column, row))
        await pilot.pause()
        assert isinstance(app.screen, NoteList)
        await pilot.press("enter")
        assert isinstance(app.screen, NoteScreen)
        assert app.screen.area.text == "Which one?"


async def test_a_draft_is_kept_through_a_restart(app: BriefingApp) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        await go_to(pilot, screen, "positions", "p2")
        await pilot.press("n", *"half a thou", "escape")
        assert "draft is kept" in await done(app)
        assert kept(app) == []
    again = BriefingApp(app.session.library_path, Settings())
    async with again.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        await go_to(pilot, screen, "positions", "p2")
        await pilot.press("n")
        assert isinstance(again.screen, NoteScreen)
        assert again.screen.area.text == "half a thou"
        await pilot.press(*"ght", "ctrl+s")
        await done(again)
        assert kept(again) == ["half a thought"]
        await pilot.press("n", "down", "enter")
        assert isinstance(again.screen, NoteScreen)
        assert again.screen.area.text == ""


async def test_what_is_being_written_survives_the_end_of_the_program(app: BriefingApp) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        await go_to(pilot, screen, "positions", "p2")
        await pilot.press("n", *"almost", "ctrl+q")
    again = BriefingApp(app.session.library_path, Settings())
    async with again.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        await go_to(pilot, screen, "positions", "p2")
        await pilot.press("n")
        assert isinstance(again.screen, NoteScreen)
        assert again.screen.area.text == "almost"


async def test_the_editor_is_asked(
    app: BriefingApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    does = tmp_path / "does.py"
    does.write_text("import sys; open(sys.argv[1], 'a').write(' and \\x1b[31mmore')")
    monkeypatch.setenv("VISUAL", f"'{sys.executable}' '{does}'")
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        monkeypatch.setattr(type(app._driver), "can_suspend", True)
        await go_to(pilot, screen, "positions", "p2")
        await pilot.press("n", *"This", "ctrl+o")
        note = app.screen
        assert isinstance(note, NoteScreen)
        await until(lambda: "more" in note.area.text)
        assert note.area.text == "This and \ufffd[31mmore"

        does.write_text("import sys; sys.exit(1)")
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert note.area.text == "This and \ufffd[31mmore"
        monkeypatch.delenv("VISUAL")
        monkeypatch.delenv("EDITOR", raising=False)
        await pilot.press("ctrl+o", "ctrl+s")
        await done(app)


def test_what_is_pasted_does_not_act() -> None:
    assert harmless("a\r\nb\tc\x1b]0;x\x07 \u202eevil\ud800") == (
        "a\nb    c\ufffd]0;x\ufffd \ufffdevil\ufffd"
    )
